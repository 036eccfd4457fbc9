//! Whatever is in a note, it takes no more time than its length asks for. In a file of its own, so that nothing runs beside it.

#[path = "all/support/mod.rs"]
#[allow(dead_code, reason = "the other tests use the rest")]
mod support;

use std::time::{Duration, Instant};

use support::{content_folder, guard};

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
    let words = content_files::guard_words(&content_folder()).expect("the lists");
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
