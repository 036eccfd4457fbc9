//! What of an assessment has a day, and so stands in a calendar.

use assessment::{ActionId, Assessment, Date, Moment, When};

/// What has a day, without words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// By this a calendar knows it again. It follows from the ids of the assessment and the action, or from the number of the
    /// talk, so that it stays when the day or the words change.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// When it was last changed: anything about it, or something from which its day follows.
    pub changed: Moment,
    /// What is on that day.
    pub what: Dated,
}

/// What is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dated {
    /// The last day for an action.
    Action(ActionId),
    /// A talk: the first is 1.
    Talk(usize),
}

/// What of an assessment has a day: first the open actions of its plan, by id, then the talks, by day.
pub fn dated(assessment: &Assessment) -> Vec<Entry> {
    let plan = &assessment.plan;
    let uid = |kind: &str, what: &str| [assessment.id.as_str(), ".", kind, ".", what, "@room-to-grow"].concat();
    let open = plan.present().filter(|(_, action)| action.is_open());
    let actions = open.filter_map(|(id, action)| {
        let day = action.due(plan)?;
        // The day of a period follows from the first working day.
        let counted = if matches!(action.when.value, When::In(_)) { plan.first_day.at } else { Moment(0) };
        let changed = action.latest().max(counted);
        Some(Entry { uid: uid("action", id.as_str()), day, changed, what: Dated::Action(id.clone()) })
    });
    let changed = plan.first_day.at.max(plan.rhythm.at).max(plan.table.at);
    let talks = plan.talks().into_iter().zip(1..).map(|(day, number)| {
        let what = Dated::Talk(number);
        Entry { uid: uid("talk", &number.to_string()), day, changed, what }
    });
    actions.chain(talks).collect()
}
