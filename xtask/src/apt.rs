//! Programs from Debian's packages.

use crate::shell;
use anyhow::{Context, Result};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// Asked by Debian's packages whether a service may be started.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Looks for programs; what is missing is installed from these packages if that can be done here, and looked for again.
/// `elsewhere` says what to do on another system.
pub fn find_or_install<T>(what: &str, packages: &[&str], elsewhere: &str, find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root_on_debian() {
        shell::say(&format!("Setting up {what} with apt (once; usually a minute)"));
        install(packages)?;
    }
    find().ok_or_else(|| {
        let remedy = if is_debian() {
            format!("sudo apt-get install --no-install-recommends {}", packages.join(" "))
        } else {
            elsewhere.to_owned()
        };
        shell::fault(format!("these tests need {what}, and that is not here"), remedy)
    })
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// Whether packages can be installed here without asking: as root on Debian or one of its kin.
pub fn is_root_on_debian() -> bool {
    is_debian() && shell::answer("id", &["-u"]).as_deref() == Some("0")
}

/// Installs packages. None of their services is started: a server that takes port 80 would be a surprise.
pub fn install(packages: &[&str]) -> Result<()> {
    let remedy = "with a network that reaches Debian's packages, run the command again";
    // Another command may be installing something at the moment.
    let wait = ["-o", "DPkg::Lock::Timeout=300"];
    let mut update = Command::new("apt-get");
    shell::run(update.args(["update", "--quiet=2"]).args(wait), remedy)?;
    let _nothing_starts = NothingStarts::by(Path::new(POLICY))?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
        .args(wait)
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(&mut install, remedy)
}

/// As long as it is there, no service is started. Images for containers hold such a rule already; then it stays theirs.
struct NothingStarts {
    /// Where our rule is, if it is ours.
    ours: Option<PathBuf>,
}

impl NothingStarts {
    fn by(policy: &Path) -> Result<Self> {
        let Ok(mut file) = File::create_new(policy) else { return Ok(Self { ours: None }) };
        let ours = Self { ours: Some(policy.to_owned()) };
        // 101: it may not be started.
        file.write_all(b"#!/bin/sh\nexit 101\n").with_context(|| format!("{} cannot be written", policy.display()))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(policy, fs::Permissions::from_mode(0o755))?;
        }
        Ok(ours)
    }
}

impl Drop for NothingStarts {
    fn drop(&mut self) {
        if let Some(policy) = &self.ours {
            // It was there a moment ago; if it is gone, that is what is wanted.
            let _ = fs::remove_file(policy);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_rule_goes_again_and_one_that_was_there_stays() {
        let policy = std::env::temp_dir().join(format!("room-to-grow-policy-{}", std::process::id()));
        let rule = NothingStarts::by(&policy).expect("a temporary file");
        let answer = shell::answer("sh", &["-c", &format!("sh {}; echo $?", policy.display())]);
        assert_eq!(answer.as_deref(), Some("101"), "no service may be started");
        drop(rule);
        assert!(!policy.exists());

        fs::write(&policy, "theirs").expect("a temporary file");
        drop(NothingStarts::by(&policy).expect("nothing to do"));
        let kept = fs::read_to_string(&policy).expect("it is still there");
        fs::remove_file(&policy).expect("a temporary file");
        assert_eq!(kept, "theirs");
    }
}
