//! One file per page: gathers what it shows, puts the focus, and composes controls.

mod about;
mod guidance;
mod questions;
mod situation;
mod start;
mod topics;
mod unknown;

pub use about::AboutPage;
pub use guidance::GuidancePage;
pub use questions::QuestionsPage;
pub use situation::SituationPage;
pub use start::StartPage;
pub use topics::TopicsPage;
pub use unknown::UnknownPage;

use assessment::{AssessmentId, Scope};
use yew::prelude::*;

use crate::{
    app::Dispatch,
    browser::{clock, hash},
    route::{Page, Route},
    state::{Action, Change},
};

/// Begins an assessment and goes to its first page.
fn begin(dispatch: &Dispatch, scope: Scope) {
    let id = clock::new_id();
    dispatch.dispatch(Action::Begin(id.clone(), scope, clock::now()));
    hash::go(&Route::Assessment(id, Page::Situation));
}

/// A callback that changes an assessment.
fn changes(dispatch: &Dispatch, id: &AssessmentId) -> Callback<Change> {
    let (dispatch, id) = (dispatch.clone(), id.clone());
    Callback::from(move |change| dispatch.dispatch(Action::Change(id.clone(), change, clock::now())))
}
