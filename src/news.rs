//! What the store and the other tabs do not know yet.

use assessment::Record;

use crate::{records::Records, state::Heard};

/// What the other tabs have to be told so that they know what is here. What they said themselves is not said back.
pub fn news(told: &Records, now: &Records) -> Vec<Heard> {
    let (changed, gone) = now.differences_from(told);
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
