//! Opening a file: what is in it and what would change is shown first; then it is put together, added, or left.

use std::rc::Rc;

use assessment::Record;
use content::{Ask, DeviceWord};
use exchange::{Known, MOST_BYTES, Offer, Refusal, sealed};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{DevicePage, passphrase, size};
use crate::{
    app::Device,
    browser::{annex, clock, files, keeping, site, store::Store},
    components::markup::{hint, paragraph},
    errand::{Errand, Errands, Part, Picked, Sentence},
    pages::start::{how_far, scope_name},
    preview::{Against, Arrival, Preview},
    records::Records,
    state::Action,
    view::Dispatch,
};

/// What is needed while a file is looked at, once the words are chosen.
#[derive(Clone)]
struct Opening {
    here: Records,
    ask: Rc<Ask>,
    store: Option<Store>,
    dispatch: Dispatch,
    errand: Errands,
}

impl DevicePage<'_> {
    pub(super) fn open(&self) -> Html {
        html! {
            <>
                { paragraph(self.word(DeviceWord::OpenLead)) }
                <p>{ self.choose_file(DeviceWord::OpenChoose) }</p>
                { self.errand(Part::Open, self.open_errand()) }
                if let Some(before) = self.view.state.before {
                    { self.before(before) }
                }
            </>
        }
    }

    /// The field in which a file is picked. It is itself what is pressed and focused; only its look is that of a button.
    pub(super) fn choose_file(&self, name: DeviceWord) -> Html {
        let opening = self.opening();
        let onchange = Callback::from(move |event: Event| opening.clone().pick(&event));
        html! {
            <label class="file">
                <input type="file" accept=".json,.rtg,application/json" data-open="" {onchange} />
                <span class="button button--second">{ self.word(name) }</span>
            </label>
        }
    }

    pub(super) fn open_errand(&self) -> Html {
        match &**self.view.errand {
            Errand::AskPassphrase { file, wrong } => {
                let (opening, file) = (self.opening(), file.clone());
                let onsubmit = Callback::from(move |event: SubmitEvent| {
                    event.prevent_default();
                    opening.clone().unseal(file.clone());
                });
                let fault = wrong.then(|| self.word(DeviceWord::WrongPassphrase));
                html! {
                    <>
                        { paragraph(self.word(DeviceWord::OpenAskPassphrase)) }
                        { self.ask_passphrase(fault, DeviceWord::OpenUnlock, onsubmit) }
                    </>
                }
            }
            Errand::LookAtFile(preview) => self.preview(preview),
            _ => html! {},
        }
    }

    /// What is in the file and what would change, and the ways to go on.
    fn preview(&self, preview: &Rc<Preview>) -> Html {
        let date = preview.made.map(|made| self.date(made)).unwrap_or_else(|| "?".to_owned());
        let about = [("file", preview.file.as_str()), ("date", date.as_str())];
        let held = self.count(DeviceWord::OpenWhatOne, DeviceWord::OpenWhatMore, preview.arrivals.len(), &about);
        let choose = |merge: bool| {
            let (opening, preview) = (self.opening(), preview.clone());
            Callback::from(move |_| opening.clone().take(&preview, merge))
        };
        let cancel = self.turn_to(Errand::Nothing);
        html! {
            <div class="preview" data-preview="">
                <p><strong>{ held }</strong></p>
                if preview.left > 0 {
                    { paragraph(self.word(DeviceWord::OpenLeft)) }
                }
                <ul class="preview__list">
                    for place in 0..preview.arrivals.len() {
                        { self.arrival(preview, place) }
                    }
                </ul>
                if preview.is_known() {
                    <p class="notice" data-said="">{ self.word(DeviceWord::OpenNothing) }</p>
                } else {
                    if preview.differs() {
                        { hint(self.word(DeviceWord::OpenMergeExplained)) }
                        { hint(self.word(DeviceWord::OpenAddExplained)) }
                    }
                    { hint(self.word(DeviceWord::OpenBackupKept)) }
                    <p class="device__row">
                        if preview.differs() {
                            { self.button("merge", "button", DeviceWord::OpenMerge, choose(true)) }
                        }
                        { self.button("add", if preview.differs() { "button button--second" } else { "button" }, DeviceWord::OpenAdd, choose(false)) }
                        { self.button("cancel", "button--quiet", DeviceWord::OpenCancel, cancel) }
                    </p>
                }
            </div>
        }
    }

    /// An assessment or workplace of the file, by its place in it.
    fn arrival(&self, preview: &Rc<Preview>, place: usize) -> Html {
        let Some(Arrival { theirs, against }) = preview.arrivals.get(place) else { return Html::default() };
        let (kind, standing, hand_over) = match against {
            Against::New => ("new", self.word(DeviceWord::OpenNew), Html::default()),
            Against::Same => ("same", self.word(DeviceWord::OpenSame), Html::default()),
            Against::Changed => ("differs", self.word(DeviceWord::OpenChanged), Html::default()),
            Against::Differs(choosing) => {
                let (standing, body) = self.hand_over(preview, place, theirs, choosing);
                ("differs", standing.into(), body)
            }
        };
        let name = match &**theirs {
            Record::Assessment(theirs) => scope_name(self.view, &theirs.scope.value),
            Record::Workplace(theirs) => theirs.label.value.clone().into(),
        };
        let about = match &**theirs {
            Record::Assessment(theirs) => how_far(self.view, theirs),
            Record::Workplace(theirs) => {
                self.count(DeviceWord::OpenRoundsOne, DeviceWord::OpenRoundsMore, theirs.rounds.iter().count(), &[])
            }
        };
        html! {
            <li data-arrival={kind}>
                <strong dir="auto">{ name }</strong>
                <span>{ about }</span>
                <span class="preview__standing">{ standing }</span>
                { hand_over }
            </li>
        }
    }

    /// The state from before a file was opened: to put back, or to delete.
    fn before(&self, at: assessment::Moment) -> Html {
        let opening = self.opening();
        let restore = {
            let opening = opening.clone();
            Callback::from(move |_| opening.clone().restore())
        };
        let forget = Callback::from(move |_| opening.clone().forget(at));
        html! {
            <div class="device__before" data-before="">
                { paragraph(self.fill(DeviceWord::BeforeTitle, &[("date", &self.date(at))]).into()) }
                <p class="device__row">
                    { self.button("before-restore", "button button--second", DeviceWord::BeforeRestore, restore) }
                    { self.button("before-delete", "button--quiet", DeviceWord::BeforeDelete, forget) }
                </p>
            </div>
        }
    }

    fn opening(&self) -> Opening {
        Opening {
            here: self.view.state.records.clone(),
            ask: self.view.ask().clone(),
            store: Device::current().store().cloned(),
            dispatch: self.view.dispatch.clone(),
            errand: self.view.errand.clone(),
        }
    }
}

