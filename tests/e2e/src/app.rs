//! The app as a person meets it: look, press, type, wait until it is done.

use std::{cell::RefCell, time::Instant};

use anyhow::{Context, Result, bail};
use host::Host;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{WebDriver, prelude::*, session::scriptret::ScriptRet};

use crate::{
    Visitor,
    chromium::{Chromium, GLANCE, PATIENCE},
    environment::{self, Environment},
};

/// Stands before every script.
const VOCABULARY: &str = include_str!("scripts/vocabulary.js");

/// The app in a browser of its own, on a host of its own.
pub struct App {
    /// The host; a test may break its files or stop it.
    pub host: Host,
    pub(crate) visitor: Visitor,
    pub(crate) driver: WebDriver,
    pub(crate) chromium: Chromium,
    /// Where the browser keeps what outlives it. After the browser, so that it is gone when this is removed.
    pub(crate) profile: Option<TempDir>,
    pub(crate) console: RefCell<Vec<String>>,
    pub(crate) expected_complaints: Vec<&'static str>,
    pub(crate) neighbours: Vec<String>,
}

impl App {
    pub(crate) async fn open(visitor: Visitor) -> Result<Self> {
        let environment = Environment::find()?;
        let host = Host::start(&visitor.site.clone().map_or_else(environment::site, Ok)?)?;
        let profile = visitor.on_disk.then(tempfile::tempdir).transpose()?;
        let chromium = Chromium::start(&environment)?;
        let driver = chromium.open(&environment, visitor.languages, profile.as_ref().map(TempDir::path)).await?;
        let (console, expected_complaints, neighbours) = (RefCell::default(), Vec::new(), Vec::new());
        let app = Self { host, visitor, driver, chromium, profile, console, expected_complaints, neighbours };
        app.prepare_window().await?;
        if app.visitor.opens {
            app.go("#/").await?;
        }
        Ok(app)
    }

    /// Makes a new window one of this visitor's.
    pub(crate) async fn prepare_window(&self) -> Result<()> {
        for script in &self.visitor.before_load {
            self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        }
        Ok(())
    }

    pub(crate) async fn close(&self) {
        self.chromium.close(&self.driver).await;
    }

    /// The address of the start page, with a slash at the end.
    pub fn url(&self) -> String {
        self.visitor.address.clone().unwrap_or_else(|| self.host.url())
    }

