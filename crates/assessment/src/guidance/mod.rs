//! From answers to advice, by the rules of section 9 of the domain report.
//!
//! Advice is plain data: which practice, which step, who, why. The words are in the content packs. The numbers that
//! order it stay inside this module.

mod picture;
mod ranking;

use std::cmp::Reverse;

use crate::{
    Answer, Answers, Assessment, Because, Caution, CautionId, Choice, Doer, Experience, Instrument, Involvement,
    LearningForm, LeftOut, Level, Practice, PracticeId, Profile, Stage, Standing, Step, Tailored, doers, sorted_by_key,
    tailor,
};

pub use picture::{Cell, ConditionPicture};
use ranking::Ranked;

/// Everything that follows from one set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// How many questions are asked.
    pub asked: usize,
    /// How many of them have an answer of any kind.
    pub answered: usize,
    /// Each condition's state, in order.
    pub picture: Vec<ConditionPicture>,
    /// What is already strong, at most three, best first (rule 7).
    pub strengths: Vec<(PracticeId, Level)>,
    /// Every piece of advice, in the order in which it is best taken up.
    pub advice: Vec<Advice>,
    /// Don't-knows: what to find out, and whom to ask (rule 5).
    pub find_out: Vec<FindOut>,
    /// Cautions that the answers call for, then those that always stand.
    pub cautions: Vec<CautionId>,
    /// The four ways of learning.
    pub learning: Vec<LearningState>,
    /// What the profile left out, and why.
    pub left_out: Vec<(PracticeId, LeftOut)>,
    /// No practitioner is involved yet: finding one comes first.
    pub find_practitioner: bool,
    /// After how many weeks to look again: 2, 6, 12 or 26, by the stage (question P1 of the domain report). `None` when the stage is not
    /// known.
    pub look_again_weeks: Option<u32>,
}

/// One step that would help, and everything that is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stands in the guidance.
    pub place: AdvicePlace,
    /// Where the workplace is now.
    pub level: Level,
    /// The level that is useful at this stage.
    pub target: Level,
    /// The step to the next level: never a jump (rule 4).
    pub step: Step,
    /// Who does it, the reader first.
    pub who: Vec<Doer>,
    /// The new colleague takes part and has not started: as soon as it is known who comes.
    pub once_known: bool,
    /// When it is best done: the practice's own time, or now if that has passed.
    pub time: Stage,
    /// What the user said that tailored it.
    pub because: Vec<Because>,
    /// 1 to 3.
    pub importance: u8,
    /// 1 to 3, after tailoring.
    pub effort: u8,
    /// How many open practices wait for it.
    pub opens: usize,
    /// What has to come first; empty unless it waits.
    pub after: Vec<PracticeId>,
}

impl Advice {
    /// The level that its step leads to.
    pub fn leads_to(&self) -> Level {
        self.level.next().unwrap_or(self.level)
    }
}

/// Where a piece of advice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdvicePlace {
    /// A guardrail at level 0: to be settled first.
    PutRight,
    /// One of the first steps.
    Start,
    /// One of the five after those.
    Next,
    /// The rest.
    Later,
    /// Possible after something else.
    Waiting,
    /// The user put it aside.
    Aside,
}

/// A don't-know, as a question to someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindOut {
    /// The practice.
    pub practice: PracticeId,
    /// Whom to ask.
    pub ask: Vec<Doer>,
}

/// Whether a way of learning is possible at this workplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningState {
    /// The way of learning.
    pub form: LearningForm,
    /// The practices, arranged or better, that make it possible. Empty: not open yet, or not known.
    pub opened_by: Vec<PracticeId>,
    /// Whether any of its practices has an answered level at all.
    pub known: bool,
}

impl Guidance {
    /// The advice that stands at a place, in order.
    pub fn at(&self, place: AdvicePlace) -> impl Iterator<Item = &Advice> {
        self.advice.iter().filter(move |advice| advice.place == place)
    }

    /// The advice that is best taken up at a time, in order. Among steps that could change places, those come first that
    /// the reader can take alone or with others (P3); what waits stands after what it waits for.
    pub fn by_time(&self, time: Stage) -> Vec<&Advice> {
        let of_time = self.advice.iter().filter(|advice| advice.time == time);
        sorted_by_key(of_time, |advice| {
            let free = matches!(advice.place, AdvicePlace::Next | AdvicePlace::Later);
            (advice.place, free && !advice.who.contains(&Doer::You))
        })
    }
}

/// Works out the guidance for one assessment.
///
/// Deterministic: the same instrument and the same assessment always give the same guidance.
pub fn guide(instrument: &Instrument, assessment: &Assessment) -> Guidance {
    let (profile, answers) = (&assessment.profile, &assessment.answers);
    let tailored = tailor(instrument, assessment);
    let asked: Vec<&Tailored<'_>> = tailored.iter().filter(|practice| practice.is_asked()).collect();
    let ranked = ranking::rank(&asked, assessment, first_steps(profile));
    Guidance {
        asked: asked.len(),
        answered: asked.iter().filter(|entry| answers.get(&entry.practice.id).is_some()).count(),
        picture: instrument
            .conditions
            .iter()
            .map(|condition| ConditionPicture::of(condition, &asked, answers))
            .filter(|row| row.asked > 0)
            .collect(),
        strengths: strengths(&asked, answers),
        advice: ranked.into_iter().map(|entry| advice(entry, profile)).collect(),
        find_out: find_out(&asked, answers, profile),
        cautions: cautions(instrument, &asked, answers),
        learning: learning(&asked, answers),
        left_out: tailored
            .iter()
            .filter_map(|entry| match entry.standing {
                Standing::LeftOut(reason) => Some((entry.practice.id.clone(), reason)),
                Standing::Asked | Standing::OutOfScope => None,
            })
            .collect(),
        find_practitioner: profile.involvement == Some(Involvement::NotYet),
        look_again_weeks: profile.stage.map(|stage| match stage {
            Stage::BeforeHiring => 2,
            Stage::FirstWeeks => 6,
            Stage::FirstMonths => 12,
            Stage::Ongoing => 26,
        }),
    }
}

