//! The card for the candidate: how we work here. It is about the workplace; nothing about a person is on it, and nothing
//! that someone typed.

use std::cmp::Reverse;

use assessment::{Assessment, Date, Level, PracticeId, Status, sorted_by_key, tailor};
use content::TakeWord;

use crate::{
    Block, Fact, Paper, Point, Voice, Wording,
    names::{rhythm_word, taker_word},
};

/// How much of one condition stands on the card, so that it stays one page.
const MOST_OF_A_CONDITION: usize = 1;

/// How many steps that are still open stand on the card.
const MOST_STEPS: usize = 3;

/// The card of an assessment, made on a day. `None` as long as no answer says that something is arranged.
pub fn card(voice: &Voice<'_>, assessment: &Assessment, made: Date) -> Option<Paper> {
    let wording = Wording::of_employer(voice.ask, &assessment.profile);
    let mut blocks = vec![Block::Text(voice.word(TakeWord::CardLead))];
    let arranged = arranged(voice, assessment);
    if arranged.is_empty() {
        return None;
    }
    let points = arranged.iter().filter_map(|(practice, level)| {
        let (_, text) = voice.ask.practice(practice)?;
        let seen = wording.level(text, voice.views(practice), *level);
        Some(Point { title: text.title.to_string(), text: seen, open: true, ..Point::default() })
    });
    blocks.push(Block::Points(points.collect()));
    blocks.extend(talks(voice, assessment));
    let open = open_steps(voice, assessment, &wording);
    if !open.is_empty() {
        blocks.push(Block::Part(voice.word(TakeWord::CardPlan)));
        blocks.push(Block::Points(open));
    }
    blocks.push(Block::Part(voice.word(TakeWord::CardOpenness)));
    blocks.push(Block::Text(voice.word(TakeWord::CardOpennessText)));
    Some(Paper {
        language: voice.ask.language.to_string(),
        title: voice.word(TakeWord::CardTitle),
        facts: Vec::new(),
        blocks,
        small: vec![voice.word(TakeWord::CardSmall), voice.fill(TakeWord::CardMade, &[("date", &voice.date(made))])],
        file: voice.file(TakeWord::CardFileName, made),
    })
}

/// What is arranged, or part of the work: of each condition what is furthest along.
fn arranged(voice: &Voice<'_>, assessment: &Assessment) -> Vec<(PracticeId, Level)> {
    let mut arranged = Vec::new();
    let entries = tailor(&voice.ask.instrument, assessment);
    for of_condition in entries.chunk_by(|one, other| one.condition.id == other.condition.id) {
        let there = of_condition.iter().filter(|entry| entry.is_asked()).filter_map(|entry| {
            let level = assessment.answers.level(&entry.practice.id)?;
            (level >= Level::Arranged).then_some((entry.practice, level))
        });
        let first = sorted_by_key(there, |(practice, level)| (Reverse(*level), Reverse(practice.importance)));
        let first = first.into_iter().take(MOST_OF_A_CONDITION);
        arranged.extend(first.map(|(practice, level)| (practice.id.clone(), level)));
    }
    arranged
}

/// How often people sit down together, and who.
fn talks(voice: &Voice<'_>, assessment: &Assessment) -> Vec<Block> {
    let plan = &assessment.plan;
    let Some(rhythm) = plan.rhythm.value else { return Vec::new() };
    let table: Vec<String> = plan.table.value.iter().map(|taker| voice.planning(taker_word(*taker))).collect();
    let mut said = [voice.planning(rhythm_word(rhythm)), ".".to_owned()].concat();
    if !table.is_empty() {
        let table = voice.fill(TakeWord::CardTable, &[("who", &table.join(" · "))]);
        said = [said, " ".to_owned(), table, ".".to_owned()].concat();
    }
    let point = Point { text: said, open: true, ..Point::default() };
    vec![Block::Part(voice.word(TakeWord::CardTalks)), Block::Points(vec![point])]
}

/// The open steps of the plan that come from the advice, as what one will see when they are done: the steps themselves speak
/// to the employer. What someone typed stays out: it may name a person.
fn open_steps(voice: &Voice<'_>, assessment: &Assessment, wording: &Wording) -> Vec<Point> {
    let plan = &assessment.plan;
    let open = plan.present().filter(|(_, action)| matches!(action.status.value, Status::ToDo | Status::Doing));
    let points = open.filter_map(|(_, action)| {
        let from = action.from.as_ref()?;
        let (_, text) = voice.ask.practice(&from.practice)?;
        let seen = wording.level(text, voice.views(&from.practice), from.to.max(Level::Arranged));
        let by = action.due(plan).map(|day| Fact::new(&voice.word(TakeWord::PointsBy), voice.date(day)));
        Some(Point {
            title: text.title.to_string(),
            text: seen,
            facts: by.into_iter().collect(),
            open: true,
            ..Point::default()
        })
    });
    points.take(MOST_STEPS).collect()
}
