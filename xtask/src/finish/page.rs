//! What is written into the page when everything else is known.

use crate::shell;
use anyhow::Result;
use host::Frames;
use serde::Serialize;
use std::collections::BTreeMap;

const CHARSET: &str = "<meta charset=\"utf-8\">";

/// Where the files of a module are that the boot script imports when it is asked for.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Module {
    pub js: &'static str,
    /// None for a module that is nothing but script.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wasm: Option<&'static str>,
}

/// Tells the boot script and the app where each pack is.
pub fn with_packs(page: &str, addresses: &[(String, String)]) -> Result<String> {
    let pair = |(name, address): &(String, String)| {
        Ok(format!("{}:{}", serde_json::to_string(name)?, serde_json::to_string(address)?))
    };
    let pairs: Vec<String> = addresses.iter().map(pair).collect::<Result<_>>()?;
    with_text(page, "data-packs", &format!("{{{}}}", pairs.join(",")))
}

/// Names a file by its final name, where index.html names it by its own.
pub fn with_file(page: &str, before: &str, after: &str) -> Result<String> {
    replace_once(page, &format!("href=\"{before}\""), &format!("href=\"{after}\""), "index.html")
}

/// Tells the boot script where each module is, by its name.
pub fn with_modules(page: &str, modules: &BTreeMap<&str, Module>) -> Result<String> {
    with_json(page, "data-modules", modules)
}

/// Tells the boot script which sites may show the page in a frame.
pub fn with_frames(page: &str, frames: &Frames) -> Result<String> {
    let filled = format!("data-frames=\"{}\"", frames.for_the_page());
    replace_once(page, "data-frames=\"\"", &filled, "Trunk.toml (pattern_script)")
}

/// Fills an attribute of the boot script that is empty so far with JSON.
fn with_json(page: &str, attribute: &str, value: &impl Serialize) -> Result<String> {
    with_text(page, attribute, &serde_json::to_string(value)?)
}

fn with_text(page: &str, attribute: &str, json: &str) -> Result<String> {
    // In single quotes, as JSON is full of double ones.
    let json = json.replace('&', "&amp;").replace('\'', "&#39;").replace('<', "&lt;");
    fill(page, attribute, &format!("'{json}'"))
}

/// Fills an attribute of the boot script that is empty so far with a plain word.
pub fn with_attribute(page: &str, attribute: &str, word: &str) -> Result<String> {
    fill(page, attribute, &format!("\"{word}\""))
}

fn fill(page: &str, attribute: &str, quoted: &str) -> Result<String> {
    let (empty, filled) = (format!("{attribute}=\"\""), format!("{attribute}={quoted}"));
    replace_once(page, &empty, &filled, "Trunk.toml (pattern_script)")
}

/// Names the web manifest of each language; the boot script takes the one that counts.
pub fn with_manifests(page: &str, manifests: &[(String, String)]) -> Result<String> {
    let link = |(language, file): &(String, String)| {
        format!("<link rel=\"manifest-in-language\" lang=\"{language}\" href=\"{file}\">")
    };
    let links = manifests.iter().map(link).collect::<Vec<_>>().join("\n");
    replace_once(page, "<link rel=\"manifest-in-language\">", &links, "index.html")
}

/// Writes the content security policy into the page, so that it holds on every host.
pub fn with_policy(page: &str, policy: &str) -> Result<String> {
    // Before anything that it is about: a policy binds only what comes after it.
    let meta = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    replace_once(page, CHARSET, &meta, "index.html")
}

pub fn replace_once(page: &str, mark: &str, by: &str, file: &str) -> Result<String> {
    if page.matches(mark).count() != 1 {
        return Err(shell::fault(format!("the page must hold exactly one `{mark}`"), format!("mend {file}")));
    }
    Ok(page.replace(mark, by))
}

/// The page without comments, indentation and empty lines. It must hold no `<pre>`.
pub fn squeezed(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_told_as_json_that_html_reads_back() {
        let addresses = [
            ("ask.nl".to_owned(), "packs/it's.pack".to_owned()),
            ("advise.nl".to_owned(), "packs/advise.nl.1.pack".to_owned()),
        ];
        let page = with_packs("<script data-packs=\"\"></script>", &addresses);
        assert_eq!(
            page.expect("has the mark"),
            "<script data-packs='{\"ask.nl\":\"packs/it&#39;s.pack\",\
             \"advise.nl\":\"packs/advise.nl.1.pack\"}'></script>"
        );
        assert!(with_packs("<script></script>", &addresses).is_err());
    }

    #[test]
    fn modules_are_told_with_the_wasm_that_belongs_to_them() {
        let modules = BTreeMap::from([
            ("annex", Module { js: "annex.js", wasm: Some("annex_bg.wasm") }),
            ("rescue", Module { js: "rescue.js", wasm: None }),
        ]);
        let page = with_modules("<script data-packs=\"\" data-modules=\"\"></script>", &modules);
        assert_eq!(
            page.expect("has the mark"),
            "<script data-packs=\"\" data-modules='{\"annex\":{\"js\":\"annex.js\",\"wasm\":\"annex_bg.wasm\"},\
             \"rescue\":{\"js\":\"rescue.js\"}}'></script>"
        );
    }

    #[test]
    fn sites_that_may_frame_the_page_are_told_and_nobody_is_nobody() {
        let page = "<script data-frames=\"\"></script>";
        let frames = Frames::of(["self", "https://intranet.example.org"]).expect("sites");
        assert_eq!(
            with_frames(page, &frames).expect("has the mark"),
            "<script data-frames=\"self https://intranet.example.org\"></script>"
        );
        assert_eq!(with_frames(page, &Frames::nobody()).expect("has the mark"), page);
    }

    #[test]
    fn the_policy_comes_before_everything_that_loads() {
        let page = "<head><meta charset=\"utf-8\"><link href=\"a.css\"></head>";
        assert_eq!(
            with_policy(page, "default-src 'none'").expect("has a charset"),
            "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'\"><link href=\"a.css\"></head>"
        );
    }

    #[test]
    fn comments_and_indentation_go_and_text_stays() {
        let page = "<p>\n  <!-- why,\n  at length -->\n\n    one <!-- x -->two\n</p>\n";
        assert_eq!(squeezed(page), "<p>\none two\n</p>\n");
    }
}
