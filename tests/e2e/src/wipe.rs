//! Wiping the device, and what is left behind in the browser.

use anyhow::Result;
use serde::Deserialize;

use crate::App;

/// Everything that a page can leave behind in a browser, apart from files and the list of visited addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct LeftBehind {
    /// The names of the databases.
    pub databases: Vec<String>,
    /// The names of the caches.
    pub caches: Vec<String>,
    /// What is in the two simple stores, by key.
    pub keys: Vec<String>,
    /// The cookies.
    pub cookies: String,
    /// The name of the window, which outlives the page.
    pub name: String,
    /// What the page wrote into its entry of the history, as JSON.
    pub state: String,
    /// What is left of the address, from `#` on.
    pub place: String,
}

impl App {
    /// On the page 'On this device': wipes everything, and says yes when asked.
    pub async fn wipe(&self) -> Result<()> {
        self.do_it("wipe").await?;
        self.do_it("wipe-yes").await?;
        self.wait_for("[data-wiped]").await
    }

    /// What this site has left behind in the browser.
    pub async fn left_behind(&self) -> Result<LeftBehind> {
        self.read_later(include_str!("scripts/left.js"), []).await
    }
}