impl Opening {
    /// Reads the file that was just picked.
    fn pick(self, event: &Event) {
        let Some(file) = files::picked(event) else { return };
        self.errand.set(Errand::Working(Part::Open));
        spawn_local(async move {
            match files::read(file, MOST_BYTES).await {
                files::Pick::Picked(file) => {
                    let known = Known::from(&self.ask.instrument);
                    let offer = match annex::annex().await {
                        Ok(annex) => annex.open_file(&file.bytes, &known),
                        Err(_) => None,
                    };
                    self.look_at(file, offer);
                }
                files::Pick::TooLarge => self.refuse(&Refusal::TooLarge { most: MOST_BYTES }),
                files::Pick::Unreadable => self.say(DeviceWord::RefusedUnreadable),
            }
        });
    }

    /// Opens the file with the passphrase that was typed.
    fn unseal(self, file: Picked) {
        let passphrase = passphrase::given();
        self.errand.set(Errand::Working(Part::Open));
        spawn_local(async move {
            let known = Known::from(&self.ask.instrument);
            let offer = match annex::annex().await {
                Ok(annex) => annex.open_sealed(&passphrase, &file.bytes, &known).await,
                Err(_) => None,
            };
            self.look_at(file, offer);
        });
    }

    /// Shows what a file offers; without an answer, the annex could not be fetched.
    fn look_at(self, file: Picked, offer: Option<Offer>) {
        match offer {
            Some(Offer::Opened { made, records, left }) => {
                let preview = Preview::of(file.name, made, records, left, &self.here);
                self.errand.set(Errand::LookAtFile(Rc::new(preview)));
            }
            // Asking for a passphrase would lead nowhere here.
            Some(Offer::NeedsPassphrase) if !keeping::can_encrypt() => {
                self.say(DeviceWord::CryptoMissing);
            }
            Some(Offer::NeedsPassphrase) => self.errand.set(Errand::AskPassphrase { file, wrong: false }),
            Some(Offer::WrongPassphrase) => self.errand.set(Errand::AskPassphrase { file, wrong: true }),
            Some(Offer::Refused(Refusal::Damaged)) if sealed::is_sealed(&file.bytes) => {
                self.say(DeviceWord::SealedDamaged);
            }
            Some(Offer::Refused(refusal)) => self.refuse(&refusal),
            None => self.say(DeviceWord::ModuleFailed),
        }
    }

