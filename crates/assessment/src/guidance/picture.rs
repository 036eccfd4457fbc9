//! The picture of growth: where each condition stands, as a span, never as a sum.

use crate::{Answer, Answers, Condition, ConditionId, Level, Tailored};

/// One condition's row in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionPicture {
    /// The condition.
    pub condition: ConditionId,
    /// The lowest and the highest answered level; `None` when no level has been answered.
    pub span: Option<(Level, Level)>,
    /// The lowest and the highest target of its practices that apply; `None` when none applies.
    pub target: Option<(Level, Level)>,
    /// How many of its practices are asked.
    pub asked: usize,
    /// How many were answered with don't know: these could stand anywhere.
    pub unknown: usize,
    /// How many do not apply here.
    pub not_applicable: usize,
    /// How many have no answer yet.
    pub unanswered: usize,
}

/// One step of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The workplace stands here, or between here and another filled step.
    pub filled: bool,
    /// It is useful to stand here at this stage.
    pub wanted: bool,
    /// Nobody knows: a practice could stand here.
    pub possible: bool,
}

impl ConditionPicture {
    pub(super) fn of(condition: &Condition, asked: &[&Tailored<'_>], answers: &Answers) -> Self {
        let mut row = Self {
            condition: condition.id.clone(),
            span: None,
            target: None,
            asked: 0,
            unknown: 0,
            not_applicable: 0,
            unanswered: 0,
        };
        for entry in asked.iter().filter(|entry| entry.condition.id == condition.id) {
            row.asked += 1;
            match answers.get(&entry.practice.id) {
                Some(Answer::Level(level)) => row.span = Some(widen(row.span, *level)),
                Some(Answer::DontKnow | Answer::NotSeen) => row.unknown += 1,
                Some(Answer::NotApplicable) => {
                    row.not_applicable += 1;
                    continue;
                }
                None => row.unanswered += 1,
            }
            row.target = Some(widen(row.target, entry.target));
        }
        row
    }

    /// The four steps of the row, from low to high.
    pub fn cells(&self) -> [Cell; 4] {
        let within =
            |span: Option<(Level, Level)>, level| span.is_some_and(|(low, high)| (low..=high).contains(&level));
        Level::ALL.map(|level| {
            let filled = within(self.span, level);
            Cell { filled, wanted: within(self.target, level), possible: self.unknown > 0 && !filled }
        })
    }
}

fn widen(span: Option<(Level, Level)>, level: Level) -> (Level, Level) {
    span.map_or((level, level), |(low, high)| (low.min(level), high.max(level)))
}
