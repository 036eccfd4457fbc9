//! The order of advice: what is put right first, what comes first, and what has to wait.

use std::cmp::Reverse;

use super::AdvicePlace;
use crate::{Answers, Assessment, ByPractice, ConditionId, Level, PracticeId, Step, Tailored, sorted_by_key};

/// A practice with its place in the order.
pub(super) struct Ranked<'a, 't> {
    pub tailored: &'t Tailored<'a>,
    pub place: AdvicePlace,
    pub level: Level,
    pub step: &'a Step,
    pub opens: usize,
    pub after: Vec<PracticeId>,
}

/// How many pieces of advice follow the first steps as 'next' (rule 3).
const NEXT: usize = 5;

/// A practice that could move up, while its place is being worked out.
struct Candidate<'a, 't> {
    tailored: &'t Tailored<'a>,
    level: Level,
    step: &'a Step,
    open: bool,
    put_right: bool,
    /// Index of each prerequisite that is answered at too low a level.
    unmet: Vec<usize>,
    /// In hundred-thousandths; 0 keeps it out of the ranking.
    priority: u64,
}

/// Orders everything that has a gap, and every prerequisite that something with a gap waits for.
pub(super) fn rank<'a, 't>(
    asked: &[&'t Tailored<'a>],
    assessment: &Assessment,
    first_steps: usize,
) -> Vec<Ranked<'a, 't>> {
    let mut candidates = candidates(asked, &assessment.answers);
    put_right(&mut candidates);
    let depths: Vec<usize> = (0..candidates.len()).map(|index| depth(&candidates, index)).collect();
    lift_prerequisites(&mut candidates, &depths);
    place(candidates, &depths, &assessment.set_aside, first_steps)
}

