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

/// One way to look at a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub light: Light,
    /// The width of the window, in CSS pixels.
    pub width: u32,
    /// The language.
    pub language: &'static str,
}

impl Look {
    /// For the n-th page: each light once, each width once, both languages. Over any three pages in a row every pair
    /// of light and width comes up, and over any six every pair of all.
    pub fn for_page(n: usize) -> [Self; 3] {
        let widths = [320, 768, 1280];
        let languages = ["en", "nl"];
        let lights = [Light::Light, Light::Dark, Light::Forced];
        [0, 1, 2].map(|turn| Self {
            light: lights[turn],
            width: widths[(turn + n) % widths.len()],
            language: languages[(turn + n / 3) % languages.len()],
        })
    }
}

/// A print-out.
pub struct Paper {
    /// How many sheets.
    pub pages: usize,
    /// The whole file.
    pub pdf: Vec<u8>,
}

impl App {
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
    fn the_looks_of_six_pages_cover_every_pair() {
        let looks: Vec<Look> = (0..6).flat_map(Look::for_page).collect();
        for light in [Light::Light, Light::Dark, Light::Forced] {
            for width in [320, 768, 1280] {
                assert!(looks.iter().any(|look| look.light == light && look.width == width), "{light:?} {width}");
            }
            for language in ["en", "nl"] {
                assert!(looks.iter().any(|look| look.light == light && look.language == language));
            }
        }
        for width in [320, 768, 1280] {
            for language in ["en", "nl"] {
                assert!(looks.iter().any(|look| look.width == width && look.language == language));
            }
        }
    }
}
