//! One run: all pages in turns, what came of it, and how it stands against the bars.

use std::{
    env,
    fmt::{self, Display, Formatter},
    fs,
    thread::available_parallelism,
};

use anyhow::Result;
use host::Host;
use serde::Serialize;

use super::{
    Contestant, Phone,
    clicks::{Click, Clicked, Spent},
    loading::{Loading, SecondVisit},
};
use crate::median;

/// The pages on which answers are clicked.
const CLICKED: [Contestant; 3] = [Contestant::Ours, Contestant::ByHand, Contestant::Survey];

/// How many clicks come one after the other, before it is another page's turn.
const TURN: usize = 10;

/// How much is done.
struct Effort {
    /// How often each page is loaded.
    rounds: usize,
    /// How many turns of clicks each page gets.
    turns: usize,
}

/// What a run found.
#[derive(Serialize)]
pub struct Outcome {
    browser: String,
    cores: usize,
    /// How many programs wanted a processor, before and after.
    load: [String; 2],
    loaded: Vec<Loaded>,
    second: Vec<SecondVisit>,
    clicked: Vec<ClickedOn>,
    bars: Vec<Bar>,
}

/// The loadings of one page.
#[derive(Serialize)]
struct Loaded {
    page: &'static str,
    #[serde(skip)]
    contestant: Contestant,
    loadings: Vec<Loading>,
}

/// The clicks on one page.
#[derive(Serialize)]
struct ClickedOn {
    page: &'static str,
    #[serde(skip)]
    contestant: Contestant,
    spent_on_each: Spent,
    clicks: Vec<Click>,
}

/// What is wanted, and what was found.
#[derive(Serialize)]
struct Bar {
    name: &'static str,
    found: f64,
    at_most: f64,
    unit: &'static str,
}

impl Bar {
    fn is_met(&self) -> bool {
        self.found <= self.at_most
    }
}

/// Measures everything. `quick`: too few times to say anything, to see whether it works.
pub async fn measure(quick: bool) -> Result<Outcome> {
    let effort = if quick { Effort { rounds: 2, turns: 2 } } else { Effort { rounds: 5, turns: 20 } };
    let before = load();
    let phone = Phone::start().await?;
    let (loaded, second) = load_in_turns(&phone, effort.rounds).await?;
    let browser = phone.version().await?;
    phone.close().await;
    let clicked = click_in_turns(effort.turns).await?;
    let cores = available_parallelism()?.get();
    let mut outcome = Outcome { browser, cores, load: [before, load()], loaded, second, clicked, bars: Vec::new() };
    outcome.bars = outcome.against_the_bars();
    Ok(outcome)
}

/// Loads every page, and the app a second time, again and again.
async fn load_in_turns(phone: &Phone, rounds: usize) -> Result<(Vec<Loaded>, Vec<SecondVisit>)> {
    let mut hosts = Vec::new();
    let mut loaded = Vec::new();
    for contestant in Contestant::ALL {
        hosts.push(Host::start(&contestant.folder()?)?);
        loaded.push(Loaded { page: contestant.name(), contestant, loadings: Vec::new() });
    }
    let mut second = Vec::new();
    // The first round only wakes the browser up.
    for round in 0..=rounds {
        for (page, host) in loaded.iter_mut().zip(&hosts) {
            let loading = phone.load_first(page.contestant, host).await?;
            let again = if page.contestant == Contestant::Ours { Some(phone.load_again(host).await?) } else { None };
            if round > 0 {
                page.loadings.push(loading);
                second.extend(again);
            }
        }
        eprintln!("    round {round} of {rounds} (load {})", load());
    }
    Ok((loaded, second))
}

/// Clicks answers on every page, each in a browser of its own, in turns.
async fn click_in_turns(turns: usize) -> Result<Vec<ClickedOn>> {
    let mut pages = Vec::new();
    for contestant in CLICKED {
        pages.push(Clicked::open(contestant).await?);
    }
    for turn in 1..=turns {
        for page in &mut pages {
            page.turn(TURN).await?;
        }
        if turn % 5 == 0 {
            eprintln!("    clicks: turn {turn} of {turns} (load {})", load());
        }
    }
    let mut clicked = Vec::new();
    for page in pages {
        page.close().await;
        let (contestant, spent_on_each) = (page.contestant, page.spent_on_each());
        clicked.push(ClickedOn { page: contestant.name(), contestant, spent_on_each, clicks: page.clicks });
    }
    Ok(clicked)
}

/// How many programs of this machine wanted a processor in the last minute.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

impl Loaded {
    fn median(&self, of: impl Fn(&Loading) -> f64) -> f64 {
        median(self.loadings.iter().map(of))
    }
}

impl ClickedOn {
    /// So many in a hundred took at most this long.
    fn percentile(&self, percent: usize, of: impl Fn(&Click) -> f64) -> f64 {
        let mut times: Vec<f64> = self.clicks.iter().map(of).collect();
        times.sort_by(f64::total_cmp);
        times[(times.len() * percent).div_ceil(100).saturating_sub(1)]
    }
}

impl Outcome {
    /// Whether nothing is over.
    pub fn meets_every_bar(&self) -> bool {
        self.bars.iter().all(Bar::is_met)
    }

    fn loaded(&self, contestant: Contestant) -> &Loaded {
        let found = self.loaded.iter().find(|page| page.contestant == contestant);
        found.expect("every page was loaded")
    }

