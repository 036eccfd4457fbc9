//! What a device may hold, and what its files are made of.

use std::{path::Path, sync::LazyLock};

use assessment::{
    ActionId, Advised, Answer, Assessment, AssessmentId, BuddyCheck, BuddyNeed, ByPractice, Choice, ConditionId, Date,
    Event, Given, LONGEST_LABEL, LONGEST_NOTE, LONGEST_TITLE, Ladder, LearningForm, Level, Moment, PartOf, Period,
    Plan, PlanAction, PracticeId, ProfileQuestion, Record, Rhythm, Round, Rung, RungPart, RungStep, Scope, Shared,
    Status, Taker, Weekday, When, Workplace, WorkplaceId,
};
use exchange::{Known, MOST_MINUTES, Refusal};
use proptest::{
    collection::btree_map,
    option,
    prelude::*,
    sample::{select, subsequence},
};

/// 21 November 2026, 00:01 UTC.
pub const CHANGED: Moment = Moment(1_795_219_260_000);

/// 22 November 2026, 10:00 UTC.
pub const MADE: Moment = Moment(1_795_341_600_000);

/// The last moment of the year 9999.
pub const LATEST: u64 = 253_402_300_799_999;

/// The last day of the year 9999.
pub const LAST_DAY: u32 = 2_932_896;

// Plain texts: ids share theirs within one thread only.
static IDS: LazyLock<(u16, Vec<String>, Vec<String>)> = LazyLock::new(|| {
    let known = Known::from(&instrument());
    (
        known.instrument,
        known.practices.iter().map(ToString::to_string).collect(),
        known.conditions.iter().map(ToString::to_string).collect(),
    )
});

/// The practices of each condition, in order.
static TOPICS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let topic = |condition: assessment::Condition| condition.practices.iter().map(|it| it.id.to_string()).collect();
    instrument().conditions.into_iter().map(topic).collect()
});

fn instrument() -> assessment::Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}"))
}

/// The instrument that is shipped.
pub fn known() -> Known {
    let (instrument, practices, conditions) = &*IDS;
    Known {
        instrument: *instrument,
        practices: practices.iter().map(|id| PracticeId::new(id)).collect(),
        conditions: conditions.iter().map(|id| ConditionId::new(id)).collect(),
    }
}

pub fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

/// A quick scan with an answer, an answer taken back, and a note.
pub fn quick_scan() -> Assessment {
    let mut assessment = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, Moment(CHANGED.0 - 60_000));
    assessment.scope.at = CHANGED;
    assessment.choose(ProfileQuestion::Stage, Some(1), CHANGED);
    assessment.choose(ProfileQuestion::Region, Some(1), CHANGED);
    assessment.answers.give(practice("buddy-named"), Answer::Level(Level::Arranged), CHANGED);
    assessment.answers.give(practice("flex-hours"), Answer::DontKnow, CHANGED);
    assessment.answers.clear(&practice("flex-hours"), Moment(CHANGED.0 + 1));
    assessment.notes.give(practice("buddy-named"), "é".to_owned(), Moment(300));
    assessment.added_back.give(practice("means-time"), (), CHANGED);
    assessment.set_aside.give(practice("flex-hours"), (), CHANGED);
    assessment
}

/// One topic, with everything in it that can stand in a file and is not in the quick scan.
pub fn topic() -> Assessment {
    let scope = Scope::Topic(ConditionId::new("buddy"));
    let mut assessment = Assessment::begin(AssessmentId::new("topic-2"), 1, scope, CHANGED);
    assessment.choose(ProfileQuestion::Size, None, Moment(CHANGED.0 + 7));
    assessment.answers.give(practice("buddy-named"), Answer::Level(Level::NotArranged), Moment(CHANGED.0 + 8));
    assessment.answers.give(practice("buddy-time"), Answer::NotApplicable, Moment(CHANGED.0 + 9));
    assessment.answers.give(practice("buddy-prepared"), Answer::DontKnow, Moment(CHANGED.0 + 10));
    let note = "On Tuesdays,\n\t\"before the shift\" \\ <b>not</b> after ☀";
    assessment.notes.give(practice("buddy-time"), note.to_owned(), Moment(CHANGED.0 + 11));
    assessment.notes.give(practice("buddy-named"), "gone".to_owned(), CHANGED);
    assessment.notes.clear(&practice("buddy-named"), Moment(CHANGED.0 + 12));
    assessment.set_aside.give(practice("buddy-time"), (), CHANGED);
    assessment.set_aside.clear(&practice("buddy-time"), Moment(CHANGED.0 + 13));
    assessment
}

