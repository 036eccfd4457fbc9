//! The module has two parts. The first holds what the first answer needs: the start page, the situation, the questions.
//! Everything else stands [behind](Behind) it, in a second part with the same memory, which is fetched as soon as the first page is
//! drawn. The build splits it (`xtask/src/finish/split.rs`); the first part reaches the second only through what is here.
//!
//! What only functions of [`Behind`] use is in the second part; what anything else uses, too, is in the first.

use assessment::{Assessment, AssessmentId, Moment};
use content::ConditionText;
use std::pin::Pin;
use yew::prelude::*;

use crate::{
    behind::BEHIND,
    components::PracticeQuestionProps,
    journey::Stop,
    state::{Action, Change, State},
    view::{Dispatch, View},
};

/// The second part could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHere;

/// What a state becomes once it is known what the device holds.
pub type Found = Box<dyn Fn(State) -> State>;

/// What is in the second part. Whoever has it knows that it is here.
#[derive(Debug)]
pub struct Behind {
    /// Finds what is kept on this device.
    pub find: fn() -> Pin<Box<dyn Future<Output = Found>>>,
    /// What goes on beside the pages: saving, other tabs, the rest of the words, the lock, reading aloud.
    pub attend: fn(&UseReducerHandle<State>) -> Html,
    /// Draws the page that belongs to the address, if it is none of the first ones.
    pub page: fn(&View<'_>) -> Html,
    /// Does what the first pages cannot ask for.
    pub reduce: fn(&mut State, Action),
    /// Makes a change that the first pages cannot ask for.
    pub change: fn(&mut State, &AssessmentId, Change, Moment),
    /// Puts back what was taken away.
    pub undo: fn(&mut State, Moment),
    /// Speaks another language; with the pages under 'Learn', if they are read.
    pub speak: fn(String, bool, Dispatch),
    /// What was just taken away, with the way back.
    pub toast: fn(&View<'_>) -> Html,
    /// On the start page: what a file on a disk needs first, what was begun, what to be reminded of.
    pub start: fn(&View<'_>) -> Html,
    /// Below the questions: where the knowledge comes from, hard words, where to read more.
    pub below: fn(&View<'_>, &Assessment, &Stop, &ConditionText) -> Html,
    /// Beside a question: why it matters.
    pub why: fn(&PracticeQuestionProps) -> Html,
    /// Beside a question: an example.
    pub example: fn(&PracticeQuestionProps) -> Html,
    /// Under a question: the field for a note.
    pub note: fn(&PracticeQuestionProps) -> Html,
    /// Under a question: reading it aloud.
    pub aloud: fn(&PracticeQuestionProps) -> Html,
}

/// The second part, once it is here. After a failure it can be asked for again.
///
/// # Errors
///
/// [`NotHere`] without network, or when the file is damaged.
pub async fn behind() -> Result<&'static Behind, NotHere> {
    load().await
}

#[cfg(not(split))]
async fn load() -> Result<&'static Behind, NotHere> {
    Ok(&BEHIND)
}

#[cfg(split)]
use split::load;

/// The macro declares what the build links later, which the compiler cannot check.
#[cfg(split)]
#[allow(unsafe_code)]
mod split {
    use super::{BEHIND, Behind, NotHere};

    impl From<wasm_split_helpers::SplitLoaderError> for NotHere {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split_helpers::wasm_split(behind, fallible)]
    pub fn load() -> Result<&'static Behind, NotHere> {
        Ok(&BEHIND)
    }
}
