//! What is kept on this device: one record per assessment, in IndexedDB.

use assessment::{Assessment, AssessmentId, save};
use idb::{DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode, TransactionResult};
use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

const DATABASE: &str = "room-to-grow";
const ASSESSMENTS: &str = "assessments";

/// The open store. Clones share one connection.
#[derive(Clone)]
pub struct Store(IdbDatabase);

/// The store refused: no room, no permission, no database, or closed under us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoreFailed;

impl From<idb::Error> for StoreFailed {
    fn from(_: idb::Error) -> Self {
        Self
    }
}

impl From<JsValue> for StoreFailed {
    fn from(_: JsValue) -> Self {
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
        self.0 == other.0
    }
}

impl Store {
    /// Opens the store, and makes it on the first visit.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if this browser keeps nothing (private windows, settings, a full disk).
    pub async fn open() -> Result<Self, StoreFailed> {
        let mut request = Factory::new()?.open(DATABASE, Some(1))?;
        request.on_upgrade_needed(|event| {
            // A failure here fails the request as a whole, and is told there.
            if let Ok(database) = event.database() {
                let _ = database.create_object_store(ASSESSMENTS, ObjectStoreParams::new());
            }
        });
        Ok(Self(request.await?.into()))
    }

    /// Everything that is kept.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if nothing can be read at all.
    pub async fn kept(&self) -> Result<Kept, StoreFailed> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        let records = transaction.object_store(ASSESSMENTS)?.get_all(None, None)?.await?;
        let mut kept = Kept::default();
        for record in records {
            match record.dyn_into::<Uint8Array>().map(|bytes| save::read(&bytes.to_vec())) {
                Ok(Ok(assessment)) => kept.assessments.push(assessment),
                Ok(Err(_)) | Err(_) => kept.unreadable += 1,
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
        let record = Uint8Array::from(bytes.as_slice());
        self.write(|store| store.put(&record, Some(&assessment.id.as_str().into())).map(drop)).await
    }

    /// Deletes an assessment.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; it is still there.
    pub async fn delete(&self, id: &AssessmentId) -> Result<(), StoreFailed> {
        self.write(|store| store.delete(JsValue::from(id.as_str())).map(drop)).await
    }

    /// Does one thing in a transaction of its own, and waits until the transaction has completed.
    async fn write(&self, change: impl FnOnce(&ObjectStore) -> Result<(), idb::Error>) -> Result<(), StoreFailed> {
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        change(&transaction.object_store(ASSESSMENTS)?)?;
        match transaction.commit()?.await? {
            TransactionResult::Committed => Ok(()),
            TransactionResult::Aborted => Err(StoreFailed),
        }
    }

    /// Neither idb nor web-sys passes the durability on; without 'strict' a browser may call a transaction complete
    /// while its data can still be lost with the power.
    fn transaction(&self, mode: TransactionMode) -> Result<Transaction, StoreFailed> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        let transaction = begin.call3(&self.0, &ASSESSMENTS.into(), &mode.into(), &options)?;
        Ok(transaction.dyn_into::<IdbTransaction>()?.into())
    }
}
