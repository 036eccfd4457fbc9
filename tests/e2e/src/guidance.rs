//! The guidance as the page shows it, and as the core says it must be: two values of one type.

use anyhow::Result;
use assessment::{
    Advice, AdvicePlace, Choice, Doer, Guidance, LearningForm, Profile, Region, Respondent, Role, Scope, Stage,
};
use serde::Deserialize;

use crate::{Walk, Window};

/// Everything on the guidance page that follows from the answers, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenGuidance {
    /// Every card, in the order of the page.
    pub advice: Vec<SeenAdvice>,
    /// The practices that are already strong.
    pub strengths: Vec<String>,
    /// What to find out.
    pub find_out: Vec<SeenFindOut>,
    /// The cautions.
    pub cautions: Vec<String>,
    /// The picture of growth.
    pub picture: Vec<SeenRow>,
    /// The ways of learning.
    pub learning: Vec<SeenLearning>,
    /// Whether it says how to find a practitioner.
    pub find_practitioner: bool,
    /// Whether rules and schemes of a region are shown.
    pub region: bool,
    /// Whether it is marked as the view of a practitioner.
    pub practitioners_view: bool,
}

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenAdvice {
    /// `put-right`, `start`, `next`, `later` or `waiting`.
    pub place: String,
    /// The practice.
    pub practice: String,
    /// The reasons beside it.
    pub because: Vec<String>,
    /// What comes first.
    pub after: Vec<String>,
    /// Who does it.
    pub who: Vec<String>,
    /// Whether it waits until it is known who comes.
    pub once_known: bool,
}

/// One thing to find out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenFindOut {
    /// The practice.
    pub practice: String,
    /// Whom to ask.
    pub who: Vec<String>,
}

/// One row of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenRow {
    /// The condition.
    pub condition: String,
    /// What each of its four steps is: `filled`, `wanted`, `possible`.
    pub cells: Vec<Vec<String>>,
}

/// One way of learning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenLearning {
    /// Which one.
    pub form: String,
    /// `yes`, `no` or `unknown`.
    pub open: String,
}

impl SeenGuidance {
    /// The practices at a place, in the order of the page.
    pub fn at(&self, place: &str) -> Vec<&str> {
        let there = self.advice.iter().filter(|advice| advice.place == place);
        there.map(|advice| advice.practice.as_str()).collect()
    }

    /// The card of a practice.
    pub fn advice(&self, practice: &str) -> Option<&SeenAdvice> {
        self.advice.iter().find(|advice| advice.practice == practice)
    }
}

/// What the core says must be shown.
pub fn expected(walk: &Walk) -> SeenGuidance {
    let guidance = walk.guidance();
    SeenGuidance {
        advice: advice(&guidance),
        strengths: guidance.strengths.iter().map(|(practice, _)| practice.to_string()).collect(),
        find_out: guidance
            .find_out
            .iter()
            .map(|it| SeenFindOut { practice: it.practice.to_string(), who: names(&it.ask) })
            .collect(),
        cautions: guidance.cautions.iter().map(ToString::to_string).collect(),
        picture: picture(&walk.scope, &guidance),
        learning: learning(&guidance),
        find_practitioner: guidance.find_practitioner,
        region: shows_region(&walk.profile),
        practitioners_view: walk.profile.respondent == Some(Respondent::PractitionerAlone),
    }
}

/// In the order of the page: what to put right, the first steps, then everything else by time.
fn advice(guidance: &Guidance) -> Vec<SeenAdvice> {
    let first = |advice: &&Advice| matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start);
    let by_time = Stage::ALL.iter().flat_map(|&time| guidance.by_time(time));
    let rest = by_time.filter(|advice| !first(advice));
    guidance.advice.iter().filter(first).chain(rest).map(seen).collect()
}

