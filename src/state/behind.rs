//! What can happen behind the first pages.

use std::rc::Rc;

use assessment::{CandidateView, Keeping, Record, RecordId, Workplace};

use super::{Action, Found, Saving, State, Undo};
use crate::{brought::Brought, kept::Lock, records::Records};

impl State {
    /// Does what the first pages cannot ask for; those do the rest themselves (`reduce`).
    pub(crate) fn reduce_behind(&mut self, action: Action) {
        let state = self;
        match action {
            Action::Speak(library) => {
                state.library = library;
                state.silent = false;
                state.aloud = None;
                // Found in the words of another language.
                state.look.found = Found::Nothing;
            }
            // Words that arrive after the language was changed again are not for this page.
            Action::Learned(language, rest) if language == state.library.ask.language => {
                state.library.rest = Some(rest);
            }
            Action::Learned(..) => {}
            Action::Shelved(language, learn) if language == state.library.ask.language => {
                state.library.learn = Some(learn);
            }
            Action::Shelved(..) => {}
            // Meanwhile more was typed.
            Action::Found(sought, _) if sought != state.look.sought => {}
            Action::Found(_, places) => state.look.found = places.map_or(Found::Failed, Found::Places),
            Action::BeginView(id, part, view, scope, at) => state.begin_view(&id, part, view, scope, at),
            Action::Follow(id, label, at) => {
                let workplace = Workplace::begin(id, label, at);
                state.records.insert((&workplace.id).into(), Rc::new(workplace.into()));
            }
            Action::Place(id, change, now) => {
                state.undo = None;
                if let Some(record) = state.records.get_mut(&(&id).into())
                    && let Record::Workplace(workplace) = Rc::make_mut(record)
                {
                    let at = workplace.time_of_change(now);
                    workplace.change(change, at);
                }
            }
            Action::Delete(ids) => {
                let within = state.assessments().filter(|it| {
                    it.part_of.value.as_ref().is_some_and(|part| ids.contains(&RecordId::from(&part.workplace)))
                });
                let within: Vec<RecordId> = within.map(|it| RecordId::from(&it.id)).collect();
                let all: Vec<RecordId> = within.into_iter().chain(ids).collect();
                let deleted: Vec<_> = all.iter().filter_map(|id| state.records.remove(id)).collect();
                state.undo = (!deleted.is_empty()).then_some(Undo::Deleted(deleted));
            }
            Action::Opened(kept) => state.open(&kept),
            // What other tabs know stays outside as long as the lock is closed.
            Action::Heard(_) if state.lock == Lock::Closed => {}
            Action::Heard(heard) => state.hear(heard),
            Action::Replace(before, after) => {
                state.turn(&before, &after);
                state.undo = Some(Undo::Opened(before, after));
            }
            Action::Before(before) => state.before = before,
            Action::Aside(aside) => state.aside = aside,
            Action::Look(look) => state.look = look,
            Action::Talking(since) => state.talking_since = since,
            // Meanwhile another link was opened, or the page left.
            Action::Read(text, _) if state.brought.text() != Some(&text) => {}
            Action::Read(_, brought) => state.brought = brought,
            Action::KeepBrought => {
                if let Brought::View { view, .. } = std::mem::take(&mut state.brought) {
                    state.records.insert(view.id(), view);
                }
            }
            Action::Own(own) => state.own = own,
            Action::Keep(keeping) => state.keeping = keeping,
            Action::Lock(lock) => {
                state.lock = lock;
                if lock == Lock::Closed {
                    state.own = CandidateView::default();
                }
            }
            Action::Wiped => {
                state.records = Records::default();
                state.undo = None;
                (state.own, state.brought) = (CandidateView::default(), Brought::Nothing);
                state.keeping = Keeping::default();
                (state.newer, state.aside, state.before) = (0, Vec::new(), None);
                (state.lock, state.saving) = (Lock::None, Saving::Wiped);
            }
            Action::Undo(at) => state.undo(at),
            // What comes to an end after the device was wiped says nothing any more.
            Action::Stored(_) if state.saving == Saving::Wiped => {}
            // There is nothing to write: what was changed was changed back at once.
            Action::Stored(Saving::Rest) if state.saving == Saving::Busy => state.saving = Saving::Saved,
            Action::Stored(Saving::Rest) => {}
            Action::Stored(saving) => state.saving = saving,
            Action::Promised(promised) => state.promised = Some(promised),
            Action::Offline(offline) => state.offline = offline,
            Action::Voices(voices) => state.voices = voices,
            Action::Aloud(part) => state.aloud = part,
            // Meanwhile something else is read, or nothing.
            Action::ReadOut(part) => state.aloud = state.aloud.take().filter(|read| *read != part),
            Action::ReadAs(reading) => state.reading = reading,
            // The first pages.
            Action::Go(_) | Action::Silent | Action::Behind(_) | Action::Begin(..) | Action::Change(..) => {}
        }
    }
}
