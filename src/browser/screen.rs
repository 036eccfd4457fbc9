//! The screen, the page as a whole, and the printer.

use futures_util::future::select;
use gloo_events::EventListener;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::{clock, document, window};
use crate::reading::TextSize;

/// How long a frame is waited for: a page that is in view and still draws nothing may be in a frame that is scrolled away.
const FRAME_WITHIN_MS: u32 = 100;

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

/// Waits until what has changed on the page is drawn. A page that is hidden, or left, draws nothing: then it waits no longer.
pub async fn drawn() {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    if document.hidden() {
        return;
    }
    let mut listener = None;
    let hidden = Promise::new(&mut |resolve, _| {
        let hide = move |_: &web_sys::Event| drop(resolve.call0(&JsValue::NULL));
        listener = Some(EventListener::new(&document, "visibilitychange", hide));
    });
    let frame = Promise::new(&mut |resolve, _| drop(window.request_animation_frame(&resolve)));
    let drawn = async {
        // This comes before the browser draws; what is put off from there, after it.
        let _ = JsFuture::from(frame).await;
        clock::wait(0).await;
    };
    let waited = select(Box::pin(drawn), Box::pin(clock::wait(FRAME_WITHIN_MS)));
    select(waited, JsFuture::from(hidden)).await;
    drop(listener);
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
