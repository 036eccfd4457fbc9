//! Writing the plan of an assessment, without what was never touched.

use assessment::{
    ActionId, Advised, BuddyCheck, Choice, Given, Ladder, Plan, PlanAction, Rung, RungPart, RungStep, Status, When,
};

use super::{block, chosen, field, given, or_null, quoted, touched, worded};
use crate::{
    plain::{one_line, without_controls},
    timestamp,
};

pub(super) fn plan(plan: &Plan) -> String {
    let (buddy, ladder) = (buddy(&plan.buddy), ladder(&plan.ladder));
    let actions = block(4, ['{', '}'], plan.actions.iter().map(action));
    let fields = [
        touched("first-day", &plan.first_day, &None, |day| or_null(day.map(|day| quoted(&timestamp::write_day(day))))),
        touched("rhythm", &plan.rhythm, &None, |rhythm| chosen(*rhythm)),
        several("table", &plan.table),
        (!buddy.is_empty()).then(|| field("buddy", block(4, ['{', '}'], buddy))),
        (!ladder.is_empty()).then(|| field("ladder", block(4, ['{', '}'], ladder))),
        (!plan.actions.is_empty()).then(|| field("actions", actions)),
    ];
    block(3, ['{', '}'], fields.into_iter().flatten())
}

fn buddy(buddy: &BuddyCheck) -> Vec<String> {
    let fields = [
        touched("minutes", &buddy.minutes, &None, |minutes| or_null(minutes.map(|minutes| minutes.to_string()))),
        touched("deputy", &buddy.deputy, &None, |deputy| or_null(deputy.map(|deputy| deputy.to_string()))),
        several("away", &buddy.away),
        several("needs", &buddy.needs),
    ];
    fields.into_iter().flatten().collect()
}

fn ladder(ladder: &Ladder) -> Vec<String> {
    let steps = Rung::ALL.iter().map(|&rung| {
        let fields = step(ladder.step(rung));
        (!fields.is_empty()).then(|| field(rung.id(), block(5, ['{', '}'], fields)))
    });
    let fields = [
        touched("wanted", &ladder.wanted, &false, |wanted| wanted.to_string()),
        touched("until", &ladder.until, &None, |until| or_null(until.map(when))),
    ];
    fields.into_iter().chain(steps).flatten().collect()
}

fn step(step: &RungStep) -> Vec<String> {
    let texts = RungPart::ALL.iter().map(|&part| {
        let Given { at, value } = step.text(part);
        let text = Given { at: *at, value: worded(without_controls(value)) };
        touched(part.id(), &text, &String::new(), |text| quoted(text))
    });
    let rest = [
        touched("form", &step.form, &None, |form| chosen(*form)),
        touched("left-out", &step.left_out, &false, |left_out| left_out.to_string()),
    ];
    texts.chain(rest).flatten().collect()
}

fn action((id, action): (&ActionId, &PlanAction)) -> String {
    let title = Given { at: action.title.at, value: worded(one_line(&action.title.value)) };
    let note = Given { at: action.note.at, value: worded(without_controls(&action.note.value)) };
    let reason = Given { at: action.reason.at, value: worded(without_controls(&action.reason.value)) };
    let fields = [
        Some(field("from", or_null(action.from.as_ref().map(advised)))),
        touched("title", &title, &String::new(), |title| quoted(title)),
        touched("taker", &action.taker, &None, |taker| chosen(*taker)),
        Some(field("when", given(&when(action.when.value), action.when.at))),
        touched("minutes", &action.minutes, &None, |minutes| or_null(minutes.map(|minutes| minutes.to_string()))),
        touched("note", &note, &String::new(), |note| quoted(note)),
        touched("status", &action.status, &Status::ToDo, |status| quoted(status.id())),
        touched("reason", &reason, &String::new(), |reason| quoted(reason)),
        touched("answer-stays", &action.answer_stays, &false, |stays| stays.to_string()),
        touched("removed", &action.removed, &false, |removed| removed.to_string()),
    ];
    field(id.as_str(), block(5, ['{', '}'], fields.into_iter().flatten()))
}

/// Several options, none of them twice: the reader does not take that.
fn several<C: Choice + PartialEq>(name: &str, options: &Given<Vec<C>>) -> Option<String> {
    let mut once = Vec::new();
    for option in &options.value {
        if !once.contains(option) {
            once.push(*option);
        }
    }
    let ids = |options: &Vec<C>| options.iter().map(|option| quoted(option.id())).collect::<Vec<_>>().join(", ");
    touched(name, &Given { at: options.at, value: once }, &Vec::new(), |options| format!("[{}]", ids(options)))
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
