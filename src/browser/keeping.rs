//! Whether this browser keeps what it was given.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{language, mark, offline, reading, window};

/// Whether the browser has promised to keep what is stored; `None` if it does not know the question.
pub async fn is_promised() -> Option<bool> {
    ask("persisted").await
}

/// Asks the browser to keep what is stored. Some browsers ask the user, others decide by themselves.
pub async fn ask_for_promise() -> Option<bool> {
    ask("persist").await
}

async fn ask(question: &str) -> Option<bool> {
    let storage = Reflect::get(&window()?.navigator(), &"storage".into()).ok()?;
    let ask: Function = Reflect::get(&storage, &question.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Whether this is Safari, which clears what a page stored after seven days without a visit, unless the page is
/// installed.
pub fn clears_after_a_week() -> bool {
    let Some(window) = window() else { return false };
    let vendor = Reflect::get(&window.navigator(), &"vendor".into()).ok().and_then(|vendor| vendor.as_string());
    let installed = window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|it| it.matches());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple")) && !installed
}

/// Whether this browser can encrypt at this address.
pub fn can_encrypt() -> bool {
    window().is_some_and(|window| window.is_secure_context())
}

/// Forgets everything that is not in the store: the choice of language, how one reads, that something was kept, caches, and the addresses this page put into
/// its own history.
pub async fn forget_the_rest() {
    language::forget();
    reading::forget();
    mark::set(false);
    offline::forget();
    let Some(window) = window() else { return };
    // Over plain http there are no caches, and asking for them would throw.
    if let Some(caches) = window.caches().ok().filter(|_| window.is_secure_context()) {
        let names = JsFuture::from(caches.keys()).await.map(|names| Array::from(&names)).unwrap_or_default();
        // Other pages of the same host name may have caches of their own.
        for name in names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with("room-to-grow ")) {
            let _ = JsFuture::from(caches.delete(&name)).await;
        }
    }
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some("#/"));
    }
}
