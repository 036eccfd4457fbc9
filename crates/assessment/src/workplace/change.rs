//! What can change about a workplace.

use super::{Event, MOST_ROUNDS, Round, Shared, Workplace};
use crate::{Date, Given, Moment};

/// One change of a workplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkplaceChange {
    /// It gets another label.
    Label(String),
    /// It is put away, or taken out again.
    Archived(bool),
    /// The next visit, or none.
    NextVisit(Option<Date>),
    /// A round begins, after an event or without one. One of that day goes on; beyond [`MOST_ROUNDS`] none begins.
    Begin(Date, Option<Event>),
    /// The views of a round are looked at together.
    Reveal(Date),
    /// What was agreed in a round.
    Agreements(Date, String),
    /// What a candidate handed over comes in, in place of an earlier one, or goes.
    Shared(Date, Option<Shared>),
}

impl Workplace {
    /// The logical time of a change that is made now: by the clock, unless that went backwards since the last change.
    pub fn time_of_change(&self, now: Moment) -> Moment {
        now.max(Moment(self.changed().0.saturating_add(1)))
    }

    /// Makes a change. One about a round that is not there does nothing.
    pub fn change(&mut self, change: WorkplaceChange, at: Moment) {
        match change {
            WorkplaceChange::Label(value) => self.label = Given { at, value },
            WorkplaceChange::Archived(value) => self.archived = Given { at, value },
            WorkplaceChange::NextVisit(value) => self.next_visit = Given { at, value },
            WorkplaceChange::Begin(day, event)
                if self.rounds.get(&day).is_none() && self.rounds.iter().count() < MOST_ROUNDS =>
            {
                self.rounds.insert(day, Round { event: Given { at, value: event }, ..Round::default() });
            }
            WorkplaceChange::Begin(..) => {}
            WorkplaceChange::Reveal(day) => self.round(day, |round| round.revealed = Given { at, value: true }),
            WorkplaceChange::Agreements(day, value) => {
                self.round(day, |round| round.agreements = Given { at, value });
            }
            WorkplaceChange::Shared(day, shared) => self.round(day, |round| round.shared = shared),
        }
    }

    fn round(&mut self, day: Date, change: impl FnOnce(&mut Round)) {
        if let Some(round) = self.rounds.get_mut(&day) {
            change(round);
        }
    }
}
