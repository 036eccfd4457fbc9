//! A locked device asks for the passphrase again when nobody has used it for a while.

use yew::prelude::*;

use crate::{
    browser::{idle, screen},
    kept::Lock,
    state::{Saving, State},
};

/// Loads the page anew after the chosen time: then nothing of what was open is left in memory. Never while something
/// is not kept yet.
#[hook]
pub fn use_idle_lock(state: &State) {
    let kept = matches!(state.saving, Saving::Rest | Saving::Saved);
    let minutes = state.keeping.idle_minutes.filter(|_| state.lock == Lock::Open && kept);
    use_effect_with(minutes, |minutes| {
        let watch = minutes.map(|minutes| idle::after(u32::from(minutes), screen::reload));
        move || drop(watch)
    });
}
