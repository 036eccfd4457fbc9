//! A workplace over time and from several sides: how views and rounds compare, what a candidate shares, and the overview.

use crate::support;

use assessment::{
    Answer, Assessment, AssessmentId, CandidateAnswer, CandidateView, Choice, ConditionId, Date, Event,
    FEWEST_TOGETHER, Given, Level, Levels, MOST_ROUNDS, Moment, Move, OverviewGroup, PlanAction, PracticeId, Profile,
    Record, RecordId, Respondent, Round, Scope, Shared, Size, Stage, Status, View, Workplace, WorkplaceChange,
    WorkplaceId, compare_views, moves, overview, tailor,
};
use proptest::{prelude::*, sample::select};
use support::{id, instrument, level};

fn levels(given: &[(&str, usize)]) -> Levels {
    given
        .iter()
        .map(|(practice, index)| (id(practice), Level::from_index(*index).expect("levels are 0 to 3")))
        .collect()
}

fn assessment(given: &[(&str, Answer)]) -> Assessment {
    let mut assessment = Assessment::begin(AssessmentId::new("a"), 1, Scope::Full, Moment(1));
    for (practice, answer) in given {
        assessment.answers.give(id(practice), *answer, Moment(2));
    }
    assessment
}

// Whose view it is.

#[test]
fn whose_view_it_is_follows_from_who_fills_it_in() {
    let view = |respondent| View::of(&Profile { respondent, ..Profile::default() });
    for employer in [Respondent::Owner, Respondent::Manager, Respondent::Hr, Respondent::PractitionerWithEmployer] {
        assert_eq!(view(Some(employer)), View::Employer);
    }
    assert_eq!(view(None), View::Employer);
    assert_eq!(view(Some(Respondent::Buddy)), View::Buddy);
    assert_eq!(view(Some(Respondent::PractitionerAlone)), View::Practitioner);
}

// Comparing views.

#[test]
fn first_comes_what_everyone_recognises_and_two_levels_apart_is_worth_a_talk() {
    let views = [
        (View::Employer, levels(&[("buddy-named", 3), ("flex-hours", 3), ("tasks-clear", 1), ("growth-talk", 2)])),
        (View::Buddy, levels(&[("buddy-named", 2), ("flex-hours", 1), ("tasks-clear", 0)])),
    ];
    let comparison = compare_views(&instrument(), &views);
    assert_eq!(comparison.all_see, [id("buddy-named")]);
    assert_eq!(comparison.about_the_same, [id("tasks-clear")]);
    let worth: Vec<_> = comparison.worth_a_talk.iter().map(|seen| (seen.practice.clone(), seen.width())).collect();
    assert_eq!(worth, [(id("flex-hours"), 2)], "what one view alone says is not compared");
}

#[test]
fn the_widest_difference_comes_first() {
    let views = [
        (View::Employer, levels(&[("buddy-named", 2), ("flex-hours", 3)])),
        (View::Practitioner, levels(&[("buddy-named", 0), ("flex-hours", 0)])),
    ];
    let comparison = compare_views(&instrument(), &views);
    let order: Vec<_> = comparison.worth_a_talk.iter().map(|seen| seen.practice.clone()).collect();
    assert_eq!(order, [id("flex-hours"), id("buddy-named")]);
}

#[test]
fn a_candidate_who_says_less_or_more_than_all_others_is_told_apart() {
    let compare = |employer, buddy, candidate| {
        let views = [
            (View::Employer, levels(&[("buddy-named", employer)])),
            (View::Buddy, levels(&[("buddy-named", buddy)])),
            (View::Candidate, levels(&[("buddy-named", candidate)])),
        ];
        let seen = compare_views(&instrument(), &views).worth_a_talk.into_iter().next();
        seen.map(|seen| (seen.candidate_is_lower(), seen.candidate_is_higher()))
    };
    assert_eq!(compare(2, 1, 0), Some((true, false)));
    assert_eq!(compare(2, 1, 3), Some((false, true)));
    assert_eq!(compare(2, 1, 2), None);
    // Someone else says the same.
    assert_eq!(compare(3, 1, 1), Some((false, false)));
    assert_eq!(compare(3, 1, 3), Some((false, false)));
}

