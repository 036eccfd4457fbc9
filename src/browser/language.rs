//! The language of the page. `static/boot.js` chooses it before the first paint; here it is read and changed.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{document, window};

/// The key under which boot.js finds the choice again.
const KEY: &str = "room-to-grow.language";

/// The code of the page's language.
pub fn current() -> String {
    document()
        .and_then(|document| document.document_element())
        .and_then(|page| page.get_attribute("lang"))
        .unwrap_or_default()
}

/// Makes a language the page's, and remembers it if the browser lets us.
pub fn choose(code: &str) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute("lang", code);
        if page.has_attribute("data-one-language") {
            go_to_page_in(code);
        }
    }
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(KEY, code);
    }
}

/// A page that is there in one language alone stands in a folder with its name. The address has to say what is spoken now, or
/// the page would be in the other language again once it is loaded anew.
fn go_to_page_in(code: &str) {
    let Some(window) = window() else { return };
    let hash = window.location().hash().unwrap_or_default();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("../{code}/{hash}")));
    }
}

/// Forgets the choice.
pub fn forget() {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.remove_item(KEY);
    }
}

/// The name of a language in that language, such as 'Nederlands'; its code in browsers that know no names.
pub fn own_name(code: &str) -> String {
    displayed(code).ok().and_then(|name| name.as_string()).unwrap_or_else(|| code.to_owned())
}

fn displayed(code: &str) -> Result<JsValue, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let names: Function = Reflect::get(&intl, &"DisplayNames".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into())?;
    let names = Reflect::construct(&names, &Array::of2(&code.into(), &options))?;
    let of: Function = Reflect::get(&names, &"of".into())?.dyn_into()?;
    of.call1(&names, &code.into())
}
