//! The page of the one file, made from the page of the site.

use crate::shell;
use anyhow::{Error, Result};

const CHARSET: &str = "<meta charset=\"utf-8\">";

/// The boot script as the page of the site loads it.
pub struct Boot {
    /// Its tag as it stands there.
    tag_before: String,
    /// Its tag as it will stand here: nothing of it is fetched, and no service worker serves a file.
    pub tag: String,
    /// The name of its file.
    pub source: String,
}

impl Boot {
    pub fn find(index: &str) -> Result<Self> {
        let tag_before = tags(index, "<script")
            .into_iter()
            .find(|tag| value(tag, "src").is_some())
            .ok_or_else(|| unknown("no script"))?;
        let source = value(tag_before, "src").ok_or_else(|| unknown("no script"))?;
        let mut tag = tag_before.replace(&format!(" src=\"{source}\""), "").replace("\"./", "\"");
        if let Some(worker) = value(&tag, "data-worker") {
            tag = tag.replace(&format!(" data-worker=\"{worker}\""), "");
        }
        Ok(Self { tag_before: tag_before.to_owned(), tag, source: plain(source).to_owned() })
    }
}

/// The names of the files with the style: that of the first pages, and that of those behind them.
pub fn style_sheets(index: &str) -> Result<[String; 2]> {
    let named = |relation: &str| {
        let sheet = tags(index, "<link").into_iter().find(|tag| value(tag, "rel") == Some(relation));
        let name = sheet.and_then(|tag| value(tag, "href")).ok_or_else(|| unknown("no style sheet"))?;
        Ok::<_, Error>(plain(name).to_owned())
    };
    Ok([named("stylesheet")?, named("stylesheet-behind")?])
}

/// A file that the page holds: text that no browser takes for a script.
pub fn held(name: &str, text: &str) -> String {
    format!("<script type=\"application/octet-stream\" data-file=\"{name}\">{text}</script>\n")
}

/// What goes into the page.
pub struct Parts<'a> {
    pub policy: &'a str,
    pub style: &'a str,
    pub script: &'a str,
    pub held: &'a str,
    /// A picture of the site as an address that holds it; for another kind of picture or file, nothing.
    pub icon: &'a dyn Fn(&str) -> Option<String>,
}

/// The page with its parts in place, and without a link to any file.
pub fn assembled(index: &str, boot: &Boot, parts: &Parts<'_>) -> Result<String> {
    let mut page = index.to_owned();
    for tag in tags(index, "<meta").into_iter().filter(|tag| value(tag, "http-equiv").is_some()) {
        page = page.replace(tag, "");
    }
    let policy = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", parts.policy);
    page = page.replacen(CHARSET, &policy, 1);
    for tag in tags(index, "<link") {
        page = page.replace(tag, &in_place_of(tag, parts));
    }
    page = page.replace(&boot.tag_before, &format!("{}{}", boot.tag, parts.script));
    let (before, after) = page.rsplit_once("</body>").ok_or_else(|| unknown("no </body>"))?;
    Ok(format!("{before}{}</body>{after}", parts.held))
}

/// What stands in place of a link.
fn in_place_of(tag: &str, parts: &Parts<'_>) -> String {
    let address = value(tag, "href").unwrap_or_default();
    match value(tag, "rel") {
        Some("stylesheet") => format!("<style>{}</style>", parts.style),
        Some("icon") if address.ends_with(".svg") => {
            (parts.icon)(plain(address)).map(|icon| tag.replace(address, &icon)).unwrap_or_default()
        }
        // What would be fetched beforehand, and what installs the site: a file is not installed.
        _ => String::new(),
    }
}

/// The opening tags of a kind, as they stand in the page.
fn tags<'a>(page: &'a str, start: &str) -> Vec<&'a str> {
    page.match_indices(start).filter_map(|(at, _)| Some(&page[at..=at + page[at..].find('>')?])).collect()
}

/// The value of an attribute in double quotes.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// A name as others mention it: the page of the site begins each with its folder.
fn plain(address: &str) -> &str {
    address.strip_prefix("./").unwrap_or(address)
}

fn unknown(what: &str) -> Error {
    shell::fault(
        format!("the page in dist/ has {what}, so no single file can be made of it"),
        "see what changed in index.html, put that back or teach it to xtask/src/single/page.rs, and build again",
    )
}
