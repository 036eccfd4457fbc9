//! Search in texts that the app hands over.

use std::cell::RefCell;

use search::{Entry, Index};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::files::received;

thread_local! {
    static INDEX: RefCell<Index> = RefCell::default();
}

/// Takes what can be found, a list of [`Entry`], in place of what it had.
#[wasm_bindgen(js_name = learnTexts)]
pub fn learn_texts(entries: &[u8]) -> Result<(), JsValue> {
    let entries: Vec<Entry> = received(entries)?;
    INDEX.set(Index::of(&entries));
    Ok(())
}

/// The places of what is meant in that list, the likeliest first.
#[wasm_bindgen(js_name = findTexts)]
pub fn find_texts(query: &str) -> Vec<usize> {
    INDEX.with_borrow(|index| index.find(query))
}
