//! Two copies of one assessment put together: nothing that was given is lost, and every device comes to the same.

use assessment::{
    Answer, Assessment, AssessmentId, Differences, Level, Moment, PracticeId, ProfileQuestion, Scope, Stands,
};
use proptest::{prelude::*, sample::select};

const PRACTICES: [&str; 4] = ["buddy-named", "buddy-time", "flex-hours", "growth-next"];

fn begun() -> Assessment {
    Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, Moment(10))
}

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

fn level(index: usize) -> Answer {
    Answer::Level(Level::from_index(index).expect("levels are 0 to 3"))
}

fn merged(one: &Assessment, other: &Assessment) -> Assessment {
    let mut merged = one.clone();
    merged.merge(other);
    merged
}

#[test]
fn answers_given_on_either_side_survive() {
    let (mut here, mut there) = (begun(), begun());
    here.answers.give(practice("buddy-named"), level(2), Moment(20));
    there.answers.give(practice("flex-hours"), level(1), Moment(15));
    there.notes.give(practice("flex-hours"), "From nine to three".to_owned(), Moment(16));
    let together = merged(&here, &there);
    assert_eq!(together.answers.level(&practice("buddy-named")), Some(Level::Arranged));
    assert_eq!(together.answers.level(&practice("flex-hours")), Some(Level::Started));
    assert!(together.notes.has(&practice("flex-hours")));
}

#[test]
fn of_two_answers_the_later_stands() {
    let (mut here, mut there) = (begun(), begun());
    here.answers.give(practice("buddy-named"), level(3), Moment(20));
    there.answers.give(practice("buddy-named"), level(0), Moment(21));
    assert_eq!(merged(&here, &there).answers.level(&practice("buddy-named")), Some(Level::NotArranged));
}

#[test]
fn an_older_copy_does_not_bring_back_what_was_taken_back() {
    let mut there = begun();
    there.answers.give(practice("buddy-named"), level(3), Moment(20));
    let mut here = there.clone();
    here.answers.clear(&practice("buddy-named"), Moment(21));
    assert!(merged(&here, &there).answers.is_empty());
    assert!(merged(&there, &here).answers.is_empty());
}

#[test]
fn a_clock_that_goes_backwards_does_not_undo_what_comes_after() {
    let mut here = begun();
    here.answers.give(practice("buddy-named"), level(0), here.time_of_change(Moment(5_000)));
    let before = here.clone();
    // The device now believes that it is an hour earlier.
    here.answers.give(practice("buddy-named"), level(2), here.time_of_change(Moment(1_400)));
    assert_eq!(merged(&here, &before).answers.level(&practice("buddy-named")), Some(Level::Arranged));
    assert_eq!(merged(&before, &here).answers.level(&practice("buddy-named")), Some(Level::Arranged));
}

#[test]
fn what_differs_is_told_with_what_will_stand() {
    let (mut here, mut there) = (begun(), begun());
    here.answers.give(practice("buddy-named"), level(3), Moment(20));
    there.answers.give(practice("buddy-named"), level(1), Moment(30));
    there.answers.give(practice("flex-hours"), Answer::DontKnow, Moment(12));
    // The same answer at another time is no difference.
    here.answers.give(practice("buddy-time"), level(1), Moment(20));
    there.answers.give(practice("buddy-time"), level(1), Moment(40));
    there.notes.give(practice("buddy-named"), "On Tuesdays".to_owned(), Moment(31));
    there.choose(ProfileQuestion::Size, Some(1), Moment(32));
    let differences = Differences::between(&here, &there);
    let told: Vec<_> =
        differences.answers.iter().map(|it| (it.practice.as_str(), it.here, it.there, it.stands)).collect();
    assert_eq!(
        told,
        [
            ("buddy-named", Some(level(3)), Some(level(1)), Stands::There),
            ("flex-hours", None, Some(Answer::DontKnow), Stands::There),
        ]
    );
    assert_eq!(differences.notes, [(practice("buddy-named"), Stands::There)]);
    assert_eq!(differences.situation, [(ProfileQuestion::Size, Stands::There)]);
    assert!(!differences.choices);
}

fn times() -> impl Strategy<Value = Moment> {
    // Few, so that ties are common.
    (0_u64..4).prop_map(Moment)
}

fn assessments() -> impl Strategy<Value = Assessment> {
    let answer = || {
        proptest::option::of(prop_oneof![
            select(&Level::ALL[..]).prop_map(Answer::Level),
            Just(Answer::DontKnow),
            Just(Answer::NotApplicable),
        ])
    };
    let answers = proptest::collection::vec((select(&PRACTICES[..]), answer(), times()), 0..6);
    let notes = proptest::collection::vec((select(&PRACTICES[..]), proptest::option::of("[ab]{1,2}"), times()), 0..4);
    let marks = proptest::collection::vec((select(&PRACTICES[..]), any::<[bool; 2]>(), times()), 0..4);
    let chosen =
        proptest::collection::vec((select(ProfileQuestion::ALL), proptest::option::of(0_usize..2), times()), 0..6);
    let scope = (select(vec![Scope::Quick, Scope::Full]), times());
    (answers, notes, marks, chosen, scope, 1_u16..3).prop_map(|(answers, notes, marks, chosen, scope, instrument)| {
        let mut assessment = begun();
        assessment.instrument = instrument;
        (assessment.scope.value, assessment.scope.at) = scope;
        for (id, answer, at) in answers {
            assessment.answers.give(practice(id), Answer::DontKnow, at);
            match answer {
                Some(answer) => assessment.answers.give(practice(id), answer, at),
                None => drop(assessment.answers.clear(&practice(id), at)),
            }
        }
        for (id, note, at) in notes {
            assessment.notes.give(practice(id), String::new(), at);
            match note {
                Some(note) => assessment.notes.give(practice(id), note, at),
                None => drop(assessment.notes.clear(&practice(id), at)),
            }
        }
        for (id, [added, aside], at) in marks {
            if added {
                assessment.added_back.give(practice(id), (), at);
            } else {
                assessment.added_back.clear(&practice(id), at);
            }
            if aside {
                assessment.set_aside.give(practice(id), (), at);
            } else {
                assessment.set_aside.clear(&practice(id), at);
            }
        }
        for (question, option, at) in chosen {
            assessment.choose(question, option, at);
        }
        assessment
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_order_of_merging_does_not_matter(one in assessments(), other in assessments()) {
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
    }

    #[test]
    fn how_copies_are_grouped_does_not_matter(one in assessments(), two in assessments(), three in assessments()) {
        prop_assert_eq!(merged(&merged(&one, &two), &three), merged(&one, &merged(&two, &three)));
    }

    #[test]
    fn merging_again_changes_nothing(one in assessments(), other in assessments()) {
        let together = merged(&one, &other);
        prop_assert_eq!(&merged(&together, &other), &together);
        prop_assert_eq!(&merged(&together, &together), &together);
    }

    #[test]
    fn what_is_told_to_stand_stands(here in assessments(), there in assessments()) {
        let together = merged(&here, &there);
        for told in Differences::between(&here, &there).answers {
            let stands = match told.stands { Stands::Here => told.here, Stands::There => told.there };
            prop_assert_eq!(together.answers.get(&told.practice).copied(), stands);
            prop_assert_ne!(told.here, told.there);
        }
    }

    #[test]
    fn a_change_is_later_than_everything_before_it(assessment in assessments(), now in times()) {
        prop_assert!(assessment.time_of_change(now) > assessment.changed());
        prop_assert!(assessment.time_of_change(now) >= now);
    }
}
