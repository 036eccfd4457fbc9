//! One walk through the questions: everything the user gave, and nothing that follows from it.

use serde::{Deserialize, Serialize};

use crate::{Answers, AssessmentId, ByPractice, Given, Moment, PartOf, Plan, Profile, ProfileQuestion, Scope, later};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 2000;

/// One walk through the questions, as it is kept on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Unique on this device.
    pub id: AssessmentId,
    /// The instrument's version when it was last answered.
    pub instrument: u16,
    /// When it was begun.
    pub started: Moment,
    /// How much is asked.
    pub scope: Given<Scope>,
    /// The situation.
    pub profile: Profile,
    /// When each question about the situation was last answered or skipped, in the order of [`ProfileQuestion::ALL`];
    /// 0 for one that was never touched.
    pub profile_at: [Moment; ProfileQuestion::ALL.len()],
    /// What was answered.
    pub answers: Answers,
    /// Notes about agreements and the work.
    pub notes: ByPractice<String>,
    /// Practices that the profile leaves out and the user added back.
    pub added_back: ByPractice<()>,
    /// Practices whose advice the user put aside (rule 8).
    pub set_aside: ByPractice<()>,
    /// What is going to be done.
    pub plan: Plan,
    /// The round of a workplace to which it belongs, if it is one of several.
    pub part_of: Given<Option<PartOf>>,
    /// Whether it is put away until the views of its round are looked at together.
    pub put_away: Given<bool>,
}

impl Assessment {
    /// An empty assessment, begun at a moment.
    pub fn begin(id: AssessmentId, instrument: u16, scope: Scope, at: Moment) -> Self {
        Self {
            id,
            instrument,
            started: at,
            scope: Given { at, value: scope },
            profile: Profile::default(),
            profile_at: Default::default(),
            answers: Answers::default(),
            notes: ByPractice::default(),
            added_back: ByPractice::default(),
            set_aside: ByPractice::default(),
            plan: Plan::default(),
            part_of: Given::default(),
            put_away: Given::default(),
        }
    }

    /// Whether nothing has been given yet: there is nothing to go on with.
    pub fn is_untouched(&self) -> bool {
        self.profile == Profile::default() && self.answers.is_empty() && self.notes.is_empty() && self.plan.is_empty()
    }

    /// When anything in it last changed.
    pub fn changed(&self) -> Moment {
        let times = [self.answers.latest(), self.notes.latest(), self.added_back.latest(), self.set_aside.latest()];
        let given = times.into_iter().flatten().chain(self.profile_at).chain([
            self.scope.at,
            self.part_of.at,
            self.put_away.at,
        ]);
        given.fold(self.started.max(self.plan.latest()), Moment::max)
    }

    /// The logical time of a change that is made now: by the clock, unless that went backwards since the last change.
    pub fn time_of_change(&self, now: Moment) -> Moment {
        now.max(Moment(self.changed().0.saturating_add(1)))
    }

    /// Answers a question about the situation by the place of an option, or skips it.
    pub fn choose(&mut self, question: ProfileQuestion, option: Option<usize>, at: Moment) {
        self.profile.choose(question, option);
        self.profile_at[question as usize] = at;
    }

    /// Puts two copies of one assessment together: of each single thing, what was given last stands.
    ///
    /// It does not matter in which order, how often, or on which device this is done: the outcome is the same. Copies
    /// of two different assessments must not be put together.
    pub fn merge(&mut self, other: &Self) {
        self.instrument = self.instrument.max(other.instrument);
        self.started = self.started.min(other.started);
        later(&mut self.scope, &other.scope);
        for (place, &question) in ProfileQuestion::ALL.iter().enumerate() {
            let chosen = |copy: &Self| (copy.profile_at[place], copy.profile.chosen(question));
            let theirs = chosen(other);
            if chosen(self) < theirs {
                self.choose(question, theirs.1, theirs.0);
            }
        }
        self.answers.merge(&other.answers);
        self.notes.merge(&other.notes);
        self.added_back.merge(&other.added_back);
        self.set_aside.merge(&other.set_aside);
        self.plan.merge(&other.plan);
        later(&mut self.part_of, &other.part_of);
        later(&mut self.put_away, &other.put_away);
    }
}
