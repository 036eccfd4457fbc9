//! The whole state of the app in one place, and the only way in which it changes.
//!
//! No browser in here: time and chance come in with the action. What has to happen outside (saving, focus, words for
//! a screen reader) follows from the state, in `app.rs`.

use std::rc::Rc;

use assessment::{
    ActionId, Answer, Assessment, AssessmentId, CandidateView, Date, Event, Given, Keeping, Moment, Order,
    OverviewGroup, PartOf, PlanAction, PlanChange, PracticeId, ProfileQuestion, Record, RecordId, Scope, View,
    Workplace, WorkplaceChange, WorkplaceId,
};
use content::{
    Advise, Ask, Device, DeviceWord, Examples, PlanWord, Planning, PracticeViews, Text, Visit, Word, WorkplaceWord,
};
use yew::Reducible;

use crate::{
    brought::Brought,
    kept::{Kept, Lock, SetAside},
    records::Records,
    route::Route,
};

/// How many questions about the situation stand open from the start; they change most.
pub const FIRST_QUESTIONS: usize = 4;

/// Everything the pages are made from.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the user is.
    pub route: Route,
    /// The words, in the present language.
    pub library: Library,
    /// What is kept on this device: assessments and workplaces.
    pub records: Records,
    /// How many records a newer version of the app wrote; they are left as they are.
    pub newer: usize,
    /// Damaged records, set aside whole.
    pub aside: Vec<SetAside>,
    /// When the state from before a file was opened was kept, if there is one.
    pub before: Option<Moment>,
    /// What the user chose about keeping.
    pub keeping: Keeping,
    /// Whether the browser has promised to keep what is stored; `None` as long as it has not said.
    pub promised: Option<bool>,
    /// Whether what is kept is encrypted.
    pub lock: Lock,
    /// What the store does.
    pub saving: Saving,
    /// What can be taken back, until the user moves on.
    pub undo: Option<Undo>,
    /// The assessment that this tab began last.
    pub begun: Option<AssessmentId>,
    /// The assessment that is looked at was deleted in another tab.
    pub gone: bool,
    /// What a candidate is filling in. It is in the memory of this page alone (see [`CandidateView`]), and gone as soon as
    /// the page is left.
    pub own: CandidateView,
    /// What a link brought, as long as its page is open.
    pub brought: Brought,
    /// How the page that is open is looked at.
    pub look: Look,
    /// When the talk of a visit began, if one wants to see how long it takes.
    pub talking_since: Option<Moment>,
    /// Words that were asked for and could not be fetched.
    pub silent: bool,
    /// The further questions about the situation stay unfolded, also when the last answer to them is skipped.
    pub unfolded: bool,
}

/// The packs of the present language.
#[derive(Clone, Debug)]
pub struct Library {
    /// Questions and frame: always there.
    pub ask: Rc<Ask>,
    /// The rest: fetched behind the first page.
    pub rest: Option<Rest>,
}

/// The words that are not needed for the first page.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The guidance.
    pub advise: Rc<Advise>,
    /// The examples.
    pub examples: Rc<Examples>,
    /// Everything about keeping.
    pub device: Rc<Device>,
    /// Everything about the plan.
    pub plan: Rc<Planning>,
    /// Everything about workplaces and views.
    pub visit: Rc<Visit>,
}

impl Library {
    /// The words of the guidance, once they are here.
    pub fn advise(&self) -> Option<&Rc<Advise>> {
        self.rest.as_ref().map(|rest| &rest.advise)
    }

    /// The examples, once they are here.
    pub fn examples(&self) -> Option<&Rc<Examples>> {
        self.rest.as_ref().map(|rest| &rest.examples)
    }

    /// What was just taken away, in words.
    pub fn undone(&self, undo: &Undo) -> Text {
        let word = match undo {
            Undo::Deleted(several) if several.len() > 1 && self.rest.is_some() => {
                return self.device().map(|device| device.words.get(DeviceWord::RetentionDeleted)).unwrap_or_default();
            }
            Undo::Cleared(..) => Word::UndoCleared,
            Undo::Deleted(_) => Word::UndoDeleted,
            Undo::SetAside(..) => Word::UndoAside,
            Undo::Opened(..) => Word::UndoOpened,
            Undo::TakenFromRound(..) => {
                return self
                    .visit()
                    .map(|visit| visit.words.get(WorkplaceWord::UndoTakenFromRound))
                    .unwrap_or_default();
            }
            Undo::Taken(..) => return self.planned(PlanWord::UndoTaken),
            Undo::Removed(..) => return self.planned(PlanWord::UndoRemoved),
        };
        self.ask.words.get(word)
    }

