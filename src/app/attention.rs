//! Where the focus goes when a step was done, or something is wrong in a form.

use content::Word;
use yew::prelude::*;

use crate::{browser::focus, errand::Errand, route::Route, state::State};

/// What comes of a step on the page 'On this device' has the focus; going elsewhere ends what was begun there.
#[hook]
pub fn use_errand(errand: &UseStateHandle<Errand>, route: &Route) {
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
pub fn use_faults(state: &State) {
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
