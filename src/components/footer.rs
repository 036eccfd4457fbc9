//! The bottom of every page: the promise, once more, and whom one can reach.

use content::{Contact, Word};
use yew::prelude::*;

use super::markup::{paragraph, way};
use crate::{
    route::Route,
    view::{View, attr},
};

/// The footer.
pub fn footer(view: &View<'_>) -> Html {
    html! {
        <footer class="footer">
            { paragraph(view.word(Word::FooterPromise)) }
            { way(&Route::Device, view.word(Word::DeviceLink)) }
            { way(&Route::About, view.word(Word::AboutTitle)) }
            { way(&Route::learn("accessibility"), view.word(Word::FooterAccessibility)) }
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
