//! One question of the profile: a few short options, and the reason why it is asked.
//!
//! Accessibility: a fieldset named by the question and described by the reason; skipping is always possible.

use assessment::{Assessment, ProfileQuestion};
use content::Word;
use yew::prelude::*;

use crate::{
    browser::focus,
    state::Change,
    view::{View, attr, change},
};

/// A question of the profile.
pub fn choices(view: &View<'_>, assessment: &Assessment, question: ProfileQuestion) -> Html {
    let Some(text) = view.ask().profile.get(question as usize) else { return html! { <div /> } };
    let name = question.id();
    let why = [name, "-why"].concat();
    let chosen = assessment.profile.chosen(question);
    let onclick = {
        let act = view.press_to_change(&assessment.id, Change::Profile(question, None));
        move |event: MouseEvent| {
            // This button goes away; the question stays.
            focus::on(&["input[name='", name, "']"].concat());
            act.emit(event);
        }
    };
    html! {
        <fieldset class="choices" aria-describedby={why.clone()}>
            <legend class="choices__question">{ attr(&text.question) }</legend>
            <p class="choices__why" id={why}>{ attr(&text.why) }</p>
            <div class="choices__options">
                for (index, (id, label)) in question.options().into_iter().zip(&text.options).enumerate() {
                    <label class={if chosen == Some(index) { "choice choice--chosen" } else { "choice" }}>
                        <input
                            type="radio"
                            {name}
                            value={id}
                            checked={chosen == Some(index)}
                            onchange={
                                let (dispatch, id) = (view.dispatch.clone(), assessment.id.clone());
                                move |_: Event| change(&dispatch, &id, Change::Profile(question, Some(index)))
                            }
                        />
                        <span>{ attr(label) }</span>
                    </label>
                }
            </div>
            if chosen.is_some() {
                <button type="button" class="button--quiet" data-skip="" {onclick}>
                    { view.word(Word::SituationSkip) }
                </button>
            }
        </fieldset>
    }
}
