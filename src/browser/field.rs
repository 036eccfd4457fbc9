//! What is typed.

use assessment::Date;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent};

use super::document;

/// The whole text of the field in which something was just typed.
pub fn text(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlTextAreaElement>() {
        Ok(field) => field.value(),
        Err(target) => target.dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default(),
    }
}

/// The text of a field by its id; empty if it is not there.
pub fn value(id: &str) -> String {
    input(id).map(|field| field.value()).unwrap_or_default()
}

/// Shows the passphrases on the page as text, or hides them again.
pub fn show_passphrase(event: &Event) {
    let shown = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let kind = if shown.is_some_and(|field| field.checked()) { "text" } else { "password" };
    for field in ["passphrase", "passphrase-again"].iter().filter_map(|id| input(id)) {
        field.set_type(kind);
    }
}

/// The number that was just chosen in a list; `None` for the choice without one.
pub fn number(event: &Event) -> Option<u16> {
    chosen(event)?.parse().ok()
}

/// Selects the whole text of a field.
pub fn select(id: &str) {
    if let Some(field) = input(id) {
        field.select();
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// What was just typed or chosen in a field of one line.
pub fn changed(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// The day that was just typed or picked; `Some(None)` if the field was emptied, and `None` while the year is being typed.
pub fn day(event: &Event) -> Option<Option<Date>> {
    match changed(event)?.as_str() {
        "" => Some(None),
        day => Date::parse(day).map(Some),
    }
}

/// What was just chosen in a list.
pub fn chosen(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlSelectElement>().ok()?.value())
}
