//! What makes content good enough to ship (bars W1 to W4).

mod example;
mod ids;
mod languages;
mod learn;
mod readability;
mod views;
mod words;

pub use readability::{Reading, readings};

use crate::{fault::Fault, files::Content};

pub fn everything(content: &Content, faults: &mut Vec<Fault>) {
    ids::check(content, faults);
    example::check(content, faults);
    languages::check(content, faults);
    learn::check(content, faults);
    views::check(content, faults);
    readability::check(content, faults);
    words::check(content, faults);
}
