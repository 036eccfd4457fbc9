//! What of a plan stands in a calendar.

use assessment::{
    ActionId, Assessment, AssessmentId, Date, Given, Moment, Period, PlanAction, Rhythm, Scope, Status, Taker, When,
};
use calendar::{Dated, Entry, dated};

const FIRST_DAY: Date = Date(20_800);

fn begun(id: &str) -> Assessment {
    Assessment::begin(AssessmentId::new(id), 1, Scope::Quick, Moment(1))
}

fn with(actions: &[(&str, PlanAction)]) -> Assessment {
    let mut assessment = begun("k3x9");
    for (id, action) in actions {
        assessment.plan.actions.insert(ActionId::new(id), action.clone());
    }
    assessment
}

fn own(when: When) -> PlanAction {
    PlanAction::own("Order a badge".to_owned(), when, Moment(5))
}

fn days(assessment: &Assessment) -> Vec<(Dated, Date)> {
    dated(assessment).into_iter().map(|entry| (entry.what, entry.day)).collect()
}

fn action(id: &str) -> Dated {
    Dated::Action(ActionId::new(id))
}

#[test]
fn an_action_stands_on_the_last_day_for_it() {
    let mut assessment = with(&[("a", own(When::By(Date(20_790)))), ("b", own(When::In(Period::WeekOne)))]);
    assert_eq!(days(&assessment), [(action("a"), Date(20_790))]);
    assessment.plan.first_day.value = Some(FIRST_DAY);
    assert_eq!(days(&assessment), [(action("a"), Date(20_790)), (action("b"), Date(20_806))]);
}

#[test]
fn only_what_is_still_to_be_done_stands_in_it() {
    let by = || own(When::By(FIRST_DAY));
    let mut actions = [("a", by()), ("b", by()), ("c", by()), ("d", by()), ("e", by())];
    actions[1].1.status.value = Status::Doing;
    actions[2].1.status.value = Status::Done;
    actions[3].1.status.value = Status::Dropped;
    actions[4].1.removed.value = true;
    assert_eq!(days(&with(&actions)), [(action("a"), FIRST_DAY), (action("b"), FIRST_DAY)]);
}

#[test]
fn what_has_no_day_stands_nowhere() {
    let mut assessment = with(&[("a", own(When::In(Period::Later)))]);
    assessment.plan.rhythm.value = Some(Rhythm::Monthly);
    assert_eq!(days(&assessment), []);
    assessment.plan.first_day.value = Some(FIRST_DAY);
    assessment.plan.rhythm.value = None;
    assert_eq!(days(&assessment), []);
}

#[test]
fn talks_are_numbered_from_one() {
    let mut assessment = begun("k3x9");
    assessment.plan.first_day.value = Some(FIRST_DAY);
    assessment.plan.rhythm.value = Some(Rhythm::Monthly);
    let days = days(&assessment);
    assert_eq!(days.first(), Some(&(Dated::Talk(1), FIRST_DAY.plus_weeks(4))));
    assert_eq!(days.last(), Some(&(Dated::Talk(6), FIRST_DAY.plus_weeks(24))));
}

#[test]
fn an_id_stays_when_the_day_the_words_or_the_rhythm_change() {
    let uids = |assessment: &Assessment| dated(assessment).into_iter().map(|entry| entry.uid).collect::<Vec<_>>();
    let mut assessment = with(&[("buddy-named-3", own(When::By(FIRST_DAY)))]);
    assessment.plan.first_day.value = Some(FIRST_DAY);
    assessment.plan.rhythm.value = Some(Rhythm::Monthly);
    let before = uids(&assessment);
    assert_eq!(before[..2], ["k3x9.action.buddy-named-3@room-to-grow", "k3x9.talk.1@room-to-grow"]);
    let moved = assessment.plan.actions.get_mut(&ActionId::new("buddy-named-3")).expect("it is there");
    moved.when.value = When::In(Period::MonthOne);
    moved.title.value = "Something else".to_owned();
    assessment.plan.rhythm.value = Some(Rhythm::WeeklyFirst);
    assert_eq!(uids(&assessment)[..before.len()], before);
}

#[test]
fn no_two_events_of_any_plans_have_one_id() {
    // Ids may have hyphens, so where one ends and the next begins has to be told.
    let uid = |assessment: &str, id: &str| {
        let mut plan = begun(assessment);
        plan.plan.actions.insert(ActionId::new(id), own(When::By(FIRST_DAY)));
        dated(&plan).remove(0).uid
    };
    assert_ne!(uid("a-b", "c"), uid("a", "b-c"));
    let mut talk = begun("a");
    talk.plan.first_day.value = Some(FIRST_DAY);
    talk.plan.rhythm.value = Some(Rhythm::Monthly);
    assert_ne!(uid("a", "1"), dated(&talk).remove(0).uid);
}

#[test]
fn an_entry_is_as_new_as_the_last_change_of_it() {
    let changed = |change: fn(&mut Assessment)| {
        let mut assessment = with(&[("a", own(When::In(Period::WeekOne)))]);
        assessment.plan.first_day = Given { at: Moment(6), value: Some(FIRST_DAY) };
        assessment.plan.rhythm = Given { at: Moment(7), value: Some(Rhythm::Monthly) };
        change(&mut assessment);
        let entries: Vec<Entry> = dated(&assessment);
        (entries[0].changed, entries[1].changed)
    };
    fn a(assessment: &mut Assessment) -> &mut PlanAction {
        assessment.plan.actions.get_mut(&ActionId::new("a")).expect("it is there")
    }
    assert_eq!(changed(|_| ()), (Moment(6), Moment(7)));
    assert_eq!(changed(|it| it.plan.first_day.at = Moment(9)), (Moment(9), Moment(9)));
    assert_eq!(changed(|it| it.plan.rhythm.at = Moment(9)), (Moment(6), Moment(9)));
    let seats = |it: &mut Assessment| it.plan.table = Given { at: Moment(9), value: vec![Taker::Buddy] };
    assert_eq!(changed(seats), (Moment(6), Moment(9)));
    for change in [
        |it| a(it).title.at = Moment(9),
        |it| a(it).taker.at = Moment(9),
        |it| a(it).when.at = Moment(9),
        |it| a(it).minutes.at = Moment(9),
        |it| a(it).note.at = Moment(9),
        |it| a(it).status.at = Moment(9),
        |it| a(it).removed.at = Moment(9),
    ] as [fn(&mut Assessment); 7]
    {
        assert_eq!(changed(change), (Moment(9), Moment(7)));
    }
    // A day of its own does not follow from the first working day.
    let by = |it: &mut Assessment| a(it).when.value = When::By(FIRST_DAY);
    assert_eq!(changed(by), (Moment(5), Moment(7)));
}
