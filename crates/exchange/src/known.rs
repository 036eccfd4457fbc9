//! What can stand in a file.

use assessment::{ConditionId, Instrument, PracticeId};
use serde::{Deserialize, Serialize};

/// The ids of an instrument, and its version: what a file may speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The version of the instrument.
    pub instrument: u16,
    /// Its practices.
    pub practices: Vec<PracticeId>,
    /// Its conditions.
    pub conditions: Vec<ConditionId>,
}

/// The first version of the instrument.
const FIRST: u16 = 1;

impl From<&Instrument> for Known {
    fn from(instrument: &Instrument) -> Self {
        Self {
            instrument: instrument.version,
            practices: instrument.practices().map(|practice| practice.id.clone()).collect(),
            conditions: instrument.conditions.iter().map(|condition| condition.id.clone()).collect(),
        }
    }
}

impl Known {
    /// Ids share their text, so a large file costs no copy of it per answer.
    pub(crate) fn practice(&self, id: &str) -> Option<PracticeId> {
        self.practices.iter().find(|known| known.as_str() == id).cloned()
    }

    /// A practice that an action was taken from. It may have gone with a later version of the instrument, and the action
    /// stays. What the first version did not have was never there, so as long as that is ours, all of them are known.
    ///
    /// It is the version known here that counts, not that of the assessment: this one rises with the next answer, and a
    /// backup made after that has to be read too.
    pub(crate) fn practice_once(&self, id: &str) -> Option<PracticeId> {
        self.practice(id).or_else(|| (self.instrument > FIRST && is_id(id)).then(|| PracticeId::new(id)))
    }

    pub(crate) fn condition(&self, id: &str) -> Option<ConditionId> {
        self.conditions.iter().find(|known| known.as_str() == id).cloned()
    }
}

/// Whether a text can be the id of an assessment, a workplace or an action.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
