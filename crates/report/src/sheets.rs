//! The answers, the plan and the codebook as rows.

use assessment::{Answer, Assessment, Choice, Date, Level, Order, Period, Status, View, When, layout};
use content::TakeWord;
use time::OffsetDateTime;

use crate::{
    Column, Sheet, Sheets, Value, Voice, Wording,
    answers::{answer_code, asked, side},
    names::{answer_name, level_name, period_word, side_name, status_word},
    steps,
};

/// A column: its id, its name, what stands in it, and its width in characters.
type Of = (&'static str, TakeWord, TakeWord, u8);

const ANSWERS: [Of; 11] = [
    ("questions_version", TakeWord::ColumnVersion, TakeWord::ColumnVersionMeans, 10),
    ("side", TakeWord::ColumnSide, TakeWord::ColumnSideMeans, 14),
    ("condition", TakeWord::ColumnCondition, TakeWord::ColumnConditionMeans, 16),
    ("condition_name", TakeWord::ColumnConditionName, TakeWord::ColumnConditionNameMeans, 28),
    ("practice", TakeWord::ColumnPractice, TakeWord::ColumnPracticeMeans, 22),
    ("practice_name", TakeWord::ColumnPracticeName, TakeWord::ColumnPracticeNameMeans, 32),
    ("answer", TakeWord::ColumnAnswer, TakeWord::ColumnAnswerMeans, 14),
    ("answer_name", TakeWord::ColumnAnswerName, TakeWord::ColumnAnswerNameMeans, 20),
    ("answer_text", TakeWord::ColumnAnswerText, TakeWord::ColumnAnswerTextMeans, 60),
    ("answered_on", TakeWord::ColumnAnsweredOn, TakeWord::ColumnAnsweredOnMeans, 12),
    ("note", TakeWord::ColumnNote, TakeWord::ColumnNoteMeans, 50),
];

const PLAN: [Of; 8] = [
    ("step", TakeWord::ColumnStep, TakeWord::ColumnStepMeans, 60),
    ("practice", TakeWord::ColumnPractice, TakeWord::ColumnPracticeMeans, 22),
    ("who", TakeWord::ColumnWho, TakeWord::ColumnWhoMeans, 20),
    ("by", TakeWord::ColumnBy, TakeWord::ColumnByMeans, 12),
    ("period", TakeWord::ColumnPeriod, TakeWord::ColumnPeriodMeans, 22),
    ("minutes", TakeWord::ColumnMinutes, TakeWord::ColumnMinutesMeans, 10),
    ("status", TakeWord::ColumnStatus, TakeWord::ColumnStatusMeans, 14),
    ("note", TakeWord::ColumnNote, TakeWord::ColumnNoteMeans, 50),
];

/// The sheets of an assessment, made on a day; with the user's notes if that was chosen.
pub fn sheets(voice: &Voice<'_>, assessment: &Assessment, made: Date, notes: bool) -> Sheets {
    Sheets {
        language: voice.ask.language.to_string(),
        title: voice.word(TakeWord::DataTitle),
        made,
        answers: answers(voice, assessment, notes),
        plan: plan(voice, assessment, notes),
        codebook: codebook(voice, assessment),
        files: [TakeWord::DataFileName, TakeWord::DataAnswersFile, TakeWord::DataCodebookFile]
            .map(|word| voice.file(word, made)),
    }
}

fn columns(voice: &Voice<'_>, of: &[Of]) -> Vec<Column> {
    let column = |(id, title, _, width): &Of| Column { id: (*id).to_owned(), title: voice.word(*title), width: *width };
    of.iter().map(column).collect()
}

fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Nothing } else { Value::Text(text) }
}

fn answers(voice: &Voice<'_>, assessment: &Assessment, notes: bool) -> Sheet {
    let rows = asked(voice, assessment, notes).into_iter().map(|row| {
        vec![
            Value::Number(voice.ask.instrument.version.into()),
            text(side(assessment).id()),
            text(row.condition.as_str()),
            text(&*row.condition_name),
            text(row.practice.as_str()),
            text(&*row.title),
            text(answer_code(row.answer)),
            text(row.name),
            text(row.text),
            row.on.map_or(Value::Nothing, Value::Day),
            text(row.note),
        ]
    });
    Sheet { name: voice.word(TakeWord::DataAnswers), columns: columns(voice, &ANSWERS), rows: rows.collect() }
}

