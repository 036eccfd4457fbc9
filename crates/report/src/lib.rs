//! What is taken along from an assessment: a report, a card for the candidate, the open points, and sheets of answers.
//!
//! All of it is plain values in words. The page, the printer, Word, Excel, CSV and Markdown show the same value, so they
//! cannot differ. Nothing in here knows a browser or a clock; the words are those of the content packs.
#![warn(missing_docs)]

mod answers;
mod card;
mod csv;
pub mod letter;
mod markdown;
pub mod names;
mod order;
mod paper;
mod promise;
mod sheet;
mod sheets;
pub mod steps;
mod voice;
mod whole;
mod wording;

pub use answers::answer_code;
pub use card::card;
pub use csv::{Reader, csv};
pub use markdown::markdown;
pub use order::*;
pub use paper::*;
pub use promise::promise;
pub use sheet::*;
pub use sheets::sheets;
pub use voice::Voice;
pub use whole::report;
pub use wording::Wording;
