//! The steps of a plan in words: what, who, by when.

use assessment::{Assessment, PlanAction, When};
use content::{Advise, PlanWord, Planning};

use crate::{
    Wording,
    names::{period_word, taker_word},
};

/// What is done: in the user's words, or else in those of the advice.
pub fn step_title(plan: &Planning, advise: &Advise, wording: &Wording, action: &PlanAction) -> String {
    if !action.title.value.is_empty() {
        return action.title.value.clone();
    }
    // A practice that is no more has no words either.
    advised_title(advise, wording, action).unwrap_or_else(|| plan.words.get(PlanWord::OwnEvent).to_string())
}

/// What the advice says to do.
pub fn advised_title(advise: &Advise, wording: &Wording, action: &PlanAction) -> Option<String> {
    let from = action.from.as_ref()?;
    let step = advise.practice(&from.practice)?.steps.get(from.to.index().checked_sub(1)?)?;
    Some(wording.say(step))
}

/// Who takes a step on, or that nobody does yet.
pub fn step_taker(plan: &Planning, action: &PlanAction) -> String {
    plan.words.get(action.taker.value.map_or(PlanWord::ActionWhoNobody, taker_word)).to_string()
}

/// By which day a step is done, or in which period; `day` writes a day.
pub fn step_when(
    plan: &Planning,
    assessment: &Assessment,
    action: &PlanAction,
    day: impl Fn(assessment::Date) -> String,
) -> String {
    match (action.when.value, action.due(&assessment.plan)) {
        (_, Some(date)) => plan.words.fill(PlanWord::ActionBy, &[("date", &day(date))]),
        (When::In(period), None) => plan.words.get(period_word(period)).to_string(),
        (When::By(_), None) => String::new(),
    }
}
