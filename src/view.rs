//! What every page is drawn from.
//!
//! Pages and controls are plain functions of it: a Yew component costs some 3 KB of the main module each (see
//! docs/performance.md), so there is one only where something has a state or a life of its own.

use std::rc::Rc;

use assessment::AssessmentId;
use content::{Ask, Text, Word};
use yew::prelude::*;

use crate::{
    browser::{clock, screen},
    errand::Errands,
    speech::Voices,
    state::{Action, Change, Library, State},
};

/// Hands actions to the state.
pub type Dispatch = UseReducerDispatcher<State>;

/// The state, and the way to change it.
pub struct View<'a> {
    /// The state, to hand it on.
    pub handle: &'a UseReducerHandle<State>,
    /// Everything the page is made from.
    pub state: &'a State,
    /// Where actions go.
    pub dispatch: &'a Dispatch,
    /// Whether there is room for a margin beside the questions.
    pub wide: bool,
    /// Whether the page is a file on a disk, not a site.
    pub from_disk: bool,
    /// The languages there are, each by its code and its own name.
    pub languages: &'a [(String, String)],
    /// What the user is doing on the page 'On this device'.
    pub errand: &'a Errands,
}

impl View<'_> {
    /// The words of the present language.
    pub fn library(&self) -> &Library {
        &self.state.library
    }

    /// The questions and the words of the frame.
    pub fn ask(&self) -> &Rc<Ask> {
        &self.state.library.ask
    }

    /// A word of the frame.
    #[inline(never)]
    pub fn word(&self, word: Word) -> AttrValue {
        attr(&self.ask().words.get(word))
    }

    /// Whether a part of the page is being read aloud; `None` where nothing can be.
    pub fn aloud(&self, part: &str) -> Option<bool> {
        (self.state.voices == Voices::Here).then(|| self.state.aloud.as_deref() == Some(part))
    }

    /// In place of words that are still on their way; with a way to try again once they have failed.
    pub fn still_loading(&self) -> Html {
        html! {
            <div class="loading">
                <p>{ self.word(if self.state.silent { Word::WordsFailed } else { Word::StillLoading }) }</p>
                if self.state.silent {
                    <button type="button" class="button" data-reload="" onclick={|_: MouseEvent| screen::reload()}>
                        { self.word(Word::Reload) }
                    </button>
                }
            </div>
        }
    }

    /// A callback that does something when a button is pressed.
    pub fn press(&self, action: impl Fn(&Dispatch) + 'static) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| action(&dispatch))
    }

    /// A callback that makes one change in an assessment when a button is pressed.
    pub fn press_to_change(&self, id: &AssessmentId, what: Change) -> Callback<MouseEvent> {
        let id = id.clone();
        self.press(move |dispatch| change(dispatch, &id, what.clone()))
    }
}

/// Makes a change in an assessment, now.
pub fn change(dispatch: &Dispatch, id: &AssessmentId, what: Change) {
    dispatch.dispatch(Action::Change(id.clone(), what, clock::now()));
}

/// A text of a pack as Yew takes it: shared, not copied.
#[inline(never)]
pub fn attr(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}
