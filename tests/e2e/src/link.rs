//! Links that carry a view of a workplace from device to device.

use anyhow::{Context, Result};
use assessment::Assessment;
use serde_json::json;

use crate::{App, Visitor};

/// The address that a host has named in the page, for visitors [of a named site](Visitor::of_a_named_site).
pub const SITE: &str = "https://room.example/grow/";

/// Where the way to a link stands.
const WAYS: &str = "details.link-ways";

impl Visitor {
    /// Whoever hosts the site has named its address ([`SITE`]) in the page.
    pub fn of_a_named_site(self) -> Self {
        self.before_load(
            "addEventListener('DOMContentLoaded', () => document.querySelector('meta[name=site-address]') \
             .setAttribute('content', 'https://room.example/grow/'));",
        )
    }

    /// What is copied is kept in `copied`, for the test to look at.
    pub fn who_copies(self) -> Self {
        self.before_load("Clipboard.prototype.writeText = async (text) => { globalThis.copied = text; };")
    }

    /// The browser lets nothing be copied.
    pub fn who_may_not_copy(self) -> Self {
        self.before_load("Clipboard.prototype.writeText = async () => { throw new DOMException('by a test'); };")
    }
}

impl App {
    /// Opens the guidance of an assessment that is kept here, and there the way to a link.
    pub async fn open_link_ways(&self, assessment: &Assessment) -> Result<()> {
        self.go(&format!("#/a/{}/guidance", assessment.id)).await?;
        self.unfold(WAYS).await
    }

    /// Makes the link of an assessment that is kept here: its whole address.
    pub async fn make_link(&self, assessment: &Assessment) -> Result<String> {
        self.open_link_ways(assessment).await?;
        self.press("[data-make-link]").await?;
        self.value_of("#link").await
    }

    /// Opens a link, wherever it was made, and waits for what comes of it.
    pub async fn open_link(&self, link: &str) -> Result<()> {
        let (_, place) = link.split_once('#').context("a link has a place in the site")?;
        self.go(&format!("#{place}")).await?;
        self.wait_for("[data-link]:not([data-link=\"unread\"])").await
    }

    /// Every address in the history of this tab.
    pub async fn addresses_of_history(&self) -> Result<Vec<String>> {
        let history = self.command("Page.getNavigationHistory", json!({})).await?;
        let entries = history["entries"].as_array().context("a list")?;
        Ok(entries.iter().filter_map(|entry| entry["url"].as_str().map(str::to_owned)).collect())
    }
}
