//! What has to hold of any bytes, on every way by which bytes come into the app.
//!
//! Each function is a target of the search (`targets/`). It panics if something does not hold; the search looks for bytes
//! that make it panic, hang, or take too much memory. On all ways the same is asked: nothing but a refusal, or something
//! that is written and read again as it was.
#![forbid(unsafe_code)]

use assessment::{Assessment, AssessmentId, ConditionId, Moment, PracticeId, Record, Scope, save};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use exchange::{File, Known, Refusal, Rescue, link, lock, open, read, rescue, sealed, write};

const MADE: Moment = Moment(1_795_341_600_000);

thread_local! {
    /// Ids that stand in the seeds, and are to be found by the search; fewer than there are, so that some are unknown.
    static KNOWN: Known = Known {
        instrument: 1,
        practices: ["buddy-named", "buddy-time", "buddy-prepared", "flex-hours", "means-time"].map(PracticeId::new).into(),
        conditions: ["buddy", "flexibility"].map(ConditionId::new).into(),
    };
}

/// A record as it lies in the store.
pub fn saved(bytes: &[u8]) {
    record_is_refused_or_whole(bytes);
    if let Some((version, record)) = bytes.split_first() {
        record_is_refused_or_whole(&[&[*version], repaired(record).as_slice()].concat());
    }
}

/// A file that should be a JSON file.
pub fn json(bytes: &[u8]) {
    KNOWN.with(|known| match (open(bytes, known), read(bytes, known)) {
        (Ok(File::Plain(opened)), read) => {
            assert_eq!(read.as_ref(), Ok(&opened));
            assert!(opened.made.is_none_or(|made| made.0 <= 253_402_300_799_999));
            come_back(&opened.records, known);
        }
        (Ok(File::Sealed(_) | File::Rescue(_)), read) => assert_eq!(read, Err(Refusal::NotOurs)),
        (Err(refusal), Err(same)) => {
            is_fit_to_show(&refusal);
            // A sealed or a rescue file with a fault of its own is none to the reader of the JSON file.
            assert!(refusal == same || same == Refusal::NotOurs || sealed::is_sealed(bytes));
        }
        (Err(refusal), Ok(_)) => panic!("one opens what the other refuses: {refusal:?}"),
    });
}

/// A file that should be a sealed one.
pub fn sealed(bytes: &[u8]) {
    sealed_is_refused_or_whole(bytes);
    sealed_is_refused_or_whole(&repaired(bytes));
}

/// What came out of a sealed file when it was decrypted: on the way there and back, with a cipher that changes nothing.
pub fn payload(bytes: &[u8]) {
    let ciphertext = [bytes, &[0; 16]].concat();
    let file = sealed::assemble(exchange::ITERATIONS, &[1; 16], &[2; 12], &ciphertext);
    KNOWN.with(|known| match open(&file, known) {
        Ok(File::Sealed(parts)) => {
            let (payload, _tag) = parts.ciphertext.split_at(parts.ciphertext.len() - 16);
            match read(payload, known) {
                Ok(opened) => come_back(&opened.records, known),
                Err(refusal) => is_fit_to_show(&refusal),
            }
        }
        other => panic!("it is a sealed file: {other:?}"),
    });
}

/// A file that should be a rescue file.
pub fn rescue(bytes: &[u8]) {
    KNOWN.with(|known| match open(bytes, known) {
        Ok(File::Rescue(Rescue { records, locked, .. })) => {
            come_back(&records, known);
            if let Some(store) = locked {
                assert!(lock::parse(&store.lock).is_ok());
                assert!(store.records.iter().all(|(_, record)| lock::parse_record(record).is_ok()));
            }
        }
        Ok(_) => {}
        Err(refusal) => is_fit_to_show(&refusal),
    });
}