    fn planned(&self, word: PlanWord) -> Text {
        self.plan().map(|plan| plan.words.get(word)).unwrap_or_default()
    }

    /// The words of the plan, once they are here.
    pub fn plan(&self) -> Option<&Rc<Planning>> {
        self.rest.as_ref().map(|rest| &rest.plan)
    }

    /// The words of workplaces and views, once they are here.
    pub fn visit(&self) -> Option<&Rc<Visit>> {
        self.rest.as_ref().map(|rest| &rest.visit)
    }

    /// A practice in the words of the other sides, once they are here.
    pub fn views(&self, practice: &PracticeId) -> Option<&PracticeViews> {
        self.visit()?.practice(&self.ask.instrument, practice)
    }

    /// The words about keeping, once they are here.
    pub fn device(&self) -> Option<&Rc<Device>> {
        self.rest.as_ref().map(|rest| &rest.device)
    }
}

/// Packs are the same when they are the same ones: nobody changes a pack, and comparing 90 KB of text at every drawing
/// would be work for nothing.
impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        // The rest comes as one, so one of its packs tells them all apart.
        Rc::ptr_eq(&self.ask, &other.ask) && self.device().map(Rc::as_ptr) == other.device().map(Rc::as_ptr)
    }
}

impl Eq for Library {}

/// What the store does with the latest change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has changed since the page was opened.
    Rest,
    /// Something is on its way.
    Busy,
    /// All of it is kept: the transaction completed.
    Saved,
    /// The store refused; the latest answers are in memory only. It is tried again.
    Failed,
    /// Another tab has a newer version of the app: this one can keep nothing any more.
    Outdated,
    /// Another tab with an older version of the app has to be closed first; until then, answers are in memory only.
    Blocked,
    /// This browser keeps nothing.
    MemoryOnly,
    /// Everything was deleted for good; nothing is kept until the page is loaded anew.
    Wiped,
}

/// What was cleared or deleted, and can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// An answer.
    Cleared(AssessmentId, PracticeId, Answer),
    /// Whole assessments, or a workplace with all that belongs to it.
    Deleted(Vec<Rc<Record>>),
    /// A file was opened: everything as it was before, and as it became.
    Opened(Records, Records),
    /// A piece of advice was put aside.
    SetAside(AssessmentId, PracticeId),
    /// Actions came into the plan.
    Taken(AssessmentId, Vec<ActionId>),
    /// A view was taken out of a round.
    TakenFromRound(AssessmentId, PartOf),
    /// An action was taken out of the plan.
    Removed(AssessmentId, ActionId, Box<PlanAction>),
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address changed.
    Go(Route),
    /// The words of another language are here.
    Speak(Library),
    /// The words of another language could not be fetched.
    Silent,
    /// The rest of the words of a language is here.
    Learned(Text, Rest),
    /// What is kept can be read: the store was blocked or locked until now.
    Opened(Rc<Kept>),
    /// A new assessment begins.
    Begin(AssessmentId, Scope, Moment),
    /// Someone begins a view of a workplace, in a round.
    BeginView(AssessmentId, PartOf, View, Scope, Moment),
    /// A workplace comes into the list, under a label.
    Follow(WorkplaceId, String, Moment),
    /// Something about a workplace changes.
    Place(WorkplaceId, WorkplaceChange, Moment),
    /// Something in an assessment changes.
    Change(AssessmentId, Change, Moment),
    /// Assessments or workplaces are deleted; with a workplace, all that belongs to it.
    Delete(Vec<RecordId>),
    /// Another tab, or the store, has something to tell.
    Heard(Heard),
    /// Everything turns from one state into another: a file was opened, or what was before it is put back.
    Replace(Records, Records),
    /// The state from before a file was opened is kept, or no longer.
    Before(Option<Moment>),
    /// The damaged records that are left.
    Aside(Vec<SetAside>),
    /// The page that is open is looked at in another way.
    Look(Look),
    /// How long a talk takes is shown from now on, or no longer.
    Talking(Option<Moment>),
    /// A link that was not read yet is read, or is to be read again.
    Read(Rc<str>, Brought),
    /// What a link brought is kept, as an assessment of one's own.
    KeepBrought,
    /// A candidate says something, or shares it.
    Own(CandidateView),
    /// The user chose something about keeping.
    Keep(Keeping),
    /// A lock was put on or taken away.
    Lock(Lock),
    /// The device was wiped.
    Wiped,
    /// What was cleared or deleted is put back.
    Undo(Moment),
    /// Whether the browser has promised to keep what is stored.
    Promised(bool),
    /// The store tells how it went.
    Stored(Saving),
}

