//! Chromium and its driver: started for one visit, and gone with it, whatever happens.

use std::{path::Path, process::Command, time::Duration};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::{Visitor, contained::Contained, environment::Environment};

/// How long one command of a driver may take: a hanging browser must not hang the tests.
pub(crate) const COMMAND: Duration = Duration::from_secs(60);

/// How often a driver may end before it listens.
pub(crate) const STARTS: usize = 5;

/// A running driver with everything that it started.
pub(crate) struct Chromium {
    program: Contained,
    port: u16,
}

impl Chromium {
    /// Starts a driver on a free port.
    ///
    /// The driver chooses the port and then listens on it twice, for IPv4 and for IPv6. With many of them starting at
    /// once another process may have taken the second in between; it ends then, and choosing again helps.
    pub fn start(environment: &Environment) -> Result<Self> {
        let mut ended = anyhow!("no driver was started");
        for _ in 0..STARTS {
            match Self::start_once(environment) {
                Ok(started) => return Ok(started),
                Err(error) => ended = error,
            }
        }
        Err(ended)
    }

    fn start_once(environment: &Environment) -> Result<Self> {
        let mut program = Contained::start(&environment.chromedriver, |command, _| {
            command.arg("--port=0");
            Ok(())
        })?;
        let port = program.read_until(port_in)?;
        Ok(Self { program, port })
    }

    /// Opens a window of a visitor. What the user keeps goes into the profile, or else ends with the browser.
    pub async fn open(
        &self,
        environment: &Environment,
        visitor: &Visitor,
        profile: Option<&Path>,
    ) -> Result<WebDriver> {
        let mut wanted = capabilities(&environment.chromium, visitor.languages, profile);
        if visitor.is_quick {
            wanted.insert("pageLoadStrategy".to_owned(), json!("eager"));
        }
        let driver = WebDriver::builder(format!("http://127.0.0.1:{}", self.port), Capabilities::from(wanted))
            .request_timeout(COMMAND)
            .await
            .context("the driver does not open a window; remedy: a Chromium and a chromedriver of the same version")?;
        // Its Drop would talk to a driver that may be gone, and wait for the whole timeout.
        driver.clone().leak().ok();
        Ok(driver)
    }

    /// Kills the browser with everything that belongs to it, without a chance to write anything more, and waits until
    /// all of it is gone.
    pub fn kill(&mut self, driver: &WebDriver) -> Result<()> {
        if !self.program.ends_whole() {
            let id = driver.capabilities().get("goog:processID").and_then(Value::as_u64);
            let id = id.context("the driver does not name the browser's process")?;
            let killed = Command::new("kill").args(["-KILL", &id.to_string()]).status()?;
            ensure!(killed.success(), "the browser cannot be killed");
        }
        self.program.kill()
    }

    /// Ends the browser where killing its driver would leave it running.
    pub async fn close(&self, driver: &WebDriver) {
        if !self.program.ends_whole() {
            // The driver may be the very thing that failed; the visit has its outcome already.
            let _ = tokio::time::timeout(Duration::from_secs(5), driver.close_window()).await;
        }
    }
}

/// The port in `ChromeDriver was started successfully on port 41234.`
pub(crate) fn port_in(line: &str) -> Option<u16> {
    line.trim_end_matches('.').rsplit_once("successfully on port ")?.1.parse().ok()
}

/// What Chromium is told before it starts.
pub(crate) fn capabilities(chromium: &Path, languages: &str, profile: Option<&Path>) -> serde_json::Map<String, Value> {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // The list under the address bar gets two pages of its own at every start, and no walk types an address: half of
        // what starting costs.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.extend(profile.map(|folder| format!("--user-data-dir={}", folder.display())));
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": chromium,
            "args": arguments,
            "prefs": { "intl.accept_languages": languages },
            // Every request from the very first on; nothing else.
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    match wanted {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    }
}
