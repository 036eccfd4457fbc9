//! Files: written (for a calendar too), sealed with a passphrase, and opened.

use assessment::{Moment, Record, Shared, save};
use calendar::Event;
use exchange::{File, ITERATIONS, Known, Offer, Rescue, rescue, sealed};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{crypto, lock};

pub(crate) fn received<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, JsValue> {
    save::unseal(bytes).map_err(|_| JsValue::NULL)
}

pub(crate) fn sent<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, JsValue> {
    save::seal(value).map_err(|_| JsValue::NULL)
}

/// The JSON file with these records, a list of [`Record`]; `made` is in milliseconds since 1970.
#[wasm_bindgen(js_name = writeFile)]
pub fn write_file(records: &[u8], made: f64) -> Result<Vec<u8>, JsValue> {
    let records: Vec<Record> = received(records)?;
    Ok(exchange::write(&records, moment(made)).into_bytes())
}

/// The calendar file with these events, a list of [`Event`], and the name by which a calendar shows them; `made` is in
/// milliseconds since 1970.
#[wasm_bindgen(js_name = writeCalendar)]
pub fn write_calendar(name: &str, events: &[u8], made: f64) -> Result<Vec<u8>, JsValue> {
    let events: Vec<Event> = received(events)?;
    Ok(calendar::calendar(name, &events, moment(made)).into_bytes())
}

/// The file with what a candidate hands over.
#[wasm_bindgen(js_name = writeShared)]
pub fn write_shared(shared: &[u8]) -> Result<Vec<u8>, JsValue> {
    let shared: Shared = received(shared)?;
    Ok(exchange::write_shared(&shared).into_bytes())
}

/// What a candidate handed over in a file, as an option of [`Shared`].
#[wasm_bindgen(js_name = openShared)]
pub fn open_shared(file: &[u8], known: &[u8]) -> Result<Vec<u8>, JsValue> {
    sent(&exchange::read_shared(file, &received(known)?).unwrap_or_default())
}

pub(crate) fn moment(milliseconds: f64) -> Moment {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped, and whole milliseconds")]
    let milliseconds = milliseconds.max(0.0) as u64;
    Moment(milliseconds)
}

/// A file, encrypted with a passphrase.
#[wasm_bindgen(js_name = sealFile)]
pub async fn seal_file(passphrase: String, file: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    let (salt, iv) = (crypto::random()?, crypto::random()?);
    let key = crypto::key(&passphrase, &salt, ITERATIONS).await?;
    let ciphertext = crypto::encrypt(&key, &iv, &sealed::header(ITERATIONS, &salt, &iv), &file).await?;
    Ok(sealed::assemble(ITERATIONS, &salt, &iv, &ciphertext))
}

/// What a file offers, as [`Offer`].
#[wasm_bindgen(js_name = openFile)]
pub fn open_file(file: &[u8], known: &[u8]) -> Result<Vec<u8>, JsValue> {
    sent(&match exchange::open(file, &received(known)?) {
        Ok(File::Plain(opened)) => opened.into(),
        Ok(File::Sealed(_) | File::Rescue(Rescue { locked: Some(_), .. })) => Offer::NeedsPassphrase,
        Ok(File::Rescue(rescue)) => rescue.into(),
        Err(refusal) => refusal.into(),
    })
}

/// What a file offers to those who have the passphrase, as [`Offer`].
#[wasm_bindgen(js_name = openSealed)]
pub async fn open_sealed(passphrase: String, file: Vec<u8>, known: Vec<u8>) -> Result<Vec<u8>, JsValue> {
    let known: Known = received(&known)?;
    sent(&match exchange::open(&file, &known) {
        Ok(File::Plain(opened)) => opened.into(),
        Ok(File::Sealed(parts)) => unsealed(&passphrase, parts, &known).await?,
        Ok(File::Rescue(rescue)) => unlocked(&passphrase, rescue, &known).await?,
        Err(refusal) => refusal.into(),
    })
}

async fn unsealed(passphrase: &str, parts: exchange::Sealed<'_>, known: &Known) -> Result<Offer, JsValue> {
    let key = crypto::key(passphrase, parts.salt, parts.iterations).await?;
    Ok(match crypto::decrypt(&key, parts.iv, parts.header, parts.ciphertext).await? {
        None => Offer::WrongPassphrase,
        Some(file) => exchange::read(&file, known).map_or_else(Offer::from, Offer::from),
    })
}

/// What the page could save after a crash, from a store that was locked.
async fn unlocked(passphrase: &str, mut rescue: Rescue, known: &Known) -> Result<Offer, JsValue> {
    if let Some(store) = rescue.locked.take() {
        let Some(key) = lock::open(passphrase, &store.lock).await? else { return Ok(Offer::WrongPassphrase) };
        for (id, record) in store.records {
            let plain = lock::unseal(&key, id.as_str(), &record).await?;
            match plain.and_then(|plain| rescue::record(id.as_str(), &plain, known)) {
                Some(record) => rescue.records.push(record),
                None => rescue.left += 1,
            }
        }
    }
    Ok(rescue.into())
}
