//! The lock: putting it on, opening it, taking it off.

use content::DeviceWord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{DevicePage, passphrase};
use crate::{
    app::Device,
    browser::{
        clock, keeping, screen,
        store::{Contents, LockFailed, Opened},
        tabs::{self, Said},
    },
    components::{
        heading,
        markup::{folded, lead, paragraph},
    },
    errand::{Errand, Part},
    kept::Lock,
    state::{Action, Saving},
    view::attr,
};

impl DevicePage<'_> {
    pub(super) fn lock(&self) -> Html {
        if !keeping::can_encrypt() {
            return self.hint(DeviceWord::CryptoMissing);
        }
        let on = self.view.state.lock == Lock::Open;
        html! {
            <>
                { paragraph(self.word(DeviceWord::LockLead)) }
                if on {
                    <p data-locked=""><strong>{ self.word(DeviceWord::LockIsOn) }</strong></p>
                    { self.idle_choice() }
                    <p class="device__row">
                        { self.button("lock-now", "button", DeviceWord::LockNow, self.lock_now()) }
                        { self.button("lock-off", "button--quiet", DeviceWord::LockOff, self.lock_off()) }
                    </p>
                } else {
                    <p>{ self.button("lock-on", "button button--second", DeviceWord::LockOn, self.begin_lock()) }</p>
                }
                { self.errand(Part::Lock, self.lock_errand()) }
            </>
        }
    }

    /// A lock closes only over what is kept: anything else would be gone behind it.
    fn is_kept(&self) -> bool {
        matches!(self.view.state.saving, Saving::Rest | Saving::Saved)
    }

    fn not_saved(&self) -> Callback<MouseEvent> {
        self.turn_to(Errand::Said(Part::Lock, self.word(DeviceWord::LockNotSaved).to_string()))
    }

    fn begin_lock(&self) -> Callback<MouseEvent> {
        if self.is_kept() { self.turn_to(Errand::ChoosePassphrase(Part::Lock, None)) } else { self.not_saved() }
    }

    fn lock_now(&self) -> Callback<MouseEvent> {
        if self.is_kept() { Callback::from(|_| screen::reload()) } else { self.not_saved() }
    }

    fn lock_errand(&self) -> Html {
        let Errand::ChoosePassphrase(Part::Lock, fault) = &**self.view.errand else { return html! {} };
        let (errand, dispatch) = (self.view.errand.clone(), self.view.dispatch.clone());
        let store = self.view.device.store().cloned();
        let done = self.word(DeviceWord::LockIsOn).to_string();
        let failed = self.word(DeviceWord::ModuleFailed).to_string();
        let onsubmit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(store) = store.clone() else { return };
            let passphrase = match passphrase::chosen() {
                Ok(passphrase) => passphrase,
                Err(fault) => return errand.set(Errand::ChoosePassphrase(Part::Lock, Some(fault))),
            };
            let (errand, dispatch, done, failed) = (errand.clone(), dispatch.clone(), done.clone(), failed.clone());
            errand.set(Errand::Working(Part::Lock));
            spawn_local(async move {
                let said = match store.lock(&passphrase).await {
                    Ok(()) => {
                        dispatch.dispatch(Action::Lock(Lock::Open));
                        tabs::say(&Said::Turned);
                        done
                    }
                    Err(_) => failed,
                };
                errand.set(Errand::Said(Part::Lock, said));
            });
        });
        let (forgotten, submit) = (DeviceWord::LockForgotten, DeviceWord::LockOn);
        self.choose_passphrase(*fault, forgotten, submit, onsubmit, self.turn_to(Errand::Nothing))
    }

    fn lock_off(&self) -> Callback<MouseEvent> {
        let (errand, dispatch) = (self.view.errand.clone(), self.view.dispatch.clone());
        let store = self.view.device.store().cloned();
        let done = self.word(DeviceWord::LockIsOff).to_string();
        let failed = self.word(DeviceWord::ModuleFailed).to_string();
        Callback::from(move |_| {
            let Some(store) = store.clone() else { return };
            let (errand, dispatch, done, failed) = (errand.clone(), dispatch.clone(), done.clone(), failed.clone());
            errand.set(Errand::Working(Part::Lock));
            spawn_local(async move {
                let said = match store.remove_lock().await {
                    Ok(()) => {
                        dispatch.dispatch(Action::Lock(Lock::None));
                        tabs::say(&Said::Turned);
                        done
                    }
                    Err(_) => failed,
                };
                errand.set(Errand::Said(Part::Lock, said));
            });
        })
    }

    /// In place of every page, as long as the lock is closed.
    pub(super) fn unlock(&self) -> Html {
        let wrong = matches!(&**self.view.errand, Errand::Said(Part::Lock, _));
        let busy = matches!(&**self.view.errand, Errand::Working(_));
        let fault = match &**self.view.errand {
            Errand::Said(Part::Lock, text) => Some(AttrValue::from(text.clone())),
            _ => None,
        };
        let (errand, dispatch, device) =
            (self.view.errand.clone(), self.view.dispatch.clone(), self.view.device.clone());
        let (wrong_words, failed) =
            (self.word(DeviceWord::UnlockWrong).to_string(), self.word(DeviceWord::ModuleFailed).to_string());
        let onsubmit = Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Device::Locked(store) = &*device else { return };
            let (store, errand, dispatch, device) = (store.clone(), errand.clone(), dispatch.clone(), device.clone());
            let (wrong_words, failed) = (wrong_words.clone(), failed.clone());
            let passphrase = passphrase::given();
            errand.set(Errand::Working(Part::Lock));
            spawn_local(async move {
                let said = match store.unlock(&passphrase).await {
                    Ok(()) => match store.read(clock::now()).await {
                        Ok(Contents::Open(kept)) => {
                            device.set(Device::Open(Opened { store, kept: kept.clone() }));
                            dispatch.dispatch(Action::Opened(kept));
                            return errand.set(Errand::Nothing);
                        }
                        Ok(Contents::Locked) | Err(_) => failed,
                    },
                    Err(LockFailed::WrongPassphrase) => wrong_words,
                    Err(LockFailed::NotPossible) => failed,
                };
                errand.set(Errand::Said(Part::Lock, said));
            });
        });
        html! {
            <div data-unlock="" data-wrong={wrong.then_some("")}>
                { heading(self.word(DeviceWord::UnlockTitle), None) }
                { lead(self.word(DeviceWord::UnlockLead)) }
                { self.ask_passphrase(fault, DeviceWord::UnlockButton, onsubmit) }
                <p role="status">{ if busy { self.word(DeviceWord::Working) } else { AttrValue::default() } }</p>
                { folded("aside-item", html! { { self.word(DeviceWord::UnlockForgotten) } }, false, html! {
                    <>
                        { paragraph(attr(&self.words.words.get(DeviceWord::UnlockForgottenText))) }
                        { self.wipe() }
                    </>
                }) }
            </div>
        }
    }
}
