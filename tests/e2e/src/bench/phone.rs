//! A browser on a slow telephone far away: a processor four times slower, 1.6 Mbit/s, 150 ms, 412 x 823 px.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{Visitor, Window, chromium::Chromium, environment::Environment};

/// The browser, with one window that is looked at.
pub struct Phone {
    pub(super) window: Window,
    chromium: Chromium,
}

impl Phone {
    /// Starts a browser.
    pub async fn start() -> Result<Self> {
        let environment = Environment::find()?;
        let chromium = Chromium::start(&environment)?;
        let window = Window::of(chromium.open(&environment, &Visitor::default(), None).await?);
        Ok(Self { window, chromium })
    }

    /// Opens a new window of the size of a telephone, in which a script runs before everything else, and closes the last one.
    pub(super) async fn open(&self, before_load: &str) -> Result<()> {
        let driver = self.window.driver();
        let last = driver.window().await?;
        let next = driver.new_window().await?;
        driver.switch_to_window(last).await?;
        driver.close_window().await?;
        driver.switch_to_window(next).await?;
        let size = json!({ "width": 412, "height": 823, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await?;
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": before_load })).await?;
        Ok(())
    }

    /// Makes its processor four times slower.
    pub(super) async fn slow_down(&self) -> Result<()> {
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await.map(drop)
    }

    /// Takes it far away.
    pub(super) async fn go_far(&self) -> Result<()> {
        self.command("Network.enable", json!({})).await?;
        let far =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
        self.command("Network.emulateNetworkConditions", far).await.map(drop)
    }

    /// Forgets everything about a site, as if nobody had been there.
    pub(super) async fn forget(&self, address: &str) -> Result<()> {
        self.command("Network.clearBrowserCache", json!({})).await?;
        let all = json!({ "origin": address.trim_end_matches('/'), "storageTypes": "all" });
        self.command("Storage.clearDataForOrigin", all).await.map(drop)
    }

    /// What the browser wrote down about requests since the last time that it was asked, as events of the DevTools protocol.
    pub(super) async fn events(&self) -> Result<Vec<Value>> {
        let entries = self.window.driver().get_log("performance").await?;
        let event = |message: &str| Some(serde_json::from_str::<Value>(message).ok()?["message"].take());
        Ok(entries.iter().filter_map(|entry| event(&entry.message)).collect())
    }

    /// Sends a command of the DevTools protocol.
    pub(super) async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        self.window.driver().cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// The name and version of the browser.
    pub(super) async fn version(&self) -> Result<String> {
        let said = self.command("Browser.getVersion", json!({})).await?;
        Ok(said["product"].as_str().unwrap_or_default().to_owned())
    }

    /// Ends it.
    pub async fn close(&self) {
        self.chromium.close(self.window.driver()).await;
    }
}
