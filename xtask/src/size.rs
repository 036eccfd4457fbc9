//! What a visitor downloads, against the bars.

use crate::{build, own, paths};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Builds the release and prints the size of every file and of the parts that have a bar.
pub fn size(root: &Path) -> Result<()> {
    build::release(root, &own::file(root, None)?)?;
    let files = measure(&paths::dist(root))?;
    print_files(&files);
    print_bars(&bars(&files));
    Ok(())
}

/// A file of the site and what it weighs on the wire, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    /// Relative to the site, with slashes.
    path: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// A part of the site, its weight in brotli, and the most that it may weigh, if that is settled (1 KB = 1000 bytes).
struct Bar {
    part: &'static str,
    bytes: u64,
    most: Option<u64>,
}

fn measure(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let kind = path.extension().unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if kind != "br" && kind != "gz" {
                files.push(weigh(dist, &path)?);
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
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
    let relative = path.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
    Ok(File { path: relative, raw, gzip: form(".gz"), brotli: form(".br") })
}

/// The parts of bar F3, then what comes only when it is asked for. Of packs, which come one per language, the largest counts.
fn bars(files: &[File]) -> Vec<Bar> {
    let sum = |wanted: &dyn Fn(&str) -> bool| -> u64 {
        let wanted = files.iter().filter(|file| wanted(&file.path));
        wanted.map(|file| file.brotli).sum()
    };
    let largest = |start: &str| -> u64 {
        let wanted = files.iter().filter(|file| file.path.starts_with(start));
        wanted.map(|file| file.brotli).max().unwrap_or(0)
    };
    let in_root = |path: &str, ending: &str| !path.contains('/') && path.ends_with(ending);
    let behind = |path: &str| path.starts_with("behind.");
    let annex = |path: &str| path.starts_with("annex.");
    let office = |path: &str| path.starts_with("office.") || path.starts_with("papers.");
    let rescue = |path: &str| path.starts_with("rescue.");
    let offline = |path: &str| path.starts_with("offline.") || path == "worker.js";
    let later = |path: &str| behind(path) || annex(path) || office(path) || rescue(path) || offline(path);
    let at_once = |path: &str, ending: &str| in_root(path, ending) && !later(path);
    let wasm = sum(&|path| at_once(path, ".wasm"));
    let scripts = sum(&|path| at_once(path, ".js"));
    let page = sum(&|path| in_root(path, ".html") || in_root(path, ".css"));
    let ask = largest("packs/ask.");
    let bar = |part, bytes, most| Bar { part, bytes, most: Some(most) };
    let told = |part, bytes| Bar { part, bytes, most: None };
    vec![
        bar("main wasm", wasm, 80_000),
        bar("boot and glue", scripts, 5_000),
        bar("page and style", page, 7_000),
        bar("ask pack", ask, 8_000),
        bar("up to the first question", wasm + scripts + page + ask, 100_000),
        told("behind (after the first page)", sum(&behind)),
        bar("advise pack", largest("packs/advise."), 10_000),
        told("learn pack (when asked for)", largest("packs/learn.")),
        told("annex (when asked for)", sum(&annex)),
        told("office (when asked for)", sum(&office)),
        told("offline (after the first page)", sum(&offline)),
        told("rescue (after a fault)", sum(&rescue)),
    ]
}

fn print_files(files: &[File]) {
    println!("\n{:<46} {:>9} {:>9} {:>9}", "file (bytes)", "raw", "gzip", "brotli");
    for file in files {
        println!("{:<46} {:>9} {:>9} {:>9}", file.path, file.raw, file.gzip, file.brotli);
    }
}

fn print_bars(bars: &[Bar]) {
    println!("\n{:<46} {:>9} {:>9}", "part (bytes, brotli, one language)", "is", "at most");
    for Bar { part, bytes, most } in bars {
        match most {
            Some(most) => {
                let verdict = if bytes <= most { "met" } else { "OVER" };
                println!("{part:<46} {bytes:>9} {most:>9}  {verdict}");
            }
            None => println!("{part:<46} {bytes:>9}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_one_language_counts_and_what_comes_later_stands_apart() {
        let file = |path: &str, brotli| File { path: path.to_owned(), raw: 0, gzip: 0, brotli };
        let files = [
            file("annex.1.js", 70_000),
            file("annex.1.wasm", 600_000),
            file("behind.1.wasm", 800),
            file("boot.1.js", 1),
            file("index.html", 2),
            file("office.1.js", 9_000),
            file("office.1.wasm", 900_000),
            file("packs/advise.en.1.pack", 50),
            file("packs/ask.en.1.pack", 300),
            file("packs/ask.nl.1.pack", 400),
            file("packs/learn.nl.1.pack", 6_000),
            file("papers.1.js", 90),
            file("rescue.1.js", 8_000_000),
            file("offline.1.js", 40_000_000),
            file("worker.js", 4_000_000),
            file("room-to-grow.1.js", 10),
            file("room-to-grow.1.wasm", 5_000),
            file("style.1.css", 20),
        ];
        let measured: Vec<u64> = bars(&files).iter().map(|bar| bar.bytes).collect();
        assert_eq!(measured, [5_000, 11, 22, 400, 5_433, 800, 50, 6_000, 670_000, 909_090, 44_000_000, 8_000_000]);
    }
}