/// What stands in `golden/backup.json`, of version 1.
pub fn backup() -> [Assessment; 3] {
    [quick_scan(), topic(), untouched()]
}

/// What stands in `golden/backup-2.json`, of version 2.
pub fn planned_backup() -> [Record; 5] {
    [shop().into(), planned().into(), busy().into(), recheck().into(), untouched().into()]
}

fn untouched() -> Assessment {
    Assessment::begin(AssessmentId::new("0"), 1, Scope::Full, Moment(0))
}

fn given<T>(at: u64, value: T) -> Given<T> {
    Given { at: Moment(at), value }
}

/// The example of docs/file-format.md: a workplace with one round, of which a candidate handed something over.
pub fn workplace() -> Workplace {
    let mut workplace = Workplace::begin(WorkplaceId::new("wp-1"), "Shop".to_owned(), CHANGED);
    let levels = vec![(practice("buddy-named"), Level::Started)];
    let round = Round {
        event: given(CHANGED.0, Some(Event::NewManager)),
        shared: Some(Shared(vec![(ConditionId::new("buddy"), levels)])),
        ..Round::default()
    };
    workplace.rounds.insert(Date(20_800), round);
    workplace
}

/// That workplace with another round, and with everything that can stand in a file of it.
pub fn shop() -> Workplace {
    let mut workplace = workplace();
    let at = CHANGED.0 + 40;
    workplace.archived = given(at, true);
    workplace.next_visit = given(at + 1, Some(Date(20_990)));
    let round = Round {
        event: given(at + 2, None),
        revealed: given(at + 2, true),
        agreements: given(at + 3, "Sit down on \"Mondays\",\n\tbefore ten \\ <b>☀</b>".to_owned()),
        shared: None,
    };
    workplace.rounds.insert(Date(20_990), round);
    workplace
}

/// A practitioner's view of that other round, after an event.
pub fn recheck() -> Assessment {
    let scope = Scope::Recheck(Event::BuddyLeaves);
    let mut assessment = Assessment::begin(AssessmentId::new("mg1-7"), 1, scope, CHANGED);
    assessment.choose(ProfileQuestion::Respondent, Some(5), CHANGED);
    assessment.answers.give(practice("buddy-named"), Answer::NotSeen, CHANGED);
    let part = PartOf { workplace: WorkplaceId::new("wp-1"), round: Date(20_990) };
    assessment.part_of = given(CHANGED.0, Some(part));
    assessment.put_away = given(CHANGED.0 + 1, true);
    assessment
}

/// The example of docs/file-format.md: the quick scan with a plan of one action, taken from the advice, and talks. It is
/// part of a round.
pub fn planned() -> Assessment {
    let mut assessment = quick_scan();
    let at = CHANGED.0 + 2;
    let mut action = PlanAction::own(String::new(), When::In(Period::WeekOne), Moment(at));
    action.from = Some(Advised { practice: practice("buddy-named"), to: Level::PartOfTheWork });
    action.taker.value = Some(Taker::Manager);
    action.minutes.value = Some(30);
    assessment.plan.actions.insert(ActionId::new("buddy-named-3"), action);
    assessment.plan.first_day = given(at, Some(Date(20_800)));
    assessment.plan.rhythm = given(at, Some(Rhythm::WeeklyFirst));
    assessment.plan.table = given(at, vec![Taker::Manager, Taker::Buddy, Taker::Colleague]);
    assessment.plan.buddy.minutes = given(at, Some(90));
    assessment.plan.buddy.away = given(at, vec![Weekday::Tuesday]);
    assessment.plan.ladder.wanted = given(at, true);
    assessment.plan.ladder.until = given(at, Some(When::In(Period::MonthThree)));
    *assessment.plan.ladder.step_mut(Rung::Next).text_mut(RungPart::Tasks) = given(at, "é".to_owned());
    assessment.part_of = given(at, Some(PartOf { workplace: WorkplaceId::new("wp-1"), round: Date(20_800) }));
    assessment
}

