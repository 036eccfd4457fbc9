//! The tests of the privacy guard, in one program: to link each of these files alone takes longer than to run most of them. What
//! measures time stands apart (`tests/speed.rs`), so that nothing runs beside it.

mod any_text;
mod rules;
mod sentences;
mod support;
