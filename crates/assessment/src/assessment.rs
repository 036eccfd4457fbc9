//! One walk through the questions: everything the user gave, and nothing that follows from it.

use serde::{Deserialize, Serialize};

use crate::{Answers, AssessmentId, ById, Given, Moment, PracticeId, Profile, Scope};

/// One walk through the questions, as it is kept on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Unique on this device.
    pub id: AssessmentId,
    /// The instrument's version when it was last answered.
    pub instrument: u16,
    /// When it was begun.
    pub started: Moment,
    /// When anything in it last changed.
    pub changed: Moment,
    /// How much is asked.
    pub scope: Scope,
    /// The situation.
    pub profile: Profile,
    /// What was answered.
    pub answers: Answers,
    /// Notes about agreements and the work, by practice.
    pub notes: ById<PracticeId, Given<String>>,
    /// Practices that the profile leaves out and the user added back.
    pub added_back: Vec<PracticeId>,
    /// Practices whose advice the user put aside (rule 8).
    pub set_aside: Vec<PracticeId>,
}

impl Assessment {
    /// Whether nothing has been given yet: there is nothing to go on with.
    pub fn is_untouched(&self) -> bool {
        self.profile == Profile::default() && self.answers.is_empty() && self.notes.is_empty()
    }

    /// An empty assessment, begun at a moment.
    pub fn begin(id: AssessmentId, instrument: u16, scope: Scope, at: Moment) -> Self {
        Self {
            id,
            instrument,
            started: at,
            changed: at,
            scope,
            profile: Profile::default(),
            answers: Answers::default(),
            notes: ById::default(),
            added_back: Vec::new(),
            set_aside: Vec::new(),
        }
    }
}
