//! Keeps what changes, and tells the other tabs.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        clock, mark, screen,
        store::{Opened, Store, StoreFailed},
        tabs::{self, Said},
    },
    news,
    records::Records,
    state::{Action, Heard, Saving},
    view::Dispatch,
};

/// After a failure it is tried again, this often.
const AGAIN_AFTER_MS: u32 = 5_000;

/// Between the state, the store and the other tabs: who knows what.
#[derive(Default)]
struct Desk {
    /// As the user sees it.
    wanted: Records,
    /// As the store has it.
    kept: Records,
    /// As the other tabs last heard it, or said it.
    told: Records,
    /// Whether something is on its way to the store.
    busy: bool,
}

impl Desk {
    /// Whether the store has it as the user sees it.
    fn is_kept(&self) -> bool {
        let (changed, gone) = self.wanted.differences_from(&self.kept);
        changed.is_empty() && gone.is_empty()
    }
}

/// Whatever differs from what was kept last is kept; whatever the other tabs do not know is told.
#[hook]
pub fn use_saving(records: &Records, opened: Option<&Opened>, dispatch: &Dispatch) {
    let desk = use_mut_ref(Desk::default);
    use_tabs(&desk, dispatch);
    {
        let desk = desk.clone();
        use_effect_with(opened.cloned(), move |opened| {
            let mut desk = desk.borrow_mut();
            for record in opened.iter().flat_map(|opened| &opened.kept.records) {
                desk.kept.insert(record.id(), record.clone());
                desk.told.insert(record.id(), record.clone());
            }
        });
    }
    let dispatch = dispatch.clone();
    use_effect_with((records.clone(), opened.cloned()), move |(now, opened)| {
        desk.borrow_mut().wanted = now.clone();
        let opened = opened.clone();
        spawn_local(async move {
            // Writing and telling take their time, and nobody waits for them: the answer is drawn first. It shows as being saved
            // until it is (`State::reduce`).
            screen::drawn().await;
            tell(&mut desk.borrow_mut());
            if let Some(opened) = opened {
                keep(opened.store, desk, dispatch);
            }
        });
    });
}

/// Hears what the other tabs say.
#[hook]
fn use_tabs(desk: &Rc<RefCell<Desk>>, dispatch: &Dispatch) {
    let (desk, dispatch) = (desk.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        tabs::listen(move |said| match said {
            Said::Records(heard) => {
                news::note(&mut desk.borrow_mut().told, &heard);
                dispatch.dispatch(Action::Heard(heard));
            }
            Said::Keeping(keeping) => dispatch.dispatch(Action::Keep(keeping)),
            // Everything in memory belongs to the store as it was.
            Said::Turned => screen::reload(),
        });
    });
}

/// Tells the other tabs what they do not know yet.
fn tell(desk: &mut Desk) {
    for heard in news::news(&desk.told, &desk.wanted) {
        tabs::say(&Said::Records(heard));
    }
    desk.told = desk.wanted.clone();
}

/// Keeps the latest state, one write at a time, until the store has it.
fn keep(store: Store, desk: Rc<RefCell<Desk>>, dispatch: Dispatch) {
    if desk.borrow().busy {
        return;
    }
    if desk.borrow().is_kept() {
        return dispatch.dispatch(Action::Stored(Saving::Rest));
    }
    desk.borrow_mut().busy = true;
    dispatch.dispatch(Action::Stored(Saving::Busy));
    spawn_local(async move {
        loop {
            // Not in the loop's condition: the borrow must not last while the store works.
            let wanted = desk.borrow().wanted.clone();
            let (changed, gone) = wanted.differences_from(&desk.borrow().kept);
            if changed.is_empty() && gone.is_empty() {
                dispatch.dispatch(Action::Stored(Saving::Saved));
                break;
            }
            match store.keep(&changed, &gone).await {
                Ok(merged) => {
                    mark::set(!wanted.is_empty());
                    desk.borrow_mut().kept = wanted;
                    for theirs in merged {
                        dispatch.dispatch(Action::Heard(Heard::Changed(Rc::new(theirs))));
                    }
                }
                Err(StoreFailed::GivenUp | StoreFailed::Newer) => {
                    dispatch.dispatch(Action::Stored(Saving::Outdated));
                    break;
                }
                Err(StoreFailed::Contended) => {}
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
