//! The screen, the page as a whole, and the printer.

use gloo_events::EventListener;

use super::window;
use crate::reading::TextSize;

/// Whether there is room for a margin beside the questions; larger text needs more (style/reading.css).
pub fn is_wide(size: TextSize) -> bool {
    let width = (70 * size.percent()).to_string();
    window()
        .and_then(|window| window.match_media(&["(min-width: calc(", &width, "rem / 100))"].concat()).ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Calls back when the page is left for another one, until the listener is dropped. A browser may keep it in memory as it is,
/// and show it again to whoever goes back.
pub fn on_leave(leave: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| leave()))
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Loads the start page anew, in place of the present one.
pub fn start_anew() {
    if let Some(window) = window() {
        // The address first: replacing it by one that differs only behind the `#` would load nothing.
        let _ = window.location().set_hash("#/");
        let _ = window.location().reload();
    }
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
