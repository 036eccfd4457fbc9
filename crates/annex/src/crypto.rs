//! WebCrypto: a key from a passphrase, and what it encrypts. docs/file-format.md says it for other programs.

use exchange::{Iv, Salt};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

fn crypto() -> Result<Crypto, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.crypto()
}

/// Missing where the page came over plain http: then every use of it fails, as a value.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    let subtle = crypto()?.subtle();
    if subtle.is_undefined() { Err(JsValue::NULL) } else { Ok(subtle) }
}

/// Bytes that nobody can guess.
pub fn random<const N: usize>() -> Result<[u8; N], JsValue> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object)
}

/// The key that a passphrase gives. It never leaves the browser's own store of keys.
pub async fn key(passphrase: &str, salt: &Salt, iterations: u32) -> Result<CryptoKey, JsValue> {
    let subtle = subtle()?;
    // The same letters can be written in several ways; keyboards differ in it.
    let passphrase = String::from(js_sys::JsString::from(passphrase).normalize("NFC"));
    let raw = Uint8Array::from(passphrase.as_bytes());
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &Array::of1(&"deriveKey".into()))?;
    let base: CryptoKey = JsFuture::from(base).await?.dyn_into()?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt.as_slice()).into()),
        ("iterations", iterations.into()),
    ])?;
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&derivation, &base, &kind, false, &uses)?;
    JsFuture::from(key).await?.dyn_into()
}

fn aes(iv: &Iv, beside: &[u8]) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(iv.as_slice()).into()),
        ("additionalData", Uint8Array::from(beside).into()),
    ])
}

/// Encrypts. `beside` is not hidden, but cannot be changed unnoticed either.
pub async fn encrypt(key: &CryptoKey, iv: &Iv, beside: &[u8], plain: &[u8]) -> Result<Vec<u8>, JsValue> {
    let plain = Uint8Array::from(plain);
    let sealed = subtle()?.encrypt_with_object_and_buffer_source(&aes(iv, beside)?, key, &plain)?;
    Ok(Uint8Array::new(&JsFuture::from(sealed).await?).to_vec())
}

/// Decrypts; `None` if the key is another one, or something was altered: the two cannot be told apart.
pub async fn decrypt(key: &CryptoKey, iv: &Iv, beside: &[u8], sealed: &[u8]) -> Result<Option<Vec<u8>>, JsValue> {
    let sealed = Uint8Array::from(sealed);
    let plain = subtle()?.decrypt_with_object_and_buffer_source(&aes(iv, beside)?, key, &sealed)?;
    Ok(JsFuture::from(plain).await.ok().map(|plain| Uint8Array::new(&plain).to_vec()))
}
