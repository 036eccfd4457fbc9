//! Two copies of one assessment put together: nothing that was given is lost, and every device comes to the same.

use assessment::{
    About, Answer, Assessment, AssessmentId, Chosen, Differences, Level, Moment, PracticeId, ProfileQuestion, Scope,
    Stands,
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
    let told: Vec<_> = differences
        .answers
        .iter()
        .map(|it| (it.about.as_str(), (it.here.at.0, it.here.value), (it.there.at.0, it.there.value), it.later()))
        .collect();
    assert_eq!(
        told,
        [
            ("buddy-named", (20, Some(level(3))), (30, Some(level(1))), Stands::There),
            ("flex-hours", (0, None), (12, Some(Answer::DontKnow)), Stands::There),
        ]
    );
    let [note] = &differences.notes[..] else { panic!("one note differs: {:?}", differences.notes) };
    assert_eq!((note.here.value, note.there.value, note.later()), (None, Some("On Tuesdays"), Stands::There));
    let [size] = &differences.situation[..] else { panic!("one question differs: {:?}", differences.situation) };
    assert_eq!((size.about, size.here.value, size.there.value), (ProfileQuestion::Size, None, Some(1)));
    assert_eq!((size.there.at, size.later()), (Moment(32), Stands::There));
    assert_eq!((differences.to_choose(), differences.count()), (4, 4));
    assert!(!differences.choices);
}

/// The employer and the practitioner each changed their copy: of each answer, what was chosen stands.
#[test]
fn what_was_chosen_stands_also_when_it_is_the_older() {
    let mut employer = begun();
    employer.answers.give(practice("buddy-named"), level(2), Moment(20));
    employer.notes.give(practice("buddy-named"), "On Mondays".to_owned(), Moment(21));
    employer.answers.give(practice("growth-next"), level(1), Moment(22));
    let mut practitioner = begun();
    practitioner.answers.give(practice("buddy-named"), level(1), Moment(30));
    practitioner.notes.give(practice("buddy-named"), "On Tuesdays".to_owned(), Moment(31));
    practitioner.answers.give(practice("flex-hours"), level(3), Moment(32));
    practitioner.choose(ProfileQuestion::Size, Some(2), Moment(33));
    let chosen: Chosen = [
        (About::Answer(practice("buddy-named")), Stands::Here),
        (About::Answer(practice("flex-hours")), Stands::Here),
        (About::Answer(practice("growth-next")), Stands::Here),
        (About::Situation(ProfileQuestion::Size), Stands::Here),
    ]
    .into_iter()
    .collect();
    // The clock of this device is behind.
    let together = employer.put_together(&practitioner, &chosen, Moment(25));
    let given = |id: &str| (together.answers.get(&practice(id)).copied(), together.answers.time(&practice(id)));
    assert_eq!(given("buddy-named"), (Some(level(2)), Some(Moment(34))), "against the time");
    assert_eq!(given("flex-hours"), (None, Some(Moment(34))), "not answered here, and so it stays");
    assert_eq!(given("growth-next"), (Some(level(1)), Some(Moment(22))), "the later anyway: its time stays");
    assert_eq!(together.notes.get(&practice("buddy-named")).map(String::as_str), Some("On Tuesdays"), "the later");
    assert_eq!(together.profile.size, None);

    // The same file once more: it differs in what was chosen against it, and what was chosen is the later now.
    let differences = Differences::between(&together, &practitioner);
    let topics: Vec<_> = differences.topics().collect();
    let answer = |id| (About::Answer(practice(id)), Stands::Here);
    assert_eq!(
        topics,
        [
            answer("buddy-named"),
            answer("flex-hours"),
            answer("growth-next"),
            (About::Situation(ProfileQuestion::Size), Stands::Here),
        ]
    );
    assert_eq!(merged(&practitioner, &together), together, "also on the other device");
}

