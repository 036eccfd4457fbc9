//! The words of the present language, and what is said with them about what was just taken away.

use std::rc::Rc;

use assessment::PracticeId;
use content::{
    Advise, Ask, Device, DeviceWord, Examples, HelpWord, Learn, PlanWord, Planning, PracticeViews, Take, Text, Visit,
    Word, Words, WorkplaceWord,
};

use super::Undo;
use crate::parts::Behind;

/// The packs of the present language.
#[derive(Clone, Debug)]
pub struct Library {
    /// Questions and frame: always there.
    pub ask: Rc<Ask>,
    /// The rest: fetched behind the first page.
    pub rest: Option<Rest>,
    /// The pages under 'Learn' and the words explained: fetched when someone opens one.
    pub learn: Option<Rc<Learn>>,
}

/// The words that are not needed for the first page.
#[derive(Clone, Debug)]
pub struct Rest {
    /// What draws with them.
    pub behind: &'static Behind,
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
    /// Everything about taking things along.
    pub take: Rc<Take>,
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

    /// The words for taking things along, once they are here.
    pub fn take(&self) -> Option<&Rc<Take>> {
        self.rest.as_ref().map(|rest| &rest.take)
    }

    /// A practice in the words of the other sides, once they are here.
    pub fn views(&self, practice: &PracticeId) -> Option<&PracticeViews> {
        self.visit()?.practice(&self.ask.instrument, practice)
    }

    /// The words of the help, once they are here.
    pub fn help(&self) -> Option<&Words<HelpWord>> {
        self.rest.as_ref().map(|rest| &rest.device.help)
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