fn candidates<'a, 't>(asked: &[&'t Tailored<'a>], answers: &Answers) -> Vec<Candidate<'a, 't>> {
    // Only an answered level can be a gap: don't know, not applicable and unanswered never are (rules 5 and 6).
    let answered: Vec<(&'t Tailored<'a>, Level, &'a Step)> = asked
        .iter()
        .filter_map(|entry| {
            let level = answers.level(&entry.practice.id)?;
            Some((*entry, level, entry.practice.step_from(level)?))
        })
        .collect();
    let open = |entry: &Tailored<'_>, level: Level| entry.target > level;
    answered
        .iter()
        .map(|&(tailored, level, step)| {
            let practice = tailored.practice;
            let needed_by = answered
                .iter()
                .filter(|(other, other_level, _)| open(other, *other_level))
                .filter(|(other, ..)| other.practice.needs.iter().any(|need| need.practice == practice.id))
                .count();
            Candidate {
                tailored,
                level,
                step,
                open: open(tailored, level),
                put_right: false,
                unmet: practice
                    .needs
                    .iter()
                    .filter_map(|need| {
                        answered.iter().position(|(other, other_level, _)| {
                            other.practice.id == need.practice && *other_level < need.at_least
                        })
                    })
                    .collect(),
                priority: priority(tailored, level, needed_by),
            }
        })
        .collect()
}

/// Importance × gap × stage weight × effort factor × what it opens the way to.
fn priority(tailored: &Tailored<'_>, level: Level, needed_by: usize) -> u64 {
    let gap = tailored.target.index().saturating_sub(level.index()) as u64;
    let effort_factor = match tailored.effort {
        1 => 125,
        2 => 100,
        _ => 80,
    };
    let opening = 10 + needed_by.min(3) as u64;
    // Hundredths × hundredths × tenths: fine enough that 0.95 of a small priority still differs.
    gap * u64::from(tailored.weight) * effort_factor * opening
}

/// Rule 1: guardrails at level 0, unless their own prerequisite is among them.
///
/// A guardrail that such a one waits for comes into the box in its place: nobody is told to settle the second thing
/// before the first.
fn put_right(candidates: &mut [Candidate<'_, '_>]) {
    let guardrail = |candidate: &Candidate<'_, '_>| candidate.tailored.practice.guardrail;
    let mut boxed: Vec<bool> =
        candidates.iter().map(|candidate| guardrail(candidate) && candidate.level == Level::NotArranged).collect();
    for index in 0..candidates.len() {
        if boxed[index] {
            candidates[index].unmet.iter().for_each(|&need| boxed[need] |= guardrail(&candidates[need]));
        }
    }
    for (index, candidate) in candidates.iter_mut().enumerate() {
        candidate.put_right = boxed[index] && !candidate.unmet.iter().any(|&need| boxed[need]);
    }
}

/// Rule 2: whatever something else waits for takes over 0.95 of its priority, along the whole chain.
///
/// What waits longest hands over first, so each has all that it takes over before it hands it on.
fn lift_prerequisites(candidates: &mut [Candidate<'_, '_>], depths: &[usize]) {
    for index in sorted_by_key(0..candidates.len(), |&index| Reverse(depths[index])) {
        let lifted = candidates[index].priority * 95 / 100;
        for need in candidates[index].unmet.clone() {
            candidates[need].priority = candidates[need].priority.max(lifted);
        }
    }
}

/// Sorts by priority, ties by rule 8, and gives each its place.
fn place<'a, 't>(
    candidates: Vec<Candidate<'a, 't>>,
    depths: &[usize],
    set_aside: &ByPractice<()>,
    first_steps: usize,
) -> Vec<Ranked<'a, 't>> {
    let opens: Vec<usize> = (0..candidates.len())
        .map(|index| candidates.iter().filter(|other| other.open && other.unmet.contains(&index)).count())
        .collect();
    let ids: Vec<PracticeId> = candidates.iter().map(|candidate| candidate.tailored.practice.id.clone()).collect();
    let ranked =
        candidates.into_iter().enumerate().filter(|(_, candidate)| candidate.priority > 0 || candidate.put_right);
    let order = sorted_by_key(ranked, |(index, candidate)| {
        (
            depths[*index],
            Reverse(candidate.priority),
            !candidate.tailored.practice.quick_scan,
            candidate.tailored.effort,
            *index,
        )
    });
    let places = deal(&order, set_aside, first_steps);
    let ranked = order.into_iter().zip(places).map(|((index, candidate), place)| Ranked {
        tailored: candidate.tailored,
        place,
        level: candidate.level,
        step: candidate.step,
        opens: opens[index],
        after: candidate.unmet.iter().map(|&need| ids[need].clone()).collect(),
    });
    // Within a place the order stands, and what waits (deepest last) stands after all it can wait for.
    sorted_by_key(ranked, |entry| entry.place)
}

/// Rules 3 and 8: what the user put aside stands apart, unless it has to be put right. The first steps are few, each of another
/// condition; five more are next; the rest is later.
fn deal(order: &[(usize, Candidate<'_, '_>)], set_aside: &ByPractice<()>, first_steps: usize) -> Vec<AdvicePlace> {
    let mut conditions: Vec<&ConditionId> = Vec::new();
    let mut next = 0;
    order
        .iter()
        .map(|(_, candidate)| {
            let condition = &candidate.tailored.condition.id;
            if candidate.put_right {
                AdvicePlace::PutRight
            } else if set_aside.has(&candidate.tailored.practice.id) {
                AdvicePlace::Aside
            } else if !candidate.unmet.is_empty() {
                AdvicePlace::Waiting
            } else if conditions.len() < first_steps && !conditions.contains(&condition) {
                conditions.push(condition);
                AdvicePlace::Start
            } else if next < NEXT {
                next += 1;
                AdvicePlace::Next
            } else {
                AdvicePlace::Later
            }
        })
        .collect()
}

/// How long the chain of unmet prerequisites is. They make no circles (`Instrument::faults`).
fn depth(candidates: &[Candidate<'_, '_>], index: usize) -> usize {
    candidates[index].unmet.iter().map(|&need| 1 + depth(candidates, need)).max().unwrap_or(0)
}
