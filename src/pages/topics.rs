//! One topic: choose a condition to talk about.

use assessment::Scope;
use content::Word;
use yew::prelude::*;

use super::begin;
use crate::{
    components::{
        heading, icon,
        markup::{lead, span},
    },
    view::{View, attr},
};

pub fn page(view: &View<'_>) -> Html {
    let ask = view.ask();
    html! {
        <div class="page">
            { heading(view.word(Word::TopicsTitle), None) }
            { lead(view.word(Word::TopicsLead)) }
            <ul class="ways ways--topics">
                for (condition, text) in ask.instrument.conditions.iter().zip(&ask.conditions) {
                    <li>
                        <button
                            type="button"
                            class="way"
                            data-topic={condition.id.to_string()}
                            onclick={begin(view, Scope::Topic(condition.id.clone()))}
                        >
                            <span class="way__name">{ icon(condition.id.as_str()) }{ attr(&text.name) }</span>
                            { span("way__text", attr(&text.meaning)) }
                        </button>
                    </li>
                }
            </ul>
        </div>
    }
}
