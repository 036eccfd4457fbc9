//! What the store and the other tabs do not know yet.

use std::rc::Rc;

use assessment::{ById, Record, RecordId};

use crate::state::Heard;

/// Everything that is kept, shared: two of them are the same as long as nobody changed one.
pub type Records = ById<RecordId, Rc<Record>>;

/// What differs between two states of the records: what changed, and what is gone.
pub fn differences(before: &Records, now: &Records) -> (Vec<Rc<Record>>, Vec<RecordId>) {
    let changed = now.iter().filter(|(id, record)| before.get(id).is_none_or(|old| !Rc::ptr_eq(old, record)));
    let gone = before.iter().map(|(id, _)| id).filter(|id| now.get(id).is_none());
    (changed.map(|(_, record)| record.clone()).collect(), gone.cloned().collect())
}

/// What the other tabs have to be told so that they know what is here. What they said themselves is not said back.
pub fn news(told: &Records, now: &Records) -> Vec<Heard> {
    let (changed, gone) = differences(told, now);
    let changed = changed.into_iter().filter_map(|record| match told.get(&record.id()) {
        Some(known) if **known == *record => None,
        // An earlier state was put back: merging would undo that in the other tabs.
        Some(known) if !continues(known, &record) => Some(Heard::Replaced(record)),
        _ => Some(Heard::Changed(record)),
    });
    changed.chain(gone.into_iter().map(Heard::Deleted)).collect()
}

/// Notes what another tab said.
pub fn note(told: &mut Records, heard: &Heard) {
    match heard {
        Heard::Changed(theirs) | Heard::Replaced(theirs) => told.insert(theirs.id(), theirs.clone()),
        Heard::Deleted(id) => drop(told.remove(id)),
    }
}

/// Whether nothing of what was known is taken back to an earlier time.
fn continues(known: &Record, now: &Record) -> bool {
    let mut merged = known.clone();
    merged.merge(now);
    merged == *now
}
