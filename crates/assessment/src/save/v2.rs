//! Version 2, of November 2026: without a plan.

use serde::Deserialize;

use crate::{Answers, AssessmentId, ByPractice, Given, Moment, Plan, Profile, ProfileQuestion, Scope};

pub(super) const VERSION: u8 = 2;

#[derive(Deserialize)]
pub(super) struct Assessment {
    id: AssessmentId,
    instrument: u16,
    started: Moment,
    scope: Given<Scope>,
    profile: Profile,
    profile_at: [Moment; ProfileQuestion::ALL.len()],
    answers: Answers,
    notes: ByPractice<String>,
    added_back: ByPractice<()>,
    set_aside: ByPractice<()>,
}

impl From<Assessment> for crate::Assessment {
    fn from(old: Assessment) -> Self {
        Self {
            id: old.id,
            instrument: old.instrument,
            started: old.started,
            scope: old.scope,
            profile: old.profile,
            profile_at: old.profile_at,
            answers: old.answers,
            notes: old.notes,
            added_back: old.added_back,
            set_aside: old.set_aside,
            plan: Plan::default(),
            part_of: Given::default(),
            put_away: Given::default(),
        }
    }
}
