//! The house style that the site is built in: `house.toml`, or the file that `--house` names.

use crate::shell;
use anyhow::{Context, Result};
use host::Frames;
use house::House;
use std::{
    env,
    path::{Path, PathBuf},
};

/// How the hooks that Trunk runs learn which file was named.
const FILE: &str = "ROOM_TO_GROW_HOUSE";

/// The house file that counts: the one that is named here, or else the one named for a whole build, or else ours.
pub fn file(root: &Path, named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(file) => std::path::absolute(file).with_context(|| format!("{} cannot be found", file.display())),
        None => Ok(env::var_os(FILE).map_or_else(|| root.join("house.toml"), PathBuf::from)),
    }
}

/// Reads a house file.
pub fn read(root: &Path, file: &Path) -> Result<House> {
    house::read(file, root).map_err(|faults| {
        for fault in &faults {
            eprintln!("{fault}");
        }
        let count = if faults.len() == 1 { "one fault".to_owned() } else { format!("{} faults", faults.len()) };
        shell::fault(format!("{count} in the house style"), "what to do stands at the end of each line above")
    })
}

/// Tells what does not stop a build: what of a theme was left out, and colours that are hard to tell from each other.
pub fn warn(house: &House) {
    for warning in house.warnings() {
        eprintln!("warning: {warning}");
    }
}

/// Who may show the site in a frame: what is served, written into the page, and written down for other hosts.
pub fn frames(house: &House) -> Result<Frames> {
    Frames::of(&house.frames).map_err(|error| {
        shell::fault(
            format!("the site cannot be embedded there: {error}"),
            "mend the sites under [embedding] in the house file",
        )
    })
}

/// Lets the commands that a program runs build in the same house style.
pub fn hand_on(command: &mut std::process::Command, file: &Path) {
    command.env(FILE, file);
}
