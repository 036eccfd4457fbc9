//! A line that is written and then added to a list: an own step, a workplace.
//!
//! Accessibility: what is missing is said above the form and beside the field.

use yew::prelude::*;

use super::{WrittenField, fault_summary};
use crate::{
    browser::focus,
    state::{Action, Look},
    view::{Dispatch, View},
};

/// What the field and its button are called.
pub struct AddLine {
    /// The id of the field.
    pub id: &'static str,
    /// What the button does, for the page's markup.
    pub button: &'static str,
    pub label: AttrValue,
    pub hint: AttrValue,
    /// Said when there are no words yet.
    pub missing: AttrValue,
    pub add: AttrValue,
    /// The most characters.
    pub longest: usize,
}

impl AddLine {
    /// The form; `add` gets a line that is not empty. What is being written is in the look of the page.
    pub fn form(self, view: &View<'_>, add: impl Fn(&Dispatch, String) + 'static) -> Html {
        let (dispatch, look, id) = (view.dispatch.clone(), view.state.look.clone(), self.id);
        let onsubmit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let line = one_line(&look.own);
            let missing = line.is_empty();
            let own = if missing { look.own.clone() } else { String::new() };
            dispatch.dispatch(Action::Look(Look { own, missing, ..look.clone() }));
            if missing {
                focus::on_faults();
            } else {
                focus::on(&["#", id].concat());
                add(&dispatch, line);
            }
        });
        let (dispatch, look) = (view.dispatch.clone(), view.state.look.clone());
        let on_text = Callback::from(move |own| {
            dispatch.dispatch(Action::Look(Look { own, missing: false, ..look.clone() }));
        });
        let look = &view.state.look;
        let faults: Vec<_> = look.missing.then(|| (id, self.missing.clone())).into_iter().collect();
        html! {
            <form class="fields" {onsubmit}>
                { fault_summary(view, &faults) }
                <WrittenField
                    library={view.library().clone()}
                    {id}
                    label={self.label}
                    hint={self.hint}
                    text={look.own.clone()}
                    longest={self.longest}
                    one_line=true
                    error={look.missing.then_some(self.missing)}
                    {on_text}
                />
                <p><button class="button" data-do={self.button}>{ self.add }</button></p>
            </form>
        }
    }
}

/// A title or a label as it is kept: without ends of lines.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
