//! How someone reads, kept beside the language: `static/boot.js` puts it on the page before anything is drawn.

use super::{document, window};
use crate::reading::Reading;

/// The key under which boot.js finds it again.
const KEY: &str = "room-to-grow.reading";
/// What the style goes by.
const MARKS: &str = "data-reading";

/// How the page is read.
pub fn current() -> Reading {
    let page = document().and_then(|document| document.document_element());
    Reading::of(&page.and_then(|page| page.get_attribute(MARKS)).unwrap_or_default())
}

/// Makes it the page's, and remembers it if the browser lets us. Who reads as designed leaves nothing behind.
pub fn choose(reading: Reading) {
    let marks = reading.marks();
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute(MARKS, &marks);
    }
    if marks.is_empty() {
        forget();
    } else if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(KEY, &marks);
    }
}

/// Forgets the choice.
pub fn forget() {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.remove_item(KEY);
    }
}
