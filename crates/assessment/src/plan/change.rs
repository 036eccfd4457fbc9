//! What can change in a plan.

use super::{Plan, PlanAction, Rhythm, Status, Taker, When};
use crate::{ActionId, Date, Given, Moment};

/// One change in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// An action comes into the plan; one that was taken out comes back as it was.
    Put(ActionId, PlanAction),
    /// An action is taken out.
    Remove(ActionId),
    /// An action gets other words; empty ones give those of the advice back.
    Title(ActionId, String),
    /// Someone takes an action on, or nobody does any more.
    Taker(ActionId, Option<Taker>),
    /// An action gets another time.
    When(ActionId, When),
    /// An action takes another time, in minutes.
    Minutes(ActionId, Option<u16>),
    /// A note about an action.
    Note(ActionId, String),
    /// An action moves on.
    Status(ActionId, Status),
    /// The first working day.
    FirstDay(Option<Date>),
    /// How often people sit down together.
    Rhythm(Option<Rhythm>),
    /// Who sits at the table.
    Table(Vec<Taker>),
}

impl Plan {
    /// Makes a change. One about an action that is not there does nothing.
    pub fn change(&mut self, change: PlanChange, at: Moment) {
        match change {
            PlanChange::Put(id, action) => match self.actions.get_mut(&id) {
                Some(known) => known.removed = Given { at, value: false },
                None => self.actions.insert(id, action),
            },
            PlanChange::Remove(id) => self.set(&id, |action| action.removed = Given { at, value: true }),
            PlanChange::Title(id, value) => self.set(&id, |action| action.title = Given { at, value }),
            PlanChange::Taker(id, value) => self.set(&id, |action| action.taker = Given { at, value }),
            PlanChange::When(id, value) => self.set(&id, |action| action.when = Given { at, value }),
            PlanChange::Minutes(id, value) => self.set(&id, |action| action.minutes = Given { at, value }),
            PlanChange::Note(id, value) => self.set(&id, |action| action.note = Given { at, value }),
            PlanChange::Status(id, value) => self.set(&id, |action| action.status = Given { at, value }),
            PlanChange::FirstDay(value) => self.first_day = Given { at, value },
            PlanChange::Rhythm(value) => self.rhythm = Given { at, value },
            PlanChange::Table(value) => self.table = Given { at, value },
        }
    }

    fn set(&mut self, id: &ActionId, change: impl FnOnce(&mut PlanAction)) {
        if let Some(action) = self.actions.get_mut(id) {
            change(action);
        }
    }
}
