//! What is kept on this device: one record per assessment and per workplace, in IndexedDB.

mod aside;
mod before;
mod cipher;
mod database;
mod lock;

use std::{cell::RefCell, pin::Pin, rc::Rc};

use assessment::{
    ById, Keeping, Moment, Record, RecordId,
    save::{self, Unreadable},
};

use futures_util::future::{Either, select};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use cipher::Cipher;
pub use cipher::LockFailed;
use database::{Database, Expected, LOCK, Place, Write};

use super::clock;
use crate::kept::Kept;

/// The key of the settings, in [`Place::Meta`].
const KEEPING: &str = "keeping";

/// How long wiping waits for other tabs.
const WIPE_WITHIN_MS: u32 = 8_000;

/// How often a change is tried again when other tabs keep writing in between.
const ATTEMPTS: usize = 5;

/// The open store. Clones share one connection.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    database: Database,
    /// The opened lock; `None` when there is no lock, or it is still closed.
    cipher: RefCell<Option<Cipher>>,
    /// The bytes under each id as this tab last saw them, to notice when another tab wrote.
    seen: RefCell<ById<RecordId, Vec<u8>>>,
}

/// Why something could not be kept. What was kept before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFailed {
    /// The browser refused: no room, no permission, no database.
    Refused,
    /// The database was given up: another tab has a newer version of the app, or wiped the device.
    GivenUp,
    /// Another tab locked the device, or took the lock away.
    LockedElsewhere,
    /// A newer version of the app wrote this assessment; it must not be written over.
    Newer,
    /// Other tabs keep writing the same assessments in between; nothing is wrong, and it can be tried again at once.
    Contended,
}

/// The store, when it is asked for.
pub enum Opening {
    /// It is open.
    Open(Store),
    /// Another tab with an older version of the app has to be closed first; then it opens by itself.
    Blocked(Pin<Box<dyn Future<Output = Result<Store, StoreFailed>>>>),
    /// This browser keeps nothing (private windows, settings, a full disk).
    Nothing,
    /// A newer version of the app has made it: this one leaves it alone.
    Newer,
}

/// What the store holds.
pub enum Contents {
    /// Everything that can be read.
    Open(Rc<Kept>),
    /// It is locked: nothing can be read before the passphrase is given.
    Locked,
}

