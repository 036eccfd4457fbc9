//! Building the site with Trunk.

use crate::{content, own, paths, reproducible, shell, tools, tools::Tools};
use anyhow::{Context, Result};
use house::House;
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
};

/// The release, for several who need it within one command: built when the first of them asks, and not again.
pub struct Release {
    root: PathBuf,
    house: PathBuf,
    built: Cell<bool>,
}

impl Release {
    /// In the house style of a file.
    pub fn of(root: &Path, house: &Path) -> Self {
        Self { root: root.to_owned(), house: house.to_owned(), built: Cell::new(false) }
    }

    /// Sees to it that it stands in `dist/`.
    pub fn ready(&self) -> Result<()> {
        if !self.built.get() {
            release(&self.root, &self.house)?;
            self.built.set(true);
        }
        Ok(())
    }
}

/// Builds the release into `dist/`, in the house style of a file.
pub fn release(root: &Path, house: &Path) -> Result<()> {
    // Before anything that takes minutes.
    own::read(root, house)?;
    let tools = prepare(root)?;
    shell::say("Building the release");
    let mut trunk = tools.trunk()?;
    own::hand_on(&mut trunk, house);
    reproducible::hide_folders(&mut trunk);
    // Offline: what it needs is there, so anything it would fetch is a mistake to be told.
    trunk.args(["build", "--release", "--offline", "--log", "warn"]).current_dir(root);
    shell::run(&mut trunk, "mend what the message names")
}

/// Serves a debug build that follows every change, until it is stopped.
pub fn dev(root: &Path, house: &Path) -> Result<()> {
    own::read(root, house)?;
    let tools = prepare(root)?;
    shell::say("Watching: the page reloads after each change (Ctrl+C stops it)");
    let mut trunk = tools.trunk()?;
    own::hand_on(&mut trunk, house);
    trunk.args(["serve", "--offline"]).current_dir(root);
    shell::run(
        &mut trunk,
        "mend what the message names; a port in use: stop the other program or change [serve] in Trunk.toml",
    )
}

/// Writes what no one writes by hand and `finish` puts into the site: the content packs, the style sheets and the
/// icon. Trunk calls this before each build.
pub fn pack(root: &Path) -> Result<()> {
    let house = own::read(root, &own::file(root, None)?)?;
    own::warn(&house);
    pack_into(root, &house, &paths::generated(root))
}

/// The same for a house and into a folder.
pub fn pack_into(root: &Path, house: &House, generated: &Path) -> Result<()> {
    let packs = generated.join("packs");
    if packs.exists() {
        // A pack of a language that is no more must not linger.
        fs::remove_dir_all(&packs)?;
    }
    fs::create_dir_all(&packs).with_context(|| format!("{} cannot be made", packs.display()))?;
    content::pack(root, house, &packs)?;
    bundle_style(root, house, generated)?;
    let icon = root.join("static").join("icon.svg");
    let ours = fs::read_to_string(&icon).with_context(|| format!("{} cannot be read", icon.display()))?;
    fs::write(generated.join("icon.svg"), house.icon(&ours))?;
    Ok(())
}

/// The style sheets of the site, and what of `style/` each is made from: what the first pages need, which the page waits for, and
/// what comes behind them.
const STYLE_SHEETS: [(&str, &str); 2] = [("style.css", "main.css"), ("behind.css", "behind.css")];

/// Each style sheet with all that it imports, and after it what the house style adds, as one small file: each import
/// would otherwise be one more round trip.
fn bundle_style(root: &Path, house: &House, generated: &Path) -> Result<()> {
    let (own, all) = (generated.join("house.css"), generated.join("all.css"));
    fs::write(&own, house.style())?;
    let import = |file: &Path| serde_json::to_string(file).map(|file| format!("@import {file};\n"));
    for (sheet, source) in STYLE_SHEETS {
        let source = root.join("style").join(source);
        if !source.is_file() {
            return Err(shell::fault(
                format!("{} is missing", source.display()),
                "write it: it imports the other files of style/ in their order",
            ));
        }
        fs::write(&all, import(&source)? + &import(&own)?)?;
        let mut esbuild = tools::ensure(root)?.esbuild()?;
        esbuild
            .arg(&all)
            .args(["--bundle", "--minify", "--loader:.svg=dataurl", "--log-level=warning"])
            .arg(format!("--outfile={}", generated.join(sheet).display()))
            .current_dir(root);
        shell::run(&mut esbuild, "mend the style sheet that the message names")?;
    }
    Ok(())
}

/// Sets up the tools and fetches the crates: Trunk itself then needs no network.
fn prepare(root: &Path) -> Result<Tools> {
    let tools = tools::ensure(root)?;
    let mut fetch = shell::cargo();
    fetch.args(["fetch", "--quiet", "--target", tools::WASM]).current_dir(root);
    shell::run(&mut fetch, "with a network that reaches crates.io, run the command again")?;
    Ok(tools)
}
