//! Files that mean harm, or met with it: out comes a refusal, in good time, and nothing else.

use crate::support;

use std::time::{Duration, Instant};

use assessment::Record;
use exchange::{File, Refusal, lock, open, read, sealed, write};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use support::{MADE, devices, is_fit_to_show, known, notes};

const BACKUP: &[u8] = include_bytes!("../golden/backup-2.json");
const SEALED: &[u8] = include_bytes!("../golden/backup.rtg");
const RESCUE: &[u8] = include_bytes!("../golden/rescue-locked.json");
const LOCK: &[u8] = include_bytes!("../golden/lock.bin");

/// A file whose list of assessments is this.
fn with_assessments(list: &str) -> String {
    format!(r#"{{"format":"room-to-grow","version":2,"assessments":{list}}}"#)
}

/// Names of fields of a workplace and its rounds, right ones beside wrong ones.
const NAMES: [&str; 6] = ["label", "archived", "next-visit", "rounds", "event", "shared"];

/// Values for them.
const VALUES: [&str; 10] = [
    "null",
    "true",
    "3",
    "{}",
    r#"{"is":true,"at":"2026-11-21T00:01:00.002Z"}"#,
    r#"{"is":"a","at":"2026-11-21T00:01:00.002Z"}"#,
    r#"{"is":null,"at":"2026-11-21T00:01:00.002Z"}"#,
    r#"{"2026-12-13":{"shared":{}}}"#,
    r#"{"2026-12-13":{"shared":{"buddy":{}}}}"#,
    r#"{"2026-12-13":{"shared":{"buddy":{"buddy-named":3}}}}"#,
];

/// A file whose list of workplaces is this.
fn with_workplaces(list: &str) -> String {
    format!(r#"{{"format":"room-to-grow","version":2,"workplaces":{list},"assessments":[]}}"#)
}

#[test]
fn nesting_of_any_depth_is_refused() {
    for (open_one, close_one) in [("[", "]"), (r#"{"a":"#, "}")] {
        for depth in [65, 1_000, 100_000] {
            let deep = open_one.repeat(depth) + "0" + &close_one.repeat(depth);
            for file in [with_assessments(&deep), with_workplaces(&deep), deep.clone(), open_one.repeat(depth)] {
                assert_eq!(open(file.as_bytes(), &known()), Err(Refusal::NotOurs));
            }
        }
    }
}

#[test]
fn a_file_of_brackets_takes_neither_memory_nor_time() {
    let started = Instant::now();
    for item in ["[],", "0,", "{},"] {
        let list = item.repeat(30_000_000 / item.len());
        let file = with_assessments(&format!("[{}]", list.trim_end_matches(',')));
        assert_eq!(open(file.as_bytes(), &known()), Err(Refusal::NotOurs));
    }
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn every_cut_of_a_json_file_is_noticed() {
    let end = BACKUP.trim_ascii_end().len();
    assert_eq!(open(&[], &known()), Err(Refusal::Empty));
    for cut in 1..end {
        assert_eq!(open(&BACKUP[..cut], &known()), Err(Refusal::CutOff), "{cut}");
        assert_eq!(read(&BACKUP[..cut], &known()), Err(Refusal::CutOff), "{cut}");
    }
    assert!(open(&BACKUP[..end], &known()).is_ok());
}

#[test]
fn every_cut_of_a_sealed_file_is_noticed() {
    for cut in 1..SEALED.len() {
        let refusal = if cut < sealed::OVERHEAD { Refusal::CutOff } else { Refusal::Damaged };
        assert_eq!(open(&SEALED[..cut], &known()), Err(refusal), "{cut}");
    }
}

#[test]
fn every_cut_of_a_rescue_file_is_noticed() {
    for cut in 1..RESCUE.len() {
        assert_eq!(open(&RESCUE[..cut], &known()), Err(Refusal::CutOff), "{cut}");
    }
}

#[test]
fn every_changed_bit_of_a_sealed_file_and_of_a_lock_is_noticed() {
    for place in 0..SEALED.len() * 8 {
        let mut bytes = SEALED.to_vec();
        bytes[place / 8] ^= 1 << (place % 8);
        let refusal = if place / 8 < 7 { Refusal::NotOurs } else { Refusal::Damaged };
        assert_eq!(open(&bytes, &known()), Err(refusal), "{place}");
    }
    for place in 0..LOCK.len() * 8 {
        let mut bytes = LOCK.to_vec();
        bytes[place / 8] ^= 1 << (place % 8);
        assert_eq!(lock::parse(&bytes), Err(Refusal::Damaged), "{place}");
    }
}

/// What comes out of bytes is a refusal that can be shown, or something that can be written again.
fn is_refused_or_whole(bytes: &[u8]) -> Result<(), TestCaseError> {
    match open(bytes, &known()) {
        Err(refusal) => prop_assert!(is_fit_to_show(&refusal), "{:?}", refusal),
        Ok(File::Sealed(sealed)) => {
            let again = sealed::assemble(sealed.iterations, sealed.salt, sealed.iv, sealed.ciphertext);
            prop_assert_eq!(again, bytes);
        }
        Ok(File::Plain(opened)) => comes_back(&opened.records)?,
        Ok(File::Rescue(rescue)) => comes_back(&rescue.records)?,
    }
    Ok(())
}

fn comes_back(records: &[Record]) -> Result<(), TestCaseError> {
    let opened = read(write(records, MADE).as_bytes(), &known());
    prop_assert_eq!(opened.map(|opened| opened.records), Ok(records.to_vec()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_but_a_refusal_comes_out_of_arbitrary_bytes(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(open(&bytes, &known()).is_err());
        prop_assert!(lock::parse(&bytes).is_err());
        is_refused_or_whole(&bytes)?;
    }

    #[test]
    fn nothing_but_a_refusal_comes_out_of_arbitrary_json(
        list in r#"(\{"(id|is|at|answers|\\u0061)":|\[|"[a-z]{0,3}"|[-0-9.eE]{1,3}|null|,|\}|\]){0,30}"#
    ) {
        is_refused_or_whole(with_assessments(&list).as_bytes())?;
        is_refused_or_whole(with_workplaces(&list).as_bytes())?;
    }

    #[test]
    fn a_file_that_was_changed_is_refused_or_whole(
        place in any::<Index>(), bytes in vec(any::<u8>(), 0..4), removed in 0_usize..4, golden in 0_usize..3,
    ) {
        let mut file = [BACKUP, SEALED, RESCUE][golden].to_vec();
        let from = place.index(file.len());
        let to = file.len().min(from + removed);
        file.splice(from..to, bytes);
        is_refused_or_whole(&file)?;
    }

    #[test]
    fn a_workplace_of_any_shape_is_refused_or_whole(
        fields in vec((select(&NAMES[..]), select(&VALUES[..])), 0..6)
    ) {
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name:?}:{value}")).collect();
        is_refused_or_whole(with_workplaces(&format!(r#"[{{"id":"wp-1",{}}}]"#, fields.join(","))).as_bytes())?;
        is_refused_or_whole(with_workplaces(&format!("[{{{}}}]", fields.join(","))).as_bytes())?;
    }

    #[test]
    fn a_cut_anywhere_is_noticed_whatever_the_file_holds(device in devices(), place in any::<Index>()) {
        let text = write(&device, MADE);
        let cut = place.index(text.trim_end().len());
        let refusal = open(&text.as_bytes()[..cut], &known()).expect_err("its end is missing");
        prop_assert_eq!(refusal, if cut == 0 { Refusal::Empty } else { Refusal::CutOff });
    }

    #[test]
    fn no_text_in_a_file_spoils_the_message_about_it(name in "\\PC{0,80}|[\u{0}-\u{1F}\u{202E}]{1,80}") {
        let name = serde_json::Value::from(name).to_string();
        let file = format!(r#"{{"format":"room-to-grow","version":2,{name}:1}}"#);
        let refusal = open(file.as_bytes(), &known()).expect_err("it has a name too many");
        prop_assert!(is_fit_to_show(&refusal), "{:?}", refusal);
    }

    #[test]
    fn a_note_never_becomes_anything_else(note in notes()) {
        // As a name, and as the value of everything that is no note.
        let note = serde_json::Value::from(note).to_string();
        let text = String::from_utf8_lossy(BACKUP).replace("\"quick\"", &note).replace("\"k3x9\"", &note);
        prop_assert!(open(text.as_bytes(), &known()).is_err());
    }
}
