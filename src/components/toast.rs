//! What was just cleared or deleted, and the way back. It stays until the user moves on.
//!
//! Accessibility: the announcer says it once; the button comes last on the page, so that Tab order stays calm.

use content::Word;
use yew::prelude::*;

use crate::{
    app::Dispatch,
    browser::clock,
    state::{Action, Library, Undo},
};

#[derive(Properties, PartialEq)]
pub struct ToastProps {
    pub undo: Option<Undo>,
}

#[component]
pub fn Toast(props: &ToastProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let message = props.undo.as_ref().map(|undo| match undo {
        Undo::Cleared(..) => word(Word::UndoCleared),
        Undo::Deleted(_) => word(Word::UndoDeleted),
    });
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Undo(clock::now())));
    html! {
        <div id="toast" class="toast" hidden={message.is_none()}>
            if let Some(message) = message {
                <p>{ message }</p>
                <button type="button" data-undo="" {onclick}>{ word(Word::Undo) }</button>
            }
        </div>
    }
}
