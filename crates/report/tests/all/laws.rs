//! What holds of every gap that is shown: its words are there, in every language. Which gaps are shown is held in
//! crates/assessment/tests/all/laws.rs.

use crate::support::{AT, MADE, Words, words};
use assessment::{
    Advice, AdvicePlace, Answer, Assessment, AssessmentId, Guidance, Level, Profile, ProfileQuestion, Scope, guide,
};
use content::Source;
use report::{Block, Paper, Point, Wording, report};

/// Each option of each question of the profile by itself, and none of them.
fn profiles() -> Vec<Profile> {
    let mut profiles = vec![Profile::default()];
    for &question in ProfileQuestion::ALL {
        for option in 0..question.options().len() {
            let mut profile = Profile::default();
            profile.choose(question, Some(option));
            profiles.push(profile);
        }
    }
    profiles
}

/// Every practice at one level, so that all of them are advised.
fn at(words: &Words, profile: Profile, level: Level) -> Assessment {
    let instrument = &words.ask.instrument;
    let mut it = Assessment::begin(AssessmentId::new("laws"), instrument.version, Scope::Full, AT);
    it.profile = profile;
    instrument.practices().for_each(|practice| it.answers.give(practice.id.clone(), Answer::Level(level), AT));
    it
}

/// Does something with every assessment of the above, in every language.
fn everywhere(mut see: impl FnMut(&Words, &Assessment, &Guidance)) {
    let mut seen = 0;
    for language in ["en", "nl"] {
        let words = words(language);
        for profile in profiles() {
            for level in [Level::NotArranged, Level::Started, Level::Arranged] {
                let it = at(&words, profile, level);
                let guidance = guide(&words.ask.instrument, &it);
                seen += guidance.advice.len();
                see(&words, &it, &guidance);
            }
        }
    }
    assert!(seen > 1_000, "only {seen} gaps were seen");
}

#[test]
fn every_gap_has_words_for_its_next_step_its_reason_and_its_sources() {
    everywhere(|words, it, guidance| {
        let (ask, advise) = (&words.ask, words.voice().advise);
        let wording = Wording::of(ask, &it.profile);
        for advice in &guidance.advice {
            let id = &advice.practice;
            let (practice, text) = ask.practice(id).expect("a question");
            let said = advise.practice(id).expect("advice");
            assert!(!text.title.is_empty() && !said.why.is_empty(), "{id}");
            assert!(!wording.say(&said.steps[advice.level.index()]).trim().is_empty(), "{id} from {:?}", advice.level);
            assert!(!practice.sources.is_empty(), "{id}");
            for source in &practice.sources {
                let citation = advise.source(source).map(|source| &*source.citation);
                assert!(citation.is_some_and(|citation| !citation.is_empty()), "{source} of {id}");
            }
            for because in &advice.because {
                assert!(advise.because(because.id()).is_some_and(|why| !why.is_empty()), "{because:?} of {id}");
            }
        }
    });
}

#[test]
fn the_report_shows_the_step_of_every_gap_and_why_and_on_what_the_first_rest() {
    everywhere(|words, it, guidance| {
        let voice = words.voice();
        let paper = report(&voice, it, MADE, false);
        let wording = Wording::of(voice.ask, &it.profile);
        let points = points(&paper);
        for advice in guidance.advice.iter().filter(|advice| advice.place != AdvicePlace::Aside) {
            let (practice, text) = voice.ask.practice(&advice.practice).expect("a question");
            let said = voice.advise.practice(&advice.practice).expect("advice");
            let step = wording.say(&said.steps[advice.level.index()]);
            let shown = points.iter().find(|point| *point.title == *text.title && point.text == step);
            let shown = shown.unwrap_or_else(|| panic!("the step of {} is missing", advice.practice));
            if is_first(advice) {
                assert!(shown.facts.iter().any(|fact| *fact.value == *said.why), "why of {}", advice.practice);
                // In another language than the paper's, the source says in which.
                let cited = |source: &Source| {
                    let foreign = Some(&*source.language).filter(|language| *language != &*paper.language);
                    points.iter().any(|point| point.text == *source.citation && point.language.as_deref() == foreign)
                };
                let mut sources = practice.sources.iter().filter_map(|source| voice.advise.source(source));
                assert!(sources.all(cited), "a source of {}", advice.practice);
            }
        }
    });
}

/// Those that are told in full.
fn is_first(advice: &Advice) -> bool {
    matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start)
}

fn points(paper: &Paper) -> Vec<&Point> {
    let points = paper.blocks.iter().filter_map(|block| match block {
        Block::Points(points) | Block::Steps(points) => Some(points),
        _ => None,
    });
    points.flatten().collect()
}
