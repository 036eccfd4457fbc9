//! Someone with a browser of some engine.

use std::{
    ops::Deref,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};

use anyhow::{Context, Result};
use host::Host;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::By;

use super::{Driven, Engine};
use crate::{Downloads, Window, environment, evidence};

/// A window in a browser of some engine. What it looks at stands wherever the test says: on a host, or on this disk.
pub struct Guest {
    /// The engine.
    pub engine: Engine,
    window: Window,
    pub(crate) driven: Driven,
    downloads: Downloads,
    /// After the browser, so that it is gone when this is removed.
    profile: TempDir,
}

impl Deref for Guest {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Engine {
    /// Opens a window and lets the test use it.
    ///
    /// A failing test leaves a picture of the page and its source in `target/e2e/`.
    pub fn visit(self, test: impl AsyncFnOnce(&mut Guest) -> Result<()>) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("this machine gives a runtime");
        let mut guest = runtime.block_on(Guest::arrive(self)).unwrap_or_else(|error| panic!("{error:?}"));
        let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut guest))));
        if !matches!(outcome, Ok(Ok(()))) {
            runtime.block_on(evidence::keep_window(&guest, &format!("{self:?}")));
        }
        if !guest.driven.ends_whole() {
            // The outcome is known; what goes wrong now is not what the test is about.
            let _ = runtime.block_on(guest.driven.quit(guest.window.driver()));
        }
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(error)) => panic!("in {self:?}: {error:?}"),
            Err(panic) => resume_unwind(panic),
        }
    }

    /// Opens the start page of the built site on a host of its own, and lets the test use it.
    pub fn visit_site(self, test: impl AsyncFnOnce(&mut Guest, &mut Host) -> Result<()>) {
        self.visit(async |guest| {
            let mut host = Host::start(&environment::site()?)?;
            guest.go_to(&host.url()).await?;
            test(guest, &mut host).await
        });
    }
}

impl Guest {
    async fn arrive(engine: Engine) -> Result<Self> {
        let (downloads, profile) = (Downloads::new()?, tempfile::tempdir()?);
        let driven = engine.start(downloads.folder())?;
        let window = Window::of(driven.open(downloads.folder(), profile.path()).await?);
        Ok(Self { engine, window, driven, downloads, profile })
    }

    /// Closes the browser, and opens it again: same user, same profile. A driven WebKit keeps nothing of its user, so there
    /// it is a new one.
    pub async fn close_and_open_browser(&mut self) -> Result<()> {
        self.driven.quit(self.window.driver()).await?;
        self.driven = self.engine.start(self.downloads.folder())?;
        self.window = Window::of(self.driven.open(self.downloads.folder(), self.profile.path()).await?);
        Ok(())
    }

    /// Types a whole address into the address bar, and waits for its page.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        self.driver().goto(address).await?;
        // Firefox may say that it is there while the page before still stands.
        let arrived = "return location.href.split('#')[0] === arguments[0].split('#')[0]";
        self.until("the page of the address", arrived, [json!(address)]).await?;
        self.wait_until_ready().await?;
        self.wait_until_drawn().await
    }

    /// Goes to a page of the app that is open, such as `#/device`.
    pub async fn go(&self, place: &str) -> Result<()> {
        let here = self.driver().current_url().await?;
        let here = here.as_str().split('#').next().unwrap_or_default();
        self.go_to(&format!("{here}{place}")).await
    }

    /// Loads the page anew as its own button does, and waits until it stands. The driver's way of doing so is another one
    /// in Firefox: it goes past a service worker.
    pub async fn load_again(&self) -> Result<()> {
        self.loaded_anew_by(async || self.read("setTimeout(() => location.reload(), 0)", []).await).await
    }

    /// Does what makes the app load the page anew, and waits until that stands.
    pub async fn loaded_anew_by(&self, cause: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        self.read::<()>("document.documentElement.dataset.before = ''", []).await?;
        cause().await?;
        // For a moment, the page that comes has no element at all.
        let anew = "return document.documentElement !== null && document.documentElement.dataset.before === undefined";
        self.until("the page is loaded anew", anew, []).await?;
        self.wait_until_ready().await?;
        self.wait_until_drawn().await
    }

    /// Where files come down.
    pub fn downloads(&self) -> &Downloads {
        &self.downloads
    }

    /// Types into a field, key by key, in place of what stands in it.
    pub async fn type_into(&self, field: &str, text: &str) -> Result<()> {
        self.wait_for(field).await?;
        self.read::<()>("one(arguments[0]).select()", [json!(field)]).await?;
        self.driver().find(By::Css(field)).await?.send_keys(text).await?;
        Ok(())
    }

    /// Types a new passphrase and the same again, and goes on.
    pub async fn choose_passphrase(&self, passphrase: &str) -> Result<()> {
        for field in ["#passphrase", "#passphrase-again"] {
            self.type_into(field, passphrase).await?;
        }
        self.do_it("submit").await
    }

    /// Gives a passphrase that is asked for, and goes on.
    pub async fn give_passphrase(&self, passphrase: &str) -> Result<()> {
        self.type_into("#passphrase", passphrase).await?;
        self.do_it("submit").await
    }

    /// Opens a page of the app in a second window of the same browser, and looks at that one.
    pub async fn open_window(&self, address: &str) -> Result<()> {
        let window = self.driver().new_window().await?;
        self.driver().switch_to_window(window).await?;
        self.go_to(address).await
    }

    /// Looks at the other one of two windows.
    pub async fn turn_to_other_window(&self) -> Result<()> {
        let here = self.driver().window().await?;
        let other = self.driver().windows().await?.into_iter().find(|window| *window != here);
        Ok(self.driver().switch_to_window(other.context("there are two windows")?).await?)
    }
}
