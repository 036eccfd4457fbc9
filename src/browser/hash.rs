//! The address.

use gloo_events::EventListener;

use super::window;
use crate::route::Route;

/// Where the address says the user is.
pub fn route() -> Route {
    let hash = window().and_then(|window| window.location().hash().ok());
    Route::parse(&hash.unwrap_or_default())
}

/// Goes somewhere; the way back is kept.
pub fn go(route: &Route) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(&route.href());
    }
}

/// Calls back whenever the address changes, until the listener is dropped.
pub fn on_change(callback: impl Fn(Route) + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "hashchange", move |_| callback(route())))
}
