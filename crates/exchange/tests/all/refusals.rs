//! Each reason to refuse a JSON file, with a file that gives it.

use crate::support;

use assessment::Level;
use exchange::{File, Known, MOST_BYTES, MOST_RECORDS, Refusal, can_be_opened, open, read, write};
use support::{MADE, is_fit_to_show, known, practice, quick_scan, topic, with};

/// A file with one quick scan.
fn file() -> String {
    write(&[quick_scan().into()], MADE)
}

fn refused(file: impl AsRef<[u8]>) -> Refusal {
    let refusal = open(file.as_ref(), &known()).expect_err("it must not be taken over");
    assert_eq!(read(file.as_ref(), &known()), Err(refusal.clone()));
    assert!(is_fit_to_show(&refusal), "{refusal:?}");
    refusal
}

/// Why the file is refused in which something stands in place of something else.
fn changed(part: &str, other: &str) -> Refusal {
    refused(with(&file(), part, other))
}

fn at(place: &str) -> Refusal {
    Refusal::Value { at: place.to_owned() }
}

fn unknown(name: &str) -> Refusal {
    Refusal::Unknown(name.to_owned())
}

fn twice(name: &str) -> Refusal {
    Refusal::Twice(name.to_owned())
}

#[test]
fn what_is_changed_below_is_accepted_unchanged() {
    assert!(open(file().as_bytes(), &known()).is_ok());
}

#[test]
fn a_file_of_50_mb() {
    assert_eq!(refused(vec![b' '; 50_000_000]), Refusal::TooLarge { most: MOST_BYTES });
    let mut sealed = vec![0; 50_000_000];
    sealed[..8].copy_from_slice(b"RTGSEAL\x01");
    assert_eq!(refused(sealed), Refusal::TooLarge { most: MOST_BYTES });
}

#[test]
fn what_can_be_opened_again_is_known_before_it_is_saved() {
    assert!(can_be_opened(MOST_RECORDS, MOST_BYTES));
    assert!(!can_be_opened(MOST_RECORDS + 1, 1));
    assert!(!can_be_opened(1, MOST_BYTES + 1));
}

#[test]
fn a_file_of_the_largest_size_is_read() {
    let mut file = file().into_bytes();
    file.resize(MOST_BYTES, b' ');
    assert!(open(&file, &known()).is_ok());
    file.push(b' ');
    assert_eq!(refused(file), Refusal::TooLarge { most: MOST_BYTES });
}

#[test]
fn a_file_without_anything() {
    for empty in ["", " ", "\n\t\r\n", "\u{FEFF}", "\u{FEFF}\n"] {
        assert_eq!(refused(empty), Refusal::Empty, "{empty:?}");
    }
}

