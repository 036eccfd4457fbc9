//! The promise of every visit: the console stays empty, and nothing is asked for outside the folder of the site.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::{App, Engine, Guest};

/// What Chromium says for the information of developers when a page offers the installing itself, in its own place.
const OFFER: &str = "Banner not shown: beforeinstallpromptevent.preventDefault() called.";

impl App {
    /// Says that a test provokes console messages, or tries requests, that contain this text.
    pub fn expect_complaint(&mut self, part: &'static str) {
        self.expected_complaints.push(part);
    }

    /// Says that a page of this visit may ask for files of another site: the one that it shows in a frame.
    pub fn expect_neighbour(&mut self, address: &str) {
        self.neighbours.push(address.to_owned());
    }

    /// Everything in the console since the start that no test expected: errors, warnings, violated policy.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let new = self.driver().browser_log().await?;
        // The driver tells each entry once.
        let mut kept = self.console.borrow_mut();
        kept.extend(new.into_iter().map(|entry| {
            let source = entry.source.unwrap_or_default();
            format!("{} {source}: {}", entry.level, entry.message)
        }));
        Ok(kept.iter().filter(|entry| !self.expects(entry) && !entry.contains(OFFER)).cloned().collect())
    }

    fn expects(&self, entry: &str) -> bool {
        self.expected_complaints.iter().any(|part| entry.contains(part))
    }

    /// Every address that was asked for, from the first request of the visit on.
    async fn requests(&self) -> Result<Vec<String>> {
        let entries = self.driver().get_log("performance").await?;
        Ok(entries.iter().filter_map(|entry| requested(&entry.message)).filter(|it| goes_out(it)).collect())
    }

    /// Holds the visit to the promise.
    ///
    /// # Errors
    ///
    /// If the console said something, or a request went elsewhere, or the driver does not answer.
    pub async fn assert_quiet(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(complaints.is_empty(), "the console is not empty:\n{}", complaints.join("\n"));
        let origin = self.url();
        let requests = self.requests().await?;
        ensure!(!requests.is_empty(), "the log of requests is empty, so it proves nothing");
        let around = |address: &String| self.neighbours.iter().any(|known| address.starts_with(known));
        let leaves = |address: &&String| !address.starts_with(&origin) && !around(address) && !self.expects(address);
        let elsewhere: Vec<&String> = requests.iter().filter(leaves).collect();
        ensure!(elsewhere.is_empty(), "requests left {origin}: {elsewhere:#?}");
        Ok(())
    }
}

impl Guest {
    /// Holds a visit to a file on this disk to the promise: nothing was fetched from anywhere else. Chromium tells every
    /// request and its console; the others tell what the page fetched.
    ///
    /// # Errors
    ///
    /// If something was fetched, or the console said something, or the driver does not answer.
    pub async fn assert_alone(&self) -> Result<()> {
        let fetched = "return performance.getEntriesByType('resource').map(({ name }) => name)";
        let mut requests: Vec<String> = self.read(fetched, []).await?;
        if self.engine == Engine::Chromium {
            let entries = self.driver().get_log("performance").await?;
            requests.extend(entries.iter().filter_map(|entry| requested(&entry.message)));
            ensure!(requests.iter().any(|it| it.starts_with("file:")), "the page itself is no request: {requests:?}");
            let said = self.driver().browser_log().await?;
            let said: Vec<String> = said.into_iter().map(|entry| entry.message).collect();
            ensure!(said.is_empty(), "the console is not empty:\n{}", said.join("\n"));
        }
        // The last is the page that the browser itself shows in a new window.
        let here = ["file:", "blob:", "data:", "chrome:"];
        requests.retain(|address| !here.iter().any(|scheme| address.starts_with(scheme)));
        ensure!(requests.is_empty(), "requests went out: {requests:#?}");
        Ok(())
    }
}

/// Whether a request goes over the network or to the disk; `data:` and the browser's own pages do neither.
fn goes_out(address: &str) -> bool {
    ["http", "ws", "file"].iter().any(|scheme| address.starts_with(scheme))
}

/// The address of a request.
fn requested(message: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(message).ok()?;
    let event = &entry["message"];
    let address = match event["method"].as_str()? {
        "Network.requestWillBeSent" => &event["params"]["request"]["url"],
        "Network.webSocketCreated" => &event["params"]["url"],
        _ => return None,
    };
    Some(address.as_str()?.to_owned())
}