    fn refuse(&self, refusal: &Refusal) {
        let named = |word, name: &String| Sentence::with(word, "name", name);
        self.say(match refusal {
            Refusal::TooLarge { most } => Sentence::with(DeviceWord::RefusedTooLarge, "size", size(*most)),
            Refusal::TooMany { .. } => DeviceWord::RefusedTooMany.into(),
            Refusal::Empty => DeviceWord::RefusedEmpty.into(),
            Refusal::NotOurs => DeviceWord::RefusedNotOurs.into(),
            Refusal::CutOff | Refusal::Damaged => DeviceWord::RefusedCutOff.into(),
            // A site brings its newer version by itself; a file stays what it is.
            Refusal::Newer if site::is_file() => DeviceWord::FileNewer.into(),
            Refusal::Newer => DeviceWord::RefusedNewer.into(),
            Refusal::Twice(name) => named(DeviceWord::RefusedTwice, name),
            Refusal::Unknown(name) => named(DeviceWord::RefusedUnknown, name),
            Refusal::Value { at } => named(DeviceWord::RefusedValue, at),
        });
    }

    fn say(&self, said: impl Into<Sentence>) {
        self.errand.set(Errand::Said(Part::Open, said.into()));
    }

    /// Takes what is in the file: puts it together with what is here, or only adds it.
    fn take(self, preview: &Preview, merge: bool) {
        let together =
            if merge { preview.merged(&self.here, clock::now()) } else { preview.added(&self.here, clock::new_id) };
        // What was there before the last file stays, too.
        if together == self.here {
            return self.say(DeviceWord::HandOverUnchanged);
        }
        let count = preview.changing();
        self.errand.set(Errand::Working(Part::Open));
        spawn_local(async move {
            self.keep_before().await;
            self.dispatch.dispatch(Action::Replace(self.here.clone(), together));
            let word = if count == 1 { DeviceWord::OpenDoneOne } else { DeviceWord::OpenDoneMore };
            self.say(Sentence::with(word, "count", count));
        });
    }

    /// Keeps everything as it is now. Where that cannot be (no store, no room), there still is the way back at the end
    /// of the page.
    async fn keep_before(&self) {
        let Some(store) = &self.store else { return };
        let now = clock::now();
        let all: Vec<_> = self.here.iter().map(|(_, assessment)| assessment.clone()).collect();
        if store.keep_before(now, &all).await.is_ok() {
            self.dispatch.dispatch(Action::Before(Some(now)));
        }
    }

    /// Puts the state from before a file was opened back.
    fn restore(self) {
        spawn_local(async move {
            let Some(store) = &self.store else { return };
            if let Ok(Some(before)) = store.before().await {
                let before = before.into_iter().map(|record| (record.id(), Rc::new(record)));
                self.dispatch.dispatch(Action::Replace(self.here.clone(), before.collect()));
                self.say(DeviceWord::BeforeRestored);
            }
        });
    }

    fn forget(self, at: assessment::Moment) {
        spawn_local(async move {
            let Some(store) = &self.store else { return };
            if store.forget_before(at).await.is_ok() {
                self.dispatch.dispatch(Action::Before(None));
                self.say(DeviceWord::BeforeDeleted);
            }
        });
    }
}