proptest! {
    #[test]
    fn every_practice_that_two_views_know_stands_in_one_place(
        one in proptest::collection::vec(0_usize..4, 36), other in proptest::collection::vec(0_usize..4, 36)
    ) {
        let instrument = instrument();
        let of = |given: &[usize]| -> Levels {
            instrument.practices().zip(given)
                .map(|(practice, index)| (practice.id.clone(), Level::from_index(*index).expect("0 to 3"))).collect()
        };
        let comparison = compare_views(&instrument, &[(View::Employer, of(&one)), (View::Buddy, of(&other))]);
        let count = comparison.all_see.len() + comparison.about_the_same.len() + comparison.worth_a_talk.len();
        prop_assert_eq!(count, instrument.practices().count());
        // Nobody is right: the order of the views changes nothing.
        let turned = compare_views(&instrument, &[(View::Buddy, of(&other)), (View::Employer, of(&one))]);
        prop_assert_eq!(comparison.all_see, turned.all_see);
        prop_assert_eq!(comparison.worth_a_talk.len(), turned.worth_a_talk.len());
    }
}

// The candidate's view.

/// A candidate who said something about everything, and shares some topics.
fn candidate(shared: &[&str]) -> CandidateView {
    let instrument = instrument();
    let mut view = CandidateView::default();
    for practice in instrument.practices() {
        view.answer(practice.id.clone(), Some(CandidateAnswer::Level(Level::Arranged)));
    }
    shared.iter().for_each(|topic| view.share(&ConditionId::new(topic), true));
    view
}

#[test]
fn nothing_is_handed_over_unless_the_candidate_shares_it() {
    assert!(candidate(&[]).hand_over(&instrument()).is_empty());
    let Shared(topics) = candidate(&["growth", "buddy"]).hand_over(&instrument());
    let names: Vec<_> = topics.iter().map(|(topic, _)| topic.as_str()).collect();
    assert_eq!(names, ["buddy", "growth"]);
}

#[test]
fn sharing_can_be_taken_back_until_it_is_handed_over() {
    let mut view = candidate(&["buddy"]);
    view.share(&ConditionId::new("buddy"), false);
    assert!(view.hand_over(&instrument()).is_empty());
}

#[test]
fn rather_not_say_and_not_shared_look_the_same_from_outside() {
    let instrument = instrument();
    let buddy = instrument.conditions.iter().find(|it| it.id.as_str() == "buddy").expect("there is one");
    let mut silent = candidate(&["buddy", "growth"]);
    for practice in &buddy.practices {
        silent.answer(practice.id.clone(), Some(CandidateAnswer::RatherNotSay));
    }
    let mut unanswered = candidate(&["buddy", "growth"]);
    buddy.practices.iter().for_each(|practice| unanswered.answer(practice.id.clone(), None));
    let not_shared = candidate(&["growth"]);
    assert_eq!(silent.hand_over(&instrument), not_shared.hand_over(&instrument));
    assert_eq!(unanswered.hand_over(&instrument), not_shared.hand_over(&instrument));
}

#[test]
fn a_single_silence_within_a_shared_topic_leaves_no_gap_to_see() {
    let mut view = candidate(&["buddy"]);
    view.answer(id("buddy-time"), Some(CandidateAnswer::RatherNotSay));
    let handed = view.hand_over(&instrument());
    let bytes = format!("{handed:?}");
    assert!(bytes.contains("buddy-named") && !bytes.contains("buddy-time"));
}

/// One thing that a candidate does on the page.
#[derive(Clone, Copy, Debug)]
enum Said {
    Answer(usize, Option<CandidateAnswer>),
    Share(usize, bool),
}

