//! What is copied, to be pasted elsewhere.

use wasm_bindgen_futures::JsFuture;

use super::window;

/// Copies a text; tells whether the browser did it. At plain http there is no clipboard, and a browser may refuse.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = window().map(|window| window.navigator().clipboard()) else { return false };
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
