//! The only place that touches the browser. What can fail is a value; the pages decide what to say about it.

pub mod annex;
pub mod announce;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod field;
pub mod files;
pub mod focus;
pub mod hash;
pub mod idle;
pub mod keeping;
pub mod keys;
pub mod language;
pub mod mark;
pub mod near;
pub mod office;
pub mod offline;
pub mod packs;
pub mod reading;
pub mod ready;
pub mod screen;
pub mod share;
pub mod site;
pub mod speech;
pub mod store;
pub mod tabs;
pub mod trouble;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Window};

/// The window; `None` outside a browser, where the start page is drawn once when the site is built.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The element of `index.html` that the app fills.
pub fn host() -> Option<Element> {
    document()?.get_element_by_id("app")
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The page as a whole.
fn page() -> Option<Element> {
    document()?.document_element()
}

/// What a selector finds within an element, in the order of the page.
fn all<T: JsCast>(within: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
