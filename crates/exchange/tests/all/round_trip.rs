//! What goes out comes back.

use crate::support;

use assessment::{Assessment, Moment};
use exchange::{File, Opened, open, read, write};
use proptest::prelude::*;
use support::{LATEST, MADE, devices, known, notes, practice, quick_scan, records};

fn only(opened: &Opened) -> &Assessment {
    opened.records[0].assessment().expect("it is one")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_record_comes_back_exactly(records in devices(), made in 0..=LATEST) {
        let text = write(&records, Moment(made));
        prop_assert_eq!(read(text.as_bytes(), &known()), Ok(Opened { made: Some(Moment(made)), records }));
    }

    #[test]
    fn the_same_records_give_the_same_file(records in devices()) {
        let text = write(&records, MADE);
        let opened = read(text.as_bytes(), &known()).expect("it was just written");
        prop_assert_eq!(write(&opened.records, MADE), text);
    }

    #[test]
    fn how_the_json_is_laid_out_does_not_matter(record in records()) {
        let text = write(&[record], MADE);
        let other: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let other = other.to_string();
        prop_assert!(!other.contains('\n'));
        prop_assert_eq!(read(other.as_bytes(), &known()), read(text.as_bytes(), &known()));
    }

    #[test]
    fn a_note_comes_back_without_what_cannot_be_seen(note in "[a\u{0}-\u{1F}\u{7F}-\u{9F}]{1,40}") {
        let mut assessment = quick_scan();
        assessment.notes.give(practice("buddy-time"), note.clone(), MADE);
        let opened = read(write(&[assessment.into()], MADE).as_bytes(), &known()).expect("every note can be written");
        let seen: String = note.chars().filter(|it| matches!(it, 'a' | '\n' | '\t')).collect();
        let expected = Some(seen).filter(|seen| !seen.trim().is_empty());
        prop_assert_eq!(only(&opened).notes.get(&practice("buddy-time")), expected.as_ref());
    }

    #[test]
    fn markup_in_a_note_stays_text(note in notes()) {
        let note = format!("<script>alert(1)</script>{}", note.chars().take(1_900).collect::<String>());
        let mut assessment = quick_scan();
        assessment.notes.give(practice("buddy-time"), note.clone(), MADE);
        let opened = read(write(&[assessment.into()], MADE).as_bytes(), &known()).expect("every note can be written");
        prop_assert_eq!(only(&opened).notes.get(&practice("buddy-time")), Some(&note));
    }
}

#[test]
fn a_file_may_be_empty_of_records() {
    let text = write(&[], MADE);
    assert_eq!(read(text.as_bytes(), &known()), Ok(Opened { made: Some(MADE), records: vec![] }));
}

#[test]
fn a_byte_order_mark_before_the_file_is_passed_over() {
    let text = format!("\u{FEFF}{}", write(&[quick_scan().into()], MADE));
    assert!(
        matches!(open(text.as_bytes(), &known()), Ok(File::Plain(opened)) if opened.records == [quick_scan().into()])
    );
}
