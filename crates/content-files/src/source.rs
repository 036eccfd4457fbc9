//! The shape of the content files: here those of no language, in [`words`] those that every language has. Unknown keys are faults, so
//! that a misspelt one does not go unnoticed.

mod words;

use std::collections::BTreeMap;

use assessment::{Answer, LearningForm, Level, Role, Rung, Stage, Strength};
use content::{Category, Status};
use serde::{Deserialize, Deserializer, de::Error};

pub use words::*;

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

/// The code of a language, such as `nl`: two or three small letters.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct LanguageCode(String);

impl LanguageCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for LanguageCode {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        if matches!(code.len(), 2 | 3) && code.bytes().all(|it| it.is_ascii_lowercase()) {
            Ok(Self(code))
        } else {
            Err(format!("'{code}' is not the code of a language: write two or three small letters, such as 'nl'"))
        }
    }
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
    /// The language of its title, so that a screen reader reads it with the right voice.
    pub language: LanguageCode,
    pub read: Read,
    /// What kind of knowledge it holds.
    pub kind: Strength,
    #[expect(dead_code, reason = "for editors; parsed so that it is always there")]
    pub note: String,
    /// Where it is used, when no practice names it.
    #[serde(default)]
    pub used_for: Option<String>,
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
