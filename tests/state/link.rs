//! What a link brings.

use std::rc::Rc;

use assessment::{Answer, AssessmentId, Date, Level, Moment};
use room_to_grow::{
    brought::Brought,
    route::Route,
    state::{Action, Saving, State},
};
use yew::Reducible;

use super::{assessment, begun, id, library, practice};

/// A view as a link brings it, ready to be kept.
fn brought() -> Brought {
    let mut view = assessment(&begun()).clone();
    view.id = AssessmentId::new("brought");
    view.answers.give(practice("buddy-named"), Answer::Level(Level::Arranged), Moment(2));
    Brought::View { made: Date(20_779), view: Rc::new(view.into()) }
}

/// Someone who opened a link.
fn with_link() -> Rc<State> {
    begun().reduce(Action::Stored(Saving::Saved)).reduce(Action::Go(Route::Link(Some("AQEA".into()))))
}

#[test]
fn what_a_link_brings_is_out_of_the_address_and_nothing_of_it_is_kept() {
    let before = begun();
    let opened = with_link();
    assert_eq!(opened.route, Route::Link(None));
    assert_eq!(opened.brought, Brought::Unread("AQEA".into()));
    let read = opened.reduce(Action::Read("AQEA".into(), brought()));
    assert_eq!(read.brought, brought());
    assert_eq!(read.records, before.records);
    assert_eq!(read.saving, Saving::Saved, "there is nothing to save");
}

#[test]
fn what_a_link_brought_is_kept_beside_what_is_here() {
    let kept = with_link().reduce(Action::Read("AQEA".into(), brought())).reduce(Action::KeepBrought);
    assert_eq!(kept.assessments().count(), 2);
    assert_eq!(kept.assessment(&AssessmentId::new("brought")), brought().view());
    assert_eq!(kept.assessment(&id()), begun().assessment(&id()), "what was here has not changed");
    assert_eq!(kept.brought, Brought::Nothing);
    assert_eq!(kept.saving, Saving::Busy);
    let again = kept.clone().reduce(Action::KeepBrought);
    assert_eq!(again.records, kept.records, "only once");
}

#[test]
fn who_leaves_the_page_of_a_link_leaves_what_it_brought() {
    let read = with_link().reduce(Action::Read("AQEA".into(), brought()));
    let spoken = read.clone().reduce(Action::Speak(library("nl")));
    assert_eq!(spoken.brought, brought(), "another language is no other page");
    let left = read.clone().reduce(Action::Go(Route::About)).reduce(Action::Go(Route::Link(None)));
    assert_eq!(left.brought, Brought::Nothing);
    assert_eq!(read.reduce(Action::Wiped).brought, Brought::Nothing);
}

/// Reading takes a moment. What comes of it belongs to the link that is open then.
#[test]
fn what_comes_of_a_link_that_was_left_is_not_shown() {
    let elsewhere = with_link().reduce(Action::Go(Route::Start)).reduce(Action::Read("AQEA".into(), brought()));
    assert_eq!(elsewhere.brought, Brought::Nothing);
    let other = with_link().reduce(Action::Go(Route::Link(Some("BQEA".into()))));
    assert_eq!(other.reduce(Action::Read("AQEA".into(), brought())).brought, Brought::Unread("BQEA".into()));
    let failed = with_link().reduce(Action::Read("AQEA".into(), Brought::Unfetched("AQEA".into())));
    let again = failed.reduce(Action::Read("AQEA".into(), Brought::Unread("AQEA".into())));
    assert_eq!(again.brought, Brought::Unread("AQEA".into()), "it can be tried again");
}

#[test]
fn whoever_goes_elsewhere_is_read_nothing_more() {
    let part: Rc<str> = "main".into();
    let reads = |state: &Rc<State>| state.aloud.clone();
    let state = begun().reduce(Action::Aloud(Some(part.clone())));
    assert_eq!(reads(&state), Some(part.clone()));
    assert_eq!(
        reads(&state.clone().reduce(Action::ReadOut("footer".into()))),
        Some(part.clone()),
        "another part ended"
    );
    assert_eq!(reads(&state.clone().reduce(Action::Go(Route::Start))), Some(part.clone()), "the same page");
    assert_eq!(reads(&state.clone().reduce(Action::ReadOut(part))), None);
    assert_eq!(reads(&state.clone().reduce(Action::Go(Route::About))), None);
    assert_eq!(reads(&state.reduce(Action::Aloud(None))), None);
}
