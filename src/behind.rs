//! What is in the second part of the module (see [`parts`](crate::parts)).

use yew::prelude::*;

use crate::{
    app::{Attendance, find, use_errand, use_faults},
    browser::{screen, site},
    components::{
        aloud_button,
        practice::{self, AsideProps, Example, PracticeNote, PracticeNoteProps, Why},
        speak, toast,
    },
    errand::{Errand, Errands},
    pages,
    parts::Behind,
    state::State,
    view::View,
};

/// All of it.
pub static BEHIND: Behind = Behind {
    find: || Box::pin(find()),
    attend: |state| html! { <Attendance state={state.clone()} /> },
    page: |view| html! { <BehindPage state={view.handle.clone()} /> },
    reduce: State::reduce_behind,
    change: State::change_behind,
    undo: State::undo,
    speak,
    toast,
    start: |view| html! { <BehindStart state={view.handle.clone()} /> },
    below: pages::below_questions,
    why: |props| html! { <Why ..AsideProps::from(props) /> },
    example: |props| html! { <Example ..AsideProps::from(props) /> },
    note: |props| html! { <PracticeNote ..PracticeNoteProps::from(props) /> },
    aloud: |props| aloud_button(&props.library, &props.dispatch, props.aloud, &practice::read_aloud(&props.practice)),
};

/// The state of the app, for what is drawn and done behind the first pages.
#[derive(Clone, Properties)]
pub struct StateProps {
    /// It always gives the latest.
    pub state: UseReducerHandle<State>,
}

impl PartialEq for StateProps {
    fn eq(&self, _: &Self) -> bool {
        // The frame draws only when something changed, and what was before cannot be asked any more.
        false
    }
}

/// A page behind the first ones. A component, because what the user is doing there is a state of its own.
#[component]
fn BehindPage(props: &StateProps) -> Html {
    draw(&props.state, &use_errands(&props.state), pages::behind)
}

/// What comes behind the start page, within it.
#[component]
fn BehindStart(props: &StateProps) -> Html {
    draw(&props.state, &use_errands(&props.state), pages::behind_start)
}

/// What the user does in a page.
#[hook]
fn use_errands(state: &UseReducerHandle<State>) -> Errands {
    let errand = use_state_eq(Errand::default);
    use_errand(&errand, &state.route);
    use_faults(state);
    Errands::of(&errand)
}

fn draw(state: &UseReducerHandle<State>, errand: &Errands, page: fn(&View<'_>) -> Html) -> Html {
    page(&View {
        handle: state,
        state,
        dispatch: &state.dispatcher(),
        wide: screen::is_wide(state.reading.size),
        from_disk: site::is_file(),
        languages: &[],
        errand,
    })
}
