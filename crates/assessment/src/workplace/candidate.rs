//! The candidate's own view. The employer decides about the contract, so there is no equal footing: the view is voluntary, the
//! candidate sees it first and shares it by topic, and what is not shared leaves no trace.
//!
//! That holds by construction. A [`CandidateView`] cannot be written or merged: it has no serialised form, no id and no time.
//! The only way out is [`CandidateView::hand_over`], which makes a value of the shared topics alone.

use serde::{Deserialize, Serialize};

use super::Levels;
use crate::{ById, ConditionId, Instrument, Level, PracticeId};

/// What a candidate says about one practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CandidateAnswer {
    /// No, a little, mostly, or yes and we talk about it.
    Level(Level),
    /// Rather not say. To everyone else it is as if it had not been asked.
    RatherNotSay,
}

/// A candidate's view while it is being filled in. It lives in the memory of one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateView {
    answers: ById<PracticeId, CandidateAnswer>,
    shared: Vec<ConditionId>,
}

/// What a candidate handed over: levels by topic. It does not tell what else there was, nor when.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shared(pub Vec<(ConditionId, Vec<(PracticeId, Level)>)>);

impl CandidateView {
    /// Answers a question, or takes an answer back.
    pub fn answer(&mut self, practice: PracticeId, answer: Option<CandidateAnswer>) {
        match answer {
            Some(answer) => self.answers.insert(practice, answer),
            None => drop(self.answers.remove(&practice)),
        }
    }

    /// What was answered.
    pub fn get(&self, practice: &PracticeId) -> Option<CandidateAnswer> {
        self.answers.get(practice).copied()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Shares a topic, or takes that back. Nothing is shared unless the candidate says so.
    pub fn share(&mut self, topic: &ConditionId, share: bool) {
        self.shared.retain(|shared| shared != topic);
        if share {
            self.shared.push(topic.clone());
        }
    }

    /// Whether a topic is shared.
    pub fn shares(&self, topic: &ConditionId) -> bool {
        self.shared.contains(topic)
    }

    /// What goes out: the levels of the shared topics, in the instrument's order. A topic in which nothing was said is
    /// not in it, just like one that is not shared.
    pub fn hand_over(&self, instrument: &Instrument) -> Shared {
        let topics = instrument.conditions.iter().filter(|condition| self.shares(&condition.id));
        let levels = topics.map(|condition| {
            let levels = condition.practices.iter().filter_map(|practice| match self.get(&practice.id) {
                Some(CandidateAnswer::Level(level)) => Some((practice.id.clone(), level)),
                Some(CandidateAnswer::RatherNotSay) | None => None,
            });
            (condition.id.clone(), levels.collect::<Vec<_>>())
        });
        Shared(levels.filter(|(_, levels)| !levels.is_empty()).collect())
    }
}

impl Shared {
    /// Whether nothing was shared.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The levels, to be set beside those of the other views.
    pub fn levels(&self) -> Levels {
        self.0.iter().flat_map(|(_, levels)| levels.iter().cloned()).collect()
    }
}
