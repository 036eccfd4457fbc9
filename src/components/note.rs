//! A note about agreements and the work, with the reminder of what does not belong in it.
//!
//! Accessibility: the reminder describes the field; how much room is left is said before it runs out, and a text that
//! is too long stays in the field, with an error beside it, until it is shortened.

use content::{Word, fill};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::state::{LONGEST_NOTE, Library};

/// From here on the room that is left is shown.
const NEARLY_FULL: usize = 200;

#[derive(Properties, PartialEq)]
pub struct NoteFieldProps {
    /// The id of the practice.
    pub name: AttrValue,
    pub text: AttrValue,
    pub on_note: Callback<String>,
}

#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    let draft = use_state_eq(|| props.text.to_string());
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let (field, hint, room) =
        (format!("{}-note", props.name), format!("{}-note-hint", props.name), format!("{}-note-room", props.name));
    let length = draft.chars().count();
    let too_long = length > LONGEST_NOTE;
    let oninput = {
        let (draft, on_note) = (draft.clone(), props.on_note.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            // Never cut: what is too long stays here until it is shortened.
            if text.chars().count() <= LONGEST_NOTE {
                on_note.emit(text.clone());
            }
            draft.set(text);
        })
    };
    let left = |count: usize| fill(&word(Word::NoteLeft), &[("count", &count.to_string())]);
    let over = |count: usize| fill(&word(Word::NoteTooLong), &[("count", &count.to_string())]);
    html! {
        <details class="aside-item" data-note="" open={!props.text.is_empty()}>
            <summary>{ word(if props.text.is_empty() { Word::NoteAdd } else { Word::NoteOwn }) }</summary>
            <label for={field.clone()}>{ word(Word::NoteLabel) }</label>
            <p class="hint" id={hint.clone()}>{ word(Word::NoteHint) }</p>
            <textarea
                id={field}
                rows="3"
                aria-describedby={[hint, " ".into(), room.clone()].concat()}
                aria-invalid={too_long.then_some("true")}
                value={(*draft).clone()}
                {oninput}
            />
            <p id={room} aria-live="polite" class={if too_long { "error" } else { "hint" }}>
                if too_long {
                    <span data-note-too-long="">{ over(length - LONGEST_NOTE) }</span>
                } else if length + NEARLY_FULL > LONGEST_NOTE {
                    <span data-note-left="">{ left(LONGEST_NOTE - length) }</span>
                }
            </p>
        </details>
    }
}
