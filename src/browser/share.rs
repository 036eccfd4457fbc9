//! What is handed to another program through the sheet of the device.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File, FilePropertyBag, Navigator, ShareData};

use super::window;

/// What came of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It went to what the user chose.
    Done,
    /// The user closed the sheet without choosing.
    Dismissed,
    /// The browser did not do it.
    Failed,
}

/// Whether links can be shared. At plain http, and in many browsers on a desk, there is no sheet.
pub fn can_share_links() -> bool {
    sheet_for(&link("", "https://example.org/")).is_some()
}

/// Shares a link; to be called while a press of the user is fresh, or the browser refuses.
pub async fn share_link(title: &str, address: &str) -> Shared {
    share(link(title, address)).await
}

/// Whether files of a kind can be shared. Browsers that share pictures and texts may refuse what Word opens.
pub fn can_share_file(name: &str, kind: &str) -> bool {
    file(name, kind, b"a").is_some_and(|file| sheet_for(&file).is_some())
}

/// Shares a file; to be called while a press of the user is fresh, or the browser refuses.
pub async fn share_file(name: &str, kind: &str, bytes: &[u8]) -> Shared {
    match file(name, kind, bytes) {
        Some(file) => share(file).await,
        None => Shared::Failed,
    }
}

/// Shares a text; to be called while a press of the user is fresh, or the browser refuses.
pub async fn share_text(title: &str, said: &str) -> Shared {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(said);
    share(data).await
}

fn link(title: &str, address: &str) -> ShareData {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    data
}

fn file(name: &str, kind: &str, bytes: &[u8]) -> Option<ShareData> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let properties = FilePropertyBag::new();
    properties.set_type(kind);
    let file = File::new_with_u8_array_sequence_and_options(&parts, name, &properties).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Some(data)
}

/// The sheet, if the browser has one and takes this kind of thing.
fn sheet_for(data: &ShareData) -> Option<Navigator> {
    let navigator = window()?.navigator();
    let has = |name: &str| Reflect::has(&navigator, &name.into()).unwrap_or_default();
    (has("share") && has("canShare") && navigator.can_share_with_data(data)).then_some(navigator)
}

async fn share(data: ShareData) -> Shared {
    let Some(sheet) = sheet_for(&data) else { return Shared::Failed };
    match JsFuture::from(sheet.share_with_data(&data)).await {
        Ok(_) => Shared::Done,
        Err(why) if was_dismissed(&why) => Shared::Dismissed,
        Err(_) => Shared::Failed,
    }
}

fn was_dismissed(why: &JsValue) -> bool {
    why.dyn_ref::<DomException>().is_some_and(|why| why.name() == "AbortError")
}
