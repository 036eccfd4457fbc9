//! What always holds, whatever is answered.

mod support;

use std::collections::BTreeMap;

use assessment::{
    AdvicePlace, Answer, Assessment, Choice, Experience, Involvement, Level, Moment, Pattern, Place, PracticeId,
    Profile, Record, Respondent, Scope, Size, Stage,
    save::{self, Unreadable},
};
use proptest::{prelude::*, sample::select};
use support::Workplace;

fn maybe<C: Choice + std::fmt::Debug>() -> impl Strategy<Value = Option<C>> {
    proptest::option::of(select(C::ALL))
}

fn profiles() -> impl Strategy<Value = Profile> {
    (
        maybe::<Stage>(),
        maybe::<Size>(),
        maybe::<Respondent>(),
        maybe::<Involvement>(),
        maybe::<Pattern>(),
        maybe::<Experience>(),
        maybe::<Place>(),
    )
        .prop_map(|(stage, size, respondent, involvement, pattern, experience, place)| Profile {
            stage,
            size,
            respondent,
            involvement,
            pattern,
            experience,
            place,
            ..Profile::default()
        })
}

fn answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
    let answer = prop_oneof![
        6 => select(&Level::ALL[..]).prop_map(Answer::Level),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::NotApplicable),
    ];
    proptest::collection::vec(proptest::option::weighted(0.85, answer), 60)
}

fn workplace(profile: Profile, quick: bool, answers: &[Option<Answer>]) -> Workplace {
    let mut workplace = Workplace::new();
    workplace.profile = profile;
    workplace.scope.value = if quick { Scope::Quick } else { Scope::Full };
    let ids: Vec<PracticeId> = workplace.instrument.practices().map(|practice| practice.id.clone()).collect();
    for (id, answer) in ids.into_iter().zip(answers) {
        if let Some(answer) = answer {
            workplace.answers.give(id, *answer, Moment(1));
        }
    }
    workplace
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn only_an_answered_level_is_ever_a_gap(profile in profiles(), quick: bool, given in answers()) {
        let workplace = workplace(profile, quick, &given);
        for advice in workplace.guidance().advice {
            prop_assert_eq!(workplace.answers.level(&advice.practice), Some(advice.level));
        }
    }

    #[test]
    fn nothing_stands_before_what_it_waits_for(profile in profiles(), quick: bool, given in answers()) {
        let workplace = workplace(profile, quick, &given);
        let guidance = workplace.guidance();
        let order: BTreeMap<_, _> =
            guidance.advice.iter().enumerate().map(|(place, advice)| (&advice.practice, place)).collect();
        let time: BTreeMap<_, _> = guidance.advice.iter().map(|advice| (&advice.practice, advice.time)).collect();
        for advice in &guidance.advice {
            for first in &advice.after {
                prop_assert!(order.get(first) < order.get(&advice.practice), "{first} before {}", advice.practice);
                prop_assert!(order.contains_key(first));
                prop_assert!(time.get(first) <= time.get(&advice.practice));
            }
        }
    }

    #[test]
    fn what_waits_says_for_what_and_nothing_else_does(profile in profiles(), quick: bool, given in answers()) {
        let workplace = workplace(profile, quick, &given);
        for advice in workplace.guidance().advice {
            prop_assert_eq!(advice.after.is_empty(), advice.place != AdvicePlace::Waiting);
            prop_assert!(!advice.who.is_empty());
        }
    }

    #[test]
    fn first_steps_are_few_and_never_hold_what_waits(profile in profiles(), quick: bool, given in answers()) {
        let workplace = workplace(profile, quick, &given);
        let guidance = workplace.guidance();
        let first = guidance.at(AdvicePlace::Start).count();
        let most = if profile.experience == Some(Experience::First) { 2 } else { 3 };
        prop_assert!(first <= most);
        // If anything is advised, there is something to begin with.
        prop_assert_eq!(
            guidance.advice.is_empty(),
            first + guidance.at(AdvicePlace::PutRight).count() == 0
        );
    }

    #[test]
    fn a_saved_assessment_comes_back_as_it_was(profile in profiles(), given in answers(), note in ".{0,200}") {
        let workplace = workplace(profile, false, &given);
        let mut assessment = Assessment::begin(
            assessment::AssessmentId::new("a"), 1, Scope::Topic(assessment::ConditionId::new("buddy")), Moment(5));
        assessment.profile = profile;
        assessment.answers = workplace.assessment.answers;
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
