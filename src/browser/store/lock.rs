//! Putting a lock on everything that is kept, opening it, and taking it away.

use super::{
    Cipher, LockFailed, Store, StoreFailed,
    database::{Expected, LOCK, Place, Write},
};

/// What a lock covers: everything that came from the user.
const COVERED: [Place; 3] = [Place::Assessments, Place::Aside, Place::Before];

impl Store {
    /// Opens the lock, so that everything can be read.
    ///
    /// # Errors
    ///
    /// [`LockFailed`]; nothing is changed.
    pub async fn unlock(&self, passphrase: &str) -> Result<(), LockFailed> {
        let lock = self.0.database.get(Place::Meta, LOCK).await.map_err(|_| LockFailed::NotPossible)?;
        let lock = lock.ok_or(LockFailed::NotPossible)?;
        *self.0.cipher.borrow_mut() = Some(Cipher::open(passphrase, lock).await?);
        Ok(())
    }

    /// Encrypts everything that is kept, and from now on everything that comes.
    ///
    /// # Errors
    ///
    /// [`LockFailed`]; then everything is as it was.
    pub async fn lock(&self, passphrase: &str) -> Result<(), LockFailed> {
        let cipher = Cipher::make(passphrase).await?;
        self.convert(Some(cipher)).await.map_err(|_| LockFailed::Refused)
    }

    /// Takes the lock away: everything is kept as it is again.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; then everything is as it was.
    pub async fn remove_lock(&self) -> Result<(), StoreFailed> {
        self.convert(None).await
    }

    /// Writes everything anew in another form, in one transaction: it is never half locked.
    async fn convert(&self, to: Option<Cipher>) -> Result<(), StoreFailed> {
        let mut writes = Vec::new();
        for place in COVERED {
            for record in self.0.database.all(place).await? {
                // What the lock does not open was encrypted by another one, and damaged: it stays as it is.
                let plain = self.unsealed(&record.key, &record.bytes).await;
                let value = match (plain, &to) {
                    (None, _) => record.bytes.clone(),
                    (Some(plain), None) => plain,
                    (Some(plain), Some(cipher)) => cipher.seal(&record.key, &plain).await?,
                };
                let expected = Expected::This(Some(record.bytes));
                writes.push(Write { place, key: record.key, value: Some(value), expected });
            }
        }
        let lock = to.as_ref().map(|cipher| cipher.lock.clone());
        writes.push(Write { place: Place::Meta, key: LOCK.to_owned(), value: lock, expected: Expected::Anything });
        // A change from another tab in between: nothing is written, and the user can try again.
        if !self.write(&writes).await?.is_empty() {
            return Err(StoreFailed::Refused);
        }
        let mut seen = self.0.seen.borrow_mut();
        for Write { place, key, value, .. } in writes {
            if let (Place::Assessments, Some(value)) = (place, value) {
                let id = assessment::RecordId::new(&key);
                // Only what was seen before: the rest was never this tab's to write.
                if seen.get(&id).is_some() {
                    seen.insert(id, value);
                }
            }
        }
        drop(seen);
        *self.0.cipher.borrow_mut() = to;
        Ok(())
    }
}
