//! The colours by what they are for, and where each came from.

use std::fmt;

use serde::Deserialize;

use crate::{colour::Colour, sheet::Declarations};

/// What a colour is for. The names are those of `style/tokens.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The page.
    Paper,
    /// Cards and fields on the page.
    Raised,
    /// Text.
    Ink,
    /// Hints, and the borders of fields.
    InkSoft,
    /// Buttons and what is filled in.
    Leaf,
    /// The ground of what is chosen or stands out.
    LeafGround,
    /// Text on a button.
    OnLeaf,
    /// A label that draws the eye.
    Sun,
    /// Text on such a label.
    OnSun,
    /// What is wrong, or comes first by law.
    Clay,
    /// The ground of a warning.
    ClayGround,
    /// Links, and the ring around what has the focus.
    Sky,
    /// Fine lines between parts.
    Line,
    /// The pattern of what is still possible.
    Hatch,
}

impl Role {
    /// All of them, in the order of `style/tokens.css`.
    pub const ALL: [Self; 14] = [
        Self::Paper,
        Self::Raised,
        Self::Ink,
        Self::InkSoft,
        Self::Leaf,
        Self::LeafGround,
        Self::OnLeaf,
        Self::Sun,
        Self::OnSun,
        Self::Clay,
        Self::ClayGround,
        Self::Sky,
        Self::Line,
        Self::Hatch,
    ];

    /// Its name in `house.toml` and, behind two dashes, in the style.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Raised => "raised",
            Self::Ink => "ink",
            Self::InkSoft => "ink-soft",
            Self::Leaf => "leaf",
            Self::LeafGround => "leaf-ground",
            Self::OnLeaf => "on-leaf",
            Self::Sun => "sun",
            Self::OnSun => "on-sun",
            Self::Clay => "clay",
            Self::ClayGround => "clay-ground",
            Self::Sky => "sky",
            Self::Line => "line",
            Self::Hatch => "hatch",
        }
    }
}

/// Where a colour came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `style/tokens.css`.
    Ours,
    /// The house file.
    HouseFile,
    /// The theme, in this token.
    Theme(&'static str),
    /// Worked out from `leaf`, because a green ground would not go with another button.
    Mixed,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ours => f.write_str("ours"),
            Self::HouseFile => f.write_str("house file"),
            Self::Theme(token) => write!(f, "theme, {token}"),
            Self::Mixed => f.write_str("a tint of leaf"),
        }
    }
}

/// A colour, and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tone {
    /// The colour.
    pub colour: Colour,
    /// Where it came from.
    pub from: Origin,
}

/// A colour for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    tones: [Tone; Role::ALL.len()],
}

impl Palette {
    /// Our own, from the declarations of `style/tokens.css`; the role that has no colour there, if one has none.
    pub(crate) fn ours(declarations: &Declarations) -> Result<Self, Role> {
        let black = Tone { colour: Colour { rgb: [0; 3] }, from: Origin::Ours };
        let mut palette = Self { tones: std::array::from_fn(|_| black.clone()) };
        for role in Role::ALL {
            let value = declarations.get(&format!("--{}", role.name())).ok_or(role)?;
            palette.put(role, Colour::parse(value).ok_or(role)?, Origin::Ours);
        }
        Ok(palette)
    }

    /// The colour of a role.
    pub fn get(&self, role: Role) -> &Tone {
        &self.tones[role as usize]
    }

    /// Gives a role another colour.
    pub(crate) fn put(&mut self, role: Role, colour: Colour, from: Origin) {
        self.tones[role as usize] = Tone { colour, from };
    }

    /// Gives the ground of what is chosen a tint of a new `leaf`, unless someone chose one.
    pub(crate) fn tint_ground(&mut self) {
        if self.get(Role::Leaf).from != Origin::Ours && self.get(Role::LeafGround).from == Origin::Ours {
            let ground = self.get(Role::Leaf).colour.tint(0.1, self.get(Role::Raised).colour);
            self.put(Role::LeafGround, ground, Origin::Mixed);
        }
    }

    /// Whether anything differs from what `style/tokens.css` says.
    pub fn is_ours(&self) -> bool {
        self.tones.iter().all(|tone| tone.from == Origin::Ours)
    }

    /// Whether a theme said anything.
    pub(crate) fn is_from_a_theme(&self) -> bool {
        self.tones.iter().any(|tone| matches!(tone.from, Origin::Theme(_)))
    }

    /// The declarations for a style sheet.
    pub(crate) fn declarations(&self, roles: &[Role]) -> String {
        roles.iter().map(|&role| format!("--{}:{};", role.name(), self.get(role).colour)).collect()
    }
}
