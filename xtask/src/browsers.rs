//! The browser that the walks use, and its driver.

use crate::{shell, tools};
use anyhow::Result;
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// A browser and the program that drives it, of the same version.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_BROWSERS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const APT_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Finds Chromium (or Chrome) and its driver. As root on Debian it installs them; elsewhere it says
/// how to, as installing a browser is the user's decision.
pub fn chromium() -> Result<Chromium> {
    let found = match find() {
        Some(found) => found,
        None if is_root_on_debian() => {
            install()?;
            find().ok_or_else(missing)?
        }
        None => return Err(missing()),
    };
    same_version(&found)?;
    Ok(found)
}

fn find() -> Option<Chromium> {
    let path = env::var_os("PATH").unwrap_or_default();
    let named = BROWSERS.iter().find_map(|name| tools::find(name, &path));
    let browser = named.or_else(|| {
        let mut applications = MAC_BROWSERS.iter().map(PathBuf::from);
        applications.find(|file| file.is_file())
    })?;
    let driver = tools::find("chromedriver", &path)?;
    Some(Chromium { browser, driver })
}

fn is_root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists() && shell::answer("id", &["-u"]).as_deref() == Some("0")
}

fn install() -> Result<()> {
    shell::say("Setting up Chromium and its driver with apt (once; usually a minute)");
    let remedy = "with a network that reaches Debian's packages, run the command again";
    let mut update = Command::new("apt-get");
    shell::run(update.args(["update", "--quiet=2"]), remedy)?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(APT_PACKAGES)
        .env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(&mut install, remedy)
}

fn missing() -> anyhow::Error {
    let command = if cfg!(target_os = "macos") {
        "brew install --cask chromium chromedriver"
    } else if Path::new("/etc/debian_version").exists() {
        "sudo apt-get install --no-install-recommends chromium chromium-driver"
    } else {
        "install Chromium (or Chrome) and the chromedriver of the same version, both on PATH"
    };
    shell::fault("the walks need Chromium and chromedriver, and they are not here", command)
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