fn plan(voice: &Voice<'_>, assessment: &Assessment, notes: bool) -> Sheet {
    let wording = Wording::of(voice.ask, &assessment.profile);
    let plan = &assessment.plan;
    let groups = layout(&voice.ask.instrument, plan, Order::ByTime);
    let rows = groups.into_iter().flat_map(|(_, actions)| actions).map(|(_, action)| {
        let period = match action.when.value {
            When::In(period) => period.id(),
            When::By(_) => "",
        };
        vec![
            text(steps::step_title(voice.plan, voice.advise, &wording, action)),
            text(action.from.as_ref().map(|from| from.practice.as_str()).unwrap_or_default()),
            text(steps::step_taker(voice.plan, action)),
            action.due(plan).map_or(Value::Nothing, Value::Day),
            text(period),
            action.minutes.value.map_or(Value::Nothing, |minutes| Value::Number(minutes.into())),
            text(action.status.value.id()),
            text(action.note.value.clone()).filter(notes),
        ]
    });
    Sheet { name: voice.word(TakeWord::DataPlan), columns: columns(voice, &PLAN), rows: rows.collect() }
}

impl Value {
    fn filter(self, keep: bool) -> Self {
        if keep { self } else { Self::Nothing }
    }
}

/// What every column and every code means. Codes of one practice only name it.
fn codebook(voice: &Voice<'_>, assessment: &Assessment) -> Sheet {
    let row = |column: &str, code: &str, practice: &str, meaning: String| {
        vec![text(column), text(code), text(practice), text(meaning)]
    };
    let mut rows = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (id, title, means, _) in ANSWERS.iter().chain(&PLAN) {
        if !seen.contains(id) {
            seen.push(id);
            // In Excel the column bears its name, so the codebook says both.
            rows.push(row(id, "", "", [voice.word(*title), voice.word(*means)].join(". ")));
        }
    }
    for view in [View::Employer, View::Buddy, View::Practitioner] {
        rows.push(row("side", view.id(), "", voice.visit.words.get(side_name(view)).to_string()));
    }
    for level in Level::ALL {
        rows.push(row("answer", &answer_code(Some(Answer::Level(level))), "", voice.frame(level_name(level))));
    }
    for answer in [Answer::DontKnow, Answer::NotApplicable, Answer::NotSeen] {
        rows.push(row("answer", &answer_code(Some(answer)), "", voice.frame(answer_name(answer))));
    }
    for &period in Period::ALL {
        rows.push(row("period", period.id(), "", voice.planning(period_word(period))));
    }
    for &status in Status::ALL {
        rows.push(row("status", status.id(), "", voice.planning(status_word(status))));
    }
    let wording = Wording::of(voice.ask, &assessment.profile);
    for (condition, words) in voice.ask.instrument.conditions.iter().zip(&voice.ask.conditions) {
        rows.push(row("condition", condition.id.as_str(), "", words.name.to_string()));
        for (practice, words) in condition.practices.iter().zip(&words.practices) {
            let id = practice.id.as_str();
            let views = voice.views(&practice.id);
            let asks = [&*words.title, ". ", &wording.question(words, views)].concat();
            rows.push(row("practice", id, "", asks));
            for (level, seen) in Level::ALL.iter().zip(wording.levels(words, views)) {
                rows.push(row("answer", &answer_code(Some(Answer::Level(*level))), id, seen));
            }
        }
    }
    let column = |id: &str, title, width| Column { id: id.to_owned(), title: voice.word(title), width };
    Sheet {
        name: voice.word(TakeWord::DataCodebook),
        columns: vec![
            column("column", TakeWord::DataColumn, 20),
            column("code", TakeWord::DataCode, 20),
            column("practice", TakeWord::DataPracticeOf, 24),
            column("meaning", TakeWord::DataMeaning, 90),
        ],
        rows,
    }
}

/// A day as `2026-11-22`.
pub(crate) fn iso(day: Date) -> String {
    let seconds = i64::try_from(day.start().0 / 1_000).unwrap_or_default();
    let (year, month, day) =
        OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH).to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}
