//! An address that leads nowhere: says so, and leads back.

use content::{DeviceWord, Word};
use yew::prelude::*;

use crate::{
    components::heading,
    route::Route,
    view::{View, attr},
};

pub fn page(view: &View<'_>) -> Html {
    let device = view.library().device();
    let gone = device.filter(|_| view.state.gone).map(|device| attr(&device.words.get(DeviceWord::DeletedElsewhere)));
    html! {
        <div class="page page--narrow" data-unknown="">
            { heading(view.word(Word::UnknownTitle), None) }
            <p>{ gone.unwrap_or_else(|| view.word(Word::UnknownText)) }</p>
            <p><a class="button" href={Route::Start.href()}>{ view.word(Word::UnknownBack) }</a></p>
        </div>
    }
}
