//! The tests of what is taken along, in one program: to link each of these files alone takes longer than to run most of them.

mod data;
mod laws;
mod papers;
mod support;
