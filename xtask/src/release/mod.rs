//! What is handed out: the site with ready configuration in one archive, what it is made of, and sums to check it by.
//!
//! Equal commits give equal bytes: nothing here holds a time, a chance or a folder of this machine.

mod archive;
mod crates;
mod licences;
mod material;
mod sums;

use crate::{build::Release, own, paths, reproducible, shell, single};
use anyhow::{Context, Result};
use archive::Entry;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The version of everything here.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licence files of the checkout, and how they are called where they lie side by side.
const LICENCES: [(&str, &str); 3] =
    [("LICENSE-APACHE", "LICENSE-APACHE"), ("LICENSE-MIT", "LICENSE-MIT"), ("content/LICENSE", "LICENSE-CONTENT")];

/// Builds what is committed, `checked` once more in another folder, and writes `release/`.
pub fn release(root: &Path, checked: bool) -> Result<()> {
    let commit = commit(root)?;
    let house = own::file(root, None)?;
    let single = single::build(root, &Release::of(root, &house))?;
    if checked {
        reproducible::compare_with_a_copy(root)?;
    }
    shell::say("Writing the release");
    let folder = paths::release(root);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;

    let crates = crates::shipped(root)?;
    let name = format!("room-to-grow-{VERSION}");
    let bill = material::bill(VERSION, commit.as_deref(), &crates)?;
    fs::write(folder.join(format!("{name}.cdx.json")), &bill)?;
    fs::write(folder.join(format!("{name}.zip")), archive::zip(&name, &entries(root, &house, &crates)?)?)?;
    fs::copy(single, folder.join(format!("{name}.html")))?;
    fs::write(folder.join(sums::FILE), sums::of_folder(&folder)?)?;
    shell::say(&format!("The release is in {}", folder.display()));
    Ok(())
}

/// Writes the ready configuration alone, to `hosting/`, for a site under `path`.
pub fn hosting(root: &Path, house: &Path, path: &str) -> Result<()> {
    if !host::ready::is_path(path) {
        return Err(shell::fault(
            format!("'{path}' is no path that every server takes"),
            "begin and end with a slash, and use letters, digits, - and _ alone: /tools/room-to-grow/",
        ));
    }
    let folder = root.join("hosting");
    for ready in host::ready::all(path, &own::frames(&own::read(root, house)?)?) {
        let file = folder.join(ready.file);
        fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        fs::write(&file, ready.text).with_context(|| format!("{} cannot be written", file.display()))?;
        println!("{}", file.display());
    }
    Ok(())
}

/// What lies in the archive.
fn entries(root: &Path, house: &Path, crates: &[crates::Crate]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let dist = paths::dist(root);
    for file in files_below(&dist)? {
        entries.push(Entry { name: format!("site/{}", relative(&dist, &file)), bytes: fs::read(&file)? });
    }
    for ready in host::ready::all("/", &own::frames(&own::read(root, house)?)?) {
        entries.push(Entry { name: format!("hosting/{}", ready.file), bytes: ready.text.into_bytes() });
    }
    for (file, name) in LICENCES {
        let bytes = fs::read(root.join(file)).with_context(|| format!("{file} cannot be read"))?;
        entries.push(Entry { name: name.to_owned(), bytes });
    }
    let others = licences::of(crates)?;
    entries.push(Entry { name: "LICENSES-OF-OTHERS.txt".to_owned(), bytes: others.into_bytes() });
    Ok(entries)
}

/// The commit that is released; `None` where the sources are no git checkout.
fn commit(root: &Path) -> Result<Option<String>> {
    let folder = root.display().to_string();
    let git = |arguments: &[&str]| shell::answer("git", &[&["-C", &folder], arguments].concat());
    let Some(commit) = git(&["rev-parse", "HEAD"]) else { return Ok(None) };
    match git(&["status", "--porcelain"]).as_deref() {
        Some("") => Ok(Some(commit)),
        _ => Err(shell::fault(
            "there are changes that are not committed, and nobody else could build the same",
            "commit them, or put them aside with `git stash --include-untracked`",
        )),
    }
}

/// Every file below a folder, in the order of their names.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).with_context(|| format!("{} cannot be read", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            let among = if path.is_dir() { &mut folders } else { &mut files };
            among.push(path);
        }
    }
    files.sort_by_key(|file| relative(folder, file));
    Ok(files)
}

/// A file's name from a folder on, with slashes on every system.
pub fn relative(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}
