//! Two rounds of one view, set against each other: what moved, and what was done in between.

use crate::{Answer, Assessment, Instrument, PracticeId, Status};

/// A practice in two rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The practice.
    pub practice: PracticeId,
    /// What was answered then; `None` if nothing was.
    pub before: Option<Answer>,
    /// What is answered now.
    pub after: Option<Answer>,
    /// What became of it.
    pub how: Move,
    /// Whether an action for it was done in between.
    pub worked_on: bool,
}

/// What became of a practice between two rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// It stands higher.
    Up,
    /// It stands lower.
    Down,
    /// It stands where it stood.
    Stayed,
    /// Then nobody knew, or it was not answered; now it is known.
    NowKnown,
    /// It was known then, and is not said now.
    NotSaid,
}

/// What moved between two rounds, in the instrument's order. Practices about which neither round says anything are left
/// out, and so are those that the instrument no longer has: [`Instrument::practice`] tells which.
pub fn moves(instrument: &Instrument, before: &Assessment, after: &Assessment) -> Vec<Moved> {
    let moved = |practice: &PracticeId| {
        let answer = |round: &Assessment| round.answers.get(practice).copied();
        let (then, now) = (answer(before), answer(after));
        if then.is_none() && now.is_none() {
            return None;
        }
        let how = match (then.and_then(Answer::level), now.and_then(Answer::level)) {
            (Some(then), Some(now)) if now > then => Move::Up,
            (Some(then), Some(now)) if now < then => Move::Down,
            (Some(_), None) => Move::NotSaid,
            (None, Some(_)) => Move::NowKnown,
            (Some(_), Some(_)) | (None, None) => Move::Stayed,
        };
        let done = before.plan.present().filter(|(_, action)| action.status.value == Status::Done);
        let mut about = done.filter_map(|(_, action)| action.from.as_ref());
        let worked_on = about.any(|from| from.practice == *practice);
        Some(Moved { practice: practice.clone(), before: then, after: now, how, worked_on })
    };
    instrument.practices().filter_map(|practice| moved(&practice.id)).collect()
}
