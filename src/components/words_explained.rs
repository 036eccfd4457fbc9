//! The difficult words of a page, explained at its end: nothing that one reads moves for it, and nothing of it stands in an answer.
//!
//! Accessibility: a native `details`; each word leads to its place among all of them. Who wants them always open says so on
//! the help page.

use content::{HelpWord, Text};
use yew::prelude::*;

use crate::{
    explained::explained,
    route::Route,
    state::{Action, Look},
    view::{View, attr},
};

/// The words explained that stand in the texts of a page. The explanations are fetched when they are first unfolded.
pub fn words_explained(view: &View<'_>, texts: impl FnOnce() -> Vec<Text>) -> Html {
    let Some(words) = view.library().help() else { return Html::default() };
    let state = view.state;
    let look = state.look.clone();
    let ask = view.press(move |dispatch| dispatch.dispatch(Action::Look(Look { words: true, ..look.clone() })));
    let body = match &state.library.learn {
        // Nobody looks yet.
        _ if !state.looks_up() => Html::default(),
        None => view.still_loading(),
        Some(learn) => {
            let terms = explained(&learn.terms, &texts());
            html! {
                if terms.is_empty() {
                    <p>{ attr(&words.get(HelpWord::WordsNone)) }</p>
                } else {
                    <dl class="explained">
                        for term in terms {
                            <dt><a href={Route::learn(&["glossary/", &term.id].concat()).href()}>{ attr(&term.term) }</a></dt>
                            <dd>{ attr(&term.text) }</dd>
                        }
                    </dl>
                }
            }
        }
    };
    html! {
        <details class="aside-item" data-words-explained="" open={state.reading.easy_words}>
            <summary onclick={ask}>{ attr(&words.get(HelpWord::WordsTitle)) }</summary>
            { body }
        </details>
    }
}