#[test]
fn a_file_of_another_kind() {
    let utf_16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(file().encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let zip = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".to_vec();
    for other in
        [b"Dear diary".to_vec(), b"%PDF-1.7".to_vec(), b"\x89PNG\r\n\x1A\n".to_vec(), zip, vec![0; 100], utf_16]
    {
        assert_eq!(refused(other), Refusal::NotOurs);
    }
}

#[test]
fn json_of_another_kind() {
    for other in [
        "null",
        "1",
        "\"room-to-grow\"",
        "[]",
        "{}",
        r#"{"name": "package", "version": "1.0.0"}"#,
        r#"{"format": "something else", "version": 2}"#,
        r#"{"format": "room-to-grow 2", "version": 2}"#,
        r#"{"format": ["room-to-grow"], "version": 2}"#,
        r#"{"a": 1, "a": 2}"#,
        r#"{"text": "cut o"#,
        r#"{"text": broken}"#,
    ] {
        assert_eq!(refused(other), Refusal::NotOurs, "{other}");
    }
}

#[test]
fn a_file_that_ends_in_the_middle() {
    let file = file();
    for cut in [1, 9, 20, 40, 300, file.len() - 3] {
        assert_eq!(refused(&file[..cut]), Refusal::CutOff, "{cut}");
    }
}

#[test]
fn a_file_that_was_damaged() {
    assert_eq!(changed(r#""instrument": 1,"#, r#""instrument" 1,"#), Refusal::Damaged);
    assert_eq!(changed(r#""instrument": 1,"#, r#""instrument": 1e999,"#), Refusal::Damaged);
    assert_eq!(changed("é", "\\ud800"), Refusal::Damaged);
    assert_eq!(refused(file() + "x"), Refusal::Damaged);
    assert_eq!(refused(file().repeat(2)), Refusal::Damaged);
    let mut bytes = file().into_bytes();
    let place = bytes.iter().position(|byte| *byte == 0xC3).expect("the first byte of é");
    bytes[place] = 0xFF;
    assert_eq!(refused(bytes), Refusal::Damaged);
}

#[test]
fn a_file_of_a_newer_version() {
    assert_eq!(changed(r#""version": 2,"#, r#""version": 3,"#), Refusal::Newer);
    // Also if it holds what is not known here.
    assert_eq!(changed(r#""version": 2,"#, r#""version": 3, "visits": [],"#), Refusal::Newer);
    assert_eq!(changed(r#""instrument": 1,"#, r#""instrument": 2, "round": 1,"#), Refusal::Newer);
}

#[test]
fn a_file_of_the_version_before_the_first() {
    assert_eq!(changed(r#""version": 2,"#, r#""version": 0,"#), at("version"));
    assert_eq!(changed(r#""version": 2,"#, r#""version": "1","#), at("version"));
    assert_eq!(changed(r#""version": 2,"#, ""), at("version"));
}

#[test]
fn a_name_that_stands_twice() {
    let answer = r#""flex-hours": { "is": null, "at": "2026-11-21T00:01:00.001Z" }"#;
    assert_eq!(changed(answer, &format!("{answer}, {answer}")), twice("flex-hours"));
    // However it is spelt, and wherever it stands.
    assert_eq!(changed(answer, &format!(r#"{answer}, "flex\u002dhours": null"#)), twice("flex-hours"));
    assert_eq!(changed(r#""version": 2,"#, r#""version": 2, "version": 2,"#), twice("version"));
    assert_eq!(changed(r#""is": 2,"#, r#""is": 2, "is": 3,"#), twice("is"));
    assert_eq!(changed(r#""version": 2,"#, r#""version": 2, "other": [{"a": 1, "": 2, "a": 3}],"#), twice("a"));
}

#[test]
fn an_assessment_that_stands_twice() {
    assert_eq!(refused(write(&[quick_scan, topic, quick_scan].map(|it| it().into()), MADE)), twice("k3x9"));
}

#[test]
fn a_field_that_is_not_known() {
    assert_eq!(changed(r#""version": 2,"#, r#""version": 2, "extra": 1,"#), unknown("extra"));
    assert_eq!(changed(r#""instrument": 1,"#, r#""instrument": 1, "score": 7,"#), unknown("score"));
    assert_eq!(changed(r#""is": 2,"#, r#""is": 2, "by": "me","#), unknown("by"));
    assert_eq!(changed(r#""is": "quick","#, r#""is": { "topic": "buddy", "and": 1 },"#), unknown("and"));
    let long = "x".repeat(1_000) + "\\n";
    assert_eq!(
        changed(r#""version": 2,"#, &format!(r#""version": 2, "{long}": 1,"#)),
        Refusal::Unknown("x".repeat(59) + "…")
    );
}

#[test]
fn a_practice_that_is_not_known() {
    for name in ["flex-hours-2", "", "Flex-hours", "__proto__", "<script>alert(1)</script>"] {
        let changed = changed(r#""flex-hours": { "is": null,"#, &format!(r#""{name}": {{ "is": null,"#));
        assert_eq!(changed, unknown(name));
    }
    assert_eq!(changed("means-time", "no-such-practice"), unknown("no-such-practice"));
}

#[test]
fn a_condition_that_is_not_known() {
    assert_eq!(changed(r#""is": "quick","#, r#""is": { "topic": "buddy-named" },"#), unknown("buddy-named"));
}

#[test]
fn a_question_or_an_option_that_is_not_known() {
    assert_eq!(changed(r#""stage": {"#, r#""age": {"#), unknown("age"));
    assert_eq!(changed("first-weeks", "last-weeks"), unknown("last-weeks"));
    // An option of another question.
    assert_eq!(changed("first-weeks", "micro"), unknown("micro"));
    assert_eq!(changed(r#""is": "first-weeks""#, r#""is": 1"#), at("k3x9 › profile › stage"));
}

#[test]
fn an_answer_that_is_none() {
    for answer in ["4", "-1", "2.0", "2.5", "\"2\"", "\"maybe\"", "true", "[2]", "{}", "18446744073709551616"] {
        assert_eq!(
            changed(r#""is": 2,"#, &format!(r#""is": {answer},"#)),
            at("k3x9 › answers › buddy-named"),
            "{answer}"
        );
    }
    for level in 0..Level::ALL.len() {
        assert!(open(with(&file(), r#""is": 2,"#, &format!(r#""is": {level},"#)).as_bytes(), &known()).is_ok());
    }
}

#[test]
fn an_id_that_is_none() {
    for id in ["", "K3X9", "k3 x9", "k3_x9", "é", "k3x9\\n", &"k".repeat(41), "../x"] {
        assert_eq!(changed(r#""id": "k3x9""#, &format!(r#""id": "{id}""#)), at("assessments › 1 › id"), "{id}");
    }
    assert_eq!(changed(r#""id": "k3x9""#, r#""id": 7"#), at("assessments › 1 › id"));
    assert!(open(with(&file(), "k3x9", &"k".repeat(40)).as_bytes(), &known()).is_ok());
}

#[test]
fn a_note_that_is_too_long() {
    let note = |length: usize| with(&file(), "\"é\"", &format!("\"{}\"", "é".repeat(length)));
    assert!(open(note(2_000).as_bytes(), &known()).is_ok());
    assert_eq!(refused(note(2_001)), at("k3x9 › notes › buddy-named"));
}

#[test]
fn a_note_without_words() {
    for note in ["", " ", "\\n\\t", "\\u0000", "\\u001b \\u0007"] {
        assert_eq!(changed("\"é\"", &format!("\"{note}\"")), at("k3x9 › notes › buddy-named"), "{note}");
    }
    assert_eq!(changed("\"é\"", "[]"), at("k3x9 › notes › buddy-named"));
}

#[test]
fn a_time_that_is_none() {
    let started = r#""started": "2026-11-21T00:00:00.000Z""#;
    for time in [
        r#""1969-12-31T23:59:59.999Z""#,
        r#""10000-01-01T00:00:00.000Z""#,
        r#""2026-02-30T00:00:00.000Z""#,
        r#""2026-11-21T00:00:00Z""#,
        r#""2026-11-21T00:00:00.000+01:00""#,
        r#""2026-11-21""#,
        r#""""#,
        "1795219200000",
        "null",
    ] {
        assert_eq!(changed(started, &format!(r#""started": {time}"#)), at("k3x9 › started"), "{time}");
    }
    assert_eq!(changed(r#""1970-01-01T00:00:00.300Z""#, "300"), at("k3x9 › notes › buddy-named › at"));
    assert_eq!(changed(r#""made": "2026-11-22T10:00:00.000Z""#, r#""made": null"#), at("made"));
}

#[test]
fn the_time_of_making_may_be_left_out() {
    let file = with(&file(), r#""made": "2026-11-22T10:00:00.000Z","#, "");
    assert!(matches!(open(file.as_bytes(), &known()), Ok(File::Plain(opened)) if opened.made.is_none()));
}

#[test]
fn a_field_that_is_missing() {
    for (field, place) in [
        (r#""instrument": 1,"#, "k3x9 › instrument"),
        (r#""started": "2026-11-21T00:00:00.000Z","#, "k3x9 › started"),
        (r#""scope": { "is": "quick", "at": "2026-11-21T00:01:00.000Z" },"#, "k3x9 › scope"),
        (r#""is": "quick","#, "k3x9 › scope › is"),
        (r#""is": 2,"#, "k3x9 › answers › buddy-named"),
        (r#""id": "k3x9","#, "assessments › 1 › id"),
    ] {
        assert_eq!(changed(field, ""), at(place), "{field}");
    }
    for field in ["profile", "answers", "notes", "added-back", "set-aside", "plan"] {
        let emptied = format!(r#""{field}": null, "was": {{"#);
        let file = with(&file(), &format!(r#""{field}": {{"#), &emptied);
        assert_eq!(refused(&file), unknown("was"));
        let mut json: serde_json::Value = serde_json::from_str(&self::file()).expect("JSON");
        json["assessments"][0].as_object_mut().expect("an object").remove(field);
        assert_eq!(refused(json.to_string()), at(&format!("k3x9 › {field}")));
    }
    assert_eq!(refused(r#"{"format": "room-to-grow", "version": 2}"#), at("assessments"));
}

#[test]
fn a_value_of_another_shape() {
    for (shape, place) in [
        (r#"{"format": "room-to-grow", "version": 2, "assessments": {}}"#, "assessments"),
        (r#"{"format": "room-to-grow", "version": 2, "assessments": [7]}"#, "assessments › 1"),
        (r#"{"format": "room-to-grow", "version": 2, "assessments": [{}]}"#, "assessments › 1 › id"),
    ] {
        assert_eq!(refused(shape), at(place));
    }
    assert_eq!(
        changed(r#""means-time": { "is": true"#, r#""means-time": { "is": 1"#),
        at("k3x9 › added-back › means-time")
    );
    assert_eq!(
        changed(r#""means-time": {"#, r#""means-time": 1, "flex-hours": {"#),
        at("k3x9 › added-back › means-time")
    );
}

#[test]
fn too_many_assessments() {
    let many = |count: usize| {
        let list = vec!["0"; count].join(",");
        format!(r#"{{"format": "room-to-grow", "version": 2, "assessments": [{list}]}}"#)
    };
    assert_eq!(refused(many(MOST_RECORDS + 1)), Refusal::TooMany { most: MOST_RECORDS });
    assert_eq!(refused(many(MOST_RECORDS)), at("assessments › 1"));
}

#[test]
fn a_file_about_another_instrument_than_is_known() {
    let known = Known { instrument: 1, practices: vec![practice("buddy-named")], conditions: vec![] };
    assert_eq!(open(file().as_bytes(), &known), Err(unknown("flex-hours")));
}
