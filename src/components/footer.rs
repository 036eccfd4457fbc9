//! The bottom of every page: the promise, once more, and whom one can reach.

use content::{Contact, Word};
use yew::prelude::*;

use crate::{
    route::Route,
    view::{View, attr},
};

/// The footer.
pub fn footer(view: &View<'_>) -> Html {
    html! {
        <footer class="footer">
            <p>{ view.word(Word::FooterPromise) }</p>
            <p><a href={Route::Device.href()}>{ view.word(Word::DeviceLink) }</a></p>
            <p><a href={Route::About.href()}>{ view.word(Word::AboutTitle) }</a></p>
            <p><a href={Route::learn("accessibility").href()}>{ view.word(Word::FooterAccessibility) }</a></p>
            if let Some(contact) = &view.ask().contact {
                <p class="footer__contact">{ reach(contact) }</p>
            }
        </footer>
    }
}

/// Who can be reached, and how.
pub fn reach(contact: &Contact) -> Html {
    html! {
        <>
            <span>{ attr(&contact.name) }</span>
            if let Some(mail) = &contact.mail {
                <a href={["mailto:", mail].concat()}>{ attr(mail) }</a>
            }
            if let Some(web) = &contact.web {
                <a href={attr(web)} rel="noopener">{ attr(web) }</a>
            }
        </>
    }
}
