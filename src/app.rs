//! Puts state, pages and browser together: what the user does goes in as an action, and everything that has to happen
//! outside the page follows from the state here, each in one place.

mod idle;
mod link;
mod opening;
mod reading;
mod saving;
mod start_page;

use std::rc::Rc;

use assessment::{CandidateView, Keeping};
use content::{DeviceWord, Word};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    brought::Brought,
    browser::{
        self, announce, focus, hash, keeping, language, near, offline, packs, ready, screen, site,
        tabs::{self, Said},
    },
    components::{footer, header, toast},
    errand::Errand,
    kept::Lock,
    offline::Offline,
    pages, parts,
    records::Records,
    route::Route,
    speech::Voices,
    state::{Action, Library, Look, Saving, State, Undo},
    view::{Dispatch, View},
};
pub use opening::{Device, Start};
pub use start_page::{StartPage, StartPageProps};

/// What was there when the page was opened.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words of the page's language.
    pub library: Library,
    /// What is kept on this device, or why it cannot be read yet.
    pub start: Rc<Start>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.start, &other.start)
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| props.start.apply(first_state(&props.library)));
    let dispatch = state.dispatcher();
    let device = opening::use_store(&props.start, &dispatch);
    use_address(&dispatch);
    use_leaving(&dispatch);
    use_arrival(&state);
    use_behind(&dispatch);
    use_rest_of_the_words(&state.library, &dispatch);
    use_pages_to_read(&state, &dispatch);
    use_what_is_read(&state);
    saving::use_saving(&state.records, device.opened(), &dispatch);
    use_choices(&state.keeping, &device);
    link::use_link(&state, &dispatch);
    idle::use_idle_lock(&state);
    reading::use_reading(state.reading);
    reading::use_shortcuts(state.reading.keys_off);
    reading::use_voices(&state.library.ask.language, &dispatch);
    reading::use_reading_aloud(&state, &dispatch);
    use_announcements(&state);

    use_promise(&dispatch);
    use_offline(&state, &dispatch);
    let errand = use_state_eq(Errand::default);
    use_errand(&errand, &state.route);
    use_faults(&state);
    use_ready(&state);

    let languages = use_memo((), |()| {
        let named = |code: String| (code.clone(), language::own_name(&code));
        packs::languages().into_iter().map(named).collect::<Vec<_>>()
    });
    let view = View {
        state: &state,
        dispatch: &dispatch,
        wide: screen::is_wide(state.reading.size),
        from_disk: site::is_file(),
        languages: &languages,
        device: &device,
        errand: &errand,
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
                { toast(view) }
            </main>
            { footer(view) }
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

/// What was pressed before the app ran is done once it is drawn; and the next visit knows whether its start page lists something.
#[hook]
fn use_ready(state: &State) {
    use_effect_with((), |()| ready::tell());
    use_effect_with(state.lock != Lock::None || !state.records.is_empty(), |lists| ready::remember(*lists));
}

/// Whether the browser has promised to keep what is stored.
#[hook]
fn use_promise(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        spawn_local(async move {
            if let Some(promised) = keeping::is_promised().await {
                dispatch.dispatch(Action::Promised(promised));
            }
        });
    });
}

/// Everything else that the site is made of comes once its first pages can be used. That there is a new version is told
/// once, where it is offered.
#[hook]
fn use_offline(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let begun = use_mut_ref(|| false);
    use_effect_with(state.library.rest.is_some(), move |ready| {
        if *ready && !begun.replace(true) {
            offline::begin(move |offline| dispatch.dispatch(Action::Offline(offline)));
        }
    });
    let offered = state.offline.renewable && matches!(state.route, Route::Start | Route::Device);
    let words = state.library.device().map(|device| device.words.get(DeviceWord::VersionNew)).filter(|_| offered);
    use_effect_with(words, |words| {
        if let Some(words) = words {
            announce::say(words);
        }
    });
}

/// What comes of a step on the page 'On this device' has the focus; going elsewhere ends what was begun there.
#[hook]
fn use_errand(errand: &UseStateHandle<Errand>, route: &Route) {
    let last = use_mut_ref(Errand::default);
    use_effect_with((**errand).clone(), move |errand| {
        let before = last.replace(errand.clone());
        if matches!((&before, errand), (Errand::LookAtFile(_), Errand::LookAtFile(_))) {
            // Something was chosen in it: the focus stays there.
        } else if *errand != Errand::Nothing {
            // The field in which something is asked, or else what is said.
            if !focus::on("[data-errand] input.field") {
                focus::on("[data-errand]");
            }
        } else if let Some(part) = before.part().filter(|_| focus::is_lost()) {
            // What was pressed to leave it is gone: one stays in its part of the page.
            if !focus::on(["#", part.id()].concat().as_str()) {
                focus::on("h1");
            }
        }
    });
    let errand = errand.clone();
    use_effect_with(route.clone(), move |_| errand.set(Errand::Nothing));
}

/// What is wrong in a form has the focus when it comes, and the tab says so as long as it stands there. Which form has
/// faults is known to the forms alone, so it is read from the page.
#[hook]
fn use_faults(state: &State) {
    let site = state.library.ask.words.get(Word::SiteName);
    let last = use_mut_ref(|| None);
    use_effect(move || {
        let told = focus::faults_told();
        if *last.borrow() != told {
            focus::name_page(&site);
            focus::on_faults();
            last.replace(told);
        }
    });
}

