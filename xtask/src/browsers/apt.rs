//! Installing browsers on Debian.

use crate::shell;
use anyhow::{Error, Result};
use std::{path::Path, process::Command};

/// Looks for programs; what is missing is installed from these packages if that can be done here, and looked for again.
pub fn find_or_install<T>(what: &str, packages: &[&str], elsewhere: &str, find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_debian() && is_root() {
        install(what, packages)?;
    }
    find().ok_or_else(|| missing(what, packages, elsewhere))
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

fn is_root() -> bool {
    shell::answer("id", &["-u"]).as_deref() == Some("0")
}

fn install(what: &str, packages: &[&str]) -> Result<()> {
    shell::say(&format!("Setting up {what} with apt (once; usually a minute)"));
    let remedy = "with a network that reaches Debian's packages, run the command again";
    let mut update = Command::new("apt-get");
    shell::run(update.args(["update", "--quiet=2"]), remedy)?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(&mut install, remedy)
}

fn missing(what: &str, packages: &[&str], elsewhere: &str) -> Error {
    let remedy = if is_debian() {
        format!("sudo apt-get install --no-install-recommends {}", packages.join(" "))
    } else {
        elsewhere.to_owned()
    };
    shell::fault(format!("these tests need {what}, and that is not here"), remedy)
}
