//! A window in which the app stands, in whatever browser: look, press, choose, wait until it is done.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverErrorInner, prelude::*, session::scriptret::ScriptRet};

/// How long the app may take to do what it was told. No measure of its speed: a machine with two cores and a slow disk
/// may hold a page back for seconds while other tests run.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look whether it has.
pub(crate) const GLANCE: Duration = Duration::from_millis(15);

/// Stands before every script.
const VOCABULARY: &str = include_str!("scripts/vocabulary.js");

/// The window that is looked at.
pub struct Window {
    driver: WebDriver,
}

impl Window {
    pub(crate) fn of(driver: WebDriver) -> Self {
        Self { driver }
    }

    /// The session, for what this harness has no word for.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Loads the page anew, and waits until it stands. Like someone who can read, it lets the page finish what it says
    /// that it is saving.
    pub async fn reload(&self) -> Result<()> {
        self.wait_until_gone("[data-saving=\"saving\"]").await?;
        self.driver.refresh().await?;
        self.wait_until_ready().await?;
        self.wait_until_drawn().await
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
        match self.driver.execute_async(script.clone(), arguments.clone()).await {
            // The page gave way to the next one in the middle of it: that one is asked.
            Err(error) if was_left(&error) => Ok(self.driver.execute_async(script, arguments).await?.convert()?),
            said => Ok(said?.convert()?),
        }
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
            // Firefox answers with nothing then.
            Ok(said) => Ok(said.convert::<Option<bool>>()?.unwrap_or(false)),
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
    pub async fn wait_until_drawn(&self) -> Result<()> {
        self.read_later("const [done] = arguments; drawn(() => done(null))", []).await
    }

    /// Waits until the app runs, with what comes behind its first page, and the page stands: before that, the start page of the site may
    /// be there already.
    pub async fn wait_until_ready(&self) -> Result<()> {
        let ready = "return performance.getEntriesByName('ready').length > 0 && shown('main h1').length > 0
            && one('[data-attended], .notice--trouble') !== null";
        self.until("the app is ready", ready, []).await
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
    let parts = ["aborted by navigation", "document unloaded", "Document was unloaded", "Cannot find context"];
    // Firefox says that the script failed, and not why.
    let nothing_said = matches!(&**error, WebDriverErrorInner::JavascriptError(why) if why.value.message.is_empty());
    nothing_said || parts.iter().any(|part| said.contains(part))
}

fn was_replaced_or_covered(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{ElementClickIntercepted, StaleElementReference};
    matches!(**error, StaleElementReference(_) | ElementClickIntercepted(_))
}