#[test]
fn the_last_choice_about_a_thing_counts() {
    let about = About::Note(practice("buddy-named"));
    let mut chosen = Chosen::default();
    assert_eq!(chosen.about(&about), None);
    chosen.choose(about.clone(), Stands::There);
    chosen.choose(About::Answer(practice("buddy-named")), Stands::There);
    chosen.choose(about.clone(), Stands::Here);
    assert_eq!(chosen.about(&about), Some(Stands::Here));
    assert_eq!(chosen.about(&About::Answer(practice("buddy-named"))), Some(Stands::There));
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

/// For each difference in turn, which copy stands.
fn picks() -> impl Strategy<Value = Vec<bool>> {
    proptest::collection::vec(any::<bool>(), 24)
}

fn choose(differences: &Differences, picks: &[bool]) -> Chosen {
    let stands = |&here: &bool| if here { Stands::Here } else { Stands::There };
    differences.topics().zip(picks).map(|((about, _), pick)| (about, stands(pick))).collect()
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
            prop_assert_eq!(together.answers.get(told.about).copied(), told.said(told.later()).value);
            prop_assert_ne!(told.here.value, told.there.value);
        }
    }

    #[test]
    fn where_nobody_chose_what_is_put_together_is_what_merging_gives(
        here in assessments(), there in assessments(), now in times(),
    ) {
        prop_assert_eq!(here.put_together(&there, &Chosen::default(), now), merged(&here, &there));
        let later: Chosen = Differences::between(&here, &there).topics().collect();
        prop_assert_eq!(here.put_together(&there, &later, now), merged(&here, &there));
    }

    #[test]
    fn exactly_what_was_chosen_stands(
        here in assessments(), there in assessments(), picks in picks(), now in times(),
    ) {
        let differences = Differences::between(&here, &there);
        let chosen = choose(&differences, &picks);
        let together = here.put_together(&there, &chosen, now);
        let of = |about: About| chosen.about(&about).expect("about each of them something was chosen");
        for it in &differences.answers {
            let stands = it.said(of(About::Answer(it.about.clone()))).value;
            prop_assert_eq!(together.answers.get(it.about).copied(), stands);
        }
        for it in &differences.notes {
            let stands = it.said(of(About::Note(it.about.clone()))).value;
            prop_assert_eq!(together.notes.get(it.about).map(String::as_str), stands);
        }
        for it in &differences.situation {
            prop_assert_eq!(together.profile.chosen(it.about), it.said(of(About::Situation(it.about))).value);
        }
        // What does not differ, and what goes by time, is as merging gives it.
        let by_time = merged(&here, &there);
        for id in PRACTICES.map(practice) {
            if differences.answers.iter().all(|it| *it.about != id) {
                prop_assert_eq!(together.answers.get(&id), by_time.answers.get(&id));
            }
            if differences.notes.iter().all(|it| *it.about != id) {
                prop_assert_eq!(together.notes.get(&id), by_time.notes.get(&id));
            }
        }
        prop_assert_eq!(&together.scope, &by_time.scope);
        prop_assert_eq!(&together.added_back, &by_time.added_back);
        prop_assert_eq!(&together.set_aside, &by_time.set_aside);
    }

    #[test]
    fn what_was_chosen_stays_when_either_copy_comes_again(
        here in assessments(), there in assessments(), picks in picks(), now in times(),
    ) {
        let chosen = choose(&Differences::between(&here, &there), &picks);
        let together = here.put_together(&there, &chosen, now);
        for copies in [[&here, &there], [&there, &here]] {
            let mut again = together.clone();
            let mut elsewhere = copies[0].clone();
            elsewhere.merge(&together);
            for copy in copies {
                again.merge(copy);
                elsewhere.merge(copy);
            }
            prop_assert_eq!(&again, &together);
            prop_assert_eq!(&elsewhere, &together);
        }
        // Looked at again, what was chosen is the later.
        for copy in [&here, &there] {
            for (about, later) in Differences::between(&together, copy).topics() {
                prop_assert_eq!(later, Stands::Here, "{:?}", about);
            }
        }
    }

    #[test]
    fn on_whose_device_it_is_chosen_does_not_matter(
        here in assessments(), there in assessments(), picks in picks(), now in times(),
    ) {
        let chosen = choose(&Differences::between(&here, &there), &picks);
        let turned = |stands| match stands { Stands::Here => Stands::There, Stands::There => Stands::Here };
        let topics: Vec<_> = Differences::between(&here, &there).topics().map(|(about, _)| about).collect();
        let mirrored: Chosen = topics
            .into_iter()
            .filter_map(|about| chosen.about(&about).map(|stands| (about, turned(stands))))
            .collect();
        prop_assert_eq!(here.put_together(&there, &chosen, now), there.put_together(&here, &mirrored, now));
    }

    #[test]
    fn a_change_is_later_than_everything_before_it(assessment in assessments(), now in times()) {
        prop_assert!(assessment.time_of_change(now) > assessment.changed());
        prop_assert!(assessment.time_of_change(now) >= now);
    }
}

