//! The clock of the device.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::{App, Visitor};

/// One day.
pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

impl App {
    /// Sets the clock ahead of the real one, on this page and on those that are loaded after it.
    pub async fn set_clock_ahead(&self, by: Duration) -> Result<()> {
        self.set_clock(&format!("+ {}", by.as_millis())).await
    }

    /// Sets the clock back from the real one, on this page and on those that are loaded after it.
    pub async fn set_clock_back(&self, by: Duration) -> Result<()> {
        self.set_clock(&format!("- {}", by.as_millis())).await
    }

    async fn set_clock(&self, change: &str) -> Result<()> {
        let set = format!(
            "{{ const real = Date.now.real ?? Date.now; Date.now = () => real() {change}; Date.now.real = real; }}"
        );
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": set })).await?;
        self.read(&set, []).await
    }
}

impl Visitor {
    /// It is always the 22nd of November 2026, at noon.
    pub fn whose_clock_stands_still(self) -> Self {
        self.before_load(
            "{ const Real = Date, at = 1795348800000; globalThis.Date = class extends Real { \
             constructor(...given) { if (given.length > 0) super(...given); else super(at); } \
             static now() { return at; } }; }",
        )
    }
}