/// Three first steps; two for someone who does this for the first time.
fn first_steps(profile: &Profile) -> usize {
    if profile.experience == Some(Experience::First) { 2 } else { 3 }
}

fn advice(entry: Ranked<'_, '_>, profile: &Profile) -> Advice {
    let practice = entry.tailored.practice;
    let not_started = profile.stage == Some(Stage::BeforeHiring);
    Advice {
        practice: practice.id.clone(),
        place: entry.place,
        level: entry.level,
        target: entry.tailored.target,
        step: entry.step.clone(),
        who: doers(&entry.step.who, profile),
        once_known: not_started && entry.step.needs_person,
        time: best_time(practice, profile.stage),
        because: entry.tailored.because.clone(),
        importance: practice.importance,
        effort: entry.tailored.effort,
        opens: entry.opens,
        after: entry.after,
    }
}

/// The practice's own time, or now if that has passed. Law and safety are for now, whenever they matter most.
fn best_time(practice: &Practice, stage: Option<Stage>) -> Stage {
    match (practice.guardrail, stage) {
        (true, stage) => stage.unwrap_or(Stage::BeforeHiring),
        (false, None) => practice.when,
        (false, Some(stage)) => practice.when.max(stage),
    }
}

/// Up to three practices at or above target with level 2 or more: 3 before 2, then importance, one per condition,
/// guardrails last (rule 7).
fn strengths(asked: &[&Tailored<'_>], answers: &Answers) -> Vec<(PracticeId, Level)> {
    let strong = asked
        .iter()
        .filter_map(|entry| Some((*entry, answers.level(&entry.practice.id)?)))
        .filter(|(entry, level)| *level >= Level::Arranged && *level >= entry.target);
    let mut conditions = Vec::new();
    sorted_by_key(strong, |(entry, level)| {
        (entry.practice.guardrail, Reverse(*level), Reverse(entry.practice.importance))
    })
    .into_iter()
    .filter(|(entry, _)| {
        let first = !conditions.contains(&&entry.condition.id);
        conditions.push(&entry.condition.id);
        first
    })
    .take(3)
    .map(|(entry, level)| (entry.practice.id.clone(), level))
    .collect()
}

fn find_out(asked: &[&Tailored<'_>], answers: &Answers, profile: &Profile) -> Vec<FindOut> {
    asked
        .iter()
        .filter(|entry| matches!(answers.get(&entry.practice.id), Some(Answer::DontKnow | Answer::NotSeen)))
        .map(|entry| FindOut {
            practice: entry.practice.id.clone(),
            ask: someone_else(doers(&entry.practice.ask, profile)),
        })
        .collect()
}

/// The reader does not know, so ask another if there is one.
fn someone_else(mut ask: Vec<Doer>) -> Vec<Doer> {
    if ask.iter().any(|&doer| doer != Doer::You) {
        ask.retain(|&doer| doer != Doer::You);
    }
    ask
}

/// Cautions called for by a low level, or by a guardrail that 'does not apply': its law applies all the same. Then
/// those that always stand.
fn cautions(instrument: &Instrument, asked: &[&Tailored<'_>], answers: &Answers) -> Vec<CautionId> {
    let called_for = |caution: &&Caution| {
        caution.trigger.as_ref().is_some_and(|trigger| {
            asked.iter().find(|entry| entry.practice.id == trigger.practice).is_some_and(|entry| {
                match answers.get(&trigger.practice) {
                    Some(Answer::Level(level)) => *level <= trigger.at_most,
                    Some(Answer::NotApplicable) => entry.practice.guardrail,
                    Some(Answer::DontKnow | Answer::NotSeen) | None => false,
                }
            })
        })
    };
    let always = |caution: &&Caution| caution.trigger.is_none();
    instrument
        .cautions
        .iter()
        .filter(called_for)
        .chain(instrument.cautions.iter().filter(always))
        .map(|caution| caution.id.clone())
        .collect()
}

fn learning(asked: &[&Tailored<'_>], answers: &Answers) -> Vec<LearningState> {
    LearningForm::ALL
        .iter()
        .map(|&form| {
            let levels: Vec<(&PracticeId, Level)> = asked
                .iter()
                .filter(|entry| entry.condition.learning == Some(form))
                .filter_map(|entry| Some((&entry.practice.id, answers.level(&entry.practice.id)?)))
                .collect();
            LearningState {
                form,
                known: !levels.is_empty(),
                opened_by: levels
                    .into_iter()
                    .filter(|(_, level)| *level >= Level::Arranged)
                    .map(|(id, _)| id.clone())
                    .collect(),
            }
        })
        .collect()
}
