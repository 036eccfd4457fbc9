//! Native modal dialogs.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::document;

/// Opens a dialog: the rest of the page waits, and Escape closes it.
pub fn open(selector: &str) {
    if let Some(dialog) = find(selector) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus goes back to where it was.
pub fn close(selector: &str) {
    if let Some(dialog) = find(selector) {
        dialog.close();
    }
}

fn find(selector: &str) -> Option<HtmlDialogElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}
