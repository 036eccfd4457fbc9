//! What is kept: one record per assessment and one per workplace.

use serde::{Deserialize, Serialize};

use crate::{Assessment, AssessmentId, Moment, RecordId, Workplace, WorkplaceId};

/// Something that is kept under an id of its own, told to other tabs, and put into a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "a record always stands behind a pointer")]
pub enum Record {
    /// A walk through the questions.
    Assessment(Assessment),
    /// A place of work with its rounds.
    Workplace(Workplace),
}

impl Record {
    /// Its id. Assessments and workplaces share one room, so no two have the same.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Assessment(assessment) => (&assessment.id).into(),
            Self::Workplace(workplace) => (&workplace.id).into(),
        }
    }

    /// When anything in it last changed.
    pub fn changed(&self) -> Moment {
        match self {
            Self::Assessment(assessment) => assessment.changed(),
            Self::Workplace(workplace) => workplace.changed(),
        }
    }

    /// The assessment, if it is one.
    pub fn assessment(&self) -> Option<&Assessment> {
        match self {
            Self::Assessment(assessment) => Some(assessment),
            Self::Workplace(_) => None,
        }
    }

    /// The workplace, if it is one.
    pub fn workplace(&self) -> Option<&Workplace> {
        match self {
            Self::Workplace(workplace) => Some(workplace),
            Self::Assessment(_) => None,
        }
    }

    /// Puts two copies together that both come from a third ([`Workplace::merge_since`]).
    pub fn merge_since(&mut self, earlier: &Self, other: &Self) {
        match (&mut *self, earlier, other) {
            (Self::Workplace(ours), Self::Workplace(earlier), Self::Workplace(theirs)) => {
                ours.merge_since(earlier, theirs);
            }
            _ => self.merge(other),
        }
    }

    /// Puts two copies together ([`Assessment::merge`]). Should one id stand for two kinds of things, what is here stays.
    pub fn merge(&mut self, other: &Self) {
        match (self, other) {
            (Self::Assessment(ours), Self::Assessment(theirs)) => ours.merge(theirs),
            (Self::Workplace(ours), Self::Workplace(theirs)) => ours.merge(theirs),
            _ => {}
        }
    }
}

impl From<Assessment> for Record {
    fn from(assessment: Assessment) -> Self {
        Self::Assessment(assessment)
    }
}

impl From<Workplace> for Record {
    fn from(workplace: Workplace) -> Self {
        Self::Workplace(workplace)
    }
}

impl From<&AssessmentId> for RecordId {
    fn from(id: &AssessmentId) -> Self {
        Self::new(id.as_str())
    }
}

impl From<&WorkplaceId> for RecordId {
    fn from(id: &WorkplaceId) -> Self {
        Self::new(id.as_str())
    }
}
