//! The address.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

use super::window;
use crate::route::Route;

/// Where the address says the user is. What a link brings is taken out of the address at once, so that it stands
/// neither there nor in the history of the browser.
pub fn arrive() -> Route {
    let hash = window().and_then(|window| window.location().hash().ok());
    let route = Route::parse(&hash.unwrap_or_default());
    if let Route::Link(Some(_)) = route
        && let Some(history) = window().and_then(|window| window.history().ok())
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&Route::Link(None).href()));
    }
    route
}

/// Goes somewhere in place of where the user is: there is no way back to it.
pub fn go_instead(route: &Route) {
    if let Some(window) = window() {
        let _ = window.location().replace(&route.href());
    }
}

/// Goes somewhere; the way back is kept.
pub fn go(route: &Route) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(&route.href());
    }
}

/// Calls back whenever the address changes, until the listener is dropped.
pub fn on_change(callback: impl Fn(Route) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "hashchange", move |_| callback(arrive())))
}
