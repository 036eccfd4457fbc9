//! Plans: taken from the guidance, laid out in time, merged, and held against what would be.

use crate::support;

use assessment::{
    ActionId, AdvicePlace, Advised, Answer, Assessment, BuddyCheck, BuddyNeed, BuddyRisk, Choice, Date, Group,
    LearningForm, Level, Moment, Order, Pattern, Period, PlanAction, PlanChange, Rhythm, Role, Rung, RungPart, Stage,
    Status, Taker, Weekday, When, guide, layout, not_yet, offered_answer, talks, waits_for, what_if, works_alone,
};
use proptest::{prelude::*, sample::select};
use support::{Workplace, find, id, level};

const FIRST_DAY: Date = Date(20_800);

fn own(title: &str, when: When) -> PlanAction {
    PlanAction::own(title.to_owned(), when, Moment(5))
}

fn action(id: &str) -> ActionId {
    ActionId::new(id)
}

/// The advice about a practice, taken into the plan.
fn take(workplace: &mut Workplace, practice: &str) -> ActionId {
    let guidance = workplace.guidance();
    let advice = find(&guidance, practice).unwrap_or_else(|| panic!("no advice about {practice}"));
    let taken = PlanAction::advised(advice, workplace.profile.stage, Moment(5));
    let id = action(practice);
    workplace.plan.actions.insert(id.clone(), taken);
    id
}

fn titles(assessment: &Workplace, order: Order) -> Vec<(Group, Vec<String>)> {
    let groups = layout(&assessment.instrument, &assessment.plan, order);
    groups.into_iter().map(|(group, actions)| (group, actions.iter().map(|(id, _)| id.to_string()).collect())).collect()
}

// Taking advice into the plan.

#[test]
fn a_taken_advice_comes_with_who_when_and_how_long() {
    let mut workplace = Workplace::at(Stage::BeforeHiring).all(level(0));
    let id = take(&mut workplace, "buddy-named");
    let taken = workplace.plan.actions.get(&id).expect("it was taken");
    assert_eq!(taken.when.value, When::In(Period::BeforeDayOne));
    assert_eq!(taken.taker.value, Some(Taker::Manager));
    assert!(taken.minutes.value.is_some_and(|minutes| minutes > 0));
    assert_eq!(taken.from, Some(Advised { practice: support::id("buddy-named"), to: Level::Started }));
}

#[test]
fn first_steps_of_a_running_workplace_come_within_a_month() {
    let mut workplace = Workplace::at(Stage::Ongoing).all(level(2)).with("growth-talk", level(0));
    let id = take(&mut workplace, "growth-talk");
    let guidance = workplace.guidance();
    assert_eq!(find(&guidance, "growth-talk").map(|advice| advice.place), Some(AdvicePlace::Start));
    assert_eq!(workplace.plan.actions.get(&id).map(|it| it.when.value), Some(When::In(Period::MonthOne)));
}

// The first ninety days.

#[test]
fn without_a_first_day_the_plan_lays_itself_out_by_period() {
    let mut workplace = Workplace::new();
    for (id, period) in [("c", Period::MonthThree), ("a", Period::BeforeDayOne), ("b", Period::BeforeDayOne)] {
        workplace.plan.actions.insert(action(id), own(id, When::In(period)));
    }
    assert_eq!(
        titles(&workplace, Order::ByTime),
        [
            (Group::Period(Period::BeforeDayOne), vec!["a".to_owned(), "b".to_owned()]),
            (Group::Period(Period::MonthThree), vec!["c".to_owned()]),
        ]
    );
}

#[test]
fn a_day_falls_into_the_period_in_which_it_lies() {
    let period = |days| own("", When::By(FIRST_DAY.plus_days(days).expect("a day"))).period(Some(FIRST_DAY));
    let expected = [(-1, Period::BeforeDayOne), (0, Period::WeekOne), (6, Period::WeekOne), (7, Period::MonthOne)];
    for (days, expected) in expected {
        assert_eq!(period(days), Some(expected), "day {days}");
    }
    assert_eq!((period(29), period(30)), (Some(Period::MonthOne), Some(Period::MonthThree)));
    assert_eq!((period(89), period(90)), (Some(Period::MonthThree), Some(Period::Later)));
    assert_eq!(own("", When::By(FIRST_DAY)).period(None), None);
}

