//! Chromium (or Chrome), and its driver.

use super::{Programs, on_path};
use crate::{apt, shell};
use anyhow::Result;
use std::path::{Path, PathBuf};

/// A browser and the program that drives it, of the same version.
struct Chromium {
    browser: PathBuf,
    driver: PathBuf,
}

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_BROWSERS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Finds them, or installs them.
pub fn programs() -> Result<Programs> {
    let elsewhere = if cfg!(target_os = "macos") {
        "brew install --cask chromium chromedriver"
    } else {
        "install Chromium (or Chrome) and the chromedriver of the same version, both on PATH"
    };
    let found = apt::find_or_install("Chromium and chromedriver", &PACKAGES, elsewhere, find)?;
    same_version(&found)?;
    Ok(vec![("ROOM_CHROMIUM", found.browser), ("ROOM_CHROMEDRIVER", found.driver)])
}

fn find() -> Option<Chromium> {
    let browser = on_path(&BROWSERS).or_else(|| {
        let mut applications = MAC_BROWSERS.iter().map(PathBuf::from);
        applications.find(|file| file.is_file())
    })?;
    Some(Chromium { browser, driver: on_path(&["chromedriver"])? })
}

/// A driver refuses a browser of another version, with a message that few understand.
fn same_version(found: &Chromium) -> Result<()> {
    let major = |program: &Path| {
        let answer = shell::answer(program, &["--version"])?;
        major_version(&answer)
    };
    match (major(&found.browser), major(&found.driver)) {
        (Some(browser), Some(driver)) if browser != driver => Err(shell::fault(
            format!("the browser is version {browser} and its driver is version {driver}"),
            format!("install a chromedriver of version {browser}"),
        )),
        _ => Ok(()),
    }
}

/// The 156 of `Chromium 156.0.8078.79 built on Debian`.
fn major_version(answer: &str) -> Option<u32> {
    let mut words = answer.split_whitespace();
    words.find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_programs_say() {
        assert_eq!(major_version("Chromium 156.0.8078.79 built on Debian"), Some(156));
        assert_eq!(major_version("ChromeDriver 156.0.8078.79 (abc)"), Some(156));
        assert_eq!(major_version("Google Chrome"), None);
    }
}
