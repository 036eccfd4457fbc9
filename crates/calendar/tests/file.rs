//! The calendar file, held against another program that reads such files.

mod support;

use std::time::{Duration, Instant};

use assessment::{Date, Moment};
use calendar::{Event, calendar};
use proptest::{collection::vec, prelude::*};
use support::{CHANGED, DAY, MADE, Seen, event, seen};

const GOLDEN: &str = include_str!("golden/plan.ics");

fn plan() -> [Event; 2] {
    let talk = Event { day: Date(20_807), ..event("k3x9.talk.1@room-to-grow", "Gesprek 1 van 12", "") };
    let description = "Wie: leidinggevende; 30 minuten, ongeveer.\nElke dinsdag ☀";
    let named = event("k3x9.action.buddy-named-3@room-to-grow", "Spreek af wie buddy is", description);
    [named, talk]
}

/// The only event of a file that has one.
fn only(event: &Event) -> Seen {
    let (_, mut events) = seen(&calendar("Plan", std::slice::from_ref(event), MADE));
    assert_eq!(events.len(), 1);
    events.remove(0)
}

/// Every line ends as it should, is short enough, and nothing but a tab in it cannot be seen.
fn is_well_formed(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.strip_suffix("\r\n").expect("it ends").split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        // Some calendars refuse a file with a line of which nothing is left when it is unfolded.
        assert!(!line.is_empty() && line != " ");
        assert!(!line.chars().any(|character| character.is_control() && character != '\t'), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    for line in unfolded.trim_end().split("\r\n") {
        let (name, _) = line.split_once(':').expect("a name and a value");
        assert!(name.chars().all(|it| it.is_ascii_uppercase() || matches!(it, '-' | ';' | '=')), "{line}");
    }
}

#[test]
fn the_file_is_as_it_always_was() {
    assert_eq!(calendar("Plan voor de eerste 90 dagen", &plan(), MADE), GOLDEN);
    is_well_formed(GOLDEN);
}

#[test]
fn another_program_reads_what_was_written() {
    let (name, events) = seen(GOLDEN);
    assert_eq!(name.as_deref(), Some("Plan voor de eerste 90 dagen"));
    let [named, talk] = plan();
    let expected = |event: Event, day, description: Option<String>| Seen {
        uid: event.uid,
        title: event.title,
        description,
        day,
        stamp: "2026-11-22 10:00:00".to_owned(),
        changed: "2026-11-21 00:01:00".to_owned(),
        sequence: 29_920_321,
    };
    let description = Some(named.description.clone());
    assert_eq!(events, [expected(named, (2026, 12, 13), description), expected(talk, (2026, 12, 20), None)]);
}

#[test]
fn a_file_may_be_empty_of_events_and_of_a_name() {
    let text = calendar("", &[], MADE);
    is_well_formed(&text);
    assert_eq!(seen(&text), (None, vec![]));
}

#[test]
fn a_hostile_text_stays_a_text() {
    for hostile in [
        "two\nlines",
        "BEGIN:VEVENT\nSUMMARY:not ours\nEND:VEVENT",
        "a\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
        "one; two, three: four \\ five \\n six \\; seven",
        "\"quoted\" ;VALUE=DATE:20260101",
        "trailing \\",
        "  spaces  before and after  ",
        "tab\tin between",
        "<b>bold</b> &amp; more",
        "\u{202E}turned\u{202C} \u{FEFF}",
        "é".repeat(200).as_str(),
        "☀".repeat(200).as_str(),
        "👩🏽‍🔧".repeat(100).as_str(),
        "𝄞".repeat(2_000).as_str(),
        " ".repeat(300).as_str(),
        (" x".repeat(150) + " ").as_str(),
    ] {
        let event = event(hostile, hostile, hostile);
        let text = calendar(hostile, std::slice::from_ref(&event), MADE);
        is_well_formed(&text);
        let (name, events) = seen(&text);
        assert_eq!(name.as_deref(), Some(hostile));
        assert_eq!(events.len(), 1);
        let Seen { uid, title, description, .. } = &events[0];
        assert_eq!((uid.as_str(), title.as_str(), description.as_deref()), (hostile, hostile, Some(hostile)));
    }
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    let seen = only(&event("a", "one\r\ntwo\u{0}\u{7F}\u{9B}", "\u{1B}[31m\r"));
    assert_eq!((seen.title.as_str(), seen.description.as_deref()), ("one\ntwo", Some("[31m")));
}

#[test]
fn a_line_of_every_length_is_short_enough() {
    for letter in ["a", "é", "☀", "𝄞", "\n", ","] {
        for length in 0..400 {
            let title = letter.repeat(length);
            let text = calendar("", &[event("a", &title, "")], MADE);
            is_well_formed(&text);
            assert_eq!(seen(&text).1[0].title, title);
        }
    }
}

#[test]
fn opening_it_again_meets_the_same_events() {
    let first = seen(&calendar("Plan", &plan(), MADE)).1;
    let [mut named, talk] = plan();
    named.day = Date(DAY.0 + 3);
    named.title = "Name the buddy".to_owned();
    named.changed = Moment(CHANGED.0 + 3_600_000);
    let second = seen(&calendar("Plan", &[named, talk], Moment(MADE.0 + 7_200_000))).1;
    let uids = |events: &[Seen]| events.iter().map(|event| event.uid.clone()).collect::<Vec<_>>();
    assert_eq!(uids(&first), uids(&second));
    // What was changed is newer, and what was not is as old as it was.
    assert!(second[0].sequence > first[0].sequence && second[0].changed > first[0].changed);
    assert_eq!((second[1].sequence, &second[1].changed), (first[1].sequence, &first[1].changed));
    assert!(second[1].stamp > first[1].stamp);
}

#[test]
fn a_day_that_no_calendar_knows_is_left_out() {
    let on = |day| calendar("Plan", &[Event { day: Date(day), ..event("a", "a", "") }], MADE);
    assert_eq!(seen(&on(0)).1[0].day, (1970, 1, 1));
    assert_eq!(seen(&on(2_932_896)).1[0].day, (9999, 12, 31));
    for day in [2_932_897, u32::MAX] {
        assert_eq!(seen(&on(day)).1, []);
    }
}

#[test]
fn a_clock_beyond_every_calendar_does_no_harm() {
    let event = Event { changed: Moment(u64::MAX), ..event("a", "a", "") };
    let seen = &seen(&calendar("Plan", &[event], Moment(u64::MAX))).1[0];
    assert_eq!((seen.stamp.as_str(), seen.changed.as_str()), ("9999-12-31 23:59:59", "9999-12-31 23:59:59"));
    assert_eq!(seen.sequence, i64::from(i32::MAX));
}

#[test]
fn five_hundred_events_are_written_at_once() {
    let note = "Every Tuesday after the first coffee. ".repeat(6);
    let events: Vec<_> = (0..500).map(|number| event(&number.to_string(), &"☀ plan".repeat(28), &note)).collect();
    let started = Instant::now();
    let text = calendar("Plan", &events, MADE);
    let took = started.elapsed();
    println!("{} bytes in {took:?}", text.len());
    assert!(took < Duration::from_secs(2), "{took:?}");
    assert_eq!(seen(&text).1.len(), 500);
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\\PC\n\t]{0,200}",
        "[;,:\\\\\nn \u{1F469}\u{200D}é]{0,200}",
        "(BEGIN:VEVENT|END:VEVENT|\n|;|\\\\){0,20}"
    ]
}

proptest! {
    #[test]
    fn every_text_comes_back(name in texts(), events in vec((texts(), texts(), texts(), 0_u32..2_932_897), 0..4)) {
        let events: Vec<_> = events
            .into_iter()
            .map(|(uid, title, description, day)| Event { day: Date(day), ..event(&uid, &title, &description) })
            .collect();
        let text = calendar(&name, &events, MADE);
        is_well_formed(&text);
        let (read, seen) = seen(&text);
        prop_assert_eq!(read, Some(name).filter(|name| !name.is_empty()));
        prop_assert_eq!(seen.len(), events.len());
        for (seen, event) in seen.into_iter().zip(events) {
            prop_assert_eq!((seen.uid, seen.title), (event.uid, event.title));
            prop_assert_eq!(seen.description.unwrap_or_default(), event.description);
        }
    }
}