#[test]
fn a_period_gets_its_last_day_once_the_first_day_is_known() {
    let mut workplace = Workplace::new();
    let before = own("", When::In(Period::BeforeDayOne));
    assert_eq!(before.due(&workplace.plan), None);
    workplace.plan.first_day.value = Some(FIRST_DAY);
    assert_eq!(before.due(&workplace.plan), FIRST_DAY.plus_days(-1));
    assert_eq!(own("", When::In(Period::Later)).due(&workplace.plan), None);
}

#[test]
fn what_is_done_stays_where_it_was() {
    let mut workplace = Workplace::new();
    let mut done = own("", When::In(Period::WeekOne));
    done.status.value = Status::Done;
    workplace.plan.actions.insert(action("a"), done);
    workplace.plan.actions.insert(action("b"), own("", When::In(Period::WeekOne)));
    assert_eq!(titles(&workplace, Order::ByTime)[0].1, ["a", "b"]);
}

#[test]
fn a_plan_can_be_read_by_person_and_by_condition() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(0));
    take(&mut workplace, "buddy-named");
    take(&mut workplace, "feedback-rhythm");
    workplace.plan.actions.insert(action("own"), own("Order a badge", When::In(Period::WeekOne)));
    let by_condition = titles(&workplace, Order::ByCondition);
    assert_eq!(by_condition.len(), 3);
    assert_eq!(by_condition[2], (Group::Condition(None), vec!["own".to_owned()]));
    let by_taker = titles(&workplace, Order::ByTaker);
    assert_eq!(by_taker.last().map(|(group, _)| group.clone()), Some(Group::Taker(None)));
}

#[test]
fn an_action_about_a_practice_that_is_no_more_stays() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(0));
    take(&mut workplace, "buddy-named");
    workplace.instrument.conditions.retain(|condition| condition.id.as_str() != "buddy");
    assert_eq!(titles(&workplace, Order::ByCondition), [(Group::Condition(None), vec!["buddy-named".to_owned()])]);
}

#[test]
fn what_has_to_come_first_is_told() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(0));
    let id = take(&mut workplace, "buddy-time");
    let waits = |workplace: &Workplace| {
        let action = workplace.plan.actions.get(&id).expect("taken");
        waits_for(&workplace.instrument, &workplace.assessment, action)
    };
    assert_eq!(waits(&workplace), [support::id("buddy-named")]);
    let arranged = workplace.with("buddy-named", level(1));
    assert!(waits(&arranged).is_empty(), "it is just enough");
}

// Talks.

#[test]
fn talks_are_weekly_first_and_then_less() {
    let weeks = Rhythm::WeeklyFirst.weeks();
    assert_eq!(weeks[..7], [1, 2, 3, 4, 5, 6, 8]);
    assert_eq!(weeks.last(), Some(&24));
    let days = talks(FIRST_DAY, Rhythm::Monthly);
    assert_eq!(days.first(), Some(&FIRST_DAY.plus_weeks(4)));
}

// Done.

#[test]
fn a_finished_action_offers_the_answer_it_leads_to_and_changes_nothing_by_itself() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(0));
    let id = take(&mut workplace, "buddy-named");
    let offered =
        |workplace: &Workplace| offered_answer(&workplace.assessment, workplace.plan.actions.get(&id).expect("taken"));
    assert_eq!(offered(&workplace), None);
    workplace.plan.actions.get_mut(&id).expect("taken").status.value = Status::Done;
    assert_eq!(offered(&workplace), Some(level(1)));
    assert_eq!(workplace.answers.level(&support::id("buddy-named")), Some(Level::NotArranged));
    assert_eq!(offered(&workplace.with("buddy-named", level(2))), None);
}

// What if.

#[test]
fn ticking_an_action_moves_the_picture_and_not_the_answers() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(0));
    let id = take(&mut workplace, "buddy-named");
    let step = workplace.plan.actions.get(&id).and_then(|taken| taken.from.clone());
    let changed = what_if(&workplace.instrument, &workplace.assessment, &step);
    assert_eq!(changed.answers.level(&support::id("buddy-named")), Some(Level::Started));
    assert_eq!(workplace.answers.level(&support::id("buddy-named")), Some(Level::NotArranged));
    assert!(what_if(&workplace.instrument, &workplace.assessment, []) == workplace.assessment);
}

