//! The custom properties of a style sheet. Everything else in it is left out.

use std::collections::BTreeMap;

use cssparser::{Delimiter, Delimiters, ParseError, Parser, Token};

/// Custom properties by their name with its dashes; of two with one name the later one counts.
pub(crate) type Declarations = BTreeMap<String, String>;

/// What a style sheet declares for the whole page.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Where nothing is said about light or dark.
    pub light: Declarations,
    /// Under `prefers-color-scheme: dark`.
    pub dark: Declarations,
    /// What was left out and its maker may miss, in the order in which it stands, each once.
    pub left_out: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Light,
    Dark,
}

impl Sheet {
    /// Reads a style sheet. What is not CSS is passed over, as browsers do.
    pub fn read(text: &str) -> Self {
        let mut sheet = Self::default();
        rules(&mut Parser::new(text), Scheme::Light, &mut sheet);
        sheet
    }

    /// The value of a property with every `var()` in it replaced; `None` if it, or one that it needs, is not there.
    ///
    /// In the dark, what is said there stands over the rest, as in a browser.
    pub fn value(&self, name: &str, dark: bool) -> Option<String> {
        self.resolved(name, dark, &mut Vec::new())
    }

    fn resolved(&self, name: &str, dark: bool, asked: &mut Vec<String>) -> Option<String> {
        // One that leads back to itself has no value.
        if asked.iter().any(|before| before == name) {
            return None;
        }
        let in_the_dark = self.dark.get(name).filter(|_| dark);
        let value = in_the_dark.or_else(|| self.light.get(name))?;
        asked.push(name.to_owned());
        let filled = self.filled(value, dark, asked);
        asked.pop();
        filled
    }

    fn filled(&self, value: &str, dark: bool, asked: &mut Vec<String>) -> Option<String> {
        let Some((before, inside, after)) = first_var(value) else { return Some(value.to_owned()) };
        let (name, fallback) = match inside.split_once(',') {
            Some((name, fallback)) => (name.trim(), Some(fallback.trim())),
            None => (inside.trim(), None),
        };
        let middle = self.resolved(name, dark, asked).or_else(|| self.filled(fallback?, dark, asked))?;
        Some(format!("{before}{middle}{}", self.filled(after, dark, asked)?))
    }

    fn leave_out(&mut self, what: String) {
        if !self.left_out.contains(&what) {
            self.left_out.push(what);
        }
    }
}

/// The text before the first `var()`, what stands in it, and the text behind it.
fn first_var(value: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = value.split_once("var(")?;
    let mut depth = 1;
    for (at, letter) in from.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((before, &from[..at], &from[at + 1..]));
        }
    }
    None
}

fn rules(parser: &mut Parser<'_>, scheme: Scheme, sheet: &mut Sheet) {
    loop {
        parser.skip_whitespace();
        let start = parser.state();
        match parser.next().cloned() {
            Err(_) => return,
            Ok(Token::AtKeyword(name)) => at_rule(&name.to_ascii_lowercase(), parser, scheme, sheet),
            Ok(Token::Semicolon | Token::CDO | Token::CDC) => {}
            Ok(_) => {
                parser.reset(&start);
                let selectors = until(parser, Delimiter::CurlyBracketBlock).to_owned();
                if opens_block(parser) {
                    in_block(parser, |parser| declarations(parser, &selectors, scheme, sheet));
                }
            }
        }
    }
}

fn at_rule(name: &str, parser: &mut Parser<'_>, scheme: Scheme, sheet: &mut Sheet) {
    let about = until(parser, Delimiter::CurlyBracketBlock | Delimiter::Semicolon).to_ascii_lowercase();
    let inside = match name {
        "media" => scheme_of(&about, scheme),
        "layer" | "supports" => Some(scheme),
        "charset" => None,
        "font-face" => {
            sheet.leave_out("@font-face: the app loads no fonts. One that the device has can be named".to_owned());
            None
        }
        "import" => {
            sheet.leave_out(format!("@import {}: put what is in that file into this one", about.trim()));
            None
        }
        other => {
            sheet.leave_out(format!("@{other}"));
            None
        }
    };
    if opens_block(parser) {
        in_block(parser, |parser| {
            if let Some(scheme) = inside {
                rules(parser, scheme, sheet);
            }
        });
    }
}

/// For which scheme a media query speaks; `None` if it is about something else, such as paper or a width.
fn scheme_of(query: &str, around: Scheme) -> Option<Scheme> {
    let bare: String = query.chars().filter(|letter| !letter.is_whitespace()).collect();
    match bare.as_str() {
        "(prefers-color-scheme:dark)" | "screenand(prefers-color-scheme:dark)" => Some(Scheme::Dark),
        "(prefers-color-scheme:light)" | "screen" | "all" => Some(around),
        _ => None,
    }
}

