//! The start page as it is before anything is known of who opens it: `crates/start-page` writes it into the site.

use std::rc::Rc;

use content::Ask;
use yew::prelude::*;

use super::{first_state, frame};
use crate::{errand::Errands, state::Library, view::View};

/// What the start page is drawn from.
#[derive(Clone, Properties)]
pub struct StartPageProps {
    /// The words of its language.
    pub ask: Rc<Ask>,
    /// The languages there are, each by its code and its own name.
    pub languages: Vec<(String, String)>,
}

impl PartialEq for StartPageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.ask, &other.ask)
    }
}

/// The frame with the start page in it, on a site and with nothing kept.
#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let library = Library { ask: props.ask.clone(), rest: None, learn: None };
    let state = use_reducer(|| first_state(&library));
    let dispatch = state.dispatcher();
    frame(&View {
        handle: &state,
        state: &state,
        dispatch: &dispatch,
        wide: false,
        from_disk: false,
        languages: &props.languages,
        errand: &Errands::default(),
    })
}
