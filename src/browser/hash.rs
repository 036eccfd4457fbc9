//! The address.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HashChangeEvent};

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

/// Calls back whenever the address changes, until the listener is dropped. Someone who goes elsewhere and at once comes back
/// was elsewhere all the same: what is forgotten when a page is left is forgotten then too.
pub fn on_change(callback: impl Fn(Route) + 'static) -> Option<EventListener> {
    let on_event = move |event: &Event| {
        let here = arrive();
        let went = event.dyn_ref::<HashChangeEvent>().map(HashChangeEvent::new_url);
        let went = went.map(|address| Route::parse(address.split_once('#').unwrap_or_default().1));
        if let Some(went) = went.filter(|went| *went != here && !matches!(went, Route::Link(_))) {
            callback(went);
        }
        callback(here);
    };
    Some(EventListener::new(&window()?.into(), "hashchange", on_event))
}
