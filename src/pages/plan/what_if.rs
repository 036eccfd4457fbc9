//! What would change: ticks beside the open actions, the picture as it would be, and the steps that would come next.

use assessment::{ActionId, AdvicePlace, guide, what_if};
use content::PlanWord;
use yew::prelude::*;

use super::PlanPage;
use crate::{
    components::{markup::titled, picture},
    state::{Action, Look},
};

/// More than these at a time is seldom of use.
const FEW: usize = 3;

impl PlanPage<'_> {
    pub(super) fn what_if(&self) -> Html {
        let look = &self.view.state.look;
        let instrument = &self.view.ask().instrument;
        let open: Vec<_> =
            self.assessment.plan.present().filter(|(_, action)| action.is_open() && action.from.is_some()).collect();
        let changed = what_if(instrument, self.assessment, &look.ticked);
        let guidance = guide(instrument, &changed);
        let next = guidance.at(AdvicePlace::Start).filter_map(|advice| {
            let (_, text) = self.view.ask().practice(&advice.practice)?;
            Some(AttrValue::from(text.title.to_string()))
        });
        let next: Vec<AttrValue> = next.collect();
        let (dispatch, unticked) = (self.view.dispatch.clone(), Look { ticked: Vec::new(), ..look.clone() });
        let clear = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Look(unticked.clone())));
        html! {
            <>
                { self.paragraph(PlanWord::WhatIfLead) }
                <fieldset class="plan__ticks">
                    <legend class="visually-hidden">{ self.word(PlanWord::WhatIfTitle) }</legend>
                    for (id, action) in open {
                        { self.tick(id, self.title(action)) }
                    }
                </fieldset>
                <div role="status">
                    if look.ticked.len() > FEW {
                        <p class="notice">{ self.fill(PlanWord::WhatIfMore, &[("count", &look.ticked.len().to_string())]) }</p>
                    }
                </div>
                if !look.ticked.is_empty() {
                    <div data-what-if="">
                        <p><button type="button" class="button--quiet" data-do="clear" onclick={clear}>{ self.word(PlanWord::WhatIfClear) }</button></p>
                        { picture(self.view, self.advise, &self.assessment.id, &guidance.picture) }
                        if !next.is_empty() {
                            { titled(self.word(PlanWord::WhatIfNext), &next) }
                        }
                    </div>
                }
            </>
        }
    }

    fn tick(&self, id: &ActionId, title: String) -> Html {
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
                <span>{ title }</span>
            </label>
        }
    }
}
