//! What lies in the browser's store, byte for byte: what the page says about it has to be true there.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use assessment::{Assessment, Record, save};
use base64::{Engine, prelude::BASE64_STANDARD};
use exchange::Opened;
use serde_json::{Value, json};

use crate::Window;

/// Everything in the store: by place (`assessments`, `aside`, `before`, `meta`), by key.
pub type Records = BTreeMap<String, BTreeMap<String, Vec<u8>>>;

impl Window {
    /// Everything in the store; nothing if there is no store.
    pub async fn records(&self) -> Result<Records> {
        self.read_later(include_str!("scripts/records.js"), []).await
    }

    /// Everything in a place of the store, by key.
    pub async fn records_in(&self, place: &str) -> Result<BTreeMap<String, Vec<u8>>> {
        Ok(self.records().await?.remove(place).unwrap_or_default())
    }

    /// The assessments as they are kept, by id.
    ///
    /// # Errors
    ///
    /// If one of them cannot be read, because it is locked for instance.
    pub async fn kept(&self) -> Result<Vec<Assessment>> {
        let records = self.records().await?.remove("assessments").unwrap_or_default();
        let read = |(id, bytes): (String, Vec<u8>)| save::read(&bytes).map_err(|why| anyhow!("{id}: {why:?}"));
        let records = records.into_iter().map(read).collect::<Result<Vec<Record>>>()?;
        Ok(records.iter().filter_map(|record| record.assessment().cloned()).collect())
    }

    /// Puts assessments into the store, as an earlier visit would have left them, and loads the page anew.
    pub async fn have(&self, assessments: &[Assessment]) -> Result<()> {
        self.have_records(&as_records(assessments)).await
    }

    /// Puts assessments and workplaces into the store, and loads the page anew.
    pub async fn have_records(&self, records: &[Record]) -> Result<()> {
        let write = |record: &Record| {
            let bytes = save::write(record).map_err(|why| anyhow!("{why:?}"))?;
            Ok(in_base64(record.id().as_str(), &bytes))
        };
        let written = records.iter().map(write).collect::<Result<Value>>()?;
        self.read_later::<()>(include_str!("scripts/put.js"), [written]).await?;
        self.reload().await
    }

    /// Puts something into the store that no app can read as a record. The page has not seen it yet.
    pub async fn have_damaged(&self, id: &str) -> Result<()> {
        let damaged = json!([in_base64(id, &[1, 2, 3])]);
        self.read_later::<()>(include_str!("scripts/put.js"), [damaged]).await
    }
}

/// A record as the script takes it.
fn in_base64(id: &str, bytes: &[u8]) -> Value {
    json!([id, BASE64_STANDARD.encode(bytes)])
}

/// Assessments as they are kept.
pub fn as_records(assessments: &[Assessment]) -> Vec<Record> {
    assessments.iter().cloned().map(Record::from).collect()
}

/// The assessments in a file that was opened.
pub fn assessments_in(opened: &Opened) -> Vec<Assessment> {
    opened.records.iter().filter_map(|record| record.assessment().cloned()).collect()
}

/// Whether a text stands somewhere among bytes, as UTF-8.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
