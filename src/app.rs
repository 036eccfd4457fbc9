//! Puts state, pages and browser together: what the user does goes in as an action, and everything that has to happen
//! outside the page follows from the state here, each in one place.

use std::{collections::BTreeMap, rc::Rc};

use assessment::{AssessmentId, save::Assessment};
use content::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        announce, hash, language, packs,
        store::{Kept, Store},
    },
    components::{Footer, Header, Toast},
    pages::{AboutPage, GuidancePage, QuestionsPage, SituationPage, StartPage, TopicsPage, UnknownPage},
    route::{Page, Route},
    state::{Action, Library, Saving, State, Undo},
};

/// Hands actions to the state. In a context of its own, so that what only acts is not drawn again.
pub type Dispatch = UseReducerDispatcher<State>;

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
        })
    };
    let dispatch = state.dispatcher();
    use_address(&dispatch);
    use_rest_of_the_words(&state.library, &dispatch);
    use_saving(&state.assessments, props.store.clone(), &dispatch);
    use_announcements(&state);

    html! {
        <ContextProvider<Dispatch> context={dispatch}>
            <ContextProvider<Library> context={state.library.clone()}>
                <Header route={state.route.clone()} saving={state.saving} silent={state.silent} />
                <main id="main" tabindex="-1">{ page(&state) }</main>
                <Footer />
                <Toast undo={state.undo.clone()} />
            </ContextProvider<Library>>
        </ContextProvider<Dispatch>>
    }
}

/// Every page is keyed by its address, so that a new one starts afresh: its heading takes the focus.
fn page(state: &State) -> Html {
    let key = state.route.href();
    match &state.route {
        Route::Start => html! {
            <StartPage {key} assessments={Rc::new(state.assessments.clone())} unreadable={state.unreadable} />
        },
        Route::Topics => html! { <TopicsPage {key} /> },
        Route::About => html! { <AboutPage {key} /> },
        Route::Unknown => html! { <UnknownPage {key} /> },
        Route::Assessment(id, page) => match (state.assessment(id).cloned(), page) {
            (Some(assessment), Page::Situation) => html! { <SituationPage {key} {assessment} /> },
            (Some(assessment), Page::Guidance) => html! { <GuidancePage {key} {assessment} /> },
            (Some(assessment), Page::Questions(condition)) => {
                match state.library.ask.instrument.condition(condition) {
                    Some(_) => html! { <QuestionsPage {key} {assessment} condition={condition.clone()} /> },
                    None => html! { <UnknownPage {key} /> },
                }
            }
            (None, _) => html! { <UnknownPage {key} /> },
        },
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
            if let Ok((advise, examples)) = packs::rest(&code).await {
                dispatch.dispatch(Action::Learned(advise, examples));
            }
        });
    });
}

/// Whatever differs from what was kept last is kept, in the order in which it changed.
#[hook]
fn use_saving(assessments: &BTreeMap<AssessmentId, Rc<Assessment>>, store: Option<Store>, dispatch: &Dispatch) {
    let last = use_mut_ref(|| assessments.clone());
    let waiting = use_mut_ref(|| 0_u32);
    let dispatch = dispatch.clone();
    use_effect_with(assessments.clone(), move |now| {
        let before = last.replace(now.clone());
        let changed: Vec<Rc<Assessment>> = now
            .values()
            .filter(|assessment| before.get(&assessment.id).is_none_or(|old| !Rc::ptr_eq(old, assessment)))
            .cloned()
            .collect();
        let gone: Vec<AssessmentId> = before.keys().filter(|id| !now.contains_key(*id)).cloned().collect();
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

/// What changes without taking the focus is told once to those who cannot see it.
#[hook]
fn use_announcements(state: &State) {
    let ask = state.library.ask.clone();
    use_effect_with(state.undo.clone(), {
        let ask = ask.clone();
        move |undo| match undo {
            Some(Undo::Cleared(..)) => announce::say(&ask.words.get(Word::UndoCleared)),
            Some(Undo::Deleted(_)) => announce::say(&ask.words.get(Word::UndoDeleted)),
            None => {}
        }
    });
    use_effect_with((state.saving, state.silent), move |(saving, silent)| {
        if *saving == Saving::Failed {
            announce::say(&ask.words.get(Word::SavingFailed));
        }
        if *silent {
            announce::say(&ask.words.get(Word::LanguageFailed));
        }
    });
}

/// Fetches the words of another language, and speaks it once they are here.
pub fn speak(code: String, dispatch: Dispatch) {
    spawn_local(async move {
        match packs::ask(&code).await {
            Ok(ask) => {
                language::choose(&code);
                dispatch.dispatch(Action::Speak(Library { ask, advise: None, examples: None }));
            }
            Err(_) => dispatch.dispatch(Action::Silent),
        }
    });
}
