//! A place of work over time and from several sides: its rounds, the views in each, and how they compare (section 7 of
//! the domain report).
//!
//! A view is an [`Assessment`](crate::Assessment) that belongs to a round; whose view it is follows from who fills it in. The candidate's view
//! is another thing altogether, with rules of its own: see [`CandidateView`].

mod candidate;
mod change;
mod overview;
mod rounds;
mod views;

use serde::{Deserialize, Serialize};

use crate::{ById, Date, Given, Moment, WorkplaceId, later};

pub use candidate::{CandidateAnswer, CandidateView, Shared};
pub use change::WorkplaceChange;
pub use overview::{FEWEST_TOGETHER, Overview, OverviewGroup, OverviewRow, overview};
pub use rounds::{Move, Moved, moves};
pub use views::{Comparison, Difference, Levels, View, compare_views};

/// The longest label of a workplace, in characters.
pub const LONGEST_LABEL: usize = 80;

/// The most rounds of a workplace: one on every day for years. Without it, putting two files together could take hours.
pub const MOST_ROUNDS: usize = 1_000;

/// A place of work that is followed over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workplace {
    /// Unique on this device.
    pub id: WorkplaceId,
    /// What it is called here. No personal names are needed.
    pub label: Given<String>,
    /// Whether it is put away, out of the list.
    pub archived: Given<bool>,
    /// The next visit, if one is planned.
    pub next_visit: Given<Option<Date>>,
    /// The rounds, by the day on which each was begun.
    pub rounds: ById<Date, Round>,
}

/// One time at which a workplace was looked at, from one side or several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// What happened before it, if it is a recheck.
    pub event: Given<Option<Event>>,
    /// Whether the views were shown to each other. Until then, those that are put away stay hidden.
    pub revealed: Given<bool>,
    /// What was agreed at the visit.
    pub agreements: Given<String>,
    /// What a candidate handed over. It has no time, and there is no earlier one.
    pub shared: Option<Shared>,
}

/// The round to which an assessment belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartOf {
    /// The workplace.
    pub workplace: WorkplaceId,
    /// The day of the round.
    pub round: Date,
}

choice! {
    /// Something after which it is worth looking again.
    Event {
        /// There is a new manager.
        NewManager = "new-manager",
        /// The buddy leaves, or is absent.
        BuddyLeaves = "buddy-leaves",
        /// Tasks or hours change.
        WorkChanges = "work-changes",
        /// After an incident or a conflict at work.
        AfterIncident = "after-incident",
        /// The contract ends soon.
        ContractEnds = "contract-ends",
    }
}

impl Workplace {
    /// A workplace without rounds.
    pub fn begin(id: WorkplaceId, label: String, at: Moment) -> Self {
        Self {
            id,
            label: Given { at, value: label },
            archived: Given { at, value: false },
            next_visit: Given { at, value: None },
            rounds: ById::default(),
        }
    }

    /// The latest round.
    pub fn latest_round(&self) -> Option<(Date, &Round)> {
        self.rounds.iter().next_back().map(|(day, round)| (*day, round))
    }

    /// When anything in it last changed; what a candidate handed over leaves no time.
    pub fn changed(&self) -> Moment {
        let rounds = self.rounds.iter().map(|(_, round)| round.changed());
        let own = [self.label.at, self.archived.at, self.next_visit.at];
        rounds.chain(own).max().unwrap_or_default()
    }

    /// Takes out of an earlier state what a candidate shared, unless it still stands: what was removed has no earlier state.
    pub fn unshare_as(&mut self, now: &Self) {
        let stands = |(day, round): &(&Date, &Round)| now.rounds.get(day).is_some_and(|it| it.shared == round.shared);
        let gone: Vec<Date> = self.rounds.iter().filter(|it| !stands(it)).map(|(day, _)| *day).collect();
        for day in gone {
            if let Some(round) = self.rounds.get_mut(&day) {
                round.shared = None;
            }
        }
    }

    /// Puts two copies together that both come from a third. What a candidate shared has no time that could tell whether it
    /// came later than it was removed; but what one of them removed since is removed.
    pub fn merge_since(&mut self, earlier: &Self, other: &Self) {
        let mut other = other.clone();
        for (day, was) in earlier.rounds.iter().filter(|(_, was)| was.shared.is_some()) {
            let (Some(ours), Some(theirs)) = (self.rounds.get_mut(day), other.rounds.get_mut(day)) else { continue };
            match (&ours.shared, &theirs.shared) {
                (None, there) if *there == was.shared => theirs.shared = None,
                (here, None) if *here == was.shared => ours.shared = None,
                _ => {}
            }
        }
        self.merge(&other);
    }

    /// Puts two copies of one workplace together, as [`Assessment::merge`](crate::Assessment::merge) does.
    pub fn merge(&mut self, other: &Self) {
        later(&mut self.label, &other.label);
        later(&mut self.archived, &other.archived);
        later(&mut self.next_visit, &other.next_visit);
        for (day, theirs) in other.rounds.iter() {
            match self.rounds.get_mut(day) {
                Some(ours) => ours.merge(theirs),
                None => self.rounds.insert(*day, theirs.clone()),
            }
        }
    }
}

impl Round {
    fn changed(&self) -> Moment {
        self.event.at.max(self.revealed.at).max(self.agreements.at)
    }

    fn merge(&mut self, other: &Self) {
        later(&mut self.event, &other.event);
        later(&mut self.revealed, &other.revealed);
        later(&mut self.agreements, &other.agreements);
        // Without times nothing is later: what says more stands, alike on every device.
        self.shared = self.shared.take().max(other.shared.clone());
    }
}
