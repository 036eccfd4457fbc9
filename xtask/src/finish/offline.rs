//! What the service worker has to know: which files there are, and what is in them.

use super::{file_name, files, naming, page};
use crate::hash;
use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// The script of the service worker. It keeps its name: browsers look under the same address for a newer one.
pub const WORKER: &str = "worker.js";

/// Tells the page its build and where its service worker is. The build is a name for all that the site is made of.
pub fn with_build(page: &str, staging: &Path, worker: &str) -> Result<(String, String)> {
    let mut all = page.to_owned();
    for name in site_files(staging)? {
        all.push_str(&name);
    }
    // The worker itself too: a mended one is a new build.
    all.push_str(worker);
    let build = hash::of(all.as_bytes());
    let page = page::with_attribute(page, "data-worker", WORKER)?;
    Ok((page::with_attribute(&page, "data-build", &build)?, build))
}

/// What stands in front of the script: the build, and the address and digest of every file. The first is the page.
pub fn site(build: &str, page: &str, staging: &Path) -> Result<String> {
    let mut listed = vec![json!(["", digest(page.as_bytes())])];
    for name in site_files(staging)? {
        listed.push(json!([name, digest(&fs::read(staging.join(&name))?)]));
    }
    Ok(format!("const SITE = {};\n", json!({ "build": build, "files": listed })))
}

/// Every file that is named by its content, relative to the site.
fn site_files(staging: &Path) -> Result<Vec<String>> {
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

    #[test]
    fn every_file_is_listed_with_its_digest_and_the_page_goes_first() {
        let staging = staging("site");
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let files = json!([["", abc], ["boot.0123456789abcdef.js", abc], ["packs/ask.en.0123456789abcdef.pack", abc]]);
        let site = site("12", "abc", &staging).expect("can be read");
        assert_eq!(site, format!("const SITE = {};\n", json!({ "build": "12", "files": files })));
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }

    #[test]
    fn the_build_is_another_one_when_anything_is() {
        let staging = staging("build");
        let page = "<script data-worker=\"\" data-build=\"\"></script>";
        let build = |page: &str, worker: &str| with_build(page, &staging, worker).expect("has the marks").1;
        let first = build(page, "abc");
        assert_eq!(build(page, "abc"), first);
        assert_ne!(build(&format!("{page}<p>"), "abc"), first, "the page");
        assert_ne!(build(page, "abcd"), first, "the worker");
        let [old, new] = ["boot.0123456789abcdef.js", "boot.0123456789abcdee.js"].map(|name| staging.join(name));
        fs::rename(old, new).expect("in the same folder");
        assert_ne!(build(page, "abc"), first, "a file");
        let (page, third) = with_build(page, &staging, "abc").expect("has the marks");
        assert_eq!(page, format!("<script data-worker=\"worker.js\" data-build=\"{third}\"></script>"));
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }
}
