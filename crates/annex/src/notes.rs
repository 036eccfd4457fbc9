//! The privacy guard: what in a note seems to be about a person.

use std::cell::RefCell;

use assessment::save;
use guard::{Guard, Words};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

thread_local! {
    static GUARD: RefCell<Option<Guard>> = const { RefCell::new(None) };
}

/// Takes the words by which notes are checked: the pack `guard`.
#[wasm_bindgen(js_name = learnWords)]
pub fn learn_words(pack: &[u8]) -> Result<(), JsValue> {
    let words: Words = content::read(pack).map_err(|_| JsValue::NULL)?;
    GUARD.set(Some(Guard::new(&words)));
    Ok(())
}

/// What is found in a note, as a list of [`guard::Finding`]; fails before the words are there.
#[wasm_bindgen(js_name = checkNote)]
pub fn check_note(note: &str) -> Result<Vec<u8>, JsValue> {
    GUARD.with_borrow(|guard| {
        let guard = guard.as_ref().ok_or(JsValue::NULL)?;
        save::seal(&guard.check(note)).map_err(|_| JsValue::NULL)
    })
}
