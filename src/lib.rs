//! The shell: it knows the browser and decides nothing. Questions come from the content packs, and what follows from
//! the answers comes from the `assessment` crate.

pub mod app;
pub mod behind;
pub mod brought;
pub mod browser;
mod components;
pub mod errand;
pub mod explained;
pub mod findable;
pub mod journey;
pub mod kept;
pub mod keys;
pub mod news;
pub mod offline;
mod pages;
pub mod parts;
pub mod preview;
pub mod reading;
pub mod records;
pub mod route;
pub mod site;
pub mod speech;
pub mod state;
mod view;
