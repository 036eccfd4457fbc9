//! A fault in the house file or in what it names, told so that it can be mended.

use std::{fmt, path::PathBuf};

/// What is wrong, where, and what to do.
///
/// `content_files::Fault` looks like it, and is another: it says there why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as it was named.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} {}", self.file.display(), self.line, self.what, self.remedy)
    }
}
