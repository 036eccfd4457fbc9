//! The lock: putting it on, opening it, taking it off.

use content::DeviceWord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{DevicePage, passphrase};
use crate::{
    app::Device,
    browser::{
        clock, keeping, screen,
        store::{Contents, LockFailed, Opened, Store},
        tabs::{self, Said},
    },
    components::{
        heading,
        markup::{folded, lead, paragraph},
    },
    errand::{Errand, Errands, Part},
    kept::Lock,
    state::{Action, Saving},
    view::Dispatch,
};

/// What is needed to work the lock, once the words are chosen.
#[derive(Clone)]
struct Locking {
    store: Store,
    dispatch: Dispatch,
    errand: Errands,
}

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
                        { self.button("lock-off", "button--quiet", DeviceWord::LockOff, self.on_press(Locking::remove)) }
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
        self.turn_to(Errand::Said(Part::Lock, DeviceWord::LockNotSaved.into()))
    }

    fn begin_lock(&self) -> Callback<MouseEvent> {
        if self.is_kept() { self.turn_to(Errand::ChoosePassphrase(Part::Lock, None)) } else { self.not_saved() }
    }

    fn lock_now(&self) -> Callback<MouseEvent> {
        if !self.is_kept() {
            return self.not_saved();
        }
        Callback::from(|_| {
            // The other tabs are as open as this one. What they could not keep, they have told this one.
            tabs::say(&Said::Turned);
            screen::reload();
        })
    }

    fn lock_errand(&self) -> Html {
        let Errand::ChoosePassphrase(Part::Lock, fault) = &**self.view.errand else { return html! {} };
        let (forgotten, submit) = (DeviceWord::LockForgotten, DeviceWord::LockOn);
        let cancel = self.turn_to(Errand::Nothing);
        self.choose_passphrase(*fault, forgotten, submit, self.on_submit(Locking::put_on), cancel)
    }

    /// In place of every page, as long as the lock is closed.
    pub(super) fn unlock(&self) -> Html {
        let busy = matches!(&**self.view.errand, Errand::Working(_));
        let fault = match &**self.view.errand {
            Errand::Said(Part::Lock, said) => Some(AttrValue::from(self.sentence(said))),
            _ => None,
        };
        html! {
            <div data-unlock="" data-errand="" tabindex="-1">
                { heading(self.word(DeviceWord::UnlockTitle), None) }
                { lead(self.word(DeviceWord::UnlockLead)) }
                { self.ask_passphrase(fault, DeviceWord::UnlockButton, self.on_submit(Locking::open)) }
                <p role="status">{ if busy { self.word(DeviceWord::Working) } else { AttrValue::default() } }</p>
                { folded("aside-item", html! { { self.word(DeviceWord::UnlockForgotten) } }, false, html! {
                    <>
                        { paragraph(self.word(DeviceWord::UnlockForgottenText)) }
                        { self.wipe() }
                    </>
                }) }
            </div>
        }
    }

    fn locking(&self) -> Option<Locking> {
        Some(Locking {
            store: Device::current().store()?.clone(),
            dispatch: self.view.dispatch.clone(),
            errand: self.view.errand.clone(),
        })
    }

    fn on_submit(&self, act: fn(Locking)) -> Callback<SubmitEvent> {
        let locking = self.locking();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            locking.clone().map(act).unwrap_or_default();
        })
    }

    fn on_press(&self, act: fn(Locking)) -> Callback<MouseEvent> {
        let locking = self.locking();
        Callback::from(move |_| locking.clone().map(act).unwrap_or_default())
    }
}

impl Locking {
    /// Puts the lock on, with the passphrase that was typed.
    fn put_on(self) {
        let passphrase = match passphrase::chosen() {
            Ok(passphrase) => passphrase,
            Err(fault) => return self.errand.set(Errand::ChoosePassphrase(Part::Lock, Some(fault))),
        };
        self.errand.set(Errand::Working(Part::Lock));
        spawn_local(async move {
            match self.store.lock(&passphrase).await {
                Ok(()) => self.turn(Lock::Open, DeviceWord::LockIsOn),
                Err(failed) => self.say(word_for(failed)),
            }
        });
    }

    /// Takes the lock off.
    fn remove(self) {
        self.errand.set(Errand::Working(Part::Lock));
        spawn_local(async move {
            match self.store.remove_lock().await {
                Ok(()) => self.turn(Lock::None, DeviceWord::LockIsOff),
                Err(_) => self.say(DeviceWord::LockRefused),
            }
        });
    }

    /// After the store turned into another form.
    fn turn(&self, lock: Lock, word: DeviceWord) {
        self.dispatch.dispatch(Action::Lock(lock));
        tabs::say(&Said::Turned);
        self.say(word);
    }

    /// Opens the lock with the passphrase that was typed, and everything behind it.
    fn open(self) {
        let passphrase = passphrase::given();
        self.errand.set(Errand::Working(Part::Lock));
        spawn_local(async move {
            match self.store.unlock(&passphrase).await {
                Ok(()) => match self.store.read(clock::now()).await {
                    Ok(Contents::Open(kept)) => {
                        Device::Open(Opened { store: self.store, kept: kept.clone() }).become_current();
                        self.dispatch.dispatch(Action::Opened(kept));
                        self.errand.set(Errand::Nothing);
                    }
                    Ok(Contents::Locked) | Err(_) => self.say(DeviceWord::ModuleFailed),
                },
                Err(failed) => self.say(word_for(failed)),
            }
        });
    }

    fn say(&self, word: DeviceWord) {
        self.errand.set(Errand::Said(Part::Lock, word.into()));
    }
}

/// What is said when the lock did not do what it was told.
fn word_for(failed: LockFailed) -> DeviceWord {
    match failed {
        LockFailed::WrongPassphrase => DeviceWord::UnlockWrong,
        LockFailed::Damaged => DeviceWord::UnlockDamaged,
        LockFailed::Refused => DeviceWord::LockRefused,
        LockFailed::NotPossible => DeviceWord::ModuleFailed,
    }
}
