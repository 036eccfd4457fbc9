//! What is kept on the device, as far as the pages have to know.

use std::rc::Rc;

use assessment::{Keeping, Moment, Record};

/// What the store held when it was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// What could be read.
    pub records: Vec<Rc<Record>>,
    /// How many records a newer version of the app wrote. They stay where they are.
    pub newer: usize,
    /// Damaged records, set aside whole.
    pub aside: Vec<SetAside>,
    /// When the state from before a file was opened was kept, if there is one.
    pub before: Option<Moment>,
    /// What the user chose about keeping.
    pub keeping: Keeping,
    /// Whether it is behind a lock.
    pub locked: bool,
}

impl Kept {
    /// Whether there is nothing that anyone would look for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A damaged record, set aside whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Under which it is kept.
    pub key: String,
    /// When it was found.
    pub at: Moment,
    /// In bytes.
    pub size: usize,
}

/// Whether what is kept here is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It is not.
    None,
    /// It is, and the passphrase was given.
    Open,
    /// It is, and the passphrase has to be given first.
    Closed,
}
