//! What we arrange: up to three open points with a date, in place of a badge.

use assessment::{AdvicePlace, Assessment, Date, Guidance, Order, PlanAction, guide, layout};
use content::TakeWord;

use crate::{Block, Fact, Paper, Point, Voice, Wording, letter, steps};

/// How many points it holds.
const POINTS: usize = 3;

/// The open points of an assessment, promised on a day: of its plan, or else what its guidance puts first. `None` if
/// neither has an open step.
pub fn promise(voice: &Voice<'_>, assessment: &Assessment, made: Date) -> Option<Paper> {
    let wording = Wording::of(voice.ask, &assessment.profile);
    let guidance = guide(&voice.ask.instrument, assessment);
    let again = again_on(&guidance, assessment, made);
    let point = |action: &PlanAction| {
        // Without a day that is still to come, the day on which one looks again is known.
        let by = action.due(&assessment.plan).filter(|day| *day >= made).unwrap_or(again);
        Point {
            text: steps::step_title(voice.plan, voice.advise, &wording, action),
            facts: vec![
                Fact::new(&voice.word(TakeWord::PointsWho), steps::step_taker(voice.plan, action)),
                Fact::new(&voice.word(TakeWord::PointsBy), voice.date(by)),
            ],
            open: true,
            ..Point::default()
        }
    };
    let groups = layout(&voice.ask.instrument, &assessment.plan, Order::ByTime);
    let planned = groups.iter().flat_map(|(_, actions)| actions).filter(|(_, action)| action.is_open());
    let mut points: Vec<Point> = planned.take(POINTS).map(|(_, action)| point(action)).collect();
    if points.is_empty() {
        let first = guidance.at(AdvicePlace::PutRight).chain(guidance.at(AdvicePlace::Start)).take(POINTS);
        let stage = assessment.profile.stage;
        points = first.map(|advice| point(&PlanAction::advised(advice, stage, made.start()))).collect();
    }
    if points.is_empty() {
        return None;
    }
    let day = voice.date(again);
    Some(Paper {
        language: voice.ask.language.to_string(),
        title: voice.word(TakeWord::PointsTitle),
        facts: Vec::new(),
        blocks: vec![
            Block::Text(voice.word(TakeWord::PointsLead)),
            Block::Steps(points),
            Block::Text(voice.fill(TakeWord::PointsAgain, &[("date", &day)])),
        ],
        small: vec![
            voice.word(TakeWord::PointsSmall),
            voice.fill(TakeWord::PointsMade, &[("date", &voice.date(made))]),
        ],
        file: voice.file(TakeWord::PointsFileName, made),
    })
}

/// The day on which one looks again: by the guidance, if that is still to come; or else in three months.
fn again_on(guidance: &Guidance, assessment: &Assessment, made: Date) -> Date {
    letter::look_again_on(guidance, assessment.changed()).filter(|day| *day > made).unwrap_or(made.plus_weeks(13))
}
