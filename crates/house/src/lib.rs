//! The own house style of whoever hosts the site: name, logo, colours, contact, privacy text, languages and region, in one
//! file; and what a theme of the NL Design System says about colours.
//!
//! What is wrong in the file is a [`Fault`] with file, line and what to do, because whoever writes it need not program.
//! Colours that are hard to tell from each other are a warning: [`House::warnings`].
#![warn(missing_docs)]

mod address;
mod colour;
mod contrast;
mod drawing;
mod fault;
mod palette;
mod reading;
mod sheet;
mod source;
mod style;
mod theme;

use std::collections::BTreeMap;

pub use colour::Colour;
pub use contrast::{SHAPE, SHAPES, TEXT, TEXTS, WeakPair};
pub use drawing::Drawing;
pub use fault::Fault;
pub use palette::{Origin, Palette, Role, Tone};
pub use reading::{ours, read};
pub use theme::{FONT, TOKENS};

/// What makes the site somebody's own.
#[derive(Clone, Debug)]
pub struct House {
    /// The codes of the languages that are shipped. The first speaks to those who wish for none of them.
    pub languages: Vec<String>,
    /// The folder of `content/regions` with the rules and schemes.
    pub region: String,
    /// The address under which others open the site, for links that carry answers. Empty: the address of the page.
    pub site_address: String,
    /// The origins that may show the app in a frame; empty: nobody.
    pub frames: Vec<String>,
    /// What stands in the header in place of our sprout.
    pub logo: Option<Drawing>,
    /// What stands in the tab and on a home screen, if that is not the logo.
    pub icon: Option<Drawing>,
    /// The colours by day.
    pub light: Palette,
    /// The colours by night.
    pub dark: Palette,
    /// The letters, as a list for a style sheet; `None`: those of the device.
    pub font: Option<String>,
    names: BTreeMap<String, String>,
    short_names: BTreeMap<String, String>,
    contacts: BTreeMap<String, Contact>,
    privacy: BTreeMap<String, Vec<String>>,
    remarks: Vec<String>,
}

/// Whom one can reach about the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who it is.
    pub name: String,
    /// An e-mail address.
    pub mail: Option<String>,
    /// A web address.
    pub web: Option<String>,
}

impl House {
    /// The name of the product in a language; of one that has none, that of the first language.
    pub fn name(&self, language: &str) -> &str {
        let first = || self.languages.first().and_then(|first| self.names.get(first));
        self.names.get(language).or_else(first).map_or("", String::as_str)
    }

    /// The name where there is little room, as on a home screen.
    pub fn short_name(&self, language: &str) -> &str {
        self.short_names.get(language).map_or_else(|| self.name(language), String::as_str)
    }

    /// Whom one can reach, in a language.
    pub fn contact(&self, language: &str) -> Option<&Contact> {
        self.contacts.get(language)
    }

    /// What whoever hosts the site says about privacy: paragraphs, in a language.
    pub fn privacy(&self, language: &str) -> &[String] {
        self.privacy.get(language).map_or(&[], Vec::as_slice)
    }

    /// The pairs of colours that are hard to tell from each other, by day and then by night.
    pub fn weak_pairs(&self) -> Vec<WeakPair> {
        let mut pairs = contrast::weak_pairs(&self.light, "light");
        pairs.extend(contrast::weak_pairs(&self.dark, "dark"));
        pairs
    }

    /// What does not stop a build and should be looked at: what of a theme was left out, and weak pairs of colours.
    pub fn warnings(&self) -> Vec<String> {
        let left_out = self.remarks.iter().map(|what| format!("of the theme was left out: {what}."));
        left_out.chain(self.weak_pairs().iter().map(ToString::to_string)).collect()
    }
}
