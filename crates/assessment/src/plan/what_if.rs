//! What would change if some actions were done.

use super::{Advised, PlanAction};
use crate::{Answer, Assessment, Instrument, PracticeId};

/// The assessment as it would be if these steps were done: each practice at the level its step leads to, and never
/// lower than it is. The assessment itself stays as it is.
pub fn what_if<'a>(
    instrument: &Instrument,
    assessment: &Assessment,
    done: impl IntoIterator<Item = &'a Advised>,
) -> Assessment {
    let mut changed = assessment.clone();
    for step in done.into_iter().filter(|step| instrument.practice(&step.practice).is_some()) {
        let now = changed.answers.get(&step.practice).copied();
        // What does not apply stays so; a level is never lowered.
        if now != Some(Answer::NotApplicable) && now.and_then(Answer::level) < Some(step.to) {
            let at = changed.changed();
            changed.answers.give(step.practice.clone(), Answer::Level(step.to), at);
        }
    }
    changed
}

/// The practices that have to stand higher before an action is of much use, as far as they were answered too low.
pub fn waits_for(instrument: &Instrument, assessment: &Assessment, action: &PlanAction) -> Vec<PracticeId> {
    let practice = action.from.as_ref().and_then(|from| instrument.practice(&from.practice));
    let needs = practice.map(|practice| practice.needs.as_slice()).unwrap_or_default();
    let unmet =
        needs.iter().filter(|need| assessment.answers.level(&need.practice).is_some_and(|it| it < need.at_least));
    unmet.map(|need| need.practice.clone()).collect()
}
