//! The state from before a file was opened, so that opening it can be undone.

use std::rc::Rc;

use assessment::{Moment, Record, RecordId, Workplace, save};

use super::{
    Store, StoreFailed,
    database::{Place, Write},
    moment, write,
};

impl Store {
    /// Keeps the state from before a file is opened, in place of an earlier one.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; an earlier one is still there.
    pub async fn keep_before(&self, at: Moment, records: &[Rc<Record>]) -> Result<(), StoreFailed> {
        let key = at.0.to_string();
        let bytes = save::seal(&records).map_err(|_| StoreFailed::Refused)?;
        let value = Some(self.sealed(&key, bytes).await?);
        let earlier = self.0.database.all(Place::Before).await?;
        let mut writes: Vec<Write> = earlier.into_iter().map(|record| write(Place::Before, record.key, None)).collect();
        writes.push(write(Place::Before, key, value));
        self.write(&writes).await.map(drop)
    }

    /// The state from before a file was opened; `None` if there is none, or it is damaged.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`] if the store does not answer.
    pub async fn before(&self) -> Result<Option<Vec<Record>>, StoreFailed> {
        let Some(record) = self.0.database.all(Place::Before).await?.pop() else { return Ok(None) };
        let bytes = self.unsealed(&record.key, &record.bytes).await;
        Ok(bytes.and_then(|bytes| save::unseal(&bytes).ok()))
    }

    /// The workplaces out of which something is taken that a candidate shared.
    pub(super) async fn unshared<'a>(&self, changed: &'a [Rc<Record>]) -> Vec<&'a Workplace> {
        let mut unshared = Vec::new();
        for now in changed.iter().filter_map(|record| record.workplace()) {
            if let Some(Record::Workplace(seen)) = self.seen(&(&now.id).into()).await {
                let mut left = seen.clone();
                left.unshare_as(now);
                if left != seen {
                    unshared.push(now);
                }
            }
        }
        unshared
    }

    /// What is deleted is deleted there too, and so is what a candidate shared and is no longer here. If that fails, it
    /// stays until it is put back or deleted by hand.
    pub(super) async fn forget_in_before(&self, gone: &[RecordId], unshared: &[&Workplace]) {
        // That state can be as large as all the rest: it is looked at only when there is something to forget.
        if gone.is_empty() && unshared.is_empty() {
            return;
        }
        let (Ok(Some(at)), Ok(Some(before))) = (self.before_at().await, self.before().await) else { return };
        let mut left = before.clone();
        left.retain(|record| !gone.contains(&record.id()));
        for record in &mut left {
            if let Record::Workplace(earlier) = record
                && let Some(now) = unshared.iter().find(|now| now.id == earlier.id)
            {
                earlier.unshare_as(now);
            }
        }
        if left != before {
            let left: Vec<_> = left.into_iter().map(Rc::new).collect();
            let _ = self.keep_before(at, &left).await;
        }
    }

    /// When that was.
    pub(super) async fn before_at(&self) -> Result<Option<Moment>, StoreFailed> {
        Ok(self.0.database.all(Place::Before).await?.last().map(|record| moment(&record.key)))
    }

    /// Deletes the state from before a file was opened.
    ///
    /// # Errors
    ///
    /// [`StoreFailed`]; it is still there.
    pub async fn forget_before(&self, at: Moment) -> Result<(), StoreFailed> {
        self.put(Place::Before, at.0.to_string(), None).await
    }
}
