//! Whatever is in a note: no panic, ranges that fit, the same every time, and in no more time than its length asks for.

mod common;

use std::time::{Duration, Instant};

use common::guard;
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

fn time(note: &str) -> Duration {
    let start = Instant::now();
    std::hint::black_box(guard().check(std::hint::black_box(note)));
    start.elapsed()
}

/// Other work on the machine only ever adds time, so one run of several that is fast enough will do.
fn once(is_fast: impl Fn() -> bool) -> bool {
    (0..6).any(|_| is_fast())
}

fn long(piece: &str, length: usize) -> String {
    piece.chars().cycle().take(length).collect()
}

const NOTE: &str = "Fatima heeft liever feedback op papier, dat is besproken met haar buddy. Elke vrijdag een kwartier \
                    koffie. Hij werkt van 8.30 tot 12.00 uur en wil meer uren. ";

#[test]
fn a_note_of_two_thousand_letters_takes_no_time() {
    let note = long(NOTE, 2_000);
    let fastest = (0..20).map(|_| time(&note)).min();
    println!("2,000 letters: {fastest:?}");
    // Generous: a debug build. A release build takes some half a millisecond.
    assert!(fastest < Some(Duration::from_millis(50)), "{fastest:?}");
}

#[test]
fn letters_without_a_space_do_not_blow_up() {
    for piece in ["a", "A", "0", "é", "autisme", "06"] {
        let note = long(piece, 40_000);
        assert!(once(|| time(&note) < Duration::from_millis(200)), "{piece:?}");
    }
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    let pieces = [
        NOTE,
        "a",
        "é",
        "@",
        "a@",
        "0",
        "0 ",
        "06-",
        "Jan, ",
        "Fatima, Bas, ",
        "J.",
        "x.com/",
        "x.com-",
        "a.",
        "at.punt ",
        "hoort ",
        "geb 1-1-90 ",
        "'",
        "a'",
        "als ",
        "autisme training ",
        "de ",
        "Van ",
        "insta: ",
        "A9 ",
        "mevr. ",
        "Laan 1 ",
    ];
    for piece in pieces {
        let (short, longer) = (long(piece, 1_250), long(piece, 20_000));
        // Sixteen times as long: sixteen times the time, and room for chance; the square would be 256 times.
        let grows_well = || time(&longer) < time(&short) * 64 + Duration::from_millis(20);
        assert!(once(grows_well), "{piece:?}: {:?}, {:?}", time(&short), time(&longer));
    }
}

#[test]
fn getting_the_lists_ready_takes_no_time() {
    let words = content_files::guard_words(&common::content_folder()).expect("the lists");
    let ready = || {
        let start = Instant::now();
        std::hint::black_box(guard::Guard::new(&words));
        start.elapsed()
    };
    let fastest = (0..5).map(|_| ready()).min();
    println!("ready in {fastest:?}");
    // A debug build takes some ten times as long as a release build.
    assert!(fastest < Some(Duration::from_millis(500)), "{fastest:?}");
}
