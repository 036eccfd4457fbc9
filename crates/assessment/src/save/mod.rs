//! The form in which a record is kept: one byte that names the version, then the record, then a checksum.
//!
//! Every version that was ever released stays readable. A newer one is refused and left as it is.

mod checksum;
mod v1;
mod v2;

use serde::{Serialize, de::DeserializeOwned};

use crate::Record;
use checksum::checksum;

/// The version that is written.
pub const VERSION: u8 = 3;

/// Why a record cannot be opened. The record itself is never touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of the app wrote it.
    Newer(u8),
    /// It is cut off, altered, or was never one of ours.
    Damaged,
}

/// Writes a record in the present version.
///
/// # Errors
///
/// `Damaged` if the record cannot be written; no value of [`Record`] is known to cause it.
pub fn write(record: &Record) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = vec![VERSION];
    bytes.extend(seal(record)?);
    Ok(bytes)
}

/// Reads a record of any version that was ever released.
///
/// # Errors
///
/// [`Unreadable`], with the reason; the bytes can be kept and tried again later.
pub fn read(bytes: &[u8]) -> Result<Record, Unreadable> {
    match bytes.split_first() {
        Some((&VERSION, record)) => unseal(record),
        Some((&v2::VERSION, record)) => unseal::<v2::Assessment>(record).map(|old| Record::Assessment(old.into())),
        Some((&v1::VERSION, record)) => unseal::<v1::Assessment>(record).map(|old| Record::Assessment(old.into())),
        Some((&newer, _)) if newer > VERSION => Err(Unreadable::Newer(newer)),
        _ => Err(Unreadable::Damaged),
    }
}

/// Writes a value and, behind it, four bytes of checksum (CRC-32C, little end first).
///
/// # Errors
///
/// `Damaged` if the value cannot be written.
pub fn seal<T: Serialize>(value: &T) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = postcard::to_allocvec(value).map_err(|_| Unreadable::Damaged)?;
    let sum = checksum(&bytes);
    bytes.extend(sum.to_le_bytes());
    Ok(bytes)
}

/// Reads what [`seal`] wrote.
///
/// # Errors
///
/// `Damaged` if the checksum differs, or the bytes are not exactly such a value.
pub fn unseal<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    let (record, sum) = bytes.split_last_chunk::<4>().ok_or(Unreadable::Damaged)?;
    if checksum(record) != u32::from_le_bytes(*sum) {
        return Err(Unreadable::Damaged);
    }
    match postcard::take_from_bytes(record) {
        Ok((value, [])) => Ok(value),
        _ => Err(Unreadable::Damaged),
    }
}
