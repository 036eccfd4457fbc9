//! What a visit needs from this machine. Whatever is missing is a failure with a remedy, never a skipped test.

use std::{
    env,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context, Result, anyhow, ensure};
use assessment::Instrument;
use content::{Advise, Ask};
use content_files::Content;
use serde::de::DeserializeOwned;

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
        Ok(Self {
            chromium,
            chromedriver,
        })
    }
}

/// The folder with the built site.
pub(crate) fn site() -> Result<PathBuf> {
    let dist = named("ROOM_DIST").unwrap_or_else(|| root().join("dist"));
    ensure!(
        dist.join("index.html").is_file(),
        "there is no built site in {}; remedy: cargo xtask build, or name the folder in ROOM_DIST",
        dist.display()
    );
    Ok(dist)
}

/// The source of axe-core, which finds faults of accessibility.
pub(crate) fn axe() -> Result<String> {
    let file = named("ROOM_AXE").context(
        "the axe tests need axe-core; remedy: cargo xtask test walks, or name its axe.min.js in ROOM_AXE",
    )?;
    std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {} (ROOM_AXE)", file.display()))
}

/// The folder in which what a failing test saw is kept.
pub(crate) fn evidence_folder() -> PathBuf {
    root().join("target").join("e2e")
}

/// The instrument that is shipped.
pub fn instrument() -> Instrument {
    shipped()
        .instrument()
        .unwrap_or_else(|faults| panic!("the model has faults: {faults:#?}"))
}

/// The words of the frame and the questions in a language, as they are shipped.
pub fn ask(language: &str) -> Ask {
    pack(&format!("ask.{language}.pack"))
}

/// The words of the guidance in a language, as they are shipped.
pub fn advise(language: &str) -> Advise {
    pack(&format!("advise.{language}.pack"))
}

fn pack<T: DeserializeOwned>(name: &str) -> T {
    let packs = shipped()
        .packs()
        .unwrap_or_else(|faults| panic!("the packs have faults: {faults:#?}"));
    let pack = packs
        .iter()
        .find(|pack| pack.name == name)
        .unwrap_or_else(|| panic!("there is no {name}"));
    content::read(&pack.bytes).unwrap_or_else(|_| panic!("{name} is damaged"))
}

thread_local! {
    /// Read once a test, because checking it all takes a while.
    static SHIPPED: Rc<Content> = Rc::new(read_shipped());
}

fn shipped() -> Rc<Content> {
    SHIPPED.with(Rc::clone)
}

fn read_shipped() -> Content {
    let folder = root().join("content");
    content_files::read(&folder)
        .unwrap_or_else(|faults| panic!("the content has faults: {faults:#?}"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

fn program(variable: &str, name: &str) -> Result<PathBuf> {
    named(variable).or_else(|| on_path(name)).ok_or_else(|| {
        anyhow!(
            "there is no {name} on PATH; remedy: cargo xtask test walks, or name it in {variable}"
        )
    })
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
