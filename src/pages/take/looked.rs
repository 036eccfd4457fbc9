//! The words that someone typed are looked through before they go out.

use std::rc::Rc;

use assessment::Assessment;
use content::TakeWord;
use guard::Finding;
use report::{Kind, Order};
use yew::prelude::*;

use super::{Table, TakingPage};
use crate::{
    browser::annex,
    components::{
        guard_findings,
        markup::{notice, paragraph},
    },
};

/// What the guard found in the words that someone typed.
#[derive(Clone, PartialEq)]
pub(super) enum Looked {
    Clean,
    Found(Rc<Vec<Finding>>),
    Unchecked,
}

/// What someone typed and what now goes out: notes and plan in the report, and every line that was changed.
pub(super) fn typed(table: &Table, assessment: &Assessment, order: Order) -> Vec<String> {
    let Table::Laid { first, now, .. } = table else { return Vec::new() };
    let mut typed: Vec<String> = Vec::new();
    if order.kind != Kind::Card {
        typed.extend(assessment.plan.present().map(|(_, action)| action.title.value.clone()));
    }
    if order.kind == Kind::Report {
        typed.extend(assessment.plan.ladder.texts().cloned());
    }
    if order.notes {
        typed.extend(assessment.notes.iter().map(|(_, note)| note.clone()));
        typed.extend(assessment.plan.texts().map(str::to_owned));
    }
    let changed = now.open_points().filter(|point| !first.open_points().any(|was| was == *point));
    for point in changed {
        typed.push(point.text.clone());
        typed.extend(point.facts.iter().map(|fact| fact.value.clone()));
    }
    typed.retain(|text| !text.is_empty());
    typed
}

pub(super) async fn look_through(typed: &[String]) -> Looked {
    if typed.is_empty() {
        return Looked::Clean;
    }
    let Ok(annex) = annex::with_guard_at_leisure().await else { return Looked::Unchecked };
    let found: Vec<Finding> = typed.iter().flat_map(|text| annex.check_note(text)).collect();
    if found.is_empty() { Looked::Clean } else { Looked::Found(Rc::new(found)) }
}

impl TakingPage<'_> {
    /// What the guard found, beside the ways out.
    pub(super) fn look(&self) -> Html {
        let body = match &*self.looked {
            Looked::Clean => return html! {},
            Looked::Unchecked => notice(self.word(TakeWord::LookUnchecked)),
            Looked::Found(found) => html! {
                <div class="notice" data-doubts="">
                    <p><b>{ self.word(TakeWord::LookTitle) }</b></p>
                    { paragraph(self.word(TakeWord::LookLead)) }
                    if let Some(device) = self.props.library.device() {
                        { guard_findings(&device.words, found) }
                    }
                </div>
            },
        };
        html! { <div role="status">{ body }</div> }
    }
}
