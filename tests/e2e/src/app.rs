//! The app on a host, in Chromium: what a window does by itself, and what Chromium can be told beyond that.

use std::{cell::RefCell, ops::Deref};

use anyhow::{Context, Result};
use host::Host;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    Visitor, Window,
    chromium::Chromium,
    environment::{self, Environment},
};

/// The app in a browser of its own, on a host of its own.
pub struct App {
    /// The host; a test may break its files or stop it.
    pub host: Host,
    pub(crate) visitor: Visitor,
    pub(crate) window: Window,
    pub(crate) chromium: Chromium,
    /// Where the browser keeps what outlives it. After the browser, so that it is gone when this is removed.
    pub(crate) profile: Option<TempDir>,
    pub(crate) console: RefCell<Vec<String>>,
    pub(crate) expected_complaints: Vec<&'static str>,
    pub(crate) neighbours: Vec<String>,
}

impl Deref for App {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl App {
    pub(crate) async fn open(visitor: Visitor) -> Result<Self> {
        let environment = Environment::find()?;
        let host = Host::start(&visitor.site.clone().map_or_else(environment::site, Ok)?)?;
        let profile = visitor.on_disk.then(tempfile::tempdir).transpose()?;
        let chromium = Chromium::start(&environment)?;
        let driver = chromium.open(&environment, &visitor, profile.as_ref().map(TempDir::path)).await?;
        let window = Window::of(driver);
        let (console, expected_complaints, neighbours) = (RefCell::default(), Vec::new(), Vec::new());
        let app = Self { host, visitor, window, chromium, profile, console, expected_complaints, neighbours };
        app.prepare_window().await?;
        if app.visitor.opens {
            app.go("#/").await?;
        }
        Ok(app)
    }

    /// Makes a new window one of this visitor's.
    pub(crate) async fn prepare_window(&self) -> Result<()> {
        let without = "delete Navigator.prototype.serviceWorker;";
        let without = (!self.visitor.keeps_the_site).then_some(without);
        for script in self.visitor.before_load.iter().copied().chain(without) {
            self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        }
        Ok(())
    }

    pub(crate) async fn close(&self) {
        self.chromium.close(self.driver()).await;
    }

    /// The address of the start page, with a slash at the end.
    pub fn url(&self) -> String {
        self.visitor.address.clone().unwrap_or_else(|| self.host.url())
    }

    /// Sends a command of the DevTools protocol.
    pub(crate) async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver().cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Types an address into the address bar, and waits for its page. From `#`: a page of the app.
    pub async fn go(&self, address: &str) -> Result<()> {
        self.type_address(address).await?;
        self.wait_until_ready().await?;
        self.wait_until_drawn().await
    }

    /// Types an address into the address bar.
    pub async fn type_address(&self, address: &str) -> Result<()> {
        Ok(self.driver().goto(self.url() + address).await?)
    }

    /// Empties the browser's cache, as time does.
    pub async fn forget_files(&self) -> Result<()> {
        self.command("Network.clearBrowserCache", json!({})).await?;
        Ok(())
    }

    /// Puts text where the cursor is, as a paste does.
    pub async fn insert(&self, text: &str) -> Result<()> {
        self.command("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    /// A picture of the page from top to bottom, as PNG.
    pub(crate) async fn whole_page(&self) -> Result<Vec<u8>> {
        let height: u32 = self.read("return Math.ceil(document.documentElement.scrollHeight)", []).await?;
        let size = self.read::<u32>("return innerWidth", []).await?;
        let tall = json!({ "width": size, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", tall).await?;
        Ok(self.driver().screenshot_as_png().await?)
    }
}
