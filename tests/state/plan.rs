//! The plan, and the visit in which it is talked about.

use assessment::{ActionId, Moment, Period, PlanAction, PlanChange, When};
use room_to_grow::{
    route::{Page, Route},
    state::{Action, Change, State},
};
use yew::Reducible;

use super::{after, assessment, begun, id, practice};

/// An own step of the plan.
fn step(name: &str) -> (ActionId, PlanAction) {
    (ActionId::new(name), PlanAction::own(name.to_owned(), When::In(Period::WeekOne), Moment(2)))
}

fn plan(change: PlanChange) -> Change {
    Change::Plan(change)
}

fn steps(state: &State) -> Vec<&str> {
    assessment(state).plan.texts().collect()
}

#[test]
fn steps_that_were_taken_together_are_taken_back_together() {
    let state = after(begun(), [plan(PlanChange::Put(vec![step("first")]))]);
    let state = after(state, [plan(PlanChange::Put(vec![step("first"), step("second"), step("third")]))]);
    assert_eq!(steps(&state), ["first", "second", "third"]);
    let state = state.reduce(Action::Undo(Moment(3)));
    assert_eq!(steps(&state), ["first"], "what was there before stays");
    assert_eq!(state.undo, None);
}

#[test]
fn a_step_that_is_taken_out_comes_back_with_its_words_until_the_user_moves_on() {
    let name = ActionId::new("first");
    let there = after(
        begun(),
        [
            plan(PlanChange::Put(vec![step("first")])),
            plan(PlanChange::Note(name.clone(), "At ten".to_owned())),
            plan(PlanChange::Remove(name)),
        ],
    );
    assert!(steps(&there).is_empty());
    assert_eq!(steps(&there.clone().reduce(Action::Undo(Moment(3)))), ["first", "At ten"]);
    let moved_on = there.reduce(Action::Go(Route::About)).reduce(Action::Undo(Moment(3)));
    assert!(steps(&moved_on).is_empty());
}

#[test]
fn how_long_one_talks_goes_on_through_a_visit_and_begins_anew_with_the_next() {
    let question = |name| Route::Assessment(id(), Page::Visit(practice(name)));
    let talking = begun().reduce(Action::Go(question("buddy-named"))).reduce(Action::Talking(Some(Moment(5))));
    let next = talking.reduce(Action::Go(question("buddy-time")));
    assert_eq!(next.talking_since, Some(Moment(5)));
    let left = next.reduce(Action::Go(Route::Workplaces)).reduce(Action::Go(question("buddy-named")));
    assert_eq!(left.talking_since, None);
}
