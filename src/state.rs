//! The whole state of the app in one place, and the only way in which it changes.
//!
//! No browser in here: time and chance come in with the action. What has to happen outside (saving, focus, words for
//! a screen reader) follows from the state, in `app.rs`.

use std::rc::Rc;

use assessment::{Answer, Assessment, AssessmentId, ById, Given, Moment, PracticeId, ProfileQuestion, Scope};
use content::{Advise, Ask, Examples, Text};
use yew::Reducible;

use crate::route::Route;

/// How many questions about the situation stand open from the start; they change most.
pub const FIRST_QUESTIONS: usize = 4;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 2000;

/// Everything the pages are made from.
#[derive(Clone, Debug)]
pub struct State {
    /// Where the user is.
    pub route: Route,
    /// The words, in the present language.
    pub library: Library,
    /// The assessments on this device.
    pub assessments: ById<AssessmentId, Rc<Assessment>>,
    /// How many records could not be read; they are left as they are.
    pub unreadable: usize,
    /// What the store does.
    pub saving: Saving,
    /// What can be taken back, until the user moves on.
    pub undo: Option<Undo>,
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
    /// Guidance: fetched behind the first page.
    pub advise: Option<Rc<Advise>>,
    /// Examples: fetched behind the first page.
    pub examples: Option<Rc<Examples>>,
}

/// Packs are the same when they are the same ones: nobody changes a pack, and comparing 90 KB of text at every drawing
/// would be work for nothing.
impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        fn same<T>(one: Option<&Rc<T>>, other: Option<&Rc<T>>) -> bool {
            one.map(Rc::as_ptr) == other.map(Rc::as_ptr)
        }
        Rc::ptr_eq(&self.ask, &other.ask)
            && same(self.advise.as_ref(), other.advise.as_ref())
            && same(self.examples.as_ref(), other.examples.as_ref())
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
    /// The store refused; the answers are in memory only.
    Failed,
    /// This browser keeps nothing.
    MemoryOnly,
}

/// What was cleared or deleted, and can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undo {
    /// An answer.
    Cleared(AssessmentId, PracticeId, Answer),
    /// A whole assessment.
    Deleted(Rc<Assessment>),
    /// A piece of advice was put aside.
    SetAside(AssessmentId, PracticeId),
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
    Learned(Text, Rc<Advise>, Rc<Examples>),
    /// A new assessment begins.
    Begin(AssessmentId, Scope, Moment),
    /// Something in an assessment changes.
    Change(AssessmentId, Change, Moment),
    /// An assessment is deleted.
    Delete(AssessmentId),
    /// What was cleared or deleted is put back.
    Undo(Moment),
    /// The store tells how it went.
    Stored(Saving),
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
}

impl State {
    fn change(&mut self, id: &AssessmentId, change: Change, now: Moment) {
        let Some(assessment) = self.assessments.get_mut(id) else { return };
        let assessment = Rc::make_mut(assessment);
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
        }
        assessment.instrument = self.library.ask.instrument.version;
    }

    fn undo(&mut self, at: Moment) {
        match self.undo.take() {
            Some(Undo::Cleared(id, practice, answer)) => self.change(&id, Change::Answer(practice, answer), at),
            Some(Undo::SetAside(id, practice)) => self.change(&id, Change::TakeUp(practice), at),
            Some(Undo::Deleted(assessment)) => {
                self.assessments.insert(assessment.id.clone(), assessment);
            }
            None => {}
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Go(route) => {
                if state.route != route {
                    state.undo = None;
                    state.unfolded = false;
                }
                state.route = route;
            }
            Action::Speak(library) => {
                state.library = library;
                state.silent = false;
            }
            Action::Silent => state.silent = true,
            // Words that arrive after the language was changed again are not for this page.
            Action::Learned(language, advise, examples) if language == state.library.ask.language => {
                state.library.advise = Some(advise);
                state.library.examples = Some(examples);
            }
            Action::Learned(..) => {}
            Action::Begin(id, scope, at) => {
                let begun = Assessment::begin(id.clone(), state.library.ask.instrument.version, scope, at);
                state.assessments.insert(id, Rc::new(begun));
            }
            Action::Change(id, change, at) => state.change(&id, change, at),
            Action::Delete(id) => state.undo = state.assessments.remove(&id).map(Undo::Deleted),
            Action::Undo(at) => state.undo(at),
            Action::Stored(saving) => state.saving = saving,
        }
        Rc::new(state)
    }
}
