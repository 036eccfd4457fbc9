//! One practice on a page: its question and levels, a note, and in the margin why it matters and an example.

use assessment::{Answer, PracticeId, Work};
use content::Word;
use yew::prelude::*;

use crate::{
    browser::screen,
    components::{AnswerSteps, NoteField, SourceLine},
    state::{Change, Library},
    wording::{Wording, example_index},
};

#[derive(Properties, PartialEq)]
pub struct PracticeQuestionProps {
    pub practice: PracticeId,
    pub wording: Wording,
    /// The kind of work, for the example.
    pub work: Option<Work>,
    pub chosen: Option<Answer>,
    pub note: AttrValue,
    pub on_change: Callback<Change>,
}

#[component]
pub fn PracticeQuestion(props: &PracticeQuestionProps) -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let Some((_, text)) = library.ask.practice(&props.practice) else { return html! { <div /> } };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let id = &props.practice;
    let on_answer = {
        let id = id.clone();
        props.on_change.reform(move |answer| Change::Answer(id.clone(), answer))
    };
    let on_clear = {
        let id = id.clone();
        props.on_change.reform(move |_: MouseEvent| Change::Clear(id.clone()))
    };
    let on_note = {
        let id = id.clone();
        props.on_change.reform(move |text| Change::Note(id.clone(), text))
    };
    let name = AttrValue::from(id.to_string());
    html! {
        <section class="practice">
            <div class="practice__ask">
                <fieldset class="practice__question" data-practice={name.clone()}>
                    <legend><h2>{ props.wording.question(text) }</h2></legend>
                    <AnswerSteps
                        name={name.clone()}
                        levels={assessment::Level::ALL.map(|level| AttrValue::from(props.wording.level(text, level)))}
                        dont_know={word(Word::AnswerUnknown)}
                        not_applicable={word(Word::AnswerNotApplicable)}
                        chosen={props.chosen}
                        {on_answer}
                    />
                    if props.chosen.is_some() {
                        <button type="button" class="button--quiet" data-clear="" onclick={on_clear}>{ word(Word::AnswerClear) }</button>
                    }
                </fieldset>
                <NoteField name={name.clone()} text={props.note.clone()} {on_note} />
            </div>
            <div class="practice__margin">
                <Why practice={id.clone()} />
                <Example practice={id.clone()} work={props.work} />
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct WhyProps {
    practice: PracticeId,
}

#[component]
fn Why(props: &WhyProps) -> Html {
    let wide = use_memo((), |()| screen::is_wide());
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let advice = library.advise.as_ref().and_then(|advise| advise.practice(&props.practice));
    html! {
        <details class="aside-item" open={*wide}>
            <summary>{ AttrValue::from(library.ask.words.get(Word::WhyItMatters)) }</summary>
            if let Some(advice) = advice {
                <p>{ AttrValue::from(advice.why.clone()) }</p>
                if let Some(region) = &advice.why_region {
                    <p>{ AttrValue::from(region.clone()) }</p>
                }
                <details class="aside-item__more">
                    <summary>{ AttrValue::from(library.ask.words.get(Word::WhereFrom)) }</summary>
                    <SourceLine practice={props.practice.to_string()} />
                </details>
            } else {
                <p>{ AttrValue::from(library.ask.words.get(Word::StillLoading)) }</p>
            }
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct ExampleProps {
    practice: PracticeId,
    work: Option<Work>,
}

/// One example for the kind of work; all five when that is not known.
#[component]
fn Example(props: &ExampleProps) -> Html {
    let wide = use_memo((), |()| screen::is_wide());
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let examples = library.examples.as_ref().and_then(|examples| examples.practice(&props.practice));
    let kinds = library.ask.profile.get(4).map(|question| question.options.clone()).unwrap_or_default();
    html! {
        <details class="aside-item" open={*wide && props.work.is_some()}>
            <summary>{ AttrValue::from(library.ask.words.get(Word::ForExample)) }</summary>
            if let Some(examples) = examples {
                if let Some(work) = props.work {
                    <p>{ AttrValue::from(examples[example_index(work)].clone()) }</p>
                } else {
                    <dl class="examples">
                        for (kind, example) in kinds.iter().zip(examples) {
                            <dt>{ AttrValue::from(kind.clone()) }</dt>
                            <dd>{ AttrValue::from(example.clone()) }</dd>
                        }
                    </dl>
                }
            } else {
                <p>{ AttrValue::from(library.ask.words.get(Word::StillLoading)) }</p>
            }
        </details>
    }
}
