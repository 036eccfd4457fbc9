//! The button that reads a part of the page aloud, and stops.
//!
//! Accessibility: one button with a name that says what it will do, so that the focus stays where it is. Only where the device has a voice
//! of its own for the language (`src/speech.rs`); the help says why it may be missing.

use content::HelpWord;
use yew::prelude::*;

use crate::{
    state::{Action, Library},
    view::{Dispatch, View, attr},
};

/// The button for what a selector finds on the page.
pub fn aloud(view: &View<'_>, part: &str) -> Html {
    aloud_button(view.library(), view.dispatch, view.aloud(part), part)
}

/// The same; `reads` tells whether it is reading, `None` where nothing can.
pub fn aloud_button(library: &Library, dispatch: &Dispatch, reads: Option<bool>, part: &str) -> Html {
    let (Some(words), Some(reads)) = (library.help(), reads) else { return Html::default() };
    let word = if reads { HelpWord::AloudStop } else { HelpWord::AloudRead };
    let onclick = {
        let (dispatch, part) = (dispatch.clone(), (!reads).then(|| part.into()));
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Aloud(part.clone())))
    };
    html! {
        <button type="button" class="button--quiet aloud" data-aloud={if reads { "stop" } else { "read" }} {onclick}>
            <svg class="aloud__sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path class="aloud__speaker" d="M4 9v6h4l5 4V5L8 9Z" />
                if reads {
                    <path class="aloud__waves" d="m17 9 5 6m0-6-5 6" />
                } else {
                    <path class="aloud__waves" d="M16.5 8.5a5 5 0 0 1 0 7m3-10a9 9 0 0 1 0 13" />
                }
            </svg>
            { attr(&words.get(word)) }
        </button>
    }
}
