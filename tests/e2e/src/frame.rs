//! The site in a frame: a page of another site that shows it, as an intranet may.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use host::Frames;
use serde_json::json;
use tempfile::TempDir;

use crate::{App, site};

/// How an intranet shows the site, as docs/hosting.md says. Far down the page, so that it would show if the frame scrolled it.
const FRAME: &str = "<!doctype html><meta charset=utf-8><title>Intranet</title><link rel=icon href='data:,'>\
    <body><h1>Intranet</h1><p style='height: 1500px'>News</p>\
    <iframe src='{address}' title='Room to Grow' style='width: 100%; height: 700px' \
    allow='clipboard-write' sandbox='allow-scripts allow-same-origin allow-downloads allow-forms allow-modals \
    allow-popups allow-popups-to-escape-sandbox'></iframe>";

/// A folder with a page that shows an address in a frame.
///
/// # Errors
///
/// If this machine gives no folder.
pub fn framing_page(address: &str) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("index.html"), FRAME.replace("{address}", address))?;
    Ok(folder)
}

/// A copy of the site as a build for these frames makes it.
///
/// # Errors
///
/// If there is no site, or its page does not tell who may frame it.
pub fn site_framed_by(frames: &Frames) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&site()?, folder.path())?;
    let file = folder.path().join("index.html");
    let page = fs::read_to_string(&file)?;
    let told = format!("data-frames=\"{}\"", frames.for_the_page());
    ensure!(page.matches("data-frames=\"\"").count() == 1, "the page does not say that nobody may frame it");
    fs::write(&file, page.replace("data-frames=\"\"", &told))?;
    for form in ["index.html.br", "index.html.gz"] {
        fs::remove_file(folder.path().join(form)).context("the page has compressed forms")?;
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let from = entry?.path();
        let to = to.join(from.file_name().unwrap_or_default());
        if from.is_dir() {
            fs::create_dir(&to)?;
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

impl App {
    /// Looks at what is in the frame of the page; what follows happens in there.
    pub async fn enter_frame(&self) -> Result<()> {
        Ok(self.driver().enter_frame(0).await?)
    }

    /// Looks at the page around the frame again.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.driver().enter_default_frame().await?)
    }

    /// How far the page that is looked at is scrolled, in px.
    pub async fn scrolled(&self) -> Result<f64> {
        self.read("return scrollY", [json!(null)]).await
    }

    /// Looks at the window that something has just opened.
    pub async fn turn_to_new_window(&self) -> Result<()> {
        let windows = self.driver().windows().await?;
        let here = self.driver().window().await?;
        let new = windows.into_iter().find(|window| *window != here).context("a window was opened")?;
        Ok(self.driver().switch_to_window(new).await?)
    }
}
