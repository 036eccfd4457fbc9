//! What a visitor downloads: against the bars, and against what was accepted last.

mod crates;
mod parts;
mod ratchet;

use crate::{build::Release, own, paths, report::Count, shell, single};
use anyhow::Result;
use parts::File;
use ratchet::{Part, Parts};
use std::path::Path;

/// The most that a part may weigh on the wire, as far as that is settled (1 KB = 1000 bytes).
const BARS: [(&str, u64); 5] = [
    ("main wasm", 80_000),
    ("boot and glue", 5_000),
    ("page and style", 7_000),
    ("ask pack", 8_000),
    ("advise pack", 10_000),
];

/// What travels before the first question can be answered, and the most that it may weigh together.
const FIRST: [&str; 4] = ["main wasm", "boot and glue", "page and style", "ask pack"];
const FIRST_AT_MOST: u64 = 100_000;

/// How many crates of a module are listed.
const LISTED: usize = 10;

/// Builds the release and prints the size of every file and of the parts that have a bar; with `crates`, what the modules are made
/// of; with `accept`, it writes the figures down as those that hold from now on.
pub fn size(root: &Path, crates: bool, accept: bool) -> Result<()> {
    let (files, parts) = built(root, &Release::of(root, &own::file(root, None)?))?;
    print_files(&files);
    print_bars(&parts);
    if crates {
        parts.iter().filter(|(_, part)| part.made_of.contains_key(crates::DATA)).for_each(print_crates);
    }
    if accept {
        return ratchet::accept(root, &parts);
    }
    tell(root, &parts)
}

/// Fails if a part of the release grew.
pub fn hold(root: &Path, release: &Release) -> Result<Count> {
    let (_, parts) = built(root, release)?;
    tell(root, &parts).map(|()| Count::ONE)
}

fn built(root: &Path, release: &Release) -> Result<(Vec<File>, Parts)> {
    let single = single::build(root, release)?;
    let files = parts::measure(&paths::dist(root))?;
    let parts = parts::of(root, &files, &single)?;
    Ok((files, parts))
}

fn tell(root: &Path, parts: &Parts) -> Result<()> {
    for note in ratchet::hold(&ratchet::accepted(root)?, parts)? {
        shell::say(&format!("{note}. `cargo xtask size --accept` keeps it so"));
    }
    Ok(())
}

fn print_files(files: &[File]) {
    println!("\n{:<46} {:>9} {:>9} {:>9}", "file (bytes)", "raw", "gzip", "brotli");
    for file in files {
        println!("{:<46} {:>9} {:>9} {:>9}", file.path, file.raw, file.gzip, file.brotli);
    }
}

fn print_bars(parts: &Parts) {
    println!("\n{:<46} {:>9} {:>9}", "part (bytes, brotli, one language)", "is", "at most");
    let line = |part: &str, bytes: u64, most: Option<u64>| match most {
        Some(most) => {
            let verdict = if bytes <= most { "met" } else { "OVER" };
            println!("{part:<46} {bytes:>9} {most:>9}  {verdict}");
        }
        None => println!("{part:<46} {bytes:>9}"),
    };
    let wire = |name: &str| parts.get(name).map_or(0, |part| part.wire);
    for (name, most) in BARS {
        line(name, wire(name), Some(most));
    }
    line("up to the first question", FIRST.iter().map(|name| wire(name)).sum(), Some(FIRST_AT_MOST));
    for (name, part) in parts.iter().filter(|(name, _)| BARS.iter().all(|(with_bar, _)| with_bar != name)) {
        line(name, part.wire, None);
    }
}

fn print_crates((name, part): (&String, &Part)) {
    let all: u64 = part.made_of.values().sum();
    println!("\n| {name}: made of | bytes | share |\n|---|--:|--:|");
    let mut made: Vec<_> = part.made_of.iter().collect();
    made.sort_by_key(|(_, bytes)| std::cmp::Reverse(**bytes));
    let share = |bytes: u64| bytes as f64 / all.max(1) as f64 * 100.0;
    for (of, bytes) in made.iter().take(LISTED) {
        println!("| `{of}` | {bytes} | {:.1} % |", share(**bytes));
    }
    let rest: u64 = made.iter().skip(LISTED).map(|(_, bytes)| **bytes).sum();
    println!("| {} others | {rest} | {:.1} % |", made.len().saturating_sub(LISTED), share(rest));
}
