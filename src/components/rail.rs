//! The way through the conditions: where one is, what is answered, and every other page one press away.

use assessment::{Assessment, ConditionId};
use content::{Word, fill};
use yew::prelude::*;

use super::icon;
use crate::{
    journey::Journey,
    route::{Page, Route},
    view::{View, attr},
};

/// The rail of an assessment, seen from one of its conditions or from none.
pub fn rail(view: &View<'_>, assessment: &Assessment, journey: &Journey, here: Option<&ConditionId>) -> Html {
    let (answered, asked) = journey.progress();
    let link = |page: Page| Route::Assessment(assessment.id.clone(), page).href();
    let counted = |word: Word, answered: usize, asked: usize| {
        fill(&view.word(word), &[("answered", &answered.to_string()), ("asked", &asked.to_string())])
    };
    html! {
        <nav class="rail" aria-label={view.word(Word::RailLabel)}>
            <p class="rail__progress" id="progress" data-answered={answered.to_string()} data-asked={asked.to_string()}>
                <progress value={answered.to_string()} max={asked.max(1).to_string()} aria-hidden="true"></progress>
                <span>{ counted(Word::Progress, answered, asked) }</span>
            </p>
            <details class="rail__all" open={view.wide}>
                <summary>{ view.word(Word::RailAll) }</summary>
                <ol class="rail__list">
                    <li><a href={link(Page::Situation)} aria-current={here.is_none().then_some("page")}>{ view.word(Word::SituationTitle) }</a></li>
                    for stop in &journey.stops {
                        <li>
                            <a
                                href={link(Page::Questions(stop.condition.clone()))}
                                aria-current={(here == Some(&stop.condition)).then_some("page")}
                            >
                                { icon(&stop.condition) }
                                <span class="rail__name">{ view.ask().condition(&stop.condition).map(|text| attr(&text.name)).unwrap_or_default() }</span>
                                <span class="rail__count">
                                    if stop.asked > 0 {
                                        { counted(Word::ProgressShort, stop.answered, stop.asked) }
                                    } else {
                                        { view.word(Word::RailLeftOut) }
                                    }
                                </span>
                            </a>
                        </li>
                    }
                    <li><a href={link(Page::Guidance)}>{ view.word(Word::GuidanceLink) }</a></li>
                    if !assessment.plan.is_empty() {
                        <li><a href={link(Page::Plan)}>{ view.word(Word::PlanLink) }</a></li>
                    }
                </ol>
            </details>
        </nav>
    }
}
