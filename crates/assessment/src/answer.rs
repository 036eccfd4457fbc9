//! Answers: four described levels, and two answers of their own that never count as 'no'.

use serde::{Deserialize, Serialize};

use crate::{ByPractice, PracticeId};

/// How far a practice is arranged, as one would see it at the workplace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// 0: nothing is arranged.
    NotArranged,
    /// 1: intended, or it happens by chance.
    Started,
    /// 2: arranged, and people know it.
    Arranged,
    /// 3: arranged, used, and reviewed together.
    PartOfTheWork,
}

impl Level {
    /// All four, from low to high.
    pub const ALL: [Self; 4] = [Self::NotArranged, Self::Started, Self::Arranged, Self::PartOfTheWork];

    /// The level's place on the stairs, 0 to 3.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The level at a place on the stairs; `None` above 3.
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// The next level up; `None` at the top.
    pub fn next(self) -> Option<Self> {
        Self::from_index(self.index() + 1)
    }
}

/// What someone said about one practice. Not having answered yet is the absence of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// The workplace stands at this level.
    Level(Level),
    /// Nobody at the table knows; it becomes a question to ask, never a gap.
    DontKnow,
    /// It does not apply here; it is left out and never counted.
    NotApplicable,
    /// A practitioner did not see it: not a 'no', and not the same as asking around without an answer.
    NotSeen,
}

impl Answer {
    /// The level, when the answer is one.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::DontKnow | Self::NotApplicable | Self::NotSeen => None,
        }
    }
}

/// The answers of one assessment. Not having answered yet is the absence of an answer.
pub type Answers = ByPractice<Answer>;

impl ByPractice<Answer> {
    /// The answered level; `None` for don't know, not applicable and not answered yet.
    pub fn level(&self, practice: &PracticeId) -> Option<Level> {
        self.get(practice).and_then(|answer| answer.level())
    }
}