fn said() -> impl Strategy<Value = Said> {
    let levels = Level::ALL.map(CandidateAnswer::Level).map(Some);
    let answers: Vec<_> = levels.into_iter().chain([Some(CandidateAnswer::RatherNotSay), None]).collect();
    prop_oneof![
        3 => (0_usize..36, select(answers)).prop_map(|(practice, answer)| Said::Answer(practice, answer)),
        1 => (0_usize..12, any::<bool>()).prop_map(|(topic, share)| Said::Share(topic, share)),
    ]
}

proptest! {
    /// Whatever a candidate does, what goes out is that of someone who never gave what is not shared.
    #[test]
    fn what_is_not_shared_leaves_no_trace_in_what_goes_out(all in proptest::collection::vec(said(), 0..80)) {
        let instrument = instrument();
        let practices: Vec<&PracticeId> = instrument.practices().map(|practice| &practice.id).collect();
        let topics: Vec<&ConditionId> = instrument.conditions.iter().map(|condition| &condition.id).collect();
        let mut view = CandidateView::default();
        for said in all {
            match said {
                Said::Answer(practice, answer) => view.answer(practices[practice].clone(), answer),
                Said::Share(topic, share) => view.share(topics[topic], share),
            }
        }
        let mut discreet = CandidateView::default();
        for condition in instrument.conditions.iter().filter(|condition| view.shares(&condition.id)) {
            let answers = condition.practices.iter().map(|practice| (practice, view.get(&practice.id)));
            let levels = answers.filter(|(_, answer)| matches!(answer, Some(CandidateAnswer::Level(_))));
            let mut said_something = false;
            for (practice, level) in levels {
                discreet.answer(practice.id.clone(), level);
                said_something = true;
            }
            // A topic in which nothing was said might as well not have been shared.
            discreet.share(&condition.id, said_something);
        }
        prop_assert_eq!(view.hand_over(&instrument), discreet.hand_over(&instrument));
    }
}

#[test]
fn what_was_removed_is_not_in_an_earlier_state_either() {
    let shared = |practice: &str| Some(Shared(vec![(ConditionId::new("buddy"), vec![(id(practice), Level::Started)])]));
    let with = |rounds: [Option<Shared>; 3]| {
        let mut workplace = Workplace::begin(WorkplaceId::new("w"), "Bakery".to_owned(), Moment(1));
        for (day, shared) in (1..).zip(rounds) {
            workplace.rounds.insert(Date(day), Round { shared, ..Round::default() });
        }
        workplace
    };
    let now = with([None, shared("buddy-named"), shared("buddy-time")]);
    let mut earlier = with([shared("buddy-named"), shared("buddy-named"), shared("buddy-prepared")]);
    earlier.unshare_as(&now);
    assert_eq!(earlier, with([None, shared("buddy-named"), None]), "only what still stands");
}

// Comparing rounds.

#[test]
fn what_moved_is_told_by_practice() {
    let before = assessment(&[
        ("buddy-named", level(1)),
        ("buddy-time", level(2)),
        ("flex-hours", level(2)),
        ("tasks-clear", Answer::DontKnow),
        ("growth-talk", level(1)),
    ]);
    let after = assessment(&[
        ("buddy-named", level(2)),
        ("buddy-time", level(0)),
        ("flex-hours", level(2)),
        ("tasks-clear", level(1)),
        ("growth-talk", Answer::NotApplicable),
    ]);
    let moved = moves(&instrument(), &before, &after);
    let how = |practice: &str| moved.iter().find(|moved| moved.practice == id(practice)).map(|moved| moved.how);
    assert_eq!(how("buddy-named"), Some(Move::Up));
    assert_eq!(how("buddy-time"), Some(Move::Down));
    assert_eq!(how("flex-hours"), Some(Move::Stayed));
    assert_eq!(how("tasks-clear"), Some(Move::NowKnown));
    assert_eq!(how("growth-talk"), Some(Move::NotSaid));
    assert_eq!(how("means-time"), None, "nobody said anything about it");
}

