//! IndexedDB as this app uses it: places with bytes by key, and writes that happen together or not at all.

use std::{cell::Cell, rc::Rc};

use gloo_events::EventListener;
use idb::{DatabaseEvent, Error, Factory, ObjectStoreParams, Transaction, TransactionMode, event::VersionChangeEvent};
use js_sys::{Array, ArrayBuffer, Function, JSON, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

use super::StoreFailed;

const NAME: &str = "room-to-grow";

/// Version 1 knew assessments only.
const VERSION: u32 = 2;

/// The key of the lock, in [`Place::Meta`].
pub(super) const LOCK: &str = "lock";

/// Where something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Assessments, by id.
    Assessments,
    /// Damaged records, by the moment they were found and their id.
    Aside,
    /// Everything as it was before a file was opened, by the moment.
    Before,
    /// Settings, and the lock.
    Meta,
}

impl Place {
    const ALL: [Self; 4] = [Self::Assessments, Self::Aside, Self::Before, Self::Meta];

    fn name(self) -> &'static str {
        match self {
            Self::Assessments => "assessments",
            Self::Aside => "aside",
            Self::Before => "before",
            Self::Meta => "meta",
        }
    }
}

/// One thing to write.
pub(super) struct Write {
    pub place: Place,
    pub key: String,
    /// `None` deletes.
    pub value: Option<Vec<u8>>,
    /// What has to be there for the write to happen; nothing is written if something else is.
    pub expected: Expected,
}

/// What a write relies on.
pub(super) enum Expected {
    /// Nothing: it is written over whatever is there.
    Anything,
    /// Exactly this; `None` is 'nothing yet'.
    This(Option<Vec<u8>>),
}

/// What was there in place of what a write relied on.
pub(super) struct Conflict {
    pub key: String,
    /// `None` if it was deleted.
    pub there: Option<Vec<u8>>,
}

/// A record as it lies in the store: bytes, unless something that is not ours put it there.
pub(super) struct Row {
    pub key: String,
    /// The bytes; of anything else, what can be written of it as JSON.
    pub bytes: Vec<u8>,
    /// Whether it is bytes at all. Anything else is no record of any version of this app.
    pub is_bytes: bool,
}

/// The open database.
#[derive(Clone)]
pub(super) struct Database {
    raw: IdbDatabase,
    /// A newer version of the app, or 'wipe', in another tab needed the database for itself.
    given_up: Rc<Cell<bool>>,
}

impl Database {
    /// Opens the database, and makes it on the first visit. `blocked` is called if another tab with an older version
    /// of the app has to be closed first; the opening then goes on by itself.
    pub async fn open(blocked: impl FnOnce() + 'static) -> Result<Self, StoreFailed> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(make_places);
        request.on_blocked(|_| blocked());
        let raw: IdbDatabase = request.await?.into();
        let given_up = Rc::new(Cell::new(false));
        let listener = {
            let (raw, given_up) = (raw.clone(), given_up.clone());
            // Without this, a newer version of the app in another tab would wait for this one for ever.
            move |_: &web_sys::Event| {
                raw.close();
                given_up.set(true);
            }
        };
        EventListener::new(&raw, "versionchange", listener).forget();
        Ok(Self { raw, given_up })
    }

    /// Whether the database had to be given up for another tab.
    pub fn is_given_up(&self) -> bool {
        self.given_up.get()
    }

    /// Gives it up.
    pub fn close(&self) {
        self.raw.close();
        self.given_up.set(true);
    }

    /// Deletes the database with everything in it.
    pub async fn delete() -> Result<(), StoreFailed> {
        Ok(Factory::new()?.delete(NAME)?.await?)
    }