impl Action {
    /// Whether the user gives something with it, or takes something back.
    fn gives(&self) -> bool {
        matches!(
            self,
            Self::Begin(..)
                | Self::BeginView(..)
                | Self::KeepBrought
                | Self::Follow(..)
                | Self::Place(..)
                | Self::Change(..)
                | Self::Delete(_)
                | Self::Replace(..)
                | Self::Undo(_)
        )
    }
}

/// How the list of workplaces is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What is sought in the labels.
    pub search: String,
    /// In which order they stand.
    pub sorting: Sorting,
    /// Whether those that are put away are shown too.
    pub archived: bool,
    /// How often more of them were asked for.
    pub more: usize,
}

/// In which order workplaces stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// What was changed last, first.
    #[default]
    Recent,
    /// The next visit first; those without one at the end.
    NextVisit,
    /// By label.
    Name,
}

/// How a page is looked at. It is not kept: another look changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// By what it is in order.
    pub order: Order,
    /// The actions that are ticked to see what would change, also those that are only advised.
    pub ticked: Vec<ActionId>,
    /// The action that was just changed and may stand elsewhere now: it stays unfolded.
    pub unfolded: Option<ActionId>,
    /// The own step, or the label of a workplace, that is being written.
    pub own: String,
    /// It was to be added without words.
    pub missing: bool,
    /// The list of workplaces.
    pub listing: Listing,
    /// The day of a round that is to begin, and what happened before.
    pub round: Option<(Date, Option<Event>)>,
    /// Whether a view that is begun asks everything.
    pub full: bool,
    /// Which workplaces the overview counts.
    pub group: OverviewGroup,
    /// With which assessment what a link brought is compared.
    pub against: Option<AssessmentId>,
}

/// What other tabs tell each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Something was given: it is merged with what is here.
    Changed(Rc<Record>),
    /// Something earlier was put back: it stands as it is.
    Replaced(Rc<Record>),
    /// Something was deleted.
    Deleted(RecordId),
}

/// What can change in an assessment.
#[derive(Clone, Debug)]
pub enum Change {
    /// A practice is answered.
    Answer(PracticeId, Answer),
    /// An answer is taken back.
    Clear(PracticeId),
    /// A note is written; an empty one is removed.
    Note(PracticeId, String),
    /// A question of the profile is answered, or skipped again.
    Profile(ProfileQuestion, Option<usize>),
    /// A practice that the profile leaves out is asked all the same.
    AddBack(PracticeId),
    /// The advice about a practice is put aside.
    SetAside(PracticeId),
    /// The advice about a practice is taken up again.
    TakeUp(PracticeId),
    /// More, or less, is asked.
    Scope(Scope),
    /// Something in the plan.
    Plan(PlanChange),
    /// It is put away until the views are looked at together, or taken out again.
    PutAway(bool),
    /// It belongs to a round, or to none.
    PartOf(Option<PartOf>),
}

impl State {
    /// An assessment.
    pub fn assessment(&self, id: &AssessmentId) -> Option<&Assessment> {
        self.records.get(&id.into())?.assessment()
    }

