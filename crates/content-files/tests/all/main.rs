//! The tests of the files in content/, in one program: to link each of these files alone takes longer than to run most of them.

mod documented;
mod faults;
mod guard_lists;
mod house;
mod learn;
mod support;
