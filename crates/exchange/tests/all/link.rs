//! The link that carries a view of a workplace to another device.

use crate::support;

use std::collections::BTreeSet;

use assessment::{
    Answer, Assessment, AssessmentId, Choice, ConditionId, Date, Event, Given, Level, Moment, PartOf, PracticeId,
    Profile, ProfileQuestion, Scope, WorkplaceId, save,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use exchange::{
    Known, LinkRefusal,
    link::{self, Link, MOST_CHARACTERS},
};
use proptest::prelude::*;
use support::{CHANGED, assessments, known, notes, practice, titles};

const MADE: Date = Date(20_779);

/// The link of an assessment.
fn link_of(assessment: &Assessment) -> String {
    link::write(&Link::of(assessment, MADE, &known()), &known()).expect("its topic is known")
}

fn begun(scope: Scope) -> Assessment {
    Assessment::begin(AssessmentId::new("k3x9"), known().instrument, scope, CHANGED)
}

/// Every practice answered, every question about the situation too.
fn full_check() -> Assessment {
    let mut full = begun(Scope::Full);
    for &question in ProfileQuestion::ALL {
        full.choose(question, Some(question.options().len() - 1), CHANGED);
    }
    for (place, id) in known().practices.into_iter().enumerate() {
        full.answers.give(id, Answer::Level(Level::ALL[place % 4]), CHANGED);
    }
    full
}

/// A link with other bytes before its checksum, and a checksum that is right again.
fn rewritten(text: &str, turn: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = URL_SAFE_NO_PAD.decode(text).expect("a link");
    bytes.truncate(bytes.len() - 4);
    turn(&mut bytes);
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&bytes);
    bytes.extend(checksum.to_le_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

fn values<T: Clone>(given: &assessment::ByPractice<T>) -> Vec<(PracticeId, T)> {
    given.iter().map(|(id, value)| (id.clone(), value.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_same_view_stands_on_the_other_device_and_nothing_else(sent in assessments(), at in 1..CHANGED.0) {
        let known = known();
        let text = link_of(&sent);
        let link = link::read(&text, &known).expect("it was just written");
        prop_assert_eq!(link.made, MADE);
        let (id, at) = (AssessmentId::new("own"), Moment(at));
        let kept = link.assessment(id.clone(), at, &known);
        prop_assert_eq!(&kept.scope, &Given { at, value: sent.scope.value.clone() });
        prop_assert_eq!(kept.profile, sent.profile);
        prop_assert_eq!(values(&kept.answers), values(&sent.answers));
        prop_assert_eq!(values(&kept.added_back), values(&sent.added_back));
        // Whatever was taken out of it again leaves nothing of the sender behind.
        let mut expected = Assessment::begin(id, known.instrument, sent.scope.value.clone(), at);
        (expected.profile, expected.profile_at) = (kept.profile, kept.profile_at);
        (expected.answers, expected.added_back) = (kept.answers.clone(), kept.added_back.clone());
        prop_assert_eq!(&kept, &expected);
        prop_assert_eq!(kept.changed(), at, "everything was given at that moment");
        prop_assert_eq!(link_of(&kept), text, "and it makes the same link");
    }

    #[test]
    fn what_else_is_kept_changes_nothing_in_the_link(sent in assessments(), note in notes(), title in titles()) {
        let mut bare = begun(sent.scope.value.clone());
        bare.profile = sent.profile;
        sent.answers.iter().for_each(|(id, answer)| bare.answers.give(id.clone(), *answer, Moment(5)));
        sent.added_back.iter().for_each(|(id, ())| bare.added_back.give(id.clone(), (), Moment(6)));
        let mut rich = sent;
        rich.notes.give(practice("buddy-time"), note, CHANGED);
        rich.plan.ladder.step_mut(assessment::Rung::ALL[0]).text_mut(assessment::RungPart::ALL[0]).value = title;
        let part = PartOf { workplace: WorkplaceId::new("bakery-north"), round: Date(20_000) };
        rich.part_of = Given { at: CHANGED, value: Some(part) };
        prop_assert_eq!(link_of(&rich), link_of(&bare));
    }

    #[test]
    fn a_changed_character_is_noticed(sent in assessments(), place: prop::sample::Index, other in "[A-Za-z0-9_.é-]") {
        let text = link_of(&sent);
        let place = place.index(text.len());
        prop_assume!(text[place..=place] != *other);
        let changed = [&text[..place], &other, &text[place + 1..]].concat();
        prop_assert_eq!(link::read(&changed, &known()), Err(LinkRefusal::Damaged));
    }

    #[test]
    fn a_link_that_was_cut_off_is_noticed(sent in assessments(), place: prop::sample::Index) {
        let text = link_of(&sent);
        prop_assert_eq!(link::read(&text[..place.index(text.len())], &known()), Err(LinkRefusal::Damaged));
    }

    #[test]
    fn any_text_is_refused_or_is_what_would_be_written(text in ".{0,80}", bytes: Vec<u8>) {
        for text in [text, URL_SAFE_NO_PAD.encode(&bytes), rewritten(&link_of(&full_check()), |it| it[9..].copy_from_slice(&[bytes.as_slice(), &[0; 18]].concat()[..18]))] {
            if let Ok(link) = link::read(&text, &known()) {
                prop_assert_eq!(link::write(&link, &known()), Some(text));
            }
        }
    }
}

#[test]
fn a_full_check_takes_42_characters() {
    let text = link_of(&full_check());
    assert_eq!(known().practices.len(), 36);
    assert_eq!(text.len(), 42, "{text}");
    assert!(
        text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_'),
        "fit for an address: {text}"
    );
    let mut all_back = full_check();
    known().practices.into_iter().for_each(|id| all_back.added_back.give(id, (), CHANGED));
    assert_eq!(link_of(&all_back).len(), 48);
}

/// Every single character, by every other that may stand in a link.
#[test]
fn no_changed_character_of_a_full_check_goes_unnoticed() {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let text = link_of(&full_check());
    for place in 0..text.len() {
        for letter in LETTERS.chars().filter(|letter| !text[place..].starts_with(*letter)) {
            let changed = format!("{}{letter}{}", &text[..place], &text[place + 1..]);
            assert_eq!(link::read(&changed, &known()), Err(LinkRefusal::Damaged), "{changed}");
        }
    }
}

#[test]
fn a_canary_does_not_get_out() {
    let mut view = full_check();
    let bare = link_of(&view);
    view.id = AssessmentId::new("canary");
    view.notes.give(practice("buddy-named"), "canary".to_owned(), CHANGED);
    view.set_aside.give(practice("buddy-time"), (), CHANGED);
    view.plan = support::planned().plan;
    view.part_of.value = Some(PartOf { workplace: WorkplaceId::new("canary"), round: Date(1) });
    let bytes = URL_SAFE_NO_PAD.decode(link_of(&view)).expect("a link");
    assert!(!bytes.windows(6).any(|part| part == b"canary"));
    assert_eq!(link_of(&view), bare);
    let read = link::read(&bare, &known()).expect("it was just written");
    let kept = save::write(&read.assessment(AssessmentId::new("own"), CHANGED, &known()).into()).expect("kept");
    assert!(!kept.windows(6).any(|part| part == b"canary"));
}

#[test]
fn every_answer_option_and_scope_is_carried() {
    let answers =
        Level::ALL.map(Answer::Level).into_iter().chain([Answer::DontKnow, Answer::NotApplicable, Answer::NotSeen]);
    let mut seen = BTreeSet::new();
    for answer in answers {
        let mut view = begun(Scope::Quick);
        view.answers.give(practice("buddy-named"), answer, CHANGED);
        let text = link_of(&view);
        assert_eq!(link::read(&text, &known()).expect("read").answers, [(practice("buddy-named"), answer)]);
        assert!(seen.insert(text), "{answer:?}");
    }
    for &question in ProfileQuestion::ALL {
        for option in 0..question.options().len() {
            let mut view = begun(Scope::Quick);
            view.choose(question, Some(option), CHANGED);
            let read = link::read(&link_of(&view), &known()).expect("read").profile;
            assert_eq!(read.chosen(question), Some(option), "{} {option}", question.id());
        }
    }
    let topics = known().conditions.into_iter().map(Scope::Topic);
    let events = Event::ALL.iter().copied().map(Scope::Recheck);
    for scope in [Scope::Quick, Scope::Full].into_iter().chain(events).chain(topics) {
        assert_eq!(link::read(&link_of(&begun(scope.clone())), &known()).map(|link| link.scope), Ok(scope));
    }
}

#[test]
fn a_link_of_a_newer_version_says_so() {
    let text = link_of(&full_check());
    let newer = rewritten(&text, |bytes| bytes[0] = 2);
    assert_eq!(link::read(&newer, &known()), Err(LinkRefusal::Newer));
    let shorter = rewritten(&text, |bytes| *bytes = vec![255]);
    assert_eq!(link::read(&shorter, &known()), Err(LinkRefusal::Newer), "whatever stands in it");
    let none = rewritten(&text, |bytes| bytes[0] = 0);
    assert_eq!(link::read(&none, &known()), Err(LinkRefusal::Damaged), "there never was such a version");
    let ahead = Known { instrument: known().instrument + 1, ..known() };
    let newer = link::write(&Link::of(&full_check(), MADE, &ahead), &ahead).expect("written");
    assert_eq!(link::read(&newer, &known()), Err(LinkRefusal::Newer));
}

/// An answer is found by its place: where the practices are others, nothing may be guessed.
#[test]
fn a_link_of_other_questions_says_so() {
    let text = link_of(&full_check());
    let refused = |known: Known| link::read(&text, &known);
    assert_eq!(refused(Known { instrument: 2, ..known() }), Err(LinkRefusal::OtherQuestions));
    let mut fewer = known();
    fewer.practices.pop();
    assert_eq!(refused(fewer), Err(LinkRefusal::OtherQuestions));
    let mut more = known();
    more.practices.push(practice("own-question"));
    assert_eq!(refused(more), Err(LinkRefusal::OtherQuestions));
    let mut turned = known();
    turned.practices.swap(3, 4);
    assert_eq!(refused(turned), Err(LinkRefusal::OtherQuestions));
    let mut topics = known();
    topics.conditions.swap(0, 1);
    assert_eq!(refused(topics), Err(LinkRefusal::OtherQuestions));
}

/// A checksum that is right does not make a value right.
#[test]
fn a_value_that_cannot_be_is_damage() {
    let text = link_of(&begun(Scope::Quick));
    let refused = |turn: fn(&mut Vec<u8>)| {
        assert_eq!(link::read(&rewritten(&text, turn), &known()), Err(LinkRefusal::Damaged));
    };
    refused(|bytes| bytes[9] = 2 + 5); // no such event
    refused(|bytes| bytes[9] = 16 + 12); // no such condition
    refused(|bytes| bytes[10] = 0b1110_0000); // stage has four options
    refused(|bytes| bytes.push(0));
    refused(|bytes| bytes.truncate(bytes.len() - 1));
    refused(|bytes| bytes.truncate(5));
    refused(|bytes| {
        bytes[26] |= 1; // something was added back, and then nothing is
        bytes.extend([0; 5]);
    });
    let mut added_back = begun(Scope::Quick);
    added_back.added_back.give(practice("means-time"), (), CHANGED);
    let text = link_of(&added_back);
    for bit in 0..4 {
        let filled = rewritten(&text, |bytes| bytes[31] |= 1 << bit); // what fills the last byte is zeros
        assert_eq!(link::read(&filled, &known()), Err(LinkRefusal::Damaged), "{bit}");
    }
}

#[test]
fn a_text_that_is_too_long_is_not_looked_at() {
    assert_eq!(link::read(&"A".repeat(MOST_CHARACTERS + 1), &known()), Err(LinkRefusal::Damaged));
    assert_eq!(link::read("", &known()), Err(LinkRefusal::Damaged));
}

#[test]
fn a_topic_that_is_not_known_has_no_link() {
    let link = Link::of(&begun(Scope::Topic(ConditionId::new("nowhere"))), MADE, &known());
    assert_eq!(link::write(&link, &known()), None);
    let many = Known { conditions: (0..300).map(|id| ConditionId::new(&id.to_string())).collect(), ..known() };
    let of = |id: &str| link::write(&Link::of(&begun(Scope::Topic(ConditionId::new(id))), MADE, &many), &many);
    assert!(of("239").is_some_and(|text| link::read(&text, &many).is_ok()));
    assert_eq!(of("240"), None);
}

#[test]
fn a_day_beyond_what_can_be_counted_is_the_last_one() {
    let link = Link { made: Date(u32::MAX), ..Link::of(&begun(Scope::Quick), MADE, &known()) };
    let text = link::write(&link, &known()).expect("written");
    assert_eq!(link::read(&text, &known()).map(|link| link.made), Ok(Date(65_535)));
}

/// A link that was made with the first questions. It stays, to notice when these change: links of before are refused then.
#[test]
fn the_link_in_golden_opens() {
    let text = include_str!("../golden/link.txt").trim_end();
    let link = link::read(text, &known()).expect("it opens");
    assert_eq!(link.made, MADE);
    assert_eq!(link.scope, Scope::Full);
    let profile = Profile { stage: Some(assessment::Stage::FirstWeeks), ..Profile::default() };
    assert_eq!(link.profile, profile);
    let expected =
        [(practice("buddy-named"), Answer::Level(Level::Arranged)), (practice("flex-hours"), Answer::DontKnow)];
    assert_eq!(link.answers, expected);
    assert_eq!(link.added_back, [practice("means-time")]);
}
