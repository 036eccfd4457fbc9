//! Choosing a passphrase, typed twice; and asking for one.
//!
//! Accessibility: labels, the hint and the fault describe the field, and the fields can be shown as text. What is typed
//! stays in the field until it is needed: it never becomes a part of the state.

use content::DeviceWord;
use yew::prelude::*;

use super::DevicePage;
use crate::{
    browser::{field, focus},
    components::fault_summary,
};

/// The shortest passphrase, in characters.
const SHORTEST: usize = 12;

/// What was typed twice, if it will do; else what is wrong with it.
pub(super) fn chosen() -> Result<String, DeviceWord> {
    let passphrase = field::value("passphrase");
    let fault = |fault| {
        // At once, and not with the next drawing: the same fault again changes nothing on the page.
        focus::on_faults();
        Err(fault)
    };
    if passphrase.chars().count() < SHORTEST {
        fault(DeviceWord::PassphraseShort)
    } else if passphrase != field::value("passphrase-again") {
        fault(DeviceWord::PassphraseDiffers)
    } else {
        Ok(passphrase)
    }
}

/// What was typed.
pub(super) fn given() -> String {
    field::value("passphrase")
}

fn faults(fault: Option<&str>) -> Vec<(&'static str, AttrValue)> {
    fault.map(|fault| ("passphrase", AttrValue::from(fault.to_owned()))).into_iter().collect()
}

impl DevicePage<'_> {
    /// Two fields to choose a passphrase in. `warning` says what happens when it is forgotten.
    pub(super) fn choose_passphrase(
        &self,
        fault: Option<DeviceWord>,
        warning: DeviceWord,
        submit: DeviceWord,
        onsubmit: Callback<SubmitEvent>,
        cancel: Callback<MouseEvent>,
    ) -> Html {
        let count = SHORTEST.to_string();
        let count = [("count", count.as_str())];
        let fault = fault.map(|fault| self.fill(fault, &count));
        html! {
            <form class="fields" {onsubmit}>
                { fault_summary(self.view, &faults(fault.as_deref())) }
                <p class="notice">{ self.word(warning) }</p>
                { self.field("passphrase", DeviceWord::PassphraseLabel, "passphrase-hint passphrase-fault", fault.is_some()) }
                <p class="hint" id="passphrase-hint">{ self.fill(DeviceWord::PassphraseHint, &count) }</p>
                { self.field("passphrase-again", DeviceWord::PassphraseAgain, "passphrase-fault", fault.is_some()) }
                { self.fault(fault) }
                { self.show() }
                <p class="device__row">
                    <button class="button" data-do="submit">{ self.word(submit) }</button>
                    { self.button("cancel", "button--quiet", DeviceWord::RemindLater, cancel) }
                </p>
            </form>
        }
    }

    /// One field to give a passphrase in.
    pub(super) fn ask_passphrase(
        &self,
        fault: Option<AttrValue>,
        submit: DeviceWord,
        onsubmit: Callback<SubmitEvent>,
    ) -> Html {
        html! {
            <form class="fields" {onsubmit}>
                { fault_summary(self.view, &faults(fault.as_deref())) }
                { self.field("passphrase", DeviceWord::PassphraseLabel, "passphrase-fault", fault.is_some()) }
                { self.fault(fault.map(|fault| fault.to_string())) }
                { self.show() }
                <p><button class="button" data-do="submit">{ self.word(submit) }</button></p>
            </form>
        }
    }

    fn field(&self, id: &'static str, label: DeviceWord, described: &'static str, wrong: bool) -> Html {
        html! {
            <p>
                <label for={id}>{ self.word(label) }</label>
                <input
                    {id}
                    type="password"
                    class="field"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby={described}
                    aria-invalid={wrong.then_some("true")}
                />
            </p>
        }
    }

    fn fault(&self, fault: Option<String>) -> Html {
        html! { <p id="passphrase-fault" class="error">{ fault }</p> }
    }

    fn show(&self) -> Html {
        html! {
            <label class="check">
                <input type="checkbox" data-show="" onchange={|event: Event| field::show_passphrase(&event)} />
                <span>{ self.word(DeviceWord::PassphraseShow) }</span>
            </label>
        }
    }
}
