//! One file per page: gathers what it shows and composes controls.

mod about;
mod guidance;
mod questions;
mod situation;
mod start;
mod topics;
mod unknown;

use assessment::Scope;
use yew::prelude::*;

use crate::{
    browser::{clock, hash},
    route::{Page, Route},
    state::Action,
    view::{Dispatch, View},
};

/// The page that belongs to the address.
pub fn page(view: &View<'_>) -> Html {
    let state = view.state;
    match &state.route {
        Route::Start => start::page(view),
        Route::Topics => topics::page(view),
        Route::About => about::page(view),
        Route::Unknown => unknown::page(view),
        Route::Assessment(id, page) => match (state.assessments.get(id), page) {
            (Some(assessment), Page::Situation) => situation::page(view, assessment),
            (Some(assessment), Page::Guidance) => guidance::page(view, assessment),
            (Some(assessment), Page::Questions(condition)) => match view.ask().condition(condition) {
                Some(text) => questions::page(view, assessment, condition, text),
                None => unknown::page(view),
            },
            (None, _) => unknown::page(view),
        },
    }
}

/// Begins an assessment and goes to its first page.
fn begin(dispatch: &Dispatch, scope: Scope) {
    let id = clock::new_id();
    dispatch.dispatch(Action::Begin(id.clone(), scope, clock::now()));
    hash::go(&Route::Assessment(id, Page::Situation));
}
