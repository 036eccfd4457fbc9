//! What is needed to put the questions.

use assessment::{ConditionId, Instrument, Practice, PracticeId};
use serde::{Deserialize, Serialize};

use crate::{Text, Word, Words};

/// The first pack: the instrument, its questions and levels, the profile, and the words of the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The code of the language, such as `nl`.
    pub language: Text,
    /// Whom one can reach about the site, if whoever hosts it says so.
    pub contact: Option<Contact>,
    /// What is asked.
    pub instrument: Instrument,
    /// A condition's words, in the instrument's order.
    pub conditions: Vec<ConditionText>,
    /// The profile's questions, in the order in which they are put.
    pub profile: Vec<ProfileText>,
    /// The words of the frame.
    pub words: Words<Word>,
}

/// Whom one can reach about the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who it is.
    pub name: Text,
    /// An e-mail address.
    pub mail: Option<Text>,
    /// A web address.
    pub web: Option<Text>,
}

/// A condition's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionText {
    /// Its name.
    pub name: Text,
    /// Two sentences that introduce it.
    pub meaning: Text,
    /// Its practices' words, in the instrument's order.
    pub practices: Vec<PracticeText>,
}

/// A practice's question and levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeText {
    /// Its short name.
    pub title: Text,
    /// The question, as put to the employer.
    pub question: Text,
    /// The four levels, in the employer's 'we'.
    pub levels: [Text; 4],
    /// The question as long as nobody has started, where it differs.
    pub question_before: Option<Text>,
    /// The levels as long as nobody has started, where they differ.
    pub levels_before: [Option<Text>; 4],
    /// The question as put to a practitioner who fills it in alone.
    pub question_practitioner: Text,
}

/// One question of the profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileText {
    /// The question.
    pub question: Text,
    /// A few words that name it.
    pub short: Text,
    /// Why it is asked.
    pub why: Text,
    /// The options, in the order of the choice's `ALL`.
    pub options: Vec<Text>,
}

impl Ask {
    /// A condition's words.
    pub fn condition(&self, id: &ConditionId) -> Option<&ConditionText> {
        let index = self.instrument.conditions.iter().position(|condition| condition.id == *id)?;
        self.conditions.get(index)
    }

    /// A practice with its words.
    pub fn practice(&self, id: &PracticeId) -> Option<(&Practice, &PracticeText)> {
        self.instrument.conditions.iter().zip(&self.conditions).find_map(|(condition, text)| {
            let index = condition.practices.iter().position(|practice| practice.id == *id)?;
            Some((condition.practices.get(index)?, text.practices.get(index)?))
        })
    }
}
