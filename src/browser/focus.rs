//! Where a keyboard and a screen reader are after each step.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use super::{document, window};

thread_local! {
    static FIRST_PAGE: Cell<bool> = const { Cell::new(true) };
}

/// Tells that a page stands there: its title, and its heading in focus.
///
/// The first page only gets its title: the browser has put the focus where a newcomer expects it.
pub fn arrive(title: &str, heading: Option<HtmlElement>) {
    if let Some(document) = document() {
        document.set_title(title);
    }
    if FIRST_PAGE.replace(false) {
        return;
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = heading {
        without_scrolling(&heading);
    }
}

/// Puts the focus on the element with an id, and brings it into view.
pub fn on(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Puts the focus on an element that is in view already.
pub fn without_scrolling(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
