//! Where two copies of one assessment differ, to be shown before they are put together.

use crate::{Answer, Assessment, ByPractice, PracticeId, ProfileQuestion};

/// What stands when a copy from elsewhere is put together with the one that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// What is here: it was given later.
    Here,
    /// What comes from elsewhere: it was given later.
    There,
}

/// One answer that differs. `None` is 'not answered', also when an answer was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDiffers {
    /// The practice.
    pub practice: PracticeId,
    /// The answer here.
    pub here: Option<Answer>,
    /// The answer elsewhere.
    pub there: Option<Answer>,
    /// Which of them stands.
    pub stands: Stands,
}

/// Everything in which two copies of one assessment differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Answers that differ, by practice.
    pub answers: Vec<AnswerDiffers>,
    /// Notes that differ, and which of the two stands.
    pub notes: Vec<(PracticeId, Stands)>,
    /// Questions about the situation that are answered otherwise, and which of the two stands.
    pub situation: Vec<(ProfileQuestion, Stands)>,
    /// How much is asked, what was added back or put aside: whether any of it differs.
    pub choices: bool,
    /// Whether the plans differ.
    pub plan: bool,
}

impl Differences {
    /// What differs between the copy here and one from elsewhere.
    pub fn between(here: &Assessment, there: &Assessment) -> Self {
        let answers = differing(&here.answers, &there.answers)
            .map(|(practice, stands)| AnswerDiffers {
                here: here.answers.get(practice).copied(),
                there: there.answers.get(practice).copied(),
                practice: practice.clone(),
                stands,
            })
            .collect();
        let notes = differing(&here.notes, &there.notes).map(|(practice, stands)| (practice.clone(), stands)).collect();
        let chosen = |copy: &Assessment, question: ProfileQuestion| {
            (copy.profile_at[question as usize], copy.profile.chosen(question))
        };
        let situation = ProfileQuestion::ALL.iter().filter_map(|&question| {
            let (ours, theirs) = (chosen(here, question), chosen(there, question));
            let stands = if ours < theirs { Stands::There } else { Stands::Here };
            (ours.1 != theirs.1).then_some((question, stands))
        });
        Self {
            answers,
            notes,
            situation: situation.collect(),
            choices: here.scope.value != there.scope.value
                || differing(&here.added_back, &there.added_back).next().is_some()
                || differing(&here.set_aside, &there.set_aside).next().is_some(),
            plan: here.plan != there.plan,
        }
    }

    /// In how many places they differ.
    pub fn count(&self) -> usize {
        self.answers.len()
            + self.notes.len()
            + self.situation.len()
            + usize::from(self.choices)
            + usize::from(self.plan)
    }

    /// Whether the two copies say the same.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.notes.is_empty() && self.situation.is_empty() && !self.choices && !self.plan
    }
}

/// The practices about which two copies say something else, each once, by practice of the one and then of the other.
fn differing<'a, T: Ord>(
    here: &'a ByPractice<T>,
    there: &'a ByPractice<T>,
) -> impl Iterator<Item = (&'a PracticeId, Stands)> {
    let only_there = there.history().filter(|(practice, _)| here.time(practice).is_none());
    here.history().chain(only_there).filter(|(practice, _)| here.get(practice) != there.get(practice)).map(
        |(practice, _)| {
            let there_is_later =
                (here.time(practice), here.get(practice)) < (there.time(practice), there.get(practice));
            (practice, if there_is_later { Stands::There } else { Stands::Here })
        },
    )
}
