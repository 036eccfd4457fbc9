//! How someone reads follows from the state: size, keys.

use yew::prelude::*;

use crate::{
    browser::{focus, hash, keys, reading},
    keys::Shortcut,
    reading::Reading,
    route::Route,
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
                hash::go_to(SEARCH);
            }
            true
        }
    }
}

const SEARCH: &str = "#/learn/search";
const SEARCH_FIELD: &str = "#search";
