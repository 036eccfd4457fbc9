//! Writing the plan of an assessment, without what was never touched.

use assessment::{ActionId, Advised, Choice, Given, Moment, Plan, PlanAction, Status, Taker, When};

use super::{block, field, given, quoted};
use crate::{
    plain::{one_line, without_controls},
    timestamp,
};

pub(super) fn plan(plan: &Plan) -> String {
    let table = Given { at: plan.table.at, value: once(&plan.table.value) };
    let actions = block(4, ['{', '}'], plan.actions.iter().map(action));
    let fields = [
        touched("first-day", &plan.first_day, &None, |day| or_null(day.map(|day| quoted(&timestamp::write_day(day))))),
        touched("rhythm", &plan.rhythm, &None, |rhythm| chosen(*rhythm)),
        touched("table", &table, &Vec::new(), |table| seats(table)),
        (!plan.actions.is_empty()).then(|| field("actions", actions)),
    ];
    block(3, ['{', '}'], fields.into_iter().flatten())
}

fn action((id, action): (&ActionId, &PlanAction)) -> String {
    let title = Given { at: action.title.at, value: worded(one_line(&action.title.value)) };
    let note = Given { at: action.note.at, value: worded(without_controls(&action.note.value)) };
    let fields = [
        Some(field("from", or_null(action.from.as_ref().map(advised)))),
        touched("title", &title, &String::new(), |title| quoted(title)),
        touched("taker", &action.taker, &None, |taker| chosen(*taker)),
        Some(field("when", given(&when(action.when.value), action.when.at))),
        touched("minutes", &action.minutes, &None, |minutes| or_null(minutes.map(|minutes| minutes.to_string()))),
        touched("note", &note, &String::new(), |note| quoted(note)),
        touched("status", &action.status, &Status::ToDo, |status| quoted(status.id())),
        touched("removed", &action.removed, &false, |removed| removed.to_string()),
    ];
    field(id.as_str(), block(5, ['{', '}'], fields.into_iter().flatten()))
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

/// Who sits at the table: nobody twice, which the reader does not take.
fn once(table: &[Taker]) -> Vec<Taker> {
    let mut once = Vec::new();
    for taker in table {
        if !once.contains(taker) {
            once.push(*taker);
        }
    }
    once
}

fn seats(table: &[Taker]) -> String {
    let seats: Vec<String> = table.iter().map(|taker| quoted(taker.id())).collect();
    format!("[{}]", seats.join(", "))
}

fn advised(from: &Advised) -> String {
    format!("{{ \"practice\": {}, \"to\": {} }}", quoted(from.practice.as_str()), from.to.index())
}

fn when(when: When) -> String {
    match when {
        When::In(period) => format!("{{ \"in\": {} }}", quoted(period.id())),
        When::By(day) => format!("{{ \"by\": {} }}", quoted(&timestamp::write_day(day))),
    }
}

/// A text without words is an empty one.
fn worded(text: String) -> String {
    if text.trim().is_empty() { String::new() } else { text }
}
