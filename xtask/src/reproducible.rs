//! Equal sources, equal bytes: whoever builds a version can compare it with what is served.

use crate::{build, own, paths, release, shell, tools};
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
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
    let hidden = hidden.iter().filter_map(|folder| remap(folder, "crates")).chain(standard_library());
    let flags: Vec<String> = users.into_iter().chain(hidden).collect();
    command.env(APP_FLAGS, flags.join(" "));
}

/// The folders that hold the sources of crates, one for each registry that was ever used.
fn registry_folders() -> Vec<PathBuf> {
    let sources = cargo_home().map(|home| home.join("registry").join("src"));
    let entries = sources.and_then(|folder| fs::read_dir(folder).ok());
    let folders = entries.into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// The sources of the standard library. Where someone has them (`rust-src`), the compiler may name them in place of the
/// folder in which it was compiled itself.
fn standard_library() -> Option<String> {
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = shell::answer(&compiler, &["--print", "sysroot"])?;
    let version = shell::answer(&compiler, &["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    remap(&Path::new(&sysroot).join("lib").join("rustlib").join("src").join("rust"), &format!("/rustc/{commit}"))
}

/// `None` for a folder with a space in its name, which the variable cannot hold: the build matters
/// more than its being reproducible.
fn remap(folder: &Path, by: &str) -> Option<String> {
    let folder = folder.to_str()?;
    let fits = !folder.contains(char::is_whitespace);
    fits.then(|| format!("--remap-path-prefix={folder}={by}"))
}

/// Builds here and in another folder, and tells which files differ.
pub fn reproducible(root: &Path) -> Result<()> {
    build::release(root, &own::file(root, None)?)?;
    compare_with_a_copy(root)
}

/// Builds a copy of this checkout in a folder of another length, from nothing, and compares what comes out with `dist/`.
pub fn compare_with_a_copy(root: &Path) -> Result<()> {
    let cache = tools::folder()?;
    let around = cache.join("reproducible");
    let copy = around.join("a-folder-with-a-longer-name-than-a-checkout-usually-has");
    if around.exists() {
        // Left over from a command that was interrupted.
        fs::remove_dir_all(&around)?;
    }
    shell::say("Building once more, from nothing, in another folder (some minutes)");
    let started = Instant::now();
    copy_sources(root, &copy)?;
    let mut command = shell::cargo();
    command.args(["xtask", "build"]).current_dir(&copy).env("CARGO_TARGET_DIR", copy.join("target"));
    command.env("CARGO_HOME", another_cargo_home(&around.join("cargo"))?);
    // Those of this command would lead it back to this checkout.
    for (name, _) in env::vars_os() {
        let told = name.to_string_lossy();
        if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    shell::run(&mut command, "look whether a file is missing in git: only what is tracked is copied")?;
    let differing = differing(&paths::dist(root), &paths::dist(&copy))?;
    if !differing.is_empty() {
        return Err(shell::fault(
            format!("two builds of the same sources differ in: {}", differing.join(", ")),
            format!("compare them with those in {}", paths::dist(&copy).display()),
        ));
    }
    fs::remove_dir_all(&around)?;
    shell::say(&format!("Both builds are the same, byte for byte ({})", shell::spoken(started.elapsed())));
    Ok(())
}

/// A cargo home in another place, where crates are unpacked anew: on another machine they lie elsewhere as well. What was
/// downloaded before is shared, and so are the user's settings.
fn another_cargo_home(folder: &Path) -> Result<PathBuf> {
    let registry = folder.join("registry");
    fs::create_dir_all(&registry)?;
    let Some(users) = cargo_home() else { return Ok(folder.to_owned()) };
    for (to, names) in [(folder, &["config.toml", "config"][..]), (&registry, &["index", "cache"])] {
        for name in names {
            let from = if to == folder { users.join(name) } else { users.join("registry").join(name) };
            if from.exists() {
                link(&from, &to.join(name)).with_context(|| format!("{} cannot be shared", from.display()))?;
            }
        }
    }
    Ok(folder.to_owned())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

/// Links take special rights on Windows; there the crates are downloaded once more.
#[cfg(not(unix))]
fn link(_from: &Path, _to: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Copies what git tracks, as it is now.
fn copy_sources(root: &Path, to: &Path) -> Result<()> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached"]).current_dir(root);
    let list = shell::pipe(&mut list, b"", "run it in a git checkout: git says which files belong to the sources")?;
    for name in String::from_utf8(list)?.split_terminator('\0') {
        let (from, to) = (root.join(name), to.join(name));
        // What was deleted and not committed yet is still tracked.
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap_or(&to))?;
            fs::copy(&from, &to).with_context(|| format!("{} cannot be copied", from.display()))?;
        }
    }
    Ok(())
}

/// The files that only one of two folders has, or that are not the same in both.
fn differing(one: &Path, other: &Path) -> Result<Vec<String>> {
    let names = |folder: &Path| -> Result<Vec<String>> {
        Ok(release::files_below(folder)?.iter().map(|file| release::relative(folder, file)).collect())
    };
    let mut all = [names(one)?, names(other)?].concat();
    all.sort();
    all.dedup();
    let same = |name: &String| match (fs::read(one.join(name)), fs::read(other.join(name))) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    };
    all.retain(|name| !same(name));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_replaced_unless_its_name_would_break_the_flags() {
        assert_eq!(
            remap(Path::new("/h/.cargo/registry/src/index"), "crates").as_deref(),
            Some("--remap-path-prefix=/h/.cargo/registry/src/index=crates")
        );
        assert_eq!(remap(Path::new("/my home/src"), "crates"), None);
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let around = env::temp_dir().join(format!("room-to-grow-differing-{}", std::process::id()));
        let (one, other) = (around.join("one"), around.join("other"));
        for (folder, name, text) in [
            (&one, "same", "a"),
            (&other, "same", "a"),
            (&one, "packs/differs", "a"),
            (&other, "packs/differs", "b"),
            (&other, "only", ""),
        ] {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().expect("in a folder")).expect("temporary folder");
            fs::write(file, text).expect("file in the temporary folder");
        }
        let found = differing(&one, &other).expect("both can be read");
        fs::remove_dir_all(around).expect("temporary folder removed");
        assert_eq!(found, ["only", "packs/differs"]);
    }
}
