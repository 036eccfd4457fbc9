//! Files that the user saves and opens.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::document;
use crate::errand::Picked;

/// What came of picking a file.
pub enum Pick {
    /// It can be read.
    Picked(Picked),
    /// It is larger than what is read; it was not read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Saves bytes as a file among the downloads.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let document = document()?;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the address when the click returns; the file lives on without it.
    Url::revoke_object_url(&address).ok()
}

/// The file that was just picked in a file field; the field is empty again, so that the same file can be picked twice.
pub fn picked(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// A name without the characters that turn the text around them round: it is shown within a sentence.
fn plain(name: &str) -> String {
    let turns = |it: &char| matches!(it, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    name.chars().filter(|it| !turns(it)).collect()
}

/// Reads a file, unless it is too large.
pub async fn read(file: File, most: usize) -> Pick {
    #[expect(clippy::cast_precision_loss, reason = "a limit of some megabytes is exact in a float")]
    if file.size() > most as f64 {
        return Pick::TooLarge;
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => {
            let bytes = Rc::new(Uint8Array::new(&buffer).to_vec());
            Pick::Picked(Picked { name: plain(&file.name()), bytes })
        }
        Err(_) => Pick::Unreadable,
    }
}
