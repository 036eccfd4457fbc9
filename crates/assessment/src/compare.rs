//! Where two copies of one assessment differ, who says what, and how they are put together as someone chose.

use crate::{Answer, Assessment, ByPractice, Given, Moment, PracticeId, ProfileQuestion};

/// Which of two copies stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// What is here.
    Here,
    /// What comes from elsewhere.
    There,
}

/// One thing about which two copies say something else. `None` is 'nothing given', also when it was taken back; the
/// time is 0 for what was never touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs<K, T> {
    /// What it is about.
    pub about: K,
    /// What is said here, and since when.
    pub here: Given<Option<T>>,
    /// What is said elsewhere, and since when.
    pub there: Given<Option<T>>,
}

impl<K, T: Ord> Differs<K, T> {
    /// What one of the copies says.
    pub fn said(&self, by: Stands) -> &Given<Option<T>> {
        match by {
            Stands::Here => &self.here,
            Stands::There => &self.there,
        }
    }

    /// Which of them stands unless someone chooses: what was given later. What only one side ever gave is later than
    /// nothing.
    pub fn later(&self) -> Stands {
        if self.here < self.there { Stands::There } else { Stands::Here }
    }
}

/// Everything in which two copies of one assessment differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences<'a> {
    /// Answers that differ, by practice.
    pub answers: Vec<Differs<&'a PracticeId, Answer>>,
    /// Notes that differ.
    pub notes: Vec<Differs<&'a PracticeId, &'a str>>,
    /// Questions about the situation that are answered otherwise, each with the place of its option.
    pub situation: Vec<Differs<ProfileQuestion, usize>>,
    /// How much is asked, what was added back or put aside: whether any of it differs.
    pub choices: bool,
    /// Whether the plans differ.
    pub plan: bool,
}

impl<'a> Differences<'a> {
    /// What differs between the copy here and one from elsewhere.
    pub fn between(here: &'a Assessment, there: &'a Assessment) -> Self {
        let chosen = |copy: &Assessment, question: ProfileQuestion| Given {
            at: copy.profile_at[question as usize],
            value: copy.profile.chosen(question),
        };
        let situation = ProfileQuestion::ALL.iter().filter_map(|&about| {
            let (here, there) = (chosen(here, about), chosen(there, about));
            (here.value != there.value).then_some(Differs { about, here, there })
        });
        Self {
            answers: differing(&here.answers, &there.answers, |answer| *answer).collect(),
            notes: differing(&here.notes, &there.notes, String::as_str).collect(),
            situation: situation.collect(),
            choices: here.scope.value != there.scope.value
                || differing(&here.added_back, &there.added_back, |&()| ()).next().is_some()
                || differing(&here.set_aside, &there.set_aside, |&()| ()).next().is_some(),
            plan: here.plan != there.plan,
        }
    }

    /// In how many places they differ.
    pub fn count(&self) -> usize {
        self.to_choose() + usize::from(self.choices) + usize::from(self.plan)
    }

    /// About how many of them one can choose. The rest goes by time.
    pub fn to_choose(&self) -> usize {
        self.answers.len() + self.notes.len() + self.situation.len()
    }

    /// Whether the two copies say the same.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Everything about which one can choose, in the order of the lists, each with the copy that is the later.
    pub fn topics(&self) -> impl Iterator<Item = (About, Stands)> {
        let answers = self.answers.iter().map(|it| (About::Answer(it.about.clone()), it.later()));
        let notes = self.notes.iter().map(|it| (About::Note(it.about.clone()), it.later()));
        let situation = self.situation.iter().map(|it| (About::Situation(it.about), it.later()));
        answers.chain(notes).chain(situation)
    }
}

/// The practices about which two copies say something else, each once, by practice of the one and then of the other.
fn differing<'a, T, U: PartialEq>(
    here: &'a ByPractice<T>,
    there: &'a ByPractice<T>,
    plain: impl Fn(&'a T) -> U,
) -> impl Iterator<Item = Differs<&'a PracticeId, U>> {
    let said = move |copy: &'a ByPractice<T>, practice: &PracticeId| Given {
        at: copy.time(practice).unwrap_or_default(),
        value: copy.get(practice).map(&plain),
    };
    let only_there = there.history().filter(|(practice, _)| here.time(practice).is_none());
    here.history()
        .chain(only_there)
        .map(move |(about, _)| Differs { about, here: said(here, about), there: said(there, about) })
        .filter(|it| it.here.value != it.there.value)
}

/// A thing about which one can choose between two copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The answer to a practice.
    Answer(PracticeId),
    /// The note with a practice.
    Note(PracticeId),
    /// A question about the situation.
    Situation(ProfileQuestion),
}

/// Which of two copies stands, where someone chose. Where nobody did, it is the later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(Vec<(About, Stands)>);

impl Chosen {
    /// Chooses, in place of what was chosen before.
    pub fn choose(&mut self, about: About, stands: Stands) {
        match self.0.iter_mut().find(|(chosen, _)| *chosen == about) {
            Some((_, before)) => *before = stands,
            None => self.0.push((about, stands)),
        }
    }

    /// What was chosen about something, if anyone did.
    pub fn about(&self, about: &About) -> Option<Stands> {
        self.0.iter().find(|(chosen, _)| chosen == about).map(|(_, stands)| *stands)
    }

    /// What someone chose against the time: it is not the later of the two.
    fn against_time<K, T: Ord + Copy>(&self, about: &About, it: &Differs<K, T>) -> Option<Option<T>> {
        let stands = self.about(about)?;
        (stands != it.later()).then(|| it.said(stands).value)
    }
}

impl FromIterator<(About, Stands)> for Chosen {
    fn from_iter<I: IntoIterator<Item = (About, Stands)>>(choices: I) -> Self {
        let mut chosen = Self::default();
        choices.into_iter().for_each(|(about, stands)| chosen.choose(about, stands));
        chosen
    }
}

impl Assessment {
    /// Puts two copies of one assessment together as someone chose; of all else, what was given last stands
    /// ([`Assessment::merge`]).
    ///
    /// What was chosen against the time counts as given now, and so later than all that either copy says. Or it would be
    /// undone as soon as one of them is put together with it again. Copies of two different assessments must not be put
    /// together.
    pub fn put_together(&self, other: &Self, chosen: &Chosen, now: Moment) -> Self {
        let mut together = self.clone();
        together.merge(other);
        let at = together.time_of_change(now);
        let differences = Differences::between(self, other);
        for it in &differences.answers {
            if let Some(answer) = chosen.against_time(&About::Answer(it.about.clone()), it) {
                together.answers.set(it.about.clone(), answer, at);
            }
        }
        for it in &differences.notes {
            if let Some(note) = chosen.against_time(&About::Note(it.about.clone()), it) {
                together.notes.set(it.about.clone(), note.map(str::to_owned), at);
            }
        }
        for it in &differences.situation {
            if let Some(option) = chosen.against_time(&About::Situation(it.about), it) {
                together.choose(it.about, option, at);
            }
        }
        together
    }
}
