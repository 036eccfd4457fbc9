//! A note about agreements and the work, with the reminder of what does not belong in it.
//!
//! Accessibility: the reminder describes the field; how much room is left is said before it runs out, and a text that
//! is too long stays in the field, with an error beside it, until it is shortened.

use assessment::LONGEST_NOTE;
use content::{DeviceWord, Word};
use guard::Finding;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{annex, field},
    components::guard_findings,
    state::Library,
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

/// A note, folded as long as there is none.
#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    // Open from the start if there is a note; from then on the user folds it.
    let begun = use_memo((), |()| !props.text.is_empty());
    let word = |word| attr(&props.library.ask.words.get(word));
    html! {
        <details class="aside-item" data-note="" open={*begun}>
            <summary>{ word(if props.text.is_empty() { Word::NoteAdd } else { Word::NoteOwn }) }</summary>
            <WrittenField
                library={props.library.clone()}
                id={[&props.name, "-note"].concat()}
                label={word(Word::NoteLabel)}
                hint={word(Word::NoteHint)}
                text={props.text.clone()}
                on_text={props.on_note.clone()}
            />
        </details>
    }
}

#[derive(Properties, PartialEq)]
pub struct WrittenFieldProps {
    pub library: Library,
    /// The id of the field.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is kept.
    pub text: AttrValue,
    /// What the app itself wrote there: it needs no check.
    #[prop_or_default]
    pub proposed: AttrValue,
    /// The most characters.
    #[prop_or(LONGEST_NOTE)]
    pub longest: usize,
    /// Whether it takes one line only.
    #[prop_or_default]
    pub one_line: bool,
    /// What is wrong with what stands there.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// As much of the text as may be kept.
    pub on_text: Callback<String>,
}

/// A field for a few lines of one's own. A component, because what is being typed is a state of its own: a text that is
/// too long is not kept yet.
#[component]
pub fn WrittenField(props: &WrittenFieldProps) -> Html {
    let draft = use_state_eq(|| props.text.to_string());
    let findings = use_guard(&draft, &props.proposed);
    use_text_from_elsewhere(&draft, &props.text);
    let words = &props.library.ask.words;
    let id = |part: &str| [&props.id, part].concat();
    let length = draft.chars().count();
    let longest = props.longest;
    let too_long = length > longest;
    let oninput = {
        let (draft, on_text) = (draft.clone(), props.on_text.clone());
        Callback::from(move |event: InputEvent| {
            let text = field::text(&event);
            // What is too long stays in the field, and as much of it as fits is kept: the error says so.
            on_text.emit(text.chars().take(longest).collect());
            draft.set(text);
        })
    };
    let described = [id("-hint"), id("-room"), id("-error")].join(" ");
    let invalid = (too_long || props.error.is_some()).then_some("true");
    let counted = |word: Word, count: usize| words.fill(word, &[("count", &count.to_string())]);
    html! {
        <>
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <p class="hint" id={id("-hint")}>{ props.hint.clone() }</p>
            // Some browsers send what is typed to their maker to check the spelling.
            if props.one_line {
                <input
                    id={props.id.clone()}
                    class="field"
                    type="text"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby={described}
                    aria-invalid={invalid}
                    value={(*draft).clone()}
                    {oninput}
                />
            } else {
                <textarea
                    id={props.id.clone()}
                    rows="3"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby={described}
                    aria-invalid={invalid}
                    value={(*draft).clone()}
                    {oninput}
                />
            }
            <p id={id("-error")} class="error">{ props.error.clone() }</p>
            <p id={id("-room")} aria-live="polite" class={if too_long { "error" } else { "hint" }}>
                if too_long {
                    <span data-note-too-long="">{ counted(Word::NoteTooLong, length - longest) }</span>
                } else if length + NEARLY_FULL.min(longest / 4) > longest {
                    <span data-note-left="">{ counted(Word::NoteLeft, longest - length) }</span>
                }
            </p>
            // Always there, so that a screen reader hears what comes into it.
            <div class="guard" role="status" data-guard="">
                if !findings.is_empty() {
                    if let Some(device) = props.library.device() {
                        <p><strong>{ attr(&device.words.get(DeviceWord::GuardTitle)) }</strong></p>
                        { guard_findings(&device.words, &findings) }
                        <p class="hint">{ attr(&device.words.get(DeviceWord::GuardWhy)) }</p>
                        <p class="hint">{ attr(&device.words.get(DeviceWord::GuardStays)) }</p>
                    }
                }
            </div>
        </>
    }
}

/// What the privacy guard finds in the note while it is typed. The annex is fetched with the first letter;
/// without it there is no warning, and nothing else changes.
#[hook]
fn use_guard(draft: &UseStateHandle<String>, proposed: &AttrValue) -> Vec<Finding> {
    let findings = use_state_eq(Vec::new);
    let latest = use_mut_ref(String::new);
    {
        let findings = findings.clone();
        let ours = **draft == **proposed;
        use_effect_with((**draft).clone(), move |note| {
            let note = note.clone();
            latest.replace(note.clone());
            if ours || note.trim().is_empty() {
                findings.set(Vec::new());
                return;
            }
            spawn_local(async move {
                let Ok(annex) = annex::with_guard_at_leisure().await else { return };
                // While the module was on its way, more may have been typed.
                if *latest.borrow() == note {
                    findings.set(annex.check_note(&note));
                }
            });
        });
    }
    (*findings).clone()
}

/// A note that changes in another tab changes here, unless it is being changed here too.
#[hook]
fn use_text_from_elsewhere(draft: &UseStateHandle<String>, text: &AttrValue) {
    let kept = use_mut_ref(|| text.clone());
    let draft = draft.clone();
    use_effect_with(text.clone(), move |text| {
        let before = kept.replace(text.clone());
        if **draft == *before && **draft != **text {
            draft.set(text.to_string());
        }
    });
}
