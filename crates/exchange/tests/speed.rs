//! A large file is read in the time that someone waits for a page. In a file of its own, so that nothing runs beside it.

#[path = "all/support/mod.rs"]
#[allow(dead_code, reason = "the other tests use the rest")]
mod support;

use std::time::{Duration, Instant};

use assessment::{Answer, Assessment, AssessmentId, Level, Moment, ProfileQuestion, Record, Scope};
use exchange::{read, write};
use support::{CHANGED, MADE, known};

/// A device with everything answered and a note of 120 characters at every third practice.
fn well_filled(count: usize) -> Vec<Record> {
    let known = known();
    let one = |place: usize| {
        let mut assessment = Assessment::begin(AssessmentId::new(&format!("a{place}")), 1, Scope::Full, CHANGED);
        for &question in ProfileQuestion::ALL {
            assessment.choose(question, Some(place % question.options().len()), CHANGED);
        }
        for (number, practice) in known.practices.iter().enumerate() {
            let at = Moment(CHANGED.0 + number as u64);
            let level = Level::ALL[(place + number) % 4];
            assessment.answers.give(practice.clone(), Answer::Level(level), at);
            if number % 3 == 0 {
                let note = "Every Tuesday after the first coffee.\n".repeat(3);
                assessment.notes.give(practice.clone(), note, at);
            }
        }
        assessment.into()
    };
    (0..count).map(one).collect()
}

#[test]
fn a_file_of_30_mb_is_read_in_three_seconds() {
    let device = well_filled(5_500);
    let text = write(&device, MADE);
    assert!((30_000_000..40_000_000).contains(&text.len()), "{} bytes", text.len());
    let started = Instant::now();
    let opened = read(text.as_bytes(), &known()).expect("it is a file of ours");
    let took = started.elapsed();
    println!("{} bytes, {} assessments, read in {took:?}", text.len(), device.len());
    assert!(opened.records == device);
    assert!(took < Duration::from_secs(3), "{took:?}");
}
