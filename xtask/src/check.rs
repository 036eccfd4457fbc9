//! What can be said about the code and the content without running the app.

use crate::{
    content, own,
    report::{Count, Report},
    shell, tools,
};
use anyhow::Result;
use std::path::Path;

/// Formatting, lints, content and the house style of a file.
pub fn check(root: &Path, house: &Path) -> Result<()> {
    let mut report = Report::default();
    add_to(&mut report, root, house);
    report.close()
}

/// The same as steps of a longer run.
pub fn add_to(report: &mut Report, root: &Path, house: &Path) {
    report.run("house style", || house_style(root, house).map(|()| Count::ONE));
    report.run("formatting", || format(root).map(|()| Count::ONE));
    report.run("lints", || lint(root).map(|()| Count::ONE));
    report.run("content", || content(root).map(|()| Count::ONE));
}

/// The texts and the model.
pub fn content(root: &Path) -> Result<()> {
    shell::say("Checking the content");
    content::check(root)?;
    Ok(())
}

fn house_style(root: &Path, file: &Path) -> Result<()> {
    shell::say("Checking the house style");
    own::warn(&own::read(root, file)?);
    Ok(())
}

fn format(root: &Path) -> Result<()> {
    shell::say("Checking the formatting");
    let mut command = shell::cargo();
    command.args(["fmt", "--all", "--check"]).current_dir(root);
    shell::run(&mut command, "cargo fmt --all")
}

fn lint(root: &Path) -> Result<()> {
    shell::say("Linting everything");
    clippy(root, &["--workspace", "--all-targets"])?;
    // Code for the browser only is not seen by the run before.
    shell::say("Linting both modules for the browser");
    tools::ensure_wasm_target()?;
    clippy(root, &["--package", "room-to-grow", "--package", "annex", "--package", "office", "--target", tools::WASM])
}

fn clippy(root: &Path, what: &[&str]) -> Result<()> {
    let mut command = shell::cargo();
    command.args(["clippy", "--quiet"]).args(what);
    command.args(["--", "--deny", "warnings"]).current_dir(root);
    shell::run(&mut command, "mend what clippy names above")
}
