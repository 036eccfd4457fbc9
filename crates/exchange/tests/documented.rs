//! The examples of docs/file-format.md are true.

mod support;

use assessment::save;
use exchange::{File, Opened, open};
use support::{MADE, known, planned};

const FORMAT: &str = include_str!("../../../docs/file-format.md");

/// The first example in a language.
fn example(language: &str) -> &'static str {
    let fence = format!("```{language}\n");
    let (_, after) = FORMAT.split_once(&fence).expect("there is one");
    after.split_once("```").expect("it ends").0
}

#[test]
fn the_bytes_of_the_saved_assessment_are_those_that_are_written() {
    // The bytes stand in pairs of digits, before the words about them.
    let bytes: Vec<u8> = example("text")
        .lines()
        .flat_map(|line| line.chars().take(37).collect::<String>().replace(' ', "").into_bytes())
        .collect::<Vec<_>>()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).expect("digits"), 16).expect("digits"))
        .collect();
    assert_eq!(save::write(&planned()).as_ref(), Ok(&bytes));
    assert!(FORMAT.contains(&format!("An example, {} bytes", bytes.len())));
}

#[test]
fn the_json_file_can_be_opened() {
    // It is shortened.
    let mut shown = planned();
    shown.profile.region = None;
    shown.profile_at[8] = assessment::Moment(0);
    shown.set_aside = assessment::ByPractice::default();
    let opened = Opened { made: Some(MADE), assessments: vec![shown] };
    assert_eq!(open(example("json").as_bytes(), &known()), Ok(File::Plain(opened)));
}
