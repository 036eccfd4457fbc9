//! The plan in a JSON file: what is refused, what is set right, and what stays when the questions change.

use crate::support;

use assessment::{
    ActionId, Assessment, Date, Given, LONGEST_TITLE, MOST_ACTIONS, Moment, Period, PlanAction, Rhythm, Status, Taker,
    When,
};
use exchange::{File, Known, MOST_MINUTES, Opened, Refusal, open, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{LAST_DAY, LATEST, MADE, is_fit_to_show, known, planned, practice, with};

/// A file with one assessment, which has a plan.
fn file() -> String {
    write(&[planned().into()], MADE)
}

fn refused(file: impl AsRef<[u8]>) -> Refusal {
    let refusal = open(file.as_ref(), &known()).expect_err("it must not be taken over");
    assert!(is_fit_to_show(&refusal), "{refusal:?}");
    refusal
}

/// Why the file is refused in which something stands in place of something else.
fn changed(part: &str, other: &str) -> Refusal {
    refused(with(&file(), part, other))
}

/// The file with another value at this place of its plan.
fn with_value(path: &[&str], value: Value) -> String {
    let mut json: Value = serde_json::from_str(&file()).expect("it is JSON");
    let mut place = &mut json["assessments"][0]["plan"];
    for name in path {
        place = &mut place[*name];
    }
    *place = value;
    json.to_string()
}

fn action(field: &str, value: Value) -> String {
    with_value(&["actions", "buddy-named-3", field], value)
}

/// A value with a time.
fn timed(is: Value) -> Value {
    json!({ "is": is, "at": "2026-11-21T00:01:00.002Z" })
}

fn is_read(file: &str) -> Assessment {
    match open(file.as_bytes(), &known()) {
        Ok(File::Plain(Opened { records, .. })) => records[0].assessment().expect("it is one").clone(),
        other => panic!("it can be read: {other:?}"),
    }
}

fn at(place: &str) -> Refusal {
    Refusal::Value { at: format!("k3x9 › plan{place}") }
}

fn unknown(name: &str) -> Refusal {
    Refusal::Unknown(name.to_owned())
}

/// What is refused at a field of the action.
fn action_refused(field: &str, value: Value) -> Refusal {
    refused(action(field, timed(value)))
}

fn at_action(rest: &str) -> Refusal {
    // A place is shortened to what fits into a message.
    let full = format!("k3x9 › plan › actions › buddy-named-3{rest}");
    assert!(full.chars().count() <= 60);
    Refusal::Value { at: full }
}

#[test]
fn what_is_changed_below_is_accepted_unchanged() {
    assert_eq!(is_read(&file()), planned());
    assert_eq!(is_read(&action("taker", timed(json!("manager")))), planned());
}

// Versions.

#[test]
fn a_file_of_version_1_has_no_plan() {
    let first = with(
        include_str!("../golden/backup.json"),
        r#""instrument": 1,
      "started": "2026-11-21T00:00:00.000Z","#,
        r#""instrument": 1, "plan": {},
      "started": "2026-11-21T00:00:00.000Z","#,
    );
    assert_eq!(refused(first), unknown("plan"));
}

#[test]
fn a_file_of_version_2_has_a_plan_that_may_be_empty() {
    let untouched = is_read(&with_value(&[], json!({})));
    assert_eq!(untouched.plan, assessment::Plan::default());
    assert_eq!(refused(with_value(&[], json!(null))), at(""));
    assert_eq!(refused(with_value(&[], json!([]))), at(""));
}

// Fields.

#[test]
fn a_field_that_is_not_known() {
    assert_eq!(refused(with_value(&["goal"], json!(1))), unknown("goal"));
    assert_eq!(refused(action("owner", timed(json!("hr")))), unknown("owner"));
    assert_eq!(refused(action("from", json!({ "practice": "buddy-named", "to": 3, "by": 1 }))), unknown("by"));
    assert_eq!(changed(r#""is": "weekly-first","#, r#""is": "weekly-first", "until": 1,"#), unknown("until"));
}

#[test]
fn a_name_that_stands_twice() {
    let twice = |name: &str| Refusal::Twice(name.to_owned());
    let part = r#""minutes": { "is": 30"#;
    assert_eq!(changed(part, &format!(r#""minutes": 1, {part}"#)), twice("minutes"));
    assert_eq!(changed(r#""buddy-named-3": {"#, r#""buddy-named-3": {}, "buddy-named-3": {"#), twice("buddy-named-3"));
    assert_eq!(changed(r#""colleague"]"#, r#""colleague", "buddy"]"#), twice("buddy"));
}

#[test]
fn what_has_no_beginning_cannot_be_left_out() {
    assert_eq!(changed(r#""from": { "practice": "buddy-named", "to": 3 },"#, ""), at_action(" › from"));
    let when = r#""when": { "is": { "in": "week-one" }, "at": "2026-11-21T00:01:00.002Z" },"#;
    assert_eq!(changed(when, ""), at_action(" › when"));
}

#[test]
fn what_was_never_touched_may_be_left_out() {
    let bare = json!({ "from": null, "when": timed(json!({ "in": "later" })) });
    let read = is_read(&with_value(&["actions", "a"], bare));
    let action = read.plan.actions.get(&ActionId::new("a")).expect("it is there");
    let mut expected = PlanAction::own(String::new(), When::In(Period::Later), Moment(0));
    expected.when.at = action.when.at;
    assert_eq!(*action, expected);
}

// Values.

#[test]
fn an_id_of_an_action_that_is_none() {
    for id in ["", "Buddy-named", "buddy named", "../x", "é", "a\n", &"a".repeat(41)] {
        let refusal = refused(with_value(&["actions", id], json!({})));
        assert!(matches!(&refusal, Refusal::Value { at } if at.starts_with("k3x9 › plan › actions")), "{refusal:?}");
    }
}

#[test]
fn an_option_that_is_not_known() {
    assert_eq!(changed("weekly-first", "daily"), unknown("daily"));
    assert_eq!(changed(r#""week-one""#, r#""week-two""#), unknown("week-two"));
    assert_eq!(changed(r#""is": "manager""#, r#""is": "Anna""#), unknown("Anna"));
    assert_eq!(changed(r#""buddy", "#, r#""the boss", "#), unknown("the boss"));
    assert_eq!(changed("to-do", "failed"), unknown("failed"));
}

#[test]
fn an_option_of_another_shape() {
    for other in [json!(1), json!({}), json!([]), json!(true)] {
        assert_eq!(refused(with_value(&["rhythm"], timed(other.clone()))), at(" › rhythm"));
        assert_eq!(action_refused("taker", other.clone()), at_action(" › taker"));
        assert_eq!(action_refused("status", other), at_action(" › status"));
    }
    assert_eq!(action_refused("status", json!(null)), at_action(" › status"));
    for table in [json!(null), json!("buddy"), json!({}), json!([1]), json!([["buddy"]])] {
        assert_eq!(refused(with_value(&["table"], timed(table))), at(" › table"));
    }
    for removed in [json!(null), json!(0), json!("false")] {
        assert_eq!(action_refused("removed", removed), at_action(" › removed"));
    }
}

#[test]
fn a_day_that_is_none() {
    for day in [
        json!("1969-12-31"),
        json!("10000-01-01"),
        json!("2026-02-29"),
        json!("2026-1-05"),
        json!("+026-01-05"),
        json!("2026-11-21T00:00:00.000Z"),
        json!(""),
        json!(20_800),
    ] {
        assert_eq!(refused(with_value(&["first-day"], timed(day.clone()))), at(" › first-day"), "{day}");
        assert_eq!(action_refused("when", json!({ "by": day })), at_action(" › when"));
    }
    let first = |day: &str| is_read(&with_value(&["first-day"], timed(json!(day)))).plan.first_day.value;
    assert_eq!(first("1970-01-01"), Some(Date(0)));
    assert_eq!(first("9999-12-31"), Some(Date(LAST_DAY)));
}

#[test]
fn a_time_of_an_action_is_one_of_two() {
    for when in [json!({}), json!({ "in": "later", "by": "2026-12-01" }), json!(null), json!("later"), json!([])] {
        assert_eq!(action_refused("when", when.clone()), at_action(" › when"), "{when}");
    }
    assert_eq!(action_refused("when", json!({ "on": "2026-12-01" })), unknown("on"));
}

#[test]
fn a_buddy_that_makes_no_sense() {
    let buddy = |field: &str, is: Value| refused(with_value(&["buddy", field], timed(is)));
    assert_eq!(buddy("minutes", json!(-1)), at(" › buddy › minutes"));
    assert_eq!(buddy("deputy", json!("yes")), at(" › buddy › deputy"));
    assert_eq!(buddy("away", json!(["someday"])), unknown("someday"));
    assert_eq!(buddy("needs", json!(["role", "role"])), Refusal::Twice("role".to_owned()));
    assert_eq!(refused(with_value(&["buddy"], json!({ "name": timed(json!("Anna")) }))), unknown("name"));
    assert_eq!(refused(with_value(&["buddy"], json!(null))), at(" › buddy"));
}

#[test]
fn a_ladder_that_makes_no_sense() {
    let ladder = |field: &str, is: Value| refused(with_value(&["ladder", field], is));
    assert_eq!(ladder("wanted", timed(json!(1))), at(" › ladder › wanted"));
    assert_eq!(ladder("until", timed(json!("later"))), at(" › ladder › until"));
    assert_eq!(ladder("fifth", json!({})), unknown("fifth"));
    assert_eq!(ladder("next", json!({ "tasks": timed(json!("é".repeat(2_001))) })), at(" › ladder › next › tasks"));
    assert_eq!(ladder("next", json!({ "form": timed(json!("magic")) })), unknown("magic"));
    assert_eq!(ladder("next", json!({ "left-out": timed(json!(null)) })), at(" › ladder › next › left-out"));
    assert_eq!(ladder("next", json!([])), at(" › ladder › next"));
}

#[test]
fn minutes_that_are_none() {
    for minutes in [json!(u32::from(MOST_MINUTES) + 1), json!(70_000), json!(-1), json!(1.5), json!("30"), json!(true)]
    {
        assert_eq!(action_refused("minutes", minutes.clone()), at_action(" › minutes"), "{minutes}");
    }
    for minutes in [json!(0), json!(MOST_MINUTES), json!(null)] {
        is_read(&action("minutes", timed(minutes)));
    }
}

#[test]
fn a_title_or_a_note_that_is_too_long() {
    for (field, longest) in [("title", LONGEST_TITLE), ("note", 2_000), ("reason", 2_000)] {
        is_read(&action(field, timed(json!("𝄞".repeat(longest)))));
        assert_eq!(action_refused(field, json!("𝄞".repeat(longest + 1))), at_action(&format!(" › {field}")));
    }
}

#[test]
fn a_title_or_a_note_is_empty_or_has_words() {
    for field in ["title", "note", "reason"] {
        is_read(&action(field, timed(json!(""))));
        for other in [json!(" "), json!("\n\t"), json!("\u{0}"), json!(null), json!(7)] {
            assert_eq!(action_refused(field, other.clone()), at_action(&format!(" › {field}")), "{other}");
        }
    }
    // An own action that lost its title in the app is still one to be opened.
    let own = json!({ "from": null, "title": timed(json!("")), "when": timed(json!({ "in": "later" })) });
    is_read(&with_value(&["actions", "a"], own));
}

#[test]
fn an_advice_that_there_is_not() {
    let from = |from: Value| refused(action("from", from));
    for to in [json!(0), json!(4), json!(-1), json!("3"), json!(null)] {
        assert_eq!(from(json!({ "practice": "buddy-named", "to": to })), at_action(" › from › to"), "{to}");
    }
    assert_eq!(from(json!({ "practice": "buddy-named" })), at_action(" › from › to"));
    assert_eq!(from(json!({ "practice": 1, "to": 1 })), at_action(" › from › practice"));
    assert_eq!(from(json!("buddy-named")), at_action(" › from"));
}

// Practices that are no more.

#[test]
fn an_invented_practice_is_refused() {
    for name in ["no-such-practice", "", "Buddy-named", "__proto__", "<b>"] {
        assert_eq!(refused(action("from", json!({ "practice": name, "to": 1 }))), unknown(name));
    }
}

#[test]
fn an_action_stays_when_a_later_version_drops_its_practice() {
    let later = || {
        let mut later = known();
        later.instrument += 1;
        later.practices.retain(|practice| practice.as_str() != "buddy-prepared");
        later
    };
    let dropped = |instrument: u16| {
        let mut assessment = planned();
        assessment.instrument = instrument;
        let action = assessment.plan.actions.get_mut(&ActionId::new("buddy-named-3")).expect("it is there");
        action.from.as_mut().expect("it was advised").practice = practice("buddy-prepared");
        assessment
    };
    // Of the version in which it was, and of the later one: an answer was given since.
    for instrument in [1, 2] {
        let assessment = dropped(instrument);
        let text = write(&[assessment.clone().into()], MADE);
        let opened = read(text.as_bytes(), &later()).expect("the action stays");
        assert_eq!(opened.records, [assessment.into()]);
    }
    // What can be no id was never one.
    let text = with(&write(&[dropped(2).into()], MADE), r#""practice": "buddy-prepared""#, r#""practice": "Buddy?""#);
    assert_eq!(read(text.as_bytes(), &later()), Err(unknown("Buddy?")));
}

#[test]
fn an_answer_about_a_practice_that_is_no_more_is_still_refused() {
    let later = Known { instrument: 2, practices: vec![practice("buddy-named")], conditions: vec![] };
    assert_eq!(read(file().as_bytes(), &later), Err(unknown("flex-hours")));
}

// How many.

#[test]
fn a_plan_of_the_most_actions_is_read() {
    let plan = |count: usize| {
        let mut assessment = planned();
        let action = PlanAction::own("Order a badge".to_owned(), When::In(Period::Later), MADE);
        assessment.plan.actions =
            (0..count).map(|number| (ActionId::new(&format!("a{number}")), action.clone())).collect();
        assessment
    };
    let text = |count| write(&[plan(count).into()], MADE);
    assert_eq!(is_read(&text(MOST_ACTIONS)), plan(MOST_ACTIONS));
    assert_eq!(refused(text(MOST_ACTIONS + 1)), at(" › actions"));
}

// What is set right when it is written.

#[test]
fn what_a_file_cannot_say_is_set_right() {
    let mut odd = planned();
    let action = odd.plan.actions.get_mut(&ActionId::new("buddy-named-3")).expect("it is there");
    action.title.value = "\u{7}\n".to_owned();
    action.note.value = " \t".to_owned();
    action.when.value = When::By(Date(u32::MAX));
    action.status.at = Moment(u64::MAX);
    odd.plan.first_day.value = Some(Date(LAST_DAY + 1));
    odd.plan.table.value = vec![Taker::Hr, Taker::Buddy, Taker::Hr];
    let read = is_read(&write(&[odd.clone().into()], MADE));
    let action = odd.plan.actions.get_mut(&ActionId::new("buddy-named-3")).expect("it is there");
    (action.title.value, action.note.value) = (String::new(), String::new());
    action.when.value = When::By(Date(LAST_DAY));
    action.status.at = Moment(LATEST);
    odd.plan.first_day.value = Some(Date(LAST_DAY));
    odd.plan.table.value = vec![Taker::Hr, Taker::Buddy];
    assert_eq!(read, odd);
    // Once: a second writing changes nothing more.
    assert_eq!(is_read(&write(&[odd.clone().into()], MADE)), odd);
}

#[test]
fn what_was_touched_is_written_even_if_it_is_as_before() {
    let mut assessment = planned();
    assessment.plan.first_day = Given { at: MADE, value: None };
    assessment.plan.rhythm = Given { at: Moment(0), value: Some(Rhythm::Monthly) };
    let action = assessment.plan.actions.get_mut(&ActionId::new("buddy-named-3")).expect("it is there");
    action.status = Given { at: Moment(0), value: Status::Done };
    assert_eq!(is_read(&write(&[assessment.clone().into()], MADE)), assessment);
}

proptest! {
    #[test]
    fn a_title_comes_back_on_one_line(title in "[a\u{0}-\u{1F}\u{7F}-\u{9F}]{1,40}") {
        let seen = title.chars().filter(|it| *it == 'a').collect::<String>();
        let mut assessment = planned();
        let action = PlanAction::own(title, When::In(Period::Later), MADE);
        assessment.plan.actions.insert(ActionId::new("a"), action);
        let read = is_read(&write(&[assessment.into()], MADE));
        let action = read.plan.actions.get(&ActionId::new("a"));
        prop_assert_eq!(action.map(|action| action.title.value.as_str()), Some(seen.as_str()));
    }
}
