//! The tests of the core, in one program: to link each of these files alone takes longer than to run most of them.

mod instrument;
mod laws;
mod merge;
mod plan;
mod rules;
mod support;
mod versions;
mod workplace;
