//! The tests of the house style, in one program: to link each of these files alone takes longer than to run it.

mod faults;
mod look;
mod support;
mod words;
