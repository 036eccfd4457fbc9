//! The way to a page under 'Learn' that says more.

use content::Word;
use yew::prelude::*;

use crate::{route::Route, view::View};

/// A link to the page at a path behind `#/learn/`, named by what it is about.
pub fn read_more(view: &View<'_>, path: &str, title: AttrValue) -> Html {
    html! {
        <p class="read-more">
            { view.word(Word::LearnMore) }{ " " }
            <a href={Route::learn(path).href()}>{ title }</a>
        </p>
    }
}
