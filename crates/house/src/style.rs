//! What the house style adds to the style sheet, and the icon.

use crate::{
    House,
    palette::{Origin, Palette, Role},
};

/// What paper shows in a colour of the house; everything else is black there (`style/print.css`).
const ON_PAPER: [Role; 4] = [Role::Leaf, Role::OnLeaf, Role::Sun, Role::OnSun];

impl House {
    /// What comes behind everything of `style/`; empty if all is ours.
    pub fn style(&self) -> String {
        let mut style = String::new();
        let ours = self.light.is_ours() && self.dark.is_ours();
        if !ours {
            let all = |palette: &Palette| palette.declarations(&Role::ALL);
            style += &format!("@media screen{{:root{{{}}}}}\n", all(&self.light));
            style += &format!("@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n", all(&self.dark));
        }
        if ON_PAPER.iter().any(|&role| self.light.get(role).from != Origin::Ours) {
            style += &format!("@media print{{:root{{{}}}}}\n", self.light.declarations(&ON_PAPER));
        }
        if let Some(font) = &self.font {
            style += &format!(":root{{--letter:{font}}}\n");
        }
        if let Some(logo) = &self.logo {
            // A picture behind an empty text: nothing to be read out, as the name stands beside it.
            style += ".header__sprout{display:none}\n";
            style += &format!(
                ".header__name::before{{content:\"\";flex:none;block-size:40px;max-inline-size:min(14rem,45vw);\
                 aspect-ratio:{:.4};background:url(\"{}\") left center/contain no-repeat}}\n",
                logo.ratio,
                logo.as_address()
            );
        }
        style
    }

    /// The icon of the page: its own, or else the logo, or else our sprout in the colours of the house.
    pub fn icon(&self, ours: &str) -> String {
        match self.icon.as_ref().or(self.logo.as_ref()) {
            Some(drawing) => drawing.svg.clone(),
            None => {
                let colour = |role| self.light.get(role).colour.to_string();
                // As static/icon.svg writes them.
                ours.replace("#FAF7F2", &colour(Role::Paper)).replace("#1A5545", &colour(Role::Leaf))
            }
        }
    }
}
