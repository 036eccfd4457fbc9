//! What is needed to speak about the plan: fetched behind the first page.

use assessment::{PracticeId, Rung, RungPart, Work};
use serde::{Deserialize, Serialize};

use crate::{PlanWord, Text, Words};

/// The fifth pack: the plan with its steps, talks and calendar, what would change if steps were done, and a growth
/// ladder to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planning {
    /// The words of the plan.
    pub words: Words<PlanWord>,
    /// A proposal for each rung, in the order of [`Rung`].
    pub ladder: Vec<RungProposal>,
}

/// A rung of the growth ladder, as a first draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungProposal {
    /// The practices on which it rests.
    pub rests_on: Vec<PracticeId>,
    /// What the new colleague does: for any work, then for each kind of work in the order of [`Work`].
    pub tasks: [Text; 6],
    /// By what both see that it is time, in the same order.
    pub ready: [Text; 6],
    /// How much help there is: where others are near, and where the colleague works alone.
    pub support: [Text; 2],
}

impl RungProposal {
    /// The words that fit a kind of work, and whether the new colleague works alone.
    pub fn text(&self, part: RungPart, work: Option<Work>, alone: bool) -> &Text {
        let kind = work.map_or(0, |work| 1 + work as usize);
        match part {
            RungPart::Tasks => &self.tasks[kind],
            RungPart::Ready => &self.ready[kind],
            RungPart::Support => &self.support[usize::from(alone)],
        }
    }
}

impl Planning {
    /// The proposal for a rung; `None` if the pack lacks it.
    pub fn rung(&self, rung: Rung) -> Option<&RungProposal> {
        self.ladder.get(rung as usize)
    }
}
