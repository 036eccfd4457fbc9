//! Links that carry a view of a workplace from device to device.

use anyhow::{Context, Result};
use assessment::Assessment;
use camera::Picture;
use serde_json::json;

use crate::{App, Visitor};

/// The address that a host has named in the page, for visitors [of a named site](Visitor::of_a_named_site).
pub const SITE: &str = "https://room.example/grow/";

/// Where the way to a link stands.
const WAYS: &str = "details.link-ways";

/// Where the code of a link is folded.
const CODE: &str = "details.link-code";

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

    /// The device has a sheet. What is shared is kept in `given`, for the test to look at.
    pub fn who_shares(self) -> Self {
        self.with_a_sheet("Navigator.prototype.share = async (data) => { globalThis.given = data; };")
    }

    /// The device has a sheet, and it is closed without choosing anything.
    pub fn who_closes_the_sheet(self) -> Self {
        self.with_a_sheet(
            "Navigator.prototype.share = async () => {
                globalThis.closed = true;
                throw new DOMException('by a test', 'AbortError');
            };",
        )
    }

    /// The device has a sheet, and the browser does not open it.
    pub fn who_may_not_share(self) -> Self {
        self.with_a_sheet(
            "Navigator.prototype.share = async () => { throw new DOMException('by a test', 'NotAllowedError'); };",
        )
    }

    fn with_a_sheet(self, share: &'static str) -> Self {
        self.before_load(
            "Navigator.prototype.canShare = ({ url, text }) => url?.startsWith('https://') ?? text !== undefined;",
        )
        .before_load(share)
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

    /// Unfolds the code of the link that was made.
    pub async fn unfold_code(&self) -> Result<()> {
        self.unfold(CODE).await
    }

    /// What a camera has before it that is pointed at the code of the link: the screen where the code is, folded or not, and
    /// some of what is around it.
    pub async fn before_the_camera(&self) -> Result<Picture> {
        let place = "const code = one('details.link-code svg') ?? one('details.link-code');
            code.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = code.getBoundingClientRect();
            const around = width / 4;
            return [left - around, top - around, width + 2 * around, height + 2 * around]
                .map((length) => Math.max(0, Math.round(length)))";
        let place = self.read(place, []).await?;
        Ok(Picture::of_png(&self.driver().screenshot_as_png().await?)?.part(place))
    }

    /// How many CSS pixels a module of the code has.
    pub async fn module_width(&self) -> Result<f64> {
        let width = "const code = one('details.link-code svg');
            return code.getBoundingClientRect().width / code.viewBox.baseVal.width";
        self.read(width, []).await
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
