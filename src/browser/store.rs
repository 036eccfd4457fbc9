//! What is kept on this device: one record per assessment, in IndexedDB.

use std::rc::Rc;

use assessment::{
    AssessmentId,
    save::{self, Assessment},
};
use indexed_db_futures::{
    database::Database,
    error::OpenDbError,
    prelude::*,
    transaction::{TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "room-to-grow";
const ASSESSMENTS: &str = "assessments";

/// The open store. Clones share one connection.
#[derive(Clone)]
pub struct Store(Rc<Database>);

/// The store refused: no room, no permission, no database, or closed under us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoreFailed;

impl<E: Into<OpenDbError>> From<E> for StoreFailed {
    fn from(_: E) -> Self {
        Self
    }
}

/// What the store held when the page was opened.
#[derive(Debug, Default)]
pub struct Kept {
    /// What could be read.
    pub assessments: Vec<Assessment>,
    /// How many records could not be read: damaged, or of a newer version. They stay where they are.
    pub unreadable: usize,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Opens the store, and makes it on the first visit.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if this browser keeps nothing (private windows, settings, a full disk).
    pub async fn open() -> Result<Self, StoreFailed> {
        let database = Database::open(DATABASE)
            .with_version(1u8)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store(ASSESSMENTS).build()?;
                Ok(())
            })
            .await?;
        Ok(Self(Rc::new(database)))
    }

    /// Everything that is kept.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if nothing can be read at all.
    pub async fn kept(&self) -> Result<Kept, StoreFailed> {
        let transaction = self.0.transaction(ASSESSMENTS).build().map_err(|_| StoreFailed)?;
        let store = transaction.object_store(ASSESSMENTS).map_err(|_| StoreFailed)?;
        let mut kept = Kept::default();
        for record in store.get_all::<JsValue>().primitive().map_err(|_| StoreFailed)?.await.map_err(|_| StoreFailed)? {
            let bytes = record.ok().and_then(|record| record.dyn_into::<Uint8Array>().ok());
            match bytes.map(|bytes| save::read(&bytes.to_vec())) {
                Some(Ok(assessment)) => kept.assessments.push(assessment),
                Some(Err(_)) | None => kept.unreadable += 1,
            }
        }
        Ok(kept)
    }

    /// Keeps an assessment. Done means: written through to the disk.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; what was kept before is still there.
    pub async fn keep(&self, assessment: &Assessment) -> Result<(), StoreFailed> {
        let bytes = save::write(assessment).map_err(|_| StoreFailed)?;
        let record = JsValue::from(Uint8Array::from(bytes.as_slice()));
        let transaction = self.write()?;
        let store = transaction.object_store(ASSESSMENTS).map_err(|_| StoreFailed)?;
        store.put(record).with_key(assessment.id.as_str()).build().map_err(|_| StoreFailed)?;
        transaction.commit().await.map_err(|_| StoreFailed)
    }

    /// Deletes an assessment.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; it is still there.
    pub async fn delete(&self, id: &AssessmentId) -> Result<(), StoreFailed> {
        let transaction = self.write()?;
        let store = transaction.object_store(ASSESSMENTS).map_err(|_| StoreFailed)?;
        store.delete(id.as_str()).build().map_err(|_| StoreFailed)?;
        transaction.commit().await.map_err(|_| StoreFailed)
    }

    fn write(&self) -> Result<indexed_db_futures::transaction::Transaction<'_>, StoreFailed> {
        self.0
            .transaction(ASSESSMENTS)
            .with_mode(TransactionMode::Readwrite)
            .with_options(TransactionOptions::new().with_durability(TransactionDurability::Strict))
            .build()
            .map_err(|_| StoreFailed)
    }
}
