//! Which lines of the pure crates native tests reach. What a test file itself holds does not count, only what is tested.

use crate::{shell, tools};
use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

/// Whose lines are counted, and whose tests run.
const CRATES: [&str; 8] = ["assessment", "calendar", "content", "exchange", "guard", "house", "report", "search"];

/// Whose tests run as well: they read the real content through the crates above.
const TESTS_OF: &str = "content-files";

/// The core, and how many of its lines have to be reached, in hundredths.
const CORE: (&str, usize) = ("assessment", 95);

/// Runs the tests, prints how many lines of each crate they reach, and which of the core they do not.
///
/// # Errors
/// If a test fails, or too few lines of the core are reached.
pub fn coverage(root: &Path) -> Result<()> {
    let written = root.join("target").join("coverage.lcov");
    let mut command = tools::llvm_cov()?;
    command
        .args(CRATES.iter().chain([&TESTS_OF]).flat_map(|name| ["--package", name]))
        .args(["--lib", "--tests", "--lcov", "--output-path"])
        .arg(&written)
        .current_dir(root);
    shell::run(&mut command, "mend the tests that failed; `cargo xtask test core` runs them alone")?;
    let text = fs::read_to_string(&written).with_context(|| format!("{} cannot be read", written.display()))?;
    let files = files(root, &text)?;
    println!("\n{:<12} {:>7} {:>9} {:>8}", "crate", "lines", "reached", "part");
    let mut core = Lines::default();
    for name in CRATES {
        let mut lines = Lines::default();
        let of_crate = format!("crates/{name}/src/");
        files.iter().filter(|(file, _)| file.starts_with(&of_crate)).for_each(|(_, more)| lines.add(more));
        println!("{name:<12} {:>7} {:>9} {:>7} %", lines.all, lines.reached, lines.part());
        if name == CORE.0 {
            core = lines;
        }
    }
    for (file, lines) in files.iter().filter(|(file, _)| file.starts_with(&format!("crates/{}/", CORE.0))) {
        lines.missed.iter().for_each(|line| println!("not reached: {file}:{line}"));
    }
    if core.reached * 100 < core.all * CORE.1 {
        return Err(shell::fault(
            format!("tests reach {} % of the lines of the core, and {} % is the least", core.part(), CORE.1),
            "test what stands above, or take out what nobody needs",
        ));
    }
    Ok(())
}

/// The lines of a file or a crate that hold code.
#[derive(Debug, Default, PartialEq, Eq)]
struct Lines {
    all: usize,
    reached: usize,
    /// Numbers of those that no test reaches.
    missed: Vec<usize>,
}

impl Lines {
    fn add(&mut self, more: &Self) {
        self.all += more.all;
        self.reached += more.reached;
    }

    /// The part that is reached, in hundredths and tenths of them, rounded down: 94.99 is not 95.
    fn part(&self) -> String {
        let thousandths = (self.reached * 1_000).checked_div(self.all).unwrap_or(1_000);
        format!("{}.{}", thousandths / 10, thousandths % 10)
    }
}

/// Reads what was written, by path from the root. Tests inside a source file end it, and are left out.
fn files(root: &Path, lcov: &str) -> Result<BTreeMap<String, Lines>> {
    let mut files = BTreeMap::new();
    for record in lcov.split("end_of_record") {
        let Some(path) = record.lines().find_map(|line| line.strip_prefix("SF:")) else { continue };
        let Ok(short) = Path::new(path).strip_prefix(root) else { continue };
        let source = fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))?;
        files.insert(short.to_string_lossy().replace('\\', "/"), lines(record, code_ends(&source)));
    }
    Ok(files)
}

/// The number of the line on which the tests of a source file begin.
fn code_ends(source: &str) -> usize {
    source.lines().position(|line| line == "#[cfg(test)]").map_or(usize::MAX, |index| index + 1)
}

/// Reads `DA:12,0`: line 12 was run no time.
fn lines(record: &str, end: usize) -> Lines {
    let mut lines = Lines::default();
    for (line, times) in record.lines().filter_map(|line| line.strip_prefix("DA:")?.split_once(',')) {
        let Ok(line) = line.parse() else { continue };
        if line >= end {
            continue;
        }
        lines.all += 1;
        if times == "0" {
            lines.missed.push(line);
        } else {
            lines.reached += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_up_to_the_tests_of_a_file() {
        let source = "fn a() {\n}\n#[cfg(test)]\nmod tests {\n}\n";
        let record = "SF:a.rs\nFN:1,a\nDA:1,3\nDA:2,0\nDA:4,1\nLF:3\nLH:2\n";
        let counted = lines(record, code_ends(source));
        assert_eq!(counted, Lines { all: 2, reached: 1, missed: vec![2] });
        assert_eq!(lines(record, code_ends("fn a() {\n}\n")).all, 3);
    }

    #[test]
    fn a_part_is_never_rounded_up() {
        assert_eq!(Lines { all: 10_000, reached: 9_499, missed: Vec::new() }.part(), "94.9");
        assert_eq!(Lines::default().part(), "100.0");
    }
}
