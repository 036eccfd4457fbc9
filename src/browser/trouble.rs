//! When the app cannot go on, the page says so without it.

use web_sys::CustomEvent;

use super::window;

/// Shows the panel of `index.html`: reload, and what happened to the answers. boot.js listens for it.
pub fn show() {
    if let (Some(window), Ok(event)) = (window(), CustomEvent::new("room-to-grow:trouble")) {
        let _ = window.dispatch_event(&event);
    }
}
