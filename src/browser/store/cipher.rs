//! The form of what is kept: as it is, or encrypted while the device has a lock. The annex does the work.

use wasm_bindgen::JsValue;

use crate::browser::annex::{self, Annex};

/// The lock of this device, opened. While it is there, everything that is kept goes through it.
#[derive(Clone)]
pub(super) struct Cipher {
    annex: Annex,
    key: JsValue,
    /// The lock as it is kept: salt, iterations and a check, nothing secret.
    pub lock: Vec<u8>,
}

/// Why a lock did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockFailed {
    /// It is another passphrase.
    WrongPassphrase,
    /// The lock itself is damaged, or of a newer version.
    Damaged,
    /// The annex could not be fetched, or this browser cannot encrypt here.
    NotPossible,
    /// The store refused: no room, or another tab wrote at the same time. Everything is as it was.
    Refused,
}

impl From<JsValue> for LockFailed {
    fn from(_: JsValue) -> Self {
        Self::NotPossible
    }
}

impl Cipher {
    /// A new lock.
    pub async fn make(passphrase: &str) -> Result<Self, LockFailed> {
        let annex = annex::annex().await.map_err(|_| LockFailed::NotPossible)?;
        let (lock, key) = annex.new_lock(passphrase).await?;
        Ok(Self { annex, key, lock })
    }

    /// Opens a lock that is kept.
    pub async fn open(passphrase: &str, lock: Vec<u8>) -> Result<Self, LockFailed> {
        let annex = annex::annex().await.map_err(|_| LockFailed::NotPossible)?;
        // Which of the two it was, the module has told by the value it failed with: `crates/annex` refuses with `null`.
        let opened = annex.open_lock(passphrase, &lock).await;
        let opened = opened.map_err(|why| if why.is_null() { LockFailed::Damaged } else { LockFailed::NotPossible })?;
        let key = opened.ok_or(LockFailed::WrongPassphrase)?;
        Ok(Self { annex, key, lock })
    }

    /// Encrypts a record. The key under which it is kept goes in, so that records cannot be exchanged for each other.
    pub async fn seal(&self, key: &str, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.annex.seal_record(&self.key, key, bytes).await
    }

    /// Decrypts a record; fails on one that was altered, or that another lock closed.
    pub async fn unseal(&self, key: &str, bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
        self.annex.unseal_record(&self.key, key, bytes).await
    }
}
