//! The files that every language has: the words of what is asked, advised and explained, by the ids of the files of no language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Rungs, exactly};

/// `<language>/conditions/<id>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConditionWords {
    pub name: String,
    pub meaning: String,
    pub evidence: String,
    pub prompts: Vec<String>,
    pub practices: BTreeMap<String, PracticeWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PracticeWords {
    pub title: String,
    pub question: String,
    #[serde(deserialize_with = "exactly")]
    pub levels: [String; 4],
    pub why: String,
    #[serde(deserialize_with = "exactly")]
    pub steps: [String; 3],
    pub find_out: String,
    pub views: Views,
    #[serde(default)]
    pub before: Before,
    pub examples: ExampleWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Views {
    pub practitioner: String,
    pub candidate: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Before {
    pub question: Option<String>,
    pub level_0: Option<String>,
    pub level_1: Option<String>,
    pub level_2: Option<String>,
    pub level_3: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleWords {
    pub practical: String,
    pub shop: String,
    pub care: String,
    pub office: String,
    pub road: String,
}

/// `<language>/profile.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileWords {
    pub stage: Question,
    pub size: Question,
    pub respondent: Question,
    pub involvement: Question,
    pub work: Question,
    pub pattern: Question,
    pub experience: Question,
    pub place: Question,
    pub region: Question,
    pub because: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub question: String,
    pub short: String,
    pub why: String,
    pub options: BTreeMap<String, String>,
}

/// `<language>/cautions.toml`
pub type CautionWords = BTreeMap<String, TitleAndText>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleAndText {
    pub title: String,
    pub text: String,
}

/// `<language>/learning.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearningWords {
    pub intro: String,
    pub implicit: FormWords,
    pub reactive: FormWords,
    pub deliberative: FormWords,
    pub formal: FormWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormWords {
    pub name: String,
    pub text: String,
    pub example: String,
    pub opens: String,
}

/// `<language>/ladder.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderWords {
    pub kinds: KindWords,
    pub support: Rungs<SupportWords>,
}

/// A proposal for each kind of work, and for when none was chosen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWords {
    pub any: Rungs<RungWords>,
    pub practical: Rungs<RungWords>,
    pub shop: Rungs<RungWords>,
    pub care: Rungs<RungWords>,
    pub office: Rungs<RungWords>,
    pub road: Rungs<RungWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RungWords {
    pub tasks: String,
    pub ready: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportWords {
    pub beside: String,
    pub alone: String,
}

/// `<language>/visit.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitWords {
    pub events: BTreeMap<String, EventWords>,
    pub cards: BTreeMap<String, CardWords>,
    pub steps: BTreeMap<String, StepWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventWords {
    pub name: String,
    pub lead: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    pub opening: String,
    pub may: Vec<String>,
    pub not: Vec<String>,
    pub rehearse: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    pub employer: String,
    pub question: String,
}

/// `<language>/views/<view>/<condition>.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewWords {
    #[serde(default)]
    pub practices: BTreeMap<String, ViewPractice>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewPractice {
    /// A practitioner's stands with the employer's, in `conditions/`.
    pub question: Option<String>,
    #[serde(deserialize_with = "exactly")]
    pub levels: [String; 4],
}

/// `<language>/about.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AboutWords {
    pub lead: String,
    pub what: Paragraphs,
    pub privacy: Paragraphs,
    pub limits: Paragraphs,
    pub evidence: Paragraphs,
    pub rights: Paragraphs,
    pub find_practitioner: Paragraphs,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraphs {
    pub title: String,
    pub paragraphs: Vec<String>,
}

/// `regions/<id>/<language>.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionWords {
    pub note: String,
    pub items: BTreeMap<String, TitleAndText>,
    pub practices: BTreeMap<String, RegionWhy>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionWhy {
    pub why: String,
}
