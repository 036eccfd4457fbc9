//! The office: files that take a while to write, in a wasm module of their own which runs beside the page.
//!
//! [`docx`] writes a [`Paper`](report::Paper) for Word, [`xlsx`] writes [`Sheets`](report::Sheets) for Excel. Both write
//! what they get and add no words. Nothing in here knows a clock or chance: the same value gives the same bytes. (A new
//! workbook asks for the time by itself; what it hears is replaced by the day on which the sheets were made.)
//!
//! Whatever stands in a text, the files open: what XML cannot hold is left out, and a text is never a formula.
#![warn(missing_docs)]

mod desk;
mod excel;
mod text;
mod word;

pub use excel::xlsx;
pub use word::docx;
