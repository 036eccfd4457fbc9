//! Several views of one workplace, side by side: first what everyone recognises, then what is worth a conversation. No
//! averages, and nobody is right (section 7 of the domain report).

use std::cmp::Reverse;

use crate::{Answers, ById, Instrument, Level, PracticeId, Profile, Respondent, sorted_by_key};

/// From which side a workplace is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// The employer: owner, manager or HR, also together with a practitioner.
    Employer,
    /// The buddy.
    Buddy,
    /// The practitioner, who answers only what was seen.
    Practitioner,
    /// The candidate or new colleague.
    Candidate,
}

impl View {
    /// Every view, in the order in which they are named.
    pub const ALL: [Self; 4] = [Self::Employer, Self::Buddy, Self::Practitioner, Self::Candidate];

    /// Its name in addresses and markup.
    pub fn id(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Buddy => "buddy",
            Self::Practitioner => "practitioner",
            Self::Candidate => "candidate",
        }
    }

    /// Who fills it in, where one person alone can.
    pub fn respondent(self) -> Option<Respondent> {
        match self {
            Self::Buddy => Some(Respondent::Buddy),
            Self::Practitioner => Some(Respondent::PractitionerAlone),
            Self::Employer | Self::Candidate => None,
        }
    }

    /// Whose view an assessment is. Who says nothing about it answers for the employer.
    pub fn of(profile: &Profile) -> Self {
        match profile.respondent {
            Some(Respondent::Buddy) => Self::Buddy,
            Some(Respondent::PractitionerAlone) => Self::Practitioner,
            Some(Respondent::Owner | Respondent::Manager | Respondent::Hr | Respondent::PractitionerWithEmployer)
            | None => Self::Employer,
        }
    }
}

/// Levels by practice: all that is compared of a view.
pub type Levels = ById<PracticeId, Level>;

impl Levels {
    /// The levels among some answers.
    pub fn of(answers: &Answers) -> Self {
        answers.iter().filter_map(|(practice, answer)| Some((practice.clone(), answer.level()?))).collect()
    }
}

/// How several views compare. Practices stand in the instrument's order unless something else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All who said something see it arranged.
    pub all_see: Vec<PracticeId>,
    /// Two levels or more apart: the widest first.
    pub worth_a_talk: Vec<Difference>,
    /// At most one level apart, and not arranged for everyone.
    pub about_the_same: Vec<PracticeId>,
}

/// A practice that is seen differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The practice.
    pub practice: PracticeId,
    /// What each view says, in the order in which the views were given.
    pub levels: Vec<(View, Level)>,
}

impl Difference {
    /// How many levels lie between the lowest and the highest.
    pub fn width(&self) -> usize {
        let levels = self.levels.iter().map(|(_, level)| level.index());
        levels.clone().max().unwrap_or(0) - levels.min().unwrap_or(0)
    }

    /// Whether the candidate says least of all; then it tells something about the arrangement.
    pub fn candidate_is_lower(&self) -> bool {
        self.candidate().is_some_and(|own| self.others().all(|other| own < other))
    }

    /// Whether the candidate says most of all; then there is a strength to keep.
    pub fn candidate_is_higher(&self) -> bool {
        self.candidate().is_some_and(|own| self.others().all(|other| own > other))
    }

    fn candidate(&self) -> Option<Level> {
        self.levels.iter().find(|(view, _)| *view == View::Candidate).map(|(_, level)| *level)
    }

    fn others(&self) -> impl Iterator<Item = Level> {
        self.levels.iter().filter(|(view, _)| *view != View::Candidate).map(|(_, level)| *level)
    }
}

/// From how many levels apart a practice is worth a conversation (section 7 of the domain report).
const APART: usize = 2;

/// Compares views. A practice counts as far as at least two of them say a level.
pub fn compare_views(instrument: &Instrument, views: &[(View, Levels)]) -> Comparison {
    let mut comparison = Comparison::default();
    let mut apart = Vec::new();
    for practice in instrument.practices() {
        let levels = views.iter().filter_map(|(view, levels)| Some((*view, *levels.get(&practice.id)?)));
        let seen = Difference { practice: practice.id.clone(), levels: levels.collect() };
        if seen.levels.len() < 2 {
            continue;
        }
        if seen.width() >= APART {
            apart.push(seen);
        } else if seen.levels.iter().all(|(_, level)| *level >= Level::Arranged) {
            comparison.all_see.push(seen.practice);
        } else {
            comparison.about_the_same.push(seen.practice);
        }
    }
    comparison.worth_a_talk = sorted_by_key(apart, |seen| Reverse(seen.width()));
    comparison
}
