//! The code (QR) by which a camera takes over a link.

use exchange::Code;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::files::sent;

/// The light modules that have to be around a code, so that a camera finds it.
const QUIET: u8 = 4;

/// The finest code that is drawn, 57 modules wide: with the quiet zone they are 4 px each on the narrowest screens
/// (320 px). It has room for 213 bytes.
const FINEST: u8 = 10;

/// The code that holds a text; `None` if it would be too fine to be read from a small screen.
pub fn draw(text: &str) -> Option<Code> {
    // One segment of bytes. The smaller alphabets have no small letters, of which a link is full.
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    // A seventh of it may be unreadable (M); more, where that makes it no larger.
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::new(FINEST), None, true)
            .ok()?;
    let side = u8::try_from(code.size()).ok()?.checked_add(2 * QUIET)?;
    Some(Code { side, dark: dark(&code) })
}

/// The dark modules, a rectangle for each row of neighbours.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if length > 0 {
                let at = |place: i32| (place + i32::from(QUIET)).to_string();
                let length = length.to_string();
                path += &["M", &at(x), " ", &at(y), "h", &length, "v1H", &at(x)].concat();
            }
            x += length.max(1);
        }
    }
    path
}

/// The code that holds a text, as an option of [`Code`].
#[wasm_bindgen(js_name = drawCode)]
pub fn draw_code(text: &str) -> Result<Vec<u8>, JsValue> {
    sent(&draw(text))
}
