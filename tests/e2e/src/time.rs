//! How long things take, measured within the page. Times are in milliseconds.

use anyhow::{Context, Result};
use assessment::Answer;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{App, value};

/// How long it took after a click on an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerTimes {
    /// Until the page could do something else.
    pub free: f64,
    /// Until the next frame was drawn.
    pub drawn: f64,
    /// Until 'saved' was shown: the store has it on its disk.
    pub saved: f64,
}

/// How long it took to go to a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageTimes {
    /// Until it was worked out and in the document.
    pub there: f64,
    /// Until it was drawn.
    pub drawn: f64,
}

/// How the app came up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loading {
    /// When the start page could be used, counted from the beginning of its loading.
    pub usable: f64,
    /// How much the main module has, in megabytes.
    pub module: f64,
    /// How much the scripts of the page have, in megabytes.
    pub scripts: f64,
}

/// The middle one.
///
/// # Panics
///
/// If there is none.
pub fn median(times: impl IntoIterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.into_iter().collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

impl App {
    /// Clicks an answer that is not chosen yet, on a page that shows 'saved' or nothing.
    pub async fn time_answer(&self, practice: &str, answer: Answer) -> Result<AnswerTimes> {
        let arguments = [json!(practice), json!(value(answer))];
        let (free, drawn, saved) = self.read_later(include_str!("scripts/timed_answer.js"), arguments).await?;
        Ok(AnswerTimes { free, drawn, saved })
    }

    /// Goes from the page 'About' to a page, until something is on it.
    pub async fn time_page(&self, place: &str, selector: &str) -> Result<PageTimes> {
        self.go("#/about").await?;
        let arguments = [json!(place), json!(selector)];
        let (there, drawn) = self.read_later(include_str!("scripts/timed_page.js"), arguments).await?;
        Ok(PageTimes { there, drawn })
    }

    /// Loads the start page anew, with all files in the browser's cache. Takes [`crate::Visitor::watching_the_loading`].
    pub async fn time_loading(&self) -> Result<Loading> {
        #[derive(Deserialize)]
        struct Observed {
            usable: f64,
            bytes: f64,
        }
        self.go("#/").await?;
        self.reload().await?;
        self.wait_for_the_words().await?;
        let script = "return { usable: performance.getEntriesByName('ready')[0].startTime, bytes: observed.memory.buffer.byteLength }";
        let Observed { usable, bytes } = self.read(script, []).await?;
        let heap: Value = self.command("Runtime.getHeapUsage", json!({})).await?;
        let scripts = heap["usedSize"].as_f64().context("the browser tells how much it uses")?;
        Ok(Loading { usable, module: bytes / 1e6, scripts: scripts / 1e6 })
    }
}
