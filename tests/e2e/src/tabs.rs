//! Several windows of one browser: they share the store, as tabs do.

use std::fs;

use anyhow::{Context, Result};
use thirtyfour::WindowHandle;

use crate::{App, environment};

/// A window of the browser. A window and not a tab, because a tab in the background is not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl App {
    /// The one that is looked at.
    pub async fn tab(&self) -> Result<Tab> {
        Ok(Tab(self.driver().window().await?))
    }

    /// Opens another one and looks at it; nothing is loaded in it yet.
    pub async fn open_tab(&self) -> Result<Tab> {
        let handle = self.driver().new_window().await?;
        let tab = Tab(handle);
        self.turn_to(&tab).await?;
        self.prepare_window().await?;
        Ok(tab)
    }

    /// Looks at another one.
    pub async fn turn_to(&self, tab: &Tab) -> Result<()> {
        Ok(self.driver().switch_to_window(tab.0.clone()).await?)
    }

    /// Goes to a page of the same site on which the app does not run: its picture.
    pub async fn look_at_the_picture(&mut self) -> Result<()> {
        // A picture names no picture of its own, so the browser looks in the usual place.
        self.expect_complaint("favicon.ico");
        let mut names = Vec::new();
        for entry in fs::read_dir(environment::site()?)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        let picture = names.iter().find(|name| name.ends_with(".svg")).context("the site has a picture")?;
        self.type_address(picture).await
    }

    /// Closes the one that is looked at, and looks at another one.
    pub async fn close_tab(&self, next: &Tab) -> Result<()> {
        self.driver().close_window().await?;
        self.turn_to(next).await
    }
}
