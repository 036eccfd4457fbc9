//! How someone reads follows from the state: size, keys.

use content::Text;
use yew::prelude::*;

use crate::{
    browser::{focus, hash, keys, reading, screen, speech},
    keys::Shortcut,
    reading::Reading,
    route::Route,
    state::{Action, State},
    view::Dispatch,
};

/// What the user chooses about reading is on the page at once, and kept.
#[hook]
pub fn use_reading(reading: Reading) {
    let last = use_mut_ref(|| reading);
    use_effect_with(reading, move |reading| {
        if last.replace(*reading) != *reading {
            reading::choose(*reading);
        }
    });
}

/// Single keys do something, unless they are turned off.
#[hook]
pub fn use_shortcuts(off: bool) {
    use_effect_with(off, |off| {
        let listener = if *off { None } else { keys::on_shortcut(act) };
        move || drop(listener)
    });
}

/// Whether there is a voice for the language; some browsers know only after a while.
#[hook]
pub fn use_voices(language: &Text, dispatch: &Dispatch) {
    let dispatch = dispatch.clone();
    use_effect_with(language.clone(), move |language| {
        let look = {
            let language = language.clone();
            move || dispatch.dispatch(Action::Voices(speech::voices(&language)))
        };
        look();
        let listener = speech::on_voices(look);
        move || drop(listener)
    });
}

/// What is to be read aloud is read, until it ends, is stopped, or the page is left.
#[hook]
pub fn use_reading_aloud(state: &State, dispatch: &Dispatch) {
    let (language, dispatch) = (state.library.ask.language.clone(), dispatch.clone());
    use_effect_with(state.aloud.clone(), move |part| {
        let leaving = part.clone().map(|part| {
            let ended = {
                let (dispatch, part) = (dispatch.clone(), part.clone());
                move || dispatch.dispatch(Action::ReadOut(part.clone()))
            };
            speech::read(&part, &language, ended);
            screen::on_leave(move || dispatch.dispatch(Action::Aloud(None)))
        });
        move || {
            speech::stop();
            drop(leaving);
        }
    });
}

fn act(shortcut: Shortcut) -> bool {
    match shortcut {
        Shortcut::Answer(place) => keys::answer(place),
        Shortcut::Next => keys::go_on(true),
        Shortcut::Previous => keys::go_on(false),
        Shortcut::Help => {
            hash::go(&Route::Help);
            true
        }
        Shortcut::Search => {
            if !focus::on(SEARCH_FIELD) {
                focus::next_on(SEARCH_FIELD);
                hash::go(&Route::learn("search"));
            }
            true
        }
    }
}

/// On the pages under 'Learn' that have one.
const SEARCH_FIELD: &str = "#search";
