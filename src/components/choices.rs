//! One question of the profile: a few short options, and the reason why it is asked.
//!
//! Accessibility: a fieldset named by the question and described by the reason; skipping is always possible.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// The group's name and the id of the question.
    pub name: AttrValue,
    pub question: AttrValue,
    pub why: AttrValue,
    /// Ids and labels.
    pub options: Vec<(AttrValue, AttrValue)>,
    pub chosen: Option<usize>,
    /// What the button says that takes the choice back.
    pub skip: AttrValue,
    pub on_choose: Callback<Option<usize>>,
}

#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let why_id = format!("{}-why", props.name);
    html! {
        <fieldset class="choices" aria-describedby={why_id.clone()}>
            <legend class="choices__question">{ &props.question }</legend>
            <p class="choices__why" id={why_id}>{ &props.why }</p>
            <div class="choices__options">
                for (index, (id, label)) in props.options.iter().enumerate() {
                    <label class={classes!("choice", (props.chosen == Some(index)).then_some("choice--chosen"))}>
                        <input
                            type="radio"
                            name={props.name.clone()}
                            value={id.clone()}
                            checked={props.chosen == Some(index)}
                            onchange={props.on_choose.reform(move |_: Event| Some(index))}
                        />
                        <span>{ label }</span>
                    </label>
                }
            </div>
            if props.chosen.is_some() {
                <button type="button" class="button--quiet" data-skip="" onclick={props.on_choose.reform(|_: MouseEvent| None)}>
                    { &props.skip }
                </button>
            }
        </fieldset>
    }
}