/// The topic with a plan that has everything in it that can stand in a file and is not in the other one.
pub fn busy() -> Assessment {
    let mut assessment = topic();
    let at = CHANGED.0 + 20;
    let own = |title: &str, when| PlanAction::own(title.to_owned(), when, Moment(at));
    let mut badge = own("Order a \"badge\" \\ <b>☀</b>", When::By(Date(20_790)));
    badge.note = given(at + 1, "At the desk,\n\tbefore ten".to_owned());
    badge.status = given(at + 2, Status::Done);
    badge.minutes = given(at, Some(MOST_MINUTES));
    let mut gone = own("Ask the works council", When::In(Period::Later));
    gone.taker = given(at, Some(Taker::Hr));
    gone.removed = given(at + 3, true);
    gone.status = given(at, Status::Dropped);
    gone.reason = given(at + 6, "Not needed\nin a shop of four".to_owned());
    // Of this one, nothing but the time was ever touched.
    let mut bare = PlanAction::own(String::new(), When::In(Period::BeforeDayOne), Moment(0));
    bare.from = Some(Advised { practice: practice("buddy-time"), to: Level::Started });
    bare.when.at = Moment(at);
    let actions = [("0", badge), ("buddy-time-1", bare), ("mfx2k9-1", gone)];
    assessment.plan.actions = actions.into_iter().map(|(id, action)| (ActionId::new(id), action)).collect();
    assessment.plan.first_day = given(at + 4, None);
    assessment.plan.table = given(at + 5, vec![]);
    assessment.plan.buddy.deputy = given(at + 5, Some(true));
    assessment.plan.buddy.needs = given(at + 5, vec![BuddyNeed::Role, BuddyNeed::Thanks]);
    assessment.plan.ladder.until = given(at + 6, Some(When::By(Date(20_990))));
    let ladder = &mut assessment.plan.ladder;
    ladder.step_mut(Rung::Further).left_out = given(at + 7, true);
    ladder.step_mut(Rung::Starter).form = given(at + 7, Some(LearningForm::Reactive));
    *ladder.step_mut(Rung::Starter).text_mut(RungPart::Support) = given(at + 8, String::new());
    assessment.part_of = given(at + 9, None);
    assessment.put_away = given(at + 10, false);
    assessment
}

/// A text with the only occurrence of a part of it replaced.
pub fn with(text: &str, part: &str, other: &str) -> String {
    assert_eq!(text.matches(part).count(), 1, "{part:?} stands in it once");
    text.replace(part, other)
}

/// The text of a refusal is fit to be shown in a message.
pub fn is_fit_to_show(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::Twice(text) | Refusal::Unknown(text) | Refusal::Value { at: text } => {
            text.chars().count() <= 60 && !text.chars().any(char::is_control)
        }
        _ => true,
    }
}

fn times() -> impl Strategy<Value = Moment> {
    prop_oneof![4 => 1_795_219_200_000..1_795_919_200_000_u64, 1 => 0..=LATEST].prop_map(Moment)
}

fn by_practice<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = ByPractice<T>> {
    let given = (option::weighted(0.8, value), times()).prop_map(|(value, at)| Given { at, value });
    let practices = select(IDS.1.clone());
    btree_map(practices, given, 0..12)
        .prop_map(|values| values.into_iter().map(|(id, given)| (PracticeId::new(&id), given)).collect())
}

/// Notes that the app would keep.
pub fn notes() -> impl Strategy<Value = String> {
    let longest = "[a-zé☀]".prop_map(|letter| letter.repeat(LONGEST_NOTE));
    prop_oneof![8 => "[\\PC\n\t]{1,80}", 1 => "[\\PC]{500}", 1 => longest]
        .prop_filter("the app keeps no empty note", |note| !note.trim().is_empty())
}

/// Titles that the app would keep.
pub fn titles() -> impl Strategy<Value = String> {
    let longest = "[a-zé☀]".prop_map(|letter| letter.repeat(LONGEST_TITLE));
    prop_oneof![2 => Just(String::new()), 6 => "\\PC{1,80}", 1 => longest]
        .prop_map(|title| if title.trim().is_empty() { String::new() } else { title })
}

fn maybe_given<T: std::fmt::Debug + Clone + 'static>(
    before: T,
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Given<T>> {
    let touched = (value, times()).prop_map(|(value, at)| Given { at, value });
    prop_oneof![1 => Just(Given { at: Moment(0), value: before }), 4 => touched]
}

