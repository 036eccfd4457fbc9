//! One thing that is going to be done: what, who, when, and how far it is.

use serde::{Deserialize, Serialize};

use crate::{
    ActionId, Advice, AdvicePlace, Answer, Assessment, Date, Given, Level, Moment, PracticeId, Role, Stage, later,
};

/// One thing that is going to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAction {
    /// The advice it was taken from; `None` for an own one. It never changes.
    pub from: Option<Advised>,
    /// What is done, in the user's words. Empty: in the words of the advice, in whatever language is read.
    pub title: Given<String>,
    /// Who takes it on.
    pub taker: Given<Option<Taker>>,
    /// When.
    pub when: Given<When>,
    /// How long it takes, in minutes; a rule of thumb.
    pub minutes: Given<Option<u16>>,
    /// Agreements about it.
    pub note: Given<String>,
    /// How far it is.
    pub status: Given<Status>,
    /// Why it will not be done, if it will not.
    pub reason: Given<String>,
    /// Whether the user, asked when it was done, left the answer it belongs to as it is.
    pub answer_stays: Given<bool>,
    /// Whether it was taken out of the plan; it stays so that an older copy does not bring it back.
    pub removed: Given<bool>,
}

/// The piece of advice that an action was taken from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Advised {
    /// The practice.
    pub practice: PracticeId,
    /// The level that the step leads to.
    pub to: Level,
}

choice! {
    /// Who takes an action on: a role, never a name.
    Taker {
        /// The owner or director.
        Owner = "owner",
        /// The manager of the new colleague.
        Manager = "manager",
        /// HR.
        Hr = "hr",
        /// The buddy.
        Buddy = "buddy",
        /// The new colleague.
        Colleague = "colleague",
        /// The IPS practitioner or job coach.
        Practitioner = "practitioner",
        /// Someone else.
        Other = "other",
    }
}

impl Taker {
    /// Who takes on what the advice gives to a role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Owner => Self::Owner,
            Role::Manager => Self::Manager,
            Role::Hr => Self::Hr,
            Role::Buddy => Self::Buddy,
            Role::Colleague => Self::Colleague,
            Role::Practitioner => Self::Practitioner,
            Role::EmployerDesk | Role::Team => Self::Other,
        }
    }
}

choice! {
    /// A part of the first ninety days.
    Period {
        /// Until the first working day.
        BeforeDayOne = "before-day-one",
        /// The first seven days.
        WeekOne = "week-one",
        /// Up to day 30.
        MonthOne = "month-one",
        /// Up to day 90.
        MonthThree = "month-three",
        /// After that.
        Later = "later",
    }
}

impl Period {
    /// The days of a period counted from the first working day, which is day 0: the last day of each.
    pub(crate) fn last_day(self) -> Option<i64> {
        match self {
            Self::BeforeDayOne => Some(-1),
            Self::WeekOne => Some(6),
            Self::MonthOne => Some(29),
            Self::MonthThree => Some(89),
            Self::Later => None,
        }
    }
}

/// When an action is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    /// In a part of the first ninety days; no date is needed.
    In(Period),
    /// By a day.
    By(Date),
}

impl When {
    /// The day by which it is over, as far as that is known.
    pub fn day(self, first_day: Option<Date>) -> Option<Date> {
        match self {
            Self::By(date) => Some(date),
            Self::In(period) => first_day?.plus_days(period.last_day()?),
        }
    }
}

choice! {
    /// How far an action is.
    Status {
        /// Nobody has begun.
        ToDo = "to-do",
        /// Someone is at it.
        Doing = "doing",
        /// It is done.
        Done = "done",
        /// It will not be done; [`PlanAction::reason`] can say why.
        Dropped = "dropped",
    }
}

impl Status {
    /// Whether there is still something to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::ToDo | Self::Doing)
    }
}

