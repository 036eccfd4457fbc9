//! Which crates reach visitors, as cargo says.

use crate::{shell, tools};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The packages that become modules of the site.
pub const MODULES: [&str; 3] = ["room-to-grow", "annex", "office"];

/// A crate that is linked into a module of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crate {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    /// The SHA-256 of the package at crates.io; a crate of this checkout has none.
    pub checksum: Option<String>,
    /// Its sources on this machine.
    pub folder: PathBuf,
    /// The modules that it is in.
    pub modules: BTreeSet<&'static str>,
}

type Key = (String, String);

/// What `cargo metadata` says of a package, as far as it is asked for here.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// The crates of all modules, sorted by name and version. Without those that only build or test, and without macros that
/// run in the compiler. What the compiler found unused counts, as it cannot be told.
pub fn shipped(root: &Path) -> Result<Vec<Crate>> {
    let mut modules: BTreeMap<Key, BTreeSet<&'static str>> = BTreeMap::new();
    for module in MODULES {
        for key in linked_into(root, module)? {
            modules.entry(key).or_default().insert(module);
        }
    }
    let mut packages = packages(root)?;
    let checksums = checksums(&fs::read_to_string(root.join("Cargo.lock")).context("Cargo.lock cannot be read")?);
    let mut crates = Vec::new();
    for (key, modules) in modules {
        let package = packages.remove(&key).with_context(|| format!("cargo tells nothing of {} {}", key.0, key.1))?;
        let licence = package.license.as_deref().map(expression).ok_or_else(|| {
            shell::fault(
                format!("{} names no licence", package.name),
                "find its licence, and leave the crate out if it may not be handed out",
            )
        })?;
        let folder = package.manifest_path.parent().unwrap_or(root).to_owned();
        let checksum = checksums.get(&key).cloned();
        crates.push(Crate { name: key.0, version: key.1, licence, checksum, folder, modules });
    }
    Ok(crates)
}

/// The tree, not the metadata, knows which features a module is built with.
fn linked_into(root: &Path, module: &str) -> Result<BTreeSet<Key>> {
    let mut tree = shell::cargo();
    tree.args(["tree", "--locked", "--package", module, "--target", tools::WASM]).args([
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--no-dedupe",
        "--format",
        "{p}",
    ]);
    let lines = output(tree.current_dir(root))?;
    Ok(lines.lines().filter_map(name_and_version).collect())
}

/// Reads `yew v0.23.0` and `annex v0.1.0 (/a/folder)`.
fn name_and_version(line: &str) -> Option<Key> {
    let mut words = line.split(' ');
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

fn packages(root: &Path) -> Result<BTreeMap<Key, Package>> {
    let mut command = shell::cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", tools::WASM]);
    let metadata: Metadata = serde_json::from_str(&output(command.current_dir(root))?)?;
    let packages = metadata.packages.into_iter();
    Ok(packages.map(|package| ((package.name.clone(), package.version.clone()), package)).collect())
}

fn output(command: &mut Command) -> Result<String> {
    let bytes = shell::pipe(command, b"", "with a network that reaches crates.io, run the command again")?;
    Ok(String::from_utf8(bytes)?)
}

/// The sums in a lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<Key, String> {
    let packages = lock.split("[[package]]").filter_map(|package| {
        let value = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            line.and_then(|line| line.strip_suffix('"')).map(str::to_owned)
        };
        Some(((value("name")?, value("version")?), value("checksum")?))
    });
    packages.collect()
}

/// Crates from before SPDX expressions write `MIT/Apache-2.0`.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn what_is_linked_counts_and_what_only_builds_does_not() {
        let crates = shipped(&paths::root()).expect("cargo answers");
        let of = |name: &str| crates.iter().find(|it| it.name == name);
        assert_eq!(of("yew").expect("the app").modules, BTreeSet::from(["room-to-grow"]));
        assert_eq!(of("postcard").expect("all three").modules, BTreeSet::from(MODULES));
        assert!(of("docx-rs").expect("the office").checksum.as_ref().is_some_and(|sum| sum.len() == 64));
        assert_eq!(of("assessment").expect("our own").checksum, None);
        for only_builds in ["yew-macro", "serde_derive", "syn", "xtask", "thirtyfour", "axum", "clap"] {
            assert_eq!(of(only_builds), None);
        }
    }

    #[test]
    fn old_forms_of_licences_are_written_anew() {
        assert_eq!(expression("Unlicense/MIT"), "Unlicense OR MIT");
        assert_eq!(expression("(MIT OR Apache-2.0) AND Unicode-3.0"), "(MIT OR Apache-2.0) AND Unicode-3.0");
    }

    #[test]
    fn sums_are_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"abc\"\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n";
        assert_eq!(checksums(lock), BTreeMap::from([(("a".to_owned(), "1.0.0".to_owned()), "abc".to_owned())]));
    }
}
