//! The browsers that tests use, and the programs that drive them.
//!
//! What is missing is installed as root on Debian; elsewhere the command says how to, as installing a browser is the user's
//! decision. Tests get each program by an environment variable, so that they know nothing of this machine.

mod chromium;
mod firefox;
mod webkit;

use crate::tools;
use anyhow::Result;
use std::{env, path::PathBuf};

/// Programs, each with the environment variable by which a test gets it.
pub type Programs = Vec<(&'static str, PathBuf)>;

/// Chromium and its driver: what nearly every test in a browser needs.
pub fn chromium() -> Result<Programs> {
    chromium::programs()
}

/// Three engines that have nothing to do with each other: Chromium, Firefox and WebKit.
pub fn engines() -> Result<Programs> {
    Ok([chromium::programs()?, firefox::programs()?, webkit::programs()?].concat())
}

/// The first of these programs that is on `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    names.iter().find_map(|name| tools::find(name, &path))
}
