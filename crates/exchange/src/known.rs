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

    pub(crate) fn condition(&self, id: &str) -> Option<ConditionId> {
        self.conditions.iter().find(|known| known.as_str() == id).cloned()
    }
}

/// Whether a text can be the id of an assessment.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
