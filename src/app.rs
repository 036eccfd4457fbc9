//! The frame: header, page, footer. What the first pages need is here; what else has to happen beside them comes with the
//! second part of the module ([`Attendance`]).

mod attendance;
mod attention;
mod idle;
mod link;
mod opening;
mod reading;
mod saving;
mod start_page;

use std::rc::Rc;

use assessment::{CandidateView, Keeping};
use content::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    brought::Brought,
    browser::{self, focus, hash, language, packs, ready, screen, site},
    components::{footer, header, toast_place},
    errand::Errands,
    kept::Lock,
    offline::Offline,
    pages,
    parts::{self, Behind, Found},
    records::Records,
    route::Route,
    speech::Voices,
    state::{Action, Library, Look, Saving, State},
    view::{Dispatch, View},
};
pub use attendance::Attendance;
pub use attention::{use_errand, use_faults};
pub use opening::{Device, find};
pub use start_page::{StartPage, StartPageProps};

/// What was there when the page was opened.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words of the page's language.
    pub library: Library,
    /// The second part, and what the device holds, where the first page waits for them.
    pub begun: Rc<Option<(&'static Behind, Found)>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begun, &other.begun)
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| {
        let mut state = first_state(&props.library);
        if let Some((behind, found)) = &*props.begun {
            state.behind = Some(behind);
            state = found(state);
        }
        state
    });
    let dispatch = state.dispatcher();
    use_address(&dispatch);
    use_arrival(&state);
    use_behind(&state, &dispatch);
    use_ready();
    let languages = use_memo((), |()| {
        let named = |code: String| (code.clone(), language::own_name(&code));
        packs::languages().into_iter().map(named).collect::<Vec<_>>()
    });
    let view = View {
        handle: &state,
        state: &state,
        dispatch: &dispatch,
        wide: screen::is_wide(state.reading.size),
        from_disk: site::is_file(),
        languages: &languages,
        errand: &Errands::default(),
    };
    frame(&view)
}

/// The page with what stands around every page. The start page is drawn by it too when the site is built.
fn frame(view: &View<'_>) -> Html {
    html! {
        <>
            { header(view) }
            // Keyed by its page, so that a new page starts afresh and nothing of the old one stays open.
            <main id="main" tabindex="-1" key={view.state.route.page()}>
                { pages::page(view) }
                { toast_place(view) }
            </main>
            { footer(view) }
            if let Some(behind) = view.state.behind {
                { (behind.attend)(view.handle) }
            }
        </>
    }
}

fn first_state(library: &Library) -> State {
    let mut state = State {
        route: Route::Start,
        behind: None,
        library: library.clone(),
        records: Records::default(),
        newer: 0,
        aside: Vec::new(),
        before: None,
        keeping: Keeping::default(),
        promised: None,
        offline: Offline::default(),
        lock: Lock::None,
        saving: Saving::Rest,
        undo: None,
        begun: None,
        gone: false,
        own: CandidateView::default(),
        brought: Brought::Nothing,
        reading: browser::reading::current(),
        voices: Voices::default(),
        aloud: None,
        look: Look::default(),
        talking_since: None,
        silent: false,
        unfolded: false,
    };
    state.route = state.arrive(hash::arrive());
    state
}

/// What was pressed before the app ran is done once it is drawn.
#[hook]
fn use_ready() {
    use_effect_with((), |()| ready::tell());
}

/// The second part comes as soon as the first page stands.
#[hook]
fn use_behind(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(state.behind.is_some(), move |here| {
        if !*here {
            spawn_local(async move {
                dispatch.dispatch(match parts::behind().await {
                    Ok(behind) => Action::Behind(behind),
                    Err(_) => Action::Silent,
                });
            });
        }
    });
}

/// The address follows the links and the browser's buttons.
#[hook]
fn use_address(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = hash::on_change(move |route| dispatch.dispatch(Action::Go(route)));
        move || drop(listener)
    });
}

/// After each step the heading of the new page has the focus, and its tab has the page's name.
#[hook]
fn use_arrival(state: &State) {
    let site = state.library.ask.words.get(Word::SiteName);
    // Behind a closed lock, and after wiping, another page stands at the same address.
    let page = (state.route.page(), state.lock == Lock::Closed, state.saving == Saving::Wiped);
    // Some headings come with the words behind the first page.
    let words = (state.library.ask.language.clone(), state.library.rest.is_some(), state.library.learn.is_some());
    // A word that is looked up takes the focus itself (`Attendance`), before this.
    let is_elsewhere = state.route.term().is_some() && words.1 && words.2;
    let last = use_mut_ref(|| None);
    let went = use_memo((), |()| std::cell::Cell::new(false));
    use_effect_with((page, state.behind.is_some(), words), move |(page, ..)| {
        focus::name_page(&site);
        let before = last.replace(Some(page.clone()));
        if is_elsewhere {
            return;
        }
        // The first page leaves the focus where the browser put it; another language leaves it where it was.
        if before.is_some_and(|before| before != *page) {
            went.set(true);
            focus::arrive();
        } else if went.get() && focus::is_lost() {
            // The heading that had it gave way to the page, whose words came later.
            focus::arrive();
        }
    });
}
