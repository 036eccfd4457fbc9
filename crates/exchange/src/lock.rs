//! What a lock makes of the store: one lock record, which makes the key from a passphrase, and locked records.
//!
//! The lock record, 65 bytes, is kept beside the records:
//!
//! | part | bytes |
//! |---|---|
//! | version: 1 | 1 |
//! | iterations, little end first | 4 |
//! | salt | 16 |
//! | iv | 12 |
//! | check: [`CHECK`] encrypted, with its tag behind it | 28 |
//! | checksum: CRC-32C of all before it, little end first | 4 |
//!
//! The check tells whether a passphrase is the right one before anything is decrypted with it, also when the store is
//! empty. The checksum tells a damaged lock from a wrong passphrase: whoever loses the lock loses what it locks, and should
//! not be left to try passphrases.
//!
//! A locked record takes the place of a saved one:
//!
//! | part | bytes |
//! |---|---|
//! | `0xFF`, which no version of a saved record begins with | 1 |
//! | iv | 12 |
//! | ciphertext, with its tag behind it | 16 more than the saved record has |
//!
//! The additional authenticated data is the header of the lock for the check, and the record's key in the store (the id, as
//! UTF-8) for a record: so no record can be put in the place of another one.

use crate::{
    key::{self, Iv, Salt},
    layout,
    refusal::Refusal,
};

const VERSION: u8 = 1;
const LOCKED: u8 = 0xFF;

/// What the check of a lock hides.
pub const CHECK: &[u8; 12] = b"room-to-grow";

/// How many bytes the check has, tag included.
pub const CHECK_LENGTH: usize = CHECK.len() + key::TAG;

/// How many bytes the header of a lock has.
pub const HEADER: usize = 1 + 4 + 16;

/// How many bytes a lock record has.
const LENGTH: usize = HEADER + 12 + CHECK_LENGTH + layout::CHECKSUM_LENGTH;

/// The parts of a lock record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock<'a> {
    /// Version, iterations and salt: the additional authenticated data of the check.
    pub header: &'a [u8; HEADER],
    /// How many iterations make the key.
    pub iterations: u32,
    /// The salt of the key.
    pub salt: &'a Salt,
    /// The initialisation vector of the check.
    pub iv: &'a Iv,
    /// [`CHECK`], encrypted, with the tag behind it.
    pub check: &'a [u8; CHECK_LENGTH],
}

/// The header of a lock record, to be authenticated when its check is encrypted.
pub fn header(iterations: u32, salt: &Salt) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let parts = [[VERSION].as_slice(), &iterations.to_le_bytes(), salt];
    header.iter_mut().zip(parts.into_iter().flatten()).for_each(|(place, byte)| *place = *byte);
    header
}

/// Puts a lock record together.
pub fn assemble(iterations: u32, salt: &Salt, iv: &Iv, check: &[u8; CHECK_LENGTH]) -> Vec<u8> {
    layout::close([header(iterations, salt).as_slice(), iv, check].concat())
}

/// Takes a lock record apart.
///
/// # Errors
///
/// - `CutOff`: it is too short.
/// - `Damaged`: the checksum differs.
/// - `Newer`: it is of a newer version.
/// - `Value`: the number of iterations is not [allowed](crate::ALLOWED_ITERATIONS).
pub fn parse(bytes: &[u8]) -> Result<Lock<'_>, Refusal> {
    // As in a sealed file, the checksum comes before the version.
    let broken = if bytes.len() < LENGTH { Refusal::CutOff } else { Refusal::Damaged };
    let whole = layout::unclose(bytes).ok_or(broken)?;
    match whole.first() {
        Some(&VERSION) => take_apart(whole).ok_or(Refusal::Damaged)?,
        Some(&newer) if newer > VERSION => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged),
    }
}

/// `None` if it has another length.
fn take_apart(whole: &[u8]) -> Option<Result<Lock<'_>, Refusal>> {
    let (header, mut behind) = whole.split_first_chunk::<HEADER>()?;
    let mut rest = header.get(1..)?;
    let iterations = layout::take_number(&mut rest)?;
    let salt = layout::take(&mut rest)?;
    let (iv, check) = (layout::take(&mut behind)?, layout::take(&mut behind)?);
    if !behind.is_empty() {
        return None;
    }
    Some(key::allow(iterations).map(|iterations| Lock { header, iterations, salt, iv, check }))
}

/// The parts of a locked record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locked<'a> {
    /// The initialisation vector of the ciphertext.
    pub iv: &'a Iv,
    /// The encrypted record, with the tag behind it.
    pub ciphertext: &'a [u8],
}

/// Whether a record of the store is a locked one.
pub fn is_locked(record: &[u8]) -> bool {
    record.first() == Some(&LOCKED)
}

/// Puts a locked record together.
pub fn assemble_record(iv: &Iv, ciphertext: &[u8]) -> Vec<u8> {
    [[LOCKED].as_slice(), iv, ciphertext].concat()
}

/// Takes a locked record apart.
///
/// # Errors
///
/// `NotOurs` if it is not locked, `CutOff` if it is too short to hold anything. All other damage shows when it is
/// decrypted.
pub fn parse_record(record: &[u8]) -> Result<Locked<'_>, Refusal> {
    let mut rest = record.strip_prefix(&[LOCKED]).ok_or(Refusal::NotOurs)?;
    let iv = layout::take(&mut rest).ok_or(Refusal::CutOff)?;
    if rest.len() < key::TAG {
        return Err(Refusal::CutOff);
    }
    Ok(Locked { iv, ciphertext: rest })
}
