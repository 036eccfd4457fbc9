//! What may be in the tree of crates: `deny.toml` says it, cargo-deny holds it.

use crate::{shell, tools};
use anyhow::Result;
use std::path::Path;

/// What is held without a network.
const HERE: [&str; 3] = ["bans", "licenses", "sources"];

/// What is known against a crate: from a list that has to be fetched.
const KNOWN: &str = "advisories";

/// Looks at every crate in `Cargo.lock`; `offline` leaves out what is known against them.
///
/// # Errors
/// If one has another licence than those that are named, comes from elsewhere, is there twice without a reason, or has a
/// known fault; or if the list of these cannot be fetched.
pub fn dependencies(root: &Path, offline: bool) -> Result<()> {
    shell::say("Licences, sources and crates that are there twice");
    look(root, &HERE, "mend what is named above, or name it in deny.toml with its reason")?;
    if offline {
        shell::say("Left out: what is known against a crate");
        return Ok(());
    }
    shell::say("What is known against a crate");
    look(root, &[KNOWN], "mend what is named above; without a network that reaches github.com, add --offline")
}

fn look(root: &Path, checks: &[&str], remedy: &str) -> Result<()> {
    let mut command = tools::deny()?;
    command.args(["--workspace", "check", "--hide-inclusion-graph"]).args(checks).current_dir(root);
    shell::run(&mut command, remedy)
}

#[cfg(test)]
mod tests {
    use crate::paths;
    use std::fs;

    /// The manifests of this workspace, each with its text.
    fn manifests() -> Vec<(String, String)> {
        let root = paths::root();
        let crates = fs::read_dir(root.join("crates")).expect("crates").map(|entry| entry.expect("a crate").path());
        let folders = crates.chain(["", "xtask", "tests/e2e", "fuzz"].map(|folder| root.join(folder)));
        folders
            .map(|folder| folder.join("Cargo.toml"))
            .map(|file| (file.display().to_string(), fs::read_to_string(&file).expect("a manifest")))
            .collect()
    }

    /// What of a manifest is a crate of others with a version, and the line before it.
    fn crates_of_others(manifest: &str) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        let (mut of_crates, mut before) = (false, "");
        for line in manifest.lines() {
            if line.starts_with('[') {
                of_crates = line.contains("dependencies");
            } else if of_crates
                && let Some((name, what)) = line.split_once('=')
                && (what.trim_start().starts_with('"') || what.contains("version ="))
            {
                found.push((name.trim(), before));
            }
            before = line;
        }
        found
    }

    #[test]
    fn every_crate_of_others_has_its_reason() {
        for (file, text) in manifests() {
            for (name, before) in crates_of_others(&text) {
                assert!(before.starts_with('#'), "{file}: say above '{name}' what it is there for, and not another");
            }
        }
    }

    #[test]
    fn crates_of_others_are_found_in_each_form() {
        let manifest = "[package]\nname = \"ours\"\n[dev-dependencies]\n# why\none = \"1\"\ntwo = { version = \"2\" }\nours.workspace = true\n";
        assert_eq!(crates_of_others(manifest), [("one", "# why"), ("two", "one = \"1\"")]);
    }
}
