//! How a pack is written and read: sealed like a saved assessment, so that a damaged file is noticed and not shown.

use assessment::save;
use serde::{Serialize, de::DeserializeOwned};

/// The pack is cut off, altered, or made for another build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// Writes a pack.
///
/// # Errors
///
/// [`Damaged`] if the value cannot be written; no pack is known to cause it.
pub fn write<T: Serialize>(pack: &T) -> Result<Vec<u8>, Damaged> {
    save::seal(pack).map_err(|_| Damaged)
}

/// Reads a pack.
///
/// # Errors
///
/// [`Damaged`] if the bytes are not exactly such a pack.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damaged> {
    save::unseal(bytes).map_err(|_| Damaged)
}
