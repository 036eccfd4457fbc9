//! What can change in a plan.

use super::{BuddyNeed, MOST_ACTIONS, Plan, PlanAction, Rhythm, Rung, RungPart, Status, Taker, Weekday, When};
use crate::{ActionId, Date, Given, LearningForm, Moment};

/// One change in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// Actions come into the plan, unless that is full ([`MOST_ACTIONS`]). One that is in it already stays as it is.
    Put(Vec<(ActionId, PlanAction)>),
    /// An action is taken out, and its words are forgotten.
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
    /// Why an action will not be done.
    Reason(ActionId, String),
    /// The answer to which a finished action belongs stays as it is.
    AnswerStays(ActionId),
    /// The first working day.
    FirstDay(Option<Date>),
    /// How often people sit down together.
    Rhythm(Option<Rhythm>),
    /// Who sits at the table.
    Table(Vec<Taker>),
    /// How many minutes a week the buddy has.
    BuddyMinutes(Option<u16>),
    /// Whether someone stands in for the buddy.
    BuddyDeputy(bool),
    /// On which days the buddy is not there.
    BuddyAway(Vec<Weekday>),
    /// What the buddy needs.
    BuddyNeeds(Vec<BuddyNeed>),
    /// A growth ladder is wanted, or no longer.
    Ladder(bool),
    /// Until when the starter tasks are the work.
    Until(Option<When>),
    /// A rung gets other words; empty ones give those of the proposal back.
    Rung(Rung, RungPart, String),
    /// A rung gets another way of learning.
    Form(Rung, LearningForm),
    /// A rung is left out, or stands again.
    LeaveOut(Rung, bool),
}

impl Plan {
    /// Makes a change. One about an action that is not there does nothing.
    pub fn change(&mut self, change: PlanChange, at: Moment) {
        match change {
            PlanChange::Put(actions) => actions.into_iter().for_each(|(id, action)| self.put(id, action, at)),
            PlanChange::Remove(id) => self.set(&id, |action| {
                action.removed = Given { at, value: true };
                for text in [&mut action.title, &mut action.note, &mut action.reason] {
                    *text = Given { at, value: String::new() };
                }
            }),
            PlanChange::Title(id, value) => self.set(&id, |action| action.title = Given { at, value }),
            PlanChange::Taker(id, value) => self.set(&id, |action| action.taker = Given { at, value }),
            PlanChange::When(id, value) => self.set(&id, |action| action.when = Given { at, value }),
            PlanChange::Minutes(id, value) => self.set(&id, |action| action.minutes = Given { at, value }),
            PlanChange::Note(id, value) => self.set(&id, |action| action.note = Given { at, value }),
            PlanChange::Status(id, value) => self.set(&id, |action| action.status = Given { at, value }),
            PlanChange::Reason(id, value) => self.set(&id, |action| action.reason = Given { at, value }),
            PlanChange::AnswerStays(id) => self.set(&id, |action| action.answer_stays = Given { at, value: true }),
            PlanChange::FirstDay(value) => self.first_day = Given { at, value },
            PlanChange::Rhythm(value) => self.rhythm = Given { at, value },
            PlanChange::Table(value) => self.table = Given { at, value },
            PlanChange::BuddyMinutes(value) => self.buddy.minutes = Given { at, value },
            PlanChange::BuddyDeputy(value) => self.buddy.deputy = Given { at, value: Some(value) },
            PlanChange::BuddyAway(value) => self.buddy.away = Given { at, value },
            PlanChange::BuddyNeeds(value) => self.buddy.needs = Given { at, value },
            PlanChange::Ladder(value) => self.ladder.wanted = Given { at, value },
            PlanChange::Until(value) => self.ladder.until = Given { at, value },
            PlanChange::Rung(rung, part, value) => *self.ladder.step_mut(rung).text_mut(part) = Given { at, value },
            PlanChange::Form(rung, form) => self.ladder.step_mut(rung).form = Given { at, value: Some(form) },
            PlanChange::LeaveOut(rung, value) => self.ladder.step_mut(rung).left_out = Given { at, value },
        }
    }

    fn put(&mut self, id: ActionId, action: PlanAction, at: Moment) {
        let room = self.actions.iter().count() < MOST_ACTIONS;
        match self.actions.get_mut(&id) {
            Some(known) if known.removed.value => *known = action.given_at(at),
            Some(_) => {}
            None if room => self.actions.insert(id, action),
            None => {}
        }
    }

    fn set(&mut self, id: &ActionId, change: impl FnOnce(&mut PlanAction)) {
        if let Some(action) = self.actions.get_mut(id) {
            change(action);
        }
    }
}
