//! The whole app as one file, on this disk.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};
use tempfile::TempDir;

use crate::environment;

/// A copy of the one-file build, in a folder of its own.
pub struct OneFile {
    folder: TempDir,
    path: PathBuf,
}

impl OneFile {
    /// Puts a copy into a new folder.
    ///
    /// # Errors
    ///
    /// If it was not built.
    pub fn on_disk() -> Result<Self> {
        let built = environment::single();
        let built = built.as_path();
        ensure!(built.is_file(), "there is no {}; remedy: cargo xtask build --single", built.display());
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("room-to-grow.html");
        fs::copy(built, &path)?;
        Ok(Self { folder, path })
    }

    /// Puts another version in its place, under the same name.
    pub fn replace(&self) -> Result<()> {
        let newer = [fs::read(&self.path)?, b"<!-- newer -->\n".to_vec()].concat();
        fs::remove_file(&self.path)?;
        Ok(fs::write(&self.path, newer)?)
    }

    /// Moves it to another folder beside the one it was in.
    pub fn move_elsewhere(&mut self) -> Result<()> {
        let elsewhere = self.folder.path().join("elsewhere");
        fs::create_dir(&elsewhere)?;
        let path = elsewhere.join("room-to-grow.html");
        fs::rename(&self.path, &path)?;
        self.path = path;
        Ok(())
    }

    /// As it stands in the address bar.
    pub fn address(&self) -> String {
        format!("file://{}", self.path.display())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
