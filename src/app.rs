//! Puts state, pages and browser together: what the user does goes in as an action, and everything that has to happen
//! outside the page follows from the state here, each in one place.

use std::rc::Rc;

use assessment::{Assessment, AssessmentId, ById};
use content::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        announce, focus, hash, language, packs, screen,
        store::{Kept, Store},
    },
    components::{footer, header, toast},
    pages,
    route::Route,
    state::{Action, Library, Saving, State, Undo},
    view::{Dispatch, View},
};

/// What was there when the page was opened.
#[derive(Clone, Properties)]
pub struct AppProps {
    /// The words of the page's language.
    pub library: Library,
    /// The store, if this browser has one.
    pub store: Option<Store>,
    /// What it held.
    pub kept: Rc<Kept>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.kept, &other.kept)
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = {
        let props = props.clone();
        use_reducer(move || State {
            route: hash::route(),
            library: props.library,
            assessments: props.kept.assessments.iter().map(|kept| (kept.id.clone(), Rc::new(kept.clone()))).collect(),
            unreadable: props.kept.unreadable,
            saving: if props.store.is_some() { Saving::Rest } else { Saving::MemoryOnly },
            undo: None,
            silent: false,
            unfolded: false,
        })
    };
    let dispatch = state.dispatcher();
    use_address(&dispatch);
    use_arrival(&state);
    use_rest_of_the_words(&state.library, &dispatch);
    use_saving(&state.assessments, props.store.clone(), &dispatch);
    use_announcements(&state);

    let languages = use_memo((), |()| {
        let named = |code: String| (code.clone(), language::own_name(&code));
        packs::languages().into_iter().map(named).collect::<Vec<_>>()
    });
    let view = View { state: &state, dispatch: &dispatch, wide: screen::is_wide(), languages: &languages };
    html! {
        <>
            { header(&view) }
            // Keyed by its address, so that a new page starts afresh and nothing of the old one stays open.
            <main id="main" tabindex="-1" key={state.route.href()}>
                { pages::page(&view) }
                { toast(&view) }
            </main>
            { footer(&view) }
        </>
    }
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
    let last = use_mut_ref(|| None::<Route>);
    use_effect_with((state.route.clone(), state.library.ask.language.clone()), move |(route, _)| {
        focus::name_page(&site);
        let before = last.replace(Some(route.clone()));
        // The first page leaves the focus where the browser put it; another language leaves it where it was.
        if before.is_some_and(|before| before != *route) {
            focus::arrive();
        }
    });
}

/// Guidance and examples come behind the first page, and again with each language.
#[hook]
fn use_rest_of_the_words(library: &Library, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    let missing = library.advise.is_none().then(|| library.ask.language.clone());
    use_effect_with(missing, move |missing| {
        let missing = missing.clone();
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let Some(code) = missing else { return };
            dispatch.dispatch(match packs::rest(&code).await {
                Ok((advise, examples)) => Action::Learned(code, advise, examples),
                Err(_) => Action::Silent,
            });
        });
    });
}

/// Whatever differs from what was kept last is kept, in the order in which it changed.
#[hook]
fn use_saving(assessments: &ById<AssessmentId, Rc<Assessment>>, store: Option<Store>, dispatch: &Dispatch) {
    let last = use_mut_ref(|| assessments.clone());
    let waiting = use_mut_ref(|| 0_u32);
    let dispatch = dispatch.clone();
    use_effect_with(assessments.clone(), move |now| {
        let before = last.replace(now.clone());
        let changed: Vec<Rc<Assessment>> = now
            .iter()
            .filter(|(id, assessment)| before.get(id).is_none_or(|old| !Rc::ptr_eq(old, assessment)))
            .map(|(_, assessment)| assessment.clone())
            .collect();
        let gone: Vec<AssessmentId> =
            before.iter().map(|(id, _)| id).filter(|id| now.get(id).is_none()).cloned().collect();
        let Some(store) = store.filter(|_| !changed.is_empty() || !gone.is_empty()) else { return };
        *waiting.borrow_mut() += 1;
        dispatch.dispatch(Action::Stored(Saving::Busy));
        spawn_local(async move {
            let mut result = Ok(());
            for assessment in &changed {
                result = result.and(store.keep(assessment).await);
            }
            for id in &gone {
                result = result.and(store.delete(id).await);
            }
            *waiting.borrow_mut() -= 1;
            match result {
                Err(_) => dispatch.dispatch(Action::Stored(Saving::Failed)),
                // 'Saved' means all of it: while something newer is on its way, nothing is said.
                Ok(()) if *waiting.borrow() == 0 => dispatch.dispatch(Action::Stored(Saving::Saved)),
                Ok(()) => {}
            }
        });
    });
}

/// What changes without taking the focus is told once to those who cannot see it. Trouble with saving is told by its
/// own notice in the header.
#[hook]
fn use_announcements(state: &State) {
    let words = state.library.ask.clone();
    let last = use_mut_ref(|| None::<Undo>);
    use_effect_with(state.undo.clone(), move |undo| {
        let before = last.replace(undo.clone());
        match undo {
            Some(undo) => {
                announce::say(&words.words.get(undone_word(undo)));
                refocus(undo);
            }
            // Put back: the focus was on the button that did it.
            None => before.iter().filter(|_| focus::is_lost()).for_each(refocus),
        }
    });
}

fn undone_word(undo: &Undo) -> Word {
    match undo {
        Undo::Cleared(..) => Word::UndoCleared,
        Undo::Deleted(_) => Word::UndoDeleted,
        Undo::SetAside(..) => Word::UndoAside,
    }
}

/// When what was pressed is gone, the focus goes to what stands closest to it.
fn refocus(undo: &Undo) {
    // The question is drawn after this, so its button to clear may still be there.
    if !focus::is_lost() && !matches!(undo, Undo::Cleared(..)) {
        return;
    }
    let (nearest, otherwise) = match undo {
        Undo::Cleared(_, practice, _) => (["input[name='", practice.as_str(), "']"].concat(), "h1"),
        Undo::Deleted(assessment) => (["[data-assessment='", assessment.id.as_str(), "'] a"].concat(), "h1"),
        Undo::SetAside(_, practice) => (["section [data-advice='", practice.as_str(), "'] summary"].concat(), "#start"),
    };
    if !focus::on(&nearest) {
        focus::on(otherwise);
    }
}