fn days() -> impl Strategy<Value = Date> {
    prop_oneof![4 => 20_000..21_000_u32, 1 => 0..=LAST_DAY].prop_map(Date)
}

fn one_of<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    select(C::ALL)
}

fn notes_or_none() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), notes()]
}

fn whens() -> impl Strategy<Value = When> {
    prop_oneof![one_of::<Period>().prop_map(When::In), days().prop_map(When::By)]
}

fn several<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = Given<Vec<C>>> {
    maybe_given(vec![], subsequence(C::ALL, 0..=C::ALL.len()).prop_shuffle())
}

fn buddies() -> impl Strategy<Value = BuddyCheck> {
    let minutes = maybe_given(None, option::of(0..=MOST_MINUTES));
    (minutes, maybe_given(None, option::of(any::<bool>())), several(), several())
        .prop_map(|(minutes, deputy, away, needs)| BuddyCheck { minutes, deputy, away, needs })
}

fn steps() -> impl Strategy<Value = RungStep> {
    let text = || maybe_given(String::new(), notes_or_none());
    let form = maybe_given(None, option::of(one_of()));
    ([text(), text(), text()], form, maybe_given(false, any::<bool>())).prop_map(|(texts, form, left_out)| {
        let mut step = RungStep::default();
        (step.form, step.left_out) = (form, left_out);
        for (&part, text) in RungPart::ALL.iter().zip(texts) {
            *step.text_mut(part) = text;
        }
        step
    })
}

fn ladders() -> impl Strategy<Value = Ladder> {
    let until = maybe_given(None, option::of(whens()));
    (maybe_given(false, any::<bool>()), until, [steps(), steps(), steps(), steps()]).prop_map(
        |(wanted, until, steps)| {
            let mut ladder = Ladder::default();
            (ladder.wanted, ladder.until) = (wanted, until);
            for (&rung, step) in Rung::ALL.iter().zip(steps) {
                *ladder.step_mut(rung) = step;
            }
            ladder
        },
    )
}

fn actions() -> impl Strategy<Value = PlanAction> {
    let from = (select(IDS.1.clone()), select(&Level::ALL[1..]))
        .prop_map(|(id, to)| Advised { practice: PracticeId::new(&id), to });
    (
        option::of(from),
        maybe_given(String::new(), titles()),
        maybe_given(None, option::of(one_of())),
        (whens(), times()).prop_map(|(value, at)| Given { at, value }),
        maybe_given(None, option::of(0..=MOST_MINUTES)),
        maybe_given(String::new(), notes_or_none()),
        maybe_given(Status::ToDo, one_of()),
        maybe_given(String::new(), notes_or_none()),
        maybe_given(false, any::<bool>()),
        maybe_given(false, any::<bool>()),
    )
        .prop_map(|(from, title, taker, when, minutes, note, status, reason, answer_stays, removed)| PlanAction {
            from,
            title,
            taker,
            when,
            minutes,
            note,
            status,
            reason,
            answer_stays,
            removed,
        })
}

/// Every plan that the app can come to.
pub fn plans() -> impl Strategy<Value = Plan> {
    let actions = btree_map("[a-z0-9-]{1,40}", actions(), 0..6)
        .prop_map(|actions| actions.into_iter().map(|(id, action)| (ActionId::new(&id), action)).collect());
    (
        maybe_given(None, option::of(days())),
        actions,
        maybe_given(None, option::of(one_of())),
        several(),
        buddies(),
        ladders(),
    )
        .prop_map(|(first_day, actions, rhythm, table, buddy, ladder)| Plan {
            first_day,
            actions,
            rhythm,
            table,
            buddy,
            ladder,
        })
}

fn scopes() -> impl Strategy<Value = Scope> {
    let topic = select(IDS.2.clone()).prop_map(|id| Scope::Topic(ConditionId::new(&id)));
    prop_oneof![Just(Scope::Quick), Just(Scope::Full), topic, one_of().prop_map(Scope::Recheck)]
}

fn parts() -> impl Strategy<Value = PartOf> {
    ("[a-z0-9-]{1,40}", days()).prop_map(|(id, round)| PartOf { workplace: WorkplaceId::new(&id), round })
}

