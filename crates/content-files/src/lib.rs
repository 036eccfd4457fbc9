//! The editor's side of the content: reads the files in `content/`, checks them, and makes the packs.
//!
//! Every fault names the file, the line and what to do about it, because the people who edit these files need not
//! program.
#![warn(missing_docs)]

mod check;
mod fault;
mod files;
mod guard_lists;
mod instrument;
mod learn;
mod leaves;
mod own;
mod packs;
mod source;

use std::path::Path;

pub use check::Reading;
pub use fault::Fault;
pub use files::Content;
pub use guard_lists::{guard_pack, guard_words};
use house::House;

/// One pack, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// Its name, such as `ask.nl.pack`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The region of our own house.
const OUR_REGION: &str = "nl";

/// Reads and checks everything under `content/`.
///
/// # Errors
///
/// All faults, sorted by file and line.
pub fn read(folder: &Path) -> Result<Content, Vec<Fault>> {
    read_with_region(folder, OUR_REGION)
}

/// The same with the rules and schemes of a folder of `content/regions`.
///
/// # Errors
///
/// As [`read`].
pub fn read_with_region(folder: &Path, region: &str) -> Result<Content, Vec<Fault>> {
    let mut faults = Vec::new();
    if let Some(content) = files::read(folder, region, &mut faults) {
        check::everything(&content, &mut faults);
        if faults.is_empty() {
            return Ok(content);
        }
    }
    faults.sort();
    faults.dedup();
    Err(faults)
}

impl Content {
    /// How each file reads (bar W3).
    pub fn readings(&self) -> Vec<Reading> {
        check::readings(self)
    }

    /// The packs of the languages of a house, with its name, its contact and what it says about privacy in them.
    ///
    /// # Errors
    ///
    /// A text that the check should have missed; faults as in [`read`].
    pub fn packs(&self, house: &House) -> Result<Vec<PackFile>, Vec<Fault>> {
        packs::of(self, house)
    }

    /// What is asked, without words.
    ///
    /// # Errors
    ///
    /// Ids or values in `model.toml` that cannot be read.
    pub fn instrument(&self) -> Result<assessment::Instrument, Vec<Fault>> {
        instrument::instrument(&self.model)
    }
}
