//! Search: from a few typed words to the texts that are meant.
//!
//! Whoever searches does not know the words we chose, types fast, and stops as soon as something fits. So capitals, accents
//! and hyphens make no difference, a slip of the keys is forgiven, the last word may be half typed, and the parts of a
//! compound count: 'gesprek' finds 'evaluatiegesprek'. What is searched comes from the caller. Nothing in here knows a language,
//! but for a short list of words that say nothing by themselves.
//!
//! ```
//! use search::{Entry, Index};
//! let entry = |title: &str, text: &str| Entry { title: title.into(), text: text.into(), also: Vec::new() };
//! let index = Index::of(&[entry("De eerste werkdag", "Wie vangt iemand op?"), entry("Een buddy", "Een vaste collega.")]);
//! assert_eq!(index.find("wat doet een budy"), [1]);
//! ```
#![warn(missing_docs)]

mod fit;
mod index;
mod stop;
mod words;

use serde::{Deserialize, Serialize};

pub use index::Index;

/// Something that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name. Words in it weigh most.
    pub title: String,
    /// All of its text.
    pub text: String,
    /// Other words for it, which need not stand in the text: synonyms, other forms.
    pub also: Vec<String>,
}
