//! What is kept here, how large it is, and whether the browser keeps it.

use std::rc::Rc;

use assessment::{Keeping, Record, save};
use content::DeviceWord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{DevicePage, size};
use crate::{
    app::Device,
    browser::{clock, files, keeping},
    components::markup::{notice, paragraph},
    errand::{Errand, Part, Sentence},
    kept::SetAside,
    state::{Action, Saving},
};

impl DevicePage<'_> {
    pub(super) fn kept(&self) -> Html {
        let state = self.view.state;
        let kept: Vec<_> = state.assessments().filter(|kept| !kept.is_untouched()).collect();
        let size_of = |(_, record): (_, &Rc<Record>)| save::write(record).map_or(0, |bytes| bytes.len());
        let bytes = state.records.iter().map(size_of).sum();
        let about = match kept.len() {
            0 => self.word(DeviceWord::KeptNothing),
            count => self.count(DeviceWord::KeptOne, DeviceWord::KeptMore, count, &[("size", &size(bytes))]).into(),
        };
        let body = html! {
            <>
                { paragraph(about) }
                if state.saving == Saving::MemoryOnly {
                    { notice(self.word(DeviceWord::KeptMemoryOnly)) }
                } else if self.view.from_disk {
                    { self.kept_in_a_file() }
                } else {
                    { self.promise() }
                }
                if keeping::clears_after_a_week() && !self.view.from_disk {
                    { notice(self.word(DeviceWord::SafariNote)) }
                }
                if state.newer > 0 {
                    { notice(self.word(if self.view.from_disk { DeviceWord::FileNewer } else { DeviceWord::NewerLead })) }
                }
                if !state.aside.is_empty() {
                    { self.aside(&state.aside) }
                }
                { self.errand(Part::Kept, html! {}) }
            </>
        };
        self.part("kept", DeviceWord::KeptTitle, body)
    }

    /// Whether the browser has promised to keep it.
    fn promise(&self) -> Html {
        match self.view.state.promised {
            Some(true) => self.hint(DeviceWord::PersistYes),
            Some(false) => html! {
                <div class="device__row">
                    { paragraph(self.word(DeviceWord::PersistNo)) }
                    { self.button("persist", "button button--second", DeviceWord::PersistAsk, self.ask_for_promise()) }
                </div>
            },
            None => html! { <div /> },
        }
    }

    /// Asks the browser; only ever when the user presses for it, as some browsers then ask the user in turn.
    pub(super) fn ask_for_promise(&self) -> Callback<MouseEvent> {
        let (dispatch, errand) = (self.view.dispatch.clone(), self.view.errand.clone());
        let asked = Keeping { promise_asked: true, ..self.view.state.keeping.clone() };
        Callback::from(move |_| {
            let (dispatch, errand) = (dispatch.clone(), errand.clone());
            dispatch.dispatch(Action::Keep(asked.clone()));
            spawn_local(async move {
                let promised = keeping::ask_for_promise().await == Some(true);
                dispatch.dispatch(Action::Promised(promised));
                let word = if promised { DeviceWord::PersistYes } else { DeviceWord::PersistRefused };
                errand.set(Errand::Said(Part::Kept, word.into()));
            });
        })
    }

    /// Damaged records: to save as they are, or to delete.
    fn aside(&self, aside: &[SetAside]) -> Html {
        html! {
            <div class="device__aside" data-aside="">
                <h3>{ self.word(DeviceWord::AsideTitle) }</h3>
                { paragraph(self.word(DeviceWord::AsideLead)) }
                <ul>
                    for record in aside {
                        <li key={record.key.clone()} data-record={record.key.clone()}>
                            <span>{ self.fill(DeviceWord::AsideItem, &[("date", &self.date(record.at)), ("size", &size(record.size))]) }</span>
                            { self.button("aside-save", "button--quiet", DeviceWord::AsideSave, self.save_aside(record)) }
                            { self.button("aside-delete", "button--quiet", DeviceWord::AsideDelete, self.delete_aside(record)) }
                        </li>
                    }
                </ul>
            </div>
        }
    }

    fn save_aside(&self, record: &SetAside) -> Callback<MouseEvent> {
        let (store, errand, key) = (Device::current().store().cloned(), self.view.errand.clone(), record.key.clone());
        let name = ["room-to-grow-", &clock::iso_day(record.at), ".bin"].concat();
        let done = Sentence::with(DeviceWord::BackupDone, "file", &name);
        Callback::from(move |_| {
            let (store, errand, key, name, done) =
                (store.clone(), errand.clone(), key.clone(), name.clone(), done.clone());
            spawn_local(async move {
                let Some(store) = store else { return };
                if let Ok(bytes) = store.aside_record(&key).await {
                    files::save(&name, "application/octet-stream", &bytes);
                    errand.set(Errand::Said(Part::Kept, done));
                }
            });
        })
    }

    fn delete_aside(&self, record: &SetAside) -> Callback<MouseEvent> {
        let (dispatch, store) = (self.view.dispatch.clone(), Device::current().store().cloned());
        let (errand, key) = (self.view.errand.clone(), record.key.clone());
        Callback::from(move |_| {
            let (dispatch, store, errand) = (dispatch.clone(), store.clone(), errand.clone());
            let key = key.clone();
            spawn_local(async move {
                let Some(store) = store else { return };
                if store.forget_aside(&key).await.is_ok() {
                    dispatch.dispatch(Action::Aside(store.aside().await.unwrap_or_default()));
                    errand.set(Errand::Said(Part::Kept, DeviceWord::AsideDeleted.into()));
                }
            });
        })
    }
}
