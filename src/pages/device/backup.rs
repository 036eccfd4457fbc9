//! A backup: one file with everything, as it is or with a passphrase.

use std::rc::Rc;

use assessment::{Condition, Keeping, Moment, Record};
use content::{Ask, DeviceWord, Word};
use exchange::{MOST_BYTES, can_be_opened};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{DevicePage, passphrase};
use crate::{
    browser::{annex, clock, files, keeping},
    components::{guard_findings, markup::paragraph},
    errand::{Doubt, Errand, Errands, Part, Sentence},
    route::{Page, Route},
    state::Action,
    view::Dispatch,
};

/// What is needed to make the file, once the words are chosen.
#[derive(Clone)]
struct Backup {
    records: Rc<Vec<Rc<Record>>>,
    /// The name of the file, without its ending.
    name: String,
    dispatch: Dispatch,
    errand: Errands,
    keeping: Keeping,
}

impl DevicePage<'_> {
    pub(super) fn backup(&self) -> Html {
        let last = match self.view.state.keeping.last_backup {
            Some(last) => self.fill(DeviceWord::BackupLast, &[("date", &self.date(last))]).into(),
            None => self.word(DeviceWord::BackupNever),
        };
        html! {
            <>
                { paragraph(self.word(DeviceWord::BackupLead)) }
                { paragraph(last) }
                <p class="device__row">
                    { self.button("backup", "button", DeviceWord::BackupSave, self.begin(false)) }
                    if keeping::can_encrypt() {
                        { self.button("backup-sealed", "button button--second", DeviceWord::BackupSealedSave, self.begin(true)) }
                    }
                </p>
                if !keeping::can_encrypt() {
                    { self.hint(DeviceWord::CryptoMissing) }
                }
                { self.errand(Part::Backup, self.backup_errand()) }
            </>
        }
    }

    pub(super) fn backup_errand(&self) -> Html {
        match &**self.view.errand {
            Errand::LookAtNotes { notes, checked, sealed } => self.notes(notes, *checked, *sealed),
            Errand::ChoosePassphrase(Part::Backup, fault) => {
                let backup = self.material();
                let onsubmit = Callback::from(move |event: SubmitEvent| {
                    event.prevent_default();
                    backup.clone().seal();
                });
                let forgotten = DeviceWord::PassphraseForgotten;
                self.choose_passphrase(
                    *fault,
                    forgotten,
                    DeviceWord::BackupSealedSave,
                    onsubmit,
                    self.turn_to(Errand::Nothing),
                )
            }
            _ => html! {},
        }
    }

    /// Notes in which the guard found something, each with a way to it.
    fn notes(&self, notes: &[Doubt], checked: bool, sealed: bool) -> Html {
        let backup = self.material();
        let go_on = Callback::from(move |_| backup.clone().save(sealed));
        html! {
            <div data-doubts="">
                { paragraph(self.word(if checked { DeviceWord::GuardBefore } else { DeviceWord::GuardMissing })) }
                <ul class="device__doubts">
                    for doubt in notes {
                        <li>
                            <a href={doubt.route.href()}>{ doubt.practice.clone() }</a>
                            { guard_findings(&self.words.words, &doubt.findings) }
                        </li>
                    }
                </ul>
                { self.hint(DeviceWord::GuardWhy) }
                <p class="device__row">
                    { self.button("go-on", "button", DeviceWord::GuardGoOn, go_on) }
                    { self.button("cancel", "button--quiet", DeviceWord::RemindLater, self.turn_to(Errand::Nothing)) }
                </p>
            </div>
        }
    }

    /// Looks at the notes first; goes straight on if there is nothing to look at.
    pub(super) fn begin(&self, sealed: bool) -> Callback<MouseEvent> {
        let backup = self.material();
        let (ask, plan) = (self.view.ask().clone(), self.view.word(Word::PlanLink));
        Callback::from(move |_| {
            let (backup, ask, plan) = (backup.clone(), ask.clone(), plan.clone());
            backup.errand.set(Errand::Working(Part::Backup));
            spawn_local(async move {
                let written = backup.records.iter().flat_map(|it| written(it, &ask, &plan));
                let written: Vec<(Route, String, &str)> = written.collect();
                // Without the guard, a backup is still better than none; but then that is said.
                let annex = annex::with_guard().await.ok();
                let found = written.iter().filter_map(|(route, practice, text)| {
                    let findings = annex.as_ref()?.check_note(text);
                    let (route, practice) = (route.clone(), practice.clone());
                    (!findings.is_empty()).then_some(Doubt { route, practice, findings })
                });
                let found: Vec<Doubt> = found.collect();
                let checked = annex.is_some() || written.is_empty();
                if checked && found.is_empty() {
                    backup.save(sealed);
                } else {
                    backup.errand.set(Errand::LookAtNotes { notes: Rc::new(found), checked, sealed });
                }
            });
        })
    }

    fn material(&self) -> Backup {
        let state = self.view.state;
        let date = clock::iso_day(clock::now());
        Backup {
            records: Rc::new(state.records.iter().map(|(_, record)| record.clone()).collect()),
            name: self.fill(DeviceWord::FileNameBackup, &[("date", &date)]),
            dispatch: self.view.dispatch.clone(),
            errand: self.view.errand.clone(),
            keeping: state.keeping.clone(),
        }
    }
}