#[test]
fn what_another_version_of_the_questions_asked_is_not_set_against_anything() {
    let mut before = assessment(&[("buddy-named", level(1)), ("no-longer-asked", level(3))]);
    before.instrument += 1;
    let after = assessment(&[("buddy-named", level(2)), ("no-longer-asked", level(0))]);
    let moved: Vec<_> = moves(&instrument(), &before, &after).into_iter().map(|moved| moved.practice).collect();
    assert_eq!(moved, [id("buddy-named")]);
}

#[test]
fn of_two_half_filled_views_only_what_both_say_is_compared() {
    let views = [
        (View::Employer, levels(&[("buddy-named", 3), ("flex-hours", 3)])),
        (View::Buddy, levels(&[("flex-hours", 0), ("tasks-clear", 2)])),
    ];
    let comparison = compare_views(&instrument(), &views);
    assert_eq!((comparison.all_see.len(), comparison.about_the_same.len()), (0, 0));
    let apart: Vec<_> = comparison.worth_a_talk.into_iter().map(|seen| seen.practice).collect();
    assert_eq!(apart, [id("flex-hours")]);
}

#[test]
fn an_action_that_was_done_in_between_stands_beside_its_practice() {
    let mut before = assessment(&[("buddy-named", level(0)), ("flex-hours", level(0))]);
    let workplace = support::Workplace::new().all(level(0));
    let guidance = workplace.guidance();
    for (practice, status) in [("buddy-named", Status::Done), ("flex-hours", Status::Doing)] {
        let advice = support::find(&guidance, practice).expect("there is advice");
        let mut action = PlanAction::advised(advice, None, Moment(3));
        action.status.value = status;
        before.plan.actions.insert(PlanAction::id_of(advice), action);
    }
    let moved = moves(&instrument(), &before, &assessment(&[("buddy-named", level(1)), ("flex-hours", level(1))]));
    let worked: Vec<_> = moved.iter().filter(|moved| moved.worked_on).map(|moved| moved.practice.clone()).collect();
    assert_eq!(worked, [id("buddy-named")]);
}

// A recheck.

#[test]
fn after_an_event_five_practices_are_asked() {
    let instrument = instrument();
    for &event in <Event as assessment::Choice>::ALL {
        let mut recheck = assessment(&[]);
        recheck.scope.value = Scope::Recheck(event);
        let asked: Vec<PracticeId> = tailor(&instrument, &recheck)
            .into_iter()
            .filter(assessment::Tailored::is_asked)
            .map(|tailored| tailored.practice.id.clone())
            .collect();
        assert_eq!(asked.len(), 5, "{event:?}");
        assert!(asked.iter().all(|practice| instrument.after(event).contains(practice)));
    }
}

// Not seen.

#[test]
fn what_a_practitioner_did_not_see_is_no_gap_and_becomes_a_question() {
    let workplace = support::Workplace::at(Stage::FirstWeeks).all(level(2)).with("buddy-named", Answer::NotSeen);
    let guidance = workplace.guidance();
    assert!(support::find(&guidance, "buddy-named").is_none());
    assert!(guidance.find_out.iter().any(|find_out| find_out.practice == id("buddy-named")));
}

// The overview.

fn at_stage(stage: Stage, buddy: usize) -> Assessment {
    let mut round = assessment(&[("buddy-named", level(buddy)), ("buddy-time", Answer::DontKnow)]);
    round.profile.stage = Some(stage);
    round
}

#[test]
fn small_groups_are_not_told_apart() {
    let rounds: Vec<Assessment> = (0..FEWEST_TOGETHER).map(|_| at_stage(Stage::Ongoing, 1)).collect();
    let four: Vec<_> = rounds[1..].iter().map(|round| (round, None)).collect();
    let five: Vec<_> = rounds.iter().map(|round| (round, None)).collect();
    let stage = OverviewGroup::Stage(Stage::Ongoing);
    assert_eq!(overview(&instrument(), &four, stage), None);
    assert_eq!(overview(&instrument(), &five, stage).map(|all| all.workplaces), Some(5));
    assert_eq!(overview(&instrument(), &five, OverviewGroup::Size(Size::Micro)), None);
    assert_eq!(overview(&instrument(), &four, OverviewGroup::All).map(|all| all.workplaces), Some(4));
}

