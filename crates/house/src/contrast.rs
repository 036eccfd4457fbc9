//! Which colours have to be told from each other, and whether they can be.

use std::fmt;

use crate::palette::{Palette, Role, Tone};

/// The contrast that text needs on its ground, from 1 (none) to 21 (black on white): level AAA of WCAG 2.2, criterion 1.4.6.
pub const TEXT: f64 = 7.0;
/// The contrast that a shape needs which shows where something is and in which state: WCAG 2.2, criterion 1.4.11.
pub const SHAPE: f64 = 3.0;

/// Every text on a ground that occurs in `style/`.
pub const TEXTS: [(Role, Role); 17] = [
    (Role::Ink, Role::Paper),
    (Role::Ink, Role::Raised),
    (Role::Ink, Role::LeafGround),
    (Role::Ink, Role::ClayGround),
    (Role::InkSoft, Role::Paper),
    (Role::InkSoft, Role::Raised),
    // How far a condition is, in the rail; the clock of a visit.
    (Role::InkSoft, Role::LeafGround),
    (Role::InkSoft, Role::ClayGround),
    // Links, quiet buttons and the ring of the focus.
    (Role::Sky, Role::Paper),
    (Role::Sky, Role::Raised),
    (Role::Sky, Role::LeafGround),
    (Role::Sky, Role::ClayGround),
    (Role::Clay, Role::Paper),
    (Role::Clay, Role::Raised),
    (Role::Clay, Role::ClayGround),
    (Role::OnLeaf, Role::Leaf),
    (Role::OnSun, Role::Sun),
];

/// Every shape that is nowhere text, on a ground that occurs.
pub const SHAPES: [(Role, Role); 4] = [
    // Buttons, the bar of the progress, the tick of what is done, the filled cells of the picture.
    (Role::Leaf, Role::Paper),
    (Role::Leaf, Role::Raised),
    // The start button, and the border of a step that is partly reached, by their ground.
    (Role::Leaf, Role::LeafGround),
    // The cells of the picture that are still possible.
    (Role::Hatch, Role::Raised),
];

/// Two colours that are hard to tell from each other.
#[derive(Clone, Debug, PartialEq)]
pub struct WeakPair {
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// What lies on top.
    pub on: (Role, Tone),
    /// What lies under it.
    pub ground: (Role, Tone),
    /// The contrast that they have, from 1 to 21.
    pub is: f64,
    /// The contrast that they need: [`TEXT`] or [`SHAPE`].
    pub needs: f64,
}

impl fmt::Display for WeakPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, on: (on, above), ground: (ground, under), is, needs } = self;
        let (on, ground) = (on.name(), ground.name());
        // Cut and not rounded: 6.96 is not 7.
        let is = (is * 10.0).floor() / 10.0;
        write!(f, "{scheme}: '{on}' on '{ground}' has a contrast of {is:.1} and needs {needs:.0}. ")?;
        write!(f, "{on} is {} ({}), {ground} is {} ({}).", above.colour, above.from, under.colour, under.from)
    }
}

/// The pairs of a palette that fall short, in the order of the lists above.
pub(crate) fn weak_pairs(palette: &Palette, scheme: &'static str) -> Vec<WeakPair> {
    let wanted = TEXTS.iter().map(|pair| (pair, TEXT)).chain(SHAPES.iter().map(|pair| (pair, SHAPE)));
    let measured = wanted.map(|(&(on, ground), needs)| {
        let (above, under) = (palette.get(on).clone(), palette.get(ground).clone());
        let is = above.colour.contrast(under.colour);
        WeakPair { scheme, on: (on, above), ground: (ground, under), is, needs }
    });
    measured.filter(|pair| pair.is < pair.needs).collect()
}
