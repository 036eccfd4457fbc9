//! Search in what there is to read: results follow what is typed. What is sought leaves the page nowhere: the annex
//! searches, on this device.
//!
//! Accessibility: a search landmark; how much was found is said in a live region that is always there.

use content::{LearnWord, Shelf};
use search::Entry;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Reader;
use crate::{
    browser::{annex, field, hash},
    components::{
        heading,
        markup::{hint, paragraph},
    },
    findable::{Findable, findables},
    route::Route,
    state::{Action, Found, Library, Look},
    view::{Dispatch, attr},
};

/// More than this nobody reads: another word helps more.
const MOST: usize = 20;

impl Reader<'_> {
    pub(super) fn search_page(&self) -> Html {
        let found = self.found();
        html! {
            <div class="page page--narrow learn">
                { self.way_back(Shelf::Page) }
                { heading(self.word(LearnWord::SearchTitle), None) }
                { self.search_form() }
                <p class="learn__count" role="status">{ self.count(found.len()) }</p>
                <ol class="learn__list learn__found">
                    for one in found.into_iter().take(MOST) {
                        <li>
                            <a href={one.route().href()}>{ attr(one.title()) }</a>
                            <span class="hint">{ " " }{ self.word(one.kind()) }</span>
                            { paragraph(attr(&one.line())) }
                        </li>
                    }
                </ol>
            </div>
        }
    }

    /// The field. On the search page, results follow it; elsewhere, it leads there.
    pub(super) fn search_form(&self) -> Html {
        let look = &self.view.state.look;
        let (dispatch, library, now) = (self.view.dispatch.clone(), self.view.library().clone(), look.clone());
        let oninput = move |event: InputEvent| seek(&dispatch, &library, &now, field::text(&event));
        let (dispatch, library, now) = (self.view.dispatch.clone(), self.view.library().clone(), look.clone());
        let onsubmit = move |event: SubmitEvent| {
            event.prevent_default();
            // Again after a failure, and in another language.
            seek(&dispatch, &library, &now, now.sought.clone());
            hash::go(&Route::learn("search"));
        };
        html! {
            <form class="learn__search" role="search" {onsubmit}>
                <label for="search">{ self.word(LearnWord::SearchLabel) }</label>
                <p class="learn__field">
                    <input id="search" class="field" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" value={look.sought.clone()} {oninput} />
                    <button class="button button--second">{ self.word(LearnWord::SearchDo) }</button>
                </p>
                <div id="search-hint">{ hint(self.word(LearnWord::SearchHint)) }</div>
            </form>
        }
    }

    fn found(&self) -> Vec<Findable<'_>> {
        let Found::Places(places) = &self.view.state.look.found else { return Vec::new() };
        let all = findables(self.view.ask(), self.advise, self.learn);
        places.iter().filter_map(|&place| all.get(place).copied()).collect()
    }

    fn count(&self, count: usize) -> AttrValue {
        let look = &self.view.state.look;
        match &look.found {
            Found::Failed => self.word(LearnWord::SearchFailed),
            Found::Nothing => AttrValue::default(),
            Found::Places(_) if look.sought.trim().is_empty() => AttrValue::default(),
            Found::Places(_) => match count {
                0 => self.word(LearnWord::SearchNone),
                1 => self.word(LearnWord::SearchOne),
                more => self.learn.words.fill(LearnWord::SearchCount, &[("count", &more.to_string())]).into(),
            },
        }
    }
}

/// Looks for what was typed.
fn seek(dispatch: &Dispatch, library: &Library, look: &Look, words: String) {
    dispatch.dispatch(Action::Look(Look { sought: words.clone(), ..look.clone() }));
    let (dispatch, library) = (dispatch.clone(), library.clone());
    spawn_local(async move {
        let annex = annex::with_texts(&library.ask.language, || entries(&library)).await;
        dispatch.dispatch(Action::Found(words.clone(), annex.ok().map(|annex| annex.find(&words))));
    });
}

fn entries(library: &Library) -> Vec<Entry> {
    let (Some(learn), Some(advise)) = (&library.learn, library.advise()) else { return Vec::new() };
    findables(&library.ask, advise, learn).into_iter().map(Findable::entry).collect()
}
