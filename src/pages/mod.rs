//! One file per page: gathers what it shows and composes controls.

mod about;
mod device;
mod form;
mod guidance;
mod help;
mod learn;
mod link;
mod plan;
mod questions;
mod situation;
mod start;
mod take;
mod topics;
mod unknown;
mod visit;
mod workplaces;

pub use questions::below as below_questions;
pub use start::behind as behind_start;

use assessment::{Assessment, Scope};
use yew::prelude::*;

use crate::{
    browser::{clock, hash},
    kept::Lock,
    route::{Page, Route},
    state::{Action, Change, Saving},
    view::{View, change},
};

/// After this time nobody sits before an assessment in which nothing was given.
const LEFT_AFTER_MS: u64 = 24 * 60 * 60 * 1000;

/// The page that belongs to the address.
pub fn page(view: &View<'_>) -> Html {
    first(view).unwrap_or_else(|| match view.state.behind {
        Some(behind) => (behind.page)(view),
        None => view.still_loading(),
    })
}

/// The pages that the first answer needs; `None` for any other.
fn first(view: &View<'_>) -> Option<Html> {
    let state = view.state;
    if state.lock == Lock::Closed || state.saving == Saving::Wiped {
        return None;
    }
    match &state.route {
        Route::Start => Some(start::page(view)),
        Route::Topics => Some(topics::page(view)),
        Route::Assessment(id, page) if !state.is_put_away(id) => match (state.assessment(id)?, page) {
            (assessment, Page::Situation) => Some(situation::page(view, assessment)),
            (assessment, Page::Questions(condition)) => {
                Some(questions::page(view, assessment, condition, view.ask().condition(condition)?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The page that belongs to the address, if it is none of the [`first`].
pub fn behind(view: &View<'_>) -> Html {
    let state = view.state;
    match &state.route {
        Route::About => about::page(view),
        Route::Help => help::page(view),
        Route::Learn(path) => learn::page(view, path),
        // Behind a closed lock, and after wiping, there is nothing else to see.
        _ if state.lock == Lock::Closed || state.saving == Saving::Wiped => device::page(view),
        Route::Device => device::page(view),
        Route::Example => guidance::example(view),
        Route::Workplaces => workplaces::list(view),
        Route::Workplace(id) => workplaces::place(view, id),
        Route::Round(id, day) => workplaces::round(view, id, *day),
        Route::Leave(id, day) => workplaces::leave(view, id, *day),
        Route::Overview => workplaces::overview(view),
        Route::Own => workplaces::own(view),
        Route::Form(side, extent) => form::page(view, *side, *extent),
        Route::Link(_) => link::page(view),
        Route::Assessment(id, _) if state.is_put_away(id) => workplaces::put_away(view, id),
        Route::Assessment(id, page) => match (state.assessment(id), page) {
            (Some(assessment), Page::Guidance) => guidance::page(view, assessment),
            (Some(assessment), Page::Visit(practice)) => visit::page(view, assessment, practice),
            (Some(assessment), Page::Take(kind)) => take::page(view, assessment, *kind),
            (Some(assessment), Page::Plan) => plan::page(view, assessment),
            _ => unknown::page(view),
        },
        Route::Start | Route::Topics | Route::Unknown => unknown::page(view),
    }
}

/// A callback that begins an assessment and goes to its first page. One that was begun and left untouched is used
/// again, so that looking around leaves nothing behind; but not one that may be open in another tab.
fn begin(view: &View<'_>, scope: Scope) -> Callback<MouseEvent> {
    let now = clock::now();
    let is_free = |kept: &Assessment| {
        let is_left = kept.started.0.saturating_add(LEFT_AFTER_MS) < now.0;
        kept.is_untouched() && kept.part_of.value.is_none() && (is_left || view.state.begun.as_ref() == Some(&kept.id))
    };
    let untouched = view.state.assessments().find(|kept| is_free(kept)).map(|kept| kept.id.clone());
    view.press(move |dispatch| {
        let id = untouched.clone().unwrap_or_else(clock::new_id);
        match &untouched {
            Some(id) => change(dispatch, id, Change::Scope(scope.clone())),
            None => dispatch.dispatch(Action::Begin(id.clone(), scope.clone(), clock::now())),
        }
        hash::go(&Route::Assessment(id, Page::Situation));
    })
}
