//! The tests of what goes out and comes back, in one program: to link each of these files alone takes longer than to run most of them.

mod border;
mod containers;
mod documented;
mod golden;
mod hostile;
mod link;
mod plan;
mod refusals;
mod rescue;
mod round_trip;
mod support;
mod workplaces;
