//! What the store and the other tabs do not know yet.

use std::rc::Rc;

use assessment::{Assessment, AssessmentId, ById};

use crate::state::Heard;

/// The assessments, shared: two of them are the same as long as nobody changed one.
pub type Assessments = ById<AssessmentId, Rc<Assessment>>;

/// What differs between two states of the assessments: what changed, and what is gone.
pub fn differences(before: &Assessments, now: &Assessments) -> (Vec<Rc<Assessment>>, Vec<AssessmentId>) {
    let changed = now.iter().filter(|(id, assessment)| before.get(id).is_none_or(|old| !Rc::ptr_eq(old, assessment)));
    let gone = before.iter().map(|(id, _)| id).filter(|id| now.get(id).is_none());
    (changed.map(|(_, assessment)| assessment.clone()).collect(), gone.cloned().collect())
}

/// What the other tabs have to be told so that they know what is here. What they said themselves is not said back.
pub fn news(told: &Assessments, now: &Assessments) -> Vec<Heard> {
    let (changed, gone) = differences(told, now);
    let changed = changed.into_iter().filter_map(|assessment| match told.get(&assessment.id) {
        Some(known) if **known == *assessment => None,
        // An earlier state was put back: merging would undo that in the other tabs.
        Some(known) if !continues(known, &assessment) => Some(Heard::Replaced(assessment)),
        _ => Some(Heard::Changed(assessment)),
    });
    changed.chain(gone.into_iter().map(Heard::Deleted)).collect()
}

/// Notes what another tab said.
pub fn note(told: &mut Assessments, heard: &Heard) {
    match heard {
        Heard::Changed(theirs) | Heard::Replaced(theirs) => told.insert(theirs.id.clone(), theirs.clone()),
        Heard::Deleted(id) => drop(told.remove(id)),
    }
}

/// Whether nothing of what was known is taken back to an earlier time.
fn continues(known: &Assessment, now: &Assessment) -> bool {
    let mut merged = known.clone();
    merged.merge(now);
    merged == *now
}
