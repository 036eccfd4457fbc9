//! One topic: choose a condition to talk about.

use assessment::Scope;
use content::Word;
use yew::prelude::*;

use super::begin;
use crate::{app::Dispatch, components::Heading, state::Library};

#[component]
pub fn TopicsPage() -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let ask = &library.ask;
    let word = |word| AttrValue::from(ask.words.get(word));
    html! {
        <div class="page">
            <Heading title={word(Word::TopicsTitle)} />
            <p class="lead">{ word(Word::TopicsLead) }</p>
            <ul class="ways ways--topics">
                for (condition, text) in ask.instrument.conditions.iter().zip(&ask.conditions) {
                    <li key={condition.id.to_string()}>
                        <button
                            type="button"
                            class="way"
                            data-topic={condition.id.to_string()}
                            onclick={
                                let (dispatch, topic) = (dispatch.clone(), condition.id.clone());
                                Callback::from(move |_: MouseEvent| begin(&dispatch, Scope::Topic(topic.clone())))
                            }
                        >
                            <span class="way__name">{ AttrValue::from(text.name.clone()) }</span>
                            <span class="way__text">{ AttrValue::from(text.meaning.clone()) }</span>
                        </button>
                    </li>
                }
            </ul>
        </div>
    }
}
