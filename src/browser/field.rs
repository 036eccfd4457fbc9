//! What is typed.

use wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, InputEvent};

/// The whole text of the field in which something was just typed.
pub fn text(event: &InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
