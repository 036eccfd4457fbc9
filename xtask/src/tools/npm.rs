//! What comes from npm, pinned by `package-lock.json` in `tools/`, `tools/lighthouse/` and `tools/bench/`.

use super::install_once;
use crate::{hash, shell};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Installs what the lock file names, once per lock file, and gives the `node_modules` folder.
pub fn ensure(cache: &Path, manifest: &Path, what: &str) -> Result<PathBuf> {
    let lock = manifest.join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let name = format!("npm-{}", hash::of(&bytes));
    let folder = install_once(cache, &name, |partial| install(manifest, partial, what))?;
    Ok(folder.join("node_modules"))
}

fn install(manifest: &Path, folder: &Path, what: &str) -> Result<()> {
    if shell::answer("node", &["--version"]).is_none() {
        return Err(shell::fault(
            format!("Node.js is missing: {what} run on it"),
            "install Node.js 20 or newer with npm, then run the command again",
        ));
    }
    shell::say(&format!("Setting up {what} from npm (once; usually half a minute)"));
    for file in ["package.json", "package-lock.json"] {
        fs::copy(manifest.join(file), folder.join(file))?;
    }
    let mut command = Command::new(NPM);
    command
        // No script of a package runs: none of these needs one.
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder);
    shell::run(&mut command, "with a network that reaches the npm registry, run the command again")
}
