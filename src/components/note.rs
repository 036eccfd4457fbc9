//! A note about agreements and the work, with the reminder of what does not belong in it.
//!
//! Accessibility: the reminder describes the field; how much room is left is said before it runs out, and a text that
//! is too long stays in the field, with an error beside it, until it is shortened.

use content::Word;
use yew::prelude::*;

use crate::{
    browser::field,
    state::{LONGEST_NOTE, Library},
    view::attr,
};

/// From here on the room that is left is shown.
const NEARLY_FULL: usize = 200;

#[derive(Properties, PartialEq)]
pub struct NoteFieldProps {
    pub library: Library,
    /// The id of the practice.
    pub name: AttrValue,
    /// What is kept.
    pub text: AttrValue,
    pub on_note: Callback<String>,
}

/// A component, because what is being typed is a state of its own: a text that is too long is not kept yet.
#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    let draft = use_state_eq(|| props.text.to_string());
    // Open from the start if there is a note; from then on the user folds it.
    let begun = use_memo((), |()| !props.text.is_empty());
    let words = &props.library.ask.words;
    let word = |word| attr(&words.get(word));
    let id = |part: &str| [&props.name, part].concat();
    let length = draft.chars().count();
    let too_long = length > LONGEST_NOTE;
    let oninput = {
        let (draft, on_note) = (draft.clone(), props.on_note.clone());
        move |event: InputEvent| {
            let text = field::text(&event);
            // What is too long stays in the field, and as much of it as fits is kept: the error says so.
            on_note.emit(text.chars().take(LONGEST_NOTE).collect());
            draft.set(text);
        }
    };
    let counted = |word: Word, count: usize| words.fill(word, &[("count", &count.to_string())]);
    html! {
        <details class="aside-item" data-note="" open={*begun}>
            <summary>{ word(if props.text.is_empty() { Word::NoteAdd } else { Word::NoteOwn }) }</summary>
            <label for={id("-note")}>{ word(Word::NoteLabel) }</label>
            <p class="hint" id={id("-note-hint")}>{ word(Word::NoteHint) }</p>
            <textarea
                id={id("-note")}
                rows="3"
                aria-describedby={[id("-note-hint"), id("-note-room")].join(" ")}
                aria-invalid={too_long.then_some("true")}
                value={(*draft).clone()}
                {oninput}
            />
            <p id={id("-note-room")} aria-live="polite" class={if too_long { "error" } else { "hint" }}>
                if too_long {
                    <span data-note-too-long="">{ counted(Word::NoteTooLong, length - LONGEST_NOTE) }</span>
                } else if length + NEARLY_FULL > LONGEST_NOTE {
                    <span data-note-left="">{ counted(Word::NoteLeft, LONGEST_NOTE - length) }</span>
                }
            </p>
        </details>
    }
}
