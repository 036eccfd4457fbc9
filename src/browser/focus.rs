//! Where a keyboard and a screen reader are after each step.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, MouseEvent};

use super::{document, window};

/// The summary of what is wrong in a form.
const FAULTS: &str = "[data-faults]";

/// Names the browser's tab after the page's heading; first that something is wrong on the page, if so.
pub fn name_page(site: &str) {
    let Some(document) = document() else { return };
    let heading = document.query_selector("h1 [data-title]").ok().flatten().and_then(|heading| heading.text_content());
    let title = match heading {
        Some(heading) => [heading.trim(), " · ", site].concat(),
        None => site.to_owned(),
    };
    document.set_title(&match faults().and_then(|faults| faults.get_attribute("data-faults")) {
        Some(fault) => [&fault, ": ", &title].concat(),
        None => title,
    });
}

fn faults() -> Option<Element> {
    document()?.query_selector(FAULTS).ok().flatten()
}

/// What the page says is wrong in a form.
pub fn faults_told() -> Option<String> {
    faults()?.text_content()
}

/// Puts the focus on what is wrong in a form.
pub fn on_faults() -> bool {
    on(FAULTS)
}

thread_local! {
    /// What has the focus on the page that comes next, in place of its heading.
    static NEXT: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// On the page that comes next, the focus goes to what a selector finds there: one goes there for that alone.
pub fn next_on(selector: &'static str) {
    NEXT.set(Some(selector));
}

/// Shows a new page from its top, with its heading in focus.
pub fn arrive() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    // Its words may still be on their way: then the page is arrived at once more.
    if NEXT.get().is_some_and(on) {
        NEXT.set(None);
        return;
    }
    let heading = document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        without_scrolling(&heading);
    }
}

/// Puts the focus on the first element that a selector finds, and brings it into view; tells whether there is one.
pub fn on(selector: &str) -> bool {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on the card beside the one in which something was pressed: the next, or else the one before.
pub fn beside(event: &MouseEvent) {
    let card = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest("article").ok().flatten());
    let beside = card.and_then(|card| card.next_element_sibling().or_else(|| card.previous_element_sibling()));
    let summary = beside.and_then(|beside| beside.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        without_scrolling(&summary);
    }
}

/// Whether what had the focus is gone.
pub fn is_lost() -> bool {
    document().is_some_and(|document| document.active_element().is_none_or(|active| active.tag_name() == "BODY"))
}

/// Puts the focus on an element, and leaves the page where it is.
pub fn without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
