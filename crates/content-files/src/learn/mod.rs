//! The pages under 'Learn': the shape of their files, and how articles are put together from them.

mod pack;

use std::collections::BTreeMap;

use assessment::Strength;
use serde::Deserialize;

use crate::source::{ExampleWords, Paragraphs, Read, TitleAndText};

pub use pack::{KINDS, learn};

/// `learn.toml`: what the pages rest on, without words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LearnModel {
    pub reviewed: String,
    /// The region whose law and schemes are named here.
    pub region: String,
    pub terms: Vec<Term>,
    pub conditions: Vec<ConditionBasis>,
    pub ways: WaysBasis,
    pub openness: Vec<Part>,
    pub schemes: Vec<Part>,
    pub training: Training,
}

/// What a text rests on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    pub sources: Vec<String>,
    pub evidence: Vec<Strength>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    pub id: String,
    #[serde(default)]
    pub sources: Vec<String>,
    /// In our own words, without a source.
    #[serde(default)]
    pub own: bool,
    /// Conditions that say more.
    #[serde(default)]
    pub see: Vec<String>,
    /// Entries of the region.
    #[serde(default)]
    pub items: Vec<String>,
    /// Shown with the region alone.
    #[serde(default)]
    pub only_there: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionBasis {
    pub id: String,
    pub why: Basis,
    #[serde(default)]
    pub misunderstanding: Basis,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WaysBasis {
    pub each: Basis,
    pub not_rated: Basis,
}

/// A part of a page, under a heading of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Part {
    pub id: String,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub evidence: Vec<Strength>,
    #[serde(default)]
    pub practices: Vec<String>,
    #[serde(default)]
    pub cautions: Vec<String>,
    /// Entries of the region.
    #[serde(default)]
    pub items: Vec<String>,
    /// Shown with the region alone.
    #[serde(default)]
    pub only_there: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// How long all parts take together.
    pub minutes: u16,
    pub parts: Vec<TrainingPart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingPart {
    pub id: String,
    pub minutes: u16,
    pub fits: Fits,
    pub sources: Vec<String>,
    pub evidence: Vec<Strength>,
}

/// The choice that fits best.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fits {
    A,
    B,
    C,
}

/// `<language>/learn.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnWords {
    /// The words that the app shows by itself, by key: see `LearnWord`.
    #[expect(dead_code, reason = "read by key, as the words of every frame are")]
    pub frame: BTreeMap<String, String>,
    pub headings: Headings,
    pub conditions: BTreeMap<String, ConditionPage>,
    pub ways: WaysWords,
    pub openness: PartedPage,
    pub schemes: PartedPage,
    pub sources: SourcesWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Headings {
    pub why: String,
    pub sure: String,
    pub at_work: String,
    pub misunderstanding: String,
    pub begin: String,
    pub questions: String,
    pub ways: String,
    pub notice: String,
    pub alone: String,
    pub opens: String,
    pub examples: String,
    pub together: String,
    pub openness: String,
    pub schemes: String,
    pub training: String,
    pub part: String,
    #[serde(rename = "try")]
    pub try_it: String,
    pub question: String,
    pub after: String,
    pub sources: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConditionPage {
    pub why: String,
    pub at_work: String,
    pub misunderstanding: String,
    pub begin: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WaysWords {
    pub lead: String,
    pub together: String,
    pub not_rated: String,
    pub implicit: WayPage,
    pub reactive: WayPage,
    pub deliberative: WayPage,
    pub formal: WayPage,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayPage {
    pub more: String,
    pub notice: String,
    pub alone: String,
    pub examples: ExampleWords,
}

/// A page of parts, each under a heading.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartedPage {
    pub lead: String,
    pub parts: BTreeMap<String, PartWords>,
}

/// Paragraphs, or a list under one sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartWords {
    pub title: String,
    #[serde(default)]
    pub lead: Option<String>,
    #[serde(default)]
    pub paragraphs: Vec<String>,
    #[serde(default)]
    pub items: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcesWords {
    pub lead: String,
    pub read: BTreeMap<Read, String>,
    pub kinds: BTreeMap<Strength, TitleAndText>,
}

/// `<language>/accessibility.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatementWords {
    pub title: String,
    pub lead: String,
    pub sections: Vec<Paragraphs>,
}

/// `<language>/glossary.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlossaryWords {
    pub title: String,
    pub lead: String,
    pub terms: BTreeMap<String, TermWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermWords {
    pub term: String,
    pub text: String,
    /// Other words to search by, between commas.
    pub also: String,
    /// How it stands in running text, between commas.
    pub forms: String,
}

/// `<language>/training.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingWords {
    pub title: String,
    pub lead: String,
    pub note: String,
    pub parts: BTreeMap<String, TrainingPage>,
    pub after: After,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingPage {
    pub title: String,
    pub paragraphs: Vec<String>,
    #[serde(rename = "try")]
    pub try_it: String,
    pub question: String,
    pub choices: Choices,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub a: ChoiceWords,
    pub b: ChoiceWords,
    pub c: ChoiceWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceWords {
    pub text: String,
    pub because: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    pub text: String,
}
