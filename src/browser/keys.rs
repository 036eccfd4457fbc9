//! Single keys, and the questions that they answer.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::{all, document, focus, page, window};
use crate::keys::{Press, Shortcut, shortcut, turn};

/// What is answered by key: a question with its margin, or one that a candidate is asked.
const QUESTION: &str = "section.practice, fieldset[data-asked]";

/// Calls back when a key is pressed that does something, until the listener is dropped. It tells whether something was done:
/// if not, the key is still the browser's.
pub fn on_shortcut(act: impl Fn(Shortcut) -> bool + 'static) -> Option<EventListener> {
    let heard = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(shortcut) = meant(event)
            && act(shortcut)
        {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document()?.into(), "keydown", options, heard))
}

fn meant(event: &KeyboardEvent) -> Option<Shortcut> {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let dialog = document()?.query_selector("dialog[open]").ok().flatten();
    shortcut(Press {
        key: &event.key(),
        modified,
        in_field: event.default_prevented() || target.is_some_and(|target| takes_keys(&target)),
        in_dialog: dialog.is_some(),
        held: event.repeat(),
    })
}

/// Whether what has the focus does something with letters and digits itself.
fn takes_keys(target: &Element) -> bool {
    let pressed_only =
        "input[type=radio], input[type=checkbox], input[type=button], input[type=submit], input[type=file]";
    target.matches("input, textarea, select, [contenteditable]").unwrap_or(true)
        && !target.matches(pressed_only).unwrap_or(false)
}

/// Chooses the answer at a place, as a click does: of the question in which the keyboard is, or else of the first one in sight
/// without an answer. The keyboard goes there, so that one sees and hears what was chosen.
pub fn answer(place: usize) -> bool {
    let questions = questions();
    let question = here(&questions).or_else(|| first_open(&questions));
    let radio =
        question.and_then(|question| Some((radios(questions.get(question)?).into_iter().nth(place)?, question)));
    let Some((radio, question)) = radio else { return false };
    radio.click();
    go_to(questions.get(question), &radio);
    true
}

/// Goes to the next question, and past the last one to the way on; or back.
pub fn go_on(forward: bool) -> bool {
    let questions = questions();
    if questions.is_empty() {
        return false;
    }
    let seen = questions.iter().position(is_not_passed).unwrap_or_default();
    let Some(question) = turn(forward, here(&questions), seen, questions.len()).and_then(|at| questions.get(at)) else {
        return focus::on("main a[data-next]");
    };
    let radios = radios(question);
    let Some(radio) = radios.iter().find(|radio| radio.checked()).or_else(|| radios.first()) else { return false };
    go_to(Some(question), radio);
    true
}

fn questions() -> Vec<Element> {
    page().map(|page| all(&page, QUESTION)).unwrap_or_default()
}

fn radios(question: &Element) -> Vec<HtmlInputElement> {
    all(question, "input[type=radio]")
}

/// The question in which the keyboard is.
fn here(questions: &[Element]) -> Option<usize> {
    let active = document()?.active_element()?;
    questions.iter().position(|question| question.contains(Some(&active)))
}

/// The first question without an answer that was not passed yet; or else the first of all.
fn first_open(questions: &[Element]) -> Option<usize> {
    let is_open = |question: &Element| radios(question).iter().all(|radio| !radio.checked());
    let ahead = questions.iter().position(|question| is_open(question) && is_not_passed(question));
    ahead.or_else(|| questions.iter().position(is_open))
}

/// Whether at least a part of it is in the window, or below.
fn is_not_passed(question: &Element) -> bool {
    question.get_bounding_client_rect().bottom() > 0.0
}

/// Shows the whole question, and not only the answer that has the focus.
fn go_to(question: Option<&Element>, answer: &HtmlElement) {
    if let Some(question) = question {
        let place = question.get_bounding_client_rect();
        let height = window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
        if place.top() < 0.0 || place.bottom() > height {
            question.scroll_into_view();
        }
    }
    focus::without_scrolling(answer);
}
