//! The files of `golden/`, which another program wrote by docs/file-format.md: the texts, the layouts, and (with the
//! passphrase 'café op dinsdag' and 600,000 iterations) the encryption. They stay readable for ever.

use crate::support;

use assessment::{Moment, Record, RecordId};
use exchange::{File, ITERATIONS, Opened, Rescue, Sealed, lock, open, rescue::LockedStore, sealed, write};
use support::{MADE, backup, known, planned_backup, quick_scan, topic};

const BACKUP: &str = include_str!("../golden/backup.json");
const BACKUP_2: &str = include_str!("../golden/backup-2.json");
const SEALED: &[u8] = include_bytes!("../golden/backup.rtg");
const RESCUE: &[u8] = include_bytes!("../golden/rescue.json");
const LOCKED_RESCUE: &[u8] = include_bytes!("../golden/rescue-locked.json");
const LOCK: &[u8] = include_bytes!("../golden/lock.bin");
const LOCKED_RECORD: &[u8] = include_bytes!("../golden/locked-record.bin");

/// So many bytes, counting up.
fn counting<const N: usize>(from: u8) -> [u8; N] {
    std::array::from_fn(|place| from + u8::try_from(place).expect("short"))
}

#[test]
fn the_json_file_is_written_as_described() {
    assert_eq!(write(&planned_backup(), MADE), BACKUP_2);
}

#[test]
fn the_json_file_of_every_version_is_read() {
    for (text, records) in [(BACKUP, backup().map(Record::from).to_vec()), (BACKUP_2, planned_backup().to_vec())] {
        let opened = Opened { made: Some(MADE), records };
        assert_eq!(open(text.as_bytes(), &known()), Ok(File::Plain(opened)));
    }
}

#[test]
fn the_sealed_file_is_taken_apart_and_put_together() {
    let Ok(File::Sealed(parts)) = open(SEALED, &known()) else { panic!("it is a sealed file") };
    let Sealed { header, iterations, salt, iv, ciphertext } = parts;
    assert_eq!((iterations, *salt, *iv), (ITERATIONS, counting(0), counting(16)));
    assert_eq!(ciphertext.len() + sealed::OVERHEAD - 16, SEALED.len());
    assert_eq!(BACKUP.len() + sealed::OVERHEAD, SEALED.len());
    assert_eq!(header, &SEALED[..sealed::HEADER]);
    assert_eq!(sealed::header(iterations, salt, iv), *header);
    assert_eq!(sealed::assemble(iterations, salt, iv, ciphertext), SEALED);
}

#[test]
fn the_lock_is_taken_apart_and_put_together() {
    let lock::Lock { header, iterations, salt, iv, check } = lock::parse(LOCK).expect("it is a lock");
    assert_eq!((iterations, *salt, *iv), (ITERATIONS, counting(32), counting(48)));
    assert_eq!(header, &LOCK[..lock::HEADER]);
    assert_eq!(lock::header(iterations, salt), *header);
    assert_eq!(lock::assemble(iterations, salt, iv, check), LOCK);
}

#[test]
fn a_locked_record_is_taken_apart_and_put_together() {
    assert!(lock::is_locked(LOCKED_RECORD));
    let lock::Locked { iv, ciphertext } = lock::parse_record(LOCKED_RECORD).expect("it is locked");
    assert_eq!(*iv, counting(64));
    assert_eq!(lock::assemble_record(iv, ciphertext), LOCKED_RECORD);
}

#[test]
fn of_a_rescue_file_what_can_be_read_is_taken_and_the_rest_is_counted() {
    // Four records: one is damaged, one was never a record of ours. Another store is not looked at.
    let rescue = Rescue { made: Some(MADE), records: vec![quick_scan().into(), topic().into()], locked: None, left: 2 };
    assert_eq!(open(RESCUE, &known()), Ok(File::Rescue(rescue)));
}

#[test]
fn of_a_locked_rescue_file_the_records_are_given_out_with_the_lock() {
    let records = vec![(RecordId::new("k3x9"), LOCKED_RECORD.to_vec())];
    let locked = Some(LockedStore { lock: LOCK.to_vec(), records });
    let rescue = Rescue { made: Some(Moment(1_795_341_600_000)), records: vec![topic().into()], locked, left: 0 };
    assert_eq!(open(LOCKED_RESCUE, &known()), Ok(File::Rescue(rescue)));
}
