//! Faults put into the core on purpose, one at a time: a test has to notice each.

use crate::{shell, tools};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Where the faults are put, and whose tests have to notice: they run on the content that is shipped, in seconds.
const CORE: &str = "assessment";

/// How many of a hundred have to be noticed in a full run.
const BAR: usize = 90;

/// What no test notices and need not, each with its reason.
const SURVIVORS: &str = "crates/assessment/survivors.toml";

/// Crates of others are compiled once and run with every fault: they make up answers. What reads the content is compiled with each fault
/// and runs once.
const OPTIMISED: [&str; 2] =
    [r#"profile.dev.package."*".opt-level=2"#, "profile.dev.package.content-files.opt-level=0"];

/// Which faults are tried.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    All,
    /// About as many, picked evenly.
    Sample(usize),
}

/// Tries faults and tells which of them no test noticed.
///
/// # Errors
/// In a full run: if less than nine of ten were noticed, or one survived whose reason is not written down.
pub fn mutants(root: &Path, which: Which) -> Result<()> {
    let known = known(root)?;
    let mut command = command(root)?;
    if let Which::Sample(count) = which {
        let all = all(root)?;
        let step = (all / count.max(1)).max(1);
        shell::say(&format!("Taking one fault of {step}, of {all}"));
        command.args(["--sharding", "round-robin", "--shard", &format!("0/{step}")]);
    }
    let folder = root.join("target").join("mutants");
    // What an earlier run found must not be taken for this one.
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => fs::create_dir_all(&folder)?,
    }
    command.arg("--output").arg(&folder);
    let started = Instant::now();
    // Survivors make the program fail; what was found tells more than its status.
    shell::watch(&mut command, "mend what is named above", |_| {})?;
    let time = shell::spoken(started.elapsed());
    let outcome = Outcome::read(&folder.join("mutants.out"))?;
    println!("\n{} of {} faults noticed ({} %), in {time}", outcome.caught, outcome.tried(), outcome.part());
    let new: Vec<&String> = outcome.missed.iter().filter(|name| !known.contains(unplaced(name).as_str())).collect();
    for name in &outcome.missed {
        let note = if new.contains(&name) { "" } else { "  (known)" };
        println!("  survived: {name}{note}");
    }
    if outcome.tried() == 0 {
        return Err(shell::fault("not a single fault was tried", "see what cargo-mutants says above"));
    }
    if matches!(which, Which::Sample(_)) {
        return Ok(());
    }
    let here: BTreeSet<String> = outcome.missed.iter().map(|name| unplaced(name)).collect();
    known.iter().filter(|name| !here.contains(*name)).for_each(|name| println!("  noticed now: {name}"));
    if outcome.caught * 100 < outcome.tried() * BAR {
        return Err(shell::fault(
            format!("tests noticed {} % of the faults, and {BAR} % is the least", outcome.part()),
            "test what survived",
        ));
    }
    if !new.is_empty() {
        return Err(shell::fault(
            format!("{} survived without a reason", new.len()),
            format!("test them, or say in {SURVIVORS} why no test can notice"),
        ));
    }
    Ok(())
}

fn command(root: &Path) -> Result<Command> {
    let mut command = tools::mutants()?;
    command.arg("--dir").arg(root).args(["--package", CORE]).current_dir(root);
    command
        .args(["--colors", "never", "--no-times", "--cargo-test-arg=--lib", "--cargo-test-arg=--tests"])
        .args(OPTIMISED.map(|setting| format!("--cargo-arg=--config={setting}")))
        // Nobody looks into these programs, and linking them is most of the work.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Nor does anyone read which made-up answers were the simplest to show a fault.
        .env("PROPTEST_MAX_SHRINK_ITERS", "0");
    Ok(command)
}

/// How many faults there are.
fn all(root: &Path) -> Result<usize> {
    let output = command(root)?.arg("--list").output().context("cargo-mutants cannot list the faults")?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.contains(": ")).count())
}

/// What came of the faults.
struct Outcome {
    caught: usize,
    /// By place and name, one a line: `crates/assessment/src/date.rs:12:5: replace year with 0`.
    missed: Vec<String>,
}

impl Outcome {
    /// A fault that makes the tests run for ever is noticed as well. One that does not compile is none.
    fn read(folder: &Path) -> Result<Self> {
        let lines = |name: &str| -> Result<Vec<String>> {
            let file: PathBuf = folder.join(name);
            let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        Ok(Self { caught: lines("caught.txt")?.len() + lines("timeout.txt")?.len(), missed: lines("missed.txt")? })
    }

    fn tried(&self) -> usize {
        self.caught + self.missed.len()
    }

    /// In hundredths and tenths of them, rounded down.
    fn part(&self) -> String {
        let thousandths = (self.caught * 1_000).checked_div(self.tried()).unwrap_or(0);
        format!("{}.{}", thousandths / 10, thousandths % 10)
    }
}

/// The name of a fault without line and column, which change whenever something above them does.
fn unplaced(name: &str) -> String {
    match name.split_once(": ") {
        Some((place, what)) => format!("{}: {what}", place.split(':').next().unwrap_or(place)),
        None => name.to_owned(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Survivors {
    #[serde(default)]
    survivor: Vec<Survivor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Survivor {
    fault: String,
    reason: String,
}

/// The survivors whose reason is written down.
fn known(root: &Path) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(root.join(SURVIVORS)).with_context(|| format!("{SURVIVORS} cannot be read"))?;
    let read: Survivors = toml::from_str(&text).with_context(|| format!("{SURVIVORS} cannot be understood"))?;
    if let Some(silent) = read.survivor.iter().find(|survivor| survivor.reason.trim().is_empty()) {
        return Err(shell::fault(
            format!("{SURVIVORS} gives no reason for '{}'", silent.fault),
            "write under 'reason' why no test can notice it",
        ));
    }
    Ok(read.survivor.into_iter().map(|survivor| survivor.fault).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn a_survivor_is_known_wherever_it_stands_in_its_file() {
        assert_eq!(
            unplaced("crates/assessment/src/date.rs:12:5: replace < with <= in Date::valid"),
            "crates/assessment/src/date.rs: replace < with <= in Date::valid"
        );
    }

    #[test]
    fn every_known_survivor_has_its_reason_and_its_file() {
        for name in known(&paths::root()).expect("the list can be read") {
            let file = name.split(": ").next().unwrap_or_default();
            assert!(paths::root().join(file).is_file(), "{name}");
            assert_eq!(unplaced(&name), name, "line and column do not belong there");
        }
    }

    #[test]
    fn what_is_noticed_is_never_rounded_up() {
        let outcome = Outcome { caught: 8_999, missed: vec![String::new(); 1_001] };
        assert_eq!(outcome.part(), "89.9");
    }
}
