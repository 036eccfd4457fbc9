//! What would change if some actions were done.

use super::PlanAction;
use crate::{ActionId, Answer, Assessment, Instrument, PracticeId};

/// The assessment as it would be if these actions were done: each practice at the level its action leads to, and never
/// lower than it is. The assessment itself stays as it is.
pub fn what_if(instrument: &Instrument, assessment: &Assessment, done: &[ActionId]) -> Assessment {
    let mut changed = assessment.clone();
    for (_, action) in assessment.plan.present().filter(|(id, _)| done.contains(id)) {
        let Some(from) = &action.from else { continue };
        if instrument.practice(&from.practice).is_none() {
            continue;
        }
        let now = assessment.answers.get(&from.practice).copied();
        // What does not apply stays so; a level is never lowered.
        let stays = now == Some(Answer::NotApplicable) || now.and_then(Answer::level) >= Some(from.to);
        let later = changed.answers.level(&from.practice) >= Some(from.to);
        if !stays && !later {
            let at = changed.changed();
            changed.answers.give(from.practice.clone(), Answer::Level(from.to), at);
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
