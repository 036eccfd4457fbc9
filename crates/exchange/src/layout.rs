//! Fixed parts one behind another, and a checksum at the end: the form of everything that is not JSON.

use crc::{CRC_32_ISCSI, Crc};

/// CRC-32C, as behind a saved record.
const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// How many bytes the checksum takes.
pub(crate) const CHECKSUM_LENGTH: usize = 4;

/// The checksum of some bytes.
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    CHECKSUM.checksum(bytes)
}

/// Puts the checksum of everything before it behind the bytes, little end first.
pub(crate) fn close(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// What stands before the checksum, if the checksum is right.
pub(crate) fn unclose(bytes: &[u8]) -> Option<&[u8]> {
    let (before, sum) = bytes.split_last_chunk()?;
    (checksum(before) == u32::from_le_bytes(*sum)).then_some(before)
}

/// Takes a part of a fixed length off the front.
pub(crate) fn take<'a, const N: usize>(bytes: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (part, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(part)
}

/// Takes a number of four bytes off the front, little end first.
pub(crate) fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    take(bytes).map(|number| u32::from_le_bytes(*number))
}
