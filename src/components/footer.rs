//! The bottom of every page: the promise, once more.

use content::Word;
use yew::prelude::*;

use crate::{route::Route, state::Library};

#[component]
pub fn Footer() -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <footer /> } };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    html! {
        <footer class="footer">
            <p>{ word(Word::FooterPromise) }</p>
            <p><a href={Route::About.href()}>{ word(Word::AboutTitle) }</a></p>
        </footer>
    }
}
