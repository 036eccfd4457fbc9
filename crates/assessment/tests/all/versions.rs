//! Every version that was ever released stays readable: its records stay in `tests/saved/` for ever.

use assessment::{
    ActionId, Advised, Answer, Assessment, AssessmentId, ConditionId, Date, Event, Given, Level, Moment, PartOf,
    Period, PlanAction, PracticeId, ProfileQuestion, Record, Rhythm, Round, Rung, RungPart, Scope, Shared, Taker,
    Weekday, When, Workplace, WorkplaceId,
    save::{self, Unreadable},
};

const STARTED: Moment = Moment(1_795_219_200_000);
const CHANGED: Moment = Moment(1_795_219_260_000);

/// The example of docs/file-format.md, as far as version 1 could say it.
fn example() -> Assessment {
    let mut assessment = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, STARTED);
    assessment.scope.at = CHANGED;
    assessment.choose(ProfileQuestion::Stage, Some(1), CHANGED);
    assessment.choose(ProfileQuestion::Region, Some(1), CHANGED);
    assessment.answers.give(PracticeId::new("buddy-named"), Answer::Level(Level::Arranged), CHANGED);
    assessment.answers.give(PracticeId::new("flex-hours"), Answer::DontKnow, CHANGED);
    assessment.notes.give(PracticeId::new("buddy-named"), "é".to_owned(), Moment(300));
    assessment.added_back.give(PracticeId::new("means-time"), (), CHANGED);
    assessment.set_aside.give(PracticeId::new("flex-hours"), (), CHANGED);
    assessment
}

/// The example of docs/file-format.md: an answer was taken back.
fn example_2() -> Assessment {
    let mut assessment = example();
    assessment.answers.clear(&PracticeId::new("flex-hours"), Moment(CHANGED.0 + 1));
    assessment
}

#[test]
fn version_1_is_read() {
    assert_eq!(save::read(include_bytes!("../saved/v1.bin")), Ok(example().into()));
}

#[test]
fn version_2_is_read() {
    assert_eq!(save::read(include_bytes!("../saved/v2.bin")), Ok(example_2().into()));
}

/// The example of docs/file-format.md: one action is taken from the advice, talks are agreed, and
/// the buddy and the growth ladder are thought of.
fn example_3() -> Assessment {
    let mut assessment = example_2();
    let at = Moment(CHANGED.0 + 2);
    let mut action = PlanAction::own(String::new(), When::In(Period::WeekOne), at);
    action.from = Some(Advised { practice: PracticeId::new("buddy-named"), to: Level::PartOfTheWork });
    action.taker.value = Some(Taker::Manager);
    action.minutes.value = Some(30);
    assessment.plan.actions.insert(ActionId::new("buddy-named-3"), action);
    assessment.plan.first_day = Given { at, value: Some(Date(20_800)) };
    assessment.plan.rhythm = Given { at, value: Some(Rhythm::WeeklyFirst) };
    assessment.plan.table = Given { at, value: vec![Taker::Manager, Taker::Buddy, Taker::Colleague] };
    assessment.plan.buddy.minutes = Given { at, value: Some(90) };
    assessment.plan.buddy.away = Given { at, value: vec![Weekday::Tuesday] };
    assessment.plan.ladder.wanted = Given { at, value: true };
    assessment.plan.ladder.until = Given { at, value: Some(When::In(Period::MonthThree)) };
    let part = PartOf { workplace: WorkplaceId::new("wp-1"), round: Date(20_800) };
    assessment.part_of = Given { at, value: Some(part) };
    *assessment.plan.ladder.step_mut(Rung::Next).text_mut(RungPart::Tasks) = Given { at, value: "é".to_owned() };
    assessment
}

#[test]
fn version_3_is_read() {
    assert_eq!(save::read(include_bytes!("../saved/v3.bin")), Ok(example_3().into()));
}

#[test]
fn version_3_is_what_is_written() {
    assert_eq!(save::write(&example_3().into()).as_deref(), Ok(include_bytes!("../saved/v3.bin").as_slice()));
}

/// The other example of docs/file-format.md: a workplace with one round.
fn workplace() -> Record {
    let mut workplace = Workplace::begin(WorkplaceId::new("wp-1"), "Shop".to_owned(), CHANGED);
    let mut round = Round { event: Given { at: CHANGED, value: Some(Event::NewManager) }, ..Round::default() };
    round.shared =
        Some(Shared(vec![(ConditionId::new("buddy"), vec![(PracticeId::new("buddy-named"), Level::Started)])]));
    workplace.rounds.insert(Date(20_800), round);
    workplace.into()
}

#[test]
fn a_workplace_of_version_3_is_read() {
    assert_eq!(save::read(include_bytes!("../saved/v3-workplace.bin")), Ok(workplace()));
}

#[test]
fn a_workplace_of_version_3_is_what_is_written() {
    assert_eq!(save::write(&workplace()).as_deref(), Ok(include_bytes!("../saved/v3-workplace.bin").as_slice()));
}

#[test]
fn a_version_that_never_was_is_damage_and_one_to_come_is_newer() {
    let record = include_bytes!("../saved/v3.bin");
    let with_version = |version: u8| save::read(&[&[version], &record[1..]].concat());
    assert_eq!(with_version(0), Err(Unreadable::Damaged));
    assert_eq!(with_version(record[0] + 1), Err(Unreadable::Newer(record[0] + 1)));
    assert_eq!(save::read(&[]), Err(Unreadable::Damaged));
}