#[test]
fn the_overview_tells_where_conditions_stand_and_what_moved() {
    let (low, high) = (at_stage(Stage::Ongoing, 0), at_stage(Stage::Ongoing, 2));
    let rounds = [(&high, Some(&low)), (&low, Some(&high)), (&low, None)];
    let all = overview(&instrument(), &rounds, OverviewGroup::All).expect("all may be few");
    let buddy = all.rows.iter().find(|row| row.condition.as_str() == "buddy").expect("there is a row");
    assert_eq!((buddy.lowest, buddy.dont_know, buddy.up, buddy.down), ([2, 0, 1, 0], 3, 1, 1));
}

// Putting two copies together.

fn workplaces() -> impl Strategy<Value = Workplace> {
    let round = ("[ab]{0,2}", 0_u64..4, any::<bool>(), 0_u64..4, proptest::option::of(0_usize..3)).prop_map(
        |(agreed, agreed_at, revealed, revealed_at, shared)| Round {
            agreements: Given { at: Moment(agreed_at), value: agreed },
            revealed: Given { at: Moment(revealed_at), value: revealed },
            shared: shared.map(|index| {
                let levels = vec![(id("buddy-named"), Level::ALL[index])];
                Shared(vec![(ConditionId::new("buddy"), levels)])
            }),
            ..Round::default()
        },
    );
    let rounds = proptest::collection::vec((select(vec![1_u32, 2, 3]), round), 0..3);
    ("[ab]", 0_u64..4, rounds).prop_map(|(label, at, rounds)| {
        let mut workplace = Workplace::begin(WorkplaceId::new("w"), label, Moment(at));
        rounds.into_iter().for_each(|(day, round)| workplace.rounds.insert(Date(day), round));
        workplace
    })
}

#[test]
fn what_is_changed_by_a_clock_that_is_behind_stands_when_copies_meet() {
    let ahead = Moment(1_000_000);
    let mut ours = Workplace::begin(WorkplaceId::new("w"), "north".to_owned(), ahead);
    let before = ours.clone();
    let at = ours.time_of_change(Moment(5));
    ours.change(WorkplaceChange::Label("south".to_owned()), at);
    ours.merge(&before);
    assert_eq!(ours.label.value, "south");
}

#[test]
fn what_one_of_two_copies_removed_stays_removed_and_what_came_in_stays() {
    let with = |given: Option<usize>| {
        let mut workplace = Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(1));
        let levels = |index| vec![(id("buddy-named"), Level::ALL[index])];
        let shared = given.map(|index| Shared(vec![(ConditionId::new("buddy"), levels(index))]));
        workplace.rounds.insert(Date(1), Round { shared, ..Round::default() });
        workplace
    };
    let since = |earlier: Option<usize>, ours: Option<usize>, theirs: Option<usize>| {
        let mut merged = with(ours);
        merged.merge_since(&with(earlier), &with(theirs));
        (0..4).find(|index| merged == with(Some(*index)))
    };
    assert_eq!(since(Some(1), None, Some(1)), None, "removed here");
    assert_eq!(since(Some(1), Some(1), None), None, "removed there");
    assert_eq!(since(None, None, Some(2)), Some(2), "it came in there");
    assert_eq!(since(Some(1), Some(2), None), Some(2), "removed there, and anew here");
    assert_eq!(since(Some(1), None, Some(2)), Some(2), "removed here, and anew there");
    assert_eq!(since(Some(1), Some(1), Some(1)), Some(1), "nobody removed it");
    assert_eq!(since(Some(1), None, Some(3)), Some(3), "another one came in there");
}

