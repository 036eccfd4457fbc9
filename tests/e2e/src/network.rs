//! The network and the room that a browser has, and what it thinks of the site as an app.

use anyhow::Result;
use serde_json::{Value, json};

use crate::App;

impl App {
    /// The browser has no network any more, as in a plane: its own switch, not the host.
    pub async fn block_the_network(&self) -> Result<()> {
        self.command("Network.enable", json!({})).await?;
        let none = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.command("Network.emulateNetworkConditions", none).await?;
        Ok(())
    }

    /// Whether pages may run scripts from now on, as in the browser's settings.
    pub async fn allow_scripts(&self, allowed: bool) -> Result<()> {
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": !allowed })).await?;
        Ok(())
    }

    /// The site may store so many bytes; without a number, as many as the browser likes.
    pub async fn limit_storage(&self, bytes: Option<u64>) -> Result<()> {
        let url = self.host.url();
        let origin = url.trim_end_matches('/');
        let mut limit = json!({ "origin": origin });
        if let Some(bytes) = bytes {
            limit["quotaSize"] = json!(bytes);
        }
        self.command("Storage.overrideQuotaForOrigin", limit).await?;
        Ok(())
    }

    /// What keeps the browser from installing the site as an app, and the manifest that it found.
    pub async fn installability(&self) -> Result<(Vec<String>, Value)> {
        let said = self.command("Page.getInstallabilityErrors", json!({})).await?;
        let errors = said["installabilityErrors"].as_array().cloned().unwrap_or_default();
        let faults = errors.iter().filter_map(|error| error["errorId"].as_str().map(str::to_owned)).collect();
        let manifest = self.command("Page.getAppManifest", json!({})).await?;
        Ok((faults, serde_json::from_str(manifest["data"].as_str().unwrap_or("null"))?))
    }
}
