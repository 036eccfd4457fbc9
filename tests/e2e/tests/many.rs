//! How the app does with 2,000 workplaces and 6,000 rounds (bar F6), set against one with 20: in two browsers at once,
//! measured in turn.
//!
//! This machine does other things too. So what counts is the ratio of two medians.

use std::fs;

use anyhow::{Context, Result};
use assessment::{AssessmentId, Date, Record, View};
use e2e::{App, Saving, Visitor, instrument, level, median, value};
use specimens::workplaces;

/// A Sunday in December 2026.
const TODAY: Date = Date(20_800);

/// How often each is measured, in each browser.
const TIMES: usize = 15;

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

/// How long something took with 20 and with 2,000, and how that compares.
#[derive(Default)]
struct Two {
    few: Vec<f64>,
    many: Vec<f64>,
}

impl Two {
    fn ratio(&self, what: &str) -> f64 {
        let (few, many) = (median(self.few.iter().copied()), median(self.many.iter().copied()));
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().unwrap_or_default();
        eprintln!("{what}: {few:.1} ms with 20, {many:.1} ms with 2,000, {:.2} x (load {load})", many / few);
        many / few
    }
}

#[test]
fn two_thousand_workplaces_are_no_burden() {
    Visitor::default().watching_the_loading().visit(async |few| {
        Visitor::default().watching_the_loading().meanwhile(async |many| measure(few, many).await).await
    });
}

async fn measure(few: &App, many: &App) -> Result<()> {
    let practices = [fill(few, 20).await?, fill(many, 2_000).await?];
    let [mut free, mut drawn, mut saved, mut list, mut overview, mut loading] = [(); 6].map(|()| Two::default());
    for turn in 0..TIMES {
        for (app, practice, of) in [
            (few, &practices[0], (|two: &mut Two| &mut two.few) as fn(&mut Two) -> &mut Vec<f64>),
            (many, &practices[1], |two: &mut Two| &mut two.many),
        ] {
            // Another one than is chosen.
            let chosen = app.chosen(practice).await?;
            let answer =
                if chosen.as_deref() == Some(value(level(turn % 4))) { level((turn + 1) % 4) } else { level(turn % 4) };
            let times = app.time_answer(practice, answer).await?;
            of(&mut free).push(times.free);
            of(&mut drawn).push(times.drawn);
            of(&mut saved).push(times.saved);
        }
    }
    let ratios = [free.ratio("answer, until the page is free"), drawn.ratio("answer, until it is drawn")];
    let saved = saved.ratio("answer, until 'saved' is shown");
    for _ in 0..TIMES {
        list.few.push(few.time_page("#/w", "[data-workplace]").await?.drawn);
        list.many.push(many.time_page("#/w", "[data-workplace]").await?.drawn);
        overview.few.push(few.time_page("#/overview", "[data-condition]").await?.drawn);
        overview.many.push(many.time_page("#/overview", "[data-condition]").await?.drawn);
    }
    let (list, of_overview) = (list.ratio("list, until it is drawn"), overview.ratio("overview, until it is drawn"));
    for _ in 0..5 {
        let [little, much] = [few.time_loading().await?, many.time_loading().await?];
        eprintln!("memory: {little:?} {much:?}");
        loading.few.push(little.usable);
        loading.many.push(much.usable);
    }
    let loading = loading.ratio("loading, until the start page can be used");
    few.wait_until(Saving::Saved).await.ok();
    let _ = (ratios, saved, list, of_overview, loading);
    Ok(())
}