#[test]
fn there_are_no_more_rounds_than_two_copies_can_be_put_together_of() {
    let mut workplace = Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(1));
    for day in 0..=1_000 {
        workplace.change(WorkplaceChange::Begin(Date(day), None), Moment(2));
    }
    assert_eq!(workplace.rounds.iter().count(), MOST_ROUNDS);
}

proptest! {
    #[test]
    fn workplaces_are_merged_alike_everywhere(one in workplaces(), other in workplaces(), third in workplaces()) {
        let merged = |one: &Workplace, other: &Workplace| { let mut one = one.clone(); one.merge(other); one };
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
        prop_assert_eq!(merged(&merged(&one, &other), &third), merged(&one, &merged(&other, &third)));
        prop_assert_eq!(merged(&merged(&one, &other), &other), merged(&one, &other));
    }
}

// Every change of a workplace.

fn given<T>(value: T, at: Moment) -> Given<T> {
    Given { at, value }
}

#[test]
fn a_change_of_a_workplace_changes_that_alone_and_keeps_its_time() {
    let (day, at) = (Date(100), Moment(9));
    let mut workplace = Workplace::begin(WorkplaceId::new("w"), "The shop".to_owned(), Moment(1));
    let mut expected = workplace.clone();
    let mut check = |change: WorkplaceChange, expect: &mut dyn FnMut(&mut Workplace)| {
        let told = format!("{change:?}");
        workplace.change(change, at);
        expect(&mut expected);
        assert_eq!(workplace, expected, "{told}");
    };
    check(WorkplaceChange::Label("The bakery".to_owned()), &mut |it| it.label = given("The bakery".to_owned(), at));
    check(WorkplaceChange::Archived(true), &mut |it| it.archived = given(true, at));
    check(WorkplaceChange::NextVisit(Some(day)), &mut |it| it.next_visit = given(Some(day), at));
    let event = Some(Event::NewManager);
    check(WorkplaceChange::Begin(day, event), &mut |it| {
        it.rounds.insert(day, Round { event: given(event, at), ..Round::default() });
    });
    let mut round = |change, expect: fn(&mut Round, Moment)| {
        check(change, &mut |it| expect(it.rounds.get_mut(&day).expect("it was begun"), at));
    };
    round(WorkplaceChange::Begin(day, None), |_, _| {});
    round(WorkplaceChange::Reveal(day), |it, at| it.revealed = given(true, at));
    round(WorkplaceChange::Agreements(day, "A buddy".to_owned()), |it, at| {
        it.agreements = given("A buddy".to_owned(), at);
    });
    round(WorkplaceChange::Shared(day, Some(Shared::default())), |it, _| it.shared = Some(Shared::default()));
    round(WorkplaceChange::Shared(day, None), |it, _| it.shared = None);
    round(WorkplaceChange::Reveal(Date(101)), |_, _| {});
}

#[test]
fn a_change_is_always_later_than_all_that_was_changed_before() {
    let mut workplace = Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(1));
    assert_eq!(workplace.changed(), Moment(1));
    let changes: [fn(&mut Workplace, Moment); 6] = [
        |it, at| it.label.at = at,
        |it, at| it.archived.at = at,
        |it, at| it.next_visit.at = at,
        |it, at| it.change(WorkplaceChange::Begin(Date(5), None), at),
        |it, at| it.change(WorkplaceChange::Reveal(Date(5)), at),
        |it, at| it.change(WorkplaceChange::Agreements(Date(5), String::new()), at),
    ];
    for (number, change) in (10..).zip(changes) {
        change(&mut workplace, Moment(number));
        assert_eq!(workplace.changed(), Moment(number));
    }
    assert_eq!(workplace.time_of_change(Moment(90)), Moment(90));
    assert_eq!(workplace.time_of_change(Moment(15)), Moment(16), "the clock stands still");
    assert_eq!(workplace.time_of_change(Moment(3)), Moment(16), "the clock went backwards");
}

