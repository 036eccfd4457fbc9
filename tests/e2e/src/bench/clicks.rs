//! What a click on an answer takes until the frame after it, with a mouse that the browser takes for a real one.

use anyhow::{Context, Result, ensure};
use host::Host;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Contestant, Phone};
use crate::{instrument, name_of};

/// How many questions stand on a page: the same on each, or the pages do not do the same.
const QUESTIONS: usize = 3;

/// What one click took, in milliseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Click {
    /// From the click until the frame after it was worked out: all of it.
    pub whole: f64,
    /// Until the page heard of it.
    pub heard: f64,
    /// In the handlers of the page, with what they do at once.
    pub handled: f64,
    /// Until the browser began with the frame; in part just waiting for the screen's beat.
    pub waited: f64,
    /// In the frame: what is done for it, style, layout and painting.
    pub frame: f64,
}

/// What the page noted (scripts/bench_clicks.js), in milliseconds since its loading began.
#[derive(Deserialize)]
struct Noted {
    pressed: f64,
    heard: f64,
    handled: f64,
    frame: f64,
    drawn: f64,
}

impl From<Noted> for Click {
    fn from(noted: Noted) -> Self {
        Self {
            whole: noted.drawn - noted.pressed,
            heard: noted.heard - noted.pressed,
            handled: noted.handled - noted.heard,
            waited: noted.frame - noted.handled,
            frame: noted.drawn - noted.frame,
        }
    }
}

/// How the browser says that it spent its time, in milliseconds for each click.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(super) struct Spent {
    pub script: f64,
    pub style: f64,
    pub layout: f64,
    pub all: f64,
}

/// A page with questions in a browser of its own, on which answers are clicked.
pub(super) struct Clicked {
    pub contestant: Contestant,
    pub clicks: Vec<Click>,
    pub spent: Spent,
    phone: Phone,
    // Serves as long as the page is there.
    _host: Host,
}

impl Clicked {
    /// Opens the page and goes to its first questions.
    pub async fn open(contestant: Contestant) -> Result<Self> {
        let host = Host::start(&contestant.folder()?)?;
        let phone = Phone::start().await?;
        phone.open(include_str!("../scripts/bench_clicks.js")).await?;
        phone.window.driver().goto(host.url()).await?;
        if contestant == Contestant::Ours {
            phone.window.wait_until_ready().await?;
            let first = &instrument().conditions.first().context("there is a condition")?.id.clone();
            phone.window.press("button[data-scope=\"full\"]").await?;
            phone.window.wait_for("[data-more]").await?;
            let name = name_of(&phone.window.place().await?)?;
            let go = "location.hash = arguments[0]";
            phone.window.read::<Value>(go, [json!(format!("#/a/{name}/questions/{first}"))]).await?;
            phone.window.wait_for_questions(first).await?;
            phone.window.wait_for_the_words().await?;
        }
        let count = "return new Set(all('input[type=radio]').map(({ name }) => name)).size";
        phone.window.until("there are questions", &format!("{count} > 0"), []).await?;
        let questions: usize = phone.window.read(count, []).await?;
        ensure!(questions == QUESTIONS, "{}: {questions} questions on a page, not {QUESTIONS}", contestant.name());
        phone.command("Performance.enable", json!({})).await?;
        phone.slow_down().await?;
        Ok(Self { contestant, clicks: Vec::new(), spent: Spent::default(), phone, _host: host })
    }

    /// Clicks so many answers.
    pub async fn turn(&mut self, clicks: usize) -> Result<()> {
        let before = self.spent().await?;
        for _ in 0..clicks {
            let click = self.click().await.with_context(|| self.contestant.name().to_owned())?;
            self.clicks.push(click);
        }
        let after = self.spent().await?;
        self.spent.script += after.script - before.script;
        self.spent.style += after.style - before.style;
        self.spent.layout += after.layout - before.layout;
        self.spent.all += after.all - before.all;
        Ok(())
    }

    async fn click(&self) -> Result<Click> {
        let aim = include_str!("../scripts/bench_aim.js");
        let (x, y, chosen): (f64, f64, bool) = self.phone.window.read_later(aim, [json!(self.clicks.len())]).await?;
        ensure!(!chosen, "the answer is chosen already");
        for (kind, button) in [("mouseMoved", "none"), ("mousePressed", "left"), ("mouseReleased", "left")] {
            let mouse = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
            self.phone.command("Input.dispatchMouseEvent", mouse).await?;
        }
        let noted: Noted = self.phone.window.read_later(include_str!("../scripts/bench_clicked.js"), []).await?;
        Ok(noted.into())
    }

    /// What the browser has spent so far, in milliseconds.
    async fn spent(&self) -> Result<Spent> {
        let said = self.phone.command("Performance.getMetrics", json!({})).await?;
        let metrics = said["metrics"].as_array().context("the browser measures")?;
        let spent = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_default() * 1000.0
        };
        Ok(Spent {
            script: spent("ScriptDuration"),
            style: spent("RecalcStyleDuration"),
            layout: spent("LayoutDuration"),
            all: spent("TaskDuration"),
        })
    }

    /// What the browser spent on each click.
    pub fn spent_on_each(&self) -> Spent {
        let clicks = self.clicks.len().max(1) as f64;
        let Spent { script, style, layout, all } = self.spent;
        Spent { script: script / clicks, style: style / clicks, layout: layout / clicks, all: all / clicks }
    }

    pub async fn close(&self) {
        self.phone.close().await;
    }
}
