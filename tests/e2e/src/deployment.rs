//! The site as a host has it: a build, and later another one in its place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::environment;

/// The script that tells builds apart: the app fetches it when it is asked for a file, so not before someone works.
const TOLD_BY: &str = "annex.";

/// A folder that is served. It can change while it is.
pub struct Deployment {
    folder: TempDir,
}

impl Deployment {
    /// This build.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be copied.
    pub fn of_this_build() -> Result<Self> {
        let deployed = Self { folder: tempfile::tempdir()? };
        copy(&environment::site()?, deployed.folder())?;
        Ok(deployed)
    }

    /// A build that is not this one: the page and one script differ, and so does everything that names them.
    ///
    /// # Errors
    ///
    /// As for [`Self::of_this_build`].
    pub fn of_an_earlier_build() -> Result<Self> {
        let deployed = Self::of_this_build()?;
        let name = deployed.file(TOLD_BY, ".js")?;
        let script = fs::read_to_string(deployed.folder().join(&name))? + "globalThis.earlier = true;\n";
        let earlier_name = format!("annex.{}.js", &hex(script.as_bytes())[..host::HASH_LENGTH]);
        let page = fs::read_to_string(deployed.folder().join("index.html"))?;
        let build = between(&page, "data-build=\"", "\"").context("the page names its build")?.to_owned();
        let earlier_build = build.chars().rev().collect::<String>();
        let mut worker = fs::read_to_string(deployed.folder().join("worker.js"))?;
        let earlier_page = page.replace(&name, &earlier_name).replace(&build, &earlier_build);
        let now = fs::read_to_string(deployed.folder().join(&name))?;
        for (now, earlier) in [
            (name.clone(), earlier_name.clone()),
            (build, earlier_build),
            (digest(&page), digest(&earlier_page)),
            (digest(&now), digest(&script)),
        ] {
            ensure!(worker.contains(&now), "the worker does not name {now}");
            worker = worker.replace(&now, &earlier);
        }
        deployed.remove(&name)?;
        deployed.write(&earlier_name, &script)?;
        deployed.write("index.html", &earlier_page)?;
        deployed.write("worker.js", &worker)?;
        Ok(deployed)
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts this build in its place, as a host does that keeps nothing of what was there.
    ///
    /// # Errors
    ///
    /// If a file cannot be removed or copied.
    pub fn bring_up_to_date(&self) -> Result<()> {
        for entry in fs::read_dir(self.folder())? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        copy(&environment::site()?, self.folder())
    }

    /// The file whose name begins and ends like this; with slashes.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn file(&self, start: &str, end: &str) -> Result<String> {
        for entry in fs::read_dir(self.folder())? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if name.starts_with(start) && name.ends_with(end) {
                return Ok(name);
            }
        }
        anyhow::bail!("the site has no {start}*{end}")
    }

    /// Writes a file of the site, in place of what was there in any form.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> Result<()> {
        self.remove(name)?;
        Ok(fs::write(self.folder().join(name), text)?)
    }

    /// Removes a file of the site, in every form.
    ///
    /// # Errors
    ///
    /// If it cannot be removed.
    pub fn remove(&self, name: &str) -> Result<()> {
        for form in ["", ".br", ".gz"] {
            let path = self.folder().join(format!("{name}{form}"));
            if path.exists() {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path: PathBuf = entry?.path();
        let beside = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy(&path, &beside)?;
        } else {
            fs::copy(&path, &beside)?;
        }
    }
    Ok(())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn digest(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