    fn clicked(&self, contestant: Contestant) -> &ClickedOn {
        let found = self.clicked.iter().find(|page| page.contestant == contestant);
        found.expect("every page with questions was clicked on")
    }

    fn against_the_bars(&self) -> Vec<Bar> {
        let ours = self.loaded(Contestant::Ours);
        let paint = |page: &Loaded| page.median(|loading| loading.paint);
        let ready = |page: &Loaded| page.median(|loading| loading.ready);
        let [html, survey] = [Contestant::Static, Contestant::Survey].map(|page| self.loaded(page));
        let slow = |page| self.clicked(page).percentile(95, |click| click.whole);
        let asked = self.second.iter().map(|visit| visit.asked.len()).max().unwrap_or_default();
        let again = median(self.second.iter().map(|visit| visit.loading.paint));
        let ratio = |name, found, at_most| Bar { name, found, at_most, unit: " x" };
        let mut bars = vec![
            ratio("F1 first paint, against plain HTML", paint(ours) / paint(html), 1.15),
            ratio("F2 ready, against the paint of plain HTML", ready(ours) / paint(html), 2.4),
            ratio("F2 ready, against SurveyJS", ready(ours) / ready(survey), 0.38),
            ratio(
                "F4 click to next frame, 95th percentile, against the page by hand",
                slow(Contestant::Ours) / slow(Contestant::ByHand),
                1.25,
            ),
            Bar {
                name: "F5 requests of a second visit, but for the browser's own look at worker.js",
                found: asked as f64,
                at_most: 0.0,
                unit: "",
            },
            ratio("F5 first paint of a second visit, against the first", again / paint(ours), 0.6),
            Bar {
                name: "layout shift, at most",
                found: ours.loadings.iter().map(|loading| loading.shift).fold(0.0, f64::max),
                at_most: 0.0,
                unit: "",
            },
        ];
        // Measured natively, before the browser starts.
        if let Some(guidance) = env::var("ROOM_GUIDANCE").ok().and_then(|time| time.parse().ok()) {
            bars.push(Bar {
                name: "F7 guidance for one assessment, native",
                found: guidance,
                at_most: 0.5,
                unit: " ms",
            });
        }
        bars
    }
}

/// A line with everything that should not be, each once; none if there is nothing.
fn name_all<'a>(to: &mut Formatter<'_>, what: &str, all: impl Iterator<Item = &'a String>) -> fmt::Result {
    let mut all: Vec<&str> = all.map(String::as_str).collect();
    all.sort_unstable();
    all.dedup();
    if all.is_empty() { Ok(()) } else { writeln!(to, "\n{what}: {}.", all.join(", ")) }
}

/// As a page in Markdown.
impl Display for Outcome {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let Self { browser, cores, load: [before, after], loaded, second, clicked, bars } = self;
        let rounds = second.len();
        writeln!(
            to,
            "{browser}, {cores} cores, load {before} before and {after} after. Medians of {rounds} first visits:\n"
        )?;
        writeln!(to, "| page | first paint | ready | bytes until ready | requests | long tasks | layout shift |")?;
        writeln!(to, "|---|--:|--:|--:|--:|--:|--:|")?;
        let again = Loaded {
            page: "Room to Grow, second visit",
            contestant: Contestant::Ours,
            loadings: second.iter().map(|visit| visit.loading.clone()).collect(),
        };
        for page in loaded.iter().chain([&again]) {
            writeln!(
                to,
                "| {} | {:.0} ms | {:.0} ms | {:.0} | {:.0} | {:.0} ms | {:.3} |",
                page.page,
                page.median(|loading| loading.paint),
                page.median(|loading| loading.ready),
                page.median(|loading| loading.bytes),
                page.median(|loading| loading.requests as f64),
                page.median(|loading| loading.long),
                page.median(|loading| loading.shift),
            )?;
        }
        let clicks = clicked.iter().map(|page| page.clicks.len()).min().unwrap_or_default();
        writeln!(
            to,
            "\nFrom a click on an answer until the frame after it, {clicks} clicks each; the parts are medians:\n"
        )?;
        writeln!(
            to,
            "| page | median | 95th percentile | until heard | handlers | until the frame | frame | script, style and layout for each |"
        )?;
        writeln!(to, "|---|--:|--:|--:|--:|--:|--:|--:|")?;
        for page in clicked {
            let Spent { script, style, layout, all } = page.spent_on_each;
            let middle = |of: fn(&Click) -> f64| page.percentile(50, of);
            writeln!(
                to,
                "| {} | {:.1} ms | {:.1} ms | {:.1} | {:.1} | {:.1} | {:.1} | {script:.1}, {style:.1} and {layout:.1} of {all:.1} |",
                page.page,
                middle(|click| click.whole),
                page.percentile(95, |click| click.whole),
                middle(|click| click.heard),
                middle(|click| click.handled),
                middle(|click| click.waited),
                middle(|click| click.frame),
            )?;
        }
        writeln!(to, "\n| bar | found | at most | |\n|---|--:|--:|---|")?;
        for bar in bars {
            let Bar { name, found, at_most, unit } = bar;
            let stands = if bar.is_met() { "met" } else { "OVER" };
            writeln!(to, "| {name} | {found:.2}{unit} | {at_most}{unit} | {stands} |")?;
        }
        let ours = self.loaded(Contestant::Ours);
        name_all(to, "What moved as the app came up", ours.loadings.iter().flat_map(|loading| &loading.moved))?;
        name_all(to, "What a second visit asked the server for", second.iter().flat_map(|visit| &visit.asked))
    }
}