impl PlanAction {
    /// An own action.
    pub fn own(title: String, when: When, at: Moment) -> Self {
        Self {
            from: None,
            title: Given { at, value: title },
            taker: Given { at, value: None },
            when: Given { at, value: when },
            minutes: Given { at, value: None },
            note: Given { at, value: String::new() },
            status: Given { at, value: Status::ToDo },
            reason: Given { at, value: String::new() },
            answer_stays: Given { at, value: false },
            removed: Given { at, value: false },
        }
    }

    /// A piece of advice, taken into the plan: who, when and how long as advised. The first steps of a workplace that
    /// has begun come within a month, as the guidance says 'now'.
    pub fn advised(advice: &Advice, stage: Option<Stage>, at: Moment) -> Self {
        let first = matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start);
        let period = match advice.time {
            Stage::BeforeHiring => Period::BeforeDayOne,
            Stage::FirstWeeks if first => Period::WeekOne,
            Stage::FirstWeeks => Period::MonthOne,
            Stage::FirstMonths => Period::MonthThree,
            Stage::Ongoing if first && stage == Some(Stage::Ongoing) => Period::MonthOne,
            Stage::Ongoing => Period::Later,
        };
        let mut action = Self::own(String::new(), When::In(period), at);
        action.from = Some(Advised { practice: advice.practice.clone(), to: advice.leads_to() });
        action.taker.value = advice.step.who.first().map(|role| Taker::of(*role));
        action.minutes.value = Some(advice.step.minutes);
        action
    }

    /// The id of the action that an advice becomes: the same on every device.
    pub fn id_of(advice: &Advice) -> ActionId {
        ActionId::new(&[advice.practice.as_str(), "-", &advice.leads_to().index().to_string()].concat())
    }

    /// Whether it is in the plan and there is still something to do.
    pub fn is_open(&self) -> bool {
        !self.removed.value && self.status.value.is_open()
    }

    /// The same, as if all of it had just been given.
    pub(super) fn given_at(self, at: Moment) -> Self {
        fn again<T>(given: Given<T>, at: Moment) -> Given<T> {
            Given { at, value: given.value }
        }
        Self {
            from: self.from,
            title: again(self.title, at),
            taker: again(self.taker, at),
            when: again(self.when, at),
            minutes: again(self.minutes, at),
            note: again(self.note, at),
            status: again(self.status, at),
            reason: again(self.reason, at),
            answer_stays: again(self.answer_stays, at),
            removed: again(self.removed, at),
        }
    }

    /// When anything about it last changed.
    pub fn latest(&self) -> Moment {
        let Self { from: _, title, taker, when, minutes, note, status, reason, answer_stays, removed } = self;
        let times = [taker.at, when.at, minutes.at, note.at, status.at, reason.at, answer_stays.at, removed.at];
        times.into_iter().fold(title.at, Moment::max)
    }

    pub(super) fn merge(&mut self, other: &Self) {
        // Both copies come from one advice; should they not, every device decides alike.
        self.from = self.from.take().max(other.from.clone());
        later(&mut self.title, &other.title);
        later(&mut self.taker, &other.taker);
        later(&mut self.when, &other.when);
        later(&mut self.minutes, &other.minutes);
        later(&mut self.note, &other.note);
        later(&mut self.status, &other.status);
        later(&mut self.reason, &other.reason);
        later(&mut self.answer_stays, &other.answer_stays);
        later(&mut self.removed, &other.removed);
    }
}

/// The answer to which a finished action may lead, if the answer that is given says less and the user did not choose to
/// leave it. It is offered, never assumed.
pub fn offered_answer(assessment: &Assessment, action: &PlanAction) -> Option<Answer> {
    let from = action.from.as_ref().filter(|_| action.status.value == Status::Done && !action.answer_stays.value)?;
    match assessment.answers.get(&from.practice) {
        Some(Answer::NotApplicable) => None,
        Some(Answer::Level(level)) if *level >= from.to => None,
        Some(Answer::Level(_) | Answer::DontKnow | Answer::NotSeen) | None => Some(Answer::Level(from.to)),
    }
}
