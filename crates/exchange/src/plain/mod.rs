//! The JSON file: assessments and workplaces, for people and for this app, complete.

mod read;
mod write;

use assessment::{Moment, Record};
use serde::{Deserialize, Serialize};

pub(crate) use read::from_document;
pub use read::{read, read_shared};
pub use write::{write, write_shared};

/// The value of the field `format`.
pub(crate) const FORMAT: &str = "room-to-grow";

/// The value of the field `format` in what a candidate hands over.
const SHARED_FORMAT: &str = "room-to-grow-shared";

/// The version of that.
const SHARED_VERSION: u64 = 1;

/// The version that is written. Version 1, of November 2026, knew neither plans nor workplaces.
const VERSION: u64 = 2;

/// The most assessments and workplaces in one file, together.
pub const MOST_RECORDS: usize = 10_000;

/// The longest that an action takes, in minutes: a month of work.
pub const MOST_MINUTES: u16 = 10_000;

/// What a JSON file held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When it was made; `None` if it does not say so.
    pub made: Option<Moment>,
    /// The workplaces, then the assessments, as they stand in the file; no id twice.
    pub records: Vec<Record>,
}

/// A note as it stands in a file: without control characters, of which nobody sees what they do. Tabs and ends of lines
/// are kept. Markup is text like any other.
fn without_controls(note: &str) -> String {
    note.chars().filter(|&character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}

/// The title of an action, or the label of a workplace, as it stands in a file: one line.
fn one_line(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}