/// What a locked store holds: the lock, a locked record, and what came out of one when it was decrypted.
pub fn lock(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), repaired(bytes)] {
        match lock::parse(&bytes) {
            Ok(lock) => {
                assert_eq!(lock::assemble(lock.iterations, lock.salt, lock.iv, lock.check), bytes);
                assert_eq!(lock::header(lock.iterations, lock.salt), *lock.header);
            }
            Err(refusal) => is_fit_to_show(&refusal),
        }
    }
    match lock::parse_record(bytes) {
        Ok(locked) => assert_eq!(lock::assemble_record(locked.iv, locked.ciphertext), bytes),
        Err(refusal) => is_fit_to_show(&refusal),
    }
    KNOWN.with(|known| come_back(rescue::record("k3x9", bytes, known).as_slice(), known));
}

/// A link: the characters of an address, and the bytes that stand in them.
pub fn link(bytes: &[u8]) {
    let known: &Known = &KNOWN.with(Clone::clone);
    if let Ok(text) = std::str::from_utf8(bytes) {
        link_is_refused_or_whole(text.trim_end(), known);
    }
    let questions =
        link::write(&link::Link::of(&begun(), assessment::Date(0), known), known).expect("a scope that is known");
    let questions = BASE64.decode(questions).expect("just written");
    // With the right version and questions in front, the search gets to what stands behind them.
    for bytes in [bytes, &[&questions[..7], bytes].concat(), &[&questions[..10], bytes].concat()] {
        link_is_refused_or_whole(&BASE64.encode(repaired(&[bytes, &[0; 4]].concat())), known);
    }
}

fn link_is_refused_or_whole(text: &str, known: &Known) {
    let Ok(read) = link::read(text, known) else { return };
    assert_eq!(link::write(&read, known).as_deref(), Some(text));
    let kept = read.assessment(AssessmentId::new("k3x9"), MADE, known);
    assert_eq!(link::Link::of(&kept, read.made, known), read);
    come_back(&[kept.into()], known);
}

fn begun() -> Assessment {
    Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, MADE)
}

/// The bytes with the checksum at their end that they should have.
fn repaired(bytes: &[u8]) -> Vec<u8> {
    let before = bytes.get(..bytes.len().saturating_sub(4)).unwrap_or_default();
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(before);
    [before, &checksum.to_le_bytes()].concat()
}

fn record_is_refused_or_whole(bytes: &[u8]) {
    let Ok(record) = save::read(bytes) else { return };
    let written = save::write(&record).expect("what was read can be written");
    assert_eq!(save::read(&written).as_ref(), Ok(&record));
    // What a record may hold and a file may not is refused or set right at the first writing, never later.
    let text = write(&[record], MADE);
    match KNOWN.with(|known| read(text.as_bytes(), known)) {
        Ok(opened) => {
            let again = write(&opened.records, MADE);
            assert_eq!(lines(&again), lines(&text));
            assert_eq!(KNOWN.with(|known| read(again.as_bytes(), known)), Ok(opened));
        }
        Err(refusal) => is_fit_to_show(&refusal),
    }
}

/// The lines of a file, in whatever order: what a candidate handed over comes back in that of the instrument.
fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<_> = text.lines().map(|line| line.trim_end_matches(',')).collect();
    lines.sort_unstable();
    lines
}

fn sealed_is_refused_or_whole(bytes: &[u8]) {
    match sealed::parse(bytes) {
        Ok(parts) => {
            assert_eq!(sealed::assemble(parts.iterations, parts.salt, parts.iv, parts.ciphertext), bytes);
            assert_eq!(sealed::header(parts.iterations, parts.salt, parts.iv), *parts.header);
            assert_eq!(KNOWN.with(|known| open(bytes, known)), Ok(File::Sealed(parts)));
        }
        Err(refusal) => is_fit_to_show(&refusal),
    }
}

/// What came out of a file is written and read again as it was, as a file and as a record.
fn come_back(records: &[Record], known: &Known) {
    let opened = read(write(records, MADE).as_bytes(), known).expect("what was read can be written");
    assert_eq!(opened.records, records);
    for record in records {
        let saved = save::write(record).expect("what was read can be saved");
        assert_eq!(save::read(&saved).as_ref(), Ok(record));
    }
}

fn is_fit_to_show(refusal: &Refusal) {
    if let Refusal::Twice(text) | Refusal::Unknown(text) | Refusal::Value { at: text } = refusal {
        assert!(text.chars().count() <= 60 && !text.chars().any(char::is_control), "{refusal:?}");
    }
}
