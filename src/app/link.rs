//! Reads the link that was opened, behind a lock only once that is open.

use exchange::Known;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    brought::Brought,
    browser::{annex, clock},
    kept::Lock,
    state::{Action, State},
    view::Dispatch,
};

/// Reads a link as soon as it is there. Nothing of it is kept.
#[hook]
pub fn use_link(state: &State, dispatch: &Dispatch) {
    let text = match &state.brought {
        Brought::Unread(text) if state.lock != Lock::Closed => Some(text.clone()),
        _ => None,
    };
    let (ask, dispatch) = (state.library.ask.clone(), dispatch.clone());
    use_effect_with(text, move |text| {
        let Some(text) = text.clone() else { return };
        spawn_local(async move {
            let annex = annex::annex().await.ok();
            let known = Known::from(&ask.instrument);
            let offer = annex.and_then(|annex| annex.read_link(&text, &clock::new_id(), clock::now(), &known));
            dispatch.dispatch(Action::Read(text.clone(), Brought::of(text, offer)));
        });
    });
}