#[test]
fn the_latest_round_is_that_of_the_latest_day() {
    let mut workplace = Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(1));
    assert_eq!(workplace.latest_round(), None);
    for day in [30, 90, 60] {
        workplace.change(WorkplaceChange::Begin(Date(day), None), Moment(2));
    }
    assert_eq!(workplace.latest_round().map(|(day, _)| day), Some(Date(90)));
}

#[test]
fn a_candidate_sees_again_what_was_said_until_it_is_taken_back() {
    let mut view = CandidateView::default();
    assert!(view.is_empty());
    view.answer(id("buddy-time"), Some(CandidateAnswer::RatherNotSay));
    assert_eq!((view.get(&id("buddy-time")), view.is_empty()), (Some(CandidateAnswer::RatherNotSay), false));
    view.answer(id("buddy-time"), None);
    assert_eq!((view.get(&id("buddy-time")), view.is_empty()), (None, true));
}

#[test]
fn what_a_candidate_handed_over_is_compared_by_practice() {
    let mut view = candidate(&["buddy"]);
    view.answer(id("buddy-time"), Some(CandidateAnswer::Level(Level::NotArranged)));
    let shared = view.hand_over(&instrument());
    assert!(!shared.is_empty() && Shared::default().is_empty());
    let levels = shared.levels();
    assert_eq!(levels.get(&id("buddy-time")), Some(&Level::NotArranged));
    assert_eq!(levels.get(&id("buddy-named")), Some(&Level::Arranged));
    assert_eq!(levels.get(&id("flex-hours")), None);
}

#[test]
fn every_view_has_a_name_and_those_of_one_person_say_who_that_is() {
    assert_eq!(View::ALL.map(View::id), ["employer", "buddy", "practitioner", "candidate"]);
    let alone = [None, Some(Respondent::Buddy), Some(Respondent::PractitionerAlone), None];
    assert_eq!(View::ALL.map(View::respondent), alone);
    for view in View::ALL {
        let profile = Profile { respondent: view.respondent(), ..Profile::default() };
        let expected = if view == View::Candidate { View::Employer } else { view };
        assert_eq!(View::of(&profile), expected);
    }
    let given = assessment(&[("buddy-time", level(2)), ("flex-hours", Answer::DontKnow)]);
    assert_eq!(Levels::of(&given.answers), levels(&[("buddy-time", 2)]));
}

// Records.

#[test]
fn a_record_is_its_assessment_or_its_workplace() {
    let (one, other) =
        (assessment(&[("buddy-time", level(2))]), Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(7)));
    let records = [Record::from(one.clone()), Record::from(other.clone())];
    assert_eq!(records.each_ref().map(Record::id), [RecordId::new("a"), RecordId::new("w")]);
    assert_eq!(records.each_ref().map(Record::changed), [Moment(2), Moment(7)]);
    assert_eq!(records.each_ref().map(Record::assessment), [Some(&one), None]);
    assert_eq!(records.each_ref().map(Record::workplace), [None, Some(&other)]);
}

#[test]
fn records_of_one_kind_are_merged_and_of_two_kinds_what_is_here_stays() {
    let begun = |label: &str, at| Workplace::begin(WorkplaceId::new("w"), label.to_owned(), Moment(at));
    let (earlier, later) = (Record::from(begun("Old", 1)), Record::from(begun("New", 2)));
    let mut merged = earlier.clone();
    merged.merge(&later);
    assert_eq!(merged, later);
    let (here, there) = (assessment(&[("buddy-time", level(2))]), assessment(&[("flex-hours", level(1))]));
    let mut both = here.clone();
    both.merge(&there);
    for since in [false, true] {
        let mut merged = Record::from(here.clone());
        if since {
            merged.merge_since(&here.clone().into(), &there.clone().into())
        } else {
            merged.merge(&there.clone().into())
        }
        assert_eq!(merged, both.clone().into());
        let mut kept = Record::from(here.clone());
        if since {
            kept.merge_since(&earlier, &later)
        } else {
            kept.merge(&later)
        }
        assert_eq!(kept, here.clone().into());
    }
}

