//! What is needed to take something along: fetched behind the first page.

use serde::{Deserialize, Serialize};

use crate::{TakeWord, Words};

/// The seventh pack: the words of the report, the card, the open points, the sheets, and the page where one chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// The words.
    pub words: Words<TakeWord>,
}
