//! How the page is looked at: width, light, forced colours, paper.

use anyhow::Result;
use serde_json::json;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

use crate::App;

/// What the device draws with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The few colours that the user has chosen (high contrast).
    Forced,
}

/// How large someone has the text, in percent, and the mark by which the style goes (`data-reading`).
const TEXTS: [(u32, &str); 4] = [(100, ""), (115, "text-115"), (130, "text-130"), (150, "text-150")];
const LIGHTS: [Light; 3] = [Light::Light, Light::Dark, Light::Forced];
const WIDTHS: [u32; 3] = [320, 768, 1280];
/// The last one is that in which tests go on.
const LANGUAGES: [&str; 2] = ["nl", "en"];

/// One way to look at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub light: Light,
    /// The width of the window, in CSS pixels.
    pub width: u32,
    /// The size of the text, in percent.
    pub text: u32,
    /// The language.
    pub language: &'static str,
}

impl Look {
    /// As few looks as hold every pair of colours, width, size of text and language (12 of the 72 that there are), language by
    /// language.
    pub fn pairwise() -> Vec<Self> {
        let all: Vec<Self> = LANGUAGES
            .into_iter()
            .flat_map(|language| LIGHTS.map(|light| (language, light)))
            .flat_map(|(language, light)| WIDTHS.map(|width| (language, light, width)))
            .flat_map(|(language, light, width)| TEXTS.map(|(text, _)| Self { light, width, text, language }))
            .collect();
        let mut open: Vec<Pair> = all.iter().flat_map(Self::pairs).collect();
        open.sort_unstable();
        open.dedup();
        let mut looks = Vec::new();
        while !open.is_empty() {
            // The one that holds most of what no other holds yet.
            let gain = |look: &&Self| look.pairs().iter().filter(|pair| open.contains(pair)).count();
            let Some(best) = all.iter().rev().max_by_key(gain).copied() else { break };
            open.retain(|pair| !best.pairs().contains(pair));
            looks.push(best);
        }
        looks.sort_by_key(|look| LANGUAGES.iter().position(|it| *it == look.language));
        looks
    }

    /// Every two of its four sides.
    fn pairs(&self) -> [Pair; 6] {
        let sides = [
            format!("{:?}", self.light),
            format!("{} px", self.width),
            format!("{} %", self.text),
            self.language.to_owned(),
        ];
        [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)].map(|(one, other)| (sides[one].clone(), sides[other].clone()))
    }
}

/// Two sides of a look, in words.
type Pair = (String, String);

/// A print-out.
pub struct Paper {
    /// How many sheets.
    pub pages: usize,
    /// The whole file.
    pub pdf: Vec<u8>,
}

impl App {
    /// Looks at the page in one of the ways.
    pub async fn take_look(&self, look: Look) -> Result<()> {
        self.look_in(look.light, look.width).await?;
        self.have_text_at(look.text).await?;
        self.speak(look.language).await
    }

    /// Sets the size of the text, in percent, as the page does for who chose it.
    pub async fn have_text_at(&self, percent: u32) -> Result<()> {
        let mark = TEXTS.iter().find(|(size, _)| *size == percent).map_or("", |(_, mark)| *mark);
        self.read("document.documentElement.dataset.reading = arguments[0]", [json!(mark)]).await
    }

    /// Sets a window of 1280 x 1024 px in which everything is so many times as large.
    pub async fn zoom_in(&self, times: u32) -> Result<()> {
        let size =
            json!({ "width": 1280 / times, "height": 1024 / times, "deviceScaleFactor": times, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Spaces the text of the page out as readers may (WCAG 1.4.12), until the page is loaded anew.
    pub async fn space_text_out(&self) -> Result<()> {
        self.read(include_str!("scripts/space.js"), []).await
    }

    /// Hides the bars at the edge of the window, which look different on each system.
    pub async fn hide_what_scrolls(&self) -> Result<()> {
        self.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        Ok(())
    }

    /// Sets width and colours; the language stays.
    pub async fn look_in(&self, light: Light, width: u32) -> Result<()> {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        let dark = if light == Light::Dark { "dark" } else { "light" };
        let forced = if light == Light::Forced { "active" } else { "none" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": dark },
            { "name": "forced-colors", "value": forced },
            // A fading colour in mid-way would be measured as a faint one.
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.command("Emulation.setEmulatedMedia", json!({ "media": "screen", "features": features })).await?;
        Ok(())
    }

    /// Shows on the screen what paper would show, on a sheet of A4 (18 cm between the margins).
    pub async fn look_at_paper(&self) -> Result<()> {
        let size = json!({ "width": 680, "height": 960, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        self.command("Emulation.setEmulatedMedia", json!({ "media": "print", "features": [] })).await?;
        Ok(())
    }

    /// Prints the page on A4.
    pub async fn print(&self) -> Result<Paper> {
        self.print_on(21.0, 29.7).await
    }

    /// Prints the page on sheets of this width and height, in centimetres.
    pub async fn print_on(&self, width: f64, height: f64) -> Result<Paper> {
        let parameters = PrintParameters {
            page: PrintPage { width, height },
            margin: PrintMargins { top: 1.5, bottom: 1.5, left: 1.5, right: 1.5 },
            shrink_to_fit: false,
            ..PrintParameters::default()
        };
        let pdf = self.driver().print_page(parameters).await?;
        Ok(Paper { pages: pages(&pdf), pdf })
    }
}

/// Chromium writes one plain `/Type /Page` for each sheet, and one `/Type /Pages` for the lot.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_looks_hold_every_pair() {
        let looks = Look::pairwise();
        let pairs: Vec<Pair> = looks.iter().flat_map(Look::pairs).collect();
        for light in LIGHTS {
            for width in WIDTHS {
                for (text, _) in TEXTS {
                    for language in LANGUAGES {
                        let look = Look { light, width, text, language };
                        assert!(look.pairs().iter().all(|pair| pairs.contains(pair)), "a pair of {look:?} is missing");
                    }
                }
            }
        }
        assert!(looks.len() <= 14, "{} looks at every page take too long", looks.len());
    }

    #[test]
    fn they_end_in_english() {
        assert_eq!(Look::pairwise().last().map(|look| look.language), Some("en"));
    }
}
