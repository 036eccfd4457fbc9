//! A workplace that is followed, with rounds and views.

use anyhow::Result;
use assessment::{
    Answer, Assessment, AssessmentId, Date, Given, Moment, PartOf, Record, Respondent, Round, Scope, Stage, Workplace,
    WorkplaceId,
};

use crate::{App, instrument};

/// The day of a round: a Sunday in December 2026.
pub const ROUND_DAY: Date = Date(20_800);

/// When all of it was given.
const AT: Moment = Moment(1_795_219_200_000);

/// The id of the workplace.
pub fn bakery() -> WorkplaceId {
    WorkplaceId::new("wp-1")
}

/// It, with rounds on these days.
pub fn bakery_with(days: &[Date]) -> Record {
    let mut workplace = Workplace::begin(bakery(), "Bakery north".to_owned(), AT);
    for day in days {
        workplace.rounds.insert(*day, Round::default());
    }
    workplace.into()
}

/// A view in one of its rounds, with every practice of the quick scan answered alike.
pub fn seen_by(id: &str, day: Date, respondent: Respondent, answer: Answer) -> Record {
    let mut view = Assessment::begin(AssessmentId::new(id), instrument().version, Scope::Quick, AT);
    view.profile.respondent = Some(respondent);
    view.profile.stage = Some(Stage::FirstWeeks);
    for practice in instrument().practices().filter(|practice| practice.quick_scan) {
        view.answers.give(practice.id.clone(), answer, AT);
    }
    view.part_of = Given { at: AT, value: Some(PartOf { workplace: bakery(), round: day }) };
    view.into()
}

impl App {
    /// Opens the workplace.
    pub async fn open_workplace(&self) -> Result<()> {
        self.go(&format!("#/w/{}", bakery())).await?;
        self.wait_for("[data-round]").await
    }
}
