//! What can happen: all that a user, another tab or the store can bring about.

use std::rc::Rc;

use assessment::{
    Answer, AssessmentId, CandidateView, Keeping, Moment, PartOf, PlanChange, PracticeId, ProfileQuestion, Record,
    RecordId, Scope, View, WorkplaceChange, WorkplaceId,
};
use content::{Learn, Text};

use super::{Library, Look, Rest, Saving};
use crate::{
    brought::Brought,
    kept::{Kept, Lock, SetAside},
    offline::Offline,
    parts::Behind,
    reading::Reading,
    records::Records,
    route::Route,
    speech::Voices,
};

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address changed.
    Go(Route),
    /// The words of another language are here.
    Speak(Library),
    /// What comes behind the first pages is here.
    Behind(&'static Behind),
    /// The words of another language could not be fetched.
    Silent,
    /// The rest of the words of a language is here.
    Learned(Text, Rest),
    /// The pages under 'Learn' are here, in a language.
    Shelved(Text, Rc<Learn>),
    /// What was found for the words that were sought: places in what can be found. `None` if the search could not be loaded.
    Found(String, Option<Vec<usize>>),
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
    /// How far the site itself is on this device.
    Offline(Offline),
    /// Which voices the device has for the present language.
    Voices(Voices),
    /// A part of the page is to be read aloud, or nothing any more.
    Aloud(Option<Rc<str>>),
    /// A part of the page was read to its end.
    ReadOut(Rc<str>),
    /// The user reads in another way.
    ReadAs(Reading),
    /// The store tells how it went.
    Stored(Saving),
}

impl Action {
    /// Whether the user gives something with it, or takes something back.
    pub(super) fn gives(&self) -> bool {
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
