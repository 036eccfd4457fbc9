//! What goes on beside the pages, from the moment at which the second part of the module is here. What has to happen outside the
//! page follows from the state here, each in one place.

use assessment::{CandidateView, Keeping};
use content::DeviceWord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Device, idle, link, opening, reading, saving};
use crate::{
    behind::StateProps,
    browser::{
        announce, focus, keeping, near, offline, packs, screen,
        tabs::{self, Said},
    },
    route::Route,
    state::{Action, Library, State, Undo},
    view::Dispatch,
};

/// Draws nothing: its mark tells that everything is here, and what the device holds is known.
#[component]
pub fn Attendance(props: &StateProps) -> Html {
    let state = &props.state;
    let dispatch = state.dispatcher();
    let is_known = opening::use_store(&dispatch);
    let device = Device::current();
    use_leaving(&dispatch);
    use_rest_of_the_words(&state.library, &dispatch);
    use_pages_to_read(state, &dispatch);
    use_what_is_read(state);
    saving::use_saving(&state.records, device.opened(), &dispatch);
    use_choices(&state.keeping, &device);
    link::use_link(state, &dispatch);
    idle::use_idle_lock(state);
    reading::use_reading(state.reading);
    reading::use_shortcuts(state.reading.keys_off);
    reading::use_voices(&state.library.ask.language, &dispatch);
    reading::use_reading_aloud(state, &dispatch);
    use_announcements(state);
    use_promise(&dispatch);
    use_offline(state, &dispatch);
    html! { if is_known { <div hidden=true data-attended=""></div> } }
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
