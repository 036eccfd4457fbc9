//! The lock on what is kept on the device.

use exchange::{
    ITERATIONS, Refusal,
    lock::{self, CHECK},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::CryptoKey;

use crate::crypto;

fn refused(_: Refusal) -> JsValue {
    JsValue::NULL
}

/// Makes a lock: what is kept of it, and its key.
#[wasm_bindgen(js_name = newLock)]
pub async fn new_lock(passphrase: String) -> Result<Array, JsValue> {
    let (salt, iv) = (crypto::random()?, crypto::random()?);
    let key = crypto::key(&passphrase, &salt, ITERATIONS).await?;
    let check = crypto::encrypt(&key, &iv, &lock::header(ITERATIONS, &salt), CHECK).await?;
    let check = check.as_slice().try_into().map_err(|_| JsValue::NULL)?;
    let kept = lock::assemble(ITERATIONS, &salt, &iv, check);
    Ok(Array::of2(&Uint8Array::from(kept.as_slice()), &key))
}

/// The key of a lock; `null` if the passphrase is another one.
#[wasm_bindgen(js_name = openLock)]
pub async fn open_lock(passphrase: String, kept: Vec<u8>) -> Result<JsValue, JsValue> {
    Ok(open(&passphrase, &kept).await?.map_or(JsValue::NULL, JsValue::from))
}

pub(crate) async fn open(passphrase: &str, kept: &[u8]) -> Result<Option<CryptoKey>, JsValue> {
    let parts = lock::parse(kept).map_err(refused)?;
    let key = crypto::key(passphrase, parts.salt, parts.iterations).await?;
    let check = crypto::decrypt(&key, parts.iv, parts.header, parts.check).await?;
    Ok(check.filter(|check| check == CHECK).map(|_| key))
}

/// Encrypts a record. Its name goes in, so that records cannot be exchanged for each other.
#[wasm_bindgen(js_name = sealRecord)]
pub async fn seal_record(key: CryptoKey, name: String, record: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    let iv = crypto::random()?;
    let sealed = crypto::encrypt(&key, &iv, name.as_bytes(), &record).await?;
    Ok(lock::assemble_record(&iv, &sealed))
}

/// Decrypts a record; fails on one that was altered, or that another lock closed.
#[wasm_bindgen(js_name = unsealRecord)]
pub async fn unseal_record(key: CryptoKey, name: String, record: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    unseal(&key, &name, &record).await?.ok_or(JsValue::NULL)
}

pub(crate) async fn unseal(key: &CryptoKey, name: &str, record: &[u8]) -> Result<Option<Vec<u8>>, JsValue> {
    let parts = lock::parse_record(record).map_err(refused)?;
    crypto::decrypt(key, parts.iv, name.as_bytes(), parts.ciphertext).await
}
