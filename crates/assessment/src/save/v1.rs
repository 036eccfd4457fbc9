//! Version 1, of November 2026: only answers and notes had a time.

use serde::Deserialize;

use crate::{Answer, AssessmentId, ById, Given, Moment, PracticeId, Profile, ProfileQuestion, Scope};

pub(super) const VERSION: u8 = 1;

#[derive(Deserialize)]
pub(super) struct Assessment {
    id: AssessmentId,
    instrument: u16,
    started: Moment,
    changed: Moment,
    scope: Scope,
    profile: Profile,
    answers: ById<PracticeId, (Answer, Moment)>,
    notes: ById<PracticeId, (String, Moment)>,
    added_back: Vec<PracticeId>,
    set_aside: Vec<PracticeId>,
}

/// What had no time of its own gets that of the last change.
impl From<Assessment> for crate::Assessment {
    fn from(old: Assessment) -> Self {
        let marked = |practices: Vec<PracticeId>| {
            practices.into_iter().map(|practice| (practice, Given { at: old.changed, value: Some(()) })).collect()
        };
        Self {
            id: old.id,
            instrument: old.instrument,
            started: old.started,
            scope: Given { at: old.changed, value: old.scope },
            profile: old.profile,
            profile_at: std::array::from_fn(|place| {
                let chosen = old.profile.chosen(ProfileQuestion::ALL[place]);
                chosen.map_or(Moment(0), |_| old.changed)
            }),
            answers: timed(old.answers),
            notes: timed(old.notes),
            added_back: marked(old.added_back),
            set_aside: marked(old.set_aside),
            plan: crate::Plan::default(),
            part_of: Given::default(),
            put_away: Given::default(),
        }
    }
}

fn timed<T: Clone>(values: ById<PracticeId, (T, Moment)>) -> crate::ByPractice<T> {
    let given = |(practice, (value, at)): (&PracticeId, &(T, Moment))| {
        (practice.clone(), Given { at: *at, value: Some(value.clone()) })
    };
    values.iter().map(given).collect()
}
