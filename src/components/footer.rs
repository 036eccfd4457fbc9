//! The bottom of every page: the promise, once more.

use content::Word;
use yew::prelude::*;

use crate::{route::Route, view::View};

/// The footer.
pub fn footer(view: &View<'_>) -> Html {
    html! {
        <footer class="footer">
            <p>{ view.word(Word::FooterPromise) }</p>
            <p><a href={Route::Device.href()}>{ view.word(Word::DeviceLink) }</a></p>
            <p><a href={Route::About.href()}>{ view.word(Word::AboutTitle) }</a></p>
        </footer>
    }
}
