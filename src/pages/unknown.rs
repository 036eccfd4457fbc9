//! An address that leads nowhere: says so, and leads back.

use content::Word;
use yew::prelude::*;

use crate::{components::heading, route::Route, view::View};

pub fn page(view: &View<'_>) -> Html {
    html! {
        <div class="page page--narrow" data-unknown="">
            { heading(view.word(Word::UnknownTitle), None) }
            <p>{ view.word(Word::UnknownText) }</p>
            <p><a class="button" href={Route::Start.href()}>{ view.word(Word::UnknownBack) }</a></p>
        </div>
    }
}
