//! The site as an app on the home screen: a web manifest for each language, and the icons that it names.

use super::{page, read};
use crate::shell;
use anyhow::{Context, Result};
use content::{Ask, Word};
use house::{House, Role};
use resvg::{
    render,
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};
use serde_json::json;
use std::path::Path;

/// The drawing from which the icons are made: that of the house.
const DRAWING: &str = "icon.svg";

/// An icon: its file, how many dots wide it is, how much of it the drawing fills, and what it is for.
struct Icon {
    file: &'static str,
    width: u32,
    /// Systems cut icons into their own shape: of one that is 'maskable' only the inner four fifths are sure to be seen.
    share: f32,
    purpose: Option<&'static str>,
}

const ICONS: [Icon; 4] = [
    // Not in the manifest: iOS reads it from the page. It rounds the corners itself and shows black where there is nothing.
    Icon { file: "icon-180.png", width: 180, share: 0.9, purpose: None },
    Icon { file: "icon-192.png", width: 192, share: 1.0, purpose: Some("any") },
    Icon { file: "icon-512.png", width: 512, share: 1.0, purpose: Some("any") },
    Icon { file: "icon-512-maskable.png", width: 512, share: 0.8, purpose: Some("maskable") },
];

/// Draws the icons, writes a manifest for each language of the house, and gives the page that names them. `place` puts a file
/// into the site and gives its final name.
pub fn install(
    page: &str,
    house: &House,
    generated: &Path,
    words: &[(String, Ask)],
    place: impl Fn(&str, &[u8]) -> Result<String>,
) -> Result<String> {
    let drawing = read(&generated.join(DRAWING))?;
    let paper = house.light.get(Role::Paper).colour.to_string();
    let mut icons = vec![json!({
        "src": place(DRAWING, drawing.as_bytes())?, "sizes": "any", "type": "image/svg+xml",
    })];
    let mut page = page.to_owned();
    for (icon, dots) in draw(&drawing, &paper)? {
        let name = place(icon.file, &dots)?;
        match icon.purpose {
            Some(purpose) => {
                let size = format!("{0}x{0}", icon.width);
                icons.push(json!({ "src": name, "sizes": size, "type": "image/png", "purpose": purpose }));
            }
            None => page = page::with_file(&page, icon.file, &name)?,
        }
    }
    let mut manifests = Vec::new();
    for (language, ask) in words {
        let manifest = json!({
            "name": house.name(language),
            "short_name": house.short_name(language),
            "description": &*ask.words.get(Word::StartLead),
            "lang": language,
            "dir": "ltr",
            // Relative to the manifest, which lies beside the page: so it is under any path.
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "background_color": paper,
            "theme_color": paper,
            "icons": icons,
        });
        let name = place(&format!("{language}.webmanifest"), format!("{manifest}\n").as_bytes())?;
        manifests.push((language.clone(), name));
    }
    page::with_manifests(&page, &manifests)
}

/// Every icon with its dots as PNG.
fn draw(drawing: &str, paper: &str) -> Result<Vec<(&'static Icon, Vec<u8>)>> {
    let tree = Tree::from_str(drawing, &Options::default()).map_err(|error| {
        shell::fault(format!("{DRAWING} is not a drawing that can be read: {error}"), "save it anew as plain SVG")
    })?;
    let ground = colour(paper)?;
    let mut drawn = Vec::new();
    for icon in &ICONS {
        let mut dots = Pixmap::new(icon.width, icon.width).context("an icon has a width")?;
        if icon.share < 1.0 {
            dots.fill(ground);
        }
        let width = icon.width as f32;
        let scale = width * icon.share / tree.size().width().max(tree.size().height());
        let [left, top] = [tree.size().width(), tree.size().height()].map(|side| (width - side * scale) / 2.0);
        render(&tree, Transform::from_scale(scale, scale).post_translate(left, top), &mut dots.as_mut());
        drawn.push((icon, dots.encode_png()?));
    }
    Ok(drawn)
}

/// `#FAF7F2`.
fn colour(written: &str) -> Result<Color> {
    let part = |at: usize| u8::from_str_radix(written.get(at..at + 2)?, 16).ok();
    let parts = written.starts_with('#').then(|| Some((part(1)?, part(3)?, part(5)?))).flatten();
    let (red, green, blue) = parts.with_context(|| format!("{written} is not a colour such as #FAF7F2"))?;
    Ok(Color::from_rgba8(red, green, blue, 255))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_stand_in_the_middle_and_keep_clear_of_what_systems_cut_off() {
        // Wider than high, and black all over.
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><path d='M0 0h20v10h-20z'/></svg>";
        let drawn = draw(drawing, "#FAF7F2").expect("a drawing");
        let dots = |file: &str| {
            let (_, dots) = drawn.iter().find(|(icon, _)| icon.file == file).expect("one of the icons");
            Pixmap::decode_png(dots).expect("a picture")
        };

        let maskable = dots("icon-512-maskable.png");
        let black = |x, y| maskable.pixel(x, y).is_some_and(|dot| (dot.red(), dot.alpha()) == (0, 255));
        let paper = |x, y| maskable.pixel(x, y).is_some_and(|dot| (dot.red(), dot.alpha()) == (0xfa, 255));
        assert!(black(256, 256) && black(60, 256) && black(451, 256) && black(256, 160));
        assert!(paper(45, 256) && paper(466, 256) && paper(256, 145) && paper(0, 0));

        let plain = dots("icon-192.png");
        assert_eq!((plain.width(), plain.height()), (192, 192));
        assert_eq!(plain.pixel(0, 0).map(|dot| dot.alpha()), Some(0), "what is not drawn stays open");
    }

    #[test]
    fn a_colour_is_read_as_the_page_writes_it() {
        assert!(colour("#FAF7F2").is_ok() && colour("FAF7F2").is_err() && colour("#FAé").is_err());
    }
}
