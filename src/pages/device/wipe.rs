//! Wiping the device: final, so it is asked once, with the backup offered first.
//!
//! Accessibility: a native modal `dialog` holds the focus and gives it back; Escape means no.

use content::{DeviceWord, Word};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::DevicePage;
use crate::{
    app::Device,
    browser::{
        dialog, keeping, screen,
        tabs::{self, Said},
    },
    components::markup::paragraph,
    errand::{Errand, Part},
    kept::Lock,
    state::Action,
};

const DIALOG: &str = "#wipe-dialog";

impl DevicePage<'_> {
    pub(super) fn wipe(&self) -> Html {
        let close = Callback::from(|_| dialog::close(DIALOG));
        // Behind a closed lock there is nothing that could go into a backup.
        let readable = self.view.state.lock != Lock::Closed;
        html! {
            <>
                { paragraph(self.word(DeviceWord::WipeLead)) }
                <p>
                    { self.button("wipe", "button button--second", DeviceWord::WipeButton, Callback::from(|_| dialog::open(DIALOG))) }
                </p>
                { self.errand(Part::Wipe, html! {}) }
                <dialog id="wipe-dialog" class="dialog" aria-labelledby="wipe-title">
                    <h2 id="wipe-title">{ self.word(DeviceWord::WipeAskTitle) }</h2>
                    { paragraph(self.word(DeviceWord::WipeAskText)) }
                    <p class="device__row">
                        { self.button("wipe-no", "button", DeviceWord::WipeNo, close.clone()) }
                        if readable {
                            { self.button("wipe-backup", "button button--second", DeviceWord::WipeBackupFirst, self.backup_first()) }
                        }
                        { self.button("wipe-yes", "button button--second", DeviceWord::WipeYes, self.wipe_now()) }
                    </p>
                </dialog>
            </>
        }
    }

    fn backup_first(&self) -> Callback<MouseEvent> {
        let begin = self.begin(false);
        Callback::from(move |event| {
            dialog::close(DIALOG);
            begin.emit(event);
        })
    }

    fn wipe_now(&self) -> Callback<MouseEvent> {
        let (errand, dispatch) = (self.view.errand.clone(), self.view.dispatch.clone());
        let store = Device::current().store().cloned();
        Callback::from(move |_| {
            dialog::close(DIALOG);
            let Some(store) = store.clone() else { return };
            let (errand, dispatch) = (errand.clone(), dispatch.clone());
            spawn_local(async move {
                // First out of memory, so that nothing is written any more.
                dispatch.dispatch(Action::Wiped);
                errand.set(Errand::Working(Part::Wipe));
                let wiped = store.wipe().await;
                keeping::forget_the_rest().await;
                tabs::say(&Said::Turned);
                errand.set(match wiped {
                    Ok(()) => Errand::Nothing,
                    Err(_) => Errand::Said(Part::Wipe, DeviceWord::WipeFailed.into()),
                });
            });
        })
    }

    /// After wiping: nothing is kept until the page is loaded anew.
    pub(super) fn wiped(&self) -> Html {
        let done = **self.view.errand == Errand::Nothing;
        html! {
            <>
                { self.errand(Part::Wipe, html! {}) }
                if done {
                    <p class="notice" data-wiped="">{ self.word(DeviceWord::WipeDone) }</p>
                }
                <p>
                    <button type="button" class="button" data-reload="" onclick={|_: MouseEvent| screen::start_anew()}>
                        { self.view.word(Word::Reload) }
                    </button>
                </p>
            </>
        }
    }
}
