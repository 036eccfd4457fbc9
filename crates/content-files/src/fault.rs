//! A fault in a content file, told so that it can be mended.

use std::{fmt, path::PathBuf};

/// What is wrong, where, and what to do.
///
/// `house::Fault` looks like it, and is another: its file may stand anywhere, while this one stands in the content folder and is looked up
/// there by this path. One for both would have to be at home with the house style, or in a crate of its own, to save these few lines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the content folder.
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
        write!(f, "content/{}:{}: {} {}", self.file.display(), self.line, self.what, self.remedy)
    }
}
