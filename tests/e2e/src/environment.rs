//! What a visit needs from this machine. Whatever is missing is a failure with a remedy, never a skipped test.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail, ensure};
use assessment::Instrument;
use content::{Advise, Ask, Device, Examples, Learn, Planning, Take, Visit};
use serde::de::DeserializeOwned;

/// What to do when the site and this checkout do not fit together.
const REBUILD: &str = "remedy: cargo xtask build";

/// Where the programs are.
pub(crate) struct Environment {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

impl Environment {
    /// Takes what `cargo xtask test walks` names, or else looks in the usual places.
    pub fn find() -> Result<Self> {
        let chromium = program("ROOM_CHROMIUM", "chromium")?;
        let chromedriver = program("ROOM_CHROMEDRIVER", "chromedriver")?;
        Ok(Self { chromium, chromedriver })
    }
}

/// The folder with the built site.
///
/// # Errors
///
/// If there is none.
pub fn site() -> Result<PathBuf> {
    let dist = named("ROOM_DIST").unwrap_or_else(|| root().join("dist"));
    ensure!(
        dist.join("index.html").is_file(),
        "there is no built site in {}; {REBUILD}, or name the folder in ROOM_DIST",
        dist.display()
    );
    Ok(dist)
}

/// The folder with the built site in the house style of tests/house: `municipality` or `dutch`.
///
/// # Errors
///
/// If no such site was made.
pub fn house_site(name: &str) -> Result<PathBuf> {
    let houses = named("ROOM_HOUSES").unwrap_or_else(|| root().join("target").join("houses"));
    let site = houses.join(name);
    ensure!(
        site.join("index.html").is_file(),
        "there is no site in the house style '{name}' in {}; remedy: cargo xtask test walks, or make it there with \
         cargo xtask restyle",
        houses.display()
    );
    Ok(site)
}

/// The whole app as one file.
pub(crate) fn single() -> PathBuf {
    named("ROOM_SINGLE").unwrap_or_else(|| root().join("dist-single").join("room-to-grow.html"))
}

/// The source of axe-core, which finds faults of accessibility.
pub(crate) fn axe() -> Result<String> {
    let file = named("ROOM_AXE")
        .context("the axe tests need axe-core; remedy: cargo xtask test walks, or name its axe.min.js in ROOM_AXE")?;
    fs::read_to_string(&file).with_context(|| format!("cannot read {} (ROOM_AXE)", file.display()))
}

/// The folder in which what a failing test saw is kept.
pub(crate) fn evidence_folder() -> PathBuf {
    root().join("target").join("e2e")
}

/// The instrument that the site ships.
pub fn instrument() -> Instrument {
    ask("en").instrument
}

/// The words of the frame and the questions that the site ships in a language.
pub fn ask(language: &str) -> Ask {
    read_pack(&format!("ask.{language}.pack"))
}

/// The words of the guidance that the site ships in a language.
pub fn advise(language: &str) -> Advise {
    read_pack(&format!("advise.{language}.pack"))
}

/// The examples that the site ships.
pub fn examples() -> Examples {
    read_pack("examples.en.pack")
}

/// The words about keeping that the site ships in a language.
pub fn device(language: &str) -> Device {
    read_pack(&format!("device.{language}.pack"))
}

/// The words of the plan that the site ships in a language.
pub fn planning(language: &str) -> Planning {
    read_pack(&format!("plan.{language}.pack"))
}

/// The words of workplaces, and the questions as the other sides are asked, that the site ships in a language.
pub fn views(language: &str) -> Visit {
    read_pack(&format!("visit.{language}.pack"))
}

/// The pages under 'Learn' that the site ships in a language.
pub fn learn(language: &str) -> Learn {
    read_pack(&format!("learn.{language}.pack"))
}

/// The words for taking things along that the site ships in a language.
pub fn take_words(language: &str) -> Take {
    read_pack(&format!("take.{language}.pack"))
}

fn read_pack<T: DeserializeOwned>(name: &str) -> T {
    let bytes = shipped_pack(name).unwrap_or_else(|error| panic!("{error:?}"));
    content::read(&bytes).unwrap_or_else(|_| panic!("the site's {name} is not of this version; {REBUILD}"))
}

/// A pack of the built site, by its name without the hash, such as `ask.nl.pack`.
///
/// # Errors
///
/// If there is no site, or no such pack in it.
pub fn shipped_pack(name: &str) -> Result<Vec<u8>> {
    let folder = site()?.join("packs");
    let stem = name.strip_suffix("pack").unwrap_or(name);
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let file = entry?.path();
        let found = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if found.starts_with(stem) && found.ends_with(".pack") {
            return fs::read(&file).with_context(|| format!("cannot read {}", file.display()));
        }
    }
    bail!("there is no {name} in {}; {REBUILD}", folder.display())
}

/// The checkout.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(package).to_owned()
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A program that `cargo xtask test` names in a variable, or that is on `PATH`.
pub(crate) fn program(variable: &str, name: &str) -> Result<PathBuf> {
    named(variable)
        .or_else(|| on_path(name))
        .ok_or_else(|| anyhow!("there is no {name} on PATH; remedy: cargo xtask test, or name it in {variable}"))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