    /// The session, for what this harness has no word for.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Sends a command of the DevTools protocol.
    pub(crate) async fn command(&self, method: &str, parameters: Value) -> Result<Value> {
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| method.to_owned())
    }

    /// Types an address into the address bar, and waits for its page. From `#`: a page of the app.
    pub async fn go(&self, address: &str) -> Result<()> {
        self.type_address(address).await?;
        self.wait_for("main h1").await?;
        self.wait_until_drawn().await
    }

    /// Types an address into the address bar.
    pub async fn type_address(&self, address: &str) -> Result<()> {
        Ok(self.driver.goto(self.url() + address).await?)
    }

    /// Loads the page anew, and waits until it stands.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.wait_for("main h1").await?;
        self.wait_until_drawn().await
    }

    /// Empties the browser's cache, as time does.
    pub async fn forget_files(&self) -> Result<()> {
        self.command("Network.clearBrowserCache", json!({})).await?;
        Ok(())
    }

    /// The part of the address from the `#` on.
    pub async fn place(&self) -> Result<String> {
        self.read("return location.hash", []).await
    }

    /// What a script says about the page; it may use the words of `scripts/vocabulary.js`.
    pub async fn read<T: DeserializeOwned>(&self, script: &str, arguments: impl Into<Vec<Value>>) -> Result<T> {
        let arguments: Vec<Value> = arguments.into();
        Ok(self.execute(script, arguments).await?.convert()?)
    }

    async fn execute(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<ScriptRet> {
        self.driver.execute(VOCABULARY.to_owned() + script, arguments).await
    }

    /// What a script hands to its last argument, some time later.
    pub async fn read_later<T: DeserializeOwned>(&self, script: &str, arguments: impl Into<Vec<Value>>) -> Result<T> {
        let arguments: Vec<Value> = arguments.into();
        let script = VOCABULARY.to_owned() + script;
        Ok(self.driver.execute_async(script, arguments).await?.convert()?)
    }

    /// Waits until a script says `true`; `what` says in words what is waited for.
    pub async fn until(&self, what: &str, script: &str, arguments: impl Into<Vec<Value>>) -> Result<()> {
        let arguments: Vec<Value> = arguments.into();
        let started = Instant::now();
        while !self.holds(script, arguments.clone()).await? {
            if started.elapsed() > PATIENCE {
                bail!("{what}: not within {} seconds, at {}", PATIENCE.as_secs(), self.place().await?);
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Whether a script says `true`. While a page gives way to the next one, it says nothing yet.
    async fn holds(&self, script: &str, arguments: Vec<Value>) -> Result<bool> {
        match self.execute(script, arguments).await {
            Ok(said) => Ok(said.convert()?),
            Err(error) if was_left(&error) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Waits until a file whose address has this part is fetched, or failed to be, and the page is drawn with it.
    pub async fn wait_for_file(&self, part: &str) -> Result<()> {
        self.until(&format!("{part} is fetched"), "return fetched(arguments[0])", [json!(part)]).await?;
        self.wait_until_drawn().await
    }

    /// Waits until what just happened is on the page.
    async fn wait_until_drawn(&self) -> Result<()> {
        self.read_later("const [done] = arguments; drawn(() => done(null))", []).await
    }

    /// Waits until something that matches is visible.
    pub async fn wait_for(&self, selector: &str) -> Result<()> {
        let visible = "return shown(arguments[0]).length > 0";
        self.until(&format!("{selector} appears"), visible, [json!(selector)]).await
    }

    /// Waits until nothing that matches is visible.
    pub async fn wait_until_gone(&self, selector: &str) -> Result<()> {
        let hidden = "return shown(arguments[0]).length === 0";
        self.until(&format!("{selector} disappears"), hidden, [json!(selector)]).await
    }

    /// How many matching elements are visible right now.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.read("return shown(arguments[0]).length", [json!(selector)]).await
    }

    /// Whether a matching element is visible right now.
    pub async fn shows(&self, selector: &str) -> Result<bool> {
        Ok(self.count(selector).await? > 0)
    }

    /// The text of the first matching element as it is shown, with single spaces.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let text: String = self.read("return one(arguments[0])?.innerText ?? ''", [json!(selector)]).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Clicks the middle of something, as a person with a mouse does: what is covered cannot be clicked.
    pub async fn press(&self, selector: &str) -> Result<()> {
        self.wait_for(selector).await?;
        self.click("return shown(arguments[0])[0]", selector).await
    }

    /// Chooses an answer by clicking on its words.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        let radio = radio(name, value);
        self.wait_for_present(&radio).await?;
        self.click("return one(arguments[0]).labels[0]", &radio).await?;
        self.until(&format!("{radio} is chosen"), "return one(arguments[0])?.checked ?? false", [json!(radio)]).await
    }

    /// The value that is chosen among the radios of a name.
    pub async fn chosen(&self, name: &str) -> Result<Option<String>> {
        let script = "return one(`[name='${arguments[0]}']:checked`)?.value ?? null";
        self.read(script, [json!(name)]).await
    }

    /// Opens a folded part, if it is not open yet.
    pub async fn unfold(&self, details: &str) -> Result<()> {
        self.wait_for(details).await?;
        let open = "return one(arguments[0]).open";
        if !self.read::<bool>(open, [json!(details)]).await? {
            self.press(&format!("{details} > summary")).await?;
            self.until(&format!("{details} unfolds"), open, [json!(details)]).await?;
        }
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
        Ok(self.driver.screenshot_as_png().await?)
    }

    /// A radio may be drawn by its label, so it need not be visible itself.
    async fn wait_for_present(&self, selector: &str) -> Result<()> {
        let present = "return one(arguments[0]) !== null";
        self.until(&format!("{selector} is there"), present, [json!(selector)]).await
    }

    /// Clicks the element that a script finds. The app may draw it anew in between, or something may still move over it:
    /// then it is looked up again. From under a message at the edge of the window it is scrolled away.
    async fn click(&self, find: &str, selector: &str) -> Result<()> {
        let started = Instant::now();
        let scroll = format!("(() => {{ {find} }})()?.scrollIntoView({{ block: 'center' }})");
        loop {
            let element = self.execute(find, vec![json!(selector)]).await?.element()?;
            match element.click().await {
                Err(error) if was_replaced_or_covered(&error) && started.elapsed() < PATIENCE => {
                    tokio::time::sleep(GLANCE).await;
                    self.execute(&scroll, vec![json!(selector)]).await?;
                }
                clicked => return clicked.with_context(|| format!("clicking {selector}")),
            }
        }
    }
}

/// The radio of a question with a value.
pub(crate) fn radio(name: &str, value: &str) -> String {
    format!("input[type=radio][name=\"{name}\"][value=\"{value}\"]")
}

/// The words of the driver for a page that is just being left.
fn was_left(error: &WebDriverError) -> bool {
    let said = error.to_string();
    ["aborted by navigation", "document unloaded", "Cannot find context"].iter().any(|part| said.contains(part))
}

fn was_replaced_or_covered(error: &WebDriverError) -> bool {
    use thirtyfour::error::WebDriverErrorInner::{ElementClickIntercepted, StaleElementReference};
    matches!(**error, StaleElementReference(_) | ElementClickIntercepted(_))
}
