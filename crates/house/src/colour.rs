//! Colours as numbers, and how well one can be told from another.

use std::fmt;

/// An opaque colour. See-through ones are refused: how well text stands out on them depends on what lies under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, from 0 to 255.
    pub rgb: [u8; 3],
}

impl Colour {
    /// Reads a colour as CSS writes it; `None` for anything else, and for one that is see-through.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // The library takes a hex number without its sign, and browsers do not.
        if !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_hexdigit()) {
            return None;
        }
        let colour = csscolorparser::parse(text).ok()?;
        let [red, green, blue, alpha] = colour.to_rgba8();
        (alpha == u8::MAX).then_some(Self { rgb: [red, green, blue] })
    }

    /// A little of this colour laid over another one.
    pub fn tint(self, share: f64, ground: Self) -> Self {
        let mut rgb = ground.rgb;
        for (under, over) in rgb.iter_mut().zip(self.rgb) {
            *under = (f64::from(*under) * (1.0 - share) + f64::from(over) * share).round() as u8;
        }
        Self { rgb }
    }

    /// The contrast of two colours as WCAG 2.2 defines it, from 1 (the same) to 21 (black and white).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap_or_else(|| panic!("{text} is a colour"))
    }

    #[test]
    fn a_colour_is_read_in_every_way_that_css_writes_it() {
        for text in ["#1e5b4a", "#1E5B4A", "rgb(30, 91, 74)", "rgb(30 91 74 / 100%)", " #1e5b4aff "] {
            assert_eq!(colour(text).to_string(), "#1e5b4a", "{text}");
        }
        assert_eq!(colour("hsl(0deg 0% 100%)").to_string(), "#ffffff");
        assert_eq!(colour("hsl(213 100% 30%)").to_string(), "#004599");
        assert_eq!(colour("rebeccapurple").to_string(), "#663399");
    }

    #[test]
    fn what_is_no_colour_or_see_through_is_refused() {
        for text in ["", "1e5b4a", "bc0000", "green-ish", "#12", "transparent", "rgb(0 0 0 / 50%)", "2px", "inherit"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one, two| (colour(one).contrast(colour(two)) * 100.0).round() / 100.0;
        assert_eq!(ratio("#000000", "#ffffff"), 21.0);
        assert_eq!(ratio("#777777", "#ffffff"), 4.48);
        assert_eq!(ratio("#ffffff", "#767676"), 4.54);
        assert_eq!(ratio("#595959", "#ffffff"), 7.0);
        assert_eq!(ratio("#ff0000", "#ffffff"), 4.0);
    }

    #[test]
    fn a_tint_lies_between_its_two_colours() {
        assert_eq!(colour("#000000").tint(0.1, colour("#ffffff")).to_string(), "#e6e6e6");
        assert_eq!(colour("#000000").tint(0.0, colour("#fedcba")).to_string(), "#fedcba");
    }
}
