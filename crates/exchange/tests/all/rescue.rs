//! The rescue file: what is taken, what is given out locked, and what is only counted.

use crate::support;

use std::time::{Duration, Instant};

use assessment::{
    Answer, Assessment, ById, ConditionId, Date, Given, Level, MOST_ROUNDS, Moment, Plan, Record, Round, Shared,
    Workplace, WorkplaceId, save,
};
use base64::{Engine, prelude::BASE64_STANDARD};
use exchange::{File, Refusal, Rescue, lock, open, read, rescue};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{LAST_DAY, MADE, devices, known, practice, quick_scan, topic, workplace};

fn saved(record: impl Into<Record>) -> Vec<u8> {
    save::write(&record.into()).expect("every record can be written")
}

fn base64(bytes: &[u8]) -> Value {
    BASE64_STANDARD.encode(bytes).into()
}

fn file(assessments: Value, meta: Value) -> String {
    let stores = json!({ "assessments": assessments, "aside": {}, "before": {}, "meta": meta });
    json!({ "format": "room-to-grow-rescue", "version": 1, "made": MADE.0, "stores": stores }).to_string()
}

fn rescued(file: &str) -> Rescue {
    match open(file.as_bytes(), &known()) {
        Ok(File::Rescue(rescue)) => rescue,
        other => panic!("it is a rescue file: {other:?}"),
    }
}

/// What comes out if this is the record of 'k3x9'.
fn with_record(record: Value) -> (usize, usize) {
    let rescue = rescued(&file(json!({ "k3x9": record, "topic-2": base64(&saved(topic())) }), json!({})));
    assert!(rescue.locked.is_none());
    (rescue.records.len(), rescue.left)
}

const TAKEN: (usize, usize) = (2, 0);
const LEFT: (usize, usize) = (1, 1);

#[test]
fn a_record_is_taken() {
    assert_eq!(with_record(base64(&saved(quick_scan()))), TAKEN);
    assert_eq!(with_record(base64(include_bytes!("../../../assessment/tests/saved/v1.bin"))), TAKEN);
}

#[test]
fn a_record_that_cannot_be_read_does_not_stop_the_others() {
    let record = saved(quick_scan());
    for broken in [
        base64(&record[..record.len() - 1]),
        base64(&[]),
        base64(&[&[save::VERSION + 1], &record[1..]].concat()),
        json!("no base64 at all"),
        json!(BASE64_STANDARD.encode(&record).trim_end_matches('=').to_owned() + " "),
        json!(7),
        json!(null),
        json!({ "json": { "id": "k3x9" } }),
    ] {
        assert_eq!(with_record(broken.clone()), LEFT, "{broken}");
    }
}

#[test]
fn a_record_under_another_key_is_left() {
    assert_eq!(with_record(base64(&saved(topic()))), LEFT);
}

#[test]
fn a_record_has_to_keep_the_rules_of_every_file() {
    let changed = |change: fn(&mut Assessment)| {
        let mut assessment = quick_scan();
        change(&mut assessment);
        with_record(base64(&saved(assessment)))
    };
    assert_eq!(changed(|it| it.answers.give(practice("flex-hours"), Answer::DontKnow, MADE)), TAKEN);
    assert_eq!(changed(|it| it.answers.give(practice("unheard-of"), Answer::DontKnow, MADE)), LEFT);
    assert_eq!(changed(|it| it.instrument = 99), LEFT);
    assert_eq!(changed(|it| it.notes.give(practice("flex-hours"), "a".repeat(2_001), MADE)), LEFT);
}

#[test]
fn the_longest_record_that_can_be_is_taken() {
    let mut assessment = quick_scan();
    for practice in known().practices {
        assessment.notes.give(practice, "𝄞".repeat(2_000), MADE);
    }
    assert_eq!(with_record(base64(&saved(assessment))), TAKEN);
}

