//! The start page stands before the app runs (`static/boot.js`): the app takes it over.

use wasm_bindgen::prelude::*;

use super::window;

/// The key under which boot.js finds whether the start page is another one than at a first visit.
const KEY: &str = "room-to-grow.kept";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = roomToGrow)]
    fn ready();
}

/// The first page is drawn, and what is pressed now is heard: what was pressed before is done.
pub fn tell() {
    ready();
}

/// Remembers that the start page lists something, if so, so that the next visit does not begin with one that lists nothing.
pub fn remember(lists: bool) {
    if !lists {
        forget();
    } else if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(KEY, "yes");
    }
}

/// Forgets it.
pub fn forget() {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.remove_item(KEY);
    }
}
