//! Firefox, and its driver.

use super::{Programs, on_path};
use crate::{apt, tools};
use anyhow::Result;
use std::path::{Path, PathBuf};

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const MAC_BROWSER: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// Finds Firefox or installs it. Debian has no package with its driver: that is one of our tools.
pub fn programs() -> Result<Programs> {
    let elsewhere = "install Firefox, so that it is on PATH";
    let browser = apt::find_or_install("Firefox", &["firefox-esr"], elsewhere, find)?;
    Ok(vec![("ROOM_FIREFOX", browser), ("ROOM_GECKODRIVER", tools::geckodriver()?)])
}

fn find() -> Option<PathBuf> {
    on_path(&BROWSERS).or_else(|| Path::new(MAC_BROWSER).is_file().then(|| MAC_BROWSER.into()))
}
