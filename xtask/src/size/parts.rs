//! The parts of the site: which file belongs to which, and what each weighs.

use super::{
    crates,
    ratchet::{Part, Parts},
};
use crate::{finish, release, tools};
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the site and what it weighs on the wire, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site, with slashes.
    pub path: String,
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

/// What a module is called as a part, and what the compiler and the splitting call it. These files still have the names of
/// functions, which the site has not; what wasm-bindgen and wasm-opt take off is in them yet.
const MODULES: [(&str, &str); 4] =
    [("main wasm", "room-to-grow"), ("behind", "split_behind"), ("annex", "annex"), ("office", "office")];

/// Every file of the site, without its compressed forms.
pub fn measure(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in release::files_below(dist)? {
        let kind = path.extension().unwrap_or_default();
        if kind != "br" && kind != "gz" {
            files.push(weigh(dist, &path)?);
        }
    }
    Ok(files)
}

fn weigh(dist: &Path, path: &Path) -> Result<File> {
    let raw = fs::metadata(path)?.len();
    // A file without a compressed form is sent as it is.
    let form = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        fs::metadata(PathBuf::from(name)).map_or(raw, |form| form.len())
    };
    Ok(File { path: release::relative(dist, path), raw, gzip: form(".gz"), brotli: form(".br") })
}

/// Every part, with the crates of its module.
pub fn of(root: &Path, files: &[File], single: &Path) -> Result<Parts> {
    let mut parts = gathered(files);
    for (name, module) in MODULES {
        if let Some(part) = parts.get_mut(name) {
            part.made_of = crates::of_module(&with_names(root, module)?)?;
        }
    }
    let packed = finish::gzip(&fs::read(single)?)?.len() as u64;
    parts.insert("single file (gzip)".to_owned(), Part { wire: packed, ..Part::default() });
    Ok(parts)
}

/// What stands in a folder comes one per language: the largest counts.
fn gathered(files: &[File]) -> Parts {
    let mut parts = Parts::new();
    for file in files {
        let part = parts.entry(part_of(&file.path)).or_default();
        part.wire = if file.path.contains('/') { part.wire.max(file.brotli) } else { part.wire + file.brotli };
        *part.made_of.entry(plain(&file.path)).or_default() += file.raw;
    }
    parts
}

fn part_of(path: &str) -> String {
    if let Some(pack) = path.strip_prefix("packs/") {
        return format!("{} pack", pack.split('.').next().unwrap_or_default());
    }
    let (start, ending) = (path.split('.').next().unwrap_or_default(), path.rsplit('.').next().unwrap_or_default());
    let name = match (start, ending) {
        ("annex" | "behind" | "rescue", _) => start,
        ("office" | "papers", _) => "office",
        ("offline" | "worker", _) => "offline",
        (_, "wasm") => "main wasm",
        (_, "js") => "boot and glue",
        (_, "html") if path.contains('/') => "page in one language",
        (_, "html" | "css") => "page and style",
        _ => "icons and manifests",
    };
    name.to_owned()
}

/// A name without what tells its content.
fn plain(path: &str) -> String {
    let told = |part: &&str| !(part.len() == 16 && part.chars().all(|it| it.is_ascii_hexdigit()));
    path.split('.').filter(told).collect::<Vec<_>>().join(".")
}

/// The file of a module that still has the names of its functions.
fn with_names(root: &Path, module: &str) -> Result<PathBuf> {
    let split = finish::files(&root.join("target").join("parts"))?;
    let is_it = |file: &&PathBuf| {
        let name = finish::file_name(file);
        name.starts_with(module) && name.ends_with(".wasm") && !name.ends_with("_bg.wasm")
    };
    match split.iter().find(is_it) {
        Some(file) => Ok(file.clone()),
        None => Ok(finish::target_folder(root)?.join(tools::WASM).join("release").join(format!("{module}.wasm"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_add_up_one_language_counts_and_names_are_without_their_content() {
        let file = |path: &str, brotli| File { path: path.to_owned(), raw: brotli * 2, gzip: 0, brotli };
        let parts = gathered(&[
            file("annex.0123456789abcdef.js", 70_000),
            file("annex.0123456789abcdef.wasm", 600_000),
            file("behind.0123456789abcdef.wasm", 30_000),
            file("boot.0123456789abcdef.js", 1),
            file("index.html", 2),
            file("en/index.html", 6),
            file("nl/index.html", 7),
            file("office.0123456789abcdef.js", 9_000),
            file("packs/ask.en.0123456789abcdef.pack", 300),
            file("packs/ask.nl.0123456789abcdef.pack", 400),
            file("papers.0123456789abcdef.js", 90),
            file("room-to-grow.0123456789abcdef.js", 10),
            file("room-to-grow.0123456789abcdef.wasm", 5_000),
            file("style.0123456789abcdef.css", 20),
            file("worker.js", 4),
        ]);
        let wire: Vec<(&str, u64)> = parts.iter().map(|(name, part)| (name.as_str(), part.wire)).collect();
        assert_eq!(
            wire,
            [
                ("annex", 670_000),
                ("ask pack", 400),
                ("behind", 30_000),
                ("boot and glue", 11),
                ("main wasm", 5_000),
                ("office", 9_090),
                ("offline", 4),
                ("page and style", 22),
                ("page in one language", 7),
            ]
        );
        let glue: Vec<_> = parts["boot and glue"].made_of.iter().collect();
        assert_eq!(glue, [(&"boot.js".to_owned(), &2), (&"room-to-grow.js".to_owned(), &20)]);
    }
}
