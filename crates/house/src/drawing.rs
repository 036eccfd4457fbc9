//! A logo: an SVG that only draws.

use std::{fs, path::Path};

use roxmltree::{Document, Node};

/// A drawing that was checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The file as it is.
    pub svg: String,
    /// How many times wider than high it is.
    pub ratio: f64,
}

/// It stands in the style sheet, and that one comes before anything is shown.
const LARGEST: usize = 40_000;

/// What does more than draw.
const REFUSED: [&str; 10] =
    ["script", "foreignObject", "iframe", "image", "audio", "video", "a", "animate", "set", "handler"];

/// Reads and checks a drawing.
///
/// # Errors
///
/// What is wrong, on which line, and what to do.
pub fn read(file: &Path) -> Result<Drawing, (usize, String, String)> {
    let again = || "Save it again from the drawing program as a plain SVG.".to_owned();
    let svg = fs::read_to_string(file).map_err(|error| {
        let what = format!("The drawing cannot be read: {error}.");
        (1, what, "Put the file there, or correct its name; it counts from the folder of the house file.".to_owned())
    })?;
    if svg.len() > LARGEST {
        let what = format!("The drawing has {} bytes, and {LARGEST} is the most.", svg.len());
        return Err((1, what, "Take a simpler one: everyone waits for it before anything is shown.".to_owned()));
    }
    let document = Document::parse(&svg)
        .map_err(|error| (error.pos().row as usize, format!("This is no SVG: {error}."), again()))?;
    let line = |node: &Node<'_, '_>| document.text_pos_at(node.range().start).row as usize;
    let root = document.root_element();
    if !root.has_tag_name(("http://www.w3.org/2000/svg", "svg")) {
        return Err((
            line(&root),
            "This is no SVG: it does not begin with an svg element of its kind.".to_owned(),
            again(),
        ));
    }
    for node in root.descendants() {
        if let Some(what) = does_more(&node) {
            return Err((line(&node), what, format!("Take it out. {}", again())));
        }
    }
    let ratio = root.attribute("viewBox").and_then(ratio).ok_or_else(|| {
        let what = "The drawing has no viewBox of four numbers, so its shape is not known.".to_owned();
        (line(&root), what, again())
    })?;
    Ok(Drawing { svg, ratio })
}

/// What a part of a drawing does beyond drawing.
fn does_more(node: &Node<'_, '_>) -> Option<String> {
    let name = node.tag_name().name();
    if REFUSED.contains(&name) {
        return Some(format!("The drawing has a '{name}', and a logo only draws."));
    }
    let leads_out = |text: &str| {
        let text = text.to_ascii_lowercase();
        text.contains("@import") || text.split("url(").skip(1).any(|inside| !within(inside))
    };
    if name == "style" && node.descendants().filter_map(|part| part.text()).any(leads_out) {
        return Some("The style in the drawing loads something from outside.".to_owned());
    }
    let refused = node.attributes().find(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        name.starts_with("on") || (matches!(name, "href" | "src") && !within(value)) || leads_out(value)
    });
    refused.map(|attribute| {
        let (name, value) = (attribute.name(), attribute.value());
        let value: String = value.chars().take(60).collect();
        format!("The drawing has {name}=\"{value}\", which runs something or leads outside.")
    })
}

/// Whether a reference leads to a part of the same drawing.
fn within(reference: &str) -> bool {
    reference.trim_start_matches(['"', '\'', ' ']).starts_with('#')
}

fn ratio(view_box: &str) -> Option<f64> {
    let numbers: Vec<f64> = view_box
        .split([' ', ',', '\t', '\n'])
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [_, _, width, height] = numbers.try_into().ok()?;
    let ratio: f64 = width / height;
    (width > 0.0 && height > 0.0 && ratio.is_finite()).then_some(ratio)
}

impl Drawing {
    /// The drawing as an address for a style sheet: nothing has to be fetched for it, and scripts never run in it.
    pub(crate) fn as_address(&self) -> String {
        let mut address = String::from("data:image/svg+xml,");
        for letter in self.svg.trim().chars() {
            match letter {
                '%' => address.push_str("%25"),
                '#' => address.push_str("%23"),
                '"' => address.push_str("%22"),
                '\\' => address.push_str("%5C"),
                '<' => address.push_str("%3C"),
                '>' => address.push_str("%3E"),
                '\n' | '\r' | '\t' => address.push(' '),
                letter => address.push(letter),
            }
        }
        address
    }
}