    /// Everything in a place.
    pub async fn all(&self, place: Place) -> Result<Vec<Row>, StoreFailed> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        let store = transaction.object_store(place.name())?;
        let (keys, values) = (store.get_all_keys(None, None)?.await?, store.get_all(None, None)?.await?);
        let record = |(key, value): (&JsValue, JsValue)| {
            // A key that is no text is not ours, and a value that is nothing at all is no loss: both stay where they are.
            let key = key.as_string().filter(|_| !value.is_undefined())?;
            Some(Row { key, bytes: bytes(&value), is_bytes: value.has_type::<Uint8Array>() })
        };
        Ok(keys.iter().zip(values).filter_map(record).collect())
    }

    /// One record.
    pub async fn get(&self, place: Place, key: &str) -> Result<Option<Vec<u8>>, StoreFailed> {
        let transaction = self.begin(TransactionMode::ReadOnly)?;
        read(&transaction, place, key).await
    }

    /// Writes everything, or nothing. Done means: written through to the disk.
    ///
    /// The lock must still be the one the caller knows: otherwise another tab has locked the device, or unlocked it, and
    /// the bytes are in the wrong form.
    pub async fn write(&self, lock: Option<&[u8]>, writes: &[Write]) -> Result<Vec<Conflict>, StoreFailed> {
        let transaction = self.begin_under(lock).await?;
        let mut conflicts = Vec::new();
        for write in writes {
            let Expected::This(expected) = &write.expected else { continue };
            let there = read(&transaction, write.place, &write.key).await?;
            if there != *expected {
                conflicts.push(Conflict { key: write.key.clone(), there });
            }
        }
        if !conflicts.is_empty() {
            return Ok(conflicts);
        }
        for write in writes {
            let store = transaction.object_store(write.place.name())?;
            let key = JsValue::from_str(&write.key);
            match &write.value {
                Some(value) => drop(store.put(&Uint8Array::from(value.as_slice()), Some(&key))?),
                None => drop(store.delete(key)?),
            }
        }
        finish(transaction).await?;
        Ok(conflicts)
    }

    /// Moves records from `assessments` to `aside`, each as it is, whatever it is. What has changed since it was read
    /// stays where it is.
    pub async fn set_aside(&self, lock: Option<&[u8]>, moves: &[(Row, String)]) -> Result<(), StoreFailed> {
        let transaction = self.begin_under(lock).await?;
        let from = transaction.object_store(Place::Assessments.name())?;
        let to = transaction.object_store(Place::Aside.name())?;
        for (record, new_key) in moves {
            let key = JsValue::from_str(&record.key);
            let value = from.get(key.clone())?.await?;
            if let Some(value) = value.filter(|value| bytes(value) == record.bytes) {
                to.put(&value, Some(&JsValue::from_str(new_key)))?;
                from.delete(key)?;
            }
        }
        finish(transaction).await
    }

    /// Begins to write, if the lock is still the one the caller knows.
    async fn begin_under(&self, lock: Option<&[u8]>) -> Result<Transaction, StoreFailed> {
        let transaction = self.begin(TransactionMode::ReadWrite)?;
        let there = read(&transaction, Place::Meta, LOCK).await?;
        if there.as_deref() == lock { Ok(transaction) } else { Err(StoreFailed::LockedElsewhere) }
    }

    /// Neither idb nor web-sys passes the durability on; without 'strict' a browser may call a transaction complete
    /// while its data can still be lost with the power.
    fn begin(&self, mode: TransactionMode) -> Result<Transaction, StoreFailed> {
        if self.is_given_up() {
            return Err(StoreFailed::GivenUp);
        }
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.raw, &"transaction".into())?.dyn_into()?;
        let places: Array = Place::ALL.iter().map(|place| JsValue::from_str(place.name())).collect();
        let transaction = begin.call3(&self.raw, &places, &mode.into(), &options)?;
        Ok(transaction.dyn_into::<IdbTransaction>()?.into())
    }
}

/// A failure here fails the request as a whole, and is told there.
fn make_places(event: VersionChangeEvent) {
    let Ok(database) = event.database() else { return };
    let there = database.store_names();
    for place in Place::ALL.iter().map(|place| place.name()).filter(|name| !there.iter().any(|there| there == name)) {
        let _ = database.create_object_store(place, ObjectStoreParams::new());
    }
}

async fn read(transaction: &Transaction, place: Place, key: &str) -> Result<Option<Vec<u8>>, StoreFailed> {
    let value = transaction.object_store(place.name())?.get(JsValue::from_str(key))?.await?;
    Ok(value.map(|value| bytes(&value)))
}

/// Waits until everything is written through, or nothing. Not with the future of `idb`: a failed request ends it before
/// the transaction is aborted, and its callbacks with it.
async fn finish(transaction: Transaction) -> Result<(), StoreFailed> {
    let transaction: IdbTransaction = transaction.commit()?.into();
    let finished = Promise::new(&mut |complete, abort| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&abort));
    });
    JsFuture::from(finished).await?;
    Ok(())
}

/// What is no record of ours is shown as JSON; what cannot be shown so is empty.
fn bytes(value: &JsValue) -> Vec<u8> {
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        return bytes.to_vec();
    }
    if value.has_type::<ArrayBuffer>() {
        return Uint8Array::new(value).to_vec();
    }
    // Of nothing at all the JSON is no text either.
    let json = JSON::stringify(value).ok().and_then(|json| JsValue::from(json).as_string());
    json.map(String::into_bytes).unwrap_or_default()
}

impl From<Error> for StoreFailed {
    fn from(error: Error) -> Self {
        match error {
            // A newer version of the app has made it.
            Error::DomException(exception) if exception.name() == "VersionError" => Self::GivenUp,
            _ => Self::Refused,
        }
    }
}

impl From<JsValue> for StoreFailed {
    fn from(_: JsValue) -> Self {
        Self::Refused
    }
}
