//! The growth ladder: from starter tasks by way of next tasks and an own part of the work to a training or a wider role.
//! Starter tasks without an end are a known risk (section 4 of the domain report, point 7).

use serde::{Deserialize, Serialize};

use super::When;
use crate::{Assessment, Choice, Date, Given, LearningForm, Level, Moment, Pattern, PracticeId, later};

choice! {
    /// A step of the ladder.
    Rung {
        /// Tasks that are carved out now.
        Starter = "starter",
        /// The tasks that follow.
        Next = "next",
        /// A part of the work of one's own.
        Wider = "wider",
        /// A training, a certificate or a wider role.
        Further = "further",
    }
}

impl Rung {
    /// The way of learning that fits it best, unless the employer chooses another one (section 5 of the domain report).
    pub fn usual_form(self) -> LearningForm {
        match self {
            Self::Starter => LearningForm::Implicit,
            Self::Next => LearningForm::Reactive,
            Self::Wider => LearningForm::Deliberative,
            Self::Further => LearningForm::Formal,
        }
    }
}

choice! {
    /// What is said about a rung.
    RungPart {
        /// What the new colleague does.
        Tasks = "tasks",
        /// By what both see that the next step can come.
        Ready = "ready",
        /// How much help there is.
        Support = "support",
    }
}

/// The ladder of a workplace. A text that was not changed is empty here and stands in the words of the proposal, in
/// whatever language is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// Whether the employer makes one.
    pub wanted: Given<bool>,
    /// Until when the starter tasks are the work; `None` as long as that is open, which gives a caution.
    pub until: Given<Option<When>>,
    /// The rungs, in the order of [`Rung::ALL`].
    rungs: [RungStep; Rung::ALL.len()],
}

/// What the employer made of a rung.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungStep {
    /// The texts, in the order of [`RungPart::ALL`]; empty ones stand for the proposal.
    texts: [Given<String>; RungPart::ALL.len()],
    /// The way of learning; `None` for the usual one.
    pub form: Given<Option<LearningForm>>,
    /// Whether this step is left out.
    pub left_out: Given<bool>,
}

impl RungStep {
    /// The employer's own words, or nothing.
    pub fn text(&self, part: RungPart) -> &Given<String> {
        &self.texts[part as usize]
    }

    /// The employer's own words, to change them.
    pub fn text_mut(&mut self, part: RungPart) -> &mut Given<String> {
        &mut self.texts[part as usize]
    }

    fn merge(&mut self, other: &Self) {
        for (ours, theirs) in self.texts.iter_mut().zip(&other.texts) {
            later(ours, theirs);
        }
        later(&mut self.form, &other.form);
        later(&mut self.left_out, &other.left_out);
    }

    fn latest(&self) -> Moment {
        self.texts.iter().fold(self.form.at.max(self.left_out.at), |latest, text| latest.max(text.at))
    }
}

impl Ladder {
    /// What the employer made of a rung.
    pub fn step(&self, rung: Rung) -> &RungStep {
        &self.rungs[rung as usize]
    }

    /// The same, to change it.
    pub fn step_mut(&mut self, rung: Rung) -> &mut RungStep {
        &mut self.rungs[rung as usize]
    }

    /// The rungs that stand, from the first to the last.
    pub fn standing(&self) -> impl Iterator<Item = (Rung, &RungStep)> {
        Rung::ALL.iter().copied().zip(&self.rungs).filter(|(_, step)| !step.left_out.value)
    }

    /// The way of learning of a rung.
    pub fn form(&self, rung: Rung) -> LearningForm {
        self.step(rung).form.value.unwrap_or(rung.usual_form())
    }

    /// Whether there are starter tasks that nobody gave an end: they tend to stay.
    pub fn starts_without_end(&self) -> bool {
        self.wanted.value && !self.step(Rung::Starter).left_out.value && self.until.value.is_none()
    }

    /// The last day of the starter tasks, as far as that is known.
    pub fn end_of_start(&self, first_day: Option<Date>) -> Option<Date> {
        self.until.value?.day(first_day)
    }

    /// The employer's own words.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        self.rungs.iter().flat_map(|step| step.texts.iter().map(|text| &text.value))
    }

    pub(super) fn merge(&mut self, other: &Self) {
        later(&mut self.wanted, &other.wanted);
        later(&mut self.until, &other.until);
        for (ours, theirs) in self.rungs.iter_mut().zip(&other.rungs) {
            ours.merge(theirs);
        }
    }

    pub(super) fn latest(&self) -> Moment {
        self.rungs.iter().fold(self.wanted.at.max(self.until.at), |latest, step| latest.max(step.latest()))
    }
}

/// What a rung rests on and this workplace has not arranged yet, as far as was answered. What is not known counts
/// neither way.
pub fn not_yet<'a>(assessment: &Assessment, rests_on: &'a [PracticeId]) -> Vec<&'a PracticeId> {
    let low = |practice: &&PracticeId| assessment.answers.level(practice).is_some_and(|level| level < Level::Arranged);
    rests_on.iter().filter(low).collect()
}

/// Whether help comes from beside the new colleague, or from afar (profile question 6).
pub fn works_alone(assessment: &Assessment) -> bool {
    assessment.profile.pattern == Some(Pattern::Alone)
}
