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

/// The way back; hidden when there is nothing to take back.
pub fn toast(view: &View<'_>) -> Html {
    let message = view.state.undo.as_ref().map(|undo| attr(&view.library().undone(undo)));
    let onclick = view.press(|dispatch| dispatch.dispatch(Action::Undo(clock::now())));
    html! {
        <div id="toast" class="toast" hidden={message.is_none()}>
            if let Some(message) = message {
                <p>{ message }</p>
                <button type="button" data-undo="" {onclick}>{ view.word(Word::Undo) }</button>
            }
        </div>
    }
}
