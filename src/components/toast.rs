//! What was just cleared or deleted, and the way back. It stays until the user moves on.
//!
//! Accessibility: the announcer says it once; the button comes last on the page, so that Tab order stays calm.

use content::Word;
use yew::prelude::*;

use crate::{
    browser::clock,
    state::Action,
    view::{View, attr},
};

/// Where it stands; hidden when there is nothing to take back.
pub fn toast_place(view: &View<'_>) -> Html {
    let behind = view.state.behind.filter(|_| view.state.undo.is_some());
    html! {
        <div id="toast" class="toast" hidden={behind.is_none()}>
            if let Some(behind) = behind {
                { (behind.toast)(view) }
            }
        </div>
    }
}

/// What was taken away, and the way back.
pub fn toast(view: &View<'_>) -> Html {
    let message = view.state.undo.as_ref().map(|undo| attr(&view.library().undone(undo)));
    let onclick = view.press(|dispatch| dispatch.dispatch(Action::Undo(clock::now())));
    html! {
        <>
            <p>{ message }</p>
            <button type="button" data-undo="" {onclick}>{ view.word(Word::Undo) }</button>
        </>
    }
}
