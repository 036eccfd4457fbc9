//! The sealed file: a JSON file, encrypted with a passphrase. Only its layout; the browser encrypts.
//!
//! | part | bytes |
//! |---|---|
//! | `RTGSEAL` | 7 |
//! | version: 1 | 1 |
//! | iterations, little end first | 4 |
//! | salt | 16 |
//! | iv | 12 |
//! | ciphertext, with its tag behind it | 16 more than the JSON file has |
//! | checksum: CRC-32C of all before it, little end first | 4 |
//!
//! The checksum tells a damaged file from a wrong passphrase. If it is right and the content still does not decrypt,
//! the passphrase is another one (or someone changed the file, who meant to).

use crate::{
    MOST_BYTES,
    key::{self, Iv, Salt},
    layout,
    refusal::Refusal,
};

const MAGIC: &[u8; 7] = b"RTGSEAL";
const VERSION: u8 = 1;

/// How many bytes the header has.
pub const HEADER: usize = 7 + 1 + 4 + 16 + 12;

/// How many bytes a sealed file has more than the JSON file in it.
pub const OVERHEAD: usize = HEADER + key::TAG + layout::CHECKSUM_LENGTH;

/// The parts of a sealed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sealed<'a> {
    /// Everything before the ciphertext. It is the additional authenticated data of the encryption, so nobody can
    /// change the salt or the iterations unnoticed.
    pub header: &'a [u8; HEADER],
    /// How many iterations make the key.
    pub iterations: u32,
    /// The salt of the key.
    pub salt: &'a Salt,
    /// The initialisation vector of the ciphertext.
    pub iv: &'a Iv,
    /// The encrypted JSON file, with the tag behind it.
    pub ciphertext: &'a [u8],
}

/// Whether a file is a sealed one, or the beginning of one.
pub fn is_sealed(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().zip(MAGIC).all(|(byte, magic)| byte == magic)
}

/// The header of a sealed file, to be authenticated when its content is encrypted.
pub fn header(iterations: u32, salt: &Salt, iv: &Iv) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let parts = [MAGIC.as_slice(), &[VERSION], &iterations.to_le_bytes(), salt, iv];
    header.iter_mut().zip(parts.into_iter().flatten()).for_each(|(place, byte)| *place = *byte);
    header
}

/// Puts a sealed file together.
pub fn assemble(iterations: u32, salt: &Salt, iv: &Iv, ciphertext: &[u8]) -> Vec<u8> {
    layout::close([&header(iterations, salt, iv), ciphertext].concat())
}

/// Takes a sealed file apart.
///
/// # Errors
///
/// - `Empty`, `TooLarge` or `NotOurs`: it is none.
/// - `CutOff`: it is shorter than the shortest one.
/// - `Damaged`: the checksum differs. That can also mean that the end is missing.
/// - `Newer`: it is of a newer version.
/// - `Value`: the number of iterations is not [allowed](crate::ALLOWED_ITERATIONS).
pub fn parse(bytes: &[u8]) -> Result<Sealed<'_>, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { most: MOST_BYTES });
    }
    if !is_sealed(bytes) {
        return Err(Refusal::NotOurs);
    }
    // The checksum comes before the version: it has its place in every version, and a version byte that was altered on
    // the way is damage, not a newer file.
    let broken = if bytes.len() < OVERHEAD { Refusal::CutOff } else { Refusal::Damaged };
    let whole = layout::unclose(bytes).ok_or(broken)?;
    match whole.get(MAGIC.len()) {
        Some(&VERSION) => take_apart(whole).ok_or(Refusal::Damaged)?,
        Some(&newer) if newer > VERSION => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged),
    }
}

/// `None` if it is too short.
fn take_apart(whole: &[u8]) -> Option<Result<Sealed<'_>, Refusal>> {
    let (header, ciphertext) = whole.split_first_chunk()?;
    let mut rest = header.get(MAGIC.len() + 1..)?;
    let iterations = layout::take_number(&mut rest)?;
    let (salt, iv) = (layout::take(&mut rest)?, layout::take(&mut rest)?);
    if ciphertext.len() < key::TAG {
        return None;
    }
    Some(key::allow(iterations).map(|iterations| Sealed { header, iterations, salt, iv, ciphertext }))
}
