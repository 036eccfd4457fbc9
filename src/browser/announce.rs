//! Words for a screen reader about a change that has no focus.

use super::document;

/// Says a text once, politely. The live region stands in `index.html`, outside the app, so that it outlives every page.
pub fn say(text: &str) {
    if let Some(region) = document().and_then(|document| document.get_element_by_id("announcer")) {
        region.set_text_content(Some(text));
    }
}
