//! Each question that is asked, with what was said: the rows that the report, Excel and CSV share.

use assessment::{Answer, Assessment, ConditionId, Date, PracticeId, View, tailor};
use content::{TakeWord, Text};

use crate::{
    Voice, Wording,
    names::{answer_name, capital},
};

/// A question that is asked, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub condition: ConditionId,
    pub condition_name: Text,
    pub practice: PracticeId,
    pub title: Text,
    pub answer: Option<Answer>,
    /// What was answered, in a few words; empty as long as nothing was.
    pub name: String,
    /// What the chosen level looks like; empty for any other answer.
    pub text: String,
    /// The day on which the answer was last given.
    pub on: Option<Date>,
    /// Empty if notes were not chosen, or there is none.
    pub note: String,
}

impl Asked {
    /// The answer in words, as it stands in a table.
    pub fn in_words(&self, voice: &Voice<'_>) -> String {
        match (self.answer, self.text.as_str()) {
            (None, _) => voice.word(TakeWord::ReportNotAnswered),
            (Some(_), "") => capital(&self.name),
            (Some(_), text) => [&capital(&self.name), ". ", text].concat(),
        }
    }
}

/// Everything that is asked in an assessment, in the order of the instrument.
pub(crate) fn asked(voice: &Voice<'_>, assessment: &Assessment, notes: bool) -> Vec<Asked> {
    let wording = Wording::of(voice.ask, &assessment.profile);
    let entries = tailor(&voice.ask.instrument, assessment);
    let asked = entries.iter().filter(|entry| entry.is_asked()).filter_map(|entry| {
        let practice = &entry.practice.id;
        let (_, text) = voice.ask.practice(practice)?;
        let answer = assessment.answers.get(practice).copied();
        let level = match answer {
            Some(Answer::Level(level)) => wording.level(text, voice.views(practice), level),
            _ => String::new(),
        };
        Some(Asked {
            condition: entry.condition.id.clone(),
            condition_name: voice.ask.condition(&entry.condition.id)?.name.clone(),
            practice: practice.clone(),
            title: text.title.clone(),
            answer,
            name: answer.map(|answer| voice.frame(answer_name(answer))).unwrap_or_default(),
            text: level,
            on: answer.and_then(|_| assessment.answers.time(practice)).map(Date::of),
            note: assessment.notes.get(practice).filter(|_| notes).cloned().unwrap_or_default(),
        })
    });
    asked.collect()
}

/// The code of an answer, the same in every language.
pub fn answer_code(answer: Option<Answer>) -> String {
    match answer {
        None => String::new(),
        Some(Answer::Level(level)) => level.index().to_string(),
        Some(Answer::DontKnow) => "unknown".to_owned(),
        Some(Answer::NotApplicable) => "not-applicable".to_owned(),
        Some(Answer::NotSeen) => "not-seen".to_owned(),
    }
}

/// The side from which an assessment sees the workplace.
pub(crate) fn side(assessment: &Assessment) -> View {
    View::of(&assessment.profile)
}
