//! What would change: ticks beside the open steps, of the plan and of the advice; the picture as it would be; the steps that
//! would come first then; and the way to keep the choice as plan.

use assessment::{ActionId, Advice, AdvicePlace, Advised, PlanAction, PlanChange, guide, what_if};
use content::PlanWord;
use yew::prelude::*;

use super::PlanPage;
use crate::{
    browser::clock,
    components::{linked_picture, markup::titled},
    state::{Action, Change, Look},
    view::{attr, change},
};

/// More than these at a time is seldom of use.
const FEW: usize = 3;

/// A step that can be ticked.
struct Choice {
    id: ActionId,
    title: String,
    leads_to: Advised,
}

impl PlanPage<'_> {
    /// The part of the page; nothing where there is nothing to choose from.
    pub(super) fn what_if(&self) -> Html {
        let ask = self.view.ask();
        let now = guide(&ask.instrument, self.assessment);
        let places = [AdvicePlace::PutRight, AdvicePlace::Start, AdvicePlace::Next];
        let advised = places.into_iter().flat_map(|place| now.at(place));
        let new: Vec<(ActionId, PlanAction)> = advised
            .map(|advice| (PlanAction::id_of(advice), self.taken(advice)))
            .filter(|(id, _)| !self.assessment.plan.has(id))
            .collect();
        let open = self.assessment.plan.present().filter(|(_, action)| action.is_open());
        let steps = open.chain(new.iter().map(|(id, action)| (id, action)));
        let choices: Vec<Choice> = steps
            .filter_map(|(id, action)| {
                Some(Choice { id: id.clone(), title: self.title(action), leads_to: action.from.clone()? })
            })
            .collect();
        if choices.is_empty() {
            return html! { <div /> };
        }
        self.part("what-if", PlanWord::WhatIfTitle, String::new(), self.choose(&choices, &new))
    }

    fn taken(&self, advice: &Advice) -> PlanAction {
        PlanAction::advised(advice, self.assessment.profile.stage, clock::now())
    }

    fn choose(&self, choices: &[Choice], new: &[(ActionId, PlanAction)]) -> Html {
        let look = &self.view.state.look;
        let ticked: Vec<&Choice> = choices.iter().filter(|choice| look.ticked.contains(&choice.id)).collect();
        html! {
            <>
                { self.paragraph(PlanWord::WhatIfLead) }
                <fieldset class="plan__ticks">
                    <legend class="visually-hidden">{ self.word(PlanWord::WhatIfTitle) }</legend>
                    for choice in choices {
                        { self.tick(choice) }
                    }
                </fieldset>
                <div role="status">
                    if ticked.len() > FEW {
                        <p class="notice">{ self.fill(PlanWord::WhatIfMore, &[("count", &ticked.len().to_string())]) }</p>
                    }
                </div>
                if !ticked.is_empty() {
                    { self.then(&ticked, new) }
                }
            </>
        }
    }

    /// The picture and the first steps as they would be then.
    fn then(&self, ticked: &[&Choice], new: &[(ActionId, PlanAction)]) -> Html {
        let instrument = &self.view.ask().instrument;
        let changed = what_if(instrument, self.assessment, ticked.iter().map(|choice| &choice.leads_to));
        let guidance = guide(instrument, &changed);
        let next = guidance.at(AdvicePlace::Start).filter_map(|advice| {
            let (_, text) = self.view.ask().practice(&advice.practice)?;
            Some(attr(&text.title))
        });
        let next: Vec<AttrValue> = next.collect();
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        let unticked = Look { ticked: Vec::new(), ..look };
        let clear = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Look(unticked.clone())));
        html! {
            <div data-what-if="">
                <p class="device__row">
                    { self.keep(new) }
                    <button type="button" class="button--quiet" data-do="clear" onclick={clear}>{ self.word(PlanWord::WhatIfClear) }</button>
                </p>
                { linked_picture(self.view, self.advise, &self.assessment.id, &guidance.picture) }
                if !next.is_empty() {
                    { titled(self.word(PlanWord::WhatIfNext), &next) }
                }
            </div>
        }
    }

    /// What is ticked and not in the plan yet comes into it.
    fn keep(&self, new: &[(ActionId, PlanAction)]) -> Html {
        let ticked = &self.view.state.look.ticked;
        let kept: Vec<_> = new.iter().filter(|(id, _)| ticked.contains(id)).cloned().collect();
        if kept.is_empty() {
            return html! { <span /> };
        }
        let (dispatch, id) = (self.view.dispatch.clone(), self.assessment.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            change(&dispatch, &id, Change::Plan(PlanChange::Put(kept.clone())));
        });
        html! { <button type="button" class="button button--second" data-do="keep" {onclick}>{ self.word(PlanWord::WhatIfKeep) }</button> }
    }

    fn tick(&self, choice: &Choice) -> Html {
        let id = &choice.id;
        let ticked = self.view.state.look.ticked.contains(id);
        let own = id.clone();
        let onchange = self.look(move |look| {
            if ticked {
                look.ticked.retain(|other| *other != own);
            } else {
                look.ticked.push(own.clone());
            }
        });
        html! {
            <label class="check" key={id.to_string()}>
                <input type="checkbox" data-tick={id.to_string()} checked={ticked} {onchange} />
                <span>{ choice.title.clone() }</span>
            </label>
        }
    }
}
