//! The way through the questions: the conditions that have something to ask, in order.

use assessment::{Assessment, ConditionId, Instrument, LeftOut, PracticeId, Standing, tailor};

/// The conditions of one assessment, as stops on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    /// In order; conditions outside the scope are not among them.
    pub stops: Vec<Stop>,
}

/// One condition on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The condition.
    pub condition: ConditionId,
    /// The practices that are asked.
    pub practices: Vec<PracticeId>,
    /// The practices that the profile leaves out, and why.
    pub left_out: Vec<(PracticeId, LeftOut)>,
    /// How many of the asked ones have an answer.
    pub answered: usize,
    /// How many are asked.
    pub asked: usize,
}

impl Journey {
    /// The way through an assessment.
    pub fn of(instrument: &Instrument, assessment: &Assessment) -> Self {
        let mut stops: Vec<Stop> = Vec::new();
        for entry in tailor(instrument, assessment) {
            if entry.standing == Standing::OutOfScope {
                continue;
            }
            if stops.last().is_none_or(|stop| stop.condition != entry.condition.id) {
                stops.push(Stop {
                    condition: entry.condition.id.clone(),
                    practices: Vec::new(),
                    left_out: Vec::new(),
                    answered: 0,
                    asked: 0,
                });
            }
            let Some(stop) = stops.last_mut() else { continue };
            let id = entry.practice.id.clone();
            match entry.standing {
                Standing::LeftOut(reason) => stop.left_out.push((id, reason)),
                _ => {
                    stop.asked += 1;
                    stop.answered += usize::from(assessment.answers.has(&id));
                    stop.practices.push(id);
                }
            }
        }
        Self { stops }
    }

    /// Every practice that is asked, with its condition, in order.
    pub fn practices(&self) -> impl Iterator<Item = (&ConditionId, &PracticeId)> {
        self.stops.iter().flat_map(|stop| stop.practices.iter().map(|practice| (&stop.condition, practice)))
    }

    /// How many questions are answered, and how many asked.
    pub fn progress(&self) -> (usize, usize) {
        self.stops.iter().fold((0, 0), |(answered, asked), stop| (answered + stop.answered, asked + stop.asked))
    }

    /// The place of a condition on the way, from 0.
    pub fn position(&self, condition: &ConditionId) -> Option<usize> {
        self.stops.iter().position(|stop| stop.condition == *condition)
    }

    /// The first condition with something left to answer; the first of all when nothing is.
    pub fn resume(&self) -> Option<&ConditionId> {
        self.stops
            .iter()
            .find(|stop| stop.answered < stop.asked)
            .or_else(|| self.stops.first())
            .map(|stop| &stop.condition)
    }
}