#[test]
fn a_record_that_was_unshared_since_stays_so() {
    let with = |shared: Option<Shared>| {
        let mut workplace = Workplace::begin(WorkplaceId::new("w"), String::new(), Moment(1));
        workplace.change(WorkplaceChange::Begin(Date(5), None), Moment(2));
        workplace.change(WorkplaceChange::Shared(Date(5), shared), Moment(3));
        Record::from(workplace)
    };
    let shared = || Some(candidate(&["buddy"]).hand_over(&instrument()));
    let mut here = with(None);
    here.merge_since(&with(shared()), &with(shared()));
    assert_eq!(here, with(None));
    let mut merged = with(None);
    merged.merge(&with(shared()));
    assert_eq!(merged, with(shared()), "without an earlier state nothing tells that it was removed");
}

#[test]
fn every_event_has_a_name_of_its_own() {
    let names: std::collections::BTreeSet<&str> = Event::ALL.iter().map(|event| event.id()).collect();
    assert_eq!(names.len(), Event::ALL.len());
}

// The overview and what moved, in numbers.

#[test]
fn the_overview_counts_the_lowest_level_what_is_not_known_and_what_moved() {
    let round = |one: Answer, other: Answer| assessment(&[("buddy-named", one), ("buddy-time", other)]);
    let row = |latest: &Assessment, before: Option<&Assessment>| {
        let rounds = [(latest, before), (latest, before)];
        let told = overview(&instrument(), &rounds, OverviewGroup::All).expect("all together");
        assert_eq!(told.workplaces, 2);
        let row = told.rows.into_iter().find(|row| row.condition.as_str() == "buddy").expect("a condition");
        (row.lowest, row.dont_know, row.up, row.down)
    };
    let low = round(level(1), level(2));
    assert_eq!(row(&low, None), ([0, 2, 0, 0], 0, 0, 0));
    assert_eq!(row(&low, Some(&low)), ([0, 2, 0, 0], 0, 0, 0), "nothing moved");
    let high = round(level(3), level(2));
    assert_eq!(row(&high, Some(&low)), ([0, 0, 2, 0], 0, 2, 0));
    assert_eq!(row(&low, Some(&high)), ([0, 2, 0, 0], 0, 0, 2));
    // One up, one down: together it stands where it stood.
    assert_eq!(row(&round(level(2), level(1)), Some(&low)), ([0, 2, 0, 0], 0, 0, 0));
    let unknown = round(Answer::DontKnow, Answer::NotSeen);
    assert_eq!(row(&unknown, Some(&low)), ([0, 0, 0, 0], 4, 0, 0), "not known is no way down");
    let silent = round(Answer::NotApplicable, level(3));
    assert_eq!(row(&silent, Some(&low)), ([0, 0, 0, 2], 0, 2, 0));
}

#[test]
fn what_moved_says_how() {
    let how = |then: Option<Answer>, now: Option<Answer>| {
        let round =
            |answer: Option<Answer>| assessment(&answer.map(|it| ("buddy-named", it)).into_iter().collect::<Vec<_>>());
        let moved = moves(&instrument(), &round(then), &round(now));
        moved.into_iter().map(|it| it.how).next()
    };
    let known = |index| Some(level(index));
    let unknown = Some(Answer::DontKnow);
    assert_eq!(how(None, None), None);
    assert_eq!(how(known(1), known(2)), Some(Move::Up));
    assert_eq!(how(known(2), known(1)), Some(Move::Down));
    assert_eq!(how(known(1), known(1)), Some(Move::Stayed));
    assert_eq!(how(known(1), None), Some(Move::NotSaid));
    assert_eq!(how(known(1), unknown), Some(Move::NotSaid));
    assert_eq!(how(None, known(1)), Some(Move::NowKnown));
    assert_eq!(how(unknown, known(1)), Some(Move::NowKnown));
    assert_eq!(how(unknown, unknown), Some(Move::Stayed));
    assert_eq!(how(None, unknown), Some(Move::Stayed));
}