/// Every assessment that the app can come to.
pub fn assessments() -> impl Strategy<Value = Assessment> {
    let answer = prop_oneof![
        4 => select(&Level::ALL[..]).prop_map(Answer::Level),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::NotApplicable),
        1 => Just(Answer::NotSeen),
    ];
    let choices = ProfileQuestion::ALL.iter().map(|question| 0..question.options().len());
    let chosen: Vec<_> = choices.map(|places| option::of((option::of(places), times()))).collect();
    let begun = ("[a-z0-9-]{1,40}", times(), scopes(), times());
    let marks = || by_practice(Just(()));
    let round = (maybe_given(None, option::of(parts())), maybe_given(false, any::<bool>()));
    (begun, chosen, by_practice(answer), by_practice(notes()), marks(), marks(), plans(), round).prop_map(
        |((id, started, scope, at), chosen, answers, notes, added_back, set_aside, plan, (part_of, put_away))| {
            let mut assessment = Assessment::begin(AssessmentId::new(&id), IDS.0, scope, started);
            assessment.scope.at = at;
            for (&question, given) in ProfileQuestion::ALL.iter().zip(chosen) {
                if let Some((option, at)) = given {
                    assessment.choose(question, option, at);
                }
            }
            Assessment { answers, notes, added_back, set_aside, plan, part_of, put_away, ..assessment }
        },
    )
}

/// Labels that the app would keep.
pub fn labels() -> impl Strategy<Value = String> {
    let longest = "[a-zé☀]".prop_map(|letter| letter.repeat(LONGEST_LABEL));
    prop_oneof![2 => Just(String::new()), 6 => "\\PC{1,80}", 1 => longest]
        .prop_map(|label| if label.trim().is_empty() { String::new() } else { label })
}

/// Everything that a candidate can hand over: some topics in the order of the instrument, each with some levels.
fn handed_over() -> impl Strategy<Value = Option<Shared>> {
    let said: Vec<_> = TOPICS
        .iter()
        .map(|practices| proptest::collection::vec(option::of(select(&Level::ALL[..])), practices.len()))
        .collect();
    let topics = subsequence((0..TOPICS.len()).collect::<Vec<_>>(), 0..=TOPICS.len());
    (topics, said).prop_map(|(topics, said)| {
        let topic = |place: usize| {
            let levels = TOPICS[place].iter().zip(&said[place]);
            let levels: Vec<_> = levels.filter_map(|(id, level)| Some((practice(id), (*level)?))).collect();
            (!levels.is_empty()).then(|| (ConditionId::new(&IDS.2[place]), levels))
        };
        let shared = Shared(topics.into_iter().filter_map(topic).collect());
        (!shared.is_empty()).then_some(shared)
    })
}

fn rounds() -> impl Strategy<Value = Round> {
    (
        maybe_given(None, option::of(one_of())),
        maybe_given(false, any::<bool>()),
        maybe_given(String::new(), notes_or_none()),
        handed_over(),
    )
        .prop_map(|(event, revealed, agreements, shared)| Round { event, revealed, agreements, shared })
}

/// Every workplace that the app can come to.
pub fn workplaces() -> impl Strategy<Value = Workplace> {
    (
        "[a-z0-9-]{1,40}",
        maybe_given(String::new(), labels()),
        maybe_given(false, any::<bool>()),
        maybe_given(None, option::of(days())),
        btree_map(days(), rounds(), 0..4),
    )
        .prop_map(|(id, label, archived, next_visit, rounds)| Workplace {
            id: WorkplaceId::new(&id),
            label,
            archived,
            next_visit,
            rounds: rounds.into_iter().collect(),
        })
}

/// Everything that is kept under an id of its own.
pub fn records() -> impl Strategy<Value = Record> {
    prop_oneof![2 => assessments().prop_map(Record::from), 1 => workplaces().prop_map(Record::from)]
}

/// What a device may hold: no id twice. The workplaces come first, as in a file.
pub fn devices() -> impl Strategy<Value = Vec<Record>> {
    proptest::collection::vec(records(), 0..7).prop_map(|mut records| {
        let mut seen = std::collections::BTreeSet::new();
        records.retain(|record| seen.insert(record.id()));
        records.sort_by_key(|record| record.workplace().is_none());
        records
    })
}
