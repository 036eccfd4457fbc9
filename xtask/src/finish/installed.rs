//! The site as an app on the home screen: a web manifest for each language, and the icons that it names.

use super::{files, read};
use crate::shell;
use anyhow::{Context, Result};
use content::{Ask, Word};
use resvg::{
    render,
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};
use serde_json::json;
use std::{fs, path::Path};

/// The drawing from which the icons are made; Trunk copies it.
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

/// Draws the icons, and writes a manifest for each of the packs with the first words of a language. Gives each language
/// with the name of its manifest.
pub fn install(staging: &Path, packs: &Path, page: &str) -> Result<Vec<(String, String)>> {
    let paper = theme_colour(page)?;
    draw_icons(staging, paper)?;
    let mut manifests = Vec::new();
    for pack in files(packs)? {
        let name = super::file_name(&pack);
        let Some(language) = name.strip_prefix("ask.").and_then(|name| name.strip_suffix(".pack")) else { continue };
        let ask: Ask = content::read(&fs::read(&pack)?).ok().with_context(|| format!("{name} cannot be read"))?;
        let manifest = format!("{language}.webmanifest");
        fs::write(staging.join(&manifest), self::manifest(&ask, paper))?;
        manifests.push((language.to_owned(), manifest));
    }
    Ok(manifests)
}

fn manifest(ask: &Ask, paper: &str) -> String {
    let icons = ICONS.iter().filter_map(|icon| {
        let size = format!("{0}x{0}", icon.width);
        Some(json!({ "src": icon.file, "sizes": size, "type": "image/png", "purpose": icon.purpose? }))
    });
    let drawing = json!({ "src": DRAWING, "sizes": "any", "type": "image/svg+xml" });
    let name = ask.words.get(Word::SiteName);
    let manifest = json!({
        "name": &*name,
        "short_name": &*name,
        "description": &*ask.words.get(Word::StartLead),
        "lang": &*ask.language,
        "dir": "ltr",
        // Relative to the manifest, which lies beside the page: so it is under any path.
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": std::iter::once(drawing).chain(icons).collect::<Vec<_>>(),
    });
    format!("{manifest}\n")
}

fn draw_icons(staging: &Path, paper: &str) -> Result<()> {
    let drawing = read(&staging.join(DRAWING))?;
    let tree = Tree::from_str(&drawing, &Options::default()).map_err(|error| {
        shell::fault(format!("{DRAWING} is not a drawing that can be read: {error}"), "save it anew as plain SVG")
    })?;
    let ground = colour(paper)?;
    for icon in &ICONS {
        let mut dots = Pixmap::new(icon.width, icon.width).context("an icon has a width")?;
        if icon.share < 1.0 {
            dots.fill(ground);
        }
        let width = icon.width as f32;
        let scale = width * icon.share / tree.size().width().max(tree.size().height());
        let [left, top] = [tree.size().width(), tree.size().height()].map(|side| (width - side * scale) / 2.0);
        render(&tree, Transform::from_scale(scale, scale).post_translate(left, top), &mut dots.as_mut());
        fs::write(staging.join(icon.file), dots.encode_png()?)?;
    }
    Ok(())
}

/// The colour of the paper by day, as the page tells it to the browser.
fn theme_colour(page: &str) -> Result<&str> {
    let mark = "name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"";
    let colour = page.split_once(mark).and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    colour.ok_or_else(|| shell::fault("the page names no theme-color for light", "give index.html the line back"))
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
    use std::env;

    #[test]
    fn icons_stand_in_the_middle_and_keep_clear_of_what_systems_cut_off() {
        let staging = env::temp_dir().join(format!("room-to-grow-icons-{}", std::process::id()));
        fs::create_dir_all(&staging).expect("temporary folder");
        // Wider than high, and black all over.
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'><path d='M0 0h20v10h-20z'/></svg>";
        fs::write(staging.join(DRAWING), drawing).expect("file in the temporary folder");
        draw_icons(&staging, "#FAF7F2").expect("a drawing");

        let dots = Pixmap::load_png(staging.join("icon-512-maskable.png")).expect("a picture");
        let black = |x, y| dots.pixel(x, y).is_some_and(|dot| (dot.red(), dot.alpha()) == (0, 255));
        let paper = |x, y| dots.pixel(x, y).is_some_and(|dot| (dot.red(), dot.alpha()) == (0xfa, 255));
        assert!(black(256, 256) && black(60, 256) && black(451, 256) && black(256, 160));
        assert!(paper(45, 256) && paper(466, 256) && paper(256, 145) && paper(0, 0));

        let dots = Pixmap::load_png(staging.join("icon-192.png")).expect("a picture");
        assert_eq!((dots.width(), dots.height()), (192, 192));
        assert_eq!(dots.pixel(0, 0).map(|dot| dot.alpha()), Some(0), "what is not drawn stays open");
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }

    #[test]
    fn the_colour_is_read_from_the_page() {
        let page = r##"<meta name="theme-color" media="(prefers-color-scheme: light)" content="#FAF7F2">"##;
        assert_eq!(theme_colour(page).expect("is there"), "#FAF7F2");
        assert!(theme_colour("<p>").is_err());
        assert!(colour("#FAF7F2").is_ok() && colour("FAF7F2").is_err() && colour("#FAé").is_err());
    }
}
