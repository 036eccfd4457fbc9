//! Damaged records, set aside whole.

use assessment::{
    Moment,
    save::{self, Unreadable},
};

use super::{
    Store, StoreFailed,
    database::{Expected, Place, Row, Write},
    moment,
};
use crate::kept::SetAside;

impl Store {
    /// The damaged records.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if the store does not answer.
    pub async fn aside(&self) -> Result<Vec<SetAside>, StoreFailed> {
        let records = self.0.database.all(Place::Aside).await?;
        let about =
            |record: &Row| SetAside { key: record.key.clone(), at: moment(&record.key), size: record.bytes.len() };
        Ok(records.iter().map(about).collect())
    }

    /// A damaged record, as it was found.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if the store does not answer, or the record is gone.
    pub async fn aside_record(&self, key: &str) -> Result<Vec<u8>, StoreFailed> {
        let bytes = match self.0.database.get(Place::Aside, key).await? {
            Some(bytes) => bytes,
            // There was no room to move it.
            None => self.0.database.get(Place::Assessments, before_aside(key)).await?.ok_or(StoreFailed::Refused)?,
        };
        // Set aside before there was a lock: then the lock has encrypted it, damaged as it is.
        Ok(self.unsealed(key, &bytes).await.unwrap_or(bytes))
    }

    /// Deletes a damaged record.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; it is still there.
    pub async fn forget_aside(&self, key: &str) -> Result<(), StoreFailed> {
        if self.0.database.get(Place::Aside, key).await?.is_some() {
            return self.put(Place::Aside, key.to_owned(), None).await;
        }
        // There was no room to move it. What can be read by now is not deleted.
        let key = before_aside(key);
        let Some(bytes) = self.0.database.get(Place::Assessments, key).await? else { return Ok(()) };
        if self.unsealed(key, &bytes).await.is_some_and(|bytes| save::read(&bytes) != Err(Unreadable::Damaged)) {
            return Err(StoreFailed::Refused);
        }
        let expected = Expected::This(Some(bytes));
        self.write(&[Write { place: Place::Assessments, key: key.to_owned(), value: None, expected }]).await.map(drop)
    }

    /// Takes damaged records out of the way, whole, so that nothing is written over them. This may fail, on a full disk:
    /// then they stay where they are until the next time, and are given back to be told all the same.
    pub(super) async fn set_aside(&self, damaged: Vec<Row>, now: Moment) -> Vec<SetAside> {
        let aside = |record: Row| {
            let key = [&now.0.to_string(), "/", &record.key].concat();
            (record, key)
        };
        let moves: Vec<_> = damaged.into_iter().map(aside).collect();
        let lock = self.cipher().map(|cipher| cipher.lock);
        if moves.is_empty() || self.0.database.set_aside(lock.as_deref(), &moves).await.is_ok() {
            return Vec::new();
        }
        moves.into_iter().map(|(record, key)| SetAside { key, at: now, size: record.bytes.len() }).collect()
    }
}

/// The key that something had before it was set aside.
fn before_aside(key: &str) -> &str {
    key.split_once('/').map_or(key, |(_, key)| key)
}
