//! The link as a picture for a camera. Only its form: the annex draws it.

use serde::{Deserialize, Serialize};

/// A code that a camera reads (QR), ready to be put into an `<svg>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// How many modules wide and high it is, with the quiet zone around it.
    pub side: u8,
    /// The dark modules, as the data of a `<path>` in which a module is 1 wide and high.
    pub dark: String,
}
