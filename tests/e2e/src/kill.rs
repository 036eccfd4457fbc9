//! The browser ends without a word, and is started again: as when the battery comes loose, or the system needs memory.

use std::fs;

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::{App, Window, chromium::Chromium, environment::Environment};

impl App {
    /// Kills the browser (SIGKILL), in the middle of whatever it is doing. Only a visitor with a profile has anything
    /// left after that.
    pub fn kill_browser(&mut self) -> Result<()> {
        self.chromium.kill(self.window.driver())
    }

    /// Starts the browser again after it was killed, and opens the start page: same profile, same address.
    pub async fn start_browser_again(&mut self) -> Result<()> {
        let profile = self.profile.as_ref().map(TempDir::path).context("a browser without a profile keeps nothing")?;
        // The dead browser's lock on its profile names a process by its number, and that may be another one by now.
        for entry in fs::read_dir(profile)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with("Singleton") {
                fs::remove_file(entry.path())?;
            }
        }
        let environment = Environment::find()?;
        self.chromium = Chromium::start(&environment)?;
        self.window = Window::of(self.chromium.open(&environment, &self.visitor, Some(profile)).await?);
        self.prepare_window().await?;
        self.go("#/").await
    }
}
