//! The words of one language, and how it writes a day.

use assessment::{Assessment, Date, PracticeId};
use content::{Advise, Ask, GuidanceWord, PlanWord, Planning, PracticeViews, Take, TakeWord, Text, Visit, Word};

use crate::{letter, steps};

/// The words of one language, and how it writes a day.
pub struct Voice<'a> {
    /// What is asked.
    pub ask: &'a Ask,
    /// What is advised.
    pub advise: &'a Advise,
    /// What is said about the plan.
    pub plan: &'a Planning,
    /// What is said about workplaces, and the other sides.
    pub visit: &'a Visit,
    /// What is said about taking things along.
    pub take: &'a Take,
    /// Writes a day, such as '22 November 2026'.
    pub day: &'a dyn Fn(Date) -> String,
}

impl Voice<'_> {
    pub(crate) fn frame(&self, word: Word) -> String {
        self.ask.words.get(word).to_string()
    }

    pub(crate) fn guidance(&self, word: GuidanceWord) -> String {
        self.advise.words.get(word).to_string()
    }

    pub(crate) fn planning(&self, word: PlanWord) -> String {
        self.plan.words.get(word).to_string()
    }

    pub(crate) fn word(&self, word: TakeWord) -> String {
        self.take.words.get(word).to_string()
    }

    pub(crate) fn fill(&self, word: TakeWord, values: &[(&str, &str)]) -> String {
        self.take.words.fill(word, values)
    }

    pub(crate) fn date(&self, date: Date) -> String {
        (self.day)(date)
    }

    pub(crate) fn title(&self, practice: &PracticeId) -> String {
        letter::practice_title(self.ask, practice).to_string()
    }

    pub(crate) fn views(&self, practice: &PracticeId) -> Option<&PracticeViews> {
        self.visit.practice(&self.ask.instrument, practice)
    }

    pub(crate) fn when(&self, assessment: &Assessment, action: &assessment::PlanAction) -> String {
        steps::step_when(self.plan, assessment, action, self.day)
    }

    /// The name of the app, as it is known where this language is spoken.
    pub(crate) fn site(&self) -> Text {
        self.ask.words.get(Word::SiteName)
    }

    /// A file's name with the day on which it is made.
    pub(crate) fn file(&self, word: TakeWord, made: Date) -> String {
        self.fill(word, &[("date", &crate::sheets::iso(made))])
    }
}
