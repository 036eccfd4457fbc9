//! Keeps what changes, and tells the other tabs.

use std::{cell::RefCell, rc::Rc};

use assessment::{Assessment, AssessmentId, ById};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        clock, screen,
        store::{Opened, Store, StoreFailed},
        tabs::{self, Said},
    },
    state::{Action, Heard, Saving},
    view::Dispatch,
};

type Assessments = ById<AssessmentId, Rc<Assessment>>;

/// After a failure it is tried again, this often.
const AGAIN_AFTER_MS: u32 = 5_000;

/// Between the state, the store and the other tabs: who knows what.
#[derive(Default)]
struct Desk {
    /// As the user sees it.
    wanted: Assessments,
    /// As the store has it.
    kept: Assessments,
    /// As the other tabs last heard it, or said it.
    told: Assessments,
    /// Whether something is on its way to the store.
    busy: bool,
}

/// What differs between two states of the assessments: what changed, and what is gone.
fn differences(before: &Assessments, now: &Assessments) -> (Vec<Rc<Assessment>>, Vec<AssessmentId>) {
    let changed = now.iter().filter(|(id, assessment)| before.get(id).is_none_or(|old| !Rc::ptr_eq(old, assessment)));
    let gone = before.iter().map(|(id, _)| id).filter(|id| now.get(id).is_none());
    (changed.map(|(_, assessment)| assessment.clone()).collect(), gone.cloned().collect())
}

/// Whatever differs from what was kept last is kept; whatever the other tabs do not know is told.
#[hook]
pub fn use_saving(assessments: &Assessments, opened: Option<&Opened>, dispatch: &Dispatch) {
    let desk = use_mut_ref(Desk::default);
    use_tabs(&desk, dispatch);
    {
        let desk = desk.clone();
        use_effect_with(opened.cloned(), move |opened| {
            let mut desk = desk.borrow_mut();
            for assessment in opened.iter().flat_map(|opened| &opened.kept.assessments) {
                desk.kept.insert(assessment.id.clone(), assessment.clone());
                desk.told.insert(assessment.id.clone(), assessment.clone());
            }
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with((assessments.clone(), opened.cloned()), move |(now, opened)| {
        desk.borrow_mut().wanted = now.clone();
        tell(&mut desk.borrow_mut());
        if let Some(opened) = opened {
            keep(opened.store.clone(), desk, dispatch);
        }
    });
}

/// Hears what the other tabs say.
#[hook]
fn use_tabs(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch) {
    let (desk, dispatch) = (desk.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        tabs::listen(move |said| match said {
            Said::Assessments(heard) => {
                note_heard(&mut desk.borrow_mut().told, &heard);
                dispatch.dispatch(Action::Heard(heard));
            }
            // Everything in memory belongs to the store as it was.
            Said::Turned => screen::reload(),
        });
    });
}

fn note_heard(told: &mut Assessments, heard: &Heard) {
    match heard {
        Heard::Changed(theirs) | Heard::Replaced(theirs) => told.insert(theirs.id.clone(), theirs.clone()),
        Heard::Deleted(id) => drop(told.remove(id)),
    }
}

/// Tells the other tabs what they do not know yet. What was just heard from them is not said back.
fn tell(desk: &mut Desk) {
    let (changed, gone) = differences(&desk.told, &desk.wanted);
    for assessment in changed {
        let heard = match desk.told.get(&assessment.id) {
            Some(known) if **known == *assessment => None,
            // An earlier state was put back: merging would undo that in the other tabs.
            Some(known) if !continues(known, &assessment) => Some(Heard::Replaced(assessment.clone())),
            _ => Some(Heard::Changed(assessment.clone())),
        };
        if let Some(heard) = heard {
            tabs::say(&Said::Assessments(heard));
        }
        desk.told.insert(assessment.id.clone(), assessment);
    }
    for id in gone {
        tabs::say(&Said::Assessments(Heard::Deleted(id.clone())));
        desk.told.remove(&id);
    }
}

/// Whether nothing of what was known is taken back to an earlier time.
fn continues(known: &Assessment, now: &Assessment) -> bool {
    let mut merged = known.clone();
    merged.merge(now);
    merged == *now
}

/// Keeps the latest state, one write at a time, until the store has it.
fn keep(store: Store, desk: Rc<RefCell<Desk>>, dispatch: Dispatch) {
    let (changed, gone) = differences(&desk.borrow().kept, &desk.borrow().wanted);
    if desk.borrow().busy || (changed.is_empty() && gone.is_empty()) {
        return;
    }
    desk.borrow_mut().busy = true;
    dispatch.dispatch(Action::Stored(Saving::Busy));
    spawn_local(async move {
        loop {
            // Not in the loop's condition: the borrow must not last while the store works.
            let (changed, gone) = differences(&desk.borrow().kept, &desk.borrow().wanted);
            if changed.is_empty() && gone.is_empty() {
                dispatch.dispatch(Action::Stored(Saving::Saved));
                break;
            }
            match store.keep(&changed, &gone).await {
                Ok(merged) => {
                    let mut desk = desk.borrow_mut();
                    changed.into_iter().for_each(|kept| desk.kept.insert(kept.id.clone(), kept));
                    gone.iter().for_each(|id| drop(desk.kept.remove(id)));
                    drop(desk);
                    for theirs in merged {
                        dispatch.dispatch(Action::Heard(Heard::Changed(Rc::new(theirs))));
                    }
                }
                Err(StoreFailed::GivenUp | StoreFailed::Newer) => {
                    dispatch.dispatch(Action::Stored(Saving::Outdated));
                    break;
                }
                Err(StoreFailed::LockedElsewhere) => {
                    screen::reload();
                    break;
                }
                Err(StoreFailed::Refused) => {
                    dispatch.dispatch(Action::Stored(Saving::Failed));
                    clock::wait(AGAIN_AFTER_MS).await;
                }
            }
        }
        desk.borrow_mut().busy = false;
    });
}