    /// Every assessment.
    pub fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.records.iter().filter_map(|(_, record)| record.assessment())
    }

    /// A workplace.
    pub fn workplace(&self, id: &WorkplaceId) -> Option<&Workplace> {
        self.records.get(&id.into())?.workplace()
    }

    /// Every workplace.
    pub fn workplaces(&self) -> impl Iterator<Item = &Workplace> {
        self.records.iter().filter_map(|(_, record)| record.workplace())
    }

    /// The assessments that belong to a workplace.
    pub fn belonging_to(&self, workplace: &WorkplaceId) -> impl Iterator<Item = &Assessment> {
        self.assessments().filter(move |it| it.part_of.value.as_ref().is_some_and(|part| part.workplace == *workplace))
    }

    /// Whether an assessment is put away until the views of its round are looked at together.
    pub fn is_put_away(&self, id: &AssessmentId) -> bool {
        let Some(assessment) = self.assessment(id).filter(|assessment| assessment.put_away.value) else { return false };
        let Some(part) = &assessment.part_of.value else { return false };
        let round = self.workplace(&part.workplace).and_then(|workplace| workplace.rounds.get(&part.round));
        round.is_some_and(|round| !round.revealed.value)
    }

    /// The situation is that of the same view in the latest round before, or else that of any view: it seldom changes.
    fn begin_view(&mut self, id: &AssessmentId, part: PartOf, view: View, scope: Scope, at: Moment) {
        let mut begun = Assessment::begin(id.clone(), self.library.ask.instrument.version, scope, at);
        let earlier = self.belonging_to(&part.workplace).max_by_key(|it| {
            (View::of(&it.profile) == view, it.part_of.value.as_ref().map(|part| part.round), it.changed())
        });
        if let Some(earlier) = earlier {
            begun.profile = earlier.profile;
            begun.profile_at = [at; ProfileQuestion::ALL.len()];
        }
        if View::of(&begun.profile) != view || view != View::Employer {
            begun.profile.respondent = view.respondent();
            begun.profile_at[ProfileQuestion::Respondent as usize] = at;
        }
        // Whoever fills in the next one does not see what the others said, until all look together.
        let revealed = self.workplace(&part.workplace).and_then(|workplace| workplace.rounds.get(&part.round));
        if revealed.is_some_and(|round| !round.revealed.value) {
            let within = self.belonging_to(&part.workplace).filter(|it| it.part_of.value.as_ref() == Some(&part));
            let within = within.filter(|it| !it.answers.is_empty() && !it.put_away.value);
            let within: Vec<AssessmentId> = within.map(|it| it.id.clone()).collect();
            for other in within {
                self.change(&other, Change::PutAway(true), at);
            }
        }
        begun.part_of = Given { at, value: Some(part) };
        self.records.insert(id.into(), Rc::new(begun.into()));
    }

    fn change(&mut self, id: &AssessmentId, change: Change, now: Moment) {
        let Some(record) = self.records.get_mut(&id.into()) else { return };
        let Record::Assessment(assessment) = Rc::make_mut(record) else { return };
        let at = assessment.time_of_change(now);
        self.undo = None;
        match change {
            Change::Answer(practice, answer) => assessment.answers.give(practice, answer, at),
            Change::Clear(practice) => {
                let cleared = assessment.answers.clear(&practice, at);
                self.undo = cleared.map(|answer| Undo::Cleared(id.clone(), practice, answer));
            }
            Change::Note(practice, text) if text.trim().is_empty() => {
                assessment.notes.clear(&practice, at);
            }
            Change::Note(practice, text) => assessment.notes.give(practice, text, at),
            Change::Profile(question, option) => {
                assessment.choose(question, option, at);
                self.unfolded |= question as usize >= FIRST_QUESTIONS;
            }
            Change::AddBack(practice) => assessment.added_back.give(practice, (), at),
            Change::SetAside(practice) => {
                assessment.set_aside.give(practice.clone(), (), at);
                self.undo = Some(Undo::SetAside(id.clone(), practice));
            }
            Change::TakeUp(practice) => {
                assessment.set_aside.clear(&practice, at);
            }
            Change::Scope(scope) => assessment.scope = Given { at, value: scope },
            Change::PutAway(value) => assessment.put_away = Given { at, value },
            Change::PartOf(value) => {
                let left = assessment.part_of.value.take().filter(|_| value.is_none());
                self.undo = left.map(|part| Undo::TakenFromRound(id.clone(), part));
                assessment.part_of = Given { at, value };
            }
            Change::Plan(change) => {
                self.undo = match &change {
                    PlanChange::Put(actions) => {
                        let new = |(action, _): &&(ActionId, PlanAction)| !assessment.plan.has(action);
                        let new: Vec<_> = actions.iter().filter(new).map(|(action, _)| action.clone()).collect();
                        (!new.is_empty()).then(|| Undo::Taken(id.clone(), new))
                    }
                    PlanChange::Remove(action) => {
                        let removed = assessment.plan.actions.get(action).cloned();
                        removed.map(|removed| Undo::Removed(id.clone(), action.clone(), Box::new(removed)))
                    }
                    _ => None,
                };
                assessment.plan.change(change, at);
            }
        }
        assessment.instrument = self.library.ask.instrument.version;
    }

    /// Takes in what a link brings, and gives the page that shows it. Elsewhere there is nothing of it.
    pub(crate) fn arrive(&mut self, route: Route) -> Route {
        match route {
            Route::Link(Some(text)) => {
                self.brought = Brought::Unread(text);
                Route::Link(None)
            }
            Route::Link(None) => route,
            _ => {
                self.brought = Brought::Nothing;
                route
            }
        }
    }

    fn undo(&mut self, at: Moment) {
        match self.undo.take() {
            Some(Undo::Cleared(id, practice, answer)) => self.change(&id, Change::Answer(practice, answer), at),
            Some(Undo::SetAside(id, practice)) => self.change(&id, Change::TakeUp(practice), at),
            Some(Undo::Deleted(records)) => {
                for record in records {
                    self.records.insert(record.id(), record);
                }
            }
            Some(Undo::Opened(before, after)) => self.turn(&after, &before),
            Some(Undo::TakenFromRound(id, part)) => self.change(&id, Change::PartOf(Some(part)), at),
            Some(Undo::Taken(id, actions)) => {
                for action in actions {
                    self.change(&id, Change::Plan(PlanChange::Remove(action)), at);
                }
                self.undo = None;
            }
            Some(Undo::Removed(id, action, removed)) => {
                self.change(&id, Change::Plan(PlanChange::Put(vec![(action, *removed)])), at);
                self.undo = None;
            }
            None => {}
        }
    }

    /// Turns what is here from one state into another. What was changed since in another tab is not taken away: it is
    /// put together with what it becomes, or left as it is.
    fn turn(&mut self, from: &Records, to: &Records) {
        let gone = from.iter().map(|(id, _)| id).filter(|id| to.get(id).is_none());
        for id in to.iter().map(|(id, _)| id).chain(gone) {
            let (before, after) = (from.get(id), to.get(id));
            if before == after {
                continue;
            }
            if self.records.get(id) == before {
                match after {
                    Some(after) => self.records.insert(id.clone(), after.clone()),
                    None => drop(self.records.remove(id)),
                }
            } else if let (Some(now), Some(after)) = (self.records.get_mut(id), after) {
                Rc::make_mut(now).merge(after);
            }
        }
    }

    fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Changed(theirs) => match self.records.get_mut(&theirs.id()) {
                Some(ours) => Rc::make_mut(ours).merge(&theirs),
                None => self.records.insert(theirs.id(), theirs),
            },
            Heard::Replaced(theirs) => {
                // Undo would put it together with what it was, and bring back what a candidate shared and someone removed.
                if theirs.workplace().is_some() && matches!(self.undo, Some(Undo::Opened(..))) {
                    self.undo = None;
                }
                self.records.insert(theirs.id(), theirs);
            }
            Heard::Deleted(id) => {
                self.gone |= self.route.record() == Some(id.clone());
                self.records.remove(&id);
            }
        }
    }

    /// Takes in what the store holds.
    pub(crate) fn open(&mut self, kept: &Kept) {
        for record in &kept.records {
            self.hear(Heard::Changed(record.clone()));
        }
        (self.newer, self.before) = (kept.newer, kept.before);
        (self.aside, self.keeping) = (kept.aside.clone(), kept.keeping.clone());
        self.lock = if kept.locked { Lock::Open } else { Lock::None };
        self.saving = Saving::Rest;
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        let before = action.gives().then(|| state.records.clone());
        match action {
            Action::Go(route) => {
                let route = state.arrive(route);
                if state.route != route {
                    // Whoever deleted what they looked at has to go elsewhere, and can still take it back there.
                    let left = state.route.record();
                    let deleted =
                        |undo: &Undo| matches!(undo, Undo::Deleted(all) if all.iter().any(|it| Some(it.id()) == left));
                    state.undo = state.undo.take().filter(deleted);
                    state.unfolded = false;
                    state.gone = false;
                    state.look = Look::default();
                    // The next person on this device finds nothing.
                    state.own = CandidateView::default();
                }
                state.route = route;
            }
            Action::Speak(library) => {
                state.library = library;
                state.silent = false;
            }
            Action::Silent => state.silent = true,
            // Words that arrive after the language was changed again are not for this page.
            Action::Learned(language, rest) if language == state.library.ask.language => {
                state.library.rest = Some(rest);
            }
            Action::Learned(..) => {}
            Action::Begin(id, scope, at) => {
                let begun = Assessment::begin(id.clone(), state.library.ask.instrument.version, scope, at);
                state.begun = Some(id.clone());
                state.records.insert((&id).into(), Rc::new(begun.into()));
            }
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
            Action::Change(id, change, at) => state.change(&id, change, at),
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
        }
        // Not only when the writing begins: that is after the answer is drawn, and on a slow device 'saved' would stand
        // beside an answer that is not.
        if before.is_some_and(|before| before != state.records) && matches!(state.saving, Saving::Rest | Saving::Saved)
        {
            state.saving = Saving::Busy;
        }
        Rc::new(state)
    }
}
