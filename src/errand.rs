//! What the user is doing on the page 'On this device'. One thing at a time; going elsewhere ends it.

use std::{ops::Deref, rc::Rc};

use assessment::{AssessmentId, Date};
use content::DeviceWord;
use exchange::Code;
use guard::Finding;
use yew::prelude::*;

use crate::{preview::Preview, route::Route};

/// What the user is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Errand {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Something takes a moment.
    Working(Part),
    /// Something is done, or was refused: what is said about it.
    Said(Part, Sentence),
    /// Before a backup: notes that someone should look at.
    LookAtNotes {
        /// What was found, by note.
        notes: Rc<Vec<Doubt>>,
        /// Whether they could be looked through at all: the guard's words may be missing.
        checked: bool,
        /// Whether the backup gets a passphrase.
        sealed: bool,
    },
    /// A passphrase is being chosen, for a file or for the lock.
    ChoosePassphrase(Part, Option<DeviceWord>),
    /// A passphrase is asked for, to open a file.
    AskPassphrase {
        /// The file.
        file: Picked,
        /// Whether one was tried already.
        wrong: bool,
    },
    /// What is in a file, and what it would change.
    LookAtFile(Rc<Preview>),
    /// A calendar file was made, or could not be.
    Calendar(CalendarFile),
    /// A candidate's file was made, or could not be.
    HandedOver(HandedOver),
    /// A link was made, or could not be.
    Link(Rc<MadeLink>),
    /// The file that was to hold what a candidate shared, in the round of this day, holds nothing of that kind.
    NothingShared(Date),
}

/// What the user is doing, for those who draw it and change it. On the first pages nothing is done that takes steps.
#[derive(Clone, Default)]
pub struct Errands(Option<UseStateHandle<Errand>>);

impl Errands {
    /// What the user does in the page that is open.
    pub fn of(handle: &UseStateHandle<Errand>) -> Self {
        Self(Some(handle.clone()))
    }

    /// Does something else from now on.
    pub fn set(&self, errand: Errand) {
        if let Some(handle) = &self.0 {
            handle.set(errand);
        }
    }
}

impl Deref for Errands {
    type Target = Errand;

    fn deref(&self) -> &Errand {
        self.0.as_deref().unwrap_or(&Errand::Nothing)
    }
}

/// What became of a candidate's file: its name, if the browser took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver(pub Option<String>);

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeLink {
    /// What it carries.
    pub of: AssessmentId,
    /// The whole address, if it could be made.
    pub address: Option<String>,
    /// The same for a camera, if it is not too fine for one.
    pub code: Option<Code>,
    /// What came of passing it on; `None` as long as nobody tried, and after sharing it.
    pub passed: Option<Passed>,
}

/// What came of passing a link on, as far as there is something to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It can be pasted.
    Copied,
    /// The browser did not copy it.
    NotCopied,
    /// The browser did not share it.
    NotShared,
}

/// What became of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name, if the browser took it.
    pub name: Option<String>,
    /// How many own steps stand in it without their words, because these may not be for every eye.
    pub kept_back: usize,
    /// Whether the words of own steps could be looked through.
    pub checked: bool,
}

/// A sentence about keeping: its key and what fills its gaps. Not its text, so that it follows the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Which one.
    pub word: DeviceWord,
    /// What fills its gaps, by their names.
    pub values: Vec<(&'static str, String)>,
}

impl From<DeviceWord> for Sentence {
    fn from(word: DeviceWord) -> Self {
        Self { word, values: Vec::new() }
    }
}

impl Sentence {
    /// A sentence with one gap.
    pub fn with(word: DeviceWord, name: &'static str, value: impl ToString) -> Self {
        Self { word, values: vec![(name, value.to_string())] }
    }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is kept here.
    Kept,
    /// Backups.
    Backup,
    /// Opening a file.
    Open,
    /// The lock, or opening it.
    Lock,
    /// Wiping.
    Wipe,
}

impl Part {
    /// The id of its heading.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Backup => "backup",
            Self::Open => "open",
            Self::Lock => "lock",
            Self::Wipe => "wipe",
        }
    }
}

impl Errand {
    /// The part of the page where it happens.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::Nothing | Self::Calendar(_) | Self::HandedOver(_) | Self::Link(_) | Self::NothingShared(_) => None,
            Self::Working(part) | Self::Said(part, _) | Self::ChoosePassphrase(part, _) => Some(*part),
            Self::LookAtNotes { .. } => Some(Part::Backup),
            Self::AskPassphrase { .. } | Self::LookAtFile(_) => Some(Part::Open),
        }
    }
}

/// A note in which the privacy guard found something.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The page on which it stands.
    pub route: Route,
    /// What it is about: the practice's title, or the plan.
    pub practice: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A file that the user picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Rc<Vec<u8>>,
}
