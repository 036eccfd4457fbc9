//! From guidance to what is going to be done: actions with someone who takes them on and a time, the rhythm of the
//! talks that keep them alive, what the buddy needs, and the steps by which the work grows.
//!
//! Everything that is given has a time of its own, as in the rest of an assessment, so that two copies can be merged.

mod action;
mod buddy;
mod change;
mod ladder;
mod layout;
mod talks;
mod what_if;

use serde::{Deserialize, Serialize};

use crate::{ActionId, ById, Date, Given, Moment, later};

pub use action::{Advised, Period, PlanAction, Status, Taker, When, offered_answer};
pub use buddy::{BuddyCheck, BuddyNeed, BuddyRisk, Weekday};
pub use change::PlanChange;
pub use ladder::{Ladder, Rung, RungPart, RungStep, not_yet, works_alone};
pub use layout::{Group, Order, layout};
pub use talks::{Rhythm, talks};
pub use what_if::{waits_for, what_if};

/// The longest title of an action, in characters.
pub const LONGEST_TITLE: usize = 200;

/// The most actions of an assessment, with those that were taken out of its plan and left their times behind. Above
/// what anyone comes to by hand; without it, putting two files together could take hours.
pub const MOST_ACTIONS: usize = 2_000;

/// What is going to be done at a workplace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The first working day, planned or past; `None` as long as none is known.
    pub first_day: Given<Option<Date>>,
    /// The actions.
    pub actions: ById<ActionId, PlanAction>,
    /// How often people sit down together; `None` as long as nothing is agreed.
    pub rhythm: Given<Option<Rhythm>>,
    /// Who sits at the table then.
    pub table: Given<Vec<Taker>>,
    /// What is arranged for the buddy.
    pub buddy: BuddyCheck,
    /// The growth ladder.
    pub ladder: Ladder,
}

impl Plan {
    /// The actions that are in the plan, by id.
    pub fn present(&self) -> impl Iterator<Item = (&ActionId, &PlanAction)> {
        self.actions.iter().filter(|(_, action)| !action.removed.value)
    }

    /// Whether an action is in the plan.
    pub fn has(&self, action: &ActionId) -> bool {
        self.actions.get(action).is_some_and(|action| !action.removed.value)
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.present().next().is_none()
            && self.rhythm.value.is_none()
            && !self.buddy.is_begun()
            && !self.ladder.wanted.value
    }

    /// The days of its talks; none as long as a first working day or a rhythm is missing.
    pub fn talks(&self) -> Vec<Date> {
        self.first_day.value.zip(self.rhythm.value).map(|(day, rhythm)| talks(day, rhythm)).unwrap_or_default()
    }

    /// Everything in it that someone typed.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let actions = self.present().flat_map(|(_, it)| [&it.title.value, &it.note.value, &it.reason.value]);
        actions.chain(self.ladder.texts()).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// When anything in it last changed.
    pub(crate) fn latest(&self) -> Moment {
        let actions = self.actions.iter().map(|(_, action)| action.latest());
        let rest = [self.first_day.at, self.rhythm.at, self.table.at, self.buddy.latest(), self.ladder.latest()];
        actions.chain(rest).max().unwrap_or_default()
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        later(&mut self.first_day, &other.first_day);
        later(&mut self.rhythm, &other.rhythm);
        later(&mut self.table, &other.table);
        self.buddy.merge(&other.buddy);
        self.ladder.merge(&other.ladder);
        for (id, theirs) in other.actions.iter() {
            match self.actions.get_mut(id) {
                Some(ours) => ours.merge(theirs),
                None => self.actions.insert(id.clone(), theirs.clone()),
            }
        }
    }
}
