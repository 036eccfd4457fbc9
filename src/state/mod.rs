//! The whole state of the app in one place, and the only way in which it changes.
//!
//! No browser in here: time and chance come in with the action. What has to happen outside (saving, focus, words for
//! a screen reader) follows from the state, in `app.rs`.

mod action;
mod behind;
mod change;
mod library;
mod look;

use std::rc::Rc;

use assessment::{
    ActionId, Answer, Assessment, AssessmentId, CandidateView, Keeping, Moment, PartOf, PlanAction, PracticeId, Record,
    Workplace, WorkplaceId,
};
use yew::Reducible;

use crate::{
    brought::Brought,
    kept::{Kept, Lock, SetAside},
    offline::Offline,
    parts::Behind,
    reading::Reading,
    records::Records,
    route::{Page, Route},
    speech::Voices,
};

pub use action::{Action, Change, Heard};
pub use library::{Library, Rest};
pub use look::{Found, Listing, Look, Sorting};

/// How many questions about the situation stand open from the start; they change most.
pub const FIRST_QUESTIONS: usize = 4;

/// Everything the pages are made from.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the user is.
    pub route: Route,
    /// What comes behind the first pages, once it is here.
    pub behind: Option<&'static Behind>,
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
    /// How far the site itself is on this device.
    pub offline: Offline,
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
    /// How someone reads on this device.
    pub reading: Reading,
    /// Which voices the device has for the present language.
    pub voices: Voices,
    /// What is being read aloud: what a selector finds on the page.
    pub aloud: Option<Rc<str>>,
    /// How the page that is open is looked at.
    pub look: Look,
    /// When the talk of a visit began, if one wants to see how long it takes.
    pub talking_since: Option<Moment>,
    /// Words that were asked for and could not be fetched.
    pub silent: bool,
    /// The further questions about the situation stay unfolded, also when the last answer to them is skipped.
    pub unfolded: bool,
}

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
        self.assessment(id).is_some_and(|assessment| self.waits(assessment))
    }

    /// Whether a copy of an assessment, which need not be here itself, is put away until the views of its round are
    /// looked at together.
    pub fn waits(&self, assessment: &Assessment) -> bool {
        let part = assessment.part_of.value.as_ref().filter(|_| assessment.put_away.value);
        let round = part.and_then(|part| self.workplace(&part.workplace)?.rounds.get(&part.round));
        round.is_some_and(|round| !round.revealed.value)
    }

    /// Whether the pages under 'Learn', or the words explained, are asked for.
    pub fn reads(&self) -> bool {
        matches!(self.route, Route::Learn(_)) || self.looks_up()
    }

    /// Whether the difficult words of the page are explained on it.
    pub fn looks_up(&self) -> bool {
        self.reading.easy_words || self.look.words
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

    /// Goes to a page.
    fn go(&mut self, route: Route) {
        let route = self.arrive(route);
        if self.route != route {
            // Whoever deleted what they looked at has to go elsewhere, and can still take it back there.
            let left = self.route.record();
            let deleted =
                |undo: &Undo| matches!(undo, Undo::Deleted(all) if all.iter().any(|it| Some(it.id()) == left));
            self.undo = self.undo.take().filter(deleted);
            self.unfolded = false;
            self.gone = false;
            self.aloud = None;
            // Whoever reads what was found comes back to it.
            let Look { sought, found, .. } = std::mem::take(&mut self.look);
            if matches!(route, Route::Learn(_)) {
                self.look = Look { sought, found, ..Look::default() };
            }
            // The next person on this device finds nothing.
            self.own = CandidateView::default();
            // The next visit begins anew.
            self.talking_since = self.talking_since.filter(|_| matches!(route, Route::Assessment(_, Page::Visit(_))));
        }
        self.route = route;
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
        // Nothing is drawn anew for what is shown already.
        if matches!(action, Action::Stored(saving) if saving == self.saving) {
            return self;
        }
        let mut state = Rc::unwrap_or_clone(self);
        let before = action.gives().then(|| state.records.clone());
        match action {
            Action::Go(route) => state.go(route),
            Action::Silent => state.silent = true,
            Action::Behind(behind) => {
                state.behind = Some(behind);
                state.silent = false;
            }
            Action::Begin(id, scope, at) => {
                let begun = Assessment::begin(id.clone(), state.library.ask.instrument.version, scope, at);
                state.begun = Some(id.clone());
                state.records.insert((&id).into(), Rc::new(begun.into()));
            }
            Action::Change(id, change, at) => state.change(&id, change, at),
            // Whatever else can happen begins behind the first pages.
            action => {
                if let Some(behind) = state.behind {
                    (behind.reduce)(&mut state, action);
                }
            }
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