#[test]
fn a_workplace_is_taken_by_the_same_rules() {
    let changed = |change: fn(&mut Workplace)| {
        let mut workplace = workplace();
        workplace.id = WorkplaceId::new("k3x9");
        change(&mut workplace);
        with_record(base64(&saved(workplace)))
    };
    let shared = |topic: &str, said: &[&str]| {
        let levels = said.iter().map(|id| (practice(id), Level::Started)).collect();
        (ConditionId::new(topic), levels)
    };
    let handed = |topics: Vec<_>| {
        let mut workplace = workplace();
        workplace.id = WorkplaceId::new("k3x9");
        let round = Round { shared: Some(Shared(topics)), ..Round::default() };
        workplace.rounds.insert(Date(1), round);
        with_record(base64(&saved(workplace)))
    };
    assert_eq!(changed(|_| {}), TAKEN);
    assert_eq!(changed(|it| it.label.value = "a".repeat(81)), LEFT);
    assert_eq!(changed(|it| it.id = WorkplaceId::new("wp-1")), LEFT);
    assert_eq!(changed(|it| it.rounds = rounds(MOST_ROUNDS)), TAKEN);
    assert_eq!(changed(|it| it.rounds = rounds(MOST_ROUNDS + 1)), LEFT);
    // Two days that a file cannot tell apart.
    assert_eq!(changed(|it| it.rounds = [LAST_DAY + 1, LAST_DAY + 2].map(empty_round).into_iter().collect()), LEFT);
    assert_eq!(handed(vec![shared("buddy", &["buddy-named"]), shared("growth", &["growth-talk"])]), TAKEN);
    assert_eq!(handed(vec![shared("buddy", &["unheard-of"])]), LEFT);
    assert_eq!(handed(vec![shared("unheard-of", &["buddy-named"])]), LEFT);
    assert_eq!(handed(vec![shared("buddy", &[])]), LEFT);
    assert_eq!(handed(vec![shared("buddy", &["buddy-named", "buddy-named"])]), LEFT);
    assert_eq!(handed(vec![shared("buddy", &["buddy-named"]), shared("buddy", &["buddy-time"])]), LEFT);
}

fn empty_round(day: u32) -> (Date, Round) {
    (Date(day), Round::default())
}

fn rounds(count: usize) -> ById<Date, Round> {
    (0..).map(empty_round).take(count).collect()
}

#[test]
fn the_longest_workplace_that_can_be_is_taken() {
    let mut longest = workplace();
    longest.id = WorkplaceId::new("k3x9");
    let agreements = Given { at: MADE, value: "𝄞".repeat(2_000) };
    let round = |day| (Date(day), Round { agreements: agreements.clone(), ..Round::default() });
    longest.rounds = (0..).map(round).take(MOST_ROUNDS).collect();
    assert_eq!(with_record(base64(&saved(longest))), TAKEN);
}

#[test]
fn a_record_made_to_take_long_is_left_at_once() {
    // Entries in the order of a record are put one behind the other; in another order, each moves all the others.
    let made_of = |practices: &mut dyn Iterator<Item = u32>| {
        let mut record = b"\0\x04k3x9\x01\0\0\0".to_vec();
        record.extend([0; 9 + 9]);
        record.extend([0x00, 0x00, 0xC0, 0x9A, 0x0C]);
        for number in practices {
            record.extend(format!("\x05{number:05x}\0\0").bytes());
        }
        // Nothing put aside, no plan, part of nothing, and not put away.
        let plan = save::seal(&Plan::default()).expect("it can be written").len() - 4;
        record.extend(vec![0; 1 + plan + 2 + 2]);
        let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&record);
        [&[save::VERSION], &record[..], &checksum.to_le_bytes()].concat()
    };
    assert!(save::read(&made_of(&mut (0..200_000))).is_ok());
    let record = made_of(&mut (0..200_000).rev());
    let started = Instant::now();
    assert_eq!(with_record(base64(&record)), LEFT);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[test]
fn locked_records_are_given_out_with_the_lock() {
    let lock = lock::assemble(600_000, &[1; 16], &[2; 12], &[3; 28]);
    let record = lock::assemble_record(&[4; 12], &[5; 40]);
    let rescue = rescued(&file(json!({ "k3x9": base64(&record) }), json!({ "lock": base64(&lock) })));
    let locked = rescue.locked.expect("there is a locked record");
    assert_eq!((locked.lock, rescue.records, rescue.left), (lock, vec![], 0));
    assert_eq!(
        locked.records.iter().map(|(key, bytes)| (key.as_str(), &bytes[..])).collect::<Vec<_>>(),
        [("k3x9", &record[..])]
    );
}

#[test]
fn locked_records_without_their_lock_are_only_counted() {
    let lock = lock::assemble(600_000, &[1; 16], &[2; 12], &[3; 28]);
    let record = lock::assemble_record(&[4; 12], &[5; 40]);
    for meta in [json!({}), json!(null), json!({ "lock": base64(&lock[1..]) }), json!({ "lock": { "json": 1 } })] {
        let rescue = rescued(&file(json!({ "k3x9": base64(&record) }), meta));
        assert_eq!((rescue.locked, rescue.left), (None, 1));
    }
}

