//! What is wrong in a form, above its fields, each with the way to its field; as GOV.UK's design system does it.
//!
//! Accessibility: it has the focus as soon as it is there (`browser::focus`), the tab says that there is a fault, and
//! the words are those beside the field.

use content::DeviceWord;
use yew::prelude::*;

use crate::{
    browser::focus,
    view::{View, attr},
};

/// The summary; nothing if nothing is wrong. Each fault with the id of its field.
pub fn fault_summary(view: &View<'_>, faults: &[(&'static str, AttrValue)]) -> Html {
    let Some(device) = view.library().device().filter(|_| !faults.is_empty()) else { return Html::default() };
    let word = |word| attr(&device.words.get(word));
    html! {
        <div class="faults" tabindex="-1" data-faults={word(DeviceWord::FaultsTab)} aria-labelledby="faults">
            <h2 id="faults" class="faults__title">{ word(DeviceWord::FaultsTitle) }</h2>
            <ul>
                for (field, fault) in faults {
                    <li><a href={["#", field].concat()} onclick={to_field(field)}>{ fault.clone() }</a></li>
                }
            </ul>
        </div>
    }
}

/// A plain `#id` would be taken for the address of a page.
fn to_field(field: &'static str) -> impl Fn(MouseEvent) {
    move |event| {
        event.prevent_default();
        focus::on(&["#", field].concat());
    }
}
