//! A blank form as it stands on the page, and as the packs say it must.

use anyhow::Result;
use assessment::{Practice, View};
use content::{PracticeText, PracticeViews, Word, WorkplaceWord};
use serde::Deserialize;

use crate::{App, ask, views};

/// A question on a form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FormQuestion {
    /// Its practice.
    pub practice: String,
    /// As it is asked.
    pub question: String,
    /// What can be ticked, from top to bottom.
    pub boxes: Vec<String>,
}

/// What can be ticked on a colleague's form.
const OF_CANDIDATE: [WorkplaceWord; 5] = [
    WorkplaceWord::OwnNo,
    WorkplaceWord::OwnLittle,
    WorkplaceWord::OwnMostly,
    WorkplaceWord::OwnYes,
    WorkplaceWord::OwnRather,
];

impl App {
    /// Opens the blank form of a view, and waits for its words.
    pub async fn open_form(&self, view: View, quick: bool) -> Result<()> {
        self.go(&form_address(view, quick)).await?;
        self.wait_for(&format!("[data-form=\"{}\"] [data-practice]", view.id())).await
    }

    /// The questions on the form that is open.
    pub async fn form_questions(&self) -> Result<Vec<FormQuestion>> {
        self.read(include_str!("scripts/form.js"), []).await
    }
}

/// Where a form is.
pub fn form_address(view: View, quick: bool) -> String {
    format!("#/form/{}{}", view.id(), if quick { "/quick" } else { "" })
}

/// The questions that must stand on the form of a view.
pub fn expected_form(language: &str, view: View, quick: bool) -> Vec<FormQuestion> {
    let (ask, views) = (ask(language), views(language));
    let practitioner = ask.words.get(Word::RolePractitioner);
    let asked = ask.instrument.practices().filter(|practice| practice.quick_scan || !quick);
    let question = |practice: &Practice| {
        let (_, text) = ask.practice(&practice.id)?;
        let (question, mut boxes) = words_of(view, text, views.practice(&ask.instrument, &practice.id)?)?;
        match view {
            View::Candidate => boxes.extend(OF_CANDIDATE.map(|word| views.words.get(word).to_string())),
            View::Practitioner => boxes.push(ask.words.get(Word::AnswerNotSeen).to_string()),
            View::Employer | View::Buddy => boxes.push(ask.words.get(Word::AnswerUnknown).to_string()),
        }
        if view != View::Candidate {
            boxes.push(ask.words.get(Word::AnswerNotApplicable).to_string());
        }
        let say = |text: String| text.replace("{practitioner}", &practitioner);
        let boxes = boxes.into_iter().map(say).collect();
        Some(FormQuestion { practice: practice.id.to_string(), question: say(question), boxes })
    };
    asked.filter_map(question).collect()
}

/// A question and its levels in the words of a view; `None` where that view is not asked.
fn words_of(view: View, text: &PracticeText, views: &PracticeViews) -> Option<(String, Vec<String>)> {
    let (question, levels) = match view {
        View::Employer => (&text.question, Some(&text.levels)),
        View::Buddy => views.buddy.as_ref().map(|asked| (&asked.question, Some(&asked.levels)))?,
        View::Practitioner => (&text.question_practitioner, Some(&views.practitioner)),
        View::Candidate => (&views.candidate, None),
    };
    let levels = levels.into_iter().flatten().map(|level| level.to_string());
    Some((question.to_string(), levels.collect()))
}
