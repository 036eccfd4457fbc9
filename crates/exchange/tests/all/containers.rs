//! The sealed file, the lock and locked records: what is refused, and why.

use crate::support;

use exchange::{ALLOWED_ITERATIONS, Iv, Refusal, Salt, lock, sealed};
use proptest::{array::uniform, collection::vec, prelude::*};
use support::known;

const SALT: Salt = [1; 16];
const IV: Iv = [2; 12];

fn iterations() -> Refusal {
    Refusal::Value { at: "iterations".to_owned() }
}

/// A file with another version byte, and the checksum that belongs to it.
fn of_version(version: u8, place: usize, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes[..bytes.len() - 4].to_vec();
    bytes[place] = version;
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&bytes);
    bytes.extend(checksum.to_le_bytes());
    bytes
}

#[test]
fn a_sealed_file_of_a_newer_version_is_told_from_a_damaged_one() {
    let file = sealed::assemble(600_000, &SALT, &IV, &[3; 16]);
    assert!(sealed::parse(&file).is_ok());
    assert_eq!(sealed::parse(&of_version(2, 7, &file)), Err(Refusal::Newer));
    assert_eq!(sealed::parse(&of_version(0, 7, &file)), Err(Refusal::Damaged));
    let mut altered = file;
    altered[7] = 2;
    assert_eq!(sealed::parse(&altered), Err(Refusal::Damaged));
}

#[test]
fn a_newer_sealed_file_may_be_shorter_than_ours() {
    let short = of_version(2, 7, &[b"RTGSEAL".as_slice(), &[0; 8]].concat());
    assert_eq!(sealed::parse(&short), Err(Refusal::Newer));
}

#[test]
fn a_sealed_file_without_room_for_a_tag_is_refused() {
    assert_eq!(sealed::parse(&sealed::assemble(600_000, &SALT, &IV, &[3; 15])), Err(Refusal::Damaged));
}

#[test]
fn what_is_no_sealed_file_is_refused() {
    assert_eq!(sealed::parse(b""), Err(Refusal::Empty));
    assert_eq!(
        sealed::parse(b"RTGSOUL and more, long enough to be one of ours, if only it were"),
        Err(Refusal::NotOurs)
    );
    assert_eq!(sealed::parse(b"RTG"), Err(Refusal::CutOff));
    assert!(!sealed::is_sealed(b"") && !sealed::is_sealed(b"{") && sealed::is_sealed(b"RTGSEAL\x07"));
}

#[test]
fn too_few_and_too_many_iterations_are_refused() {
    for (count, allowed) in
        [(0, false), (99_999, false), (100_000, true), (5_000_000, true), (5_000_001, false), (u32::MAX, false)]
    {
        assert_eq!(ALLOWED_ITERATIONS.contains(&count), allowed);
        let file = sealed::assemble(count, &SALT, &IV, &[3; 16]);
        assert_eq!(sealed::parse(&file).map(|_| ()), if allowed { Ok(()) } else { Err(iterations()) });
        let record = lock::assemble(count, &SALT, &IV, &[3; 28]);
        assert_eq!(lock::parse(&record).map(|_| ()), if allowed { Ok(()) } else { Err(iterations()) });
    }
}

#[test]
fn a_lock_of_a_newer_version_is_told_from_a_damaged_one() {
    let record = lock::assemble(600_000, &SALT, &IV, &[3; 28]);
    assert!(lock::parse(&record).is_ok());
    assert_eq!(lock::parse(&of_version(2, 0, &record)), Err(Refusal::Newer));
    assert_eq!(lock::parse(&of_version(0, 0, &record)), Err(Refusal::Damaged));
    let longer = of_version(1, 0, &[record.as_slice(), &[0]].concat());
    assert_eq!(lock::parse(&longer), Err(Refusal::Damaged));
    assert_eq!(lock::parse(&record[..64]), Err(Refusal::CutOff));
    assert_eq!(lock::parse(&[]), Err(Refusal::CutOff));
}

#[test]
fn a_record_that_is_not_locked_or_too_short_is_refused() {
    let record = lock::assemble_record(&IV, &[3; 16]);
    assert!(lock::is_locked(&record) && lock::parse_record(&record).is_ok());
    assert!(!lock::is_locked(&record[1..]) && !lock::is_locked(&[]));
    assert_eq!(lock::parse_record(&record[1..]), Err(Refusal::NotOurs));
    for length in 1..record.len() {
        assert_eq!(lock::parse_record(&record[..length]), Err(Refusal::CutOff));
    }
}

#[test]
fn a_saved_record_is_never_taken_for_a_locked_one() {
    for record in support::planned_backup() {
        let saved = assessment::save::write(&record).expect("it can be written");
        assert!(!lock::is_locked(&saved));
    }
}

proptest! {
    #[test]
    fn a_sealed_file_comes_apart_as_it_was_put_together(
        count in ALLOWED_ITERATIONS, salt in uniform::<_, 16>(any::<u8>()), iv in uniform::<_, 12>(any::<u8>()),
        ciphertext in vec(any::<u8>(), 16..200),
    ) {
        let file = sealed::assemble(count, &salt, &iv, &ciphertext);
        let parts = sealed::parse(&file).expect("it was just put together");
        prop_assert_eq!((parts.iterations, *parts.salt, *parts.iv, parts.ciphertext), (count, salt, iv, &ciphertext[..]));
        prop_assert_eq!(*parts.header, sealed::header(count, &salt, &iv));
        prop_assert_eq!(exchange::open(&file, &known()), Ok(exchange::File::Sealed(parts)));
    }

    #[test]
    fn a_lock_comes_apart_as_it_was_put_together(
        count in ALLOWED_ITERATIONS, salt in uniform::<_, 16>(any::<u8>()), iv in uniform::<_, 12>(any::<u8>()),
        check in uniform::<_, 28>(any::<u8>()),
    ) {
        let record = lock::assemble(count, &salt, &iv, &check);
        let parts = lock::parse(&record).expect("it was just put together");
        prop_assert_eq!((parts.iterations, *parts.salt, *parts.iv, *parts.check), (count, salt, iv, check));
        prop_assert_eq!(*parts.header, lock::header(count, &salt));
    }
}
