//! Workplaces, and what of an assessment belongs to them, in a JSON file: what is refused, and what is set right.

use crate::support;

use assessment::{
    Answer, Assessment, ConditionId, Date, Event, Given, LONGEST_LABEL, Level, MOST_ROUNDS, Moment, PartOf, Record,
    Round, Scope, Shared, Workplace, WorkplaceId,
};
use exchange::{File, Known, MOST_RECORDS, Opened, Refusal, open, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{LAST_DAY, LATEST, MADE, is_fit_to_show, known, practice, recheck, shop, with, workplace};

/// A file with one workplace and one assessment, which is part of it.
fn file() -> String {
    write(&[shop().into(), recheck().into()], MADE)
}

fn refused(file: impl AsRef<[u8]>) -> Refusal {
    let refusal = open(file.as_ref(), &known()).expect_err("it must not be taken over");
    assert!(is_fit_to_show(&refusal), "{refusal:?}");
    refusal
}

fn opened(file: &str) -> Vec<Record> {
    match open(file.as_bytes(), &known()) {
        Ok(File::Plain(Opened { records, .. })) => records,
        other => panic!("it can be read: {other:?}"),
    }
}

/// The workplace of a file.
fn is_read(file: &str) -> Workplace {
    opened(file)[0].workplace().expect("it is one").clone()
}

/// The assessment of a file.
fn assessment_in(file: &str) -> Assessment {
    opened(file).iter().find_map(Record::assessment).expect("there is one").clone()
}

/// The file with another value at this place of a list.
fn changed(list: &str, path: &[&str], value: Value) -> String {
    let mut json: Value = serde_json::from_str(&file()).expect("it is JSON");
    let mut place = &mut json[list][0];
    for name in path {
        place = &mut place[*name];
    }
    *place = value;
    json.to_string()
}

/// The file with another value at this place of its workplace.
fn with_value(path: &[&str], value: Value) -> String {
    changed("workplaces", path, value)
}

/// The file with another value at this field of its first round.
fn in_round(field: &str, value: Value) -> String {
    with_value(&["rounds", "2026-12-13", field], value)
}

/// The file with another value at this place of its assessment.
fn in_assessment(path: &[&str], value: Value) -> String {
    changed("assessments", path, value)
}

/// A value with a time.
fn timed(is: Value) -> Value {
    json!({ "is": is, "at": "2026-11-21T00:01:00.002Z" })
}

fn at(place: &str) -> Refusal {
    Refusal::Value { at: place.to_owned() }
}

fn at_round(rest: &str) -> Refusal {
    at(&format!("wp-1 › rounds › 2026-12-13{rest}"))
}

fn unknown(name: &str) -> Refusal {
    Refusal::Unknown(name.to_owned())
}

fn twice(name: &str) -> Refusal {
    Refusal::Twice(name.to_owned())
}

#[test]
fn what_is_changed_below_is_accepted_unchanged() {
    assert_eq!(opened(&file()), [shop().into(), recheck().into()]);
    assert!(is_read(&with_value(&["archived"], timed(json!(true)))).archived.value);
    assert!(assessment_in(&in_assessment(&["put-away"], timed(json!(true)))).put_away.value);
}

// The two lists.

#[test]
fn workplaces_come_first_however_the_records_were_given() {
    let mixed: [Record; 4] = [recheck().into(), shop().into(), support::planned().into(), other("wp-2").into()];
    let [recheck, shop, planned, other] = mixed.clone();
    assert_eq!(opened(&write(&mixed, MADE)), [shop, other, recheck, planned]);
}

fn other(id: &str) -> Workplace {
    Workplace::begin(WorkplaceId::new(id), String::new(), MADE)
}

#[test]
fn a_file_without_workplaces_has_no_list_of_them() {
    let text = write(&[recheck().into()], MADE);
    assert!(!text.contains("workplaces"));
    let emptied = with(&text, r#""assessments": ["#, r#""workplaces": [], "assessments": ["#);
    assert_eq!(opened(&emptied), [recheck().into()]);
    let none = r#"{"format": "room-to-grow", "version": 2, "workplaces": [{"id": "a"}]}"#;
    assert_eq!(refused(none), at("assessments"));
}

#[test]
fn a_list_of_workplaces_of_another_shape() {
    let list = |list: &str| {
        refused(format!(r#"{{"format": "room-to-grow", "version": 2, "workplaces": {list}, "assessments": []}}"#))
    };
    for other in ["{}", "null", "7", "\"wp-1\""] {
        assert_eq!(list(other), at("workplaces"), "{other}");
    }
    assert_eq!(list("[7]"), at("workplaces › 1"));
    assert_eq!(list("[{}]"), at("workplaces › 1 › id"));
    assert_eq!(list(r#"[{"id": "a"}, {"id": "A"}]"#), at("workplaces › 2 › id"));
    assert_eq!(list(r#"[{"id": 7}]"#), at("workplaces › 1 › id"));
}

#[test]
fn no_id_stands_twice_in_both_lists_together() {
    let id = |id: &str| -> [Record; 2] { [shop().into(), other(id).into()] };
    assert_eq!(refused(write(&id("wp-1"), MADE)), twice("wp-1"));
    assert_eq!(opened(&write(&id("wp-2"), MADE)), id("wp-2"));
    assert_eq!(refused(in_assessment(&["id"], json!("wp-1"))), twice("wp-1"));
}

#[test]
fn there_is_one_limit_for_both_lists() {
    let many = |workplaces: usize, assessments: usize| {
        let list = |count| vec!["0"; count].join(",");
        let (workplaces, assessments) = (list(workplaces), list(assessments));
        let file = r#"{"format": "room-to-grow", "version": 2, "#;
        refused(format!(r#"{file}"workplaces": [{workplaces}], "assessments": [{assessments}]}}"#))
    };
    assert_eq!(many(1, MOST_RECORDS), Refusal::TooMany { most: MOST_RECORDS });
    assert_eq!(many(MOST_RECORDS, 1), Refusal::TooMany { most: MOST_RECORDS });
    assert_eq!(many(1, MOST_RECORDS - 1), at("workplaces › 1"));
    assert_eq!(many(0, MOST_RECORDS), at("assessments › 1"));
}

// Versions.

#[test]
fn a_file_of_version_1_knows_nothing_of_workplaces() {
    let first = |part: &str, other: &str| refused(with(include_str!("../golden/backup.json"), part, other));
    assert_eq!(first(r#""version": 1,"#, r#""version": 1, "workplaces": [],"#), unknown("workplaces"));
    let started = r#""started": "2026-11-21T00:00:00.000Z","#;
    let field = |field: &str, value: Value| first(started, &format!("{started} {field:?}: {value},"));
    assert_eq!(field("part-of", timed(json!(null))), unknown("part-of"));
    assert_eq!(field("put-away", timed(json!(false))), unknown("put-away"));
    assert_eq!(first(r#""is": "quick""#, r#""is": { "recheck": "new-manager" }"#), unknown("recheck"));
    assert_eq!(first(r#""is": 2,"#, r#""is": "not-seen","#), at("k3x9 › answers › buddy-named"));
}

#[test]
fn a_newer_file_is_told_by_its_assessments_before_a_workplace_is_looked_at() {
    let file = with(&in_round("shared", json!({ "a-new-topic": {} })), r#""instrument":1"#, r#""instrument":2"#);
    assert_eq!(refused(file), Refusal::Newer);
}

// Fields.

#[test]
fn what_was_never_touched_is_left_out() {
    let bare =
        Workplace { label: Given::default(), ..Workplace::begin(WorkplaceId::new("a"), String::new(), Moment(0)) };
    let text = write(&[bare.clone().into()], MADE);
    assert!(text.contains("\n    {\n      \"id\": \"a\"\n    }\n"), "{text}");
    assert_eq!(is_read(&text), bare);
    let read = is_read(&with_value(&["rounds"], json!({ "2026-12-13": {} })));
    assert_eq!(read.rounds.iter().collect::<Vec<_>>(), [(&Date(20_800), &Round::default())]);
    assert!(!write(&[support::quick_scan().into()], MADE).contains("-of\""));
}

#[test]
fn what_was_touched_is_written_even_if_it_is_as_before() {
    let mut touched = workplace();
    (touched.label, touched.archived) = (Given { at: MADE, value: String::new() }, Given { at: MADE, value: false });
    touched.next_visit = Given { at: Moment(0), value: Some(Date(0)) };
    let round = Round {
        event: Given { at: MADE, value: None },
        revealed: Given { at: Moment(0), value: true },
        agreements: Given { at: MADE, value: String::new() },
        shared: None,
    };
    touched.rounds.insert(Date(0), round);
    assert_eq!(is_read(&write(&[touched.clone().into()], MADE)), touched);
    let mut assessment = recheck();
    (assessment.part_of, assessment.put_away) = (Given { at: MADE, value: None }, Given { at: MADE, value: false });
    assert_eq!(assessment_in(&write(&[assessment.clone().into()], MADE)), assessment);
}

#[test]
fn a_field_that_is_not_known() {
    assert_eq!(refused(with_value(&["name"], timed(json!("Anna")))), unknown("name"));
    assert_eq!(refused(in_round("candidate", timed(json!("Anna")))), unknown("candidate"));
    assert_eq!(refused(in_assessment(&["round"], json!("2026-12-13"))), unknown("round"));
    let part = json!({ "workplace": "wp-1", "round": "2026-12-13", "view": "buddy" });
    assert_eq!(refused(in_assessment(&["part-of"], timed(part))), unknown("view"));
}

#[test]
fn a_name_that_stands_twice() {
    let text = file();
    let round = r#""2026-12-13": {"#;
    assert_eq!(refused(with(&text, round, &format!(r#""2026-12-13": {{}}, {round}"#))), twice("2026-12-13"));
    assert_eq!(refused(with(&text, r#""buddy": {"#, r#""buddy": {}, "buddy": {"#)), twice("buddy"));
    let level = r#""buddy-named": 1"#;
    assert_eq!(refused(with(&text, level, &format!("{level}, {level}"))), twice("buddy-named"));
}

// Values.

#[test]
fn a_label_is_a_short_line() {
    for label in ["a", "", "é 1", &"𝄞".repeat(LONGEST_LABEL)] {
        assert_eq!(is_read(&with_value(&["label"], timed(json!(label)))).label.value, label);
    }
    for other in [json!("𝄞".repeat(LONGEST_LABEL + 1)), json!(" "), json!("\n"), json!("\u{0}"), json!(null), json!(7)]
    {
        assert_eq!(refused(with_value(&["label"], timed(other.clone()))), at("wp-1 › label"), "{other}");
    }
    assert_eq!(refused(with_value(&["label"], json!("Shop"))), at("wp-1 › label"));
}

#[test]
fn a_yes_or_no_that_is_neither() {
    for other in [json!(null), json!(0), json!("false"), json!({})] {
        assert_eq!(refused(with_value(&["archived"], timed(other.clone()))), at("wp-1 › archived"), "{other}");
        assert_eq!(refused(in_round("revealed", timed(other.clone()))), at_round(" › revealed"), "{other}");
        assert_eq!(refused(in_assessment(&["put-away"], timed(other))), at("mg1-7 › put-away"));
    }
}

#[test]
fn a_day_that_is_none() {
    for day in ["1969-12-31", "10000-01-01", "2026-02-29", "2026-1-05", "2026-11-21T00:00:00.000Z", ""] {
        assert_eq!(refused(with_value(&["next-visit"], timed(json!(day)))), at("wp-1 › next-visit"), "{day}");
        assert_eq!(refused(with_value(&["rounds", day], json!({}))), at(&format!("wp-1 › rounds › {day}")));
        let part = json!({ "workplace": "wp-1", "round": day });
        assert_eq!(refused(in_assessment(&["part-of"], timed(part))), at("mg1-7 › part-of › round"));
    }
    for (day, date) in [("1970-01-01", Date(0)), ("9999-12-31", Date(LAST_DAY))] {
        assert_eq!(is_read(&with_value(&["next-visit"], timed(json!(day)))).next_visit.value, Some(date));
        assert!(is_read(&with_value(&["rounds", day], json!({}))).rounds.get(&date).is_some());
    }
}

#[test]
fn an_event_that_is_not_known() {
    assert_eq!(refused(in_round("event", timed(json!("new-boss")))), unknown("new-boss"));
    for other in [json!(1), json!({}), json!(true)] {
        assert_eq!(refused(in_round("event", timed(other.clone()))), at_round(" › event"), "{other}");
    }
    for &event in <Event as assessment::Choice>::ALL {
        let id = json!(assessment::Choice::id(event));
        let round = is_read(&in_round("event", timed(id))).rounds.get(&Date(20_800)).cloned();
        assert_eq!(round.map(|round| round.event.value), Some(Some(event)));
    }
}

#[test]
fn agreements_are_a_note_or_none() {
    for agreements in ["", "é\n\t<b>", &"𝄞".repeat(2_000)] {
        is_read(&in_round("agreements", timed(json!(agreements))));
    }
    for other in [json!("𝄞".repeat(2_001)), json!(" "), json!("\n\t"), json!("\u{0}"), json!(null), json!(7)] {
        assert_eq!(refused(in_round("agreements", timed(other.clone()))), at_round(" › agreements"), "{other}");
    }
}

#[test]
fn rounds_of_another_shape() {
    for other in [json!(null), json!([]), json!("2026-12-13")] {
        assert_eq!(refused(with_value(&["rounds"], other.clone())), at("wp-1 › rounds"), "{other}");
        assert_eq!(refused(with_value(&["rounds", "2026-12-13"], other)), at_round(""));
    }
}

#[test]
fn a_workplace_of_the_most_rounds_is_read() {
    let text = |count: usize| {
        let mut workplace = workplace();
        workplace.rounds = (0..).map(|day| (Date(day), Round::default())).take(count).collect();
        write(&[workplace.into()], MADE)
    };
    assert_eq!(is_read(&text(MOST_ROUNDS)).rounds.iter().count(), MOST_ROUNDS);
    assert_eq!(refused(text(MOST_ROUNDS + 1)), at("wp-1 › rounds"));
}

// What a candidate handed over.

fn handed_over(file: &str) -> Option<Shared> {
    is_read(file).rounds.get(&Date(20_800)).and_then(|round| round.shared.clone())
}

#[test]
fn what_was_handed_over_has_no_time() {
    let timed = timed(json!({ "buddy": { "buddy-named": 1 } }));
    assert_eq!(refused(in_round("shared", timed)), unknown("at"));
    let level = json!({ "buddy": { "buddy-named": { "is": 1, "at": "2026-11-21T00:01:00.002Z" } } });
    assert_eq!(refused(in_round("shared", level)), at(SHARED_BUDDY_NAMED));
}

/// Cut to what fits into a message.
const SHARED_BUDDY_NAMED: &str = "wp-1 › rounds › 2026-12-13 › shared › buddy › buddy-named";

#[test]
fn a_topic_or_a_practice_that_is_not_known() {
    for name in ["no-such-topic", "buddy-named", "", "Buddy", "__proto__"] {
        assert_eq!(refused(in_round("shared", json!({ name: { "buddy-named": 1 } }))), unknown(name));
    }
    for name in ["no-such-practice", "buddy", "", "Buddy-named", "__proto__"] {
        assert_eq!(refused(in_round("shared", json!({ "buddy": { name: 1 } }))), unknown(name));
    }
    let known = Known { instrument: 2, practices: vec![practice("flex-hours")], conditions: known().conditions };
    assert_eq!(read(file().as_bytes(), &known), Err(unknown("buddy-named")));
}

#[test]
fn a_level_that_is_none() {
    let level = |level: Value| in_round("shared", json!({ "buddy": { "buddy-named": level } }));
    for other in [json!(4), json!(-1), json!(1.5), json!("1"), json!(null), json!(true), json!("dont-know")] {
        assert_eq!(refused(level(other.clone())), at(SHARED_BUDDY_NAMED), "{other}");
    }
    for (place, &expected) in Level::ALL.iter().enumerate() {
        assert_eq!(
            handed_over(&level(json!(place))).map(|it| it.0[0].1.clone()),
            Some(vec![(practice("buddy-named"), expected)])
        );
    }
}

#[test]
fn a_topic_without_a_level_is_refused_like_one_of_another_shape() {
    for other in [json!({}), json!(null), json!([]), json!(1)] {
        let refusal = refused(in_round("shared", json!({ "buddy": other })));
        assert_eq!(refusal, at_round(" › shared › buddy"), "{other}");
    }
    for other in [json!(null), json!([]), json!(["buddy"]), json!(1)] {
        assert_eq!(refused(in_round("shared", other.clone())), at_round(" › shared"), "{other}");
    }
}

#[test]
fn that_nothing_was_handed_over_leaves_no_trace() {
    assert_eq!(handed_over(&in_round("shared", json!({}))), None);
    let mut nothing = workplace();
    nothing.rounds.insert(Date(20_800), Round { shared: Some(Shared::default()), ..Round::default() });
    let mut not_asked = workplace();
    not_asked.rounds.insert(Date(20_800), Round::default());
    assert_eq!(write(&[nothing.into()], MADE), write(&[not_asked.into()], MADE));
}

#[test]
fn a_practice_stands_in_one_topic() {
    let shared = json!({ "buddy": { "buddy-named": 1 }, "growth": { "buddy-named": 2 } });
    assert_eq!(refused(in_round("shared", shared)), twice("buddy-named"));
}

#[test]
fn topics_come_in_the_order_of_the_instrument_whatever_that_of_the_file() {
    // 'acceptance' stands before 'buddy' in the alphabet, and 'buddy-prepared' before 'buddy-time'.
    let levels = |ids: [&str; 2]| ids.map(|id| (practice(id), Level::Arranged)).to_vec();
    let ordered = vec![
        (ConditionId::new("buddy"), levels(["buddy-time", "buddy-prepared"])),
        (ConditionId::new("acceptance"), levels(["accept-same-terms", "accept-team"])),
    ];
    let written = |topics: Vec<_>| {
        let mut workplace = workplace();
        workplace.rounds.insert(Date(20_800), Round { shared: Some(Shared(topics)), ..Round::default() });
        write(&[workplace.into()], MADE)
    };
    let text = written(ordered.clone());
    assert!(text.find("\"buddy\"") < text.find("\"acceptance\""));
    assert!(text.find("\"buddy-time\"") < text.find("\"buddy-prepared\""));
    let turned = ordered.iter().rev().map(|(topic, levels)| (topic.clone(), levels.iter().rev().cloned().collect()));
    assert_eq!(handed_over(&written(turned.collect())), Some(Shared(ordered.clone())));
    assert_eq!(handed_over(&text), Some(Shared(ordered)));
}

// What an assessment says of it.

#[test]
fn a_part_that_makes_no_sense() {
    let part = |part: Value| refused(in_assessment(&["part-of"], timed(part)));
    for other in [json!("wp-1"), json!([]), json!(1), json!(true)] {
        assert_eq!(part(other.clone()), at("mg1-7 › part-of"), "{other}");
    }
    for id in [json!(""), json!("Shop"), json!("a b"), json!("a".repeat(41)), json!(null), json!(7)] {
        let refusal = part(json!({ "workplace": id, "round": "2026-12-13" }));
        assert_eq!(refusal, at("mg1-7 › part-of › workplace"), "{id}");
    }
    assert_eq!(part(json!({ "round": "2026-12-13" })), at("mg1-7 › part-of › workplace"));
    assert_eq!(part(json!({ "workplace": "wp-1" })), at("mg1-7 › part-of › round"));
    assert_eq!(refused(in_assessment(&["part-of"], json!(null))), at("mg1-7 › part-of"));
}

#[test]
fn a_part_of_a_workplace_that_is_not_in_the_file_is_read() {
    let part = PartOf { workplace: WorkplaceId::new("elsewhere"), round: Date(1) };
    let json = json!({ "workplace": "elsewhere", "round": "1970-01-02" });
    assert_eq!(assessment_in(&in_assessment(&["part-of"], timed(json))).part_of.value, Some(part));
}

#[test]
fn a_recheck_is_after_an_event_that_is_known() {
    let scope = |is: Value| in_assessment(&["scope"], timed(is));
    for &event in <Event as assessment::Choice>::ALL {
        let id = assessment::Choice::id(event);
        assert_eq!(assessment_in(&scope(json!({ "recheck": id }))).scope.value, Scope::Recheck(event));
    }
    assert_eq!(refused(scope(json!({ "recheck": "new-boss" }))), unknown("new-boss"));
    assert_eq!(refused(scope(json!({ "recheck": null }))), at("mg1-7 › scope › recheck"));
    for other in [json!({}), json!({ "recheck": "new-manager", "topic": "buddy" }), json!("recheck")] {
        assert_eq!(refused(scope(other.clone())), at("mg1-7 › scope"), "{other}");
    }
}

#[test]
fn what_was_not_seen_is_an_answer_of_its_own() {
    assert_eq!(assessment_in(&file()).answers.get(&practice("buddy-named")), Some(&Answer::NotSeen));
    let other = in_assessment(&["answers", "buddy-named"], timed(json!("not seen")));
    assert_eq!(refused(other), at("mg1-7 › answers › buddy-named"));
}

// What is set right when it is written.

#[test]
fn what_a_file_cannot_say_is_set_right() {
    let mut odd = shop();
    odd.label.value = "\u{7}\n".to_owned();
    odd.archived.at = Moment(u64::MAX);
    odd.next_visit.value = Some(Date(LAST_DAY + 1));
    let round = Round { agreements: Given { at: MADE, value: " \u{7}\t".to_owned() }, ..Round::default() };
    odd.rounds = [(Date(u32::MAX), round)].into_iter().collect();
    let read = is_read(&write(&[odd.clone().into()], MADE));
    odd.label.value = String::new();
    odd.archived.at = Moment(LATEST);
    odd.next_visit.value = Some(Date(LAST_DAY));
    let round = Round { agreements: Given { at: MADE, value: String::new() }, ..Round::default() };
    odd.rounds = [(Date(LAST_DAY), round)].into_iter().collect();
    assert_eq!(read, odd);
    // Once: a second writing changes nothing more.
    assert_eq!(is_read(&write(&[odd.clone().into()], MADE)), odd);
    let mut assessment = recheck();
    let part = |round| Some(PartOf { workplace: WorkplaceId::new("wp-1"), round: Date(round) });
    assessment.part_of.value = part(u32::MAX);
    assert_eq!(assessment_in(&write(&[assessment.into()], MADE)).part_of.value, part(LAST_DAY));
}

proptest! {
    #[test]
    fn a_label_comes_back_on_one_line(label in "[a\u{0}-\u{1F}\u{7F}-\u{9F}]{1,40}") {
        let seen = label.chars().filter(|it| *it == 'a').collect::<String>();
        let workplace = Workplace::begin(WorkplaceId::new("a"), label, MADE);
        prop_assert_eq!(is_read(&write(&[workplace.into()], MADE)).label.value, seen);
    }
}
