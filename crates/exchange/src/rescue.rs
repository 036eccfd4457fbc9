//! The rescue file: the records of the store as they are, written by the page itself after the app has stopped.
//!
//! Whoever opens it has no other copy, perhaps. So one record that cannot be read does not stop the others; it is
//! counted. But a record comes from a file all the same, and has to keep every rule of the JSON file.

use assessment::{Moment, Record, RecordId, save};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};

use crate::{
    Known, MOST_RECORDS, allow_version,
    json::Json,
    known::is_id,
    lock, plain,
    refusal::{Place, Refusal},
    timestamp,
};

/// The value of the field `format`.
pub(crate) const FORMAT: &str = "room-to-grow-rescue";

const VERSION: u64 = 1;

/// The longest record that is read, in bytes. One with the longest note at every practice has 500,000; one with the longest
/// title and note at every action that a file may hold, 18,000,000; a workplace with the longest agreements in each of
/// its rounds, 9,000,000.
const LONGEST_RECORD: usize = 20_000_000;

/// What a rescue file held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescue {
    /// When it was made; `None` if it does not say so.
    pub made: Option<Moment>,
    /// The assessments and workplaces that can be read.
    pub records: Vec<Record>,
    /// What takes the passphrase to be read.
    pub locked: Option<LockedStore>,
    /// How many records cannot be read.
    pub left: usize,
}

/// The locked records of a rescue file, and the lock that opens them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedStore {
    /// The lock record: [`lock::parse`] takes it apart.
    pub lock: Vec<u8>,
    /// The records with their keys: [`lock::parse_record`] takes them apart, and [`record`] reads what comes out.
    pub records: Vec<(RecordId, Vec<u8>)>,
}

/// Reads a record of the store that was in a file, after it was unlocked if need be.
///
/// `None` if it is damaged, of a newer version, not the record of this key, or not fit to be taken over: what a JSON file
/// may not hold, such as practices that are not known, a record may not either.
pub fn record(key: &str, record: &[u8], known: &Known) -> Option<Record> {
    if record.len() > LONGEST_RECORD {
        return None;
    }
    let saved = save::read(record).ok().filter(|saved| saved.id().as_str() == key)?;
    // Through the same door as everything else that comes from a file, so that its rules stand in one place.
    let text = plain::write(&[saved], Moment(0));
    plain::read(text.as_bytes(), known).ok()?.records.pop()
}

/// Reads JSON that says it is such a file.
pub(crate) fn from_document(document: &Json<'_>, known: &Known) -> Result<Rescue, Refusal> {
    let file = Place::FILE;
    allow_version(document, VERSION)?;
    let [_, _, made, stores] = document.fields(["format", "version", "made", "stores"], &file)?;
    let made = made.value.and_then(Json::whole).map(Moment).filter(|made| *made <= timestamp::LATEST);
    let stores = stores.must(&file, |stores| stores.object().map(|_| stores))?;
    let records = stores.get("assessments").and_then(Json::object).unwrap_or_default();
    if records.len() > MOST_RECORDS {
        return Err(Refusal::TooMany { most: MOST_RECORDS });
    }
    let lock = stores.get("meta").and_then(|meta| bytes(meta.get("lock")?)).filter(|lock| lock::parse(lock).is_ok());
    let mut rescue = Rescue { made, ..Rescue::default() };
    let mut locked = Vec::new();
    for (key, value) in records {
        match bytes(value) {
            Some(bytes) if lock.is_some() && is_id(key) && lock::parse_record(&bytes).is_ok() => {
                locked.push((RecordId::new(key), bytes));
            }
            Some(bytes) => match record(key, &bytes, known) {
                Some(record) => rescue.records.push(record),
                None => rescue.left += 1,
            },
            None => rescue.left += 1,
        }
    }
    rescue.locked = lock.filter(|_| !locked.is_empty()).map(|lock| LockedStore { lock, records: locked });
    Ok(rescue)
}

/// The bytes of a record. What was no bytes in the store stands in the file as `{"json": …}`, and is none of ours.
fn bytes(value: &Json<'_>) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(value.text()?).ok()
}
