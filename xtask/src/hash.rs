//! Content, told by its hash.

use host::HASH_LENGTH;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The beginning of the SHA-256 of `bytes`, in hex.
pub fn of(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(HASH_LENGTH);
    for byte in Sha256::digest(bytes).iter().take(HASH_LENGTH / 2) {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
