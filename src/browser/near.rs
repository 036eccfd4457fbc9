//! Whoever presses something that goes away by it stays near it (WCAG 2.4.3): without this the keyboard would begin again at
//! the top of the page, and a screen reader would say nothing.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{document, focus};

/// What comes of a press is drawn by then, and whoever knows a better place has gone there.
const SETTLED_MS: u32 = 60;

/// Follows every press until it is dropped.
pub fn stay() -> Option<EventListener> {
    let before_all = EventListenerOptions::run_in_capture_phase();
    Some(EventListener::new_with_options(&document()?.into(), "click", before_all, |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let around: Vec<Element> = std::iter::successors(pressed, |it| it.parent_element()).collect();
        Timeout::new(SETTLED_MS, move || {
            if focus::is_lost() {
                go_on_at(&around);
            }
        })
        .forget();
    }))
}

/// Goes to what comes of a press, once it is drawn.
pub fn go_to(selector: String) {
    Timeout::new(0, move || {
        let found = document().and_then(|document| document.query_selector(&selector).ok().flatten());
        found.iter().for_each(take_focus);
    })
    .forget();
}

/// The nearest that is still there, and can, takes the focus, within the page itself.
fn go_on_at(around: &[Element]) {
    for near in around.iter().filter(|it| it.is_connected()) {
        if near.closest("main").ok().flatten().is_none() {
            return;
        }
        take_focus(near);
        if !focus::is_lost() {
            return;
        }
    }
}

fn take_focus(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let _ = element.set_attribute("tabindex", "-1");
    let _ = element.focus();
}
