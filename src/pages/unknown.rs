//! An address that leads nowhere: says so, and leads back.

use content::Word;
use yew::prelude::*;

use crate::{components::Heading, route::Route, state::Library};

#[component]
pub fn UnknownPage() -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    html! {
        <div class="page page--narrow">
            <Heading title={word(Word::UnknownTitle)} />
            <p>{ word(Word::UnknownText) }</p>
            <p><a class="button" href={Route::Start.href()}>{ word(Word::UnknownBack) }</a></p>
        </div>
    }
}
