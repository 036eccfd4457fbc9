//! What always holds, whatever is answered.

use crate::support;

use std::collections::BTreeMap;

use assessment::{
    AdvicePlace, Answer, Assessment, AssessmentId, Choice, ConditionId, Event, Experience, Guidance, Level, Moment,
    PracticeId, Prerequisite, Profile, ProfileQuestion, Record, Scope, Stage, guide,
    save::{self, Unreadable},
    tailor,
};
use proptest::{prelude::*, sample::select};
use support::{Workplace, instrument};

/// Every question of the profile with each of its options, or skipped.
fn profiles() -> impl Strategy<Value = Profile> {
    let chosen: Vec<_> =
        ProfileQuestion::ALL.iter().map(|question| proptest::option::of(0..question.options().len())).collect();
    chosen.prop_map(|chosen| {
        let mut profile = Profile::default();
        for (&question, option) in ProfileQuestion::ALL.iter().zip(chosen) {
            profile.choose(question, option);
        }
        profile
    })
}

fn scopes() -> impl Strategy<Value = Scope> {
    let topics: Vec<ConditionId> = instrument().conditions.into_iter().map(|condition| condition.id).collect();
    prop_oneof![
        4 => Just(Scope::Full),
        2 => Just(Scope::Quick),
        1 => select(topics).prop_map(Scope::Topic),
        1 => select(Event::ALL).prop_map(Scope::Recheck),
    ]
}

/// The answers that are no level, and none at all.
const SILENT: [Option<Answer>; 4] = [None, Some(Answer::DontKnow), Some(Answer::NotApplicable), Some(Answer::NotSeen)];

fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        5 => select(&Level::ALL[..]).prop_map(|level| Some(Answer::Level(level))),
        1 => select(&SILENT[..]),
    ]
}

/// More of each than there are practices.
const MANY: usize = 60;

/// Any workplace: who fills it in, how much is asked, what was answered, put aside and added back.
fn workplaces() -> impl Strategy<Value = Workplace> {
    let marks = || proptest::collection::vec(proptest::bool::weighted(0.1), MANY);
    let answers = proptest::collection::vec(answer(), MANY);
    (profiles(), scopes(), answers, marks(), marks()).prop_map(|(profile, scope, answers, aside, back)| {
        let mut workplace = Workplace::new().scope(scope);
        workplace.profile = profile;
        for (index, id) in practices(&workplace).into_iter().enumerate() {
            if let Some(answer) = answers[index] {
                workplace.answers.give(id.clone(), answer, Moment(1));
            }
            if aside[index] {
                workplace.set_aside.give(id.clone(), (), Moment(1));
            }
            if back[index] {
                workplace.added_back.give(id, (), Moment(1));
            }
        }
        workplace
    })
}

fn practices(workplace: &Workplace) -> Vec<PracticeId> {
    workplace.instrument.practices().map(|practice| practice.id.clone()).collect()
}

/// What is asked there.
fn asked(workplace: &Workplace) -> Vec<PracticeId> {
    let tailored = tailor(&workplace.instrument, &workplace.assessment);
    tailored.iter().filter(|entry| entry.is_asked()).map(|entry| entry.practice.id.clone()).collect()
}

/// The same workplace with another answer.
fn with(workplace: &Workplace, practice: &PracticeId, answer: Option<Answer>) -> Workplace {
    let mut other = copy(workplace);
    match answer {
        Some(answer) => other.answers.give(practice.clone(), answer, Moment(2)),
        None => drop(other.answers.clear(practice, Moment(2))),
    }
    other
}

fn copy(workplace: &Workplace) -> Workplace {
    Workplace { instrument: workplace.instrument.clone(), assessment: workplace.assessment.clone() }
}

