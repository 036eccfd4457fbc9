//! What is needed to follow workplaces: fetched when such a page is opened, or a buddy or practitioner fills something in.

use assessment::{ConditionId, Event, Instrument, Level, PracticeId};
use serde::{Deserialize, Serialize};

use crate::{Text, Words, WorkplaceWord};

/// The sixth pack: workplaces, rounds and visits, and the questions in the words of buddy, practitioner and candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The words of the pages.
    pub words: Words<WorkplaceWord>,
    /// What each event is called and why one looks again, in the order of [`Event`].
    pub events: Vec<EventText>,
    /// For each condition, in the instrument's order.
    pub conditions: Vec<ConditionTalk>,
    /// For each practice, in the instrument's order.
    pub practices: Vec<PracticeViews>,
}

/// An event after which one looks again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventText {
    /// Its name.
    pub name: Text,
    /// Why to look again.
    pub lead: Text,
}

/// How to talk about a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionTalk {
    /// A line to begin with.
    pub opening: Text,
    /// What one may ask.
    pub may: Vec<Text>,
    /// What one leaves out, and why.
    pub not: Vec<Text>,
    /// How to rehearse it in two minutes.
    pub rehearse: Text,
    /// An open question where views differ.
    pub question: Text,
    /// A step for the employer where views differ.
    pub employer: Text,
}

/// A question and its levels from the other sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeViews {
    /// As a buddy is asked; `None` where a buddy is not asked.
    pub buddy: Option<AskedOf>,
    /// The levels as a practitioner sees them.
    pub practitioner: [Text; Level::ALL.len()],
    /// As a candidate is asked.
    pub candidate: Text,
}

/// A question with its levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedOf {
    /// The question.
    pub question: Text,
    /// The levels, from low to high.
    pub levels: [Text; Level::ALL.len()],
}

impl Visit {
    /// The words of an event; `None` if the pack lacks it.
    pub fn event(&self, event: Event) -> Option<&EventText> {
        self.events.get(event as usize)
    }

    /// How to talk about a condition.
    pub fn condition(&self, instrument: &Instrument, id: &ConditionId) -> Option<&ConditionTalk> {
        self.conditions.get(instrument.conditions.iter().position(|condition| condition.id == *id)?)
    }

    /// A practice from the other sides.
    pub fn practice(&self, instrument: &Instrument, id: &PracticeId) -> Option<&PracticeViews> {
        self.practices.get(instrument.practices().position(|practice| practice.id == *id)?)
    }
}