fn declarations(parser: &mut Parser<'_>, selectors: &str, scheme: Scheme, sheet: &mut Sheet) {
    let counts = selectors.split(',').any(|selector| is_for_the_page(selector.trim()));
    while let Ok(token) = parser.next().cloned() {
        let Token::Ident(name) = token else { continue };
        if parser.expect_colon().is_err() {
            continue;
        }
        let value = without_comments(until(parser, Delimiter::Semicolon));
        if !name.starts_with("--") {
            continue;
        }
        if !counts {
            sheet.leave_out(format!("what is declared for '{}' only", selectors.trim()));
        } else if value.contains("url(") {
            sheet.leave_out(format!("{name}: it has a url(), and the app loads nothing that a theme names"));
        } else {
            let into = if scheme == Scheme::Dark { &mut sheet.dark } else { &mut sheet.light };
            into.insert(name.to_string(), value);
        }
    }
}

/// Themes of the NL Design System put their tokens on a class such as `.voorbeeld-theme`.
fn is_for_the_page(selector: &str) -> bool {
    let theme = |name: &str| {
        let plain = name.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_');
        plain && name.contains("theme") && !name.contains("--")
    };
    matches!(selector, ":root" | ":host" | "html" | "body") || selector.strip_prefix('.').is_some_and(theme)
}

fn without_comments(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// The text up to the next of some signs; the parser then stands before it.
fn until<'i>(parser: &mut Parser<'i>, signs: Delimiters) -> &'i str {
    let start = parser.position();
    // It cannot fail: every token is taken.
    let _ = parser.parse_until_before(signs, |part| {
        while part.next_including_whitespace_and_comments().is_ok() {}
        Ok::<(), ParseError<()>>(())
    });
    parser.slice_from(start)
}

fn opens_block(parser: &mut Parser<'_>) -> bool {
    matches!(parser.next(), Ok(Token::CurlyBracketBlock))
}

fn in_block(parser: &mut Parser<'_>, read: impl FnOnce(&mut Parser<'_>)) {
    let _ = parser.parse_nested_block(|inside| {
        read(inside);
        Ok::<(), ParseError<()>>(())
    });
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn tokens_are_found_in_themes_as_programs_write_them() {
        let sheet = Sheet::read("@charset \"UTF-8\";.noord-theme{--a: #fff;--b: hsl(0 0% 80%) /* grey */;--a:#000}");
        assert_eq!(sheet.value("--a", false).as_deref(), Some("#000"), "the later one counts");
        assert_eq!(sheet.value("--b", false).as_deref(), Some("hsl(0 0% 80%)"));
        assert_eq!(sheet.value("--c", false), None);
        assert!(sheet.left_out.is_empty(), "{:?}", sheet.left_out);
    }

    #[test]
    fn a_chain_of_tokens_leads_to_its_end() {
        let sheet = Sheet::read(
            ":root { --link: var(--action, red); --action: var(--brand); --brand: #123456;
               --fallback: var(--nowhere, var(--brand)); --parts: hsl(var(--hue) 50% 50%); --hue: 210;
               --none: var(--nowhere); --circle: var(--round); --round: var(--circle, blue) }",
        );
        let value = |name: &str| sheet.value(name, false);
        assert_eq!(value("--link").as_deref(), Some("#123456"));
        assert_eq!(value("--fallback").as_deref(), Some("#123456"));
        assert_eq!(value("--parts").as_deref(), Some("hsl(210 50% 50%)"));
        assert_eq!(value("--none"), None);
        assert_eq!(value("--circle").as_deref(), Some("blue"), "a circle ends in its fallback");
    }

    #[test]
    fn what_is_said_for_the_dark_counts_there_only() {
        let sheet = Sheet::read(
            ".x-theme { --page: var(--base); --base: white }
             @media (prefers-color-scheme: dark) { .x-theme { --base: black } }
             @media (min-width: 40rem) { .x-theme { --base: red } }
             @layer tokens { .x-theme { --layered: 1 } }",
        );
        assert_eq!(sheet.value("--page", false).as_deref(), Some("white"));
        assert_eq!(sheet.value("--page", true).as_deref(), Some("black"));
        assert_eq!(sheet.value("--layered", false).as_deref(), Some("1"));
    }

    #[test]
    fn what_would_load_something_or_is_not_for_the_page_is_left_out_and_told() {
        let sheet = Sheet::read(
            "@import \"brand.css\"; @font-face { font-family: Noord; src: url(noord.woff2) }
             .x-theme { --logo: url(https://example.org/x.svg); --fine: 1 }
             .x-theme--dark { --fine: 2 } .utrecht-button { --fine: 3; color: red } p { color: red }",
        );
        assert_eq!(sheet.value("--fine", false).as_deref(), Some("1"));
        assert_eq!(sheet.value("--logo", false), None);
        let told: Vec<&str> = sheet.left_out.iter().map(|what| what.split([':', ' ']).next().unwrap_or(what)).collect();
        assert_eq!(told, ["@import", "@font-face", "--logo", "what", "what"], "{:?}", sheet.left_out);
    }

    #[test]
    fn broken_css_is_passed_over() {
        for text in
            ["", "}", ".x-theme {", ".x-theme { --a: 1; --b", "@media", ":root { --a: var( ; }", "{{{{", "é{--x:1"]
        {
            let _ = Sheet::read(text).value("--a", false);
        }
    }
}