/// The store and what it held, once it can be read.
#[derive(Clone)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// What it held then.
    pub kept: Rc<Kept>,
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store && Rc::ptr_eq(&self.kept, &other.kept)
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Opens the store, and makes it on the first visit.
    pub async fn open() -> Opening {
        let mut blocked = None;
        let promise = Promise::new(&mut |resolve, _| blocked = Some(resolve));
        let opening = Box::pin(async {
            let database = Database::open(move || {
                let _ = blocked.map(|blocked| blocked.call0(&JsValue::NULL));
            });
            let inner = Inner { database: database.await?, cipher: RefCell::default(), seen: RefCell::default() };
            Ok(Self(Rc::new(inner)))
        });
        match select(opening, JsFuture::from(promise)).await {
            Either::Left((Ok(store), _)) => Opening::Open(store),
            Either::Left((Err(StoreFailed::GivenUp), _)) => Opening::Newer,
            Either::Left((Err(_), _)) => Opening::Nothing,
            Either::Right((_, opening)) => Opening::Blocked(opening),
        }
    }

    /// Everything that is kept, as far as it is not locked. Damaged records are set aside on the way.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if nothing can be read at all.
    pub async fn read(&self, now: Moment) -> Result<Contents, StoreFailed> {
        let database = &self.0.database;
        let locked = database.get(Place::Meta, LOCK).await?.is_some();
        if locked && self.cipher().is_none() {
            return Ok(Contents::Locked);
        }
        let mut kept = Kept { locked, ..Kept::default() };
        let mut damaged = Vec::new();
        for record in database.all(Place::Assessments).await? {
            let read = match self.unsealed(&record.key, &record.bytes).await {
                Some(bytes) if record.is_bytes => save::read(&bytes),
                _ => Err(Unreadable::Damaged),
            };
            match read {
                Ok(readable) => {
                    self.0.seen.borrow_mut().insert(readable.id(), record.bytes);
                    kept.records.push(Rc::new(readable));
                }
                Err(Unreadable::Newer(_)) => kept.newer += 1,
                Err(Unreadable::Damaged) => damaged.push(record),
            }
        }
        let unmoved = self.set_aside(damaged, now).await;
        kept.aside = self.aside().await?;
        kept.aside.extend(unmoved);
        kept.before = self.before_at().await?;
        let keeping = database.get(Place::Meta, KEEPING).await?;
        kept.keeping = keeping.and_then(|bytes| save::unseal(&bytes).ok()).unwrap_or_default();
        Ok(Contents::Open(Rc::new(kept)))
    }

    /// Keeps some records and deletes others, all or nothing. Done means: written through to the disk.
    ///
    /// What another tab kept in the meantime is not written over but merged. Gives back the records for which the
    /// merged one differs from what was handed in.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; what was kept before is still there.
    pub async fn keep(&self, changed: &[Rc<Record>], gone: &[RecordId]) -> Result<Vec<Record>, StoreFailed> {
        let mut pending: Vec<Record> = changed.iter().map(|record| (**record).clone()).collect();
        let mut merged = Vec::new();
        let unshared = self.unshared(changed).await;
        for _ in 0..ATTEMPTS {
            let mut writes = Vec::new();
            for record in &pending {
                let id = record.id();
                let key = id.as_str().to_owned();
                let bytes = save::write(record).map_err(|_| StoreFailed::Refused)?;
                let value = Some(self.sealed(&key, bytes).await?);
                let expected = Expected::This(self.0.seen.borrow().get(&id).cloned());
                writes.push(Write { place: Place::Assessments, key, value, expected });
            }
            writes.extend(gone.iter().map(|id| Write {
                place: Place::Assessments,
                key: id.as_str().to_owned(),
                value: None,
                expected: Expected::Anything,
            }));
            let conflicts = self.write(&writes).await?;
            if conflicts.is_empty() {
                for Write { key, value, .. } in writes {
                    self.note_seen(&key, value);
                }
                self.forget_in_before(gone, &unshared).await;
                return Ok(merged);
            }
            for conflict in conflicts {
                let id = RecordId::new(&conflict.key);
                let Some(ours) = pending.iter_mut().find(|record| record.id() == id) else { continue };
                let Some(there) = conflict.there else {
                    // Deleted in another tab, and changed here since: what is given last stands.
                    self.0.seen.borrow_mut().remove(&id);
                    continue;
                };
                match self.unsealed(&conflict.key, &there).await.map(|bytes| save::read(&bytes)) {
                    Some(Ok(theirs)) => {
                        let before = ours.clone();
                        match self.seen(&id).await {
                            Some(earlier) => ours.merge_since(&earlier, &theirs),
                            None => ours.merge(&theirs),
                        }
                        if *ours != before {
                            merged.retain(|merged: &Record| merged.id() != id);
                            merged.push(ours.clone());
                        }
                        self.0.seen.borrow_mut().insert(id, there);
                    }
                    Some(Err(Unreadable::Newer(_))) => return Err(StoreFailed::Newer),
                    // Garbage that came in between: it is written over, as nothing in it could be read.
                    Some(Err(Unreadable::Damaged)) | None => self.0.seen.borrow_mut().insert(id, there),
                }
            }
        }
        Err(StoreFailed::Contended)
    }

    /// Keeps what the user chose about keeping.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; the former choice is still there.
    pub async fn keep_choices(&self, keeping: &Keeping) -> Result<(), StoreFailed> {
        let bytes = save::seal(keeping).map_err(|_| StoreFailed::Refused)?;
        self.put(Place::Meta, KEEPING.to_owned(), Some(bytes)).await
    }

    /// A record as this tab last saw it in the store.
    async fn seen(&self, id: &RecordId) -> Option<Record> {
        let bytes = self.0.seen.borrow().get(id).cloned()?;
        save::read(&self.unsealed(id.as_str(), &bytes).await?).ok()
    }

    fn note_seen(&self, key: &str, value: Option<Vec<u8>>) {
        let (mut seen, id) = (self.0.seen.borrow_mut(), RecordId::new(key));
        match value {
            Some(bytes) => seen.insert(id, bytes),
            None => drop(seen.remove(&id)),
        }
    }

    /// Deletes everything, for good.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if the browser does not delete it, or another tab does not let go of it in time.
    pub async fn wipe(&self) -> Result<(), StoreFailed> {
        self.0.database.close();
        match select(Box::pin(Database::delete()), Box::pin(clock::wait(WIPE_WITHIN_MS))).await {
            Either::Left((deleted, _)) => deleted,
            Either::Right(_) => Err(StoreFailed::Refused),
        }
    }

    async fn put(&self, place: Place, key: String, value: Option<Vec<u8>>) -> Result<(), StoreFailed> {
        self.write(&[write(place, key, value)]).await.map(drop)
    }

    async fn write(&self, writes: &[Write]) -> Result<Vec<database::Conflict>, StoreFailed> {
        let lock = self.cipher().map(|cipher| cipher.lock);
        self.0.database.write(lock.as_deref(), writes).await
    }

    fn cipher(&self) -> Option<Cipher> {
        self.0.cipher.borrow().clone()
    }

    async fn sealed(&self, key: &str, bytes: Vec<u8>) -> Result<Vec<u8>, StoreFailed> {
        match self.cipher() {
            Some(cipher) => Ok(cipher.seal(key, &bytes).await?),
            None => Ok(bytes),
        }
    }

    /// `None` for what the lock does not open.
    async fn unsealed(&self, key: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        match self.cipher() {
            Some(cipher) => cipher.unseal(key, bytes).await.ok(),
            None => Some(bytes.to_vec()),
        }
    }
}

fn write(place: Place, key: String, value: Option<Vec<u8>>) -> Write {
    Write { place, key, value, expected: Expected::Anything }
}

/// The moment at the beginning of a key.
fn moment(key: &str) -> Moment {
    let digits = key.split('/').next().unwrap_or_default();
    Moment(digits.parse().unwrap_or_default())
}
