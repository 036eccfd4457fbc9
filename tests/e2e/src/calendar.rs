//! The calendar file, as far as a calendar reads it.

use anyhow::{Context, Result};
use assessment::Date;

use crate::{App, Saved};

/// A calendar file.
#[derive(Clone, Debug)]
pub struct CalendarFile {
    /// The name of the file.
    pub name: String,
    /// All of it, with its folded lines put together.
    pub text: String,
    /// What is in it, in order.
    pub events: Vec<CalendarEvent>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarEvent {
    /// By which a calendar knows it again.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// What it is.
    pub summary: String,
    /// Of two with one id, the one with the greater number counts.
    pub sequence: u64,
}

impl CalendarFile {
    fn read(saved: Saved) -> Result<Self> {
        let text = String::from_utf8(saved.bytes)?.replace("\r\n ", "");
        let begun = text.split("BEGIN:VEVENT\r\n").skip(1);
        let events = begun.map(event).collect::<Result<_>>()?;
        Ok(Self { name: saved.name, text, events })
    }

    /// The ids of all events.
    pub fn uids(&self) -> Vec<&str> {
        self.events.iter().map(|event| event.uid.as_str()).collect()
    }

    /// What the events are, in order.
    pub fn summaries(&self) -> Vec<&str> {
        self.events.iter().map(|event| event.summary.as_str()).collect()
    }
}

fn event(lines: &str) -> Result<CalendarEvent> {
    let (lines, _) = lines.split_once("END:VEVENT\r\n").context("an event ends")?;
    let value = |name: &str| {
        let found = lines.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        found.with_context(|| format!("an event has no {name}: {lines}"))
    };
    let day = value("DTSTART;VALUE=DATE")?;
    let iso =
        day.get(..4).zip(day.get(4..6)).zip(day.get(6..)).map(|((year, month), day)| [year, month, day].join("-"));
    Ok(CalendarEvent {
        uid: value("UID")?.to_owned(),
        day: iso.and_then(|iso| Date::parse(&iso)).with_context(|| format!("{day} is no day"))?,
        summary: value("SUMMARY")?.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\"),
        sequence: value("SEQUENCE")?.parse()?,
    })
}

impl App {
    /// Saves the plan for a calendar.
    pub async fn save_calendar(&self) -> Result<CalendarFile> {
        let downloads = self.downloads().await?;
        self.do_it("calendar").await?;
        let file = CalendarFile::read(downloads.take().await?)?;
        self.wait_for("[data-said]").await?;
        Ok(file)
    }
}
