//! Whatever is in a note: no panic, ranges that fit, and the same every time.

use crate::support::guard;
use proptest::prelude::*;

/// Pieces that rules look at, so that chance meets the rules.
const PIECES: [&str; 40] = [
    "hij",
    "heeft",
    "autisme",
    "Fatima",
    "Wil",
    "J.",
    "mevr.",
    "van der",
    "en",
    ",",
    ".",
    "@",
    "06",
    "12345678",
    "(at)",
    "linkedin.com",
    "/in/",
    "x",
    "geb",
    "14-03",
    "1991",
    "Lindelaan",
    "14",
    "1055",
    "ab",
    "'s",
    "-",
    "\n",
    "é\u{301}",
    "🙂",
    "İ",
    "ß",
    "漢字",
    "\u{200d}",
    "BSN",
    "insta",
    ":",
    "NW9",
    "2AB",
    " ",
];

fn check(note: &str) {
    let findings = guard().check(note);
    for finding in &findings {
        assert_eq!(note.get(finding.start..finding.end), Some(finding.words.as_str()), "{note:?}");
        assert!(!finding.words.is_empty(), "{note:?}");
    }
    assert!(findings.windows(2).all(|pair| pair[0].start <= pair[1].start), "in the order of the note: {note:?}");
    for (index, finding) in findings.iter().enumerate() {
        let same = findings.iter().skip(index + 1).filter(|other| other.kind == finding.kind);
        assert!(same.clone().all(|other| other.start > finding.end), "what touches is one: {note:?}");
    }
    assert_eq!(findings, guard().check(note), "the same every time");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_checked(note in any::<String>()) {
        check(&note);
    }

    #[test]
    fn any_row_of_pieces_can_be_checked(pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 0..40)) {
        let note: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        check(&note);
    }
}