#[test]
fn a_step_changes_nothing_where_it_does_not_apply_or_is_done_already() {
    let mut workplace = Workplace::at(Stage::FirstWeeks).all(level(2)).with("buddy-time", Answer::NotApplicable);
    workplace.answers.give(id("growth-talk"), level(0), Moment(9));
    for (practice, to) in [("buddy-time", Level::PartOfTheWork), ("buddy-named", Level::Arranged)] {
        let step = Advised { practice: id(practice), to };
        assert!(what_if(&workplace.instrument, &workplace.assessment, [&step]) == workplace.assessment, "{practice}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn doing_an_action_never_makes_a_condition_look_worse(levels in proptest::collection::vec(0_usize..4, 60), ticked in proptest::collection::vec(any::<bool>(), 60)) {
        let mut workplace = Workplace::at(Stage::FirstWeeks);
        let ids: Vec<_> = workplace.instrument.practices().map(|practice| practice.id.clone()).collect();
        for (id, index) in ids.iter().zip(&levels) {
            workplace.answers.give(id.clone(), level(*index), Moment(1));
        }
        let guidance = workplace.guidance();
        let taken = guidance.advice.iter().map(|advice| PlanAction::advised(advice, Some(Stage::FirstWeeks), Moment(2)));
        let steps = taken.zip(&ticked).filter(|(_, on)| **on).filter_map(|(taken, _)| taken.from);
        let steps: Vec<Advised> = steps.collect();
        let changed = what_if(&workplace.instrument, &workplace.assessment, &steps);
        let after = guide(&workplace.instrument, &changed);
        for (before, after) in guidance.picture.iter().zip(&after.picture) {
            prop_assert!(after.span >= before.span, "{} fell", before.condition);
        }
        for id in ids {
            prop_assert!(changed.answers.level(&id) >= workplace.answers.level(&id));
        }
    }

    #[test]
    fn plans_are_merged_alike_everywhere(one in plans(), other in plans(), third in plans()) {
        let merged = |one: &Assessment, other: &Assessment| { let mut one = one.clone(); one.merge(other); one };
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
        prop_assert_eq!(merged(&merged(&one, &other), &third), merged(&one, &merged(&other, &third)));
        prop_assert_eq!(merged(&merged(&one, &other), &other), merged(&one, &other));
    }
}

fn plans() -> impl Strategy<Value = Assessment> {
    let status = (select(vec![Status::ToDo, Status::Doing, Status::Done]), 0_u64..4);
    let title = ("[ab]", 0_u64..4);
    let actions = proptest::collection::vec((select(vec!["a", "b", "c"]), title, status, any::<bool>()), 0..4);
    (actions, proptest::option::of(0_u32..3), 0_u64..3).prop_map(|(actions, day, at)| {
        let mut assessment = Workplace::new().assessment;
        for (id, (title, written), (status, changed), removed) in actions {
            let mut planned = own(&title, When::In(Period::WeekOne));
            planned.title.at = Moment(written);
            (planned.status.value, planned.status.at) = (status, Moment(changed));
            planned.removed.value = removed;
            assessment.plan.actions.insert(action(id), planned);
        }
        (assessment.plan.first_day.value, assessment.plan.first_day.at) = (day.map(Date), Moment(at));
        assessment
    })
}

#[test]
fn what_was_taken_out_of_the_plan_does_not_come_back_from_an_older_copy() {
    let mut here = Workplace::new().assessment;
    here.plan.actions.insert(action("a"), own("Order a badge", When::In(Period::WeekOne)));
    let there = here.clone();
    let planned = here.plan.actions.get_mut(&action("a")).expect("it is there");
    (planned.removed.value, planned.removed.at) = (true, Moment(9));
    here.merge(&there);
    assert!(here.plan.is_empty());
    assert_eq!(here.changed(), Moment(9));
}

#[test]
fn an_action_that_is_put_back_is_as_it_was() {
    let mut plan = assessment::Plan::default();
    plan.change(PlanChange::Put(vec![(action("a"), own("Order a badge", When::In(Period::WeekOne)))]), Moment(5));
    plan.change(PlanChange::Status(action("a"), Status::Doing), Moment(6));
    let before = plan.actions.get(&action("a")).expect("it is there").clone();
    plan.change(PlanChange::Remove(action("a")), Moment(7));
    assert!(plan.is_empty());
    let removed = plan.clone();
    plan.change(PlanChange::Put(vec![(action("a"), before)]), Moment(8));
    let (_, back) = plan.present().next().expect("it is back");
    assert_eq!((back.title.value.as_str(), back.status.value), ("Order a badge", Status::Doing));
    // Also where a copy comes along in which it was taken out.
    let (mut one, mut other) = (Workplace::new().assessment, Workplace::new().assessment);
    (one.plan, other.plan) = (plan, removed);
    one.merge(&other);
    assert_eq!(one.plan.texts().collect::<Vec<_>>(), ["Order a badge"]);
}

#[test]
fn what_was_taken_out_of_the_plan_leaves_no_words_behind() {
    let mut plan = assessment::Plan::default();
    plan.change(PlanChange::Put(vec![(action("a"), own("Order a badge", When::In(Period::WeekOne)))]), Moment(5));
    plan.change(PlanChange::Note(action("a"), "At the desk".to_owned()), Moment(6));
    plan.change(PlanChange::Status(action("a"), Status::Dropped), Moment(7));
    plan.change(PlanChange::Reason(action("a"), "No badges here".to_owned()), Moment(8));
    assert_eq!(plan.texts().collect::<Vec<_>>(), ["Order a badge", "At the desk", "No badges here"]);
    plan.change(PlanChange::Remove(action("a")), Moment(9));
    assert_eq!(plan.texts().count(), 0);
    let left = plan.actions.get(&action("a")).expect("its times stay");
    assert_eq!([&left.title.value, &left.note.value, &left.reason.value], ["", "", ""]);
}

#[test]
fn what_is_taken_twice_stays_as_it_is() {
    let mut plan = assessment::Plan::default();
    plan.change(PlanChange::Put(vec![(action("a"), own("Order a badge", When::In(Period::WeekOne)))]), Moment(5));
    plan.change(PlanChange::Put(vec![(action("a"), own("Something else", When::In(Period::Later)))]), Moment(6));
    assert_eq!(plan.texts().collect::<Vec<_>>(), ["Order a badge"]);
}

#[test]
fn a_change_of_an_action_that_is_not_there_does_nothing() {
    let mut plan = assessment::Plan::default();
    plan.change(PlanChange::Status(action("a"), Status::Done), Moment(6));
    assert_eq!(plan, assessment::Plan::default());
}

// The growth ladder.

fn with_ladder() -> Workplace {
    let mut workplace = Workplace::new();
    workplace.plan.change(PlanChange::Ladder(true), Moment(5));
    workplace
}

#[test]
fn starter_tasks_without_an_end_give_a_caution() {
    let mut workplace = with_ladder();
    assert!(workplace.plan.ladder.starts_without_end());
    workplace.plan.change(PlanChange::Until(Some(When::In(Period::MonthThree))), Moment(6));
    assert!(!workplace.plan.ladder.starts_without_end());
    assert_eq!(workplace.plan.ladder.end_of_start(Some(FIRST_DAY)), FIRST_DAY.plus_days(89));
}

#[test]
fn without_starter_tasks_or_a_ladder_no_end_is_missed() {
    let mut workplace = with_ladder();
    workplace.plan.change(PlanChange::LeaveOut(Rung::Starter, true), Moment(6));
    assert!(!workplace.plan.ladder.starts_without_end());
    assert!(!Workplace::new().plan.ladder.starts_without_end());
}

#[test]
fn a_ladder_stands_in_the_words_of_the_proposal_until_they_are_changed() {
    let mut workplace = with_ladder();
    assert_eq!(workplace.plan.ladder.standing().count(), 4);
    assert!(workplace.plan.ladder.step(Rung::Next).text(RungPart::Tasks).value.is_empty());
    workplace.plan.change(PlanChange::Rung(Rung::Next, RungPart::Tasks, "The till".to_owned()), Moment(6));
    workplace.plan.change(PlanChange::Form(Rung::Next, LearningForm::Formal), Moment(7));
    workplace.plan.change(PlanChange::LeaveOut(Rung::Further, true), Moment(8));
    let ladder = &workplace.plan.ladder;
    assert_eq!(ladder.step(Rung::Next).text(RungPart::Tasks).value, "The till");
    assert_eq!(ladder.form(Rung::Next), LearningForm::Formal);
    assert_eq!(ladder.form(Rung::Wider), LearningForm::Deliberative);
    assert_eq!(ladder.standing().map(|(rung, _)| rung).collect::<Vec<_>>(), [Rung::Starter, Rung::Next, Rung::Wider]);
    assert_eq!(ladder.texts().filter(|text| !text.is_empty()).collect::<Vec<_>>(), ["The till"]);
}

#[test]
fn help_comes_from_afar_only_where_someone_works_alone() {
    let of = |pattern| works_alone(&Workplace::new().profile(|it| it.pattern = pattern).assessment);
    assert!(of(Some(Pattern::Alone)));
    assert!(!of(Some(Pattern::Day)));
    assert!(!of(None));
}

#[test]
fn a_rung_names_what_it_rests_on_and_is_not_arranged_yet() {
    let rests_on = [id("buddy-named"), id("tasks-carve"), id("tasks-clear")];
    let workplace = Workplace::new()
        .with("buddy-named", level(0))
        .with("tasks-carve", level(2))
        .with("tasks-clear", Answer::DontKnow);
    assert_eq!(not_yet(&workplace, &rests_on), [&id("buddy-named")]);
}

// The buddy check.

#[test]
fn before_anything_is_said_about_the_buddy_nothing_is_warned_of() {
    assert_eq!(BuddyCheck::default().risks(), []);
}

#[test]
fn a_buddy_without_a_deputy_is_warned_of() {
    let mut workplace = Workplace::new();
    workplace.plan.change(PlanChange::BuddyMinutes(Some(60)), Moment(5));
    assert_eq!(workplace.plan.buddy.risks(), []);
    workplace.plan.change(PlanChange::BuddyDeputy(false), Moment(6));
    assert_eq!(workplace.plan.buddy.risks(), [BuddyRisk::NoDeputy]);
    workplace.plan.change(PlanChange::BuddyAway(vec![Weekday::Friday]), Moment(7));
    assert_eq!(workplace.plan.buddy.risks(), [BuddyRisk::NoDeputy, BuddyRisk::DaysAlone]);
    workplace.plan.change(PlanChange::BuddyDeputy(true), Moment(8));
    assert_eq!(workplace.plan.buddy.risks(), []);
}

#[test]
fn a_buddy_without_time_is_warned_of() {
    let mut workplace = Workplace::new();
    workplace.plan.change(PlanChange::BuddyNeeds(vec![BuddyNeed::Role]), Moment(5));
    assert_eq!(workplace.plan.buddy.risks(), [BuddyRisk::NoTime]);
    workplace.plan.change(PlanChange::BuddyMinutes(Some(0)), Moment(6));
    assert_eq!(workplace.plan.buddy.risks(), [BuddyRisk::NoTime]);
    workplace.plan.change(PlanChange::BuddyMinutes(Some(30)), Moment(7));
    assert_eq!(workplace.plan.buddy.risks(), []);
}

#[test]
fn a_plan_that_rests_on_one_person_says_so() {
    let mut workplace = Workplace::new();
    for name in ["a", "b", "c"] {
        workplace.plan.change(PlanChange::Put(vec![(action(name), own(name, When::In(Period::WeekOne)))]), Moment(5));
        assert_eq!(workplace.plan.rests_on(), None, "two are not several");
        workplace.plan.change(PlanChange::Taker(action(name), Some(Taker::Buddy)), Moment(6));
    }
    assert_eq!(workplace.plan.rests_on(), Some(Taker::Buddy));
    workplace.plan.change(PlanChange::Taker(action("c"), Some(Taker::Owner)), Moment(7));
    assert_eq!(workplace.plan.rests_on(), None, "two share it");
    workplace.plan.change(PlanChange::Taker(action("c"), Some(Taker::Buddy)), Moment(8));
    workplace.plan.change(PlanChange::Status(action("c"), Status::Done), Moment(9));
    assert_eq!(workplace.plan.rests_on(), None, "what is done weighs no more");
}

// Every change of a plan.

#[test]
fn a_change_of_an_action_changes_that_alone_and_keeps_its_time() {
    let mut plan = assessment::Plan::default();
    let other = own("Tell the team", When::In(Period::Later));
    plan.change(
        PlanChange::Put(vec![
            (action("a"), own("Order a badge", When::In(Period::WeekOne))),
            (action("b"), other.clone()),
        ]),
        Moment(5),
    );
    let mut expected = plan.actions.get(&action("a")).expect("it is there").clone();
    let id = || action("a");
    let at = Moment(6);
    let mut check = |change: PlanChange, expect: &mut dyn FnMut(&mut PlanAction)| {
        let told = format!("{change:?}");
        plan.change(change, at);
        expect(&mut expected);
        assert_eq!(plan.actions.get(&id()), Some(&expected), "{told}");
        assert_eq!(plan.actions.get(&action("b")), Some(&other), "{told}");
    };
    let day = When::By(Date(20_900));
    check(PlanChange::Title(id(), "Order two".to_owned()), &mut |it| it.title = given("Order two".to_owned(), at));
    check(PlanChange::Taker(id(), Some(Taker::Hr)), &mut |it| it.taker = given(Some(Taker::Hr), at));
    check(PlanChange::When(id(), day), &mut |it| it.when = given(day, at));
    check(PlanChange::Minutes(id(), Some(45)), &mut |it| it.minutes = given(Some(45), at));
    check(PlanChange::Note(id(), "At the desk".to_owned()), &mut |it| it.note = given("At the desk".to_owned(), at));
    check(PlanChange::Status(id(), Status::Done), &mut |it| it.status = given(Status::Done, at));
    check(PlanChange::Reason(id(), "No badges".to_owned()), &mut |it| it.reason = given("No badges".to_owned(), at));
    check(PlanChange::AnswerStays(id()), &mut |it| it.answer_stays = given(true, at));
}

fn given<T>(value: T, at: Moment) -> assessment::Given<T> {
    assessment::Given { at, value }
}

#[test]
fn what_is_agreed_about_the_whole_plan_stands_with_its_time() {
    let mut plan = assessment::Plan::default();
    assert!(plan.is_empty());
    let at = Moment(7);
    plan.change(PlanChange::FirstDay(Some(FIRST_DAY)), at);
    assert_eq!(plan.first_day, given(Some(FIRST_DAY), at));
    assert!(plan.is_empty() && plan.talks().is_empty(), "a day alone is no plan yet");
    plan.change(PlanChange::Rhythm(Some(Rhythm::Monthly)), at);
    assert_eq!(plan.rhythm, given(Some(Rhythm::Monthly), at));
    assert!(!plan.is_empty());
    assert_eq!(plan.talks(), talks(FIRST_DAY, Rhythm::Monthly));
    plan.change(PlanChange::Table(vec![Taker::Buddy, Taker::Colleague]), at);
    assert_eq!(plan.table, given(vec![Taker::Buddy, Taker::Colleague], at));
    plan.change(PlanChange::BuddyMinutes(Some(90)), at);
    plan.change(PlanChange::BuddyDeputy(false), at);
    plan.change(PlanChange::BuddyAway(vec![Weekday::Friday]), at);
    plan.change(PlanChange::BuddyNeeds(vec![BuddyNeed::ALL[0]]), at);
    assert_eq!(plan.buddy.minutes, given(Some(90), at));
    assert_eq!(plan.buddy.deputy, given(Some(false), at));
    assert_eq!(plan.buddy.away, given(vec![Weekday::Friday], at));
    assert_eq!(plan.buddy.needs, given(vec![BuddyNeed::ALL[0]], at));
    plan.change(PlanChange::Until(Some(When::In(Period::MonthOne))), at);
    assert_eq!(plan.ladder.until, given(Some(When::In(Period::MonthOne)), at));
}

#[test]
fn a_plan_is_empty_until_something_of_it_is_wanted() {
    let with = |change| {
        let mut plan = assessment::Plan::default();
        plan.change(change, Moment(1));
        plan.is_empty()
    };
    assert!(with(PlanChange::Table(vec![Taker::Buddy])));
    assert!(!with(PlanChange::Ladder(true)));
    assert!(!with(PlanChange::BuddyMinutes(Some(30))));
    assert!(!with(PlanChange::Rhythm(Some(Rhythm::Monthly))));
    assert!(!with(PlanChange::Put(vec![(action("a"), own("Order a badge", When::In(Period::WeekOne)))])));
}

#[test]
fn a_full_plan_takes_nothing_more_and_gives_back_what_was_taken_out() {
    let mut plan = assessment::Plan::default();
    let many = (0..assessment::MOST_ACTIONS)
        .map(|number| (action(&number.to_string()), own("Order a badge", When::In(Period::WeekOne))));
    plan.change(PlanChange::Put(many.collect()), Moment(5));
    assert_eq!(plan.present().count(), assessment::MOST_ACTIONS);
    plan.change(PlanChange::Put(vec![(action("more"), own("Too much", When::In(Period::Later)))]), Moment(6));
    assert_eq!(plan.present().count(), assessment::MOST_ACTIONS);
    assert!(plan.has(&action("0")) && !plan.has(&action("more")));
    plan.change(PlanChange::Remove(action("0")), Moment(7));
    assert!(!plan.has(&action("0")));
    plan.change(PlanChange::Put(vec![(action("0"), own("Order a badge", When::In(Period::WeekOne)))]), Moment(8));
    assert_eq!(plan.present().count(), assessment::MOST_ACTIONS);
}

#[test]
fn every_rhythm_has_its_weeks() {
    assert_eq!(Rhythm::WeeklyFirst.weeks(), [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24]);
    assert_eq!(Rhythm::FortnightlyFirst.weeks(), [2, 4, 6, 8, 10, 12, 16, 20, 24]);
    assert_eq!(Rhythm::Monthly.weeks(), [4, 8, 12, 16, 20, 24]);
}

#[test]
fn every_role_of_an_advice_has_someone_who_takes_it_on() {
    let takers = Role::ALL.map(Taker::of);
    let same = [Taker::Owner, Taker::Manager, Taker::Hr, Taker::Buddy, Taker::Colleague, Taker::Practitioner];
    assert_eq!(takers[..6], same);
    assert_eq!(takers[6..], [Taker::Other, Taker::Other]);
}

#[test]
fn every_rung_has_the_way_of_learning_that_fits_it() {
    let forms: Vec<LearningForm> = Rung::ALL.iter().map(|rung| rung.usual_form()).collect();
    assert_eq!(forms, LearningForm::ALL);
}

#[test]
fn what_was_not_known_is_offered_an_answer_and_what_does_not_apply_is_not() {
    let mut workplace = Workplace::at(Stage::BeforeHiring).all(level(0));
    let id = take(&mut workplace, "buddy-named");
    workplace.plan.actions.get_mut(&id).expect("taken").status.value = Status::Done;
    let offered = |workplace: &Workplace| {
        offered_answer(&workplace.assessment, workplace.plan.actions.get(&action("buddy-named")).expect("taken"))
    };
    for (answer, expected) in [
        (Answer::DontKnow, Some(level(1))),
        (Answer::NotSeen, Some(level(1))),
        (level(0), Some(level(1))),
        (level(1), None),
        (Answer::NotApplicable, None),
    ] {
        workplace = workplace.with("buddy-named", answer);
        assert_eq!(offered(&workplace), expected, "{answer:?}");
    }
    workplace.answers.clear(&support::id("buddy-named"), Moment(9));
    assert_eq!(offered(&workplace), Some(level(1)));
    workplace.plan.change(PlanChange::AnswerStays(id), Moment(9));
    assert_eq!(offered(&workplace), None);
}

#[test]
fn every_change_reaches_another_copy_and_is_not_undone_by_an_older_one() {
    let id = || action("a");
    let changes = [
        PlanChange::Remove(id()),
        PlanChange::Title(id(), "Order two".to_owned()),
        PlanChange::Taker(id(), Some(Taker::Hr)),
        PlanChange::When(id(), When::By(Date(20_900))),
        PlanChange::Minutes(id(), Some(45)),
        PlanChange::Note(id(), "At the desk".to_owned()),
        PlanChange::Status(id(), Status::Done),
        PlanChange::Reason(id(), "No badges".to_owned()),
        PlanChange::AnswerStays(id()),
        PlanChange::Put(vec![(
            action("b"),
            PlanAction::own("Tell the team".to_owned(), When::In(Period::Later), Moment(9)),
        )]),
        PlanChange::FirstDay(Some(FIRST_DAY)),
        PlanChange::Rhythm(Some(Rhythm::Monthly)),
        PlanChange::Table(vec![Taker::Buddy]),
        PlanChange::BuddyMinutes(Some(90)),
        PlanChange::BuddyDeputy(true),
        PlanChange::BuddyAway(vec![Weekday::Friday]),
        PlanChange::BuddyNeeds(vec![BuddyNeed::ALL[0]]),
        PlanChange::Ladder(true),
        PlanChange::Until(Some(When::In(Period::MonthOne))),
        PlanChange::Rung(Rung::Next, RungPart::Support, "Once a week".to_owned()),
        PlanChange::Form(Rung::Wider, LearningForm::Formal),
        PlanChange::LeaveOut(Rung::Further, true),
    ];
    let mut before = Workplace::new().assessment;
    before.plan.change(PlanChange::Put(vec![(id(), own("Order a badge", When::In(Period::WeekOne)))]), Moment(5));
    for change in changes {
        let told = format!("{change:?}");
        let mut changed = before.clone();
        changed.plan.change(change, Moment(9));
        assert_ne!(changed, before, "{told}");
        assert_eq!(changed.changed(), Moment(9), "{told}");
        for (one, other) in [(&before, &changed), (&changed, &before)] {
            let mut together = one.clone();
            together.merge(other);
            assert_eq!(together, changed, "{told}");
        }
    }
}

#[test]
fn a_rung_is_what_the_employer_made_of_it() {
    let mut workplace = with_ladder();
    workplace.plan.change(PlanChange::Rung(Rung::Next, RungPart::Ready, "Both see it".to_owned()), Moment(6));
    workplace.plan.change(PlanChange::Form(Rung::Next, LearningForm::Formal), Moment(6));
    workplace.plan.change(PlanChange::LeaveOut(Rung::Further, true), Moment(6));
    let ladder = &workplace.plan.ladder;
    for rung in Rung::ALL {
        let form = if *rung == Rung::Next { LearningForm::Formal } else { rung.usual_form() };
        assert_eq!(ladder.form(*rung), form);
        for part in RungPart::ALL {
            let own = *rung == Rung::Next && *part == RungPart::Ready;
            assert_eq!(ladder.step(*rung).text(*part).value, if own { "Both see it" } else { "" });
        }
    }
    let standing: Vec<Rung> = ladder.standing().map(|(rung, _)| rung).collect();
    assert_eq!(standing, [Rung::Starter, Rung::Next, Rung::Wider]);
}

#[test]
fn where_the_buddy_is_thin_follows_from_what_was_said() {
    let risks = |changes: &[PlanChange]| {
        let mut plan = assessment::Plan::default();
        changes.iter().for_each(|change| plan.change(change.clone(), Moment(1)));
        plan.buddy.risks()
    };
    let deputy = PlanChange::BuddyDeputy;
    let (time, away) = (PlanChange::BuddyMinutes(Some(60)), PlanChange::BuddyAway(vec![Weekday::Friday]));
    let needs = PlanChange::BuddyNeeds(vec![BuddyNeed::ALL[0]]);
    assert_eq!(risks(&[]), []);
    assert_eq!(risks(&[time.clone(), deputy(true)]), []);
    assert_eq!(risks(&[time.clone(), deputy(false)]), [BuddyRisk::NoDeputy]);
    assert_eq!(risks(&[time.clone(), away.clone()]), [BuddyRisk::DaysAlone]);
    assert_eq!(risks(&[time.clone(), away.clone(), deputy(true)]), []);
    assert_eq!(risks(&[PlanChange::BuddyMinutes(Some(0))]), [BuddyRisk::NoTime]);
    for said in [deputy(true), needs] {
        assert_eq!(risks(&[said]), [BuddyRisk::NoTime]);
    }
    assert_eq!(risks(&[away]), [BuddyRisk::DaysAlone, BuddyRisk::NoTime]);
}

#[test]
fn a_plan_rests_on_one_person_from_three_open_actions_on() {
    let plan = |takers: &[Taker]| {
        let mut plan = assessment::Plan::default();
        for (number, taker) in takers.iter().enumerate() {
            let id = action(&number.to_string());
            plan.change(PlanChange::Put(vec![(id.clone(), own("Something", When::In(Period::Later)))]), Moment(5));
            plan.change(PlanChange::Taker(id, Some(*taker)), Moment(6));
        }
        plan
    };
    assert_eq!(plan(&[]).rests_on(), None);
    assert_eq!(plan(&[Taker::Hr; 2]).rests_on(), None);
    assert_eq!(plan(&[Taker::Hr; 3]).rests_on(), Some(Taker::Hr));
    assert_eq!(plan(&[Taker::Hr, Taker::Hr, Taker::Hr, Taker::Buddy]).rests_on(), None);
    let mut done = plan(&[Taker::Hr; 3]);
    done.change(PlanChange::Status(action("0"), Status::Done), Moment(7));
    assert_eq!(done.rests_on(), None);
    let mut removed = plan(&[Taker::Hr; 3]);
    removed.change(PlanChange::Remove(action("0")), Moment(7));
    assert_eq!(removed.rests_on(), None);
}

#[test]
fn advice_comes_into_the_plan_at_the_time_at_which_it_is_best_done() {
    for (stage, at_once, later) in [
        (Stage::BeforeHiring, Period::BeforeDayOne, Period::BeforeDayOne),
        (Stage::FirstWeeks, Period::WeekOne, Period::MonthOne),
        (Stage::FirstMonths, Period::MonthThree, Period::MonthThree),
        (Stage::Ongoing, Period::MonthOne, Period::Later),
    ] {
        let mut places = 0;
        for advice in Workplace::at(stage).all(level(0)).guidance().advice.iter().filter(|it| it.time == stage) {
            let first = matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start);
            let planned = PlanAction::advised(advice, Some(stage), Moment(1));
            assert_eq!(planned.when.value, When::In(if first { at_once } else { later }), "{stage:?}");
            assert_eq!(planned.minutes.value, Some(advice.step.minutes));
            assert_eq!(PlanAction::id_of(advice).as_str(), format!("{}-1", advice.practice));
            places |= if first { 1 } else { 2 };
        }
        assert_eq!(places, 3, "{stage:?} has both");
    }
}
