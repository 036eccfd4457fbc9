//! The heart of the app: four described levels as a flight of steps, then the two answers that are no level.
//!
//! Accessibility: a real fieldset with real radios, so that arrow keys, names and groups are the browser's own. The
//! whole row is the label, at least 44 px high. What is chosen shows in the glyph, the border and the weight of the
//! text, never in colour alone.

use assessment::{Answer, Level, PracticeId};
use yew::prelude::*;

/// The answers to one question.
pub fn answer_steps(
    practice: &PracticeId,
    levels: [String; 4],
    others: [(Answer, AttrValue); 2],
    chosen: Option<Answer>,
    on_answer: &Callback<Answer>,
) -> Html {
    let row = |answer: Answer, text: AttrValue| answer_row(practice, answer, text, chosen == Some(answer), on_answer);
    html! {
        <div class="steps">
            <div class="steps__levels">
                for (level, text) in Level::ALL.into_iter().zip(levels) {
                    { row(Answer::Level(level), text.into()) }
                }
            </div>
            <div class="steps__others">
                for (answer, text) in others {
                    { row(answer, text) }
                }
            </div>
        </div>
    }
}

fn answer_row(
    practice: &PracticeId,
    answer: Answer,
    text: AttrValue,
    chosen: bool,
    on_answer: &Callback<Answer>,
) -> Html {
    let onchange = on_answer.reform(move |_: Event| answer);
    let value = match answer {
        Answer::Level(Level::NotArranged) => "0",
        Answer::Level(Level::Started) => "1",
        Answer::Level(Level::Arranged) => "2",
        Answer::Level(Level::PartOfTheWork) => "3",
        Answer::DontKnow => "unknown",
        Answer::NotSeen => "not-seen",
        Answer::NotApplicable => "not-applicable",
    };
    html! {
        <label class={if chosen { "step step--chosen" } else { "step" }}>
            <input type="radio" name={practice.to_string()} {value} checked={chosen} {onchange} />
            if let Some(level) = answer.level() {
                { step_glyph(level) }
            }
            <span class="step__text">{ text }</span>
        </label>
    }
}

/// A small flight of three steps, as many of them filled as the level is high.
pub fn step_glyph(level: Level) -> Html {
    moved_glyph(Some(level), Some(level))
}

/// The same, with what moved: steps that came are crowned, steps that went are dashed. Without a level now, all are hatched.
pub fn moved_glyph(then: Option<Level>, now: Option<Level>) -> Html {
    let class = |step: usize| {
        let had = then.is_some_and(|then| step < then.index());
        match now {
            None => "glyph__step glyph__step--unknown",
            Some(now) if step < now.index() && had => "glyph__step glyph__step--filled",
            Some(now) if step < now.index() => "glyph__step glyph__step--new",
            Some(_) if had => "glyph__step glyph__step--gone",
            Some(_) => "glyph__step",
        }
    };
    html! {
        <svg class="glyph" viewBox="0 0 30 24" aria-hidden="true" focusable="false">
            <rect x="1.5" y="15.5" width="8" height="7" class={class(0)} />
            <rect x="11" y="8.5" width="8" height="14" class={class(1)} />
            <rect x="20.5" y="1.5" width="8" height="21" class={class(2)} />
        </svg>
    }
}