// What differs, counted.

#[test]
fn each_thing_that_differs_is_counted_once() {
    let here = begun();
    let count = |there: &Assessment| {
        let it = Differences::between(&here, there);
        (it.count(), it.to_choose(), it.is_empty(), it.choices, it.plan)
    };
    assert_eq!(count(&here), (0, 0, true, false, false));
    let mut there = here.clone();
    there.answers.give(practice("buddy-named"), level(1), Moment(12));
    assert_eq!(count(&there), (1, 1, false, false, false));
    there.notes.give(practice("buddy-named"), "On Tuesdays".to_owned(), Moment(12));
    there.notes.give(practice("flex-hours"), "From nine to three".to_owned(), Moment(12));
    assert_eq!(count(&there), (3, 3, false, false, false));
    for question in [ProfileQuestion::Size, ProfileQuestion::Stage, ProfileQuestion::Place] {
        there.choose(question, Some(1), Moment(12));
    }
    assert_eq!(count(&there), (6, 6, false, false, false));
    there.plan.first_day = assessment::Given { at: Moment(12), value: Some(assessment::Date(3)) };
    assert_eq!(count(&there), (7, 6, false, false, true));
    let differences = Differences::between(&here, &there);
    assert_eq!(differences.topics().count(), 6);
    assert!(differences.topics().all(|(_, later)| later == Stands::There));
    let turned = Differences::between(&there, &here);
    assert!(turned.topics().all(|(_, later)| later == Stands::Here));
}

#[test]
fn how_much_is_asked_what_was_added_back_and_what_was_put_aside_are_choices() {
    let here = begun();
    let changes: [fn(&mut Assessment); 3] = [
        |it| it.scope.value = Scope::Full,
        |it| it.added_back.give(practice("buddy-named"), (), Moment(12)),
        |it| it.set_aside.give(practice("buddy-named"), (), Moment(12)),
    ];
    for change in changes {
        let mut there = here.clone();
        change(&mut there);
        let it = Differences::between(&here, &there);
        assert_eq!((it.choices, it.count(), it.to_choose()), (true, 1, 0));
    }
}

#[test]
fn an_assessment_is_untouched_until_something_is_given() {
    assert!(begun().is_untouched());
    let changes: [fn(&mut Assessment); 4] = [
        |it| it.choose(ProfileQuestion::Size, Some(1), Moment(12)),
        |it| it.answers.give(practice("buddy-named"), Answer::DontKnow, Moment(12)),
        |it| it.notes.give(practice("buddy-named"), "On Tuesdays".to_owned(), Moment(12)),
        |it| it.plan.rhythm.value = Some(assessment::Rhythm::Monthly),
    ];
    for change in changes {
        let mut touched = begun();
        change(&mut touched);
        assert!(!touched.is_untouched());
    }
}
