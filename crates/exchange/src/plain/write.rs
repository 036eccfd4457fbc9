//! Writing the JSON file: one value a line, so that people can read and compare it.

mod plan;
mod workplace;

use assessment::{
    Answer, Assessment, ByPractice, Choice, Given, Moment, PartOf, PracticeId, ProfileQuestion, Record, Scope, Shared,
};
use serde_json::Value;

use super::{FORMAT, SHARED_FORMAT, SHARED_VERSION, VERSION, without_controls};
use crate::timestamp;

/// Writes records with everything that was given, and when: the workplaces first, then the assessments.
///
/// [`read`](crate::read()) gives them back as they are, with few exceptions: control characters are left out of notes (a
/// tab and an end of line are none there), of titles and of labels, one of these of nothing but white space becomes an
/// empty one, nobody sits at a table twice, what a candidate handed over comes back in the order of the instrument and
/// is left out if it was nothing, and a moment or day after the year 9999 becomes the last one in it.
///
/// The text can become longer than what is read again: [`can_be_opened`](crate::can_be_opened()) tells. It takes thousands of
/// assessments.
pub fn write(records: &[Record], made: Moment) -> String {
    let mut workplaces = records.iter().filter_map(Record::workplace).peekable();
    let assessments = records.iter().filter_map(Record::assessment);
    let fields = [
        Some(field("format", quoted(FORMAT))),
        Some(field("version", VERSION.to_string())),
        Some(field("made", quoted(&timestamp::write(made)))),
        workplaces
            .peek()
            .is_some()
            .then(|| field("workplaces", block(1, ['[', ']'], workplaces.map(workplace::workplace)))),
        Some(field("assessments", block(1, ['[', ']'], assessments.map(assessment)))),
    ];
    block(0, ['{', '}'], fields.into_iter().flatten()) + "\n"
}

/// Writes what a candidate hands over: the shared topics and nothing else, neither a date nor an id.
pub fn write_shared(shared: &Shared) -> String {
    let fields = [
        field("format", quoted(SHARED_FORMAT)),
        field("version", SHARED_VERSION.to_string()),
        field("shared", workplace::shared(1, shared)),
    ];
    block(0, ['{', '}'], fields) + "\n"
}

fn assessment(assessment: &Assessment) -> String {
    let fields = [
        field("id", quoted(assessment.id.as_str())),
        field("instrument", assessment.instrument.to_string()),
        field("started", quoted(&timestamp::write(assessment.started))),
        field("scope", given(&scope(&assessment.scope.value), assessment.scope.at)),
        field("profile", block(3, ['{', '}'], profile(assessment))),
        field("answers", by_practice(&assessment.answers, |&answer| self::answer(answer), "null")),
        field("notes", by_practice(&assessment.notes, |text| note(text), "null")),
        field("added-back", by_practice(&assessment.added_back, |()| "true".to_owned(), "false")),
        field("set-aside", by_practice(&assessment.set_aside, |()| "true".to_owned(), "false")),
        field("plan", plan::plan(&assessment.plan)),
    ];
    let later = [
        touched("part-of", &assessment.part_of, &None, |part| or_null(part.as_ref().map(part_of))),
        touched("put-away", &assessment.put_away, &false, |away| away.to_string()),
    ];
    block(2, ['{', '}'], fields.into_iter().chain(later.into_iter().flatten()))
}

fn part_of(part: &PartOf) -> String {
    let (workplace, round) = (quoted(part.workplace.as_str()), quoted(&timestamp::write_day(part.round)));
    format!("{{ \"workplace\": {workplace}, \"round\": {round} }}")
}

/// The questions about the situation that were ever touched.
fn profile(assessment: &Assessment) -> impl Iterator<Item = String> {
    let touched = |(&question, &at): (&ProfileQuestion, &Moment)| {
        let chosen = assessment.profile.chosen(question).and_then(|place| question.options().get(place).copied());
        let is = chosen.map_or("null".to_owned(), quoted);
        (chosen.is_some() || at != Moment(0)).then(|| field(question.id(), given(&is, at)))
    };
    ProfileQuestion::ALL.iter().zip(&assessment.profile_at).filter_map(touched)
}

fn by_practice<T>(values: &ByPractice<T>, is: impl Fn(&T) -> String, taken_back: &str) -> String {
    let values = values.history().map(|(practice, given): (&PracticeId, &Given<Option<T>>)| {
        let is = given.value.as_ref().map_or(taken_back.to_owned(), &is);
        field(practice.as_str(), self::given(&is, given.at))
    });
    block(3, ['{', '}'], values)
}

fn answer(answer: Answer) -> String {
    match answer {
        Answer::Level(level) => level.index().to_string(),
        Answer::DontKnow => quoted("dont-know"),
        Answer::NotApplicable => quoted("not-applicable"),
        Answer::NotSeen => quoted("not-seen"),
    }
}

fn note(note: &str) -> String {
    let note = without_controls(note);
    // The app keeps no empty note, and the reader takes none.
    if note.trim().is_empty() { "null".to_owned() } else { quoted(&note) }
}

fn scope(scope: &Scope) -> String {
    match scope {
        Scope::Quick => quoted("quick"),
        Scope::Full => quoted("full"),
        Scope::Topic(condition) => format!("{{ \"topic\": {} }}", quoted(condition.as_str())),
        Scope::Recheck(event) => format!("{{ \"recheck\": {} }}", quoted(event.id())),
    }
}

/// A value with its time, unless it is still as it was `before` anyone touched it.
fn touched<T: PartialEq>(name: &str, value: &Given<T>, before: &T, is: impl Fn(&T) -> String) -> Option<String> {
    let touched = value.at != Moment(0) || value.value != *before;
    touched.then(|| field(name, given(&is(&value.value), value.at)))
}

fn or_null(is: Option<String>) -> String {
    is.unwrap_or("null".to_owned())
}

fn chosen(option: Option<impl Choice>) -> String {
    or_null(option.map(|option| quoted(option.id())))
}

fn given(is: &str, at: Moment) -> String {
    format!("{{ \"is\": {is}, \"at\": {} }}", quoted(&timestamp::write(at)))
}

fn field(name: &str, value: String) -> String {
    format!("{}: {value}", quoted(name))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A text without words is an empty one.
fn worded(text: String) -> String {
    if text.trim().is_empty() { String::new() } else { text }
}

/// Items between brackets, each on a line of its own, two spaces further in than the brackets.
fn block(depth: usize, [open, close]: [char; 2], items: impl IntoIterator<Item = String>) -> String {
    let (outside, inside) = ("  ".repeat(depth), "  ".repeat(depth + 1));
    let mut text = String::from(open);
    let mut before = "\n";
    for item in items {
        text.extend([before, &inside, &item]);
        before = ",\n";
    }
    if text.len() > 1 {
        text.extend(["\n", &outside]);
    }
    text.push(close);
    text
}
