//! How fast the app is, set against three other pages with the same words (bars F1, F2, F4 and F5).
//!
//! Machines differ, and do other things too. So everything is measured in one run, in turns, on a [`Phone`]; what counts
//! is the ratio of two medians.

mod clicks;
mod draw;
mod loading;
mod outcome;
mod phone;

use std::{env, path::PathBuf};

use anyhow::{Context, Result};

pub use draw::draw;
pub use outcome::{Outcome, measure};
pub use phone::Phone;

/// A page that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contestant {
    /// Our start page, as plain HTML.
    Static,
    /// All questions, as plain HTML; for information.
    Static36,
    /// The questions, in JavaScript without a framework.
    ByHand,
    /// The questions, in SurveyJS.
    Survey,
    /// The app.
    Ours,
}

impl Contestant {
    const ALL: [Self; 5] = [Self::Static, Self::Static36, Self::ByHand, Self::Survey, Self::Ours];

    fn name(self) -> &'static str {
        match self {
            Self::Static => "plain HTML, start page",
            Self::Static36 => "plain HTML, 36 questions",
            Self::ByHand => "JavaScript by hand",
            Self::Survey => "SurveyJS",
            Self::Ours => "Room to Grow",
        }
    }

    /// Where its files are.
    fn folder(self) -> Result<PathBuf> {
        match self {
            Self::Static => made("static"),
            Self::Static36 => made("static-36"),
            Self::ByHand => made("by-hand"),
            Self::Survey => made("survey"),
            Self::Ours => crate::site(),
        }
    }

    /// What says that one can do something, as an expression in JavaScript: since when, or nothing yet.
    fn ready(self) -> &'static str {
        match self {
            // There is nothing to do but to read.
            Self::Static | Self::Static36 => "noted.paint",
            Self::ByHand | Self::Survey => "noted.radio",
            // It says so by itself: its first page is there before it lives.
            Self::Ours => "performance.getEntriesByName('ready')[0]?.startTime ?? null",
        }
    }
}

/// A folder of `cargo xtask bench`.
fn made(name: &str) -> Result<PathBuf> {
    let folder = env::var_os("ROOM_BENCH").context("there are no pages to measure; remedy: cargo xtask bench")?;
    Ok(PathBuf::from(folder).join(name))
}
