//! Warns when a note seems to say something about a person: a diagnosis, a medicine, something else about health, a
//! name, or how to reach someone. It only names the words; what to do with them is up to the writer.
//!
//! The words are content (`content/guard`), and come in as [`Words`]. The rules are here, and they are few:
//!
//! - [`lexicon`] finds the words of the lists in a note, also with a slip of the keys in a long word.
//! - [`health`] weighs them: some words count by themselves, some only in a sentence about one person, and talk in
//!   general (a course, a rule, 'we do not ask') takes the weight from a word beside it.
//! - [`names`] finds names by a list, by a title or initials, and by the words around a capital.
//! - [`contact`] finds shapes: numbers, mail addresses, homes, days of birth, pages about one person.
//!
//! Dutch and English are read at once, because a note may be in another language than the page. The time is linear in
//! the length of the note, whatever is in it.
#![warn(missing_docs)]

mod contact;
mod findings;
mod fold;
mod health;
mod lexicon;
mod list;
mod names;
mod packing;
mod pattern;
mod reading;
mod slips;
mod tokens;

use serde::{Deserialize, Serialize};

/// Search compares letters in the same way.
pub use fold::letter;
pub use list::{List, Words};
pub use pattern::{Pattern, Unreadable};

use lexicon::Lexicon;
use reading::Reading;

/// What a finding seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// What someone has.
    Diagnosis,
    /// What someone takes.
    Medicine,
    /// Anything else about someone's health.
    Health,
    /// Someone's name.
    Name,
    /// How to reach or look up someone.
    Contact,
}

/// Words of a note that seem to say something about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What they seem to be.
    pub kind: Kind,
    /// The words, as they stand in the note.
    pub words: String,
    /// The byte at which they begin; on the border of a character.
    pub start: usize,
    /// The byte after their last; on the border of a character.
    pub end: usize,
}

/// The lists, ready to be held against notes.
#[derive(Debug)]
pub struct Guard {
    lexicon: Lexicon,
}

impl Guard {
    /// Gets the lists ready. An entry that cannot be read is left out: `cargo xtask content` has told of it.
    pub fn new(words: &Words) -> Self {
        Self { lexicon: Lexicon::new(words) }
    }

    /// What in the note seems to be about a person, in the order in which it stands there.
    pub fn check(&self, note: &str) -> Vec<Finding> {
        let reading = Reading::new(note, &self.lexicon);
        let names = names::find(&reading);
        let mut spans = health::find(&reading, &names);
        spans.extend(contact::find(&reading));
        spans.extend(names.into_iter().map(|tokens| reading.span(Kind::Name, tokens)));
        findings::join(note, spans)
    }
}
