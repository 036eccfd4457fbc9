//! Taking something along: the papers and files, held against those that the core makes of the same answers.

use anyhow::{Context, Result};
use assessment::{Assessment, AssessmentId, Date};
use report::{Block, Kind, Order, Paper, Point, Voice};
use time::Month;

use crate::{App, Downloads, Saved, Window, advise, ask, planning, take_words, views};

/// What the core puts on a paper, in a language.
pub fn expected_paper(language: &str, assessment: &Assessment, order: Order) -> Option<Paper> {
    with_voice(language, |voice| order.paper(voice, assessment))
}

/// Speaks with the words that the site ships.
pub fn with_voice<T>(language: &str, say: impl FnOnce(&Voice<'_>) -> T) -> T {
    let (ask, advise, plan) = (ask(language), advise(language), planning(language));
    let (visit, take) = (views(language), take_words(language));
    let day = |date| in_words(date, language);
    say(&Voice { ask: &ask, advise: &advise, plan: &plan, visit: &visit, take: &take, day: &day })
}

/// A day in words, as browsers write it in the two languages.
fn in_words(date: Date, language: &str) -> String {
    const DUTCH: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let seconds = i64::try_from(date.start().0 / 1000).expect("a day of our time");
    let day = time::OffsetDateTime::from_unix_timestamp(seconds).expect("a day of our time").date();
    let month: Month = day.month();
    let name = if language == "nl" { DUTCH[usize::from(u8::from(month)) - 1].to_owned() } else { month.to_string() };
    format!("{} {name} {}", day.day(), day.year())
}

/// Every text of a paper in the order in which it is read.
pub fn texts(paper: &Paper) -> Vec<String> {
    let mut texts = vec![paper.title.clone()];
    texts.extend(paper.facts.iter().flat_map(|fact| [fact.name.clone(), fact.value.clone()]));
    let of_point = |point: &Point| {
        let about = point.facts.iter().flat_map(|fact| [fact.name.clone(), fact.value.clone()]);
        [point.title.clone(), point.text.clone()].into_iter().chain(about).collect::<Vec<_>>()
    };
    for block in &paper.blocks {
        match block {
            Block::Part(text) | Block::Piece(text) | Block::Text(text) | Block::Small(text) => texts.push(text.clone()),
            Block::Points(points) | Block::Steps(points) => texts.extend(points.iter().flat_map(of_point)),
            Block::Table(table) => {
                texts.extend(table.columns.iter().map(|(name, _)| name.clone()));
                texts.extend(table.rows.iter().flatten().cloned());
            }
            Block::Picture(picture) => {
                texts.extend(picture.rows.iter().flat_map(|row| [row.name.clone(), row.words.clone()]));
                texts.extend(picture.key.clone());
            }
        }
    }
    texts.extend(paper.small.clone());
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// The first of these texts that does not stand in a text after those before it; spaces and ends of lines do not count, nor
/// do capitals, nor whether a font draws two letters as one.
pub fn missing<'a>(texts: &'a [String], within: &str) -> Option<&'a str> {
    let plain = |text: &str| {
        let small = text.chars().filter(|it| !it.is_whitespace()).flat_map(char::to_lowercase);
        let small = small.collect::<String>();
        [("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl")]
            .iter()
            .fold(small, |text, (one, several)| text.replace(one, several))
    };
    let within = plain(within);
    let mut rest = within.as_str();
    texts.iter().map(String::as_str).find(|text| match rest.split_once(&plain(text)) {
        Some((_, after)) => {
            rest = after;
            false
        }
        None => true,
    })
}

impl App {
    /// Opens the page on which something is taken along, and waits until it lies there.
    pub async fn open_take(&self, id: &AssessmentId, kind: Kind) -> Result<()> {
        self.go(&format!("#/a/{id}/take/{}", kind.id())).await?;
        self.wait_for(&format!("[data-take=\"{}\"] [data-paper]", kind.id())).await
    }

    /// What the paper on the page says.
    pub async fn laid_out(&self) -> Result<String> {
        self.read("return one('[data-paper]').innerText", []).await
    }
}

impl Window {
    /// Takes a way out, and takes the file that comes of it.
    pub async fn save_way(&self, downloads: &Downloads, way: &str) -> Result<Saved> {
        self.press(&format!("[data-way=\"{way}\"]")).await?;
        let saved = downloads.take().await.with_context(|| format!("the way '{way}'"))?;
        self.until(
            "the file is named",
            "return one('[data-said]').innerText.includes(arguments[0])",
            [saved.name.clone().into()],
        )
        .await?;
        Ok(saved)
    }
}
