//! The JSON file: assessments for people and for this app, complete.

mod read;
mod write;

use assessment::{Assessment, Moment};
use serde::{Deserialize, Serialize};

pub(crate) use read::from_document;
pub use read::read;
pub use write::write;

/// The value of the field `format`.
pub(crate) const FORMAT: &str = "room-to-grow";

/// The version that is written. Version 1, of November 2026, knew no plan.
const VERSION: u64 = 2;

/// The most assessments in one file.
pub const MOST_ASSESSMENTS: usize = 10_000;

/// The longest that an action takes, in minutes: a month of work.
pub const MOST_MINUTES: u16 = 10_000;

/// What a JSON file held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When it was made; `None` if it does not say so.
    pub made: Option<Moment>,
    /// The assessments, in the order of the file; no id twice.
    pub assessments: Vec<Assessment>,
}

/// A note as it stands in a file: without control characters, of which nobody sees what they do. Tabs and ends of lines
/// are kept. Markup is text like any other.
fn without_controls(note: &str) -> String {
    note.chars().filter(|&character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}

/// The title of an action as it stands in a file: one line.
fn one_line(title: &str) -> String {
    title.chars().filter(|character| !character.is_control()).collect()
}
