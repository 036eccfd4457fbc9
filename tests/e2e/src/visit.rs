//! Opening the app for one test, and what is checked and kept at the end of it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{App, evidence};

/// Opens the app in a browser that reads English, and lets the test use it.
pub fn visit(test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    Visitor::default().visit(test);
}

/// Someone with a browser.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub(crate) languages: &'static str,
    pub(crate) before_load: Vec<&'static str>,
    pub(crate) opens: bool,
    pub(crate) site: Option<PathBuf>,
    pub(crate) on_disk: bool,
    pub(crate) keeps_the_site: bool,
    pub(crate) address: Option<String>,
    pub(crate) is_quick: bool,
}

impl Default for Visitor {
    fn default() -> Self {
        Self {
            languages: "en-GB,en",
            before_load: Vec::new(),
            opens: true,
            site: None,
            on_disk: false,
            keeps_the_site: false,
            address: None,
            is_quick: false,
        }
    }
}

impl Visitor {
    /// The browser asks for these languages, the dearest first, such as `nl-NL,nl`.
    pub fn reading(self, languages: &'static str) -> Self {
        Self { languages, ..self }
    }

    /// IndexedDB throws in this browser, as settings and private windows make it.
    pub fn without_storage(self) -> Self {
        self.before_load("IDBFactory.prototype.open = () => { throw new DOMException('by a test', 'SecurityError'); };")
    }

    /// IndexedDB opens in this browser and then takes nothing, as on a full disk.
    pub fn with_a_full_disk(self) -> Self {
        self.before_load(
            "IDBObjectStore.prototype.put = () => { throw new DOMException('by a test', 'QuotaExceededError'); };",
        )
    }

    /// The app is not opened yet, so that the test can prepare the host.
    pub fn at_the_door(self) -> Self {
        Self { opens: false, ..self }
    }

    /// Takes notes of how the app comes up, for [`App::time_loading`].
    pub fn watching_the_loading(self) -> Self {
        self.before_load(include_str!("scripts/watch_loading.js"))
    }

    /// The browser can speak, as soon as a test lets voices come ([`App::let_voices_come`]).
    pub fn whose_browser_speaks(self) -> Self {
        self.before_load(include_str!("scripts/voices.js"))
    }

    /// Does not wait until a page is loaded, and looks and presses before the app runs.
    pub fn who_is_quick(self) -> Self {
        Self { opens: false, is_quick: true, ..self }
    }

    /// The browser keeps its profile on disk, so that it survives when the browser is killed.
    pub fn with_a_profile(self) -> Self {
        Self { on_disk: true, ..self }
    }

    /// The browser keeps the site for later, as most do. Others here have no service worker: what they fetch comes from the
    /// host, which a test may break.
    pub fn who_keeps_the_site(self) -> Self {
        Self { keeps_the_site: true, ..self }
    }

    pub(crate) fn before_load(mut self, script: &'static str) -> Self {
        self.before_load.push(script);
        self
    }

    /// Another folder than the built site is visited.
    pub fn of(self, site: &Path) -> Self {
        Self { site: Some(site.to_owned()), ..self }
    }

    /// The site is visited where another server has it: the address of its start page, with a slash at the end.
    pub fn at(self, address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..self }
    }

    /// Opens the app and lets the test use it.
    ///
    /// In the end the visit must have been quiet ([`App::assert_quiet`]). A failing test leaves a picture of the
    /// page, its source and its console in `target/e2e/`.
    pub fn visit(self, test: impl AsyncFnOnce(&mut App) -> Result<()>) {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("this machine gives a runtime");
        let mut app = runtime.block_on(App::open(self)).unwrap_or_else(|error| panic!("{error:?}"));
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                test(&mut app).await?;
                app.assert_quiet().await
            })
        }));
        if !matches!(outcome, Ok(Ok(()))) {
            runtime.block_on(evidence::keep(&app));
        }
        runtime.block_on(app.close());
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(error)) => panic!("{error:?}"),
            Err(panic) => resume_unwind(panic),
        }
    }
}
