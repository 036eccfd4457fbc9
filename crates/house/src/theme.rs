//! From the component tokens of an NL Design System theme to our roles.

use crate::{
    colour::Colour,
    palette::{Origin, Palette, Role},
    sheet::Sheet,
};

/// The tokens that a role is taken from: the first that the theme has a colour for.
///
/// docs/house-style.md holds the same table; a test keeps the two alike.
pub const TOKENS: [(Role, &[&str]); 11] = [
    (Role::Paper, &["--utrecht-document-background-color", "--utrecht-page-background-color"]),
    (
        Role::Raised,
        &[
            "--utrecht-surface-background-color",
            "--utrecht-textbox-background-color",
            "--utrecht-form-control-background-color",
        ],
    ),
    (Role::Ink, &["--utrecht-document-color"]),
    (Role::InkSoft, &["--utrecht-form-field-description-color", "--utrecht-form-description-color"]),
    (Role::Leaf, &["--utrecht-button-primary-action-background-color"]),
    (Role::OnLeaf, &["--utrecht-button-primary-action-color"]),
    (Role::Sun, &["--utrecht-focus-background-color"]),
    (Role::OnSun, &["--utrecht-focus-color"]),
    (Role::Clay, &["--utrecht-form-field-error-message-color", "--utrecht-feedback-danger-color"]),
    (Role::Sky, &["--utrecht-link-color"]),
    (Role::Line, &["--utrecht-separator-color"]),
];

/// The token of the letter.
pub const FONT: &str = "--utrecht-document-font-family";

/// Lays what a theme says over a palette, and tells what of it is no colour.
pub(crate) fn apply(sheet: &Sheet, dark: bool, palette: &mut Palette) -> Vec<String> {
    let mut remarks = Vec::new();
    for (role, tokens) in TOKENS {
        for &token in tokens {
            let Some(value) = sheet.value(token, dark) else { continue };
            match Colour::parse(&value) {
                Some(colour) => {
                    palette.put(role, colour, Origin::Theme(token));
                    break;
                }
                None => remarks.push(format!("{token}: '{value}' is no colour, or a see-through one")),
            }
        }
    }
    remarks
}

/// The letters that a theme names, as a list for a style sheet; `None` if it names none, or names them in no way that
/// is certain to be a list of names.
pub(crate) fn font(sheet: &Sheet) -> Option<String> {
    let value = sheet.value(FONT, false)?;
    let names: Vec<&str> = value.split(',').map(|name| name.trim().trim_matches(['"', '\'']).trim()).collect();
    let is_name = |name: &&str| {
        let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
        !name.is_empty() && name.chars().all(fits)
    };
    if !names.iter().all(is_name) {
        return None;
    }
    // Words such as sans-serif are no names and may not stand in quotes.
    let written = names.iter().map(|name| match *name {
        "serif" | "sans-serif" | "monospace" | "system-ui" | "ui-sans-serif" | "ui-serif" => (*name).to_owned(),
        name => format!("\"{name}\""),
    });
    Some(written.collect::<Vec<_>>().join(","))
}
