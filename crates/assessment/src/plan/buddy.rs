//! The buddy check: whether the buddy can do it, and does not stand alone (section 4 of the domain report, point 6).

use serde::{Deserialize, Serialize};

use super::{Plan, Taker};
use crate::{Given, Moment, later};

choice! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

choice! {
    /// What a buddy may need (practices buddy-time and buddy-prepared).
    BuddyNeed {
        /// To know what the role is, and what it is not.
        Role = "role",
        /// Less other work at busy times.
        Room = "room",
        /// Someone to ask for advice.
        Advice = "advice",
        /// A course for buddies.
        Course = "course",
        /// A word of thanks, and a place for it in the yearly talk.
        Thanks = "thanks",
        /// To be free to stop.
        Stop = "stop",
    }
}

/// What is arranged for the buddy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuddyCheck {
    /// Minutes a week for it in the schedule; `None` as long as nothing is agreed.
    pub minutes: Given<Option<u16>>,
    /// Whether someone stands in for the buddy; `None` as long as that was not answered.
    pub deputy: Given<Option<bool>>,
    /// The days on which the new colleague works and the buddy does not.
    pub away: Given<Vec<Weekday>>,
    /// What the buddy needs.
    pub needs: Given<Vec<BuddyNeed>>,
}

/// Where it is thin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuddyRisk {
    /// Nobody stands in: all of it rests on one person.
    NoDeputy,
    /// On some days nobody is there for the new colleague.
    DaysAlone,
    /// There is no time for it in the schedule.
    NoTime,
}

impl BuddyCheck {
    /// Whether something was said about the buddy.
    pub fn is_begun(&self) -> bool {
        self.minutes.value.is_some()
            || self.deputy.value.is_some()
            || !self.away.value.is_empty()
            || !self.needs.value.is_empty()
    }

    /// Where it is thin, as far as was said. Before anything is said, nothing is.
    pub fn risks(&self) -> Vec<BuddyRisk> {
        let covered = self.deputy.value == Some(true);
        let found = [
            (self.deputy.value == Some(false), BuddyRisk::NoDeputy),
            (!covered && !self.away.value.is_empty(), BuddyRisk::DaysAlone),
            (self.is_begun() && self.minutes.value.unwrap_or(0) == 0, BuddyRisk::NoTime),
        ];
        found.into_iter().filter_map(|(is, risk)| is.then_some(risk)).collect()
    }

    pub(super) fn merge(&mut self, other: &Self) {
        later(&mut self.minutes, &other.minutes);
        later(&mut self.deputy, &other.deputy);
        later(&mut self.away, &other.away);
        later(&mut self.needs, &other.needs);
    }

    pub(super) fn latest(&self) -> Moment {
        self.minutes.at.max(self.deputy.at).max(self.away.at).max(self.needs.at)
    }
}

/// From how many open actions on it matters who takes them on.
const SEVERAL: usize = 3;

impl Plan {
    /// The one who takes on every open action of which is known who does, if there are several.
    pub fn rests_on(&self) -> Option<Taker> {
        let mut takers = self.present().filter(|(_, action)| action.is_open()).filter_map(|(_, it)| it.taker.value);
        let first = takers.next()?;
        let mut others = 0;
        let alike = takers.inspect(|_| others += 1).all(|taker| taker == first);
        (alike && others + 1 >= SEVERAL).then_some(first)
    }
}
