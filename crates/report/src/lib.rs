//! What is taken along from an assessment: a report, a card for the candidate, the open points, and sheets of answers.
//!
//! All of it is plain values in words. The page, the printer, Word, Excel, CSV and Markdown show the same value, so they
//! cannot differ. Nothing in here knows a browser or a clock; the words are those of the content packs.
#![warn(missing_docs)]

mod paper;
mod sheet;

pub use paper::*;
pub use sheet::*;
