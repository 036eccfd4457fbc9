//! Equal sources, equal bytes: whoever builds a version can compare it with what is served.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Flags for the app alone. Flags for everything (`RUSTFLAGS`) would reach the hooks that Trunk
/// runs, and with them compile these very commands anew at each turn.
const APP_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Keeps the folders of this machine out of the app that `command` compiles.
///
/// Panic messages name the source file. Without this, the site would tell everyone the home folder
/// of whoever built it, and differ from machine to machine.
pub fn hide_folders(command: &mut Command) {
    let users = env::var(APP_FLAGS).ok();
    let hidden = registry_folders();
    let hidden = hidden.iter().filter_map(|folder| remap(folder));
    let flags: Vec<String> = users.into_iter().chain(hidden).collect();
    command.env(APP_FLAGS, flags.join(" "));
}

/// The folders that hold the sources of crates, one for each registry that was ever used.
fn registry_folders() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    let entries = sources.and_then(|folder| fs::read_dir(folder).ok());
    let folders = entries.into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// `None` for a folder with a space in its name, which the variable cannot hold: the build matters
/// more than its being reproducible.
fn remap(folder: &Path) -> Option<String> {
    let folder = folder.to_str()?;
    let fits = !folder.contains(char::is_whitespace);
    fits.then(|| format!("--remap-path-prefix={folder}=crates"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_replaced_unless_its_name_would_break_the_flags() {
        assert_eq!(
            remap(Path::new("/h/.cargo/registry/src/index")).as_deref(),
            Some("--remap-path-prefix=/h/.cargo/registry/src/index=crates")
        );
        assert_eq!(remap(Path::new("/my home/src")), None);
    }
}
