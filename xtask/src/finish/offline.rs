//! What the service worker has to know: which files there are, and what is in them.

use super::{file_name, files, languages::Page, naming, page};
use crate::hash;
use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// The script of the service worker. It keeps its name: browsers look under the same address for a newer one.
pub const WORKER: &str = "worker.js";

/// Tells each page its build and where its service worker is. The build is a name for all that the site is made of.
pub fn with_build(pages: &mut [Page], staging: &Path, worker: &str) -> Result<String> {
    let mut all: String = pages.iter().map(|page| page.text.as_str()).collect();
    for name in site_files(staging)? {
        all.push_str(&name);
    }
    // The worker itself too: a mended one is a new build.
    all.push_str(worker);
    let build = hash::of(all.as_bytes());
    for Page { folder, text } in pages {
        let up = if folder.is_empty() { "" } else { "../" };
        let told = page::with_attribute(text, "data-worker", &format!("{up}{WORKER}"))?;
        *text = page::with_attribute(&told, "data-build", &build)?;
    }
    Ok(build)
}

/// What stands in front of the script: the build, and the address and digest of every file. The pages go first.
pub fn site(build: &str, pages: &[Page], staging: &Path) -> Result<String> {
    let pages = pages.iter().map(|page| json!([page.folder, digest(page.text.as_bytes())]));
    let mut listed: Vec<_> = pages.collect();
    for name in site_files(staging)? {
        listed.push(json!([name, digest(&fs::read(staging.join(&name))?)]));
    }
    Ok(format!("const SITE = {};\n", json!({ "build": build, "files": listed })))
}

/// Every file that is named by its content, relative to the site.
pub fn site_files(staging: &Path) -> Result<Vec<String>> {
    let root = files(staging)?.iter().map(|file| file_name(file)).collect::<Vec<_>>();
    let packs = files(&staging.join("packs"))?.iter().map(|file| format!("packs/{}", file_name(file))).collect();
    Ok([root, packs].concat().into_iter().filter(|name| naming::is_hashed(name)).collect())
}

/// As `integrity` takes it.
fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, path::PathBuf};

    fn staging(name: &str) -> PathBuf {
        let staging = env::temp_dir().join(format!("room-to-grow-offline-{name}-{}", std::process::id()));
        fs::create_dir_all(staging.join("packs")).expect("temporary folder");
        for file in ["boot.0123456789abcdef.js", "packs/ask.en.0123456789abcdef.pack", "index.html", WORKER] {
            fs::write(staging.join(file), "abc").expect("file in the temporary folder");
        }
        staging
    }

    fn pages<const N: usize>(folders: [&str; N], text: &str) -> [Page; N] {
        folders.map(|folder| Page { folder: folder.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn every_file_is_listed_with_its_digest_and_the_pages_go_first() {
        let staging = staging("site");
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let files = json!([
            ["", abc],
            ["nl/", abc],
            ["boot.0123456789abcdef.js", abc],
            ["packs/ask.en.0123456789abcdef.pack", abc]
        ]);
        let site = site("12", &pages(["", "nl/"], "abc"), &staging).expect("can be read");
        assert_eq!(site, format!("const SITE = {};\n", json!({ "build": "12", "files": files })));
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }

    #[test]
    fn the_build_is_another_one_when_anything_is() {
        let staging = staging("build");
        let page = "<script data-worker=\"\" data-build=\"\"></script>";
        let build =
            |page: &str, worker: &str| with_build(&mut pages([""], page), &staging, worker).expect("has the marks");
        let first = build(page, "abc");
        assert_eq!(build(page, "abc"), first);
        assert_ne!(build(&format!("{page}<p>"), "abc"), first, "the page");
        assert_ne!(build(page, "abcd"), first, "the worker");
        let [old, new] = ["boot.0123456789abcdef.js", "boot.0123456789abcdee.js"].map(|name| staging.join(name));
        fs::rename(old, new).expect("in the same folder");
        assert_ne!(build(page, "abc"), first, "a file");
        let mut pages = pages(["", "nl/"], page);
        let third = with_build(&mut pages, &staging, "abc").expect("has the marks");
        let told = ["worker.js", "../worker.js"];
        let told = told.map(|worker| format!("<script data-worker=\"{worker}\" data-build=\"{third}\"></script>"));
        assert_eq!(pages.map(|page| page.text), told);
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }
}
