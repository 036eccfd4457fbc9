//! The examples of docs/file-format.md are true.

use crate::support;

use assessment::save;
use exchange::{File, Opened, link, open};
use support::{MADE, known, planned, shop, workplace};

const FORMAT: &str = include_str!("../../../../docs/file-format.md");

/// The examples in a language, in order.
fn examples(language: &str) -> impl Iterator<Item = &'static str> {
    let fence = format!("```{language}\n");
    let after: Vec<_> = FORMAT.split(&fence).skip(1).collect();
    after.into_iter().map(|after| after.split_once("```").expect("it ends").0)
}

/// The bytes of an example stand in pairs of digits, before the words about them.
fn bytes(example: &str) -> Vec<u8> {
    example
        .lines()
        .flat_map(|line| line.chars().take(37).collect::<String>().replace(' ', "").into_bytes())
        .collect::<Vec<_>>()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).expect("digits"), 16).expect("digits"))
        .collect()
}

#[test]
fn the_bytes_of_the_saved_records_are_those_that_are_written() {
    let records = [planned().into(), workplace().into()];
    let shown: Vec<_> = examples("text").collect();
    assert_eq!(shown.len(), records.len());
    for (record, example) in records.iter().zip(shown) {
        let bytes = bytes(example);
        assert_eq!(save::write(record).as_ref(), Ok(&bytes));
        assert!(FORMAT.contains(&format!("{} bytes (`crates/assessment/tests/saved/v3", bytes.len())));
    }
}

#[test]
fn the_json_file_can_be_opened() {
    // It is shortened.
    let mut shown = planned();
    shown.profile.region = None;
    shown.profile_at[8] = assessment::Moment(0);
    shown.set_aside = assessment::ByPractice::default();
    let mut place = shop();
    place.rounds.remove(&assessment::Date(20_990));
    let opened = Opened { made: Some(MADE), records: vec![place.into(), shown.into()] };
    let example = examples("json").next().expect("there is one");
    assert_eq!(open(example.as_bytes(), &known()), Ok(File::Plain(opened)));
}

#[test]
fn the_link_can_be_opened_and_is_the_one_in_golden() {
    let example = examples("link").next().expect("there is one").trim_end();
    assert_eq!(example, include_str!("../golden/link.txt").trim_end());
    assert!(FORMAT.contains(&format!("An example, {} characters", example.len())));
    let link = link::read(example, &known()).expect("it opens");
    assert_eq!(link::write(&link, &known()).as_deref(), Some(example));
}