#[test]
fn a_locked_record_that_cannot_be_opened_is_only_counted() {
    let lock = json!({ "lock": base64(&lock::assemble(600_000, &[1; 16], &[2; 12], &[3; 28])) });
    let record = lock::assemble_record(&[4; 12], &[5; 40]);
    let too_short = rescued(&file(json!({ "k3x9": base64(&record[..28]) }), lock.clone()));
    assert_eq!((too_short.locked, too_short.left), (None, 1));
    // Its key takes part in the encryption, and would become the id.
    let no_id = rescued(&file(json!({ "../K3X9": base64(&record) }), lock));
    assert_eq!((no_id.locked, no_id.left), (None, 1));
}

#[test]
fn foreign_values_in_the_store_may_be_nested_like_most() {
    let nested = |depth: usize| {
        let value = format!(r#"{{"json":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
        file(json!({}), json!({ "other": "HERE" })).replace("\"HERE\"", &value)
    };
    // The file, `stores`, `meta` and the value itself are four levels.
    assert_eq!(rescued(&nested(60)).left, 0);
    assert_eq!(open(nested(61).as_bytes(), &known()), Err(Refusal::NotOurs));
}

#[test]
fn a_lock_without_locked_records_asks_for_nothing() {
    let lock = lock::assemble(600_000, &[1; 16], &[2; 12], &[3; 28]);
    let rescue = rescued(&file(json!({ "k3x9": base64(&saved(quick_scan())) }), json!({ "lock": base64(&lock) })));
    assert_eq!((rescue.locked, rescue.records.len()), (None, 1));
}

#[test]
fn a_record_that_was_unlocked_is_read_by_the_same_rules() {
    let record = saved(quick_scan());
    assert_eq!(rescue::record("k3x9", &record, &known()), Some(quick_scan().into()));
    assert_eq!(rescue::record("wp-1", &saved(workplace()), &known()), Some(workplace().into()));
    assert_eq!(rescue::record("topic-2", &record, &known()), None);
    assert_eq!(rescue::record("k3x9", &record[1..], &known()), None);
}

#[test]
fn a_rescue_file_from_a_device_without_stores_is_empty_and_says_so() {
    for stores in [json!({}), json!({ "assessments": {} }), json!({ "assessments": null, "other": [1, [2]] })] {
        let file = json!({ "format": "room-to-grow-rescue", "version": 1, "made": MADE.0, "stores": stores });
        assert_eq!(rescued(&file.to_string()), Rescue { made: Some(MADE), ..Rescue::default() });
    }
}

#[test]
fn a_time_of_making_that_is_none_is_no_reason_to_lose_the_rest() {
    for made in [json!(null), json!(-1), json!("now"), json!(u64::MAX)] {
        let file = json!({ "format": "room-to-grow-rescue", "version": 1, "made": made, "stores": {} });
        assert_eq!(rescued(&file.to_string()).made, None);
    }
}

#[test]
fn what_is_no_rescue_file_is_refused() {
    let refused = |file: Value| open(file.to_string().as_bytes(), &known()).expect_err("it is refused");
    let stores = || Refusal::Value { at: "stores".to_owned() };
    assert_eq!(refused(json!({ "format": "room-to-grow-rescue", "version": 2, "what": 1 })), Refusal::Newer);
    assert_eq!(refused(json!({ "format": "room-to-grow-rescue", "version": 1 })), stores());
    assert_eq!(refused(json!({ "format": "room-to-grow-rescue", "version": 1, "stores": [] })), stores());
    assert_eq!(
        refused(json!({ "format": "room-to-grow-rescue", "version": 1, "stores": {}, "more": 1 })),
        Refusal::Unknown("more".to_owned())
    );
    let many: serde_json::Map<String, Value> = (0..10_001).map(|key| (key.to_string(), Value::Null)).collect();
    let many = file(Value::Object(many), json!({}));
    assert_eq!(open(many.as_bytes(), &known()), Err(Refusal::TooMany { most: 10_000 }));
}

#[test]
fn what_comes_out_of_a_sealed_file_is_never_a_rescue_file() {
    assert_eq!(read(file(json!({}), json!({})).as_bytes(), &known()), Err(Refusal::NotOurs));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_record_of_a_device_comes_back(device in devices()) {
        let records = device.iter().map(|it| (it.id().to_string(), base64(&saved(it.clone())))).collect();
        let mut rescue = rescued(&file(Value::Object(records), json!({})));
        let mut device = device;
        device.sort_by_key(Record::id);
        rescue.records.sort_by_key(Record::id);
        prop_assert_eq!(rescue, Rescue { made: Some(Moment(MADE.0)), records: device, locked: None, left: 0 });
    }
}
