//! The ratchet: a part that grows says so before it is merged, and what grew in it.

use super::crates::Made;
use crate::shell;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, path::Path};

/// The figures that are committed.
const FILE: &str = "xtask/sizes.json";

/// How much of it a part may grow before someone has to say that it is wanted: one hundredth.
const SHARE: u64 = 100;

/// Or this much: the names of other files in a script of 700 bytes pack a little better or worse with every build.
const AT_LEAST: u64 = 32;

/// How many crates or files a message names.
const NAMED: usize = 5;

/// A part of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// On the wire, in brotli.
    pub wire: u64,
    /// What it is made of, before it is packed: crates and data of a module, otherwise files.
    pub made_of: Made,
}

/// Every part, by its name.
pub type Parts = BTreeMap<String, Part>;

/// The figures that were accepted last; where there are none yet, every part is a new one.
pub fn accepted(root: &Path) -> Result<Parts> {
    let file = root.join(FILE);
    if !file.exists() {
        return Ok(Parts::new());
    }
    let text = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    serde_json::from_slice(&text).map_err(|error| {
        let what = format!("{FILE} is no list of sizes: {error}");
        shell::fault(what, format!("git checkout {FILE}; or delete it, and run `cargo xtask size --accept`"))
    })
}

/// From now on these figures hold.
pub fn accept(root: &Path, parts: &Parts) -> Result<()> {
    let file = root.join(FILE);
    fs::write(&file, serde_json::to_string_pretty(parts)? + "\n")
        .with_context(|| format!("{} cannot be written", file.display()))?;
    shell::say(&format!("{FILE} holds these figures now; commit it, and say why they changed"));
    Ok(())
}

/// Holds the parts against what was accepted. Gives a note for each that shrank.
///
/// # Errors
/// If a part grew by more than it may, or is new, or is gone.
pub fn hold(before: &Parts, now: &Parts) -> Result<Vec<String>> {
    let (mut faults, mut notes) = (Vec::new(), Vec::new());
    for (name, part) in now {
        match before.get(name) {
            None => faults.push(format!("{name} is new, with {} bytes", part.wire)),
            Some(before) if part.wire > before.wire + room(before.wire) => faults.push(told(name, before, part)),
            Some(before) if part.wire + room(before.wire) < before.wire => notes.push(told(name, before, part)),
            Some(_) => {}
        }
    }
    faults.extend(before.keys().filter(|name| !now.contains_key(*name)).map(|name| format!("{name} is gone")));
    if faults.is_empty() {
        return Ok(notes);
    }
    let what = faults.join("\n");
    Err(shell::fault(
        what,
        "make it smaller, or accept it with `cargo xtask size --accept` and commit why it is worth it",
    ))
}

fn room(wire: u64) -> u64 {
    (wire / SHARE).max(AT_LEAST)
}

/// What became of a part, and which of its crates, sections or files did it.
fn told(name: &str, before: &Part, now: &Part) -> String {
    let mut moved: Vec<(&String, i128)> = Vec::new();
    for of in before.made_of.keys().chain(now.made_of.keys().filter(|of| !before.made_of.contains_key(*of))) {
        let bytes = |part: &Part| i128::from(part.made_of.get(of).copied().unwrap_or(0));
        moved.push((of, bytes(now) - bytes(before)));
    }
    let grew = now.wire > before.wire;
    moved.retain(|(_, by)| if grew { *by > 0 } else { *by < 0 });
    moved.sort_by_key(|(_, by)| std::cmp::Reverse(by.abs()));
    let named: Vec<String> = moved.iter().take(NAMED).map(|(of, by)| format!("{of} {by:+}")).collect();
    let verb = if grew { "grew" } else { "shrank" };
    let share = (i128::from(now.wire) - i128::from(before.wire)) as f64 / before.wire.max(1) as f64 * 100.0;
    let why = if named.is_empty() { "nothing in it by name".to_owned() } else { named.join(", ") };
    format!(
        "{name} {verb}: {} bytes on the wire before, {} now ({share:+.1} %). Before packing: {why}",
        before.wire, now.wire
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(wire: u64, made_of: &[(&str, u64)]) -> Part {
        Part { wire, made_of: made_of.iter().map(|(of, bytes)| ((*of).to_owned(), *bytes)).collect() }
    }

    fn one(part: Part) -> Parts {
        Parts::from([("main wasm".to_owned(), part)])
    }

    fn before() -> Parts {
        one(part(100_000, &[("yew", 60_000), ("assessment", 50_000), ("data", 40_000)]))
    }

    #[test]
    fn two_percent_more_fails_and_names_the_crate() {
        let now = one(part(102_000, &[("yew", 60_000), ("assessment", 54_321), ("data", 39_000)]));
        let told = hold(&before(), &now).expect_err("it grew by 2 %").to_string();
        assert!(told.contains("main wasm grew: 100000 bytes on the wire before, 102000 now (+2.0 %)"), "{told}");
        assert!(told.contains("assessment +4321"), "{told}");
        assert!(!told.contains("yew") && !told.contains("data"), "what did not grow is not named: {told}");
        assert!(told.contains("cargo xtask size --accept"), "{told}");
    }

    #[test]
    fn half_a_percent_more_passes() {
        let now = one(part(100_500, &[("yew", 61_000)]));
        assert_eq!(hold(&before(), &now).expect("it is within its room"), Vec::<String>::new());
    }

    #[test]
    fn what_shrank_passes_with_a_note() {
        let notes = hold(&before(), &one(part(90_000, &[("yew", 40_000), ("assessment", 50_000), ("data", 40_000)])));
        let notes = notes.expect("less is welcome");
        assert!(notes[0].contains("main wasm shrank") && notes[0].contains("yew -20000"), "{notes:?}");
    }

    #[test]
    fn a_new_part_asks_to_be_accepted_and_so_does_one_that_is_gone() {
        let mut now = before();
        now.insert("behind".to_owned(), part(5, &[]));
        let told = hold(&before(), &now).expect_err("a new part").to_string();
        assert!(told.contains("behind is new, with 5 bytes") && told.contains("--accept"), "{told}");
        let told = hold(&now, &before()).expect_err("a part is gone").to_string();
        assert!(told.contains("behind is gone"), "{told}");
    }

    #[test]
    fn a_tiny_part_may_move_by_a_few_bytes() {
        assert!(hold(&one(part(700, &[])), &one(part(720, &[]))).is_ok());
        assert!(hold(&one(part(700, &[])), &one(part(740, &[]))).is_err());
    }
}
