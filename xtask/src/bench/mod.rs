//! How fast it is, set against three other pages with the same words: plain HTML, one written by hand, and SurveyJS.
//!
//! The measuring itself is in tests/e2e/src/bench: here everything is made ready for it.

mod pages;

use crate::{browsers, browsers::Programs, build, own, paths, shell, tools};
use anyhow::{Context, Result};
use std::{fs, path::Path, process::Command};

/// Between these two lines of docs/performance.md stands what was measured.
const MARKERS: [&str; 2] = ["<!-- cargo xtask bench --write: from here -->\n", "<!-- to here -->\n"];

/// What the natives print about bar F7.
const NATIVE: &str = "bar F7: ";

/// Builds the release, makes the other pages, and measures. `quick`: the site as it was built last, and few rounds.
pub fn bench(root: &Path, quick: bool, write: bool) -> Result<()> {
    let programs = browsers::chromium()?;
    if !quick {
        build::release(root, &own::file(root, None)?)?;
    }
    shell::say("Making the pages that it is set against");
    let tools = tools::ensure(root)?;
    for name in [pages::BY_HAND, pages::SURVEY] {
        pages::make(root, name, &tools)?;
    }
    // A browser draws them, so the same program does it that measures.
    for name in ["static", "static-36"] {
        pages::empty(&paths::bench(root).join(name))?;
    }
    shell::run(measuring(root, &programs).arg("draw"), "mend what is named above")?;
    for name in ["static", "static-36"] {
        pages::dress(root, name)?;
    }
    let guidance = natives(root, quick)?;
    shell::say("Measuring in Chromium: some minutes");
    let mut command = measuring(root, &programs);
    command.arg("measure").args(quick.then_some("--quick")).env("ROOM_GUIDANCE", guidance);
    let outcome = shell::run(&mut command, "make faster what is over, or run it again on a quiet machine");
    if write {
        let found = fs::read_to_string(paths::bench(root).join("bench.md"))
            .context("nothing was measured, so docs/performance.md stays as it was")?;
        let page = root.join("docs").join("performance.md");
        fs::write(&page, between_markers(&fs::read_to_string(&page)?, &found)?)?;
    }
    outcome
}

/// The program that measures, with everything that it has to know.
fn measuring(root: &Path, programs: &Programs) -> Command {
    let mut command = shell::cargo();
    command
        .args(["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"])
        .env("ROOM_DIST", paths::dist(root))
        .env("ROOM_BENCH", paths::bench(root))
        .envs(programs.iter().cloned())
        .current_dir(root);
    command
}

/// Runs the native benches, and gives how long the guidance takes there, in milliseconds.
fn natives(root: &Path, quick: bool) -> Result<String> {
    shell::say("Measuring the core, native");
    let mut command = shell::cargo();
    command.args(["bench", "--quiet", "--package", "assessment", "--bench", "core", "--"]);
    command.args(quick.then_some("--sample-count=10")).current_dir(root);
    let mut guidance = None;
    let succeeded = shell::watch(&mut command, "install Rust from https://rustup.rs", |line| {
        guidance = guidance.take().or_else(|| line.strip_prefix(NATIVE).map(str::to_owned));
    })?;
    let remedy = "mend what cargo names above";
    guidance.filter(|_| succeeded).ok_or_else(|| shell::fault("the native benches did not run", remedy))
}

/// A page with something else between the markers.
fn between_markers(page: &str, found: &str) -> Result<String> {
    let missing = || {
        shell::fault(
            "docs/performance.md has lost the lines between which the table stands",
            format!("put them back:\n{}", MARKERS.concat()),
        )
    };
    let (before, rest) = page.split_once(MARKERS[0]).ok_or_else(missing)?;
    let (_, after) = rest.split_once(MARKERS[1]).ok_or_else(missing)?;
    Ok([before, MARKERS[0], found, MARKERS[1], after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let page = format!("before\n{}old\n{}after\n", MARKERS[0], MARKERS[1]);
        let new = between_markers(&page, "new\n").expect("both markers are there");
        assert_eq!(new, page.replace("old", "new"));
        assert!(between_markers("before\nafter\n", "new\n").is_err());
    }
}
