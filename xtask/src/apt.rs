//! Programs from Debian's packages.

use crate::shell;
use anyhow::{Context, Result};
use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process::Command,
};

/// Asked by Debian's packages whether a service may be started.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Whether packages can be installed here without asking: as root on Debian or one of its kin.
pub fn is_root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists() && shell::answer("id", &["-u"]).as_deref() == Some("0")
}

/// Installs packages. None of their services is started: a server that takes port 80 would be a surprise.
pub fn install(packages: &[&str]) -> Result<()> {
    let remedy = "with a network that reaches Debian's packages, run the command again";
    // Another command may be installing something at the moment.
    let wait = ["-o", "DPkg::Lock::Timeout=300"];
    let mut update = Command::new("apt-get");
    shell::run(update.args(["update", "--quiet=2"]).args(wait), remedy)?;
    let _nothing_starts = NothingStarts::here()?;
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
    ours: bool,
}

impl NothingStarts {
    fn here() -> Result<Self> {
        let Ok(mut file) = File::create_new(POLICY) else { return Ok(Self { ours: false }) };
        let ours = Self { ours: true };
        // 101: it may not be started.
        file.write_all(b"#!/bin/sh\nexit 101\n").with_context(|| format!("{POLICY} cannot be written"))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(POLICY, fs::Permissions::from_mode(0o755))?;
        }
        Ok(ours)
    }
}

impl Drop for NothingStarts {
    fn drop(&mut self) {
        if self.ours {
            // It was there a moment ago; if it is gone, that is what is wanted.
            let _ = fs::remove_file(POLICY);
        }
    }
}
