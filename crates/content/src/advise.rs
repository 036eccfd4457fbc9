//! What is needed to advise: fetched while people answer.

use assessment::{Answer, CautionId, Date, PracticeId, Profile, SourceId};
use serde::{Deserialize, Serialize};

use crate::{GuidanceWord, Text, Words};

/// The second pack: why, steps, sources, cautions, ways of learning, the region, and the words of the guidance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advise {
    /// The day on which the evidence was last read through.
    pub reviewed: Date,
    /// Each practice's advice.
    pub practices: Vec<PracticeAdvice>,
    /// Each condition's evidence and prompts, in the instrument's order.
    pub conditions: Vec<ConditionAdvice>,
    /// The sources that practices name.
    pub sources: Vec<Source>,
    /// The cautions, in the instrument's order.
    pub cautions: Vec<CautionText>,
    /// One sentence about learning at work.
    pub learning_intro: Text,
    /// The ways of learning, from least to most planned.
    pub learning: [LearningText; 4],
    /// 'You said ..., so ...', by the id of the reason.
    pub because: Vec<(Text, Text)>,
    /// The pages of 'about, privacy and limits', then 'how to find a practitioner'.
    pub about: About,
    /// What whoever hosts the site says about privacy: paragraphs, often none.
    pub host_privacy: Vec<Text>,
    /// The rules and schemes of the region.
    pub region: RegionText,
    /// The words of the guidance.
    pub words: Words<GuidanceWord>,
}

/// What is said about one practice beyond its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeAdvice {
    /// The practice.
    pub id: PracticeId,
    /// Why it matters.
    pub why: Text,
    /// What the law of the region adds.
    pub why_region: Option<Text>,
    /// The steps to level 1, 2 and 3.
    pub steps: [Text; 3],
    /// What to ask someone who may know.
    pub find_out: Text,
}

/// What is said about one condition beyond its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionAdvice {
    /// How strong the knowledge behind it is.
    pub evidence: Text,
    /// Open questions for a talk.
    pub prompts: Vec<Text>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Who, when, what, where; the same in every language.
    pub citation: Text,
    /// The language of its title: its code, such as `nl`.
    pub language: Text,
}

/// A caution's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CautionText {
    /// Its id.
    pub id: CautionId,
    /// What it is about.
    pub title: Text,
    /// What is allowed, and what to do instead.
    pub text: Text,
}

/// A way of learning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningText {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub text: Text,
    /// How it looks at work.
    pub example: Text,
    /// What would open it.
    pub opens: Text,
}

/// A page of plain paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub title: Text,
    /// The paragraphs.
    pub paragraphs: Vec<Text>,
}

/// 'About, privacy and limits'.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its first sentence.
    pub lead: Text,
    /// What it is.
    pub what: Section,
    /// Where the answers are.
    pub privacy: Section,
    /// What it cannot do.
    pub limits: Section,
    /// How strong the knowledge is.
    pub evidence: Section,
    /// Whose it is.
    pub rights: Section,
    /// How an employer finds a practitioner.
    pub find_practitioner: Section,
}

/// The rules and schemes of one region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionText {
    /// What these texts are, and are not.
    pub note: Text,
    /// The day on which they were last checked.
    pub checked: Date,
    /// After this day an entry says itself that it may be out of date.
    pub review_by: Date,
    /// The entries.
    pub items: Vec<RegionItem>,
}

/// One rule or scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionItem {
    /// What kind of entry it is.
    pub category: Category,
    /// How well it was checked.
    pub status: Status,
    /// What it is called.
    pub title: Text,
    /// What it says.
    pub text: Text,
    /// Where it was read.
    pub source: Text,
    /// The practices beside which it is useful.
    pub beside: Vec<PracticeId>,
}

/// What kind of entry a region item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// What the law asks.
    Duty,
    /// Money and cover.
    Money,
    /// People who help.
    Guidance,
    /// Whom to call.
    Contact,
    /// A tool.
    Tool,
    /// Good to know.
    Info,
}

/// How well a region item was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read at the authority or in the official text.
    Verified,
    /// Read in secondary sources.
    Secondary,
    /// Checked in part.
    Partly,
    /// Not checked.
    Unverified,
}

impl Advise {
    /// A practice's advice.
    pub fn practice(&self, id: &PracticeId) -> Option<&PracticeAdvice> {
        self.practices.iter().find(|practice| practice.id == *id)
    }

    /// A caution's words.
    pub fn caution(&self, id: &CautionId) -> Option<&CautionText> {
        self.cautions.iter().find(|caution| caution.id == *id)
    }

    /// A source.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// 'You said ..., so ...'.
    pub fn because(&self, id: &str) -> Option<&Text> {
        self.because.iter().find(|(candidate, _)| &**candidate == id).map(|(_, text)| text)
    }
}

/// The third pack: an example of every practice for each kind of work, in the order of `Work::ALL`; and one of the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    /// By practice.
    pub practices: Vec<(PracticeId, [Text; 5])>,
    /// What a made-up employer answered.
    pub filled: Filled,
}

/// What a made-up employer answered, to show what one gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The situation.
    pub profile: Profile,
    /// An answer to every practice, in the order of the instrument.
    pub answers: Vec<Answer>,
}

impl Examples {
    /// A practice's examples.
    pub fn practice(&self, id: &PracticeId) -> Option<&[Text; 5]> {
        self.practices.iter().find(|(practice, _)| practice == id).map(|(_, texts)| texts)
    }
}
