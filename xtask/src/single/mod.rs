//! The whole app as one HTML file: to be opened from a disk, sent by mail, kept on a stick. No host is needed.
//!
//! It is made of the finished site, so both are the same app: style and boot script stand in the page itself, and every
//! other file is in it, compressed. `static/single.js` unpacks them when the page is opened.

mod page;

use crate::{build::Release, finish, paths, shell, tools};
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the site, by the name under which others mention it.
struct SiteFile {
    name: String,
    bytes: Vec<u8>,
}

/// Writes the one file from the release. Gives its place.
pub fn build(root: &Path, release: &Release) -> Result<PathBuf> {
    release.ready()?;
    let file = write(root)?;
    let bytes = fs::read(&file)?;
    let kilobytes = |bytes: usize| format!("{} kB", bytes.div_ceil(1000));
    let packed = finish::gzip(&bytes)?.len();
    let what = format!("{}: {}, in a zip file {}", file.display(), kilobytes(bytes.len()), kilobytes(packed));
    shell::say(&what);
    Ok(file)
}

/// Writes the file from the site in `dist/`, and gives its place.
fn write(root: &Path) -> Result<PathBuf> {
    let site = site_files(&paths::dist(root))?;
    let unpacking = fs::read(root.join("static").join("single.js")).context("static/single.js cannot be read")?;
    let unpacking = finish::minified(&unpacking, &[], &tools::ensure(root)?)?;
    let text = assemble(&site, std::str::from_utf8(&unpacking)?)?;
    let file = paths::single(root);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

/// Everything in the site but the compressed forms.
fn site_files(dist: &Path) -> Result<Vec<SiteFile>> {
    let mut found = Vec::new();
    for (folder, before) in [(dist.to_owned(), ""), (dist.join("packs"), "packs/")] {
        for path in finish::files(&folder)? {
            let name = finish::file_name(&path);
            if !name.ends_with(".br") && !name.ends_with(".gz") {
                found.push(SiteFile { name: format!("{before}{name}"), bytes: fs::read(&path)? });
            }
        }
    }
    Ok(found)
}

/// The page with all that it needs in it.
fn assemble(site: &[SiteFile], unpacking: &str) -> Result<String> {
    let index = text_of(site, "index.html")?;
    let boot = page::Boot::find(index)?;
    let boot_script = text_of(site, &boot.source)?;
    let script = format!("{unpacking}\n{boot_script}");
    let [first, behind] = page::style_sheets(index)?;
    let style = &format!("{}{}", text_of(site, &first)?, text_of(site, &behind)?);
    for text in [script.as_str(), style] {
        if text.contains("</s") || text.contains("<!--") {
            return Err(shell::fault(
                "a script or style would end in the middle of the page",
                "write its '<' as '\\x3c'",
            ));
        }
    }
    let policy = host::single_file_policy(&source_hash(&script), &source_hash(style));
    let mut held = String::new();
    for file in needed(site, &boot.tag) {
        held.push_str(&page::held(&file.name, &BASE64_STANDARD.encode(finish::gzip(&file.bytes)?)));
    }
    let icon = |name: &str| {
        let file = file(site, name)?;
        Some(format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(&file.bytes)))
    };
    page::assembled(index, &boot, &page::Parts { policy: &policy, style, script: &script, held: &held, icon: &icon })
}

/// The files that are mentioned, and those that they mention, each after all that it mentions.
fn needed<'a>(site: &'a [SiteFile], mentions: &str) -> Vec<&'a SiteFile> {
    let mut order = Vec::new();
    follow(site, mentions, &mut Vec::new(), &mut order);
    order
}

fn follow<'a>(site: &'a [SiteFile], text: &str, seen: &mut Vec<&'a str>, order: &mut Vec<&'a SiteFile>) {
    for file in site.iter().filter(|file| text.contains(&file.name)) {
        if seen.contains(&file.name.as_str()) {
            continue;
        }
        seen.push(&file.name);
        if file.name.ends_with(".js") {
            follow(site, &String::from_utf8_lossy(&file.bytes), seen, order);
        }
        order.push(file);
    }
}

fn file<'a>(site: &'a [SiteFile], name: &str) -> Option<&'a SiteFile> {
    site.iter().find(|file| file.name == name)
}

fn text_of<'a>(site: &'a [SiteFile], name: &str) -> Result<&'a str> {
    let file = file(site, name).ok_or_else(|| shell::fault(format!("dist/ has no {name}"), "cargo xtask build"))?;
    std::str::from_utf8(&file.bytes).with_context(|| format!("{name} is no text"))
}

/// The source expression by which a policy allows exactly this script or style.
fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Vec<SiteFile> {
        files
            .iter()
            .map(|(name, text)| SiteFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() })
            .collect()
    }

    #[test]
    fn what_is_mentioned_comes_before_what_mentions_it_and_nothing_else_comes_along() {
        let site = site(&[
            ("papers.js", "import('office.js'); here('papers.js')"),
            ("office.js", "fetch('office.wasm')"),
            ("office.wasm", "papers.js"),
            ("packs/ask.en.pack", ""),
            ("worker.js", "not for a file"),
        ]);
        let needed = needed(&site, "<script data-packs='packs/ask.en.pack' data-modules='papers.js'>");
        let names: Vec<_> = needed.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["office.wasm", "office.js", "papers.js", "packs/ask.en.pack"]);
    }

    #[test]
    fn a_page_is_whole_and_allows_only_its_own_script_and_style() {
        let site = site(&[
            (
                "index.html",
                "<head>\n<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n\
                 <link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">\n<link rel=\"manifest\" href=\"m.json\">\n\
                 <link rel=\"stylesheet\" href=\"./style.css\"/>\n\
                 <link rel=\"stylesheet-behind\" href=\"./behind.css\"/>\n\
                 <script type=\"module\" src=\"./boot.js\" data-worker=\"worker.js\" data-js=\"./app.js\"></script>\n\
                 <link rel=\"modulepreload\" href=\"./app.js\"></head>\n<body>\n</body>",
            ),
            ("boot.js", "start()"),
            ("style.css", "p{color:red}"),
            ("behind.css", "b{color:blue}"),
            ("app.js", "app"),
            ("icon.svg", "<svg/>"),
            ("worker.js", ""),
        ]);
        let page = assemble(&site, "unpack()").expect("everything is there");
        let script = "unpack()\nstart()";
        assert!(page.contains(&format!("<script type=\"module\" data-js=\"app.js\">{script}</script>")), "{page}");
        let style = "p{color:red}b{color:blue}";
        assert!(page.contains(&format!("<style>{style}</style>")), "{page}");
        assert!(page.contains(&source_hash(script)) && page.contains(&source_hash(style)), "{page}");
        assert!(page.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,"), "{page}");
        assert!(page.contains("data-file=\"app.js\">"), "{page}");
        for gone in ["worker.js", "m.json", "boot.js", "style.css", "behind.css", "preload", "content=\"x\""] {
            assert!(!page.contains(gone), "{gone} in {page}");
        }
    }

    #[test]
    fn a_script_that_would_end_in_the_middle_stops_the_build() {
        let index = "<meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"s.css\">\
            <link rel=\"stylesheet-behind\" href=\"t.css\"><script src=\"b.js\"></script>\
            <head></head><body></body>";
        let site = site(&[("index.html", index), ("b.js", "'</script>'"), ("s.css", ""), ("t.css", "")]);
        assert!(assemble(&site, "").is_err());
    }
}
