//! The heart of the app: four described levels as a flight of steps, then the two answers that are no level.
//!
//! Accessibility: a real fieldset with real radios, so that arrow keys, names and groups are the browser's own. The
//! whole row is the label, at least 44 px high. What is chosen shows in the glyph, the border and the weight of the
//! text, never in colour alone.

use assessment::{Answer, Level};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct AnswerStepsProps {
    /// The group's name and the id of the practice.
    pub name: AttrValue,
    /// What each level looks like.
    pub levels: [AttrValue; 4],
    pub dont_know: AttrValue,
    pub not_applicable: AttrValue,
    pub chosen: Option<Answer>,
    pub on_answer: Callback<Answer>,
}

#[component]
pub fn AnswerSteps(props: &AnswerStepsProps) -> Html {
    let rows = Level::ALL.map(|level| (Answer::Level(level), props.levels[level.index()].clone()));
    let others =
        [(Answer::DontKnow, props.dont_know.clone()), (Answer::NotApplicable, props.not_applicable.clone())];
    html! {
        <div class="steps">
            <div class="steps__levels">
                for (answer, text) in rows {
                    <AnswerRow {answer} {text} name={props.name.clone()} chosen={props.chosen == Some(answer)} on_answer={props.on_answer.clone()} />
                }
            </div>
            <div class="steps__others">
                for (answer, text) in others {
                    <AnswerRow {answer} {text} name={props.name.clone()} chosen={props.chosen == Some(answer)} on_answer={props.on_answer.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AnswerRowProps {
    answer: Answer,
    text: AttrValue,
    name: AttrValue,
    chosen: bool,
    on_answer: Callback<Answer>,
}

#[component]
fn AnswerRow(props: &AnswerRowProps) -> Html {
    let answer = props.answer;
    let onchange = props.on_answer.reform(move |_: Event| answer);
    let value = match answer {
        Answer::Level(Level::NotArranged) => "0",
        Answer::Level(Level::Started) => "1",
        Answer::Level(Level::Arranged) => "2",
        Answer::Level(Level::PartOfTheWork) => "3",
        Answer::DontKnow => "unknown",
        Answer::NotApplicable => "not-applicable",
    };
    html! {
        <label class={classes!("step", props.chosen.then_some("step--chosen"))}>
            <input type="radio" name={props.name.clone()} {value} checked={props.chosen} {onchange} />
            if let Some(level) = answer.level() {
                <StepGlyph {level} />
            }
            <span class="step__text">{ &props.text }</span>
        </label>
    }
}

#[derive(Properties, PartialEq)]
pub struct StepGlyphProps {
    pub level: Level,
}

/// A small flight of three steps, as many of them filled as the level is high.
#[component]
pub fn StepGlyph(props: &StepGlyphProps) -> Html {
    let class = |step: usize| if step < props.level.index() { "glyph__step glyph__step--filled" } else { "glyph__step" };
    html! {
        <svg class="glyph" viewBox="0 0 30 24" aria-hidden="true" focusable="false">
            <rect x="1.5" y="15.5" width="8" height="7" class={class(0)} />
            <rect x="11" y="8.5" width="8" height="14" class={class(1)} />
            <rect x="20.5" y="1.5" width="8" height="21" class={class(2)} />
        </svg>
    }
}
