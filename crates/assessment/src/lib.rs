//! The core: what is asked of whom, what an answer is, and what advice follows.
//!
//! Nothing in here knows a browser, a clock, a language or chance. Content comes in as an [`Instrument`], what the user
//! gave as an [`Assessment`]; out comes [`Guidance`], plain values that a page, a sheet of paper or a file
//! can show. The rules are those of section 9 of the domain report; each is named where it is applied.
#![warn(missing_docs)]

#[macro_use]
mod profile;

mod answer;
mod assessment;
mod by_id;
mod compare;
mod date;
mod given;
mod guidance;
mod ids;
mod instrument;
mod keeping;
mod plan;
mod record;
pub mod save;
mod tailoring;
mod workplace;

pub use answer::*;
pub use assessment::{Assessment, LONGEST_NOTE};
pub use by_id::{ById, sorted_by_key};
pub use compare::*;
pub use date::*;
pub use given::*;
pub use guidance::*;
pub use ids::*;
pub use instrument::*;
pub use keeping::*;
pub use plan::*;
pub use profile::*;
pub use record::Record;
pub use tailoring::*;
pub use workplace::*;
