//! A plan in order: by time, by person or by condition.

use super::{Period, Plan, PlanAction, Taker, When};
use crate::{ActionId, ConditionId, Date, Instrument, sorted_by_key};

/// By what a plan is put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What comes first, first.
    #[default]
    ByTime,
    /// By who takes it on.
    ByTaker,
    /// By condition, in the instrument's order.
    ByCondition,
}

/// What a group of actions has in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// They have a day, and it is not known how that lies to the first working day.
    Dated,
    /// A part of the first ninety days.
    Period(Period),
    /// Who takes them on; `None` as long as nobody does.
    Taker(Option<Taker>),
    /// What they are about; `None` for own actions, and for practices that the instrument no longer has.
    Condition(Option<ConditionId>),
}

impl PlanAction {
    /// The day by which it is to be done, as far as that is known.
    pub fn due(&self, plan: &Plan) -> Option<Date> {
        self.when.value.day(plan.first_day.value)
    }

    /// The part of the first ninety days in which it falls; `None` for a date without a first working day to count from.
    pub fn period(&self, first_day: Option<Date>) -> Option<Period> {
        use crate::Choice;
        match self.when.value {
            When::In(period) => Some(period),
            When::By(date) => {
                let day = date.days_since(first_day?);
                let ends = |period: &&Period| period.last_day().is_none_or(|last| day <= last);
                Some(Period::ALL.iter().find(ends).copied().unwrap_or(Period::Later))
            }
        }
    }
}

/// The actions of a plan in groups. Within a group by day, then by id. What is done stays where it was: nothing moves away
/// under the hand that ticks it.
pub fn layout<'a>(
    instrument: &Instrument,
    plan: &'a Plan,
    order: Order,
) -> Vec<(Group, Vec<(&'a ActionId, &'a PlanAction)>)> {
    let first_day = plan.first_day.value;
    let condition = |action: &PlanAction| {
        let practice = &action.from.as_ref()?.practice;
        let owner = |condition: &&crate::Condition| condition.practices.iter().any(|it| it.id == *practice);
        instrument.conditions.iter().position(|condition| owner(&condition))
    };
    // The place of the group. By time, actions lie in it as they lie in their groups.
    let place = |action: &PlanAction| match order {
        Order::ByTime => 0,
        Order::ByTaker => action.taker.value.map_or(usize::MAX, |taker| taker as usize),
        Order::ByCondition => condition(action).unwrap_or(usize::MAX),
    };
    let group = |action: &PlanAction| match order {
        Order::ByTime => action.period(first_day).map_or(Group::Dated, Group::Period),
        Order::ByTaker => Group::Taker(action.taker.value),
        Order::ByCondition => {
            Group::Condition(condition(action).and_then(|at| Some(instrument.conditions.get(at)?.id.clone())))
        }
    };
    let sorted = sorted_by_key(plan.present(), |(id, action)| {
        let day = action.when.value.day(first_day).map_or(u32::MAX, |Date(day)| day);
        let within = (action.period(first_day), day);
        (place(action), within, (*id).clone())
    });
    let mut groups: Vec<(Group, Vec<_>)> = Vec::new();
    for (id, action) in sorted {
        let own = group(action);
        match groups.last_mut() {
            Some((group, actions)) if *group == own => actions.push((id, action)),
            _ => groups.push((own, vec![(id, action)])),
        }
    }
    groups
}
