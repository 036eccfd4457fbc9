//! What a candidate says on the own page belongs to nobody else.

use std::rc::Rc;

use assessment::{CandidateAnswer, CandidateView, ConditionId, Level, Moment, View};
use room_to_grow::{
    kept::Lock,
    route::{Extent, Page, Route},
    state::{Action, State},
};
use yew::Reducible;

use super::{begun, id, library, practice};

/// A candidate on the own page, who said something and shares it.
fn candidate() -> Rc<State> {
    let mut own = CandidateView::default();
    own.answer(practice("buddy-named"), Some(CandidateAnswer::Level(Level::Started)));
    own.share(&ConditionId::new("buddy"), true);
    begun().reduce(Action::Go(Route::Own)).reduce(Action::Own(own))
}

#[test]
fn what_a_candidate_said_is_gone_once_the_page_is_left() {
    let elsewhere = [
        Route::Start,
        Route::Device,
        Route::Workplaces,
        Route::Unknown,
        Route::Form(View::Candidate, Extent::Full),
        Route::Assessment(id(), Page::Situation),
    ];
    for place in elsewhere {
        let left = candidate().reduce(Action::Go(place.clone()));
        assert_eq!(left.own, CandidateView::default(), "{place:?}");
        let back = left.reduce(Action::Undo(Moment(3))).reduce(Action::Go(Route::Own));
        assert_eq!(back.own, CandidateView::default(), "back from {place:?}");
    }
}

#[test]
fn what_a_candidate_said_stays_while_the_page_is_open() {
    let said = candidate();
    let spoken = said.clone().reduce(Action::Speak(library("nl")));
    assert_eq!(spoken.own, said.own, "in another language");
    assert_eq!(spoken.reduce(Action::Go(Route::Own)).own, said.own, "the same address again");
}

#[test]
fn what_a_candidate_said_is_gone_behind_a_lock_and_after_wiping() {
    for action in [Action::Lock(Lock::Closed), Action::Wiped] {
        assert_eq!(candidate().reduce(action).own, CandidateView::default());
    }
}

#[test]
fn nothing_of_what_a_candidate_says_can_be_undone_or_kept() {
    let before = begun();
    let after = candidate();
    assert_eq!((&after.records, &after.undo, after.saving), (&before.records, &None, before.saving));
}