/// Everything that someone wrote: where it stands, what it is about, and its words.
fn written<'a>(record: &'a Record, ask: &Ask, plan: &str) -> Vec<(Route, String, &'a str)> {
    let mut written = Vec::new();
    match record {
        Record::Assessment(assessment) => {
            let at = |page| Route::Assessment(assessment.id.clone(), page);
            for (practice, note) in assessment.notes.iter() {
                let is_in = |condition: &&Condition| condition.practices.iter().any(|it| it.id == *practice);
                let condition = ask.instrument.conditions.iter().find(is_in);
                let page = condition.map_or(Page::Guidance, |condition| Page::Questions(condition.id.clone()));
                let title = ask.practice(practice).map(|(_, text)| text.title.to_string());
                written.push((at(page), title.unwrap_or_else(|| practice.to_string()), note.as_str()));
            }
            written.extend(assessment.plan.texts().map(|text| (at(Page::Plan), plan.to_owned(), text)));
        }
        Record::Workplace(workplace) => {
            let at = || Route::Workplace(workplace.id.clone());
            let label = &workplace.label.value;
            let agreed = workplace.rounds.iter().map(|(_, round)| round.agreements.value.as_str());
            let texts = agreed.chain([label.as_str()]).filter(|text| !text.is_empty());
            written.extend(texts.map(|text| (at(), label.clone(), text)));
        }
    }
    written
}

impl Backup {
    /// Saves the file, or asks for the passphrase first.
    fn save(self, sealed: bool) {
        if sealed {
            self.errand.set(Errand::ChoosePassphrase(Part::Backup, None));
        } else {
            self.write(None);
        }
    }

    /// Saves the file with the passphrase that was typed.
    fn seal(self) {
        match passphrase::chosen() {
            Ok(passphrase) => self.write(Some(passphrase)),
            Err(fault) => self.errand.set(Errand::ChoosePassphrase(Part::Backup, Some(fault))),
        }
    }

    fn write(self, passphrase: Option<String>) {
        self.errand.set(Errand::Working(Part::Backup));
        spawn_local(async move {
            let now = clock::now();
            let name = [self.name.as_str(), if passphrase.is_some() { ".rtg" } else { ".json" }].concat();
            let said = match self.file(passphrase, now).await {
                // A backup that nobody can open is worse than none that one counts on.
                Some((_, bytes)) if !can_be_opened(self.records.len(), bytes.len()) => {
                    Sentence::with(DeviceWord::BackupTooLarge, "size", super::size(MOST_BYTES))
                }
                Some((kind, bytes)) if files::save(&name, kind, &bytes).is_some() => {
                    let keeping = Keeping { last_backup: Some(now), put_off: None, ..self.keeping };
                    self.dispatch.dispatch(Action::Keep(keeping));
                    Sentence::with(DeviceWord::BackupDone, "file", &name)
                }
                _ => DeviceWord::ModuleFailed.into(),
            };
            self.errand.set(Errand::Said(Part::Backup, said));
        });
    }

    async fn file(&self, passphrase: Option<String>, now: Moment) -> Option<(&'static str, Vec<u8>)> {
        let annex = annex::annex().await.ok()?;
        let file = annex.write_file(&self.records, now)?;
        match passphrase {
            None => Some(("application/json", file)),
            Some(passphrase) => Some(("application/octet-stream", annex.seal_file(&passphrase, &file).await?)),
        }
    }
}