/// What the user chooses about keeping is kept.
#[hook]
fn use_choices(keeping: &Keeping, device: &Device) {
    let store = device.opened().map(|opened| (opened.store.clone(), opened.kept.keeping.clone()));
    let last = use_mut_ref(|| None::<Keeping>);
    use_effect_with(keeping.clone(), move |keeping| {
        let Some((store, found)) = store else { return };
        let before = last.replace(Some(keeping.clone())).unwrap_or(found);
        if before != *keeping {
            let keeping = keeping.clone();
            // Or the next choice in another tab would undo this one.
            tabs::say(&Said::Keeping(keeping.clone()));
            // A reminder that is not kept comes once too often; nothing is lost by it.
            spawn_local(async move {
                let _ = store.keep_choices(&keeping).await;
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

/// What a candidate filled in is gone when the page is left, also for who comes back to it by the browser's button. Whoever
/// stays, and presses something that goes away by it, goes on near it.
#[hook]
fn use_leaving(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = screen::on_leave(move || dispatch.dispatch(Action::Own(CandidateView::default())));
        move || drop(listener)
    });
    use_effect_with((), |()| {
        let listener = near::stay();
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
    let last = use_mut_ref(|| None);
    let went = use_memo((), |()| std::cell::Cell::new(false));
    use_effect_with((page, words), move |(page, _)| {
        focus::name_page(&site);
        let before = last.replace(Some(page.clone()));
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

/// What the first answer does not need comes behind it.
#[hook]
fn use_behind(dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        spawn_local(async move { dispatch.dispatch(Action::Behind(parts::behind().await)) });
    });
}

/// Guidance and examples come behind the first page, and again with each language.
#[hook]
fn use_rest_of_the_words(library: &Library, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let missing = library.rest.is_none().then(|| library.ask.language.clone());
    use_effect_with(missing, move |missing| {
        let missing = missing.clone();
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let Some(code) = missing else { return };
            dispatch.dispatch(match packs::rest(&code).await {
                Ok(rest) => Action::Learned(code, rest),
                Err(_) => Action::Silent,
            });
        });
    });
}

/// The pages under 'Learn' come when someone opens one, and again with each language.
#[hook]
fn use_pages_to_read(state: &State, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let missing = (state.reads() && state.library.learn.is_none()).then(|| state.library.ask.language.clone());
    use_effect_with(missing, move |missing| {
        let missing = missing.clone();
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let Some(code) = missing else { return };
            dispatch.dispatch(match packs::learn(&code).await {
                Ok(learn) => Action::Shelved(code, learn),
                Err(_) => Action::Silent,
            });
        });
    });
}

/// The word that is looked up has the focus, once the words explained are here; so has an explanation that was asked for.
#[hook]
fn use_what_is_read(state: &State) {
    let term = state.route.term().filter(|_| state.library.learn.is_some() && state.library.rest.is_some());
    use_effect_with(term.map(str::to_owned), |term| {
        if let Some(term) = term {
            focus::on(&["[id='term-", term, "']"].concat());
        }
    });
    use_effect_with(state.look.explained, |explained| {
        if *explained {
            focus::on("#explained");
        }
    });
}

/// What changes without taking the focus is told once to those who cannot see it. Trouble with saving is told by its
/// own notice in the header.
#[hook]
fn use_announcements(state: &State) {
    let library = state.library.clone();
    let last = use_mut_ref(|| None::<Undo>);
    use_effect_with(state.undo.clone(), move |undo| {
        let before = last.replace(undo.clone());
        match undo {
            Some(undo) => {
                announce::say(&library.undone(undo));
                refocus(undo);
            }
            // Put back: the focus was on the button that did it.
            None => before.iter().filter(|_| focus::is_lost()).for_each(refocus),
        }
    });
}

/// When what was pressed is gone, the focus goes to what stands closest to it.
fn refocus(undo: &Undo) {
    // The question is drawn after this, so its button to clear may still be there.
    if !focus::is_lost() && !matches!(undo, Undo::Cleared(..)) {
        return;
    }
    let (nearest, otherwise) = match undo {
        Undo::Cleared(_, practice, _) => (["input[name='", practice.as_str(), "']"].concat(), "h1"),
        Undo::Deleted(records) => {
            let first = records.first().map(|record| record.id().to_string()).unwrap_or_default();
            (["[data-assessment='", &first, "'] a"].concat(), "h1")
        }
        Undo::Opened(..) => ("#opened".to_owned(), "h1"),
        Undo::Taken(_, actions) => {
            let practice = actions.first().map_or("", |action| action.as_str());
            (["[data-take='", practice, "']"].concat(), "h1")
        }
        Undo::Removed(_, action, _) => (["[data-action='", action.as_str(), "'] summary"].concat(), "h1"),
        Undo::TakenFromRound(_, part) => (["[data-round='", &part.round.0.to_string(), "'] a"].concat(), "h1"),
        Undo::SetAside(_, practice) => (["section [data-advice='", practice.as_str(), "'] summary"].concat(), "#start"),
    };
    if !focus::on(&nearest) {
        focus::on(otherwise);
    }
}
