//! The way through the conditions: where one is, what is answered, and every other page one press away.

use std::rc::Rc;

use assessment::{ConditionId, save::Assessment};
use content::{Word, fill};
use yew::prelude::*;

use crate::{
    browser::screen,
    journey::Journey,
    route::{Page, Route},
    state::Library,
};

#[derive(Properties, PartialEq)]
pub struct RailProps {
    pub assessment: Rc<Assessment>,
    pub here: Option<ConditionId>,
}

#[component]
pub fn Rail(props: &RailProps) -> Html {
    let wide = use_memo((), |()| screen::is_wide());
    let Some(library) = use_context::<Library>() else { return html! { <nav /> } };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let journey = Journey::of(&library.ask.instrument, &props.assessment);
    let (answered, asked) = journey.progress();
    let progress = count(&word(Word::Progress), answered, asked);
    let link = |page: Page| Route::Assessment(props.assessment.id.clone(), page).href();
    html! {
        <nav class="rail" aria-label={word(Word::RailLabel)}>
            <p class="rail__progress" id="progress" data-answered={answered.to_string()} data-asked={asked.to_string()}>
                <progress value={answered.to_string()} max={asked.max(1).to_string()} aria-hidden="true"></progress>
                <span>{ progress }</span>
            </p>
            <details class="rail__all" open={*wide}>
                <summary>{ word(Word::RailAll) }</summary>
                <ol class="rail__list">
                    <li><a href={link(Page::Situation)}>{ word(Word::SituationTitle) }</a></li>
                    for stop in &journey.stops {
                        <li>
                            <a
                                href={link(Page::Questions(stop.condition.clone()))}
                                aria-current={(props.here.as_ref() == Some(&stop.condition)).then_some("page")}
                            >
                                <span>{ library.ask.condition(&stop.condition).map(|text| AttrValue::from(text.name.clone())).unwrap_or_default() }</span>
                                <span class="rail__count">{ count(&word(Word::ProgressShort), stop.answered, stop.asked) }</span>
                            </a>
                        </li>
                    }
                    <li><a href={link(Page::Guidance)}>{ word(Word::GuidanceLink) }</a></li>
                </ol>
            </details>
        </nav>
    }
}

fn count(text: &str, answered: usize, asked: usize) -> String {
    fill(text, &[("answered", &answered.to_string()), ("asked", &asked.to_string())])
}
