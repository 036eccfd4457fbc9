//! The shape of the content files. Unknown keys are faults, so that a misspelt one does not go unnoticed.

use std::collections::BTreeMap;

use assessment::{Answer, LearningForm, Level, Role, Rung, Stage, Strength};
use content::{Category, Status};
use serde::{Deserialize, Deserializer, de::Error};

/// `model.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Model {
    pub version: u16,
    pub reviewed: String,
    pub conditions: Vec<Condition>,
    pub cautions: Vec<Caution>,
    /// The practices on which each rung rests.
    pub ladder: Rungs<Vec<String>>,
    /// The practices that matter after each event.
    pub rechecks: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Condition {
    pub id: String,
    pub learning: Option<LearningForm>,
    pub practices: Vec<Practice>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Practice {
    pub id: String,
    #[serde(default)]
    pub quick_scan: bool,
    pub importance: u8,
    pub effort: u8,
    pub when: Stage,
    #[serde(default)]
    pub guardrail: bool,
    #[serde(default)]
    pub for_management: bool,
    #[serde(default)]
    pub needs: Vec<Need>,
    pub evidence: Vec<Strength>,
    /// A source's id, and after a colon the part of it.
    pub sources: Vec<String>,
    pub ask: Vec<Role>,
    #[serde(deserialize_with = "exactly")]
    pub steps: [Step; 3],
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Need {
    pub practice: String,
    pub at_least: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    pub who: Vec<Role>,
    pub minutes: u16,
    #[serde(default)]
    pub needs_person: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Caution {
    pub id: String,
    pub practice: Option<String>,
    pub at_most: Option<usize>,
    pub sources: Vec<String>,
}

/// `example.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledExample {
    /// By question, the option.
    pub profile: BTreeMap<String, String>,
    /// By practice, the answer.
    pub answers: BTreeMap<String, String>,
}

impl FilledExample {
    /// The answer to a practice; `None` if there is none, or one that nobody can give.
    pub fn answer(&self, practice: &str) -> Option<Answer> {
        match self.answers.get(practice)?.as_str() {
            "dont-know" => Some(Answer::DontKnow),
            "not-applicable" => Some(Answer::NotApplicable),
            level => Some(Answer::Level(Level::from_index(level.parse().ok()?)?)),
        }
    }
}

/// `sources.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    pub sources: Vec<Source>,
}

/// How a source was read; what is not read is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Read {
    SourceDocument,
    Page,
    Abstract,
    Secondary,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    pub id: String,
    pub citation: String,
    pub read: Read,
    /// What kind of knowledge it holds.
    pub kind: Strength,
    #[expect(dead_code, reason = "for editors; parsed so that it is always there")]
    pub note: String,
    /// Where it is used, when no practice names it.
    #[serde(default)]
    pub used_for: Option<String>,
}

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

/// Something for each rung of the growth ladder.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rungs<T> {
    pub starter: T,
    pub next: T,
    pub wider: T,
    pub further: T,
}

impl<T> Rungs<T> {
    pub fn get(&self, rung: Rung) -> &T {
        match rung {
            Rung::Starter => &self.starter,
            Rung::Next => &self.next,
            Rung::Wider => &self.wider,
            Rung::Further => &self.further,
        }
    }
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

/// `regions/<id>/region.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Region {
    pub id: String,
    pub checked: String,
    pub review_by: String,
    pub items: Vec<RegionItem>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RegionItem {
    pub id: String,
    pub category: Category,
    pub status: Status,
    pub source: String,
    #[expect(dead_code, reason = "for editors; parsed so that it is always there")]
    pub source_date: String,
    #[expect(dead_code, reason = "for editors; parsed so that it is always there")]
    pub not_verified: String,
    #[serde(rename = "for")]
    pub beside: Vec<String>,
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

/// `words.toml`
pub type WordLists = BTreeMap<String, WordList>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    pub banned: Vec<BannedWord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BannedWord {
    pub word: String,
    pub instead: String,
}

/// As many as are wanted: by itself the reader would pass over what is too much.
fn exactly<'de, D: Deserializer<'de>, T: Deserialize<'de>, const N: usize>(reader: D) -> Result<[T; N], D::Error> {
    let found = Vec::<T>::deserialize(reader)?;
    found.try_into().map_err(|found: Vec<T>| Error::custom(format!("{} stand here, and {N} are wanted", found.len())))
}
