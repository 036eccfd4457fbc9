//! Whether servers understand a text, without starting to serve.

use crate::{kind, programs};
use anyhow::{Result, bail};
use host::{
    Frames,
    ready::{Listen, Place},
};
use std::{fs, process::Command};
use tempfile::TempDir;

/// Asks nginx about a text for its `http` block.
///
/// # Errors
/// If it does not understand it, in its own words; so it is with the others.
pub fn nginx(text: &str) -> Result<()> {
    whole_nginx(&format!("pid \"/tmp/pid\";\nevents {{}}\nhttp {{\n{text}\n}}\n"))
}

/// Asks nginx about a whole configuration that writes into `/tmp`.
///
/// # Errors
/// If it does not understand it.
pub fn whole_nginx(text: &str) -> Result<()> {
    let scratch = tempfile::tempdir()?;
    let settings = scratch.path().join("settings");
    // It makes the folders that it would write into, and no test leaves anything behind.
    fs::write(&settings, text.replace("\"/tmp/", &format!("\"{}/", scratch.path().display())))?;
    let mut command = Command::new(programs::program(&["nginx"])?);
    ask(command.args(["-t", "-q", "-e", "stderr", "-c"]).arg(settings), &scratch)
}

/// Asks Caddy about a Caddyfile.
///
/// # Errors
/// If it does not understand it.
pub fn caddy(text: &str) -> Result<()> {
    let scratch = tempfile::tempdir()?;
    let settings = scratch.path().join("Caddyfile");
    fs::write(&settings, text)?;
    let mut command = Command::new(programs::program(&["caddy"])?);
    ask(command.args(["adapt", "--adapter", "caddyfile", "--config"]).arg(settings), &scratch)
}

/// Asks Apache about a virtual host.
///
/// # Errors
/// If it does not understand it.
pub fn apache(text: &str) -> Result<()> {
    let scratch = tempfile::tempdir()?;
    let settings = scratch.path().join("settings");
    let place = Place {
        listen: Listen::Everyone("localhost".to_owned()),
        folder: String::new(),
        path: "/".to_owned(),
        frames: Frames::nobody(),
    };
    let around = kind::apache_around(&place, scratch.path(), &programs::apache_modules()?);
    fs::write(&settings, around + text)?;
    let mut command = Command::new(programs::program(&["apache2", "httpd"])?);
    ask(command.args(["-t", "-f"]).arg(settings), &scratch)
}

fn ask(command: &mut Command, scratch: &TempDir) -> Result<()> {
    let output = command.env("HOME", scratch.path()).current_dir(scratch.path()).output()?;
    if !output.status.success() {
        bail!("it is not understood: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}