fn seen(advice: &Advice) -> SeenAdvice {
    SeenAdvice {
        place: place(advice.place).to_owned(),
        practice: advice.practice.to_string(),
        because: advice.because.iter().map(|reason| reason.id().to_owned()).collect(),
        after: advice.after.iter().map(ToString::to_string).collect(),
        who: names(&advice.who),
        once_known: advice.once_known,
    }
}

/// One topic has no picture: it would say nothing of the others.
pub(crate) fn picture(scope: &Scope, guidance: &Guidance) -> Vec<SeenRow> {
    if matches!(scope, Scope::Topic(_)) {
        return Vec::new();
    }
    guidance
        .picture
        .iter()
        .map(|row| SeenRow {
            condition: row.condition.to_string(),
            cells: row
                .cells()
                .iter()
                .map(|cell| {
                    let words = [("filled", cell.filled), ("wanted", cell.wanted), ("possible", cell.possible)];
                    words.iter().filter(|(_, is)| *is).map(|(word, _)| (*word).to_owned()).collect()
                })
                .collect(),
        })
        .collect()
}

fn learning(guidance: &Guidance) -> Vec<SeenLearning> {
    guidance
        .learning
        .iter()
        .map(|state| {
            let open = match (state.opened_by.is_empty(), state.known) {
                (false, _) => "yes",
                (true, true) => "no",
                (true, false) => "unknown",
            };
            SeenLearning { form: form(state.form).to_owned(), open: open.to_owned() }
        })
        .collect()
}

/// Skipping the question changes nothing, and the Netherlands are where the tool is at home.
fn shows_region(profile: &Profile) -> bool {
    profile.region != Some(Region::Elsewhere)
}

fn names(doers: &[Doer]) -> Vec<String> {
    doers.iter().map(|&doer| name(doer).to_owned()).collect()
}

fn name(doer: Doer) -> &'static str {
    match doer {
        Doer::You => "you",
        Doer::Role(Role::Owner) => "owner",
        Doer::Role(Role::Manager) => "manager",
        Doer::Role(Role::Hr) => "hr",
        Doer::Role(Role::Buddy) => "buddy",
        Doer::Role(Role::Colleague) => "colleague",
        Doer::Role(Role::Practitioner) => "practitioner",
        Doer::Role(Role::EmployerDesk) => "employer-desk",
        Doer::Role(Role::Team) => "team",
    }
}

fn place(place: AdvicePlace) -> &'static str {
    match place {
        AdvicePlace::PutRight => "put-right",
        AdvicePlace::Start => "start",
        AdvicePlace::Next => "next",
        AdvicePlace::Later => "later",
        AdvicePlace::Waiting => "waiting",
        AdvicePlace::Aside => "aside",
    }
}

fn form(form: LearningForm) -> &'static str {
    match form {
        LearningForm::Implicit => "implicit",
        LearningForm::Reactive => "reactive",
        LearningForm::Deliberative => "deliberative",
        LearningForm::Formal => "formal",
    }
}

impl Window {
    /// The guidance as the page shows it.
    pub async fn guidance(&self) -> Result<SeenGuidance> {
        self.wait_for_guidance().await?;
        self.read(include_str!("scripts/guidance.js"), []).await
    }

    /// Checks that the page shows exactly what the core makes of a walk, part by part, and gives it back.
    pub async fn assert_guides(&self, walk: &Walk) -> Result<SeenGuidance> {
        let (seen, must) = (self.guidance().await?, expected(walk));
        assert_eq!(seen.picture, must.picture, "the picture of growth");
        assert_eq!(seen.advice, must.advice, "the advice");
        assert_eq!(seen.strengths, must.strengths, "what is already strong");
        assert_eq!(seen.find_out, must.find_out, "what to find out");
        assert_eq!(seen.cautions, must.cautions, "the cautions");
        assert_eq!(seen.learning, must.learning, "the ways of learning");
        assert_eq!(seen, must, "the rest of the guidance");
        Ok(seen)
    }
}
