//! Content, told by its hash.

use host::HASH_LENGTH;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The beginning of the SHA-256 of `bytes`, in hex.
pub fn of(bytes: &[u8]) -> String {
    let mut text = whole(bytes);
    text.truncate(HASH_LENGTH);
    text
}

/// The SHA-256 of `bytes`, in hex.
pub fn whole(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
