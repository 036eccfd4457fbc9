//! The licence texts of the crates that reach visitors: most ask that theirs comes along.

use super::crates::Crate;
use crate::shell;
use anyhow::Result;
use std::{collections::BTreeMap, fs, path::Path};

/// How files with such a text begin, in capitals.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// Every text, once, behind the names of those that it belongs to.
pub fn of(crates: &[Crate]) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let (mut list, mut without) = (String::new(), Vec::new());
    for it in crates.iter().filter(|it| it.checksum.is_some()) {
        let name = format!("{} {}", it.name, it.version);
        list += &format!("{name}: {}\n", it.licence);
        let found = texts_in(&it.folder)?;
        if found.is_empty() {
            without.push(name.clone());
        }
        for text in found {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    if list.is_empty() {
        return Err(shell::fault(
            "no crate of others was found",
            "there are dozens: see what changed in xtask/src/release/crates.rs",
        ));
    }
    let mut all = format!(
        "Room to Grow contains these works of others, and the Rust standard library (MIT OR Apache-2.0).\n\n{list}"
    );
    if !without.is_empty() {
        all += &format!("\nWithout a text of their own in the package: {}.\n", without.join(", "));
    }
    let mut texts: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, names)| (names, text)).collect();
    texts.sort();
    for (names, text) in texts {
        all += &format!("\n{}\n{}\n\n{text}\n", "-".repeat(80), names.join(", "));
    }
    Ok(all)
}

/// The texts in a crate's folder, with the same ends of lines everywhere.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            texts.push(String::from_utf8_lossy(&fs::read(&path)?).replace("\r\n", "\n").trim().to_owned());
        }
    }
    texts.sort();
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{paths, release::crates};

    #[test]
    fn the_texts_come_along_once_and_nothing_of_this_machine_does() {
        let crates = crates::shipped(&paths::root()).expect("cargo answers");
        let all = of(&crates).expect("the crates are here");
        assert!(all.contains("\nyew 0.23.0: MIT OR Apache-2.0\n"));
        assert!(all.contains("Permission is hereby granted, free of charge"));
        // Our own are in files of their own.
        assert!(!all.contains("assessment 0.1.0"));
        assert!(!all.contains(&paths::root().display().to_string()));
    }
}
