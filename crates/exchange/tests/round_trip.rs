//! What goes out comes back.

mod support;

use assessment::Moment;
use exchange::{File, Opened, open, read, write};
use proptest::prelude::*;
use support::{LATEST, MADE, assessments, devices, known, notes, practice, quick_scan};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_assessment_comes_back_exactly(assessments in devices(), made in 0..=LATEST) {
        let text = write(&assessments, Moment(made));
        prop_assert_eq!(read(text.as_bytes(), &known()), Ok(Opened { made: Some(Moment(made)), assessments }));
    }

    #[test]
    fn the_same_assessments_give_the_same_file(assessments in devices()) {
        let text = write(&assessments, MADE);
        let opened = read(text.as_bytes(), &known()).expect("it was just written");
        prop_assert_eq!(write(&opened.assessments, MADE), text);
    }

    #[test]
    fn how_the_json_is_laid_out_does_not_matter(assessment in assessments()) {
        let text = write(&[assessment], MADE);
        let other: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let other = other.to_string();
        prop_assert!(!other.contains('\n'));
        prop_assert_eq!(read(other.as_bytes(), &known()), read(text.as_bytes(), &known()));
    }

    #[test]
    fn a_note_comes_back_without_what_cannot_be_seen(note in "[a\u{0}-\u{1F}\u{7F}-\u{9F}]{1,40}") {
        let mut assessment = quick_scan();
        assessment.notes.give(practice("buddy-time"), note.clone(), MADE);
        let opened = read(write(&[assessment], MADE).as_bytes(), &known()).expect("every note can be written");
        let seen: String = note.chars().filter(|it| matches!(it, 'a' | '\n' | '\t')).collect();
        let expected = Some(seen).filter(|seen| !seen.trim().is_empty());
        prop_assert_eq!(opened.assessments[0].notes.get(&practice("buddy-time")), expected.as_ref());
    }

    #[test]
    fn markup_in_a_note_stays_text(note in notes()) {
        let note = format!("<script>alert(1)</script>{}", note.chars().take(1_900).collect::<String>());
        let mut assessment = quick_scan();
        assessment.notes.give(practice("buddy-time"), note.clone(), MADE);
        let opened = read(write(&[assessment], MADE).as_bytes(), &known()).expect("every note can be written");
        prop_assert_eq!(opened.assessments[0].notes.get(&practice("buddy-time")), Some(&note));
    }
}

#[test]
fn a_file_may_be_empty_of_assessments() {
    let text = write(&[], MADE);
    assert_eq!(read(text.as_bytes(), &known()), Ok(Opened { made: Some(MADE), assessments: vec![] }));
}

#[test]
fn a_byte_order_mark_before_the_file_is_passed_over() {
    let text = format!("\u{FEFF}{}", write(&[quick_scan()], MADE));
    assert!(matches!(open(text.as_bytes(), &known()), Ok(File::Plain(opened)) if opened.assessments == [quick_scan()]));
}