/// The lowest and the highest answered level of each condition, as the picture shows it.
fn spans(guidance: &Guidance) -> Vec<(ConditionId, Option<(Level, Level)>)> {
    guidance.picture.iter().map(|row| (row.condition.clone(), row.span)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    // Guidance is deterministic.

    #[test]
    fn guidance_follows_from_the_answers_and_not_from_when_or_in_which_order_they_came(
        workplace in workplaces(), start in 0..MANY, seed: u64,
    ) {
        let guidance = workplace.guidance();
        prop_assert_eq!(&workplace.guidance(), &guidance);
        let mut again = Assessment::begin(AssessmentId::new("another"), 1, workplace.scope.value.clone(), Moment(seed % 1_000));
        again.profile = workplace.profile;
        let mut ids = practices(&workplace);
        let middle = start % ids.len();
        ids.rotate_left(middle);
        for (number, id) in ids.iter().rev().enumerate() {
            let at = Moment((seed >> (number % 32)) % 1_000);
            if let Some(answer) = workplace.answers.get(id) {
                // What was answered first is no more.
                again.answers.give(id.clone(), Answer::DontKnow, at);
                again.answers.give(id.clone(), *answer, at);
            }
            if workplace.set_aside.has(id) {
                again.set_aside.give(id.clone(), (), at);
            }
            if workplace.added_back.has(id) {
                again.added_back.give(id.clone(), (), at);
            }
            again.notes.give(id.clone(), "A note changes nothing.".to_owned(), at);
        }
        prop_assert_eq!(guide(&workplace.instrument, &again), guidance);
    }

    // Better answers never add urgency to that practice.

    #[test]
    fn a_better_answer_never_makes_its_practice_more_urgent(workplace in workplaces(), practice in 0..MANY) {
        let ids = practices(&workplace);
        let id = &ids[practice % ids.len()];
        let places = |level: &Level| {
            let guidance = with(&workplace, id, Some(Answer::Level(*level))).guidance();
            let found = guidance.advice.iter().find(|advice| advice.practice == *id);
            // What is not advised at all is the least urgent.
            found.map_or((true, None), |advice| (false, Some((advice.place, advice.time))))
        };
        let places: Vec<_> = Level::ALL.iter().map(places).collect();
        prop_assert!(places.is_sorted(), "{id}: {places:?}");
    }

    #[test]
    fn what_is_part_of_the_work_is_never_advised(workplace in workplaces()) {
        for advice in workplace.guidance().advice {
            prop_assert!(advice.level < Level::PartOfTheWork);
        }
    }

    // Nothing unanswered, unknown or not applicable is ever treated as 'no'.

    #[test]
    fn only_an_answered_level_is_ever_a_gap(workplace in workplaces()) {
        for advice in workplace.guidance().advice {
            prop_assert_eq!(workplace.answers.level(&advice.practice), Some(advice.level));
        }
    }

    #[test]
    fn what_is_not_known_is_advised_on_as_if_it_were_well_arranged(workplace in workplaces()) {
        let mut well = copy(&workplace);
        for id in practices(&workplace) {
            if workplace.answers.level(&id).is_none() {
                well.answers.give(id, Answer::Level(Level::PartOfTheWork), Moment(2));
            }
        }
        prop_assert_eq!(workplace.guidance().advice, well.guidance().advice);
    }

    #[test]
    fn what_is_not_known_counts_for_nothing_whichever_way_it_is_said(workplace in workplaces(), practice in 0..MANY) {
        let ids = practices(&workplace);
        let id = &ids[practice % ids.len()];
        let all: Vec<Guidance> = SILENT.iter().map(|answer| with(&workplace, id, *answer).guidance()).collect();
        let unanswered = &all[0];
        for other in &all[1..] {
            prop_assert_eq!(&other.advice, &unanswered.advice);
            prop_assert_eq!(&other.strengths, &unanswered.strengths);
            prop_assert_eq!(&other.learning, &unanswered.learning);
            prop_assert_eq!(spans(other), spans(unanswered));
        }
    }

    #[test]
    fn a_caution_needs_a_low_level_or_a_law_that_is_said_not_to_apply(workplace in workplaces()) {
        for id in workplace.guidance().cautions {
            let caution = workplace.instrument.caution(&id).expect("known");
            let Some(trigger) = &caution.trigger else { continue };
            let practice = workplace.instrument.practice(&trigger.practice).expect("known");
            let called_for = match workplace.answers.get(&trigger.practice) {
                Some(Answer::Level(level)) => *level <= trigger.at_most,
                // The law stands, and nothing is said about the workplace.
                Some(Answer::NotApplicable) => practice.guardrail,
                Some(Answer::DontKnow | Answer::NotSeen) | None => false,
            };
            prop_assert!(called_for, "{id}");
        }
    }

    #[test]
    fn what_nobody_knows_is_asked_and_nothing_else_is(workplace in workplaces()) {
        let guidance = workplace.guidance();
        let questions: Vec<PracticeId> = guidance.find_out.iter().map(|question| question.practice.clone()).collect();
        let open = |id: &PracticeId| matches!(workplace.answers.get(id), Some(Answer::DontKnow | Answer::NotSeen));
        prop_assert_eq!(questions, asked(&workplace).into_iter().filter(open).collect::<Vec<_>>());
        prop_assert!(guidance.find_out.iter().all(|question| !question.ask.is_empty()));
    }

    // Prerequisites are never shown after what needs them. What someone put aside stands apart, by their own choice.

    #[test]
    fn nothing_stands_before_what_it_waits_for(workplace in workplaces()) {
        let guidance = workplace.guidance();
        let aside = |id: &PracticeId| guidance.at(AdvicePlace::Aside).any(|advice| advice.practice == *id);
        let time: BTreeMap<_, _> = guidance.advice.iter().map(|advice| (&advice.practice, advice.time)).collect();
        let place = |list: &[&PracticeId], id: &PracticeId| list.iter().position(|other| **other == *id);
        let asked = asked(&workplace);
        let whole: Vec<&PracticeId> = guidance.advice.iter().map(|advice| &advice.practice).collect();
        for advice in &guidance.advice {
            let practice = workplace.instrument.practice(&advice.practice).expect("known");
            // Only among what is asked: nobody waits for what is not shown.
            let too_low = |need: &&Prerequisite| {
                asked.contains(&need.practice)
                    && workplace.answers.level(&need.practice).is_some_and(|level| level < need.at_least)
            };
            let needs: Vec<&PracticeId> =
                practice.needs.iter().filter(too_low).map(|need| &need.practice).collect();
            prop_assert_eq!(advice.after.iter().collect::<Vec<_>>(), needs);
            for first in &advice.after {
                prop_assert!(time.contains_key(first), "{first} is needed and not advised");
                prop_assert!(time.get(first) <= time.get(&advice.practice), "{first} is for later than {practice:?}");
                if aside(first) {
                    continue;
                }
                prop_assert!(place(&whole, first) < place(&whole, &advice.practice), "{first}, {}", advice.practice);
                let by_time: Vec<&PracticeId> =
                    guidance.by_time(advice.time).iter().map(|advice| &advice.practice).collect();
                if time.get(first) == Some(&advice.time) {
                    prop_assert!(place(&by_time, first) < place(&by_time, &advice.practice), "{first} in its time");
                }
            }
        }
    }

    #[test]
    fn what_is_advised_at_a_time_is_all_there_once(workplace in workplaces()) {
        let guidance = workplace.guidance();
        let mut listed: Vec<&PracticeId> =
            Stage::ALL.iter().flat_map(|time| guidance.by_time(*time)).map(|advice| &advice.practice).collect();
        let mut all: Vec<&PracticeId> = guidance.advice.iter().map(|advice| &advice.practice).collect();
        listed.sort();
        all.sort();
        prop_assert!(all.windows(2).all(|pair| pair[0] != pair[1]));
        prop_assert_eq!(listed, all);
    }

    #[test]
    fn what_waits_says_for_what_and_nothing_else_does(workplace in workplaces()) {
        for advice in workplace.guidance().advice {
            if advice.place != AdvicePlace::Aside {
                prop_assert_eq!(advice.after.is_empty(), advice.place != AdvicePlace::Waiting);
            }
        }
    }

    // Every gap that is shown has a next step, a source and a reason. Their words: crates/report/tests/laws.rs.

    #[test]
    fn every_gap_has_its_next_step_someone_who_does_it_and_a_source(workplace in workplaces()) {
        for advice in workplace.guidance().advice {
            let practice = workplace.instrument.practice(&advice.practice).expect("known");
            prop_assert_eq!(Some(&advice.step), practice.step_from(advice.level));
            prop_assert_eq!(advice.leads_to().index(), advice.level.index() + 1);
            prop_assert!(!advice.who.is_empty());
            prop_assert!(!practice.sources.is_empty() && !practice.evidence.is_empty());
            // It is below what is useful by now, or something else that is open needs it.
            prop_assert!(advice.level < advice.target || advice.opens > 0, "{} has no reason", advice.practice);
        }
    }

    // The profile never changes the level that was given.

    #[test]
    fn the_profile_never_changes_the_level_that_was_given(workplace in workplaces(), other in profiles()) {
        let mut elsewhere = copy(&workplace);
        elsewhere.profile = other;
        for workplace in [&workplace, &elsewhere] {
            let guidance = workplace.guidance();
            for advice in &guidance.advice {
                prop_assert_eq!(workplace.answers.level(&advice.practice), Some(advice.level));
            }
            for (id, level) in &guidance.strengths {
                prop_assert_eq!(workplace.answers.level(id), Some(*level));
            }
            let tailored = tailor(&workplace.instrument, &workplace.assessment);
            for row in &guidance.picture {
                let asked = tailored.iter().filter(|entry| entry.is_asked() && entry.condition.id == row.condition);
                let given: Vec<Level> = asked.filter_map(|entry| workplace.answers.level(&entry.practice.id)).collect();
                let span = given.iter().min().copied().zip(given.iter().max().copied());
                prop_assert_eq!(row.span, span, "{}", row.condition);
            }
            for state in &guidance.learning {
                let arranged = |id: &PracticeId| workplace.answers.level(id) >= Some(Level::Arranged);
                prop_assert!(state.opened_by.iter().all(arranged));
            }
        }
    }

    #[test]
    fn first_steps_are_few_and_never_hold_what_waits(workplace in workplaces()) {
        let guidance = workplace.guidance();
        let first = guidance.at(AdvicePlace::Start).count();
        let most = if workplace.profile.experience == Some(Experience::First) { 2 } else { 3 };
        prop_assert!(first <= most);
        // If anything is advised, there is something to begin with, unless it was put aside.
        if guidance.at(AdvicePlace::Aside).next().is_none() {
            let begin = first + guidance.at(AdvicePlace::PutRight).count();
            prop_assert_eq!(guidance.advice.is_empty(), begin == 0);
        }
    }

    #[test]
    fn a_saved_assessment_comes_back_as_it_was(workplace in workplaces(), note in ".{0,200}") {
        let mut assessment = workplace.assessment;
        assessment.notes.give(PracticeId::new("buddy-time"), note, Moment(7));
        let record = Record::from(assessment);
        let bytes = save::write(&record).expect("every record can be written");
        prop_assert_eq!(save::read(&bytes), Ok(record));
    }

    #[test]
    fn a_damaged_record_is_noticed(at in 1usize..400, bit in 0u8..8) {
        let mut assessment = Assessment::begin(assessment::AssessmentId::new("a"), 1, Scope::Full, Moment(5));
        for practice in ["buddy-time", "flex-hours", "open-no-questions"] {
            assessment.answers.give(PracticeId::new(practice), Answer::DontKnow, Moment(9));
        }
        let mut bytes = save::write(&assessment.into()).expect("every record can be written");
        let at = 1 + at % (bytes.len() - 1);
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(save::read(&bytes), Err(Unreadable::Damaged));
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(save::read(&bytes).is_err());
    }
}

#[test]
fn a_record_of_a_newer_version_is_refused_and_named() {
    assert_eq!(save::read(&[save::VERSION + 1, 1, 2, 3]), Err(Unreadable::Newer(save::VERSION + 1)));
    assert_eq!(save::read(&[]), Err(Unreadable::Damaged));
}
