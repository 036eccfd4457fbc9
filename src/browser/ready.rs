//! The start page stands before the app runs (`static/boot.js`): the app takes it over.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = roomToGrow)]
    fn ready();
}

/// The first page is drawn, and what is pressed now is heard: what was pressed before is done.
pub fn tell() {
    ready();
}
