//! How a key comes from a passphrase, and how it is used: the same in a sealed file and in a locked store.
//!
//! PBKDF2 with HMAC-SHA-256 over the passphrase (UTF-8, NFC), with a salt and a number of iterations, gives a key for
//! AES-256-GCM with a tag of 16 bytes behind the ciphertext.

use std::ops::RangeInclusive;

use crate::refusal::{Place, Refusal};

/// What makes the same passphrase give another key in every file; from a source of randomness, made anew for each.
pub type Salt = [u8; 16];

/// What makes the same key encrypt otherwise each time; from a source of randomness, made anew for each encryption.
pub type Iv = [u8; 12];

/// How many bytes a ciphertext is longer than what it hides.
pub(crate) const TAG: usize = 16;

/// How many iterations are used for what is written now: what OWASP advises for PBKDF2 with HMAC-SHA-256.
pub const ITERATIONS: u32 = 600_000;

/// How many iterations are accepted. Fewer would be a trick to make guessing cheap; more would hold a tablet for a
/// minute.
pub const ALLOWED_ITERATIONS: RangeInclusive<u32> = 100_000..=5_000_000;

/// Refuses a number of iterations that is not allowed.
pub(crate) fn allow(iterations: u32) -> Result<u32, Refusal> {
    if ALLOWED_ITERATIONS.contains(&iterations) {
        Ok(iterations)
    } else {
        Err(Place::FILE.under("iterations").refused())
    }
}
