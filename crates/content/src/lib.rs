//! The words of the product, as typed packs.
//!
//! People edit the files in `content/`; `cargo xtask pack` checks them and writes eight packs per language: what is
//! needed to [`Ask`], what is needed to [`Advise`], the [`Examples`], what is said about keeping ([`Device`]), about the
//! plan ([`Planning`]) and about workplaces ([`Visit`]), what is needed to [`Take`] something along, and what there is to [`Learn`]. The app reads them; it holds no prose of the instrument itself. Texts stand in the order of
//! the instrument, so a pack carries no ids twice.
#![warn(missing_docs)]

mod advise;
mod ask;
mod device;
mod fill;
mod learn;
mod pack;
mod phrases;
mod plan;
mod take;
mod visit;

pub use advise::*;
pub use ask::*;
pub use device::Device;
pub use fill::fill;
pub use learn::*;
pub use pack::{Damaged, read, write};
pub use phrases::{DeviceWord, GuidanceWord, HelpWord, Key, LearnWord, PlanWord, TakeWord, Word, Words, WorkplaceWord};
pub use plan::{Planning, RungProposal};
pub use take::Take;
pub use visit::*;

/// A piece of text, cheap to hand on to the page.
pub type Text = std::rc::Rc<str>;
