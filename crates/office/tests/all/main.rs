//! The tests of the files for Word and Excel, in one program: to link each of these files alone takes longer than to run most of them.

mod bad_input;
mod excel;
mod golden;
mod support;
mod word;
