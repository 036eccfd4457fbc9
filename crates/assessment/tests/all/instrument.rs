//! What is wrong with an instrument is told: every rule relies on one without faults.

use crate::support;

use assessment::{
    CautionId, Choice, ConditionId, Event, Instrument, InstrumentFault as Fault, Level, PracticeId, Prerequisite,
    Stage, Strength,
};
use support::{id, instrument};

/// The shipped instrument with one change.
fn with(change: impl FnOnce(&mut Instrument)) -> Vec<Fault> {
    let mut instrument = instrument();
    change(&mut instrument);
    instrument.faults()
}

fn practice<'a>(instrument: &'a mut Instrument, practice: &str) -> &'a mut assessment::Practice {
    let mut all = instrument.conditions.iter_mut().flat_map(|condition| &mut condition.practices);
    all.find(|it| it.id.as_str() == practice).expect("a practice of that name")
}

fn needs(practice: &str) -> Prerequisite {
    Prerequisite { practice: id(practice), at_least: Level::Arranged }
}

#[test]
fn what_is_shipped_has_no_fault() {
    assert_eq!(instrument().faults(), []);
}

#[test]
fn two_practices_of_one_name_are_told() {
    let faults = with(|it| practice(it, "buddy-time").id = id("flex-hours"));
    assert!(faults.contains(&Fault::TwicePractice(id("flex-hours"))), "{faults:?}");
}

#[test]
fn importance_and_effort_are_1_to_3() {
    let out = [Fault::OutOfRange(id("buddy-time"))];
    for value in [0, 4] {
        assert_eq!(with(|it| practice(it, "buddy-time").importance = value), out);
        assert_eq!(with(|it| practice(it, "buddy-time").effort = value), out);
    }
    for value in 1..=3 {
        assert_eq!(with(|it| practice(it, "buddy-time").importance = value), []);
        assert_eq!(with(|it| practice(it, "buddy-time").effort = value), []);
    }
}

#[test]
fn a_practice_without_a_source_or_a_strength_is_told() {
    let none = [Fault::NoSource(id("buddy-time"))];
    assert_eq!(with(|it| practice(it, "buddy-time").sources.clear()), none);
    assert_eq!(with(|it| practice(it, "buddy-time").evidence.clear()), none);
    assert_eq!(with(|it| practice(it, "buddy-time").evidence = vec![Strength::Legal]), []);
}

#[test]
fn a_step_that_nobody_does_and_a_question_that_nobody_answers_are_told() {
    let nobody = [Fault::Nobody(id("buddy-time"))];
    assert_eq!(with(|it| practice(it, "buddy-time").ask.clear()), nobody);
    assert_eq!(with(|it| practice(it, "buddy-time").steps[2].who.clear()), nobody);
}

#[test]
fn what_is_needed_has_to_be_there_and_not_later_than_what_needs_it() {
    let unknown = with(|it| practice(it, "buddy-time").needs = vec![needs("no-such-practice")]);
    assert_eq!(unknown, [Fault::UnknownPractice(id("no-such-practice"))]);
    let early = |own: Stage, first: Stage| {
        with(|it| {
            it.conditions.iter_mut().flat_map(|condition| &mut condition.practices).for_each(|it| it.needs.clear());
            practice(it, "flex-hours").when = first;
            let later = practice(it, "buddy-time");
            (later.when, later.needs) = (own, vec![needs("flex-hours")]);
        })
    };
    assert_eq!(early(Stage::FirstWeeks, Stage::FirstMonths), [Fault::NeededTooEarly(id("buddy-time"))]);
    assert_eq!(early(Stage::FirstWeeks, Stage::FirstWeeks), []);
    assert_eq!(early(Stage::FirstMonths, Stage::FirstWeeks), []);
}

#[test]
fn what_is_put_right_first_needs_only_what_is_put_right_first() {
    let of = |own: bool, first: bool| {
        with(|it| {
            it.conditions.iter_mut().flat_map(|condition| &mut condition.practices).for_each(|it| it.needs.clear());
            (practice(it, "flex-hours").guardrail, practice(it, "flex-hours").when) = (first, Stage::BeforeHiring);
            let later = practice(it, "buddy-time");
            (later.guardrail, later.needs) = (own, vec![needs("flex-hours")]);
        })
    };
    assert_eq!(of(true, false), [Fault::GuardrailWaits(id("buddy-time"))]);
    assert_eq!(of(true, true), []);
    assert_eq!(of(false, true), []);
    assert_eq!(of(false, false), []);
}

#[test]
fn what_waits_in_the_end_for_itself_is_told() {
    let faults = with(|it| {
        it.conditions.iter_mut().flat_map(|condition| &mut condition.practices).for_each(|practice| {
            practice.needs.clear();
            practice.when = Stage::FirstWeeks;
        });
        practice(it, "buddy-time").needs = vec![needs("flex-hours")];
        practice(it, "flex-hours").needs = vec![needs("tasks-clear")];
        practice(it, "tasks-clear").needs = vec![needs("buddy-time")];
        // Waits for the circle, and is none of it.
        practice(it, "growth-talk").needs = vec![needs("flex-hours")];
    });
    let mut circle: Vec<String> = faults
        .iter()
        .map(|fault| match fault {
            Fault::Circle(practice) => practice.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    circle.sort();
    assert_eq!(circle, ["buddy-time", "flex-hours", "tasks-clear"]);
}

#[test]
fn a_caution_about_a_practice_that_is_not_there_is_told() {
    let faults = with(|it| {
        let caution = it.cautions.iter_mut().find_map(|caution| caution.trigger.as_mut()).expect("one is called for");
        caution.practice = id("no-such-practice");
    });
    assert_eq!(faults, [Fault::UnknownPractice(id("no-such-practice"))]);
}

#[test]
fn each_condition_has_one_practice_in_the_quick_scan() {
    let of = |it: &Instrument| it.conditions[0].id.clone();
    let told = [Fault::QuickScan(of(&instrument()))];
    let set = |quick: bool| with(|it| it.conditions[0].practices.iter_mut().for_each(|it| it.quick_scan = quick));
    assert_eq!(set(false), told);
    assert_eq!(set(true), told);
}

#[test]
fn everything_is_found_by_its_id_and_nothing_by_another() {
    let it = instrument();
    for condition in &it.conditions {
        assert_eq!(it.condition(&condition.id), Some(condition));
    }
    for caution in &it.cautions {
        assert_eq!(it.caution(&caution.id), Some(caution));
    }
    for practice in it.practices() {
        assert_eq!(it.practice(&practice.id), Some(practice));
    }
    assert_eq!(it.condition(&ConditionId::new("none")), None);
    assert_eq!(it.caution(&CautionId::new("none")), None);
    assert_eq!(it.practice(&PracticeId::new("none")), None);
}

#[test]
fn a_recheck_asks_what_the_model_says_and_nothing_where_it_says_nothing() {
    let mut it = instrument();
    for (event, practices) in Event::ALL.iter().zip(it.rechecks.clone()) {
        assert!(!practices.is_empty());
        assert_eq!(it.after(*event), practices);
    }
    it.rechecks.clear();
    assert!(it.after(Event::ALL[0]).is_empty());
}
