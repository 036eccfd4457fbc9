//! A visit: one practice at a time, for a tablet that is held in one hand. Large rows, what to ask one tap away, and the way on
//! under the thumb.

use assessment::{Assessment, ConditionId, PracticeId};
use content::{Visit, Word, WorkplaceWord};
use yew::prelude::*;

use super::{questions::question, unknown};
use crate::{
    browser::clock,
    components::{TalkClock, heading, markup::folded},
    journey::Journey,
    route::{Page, Route},
    state::Action,
    view::{View, attr},
};

/// The page of one practice.
pub fn page(view: &View<'_>, assessment: &Assessment, practice: &PracticeId) -> Html {
    let journey = Journey::of(&view.ask().instrument, assessment);
    let way: Vec<(&ConditionId, &PracticeId)> = journey.practices().collect();
    let Some(place) = way.iter().position(|(_, asked)| *asked == practice) else { return unknown::page(view) };
    let condition = view.ask().condition(way[place].0);
    let Some(words) = view.library().visit() else {
        return html! {
            <div class="page page--narrow">
                { heading(condition.map(|text| attr(&text.name)).unwrap_or_default(), None) }
                { view.still_loading() }
            </div>
        };
    };
    let word = |word| attr(&words.words.get(word));
    let (number, all) = ((place + 1).to_string(), way.len().to_string());
    let over = words.words.fill(WorkplaceWord::VisitOver, &[("number", &number), ("all", &all)]);
    let to = |place: Option<usize>| {
        let (_, practice) = way.get(place?)?;
        Some(Route::Assessment(assessment.id.clone(), Page::Visit((*practice).clone())).href())
    };
    let end = match &assessment.part_of.value {
        Some(part) => Route::Leave(part.workplace.clone(), part.round),
        None => Route::Assessment(assessment.id.clone(), Page::Guidance),
    };
    html! {
        <div class="page page--narrow visit" data-visit={practice.to_string()}>
            <progress class="visit__far" value={number.clone()} max={all} aria-hidden="true"></progress>
            { heading(condition.map(|text| attr(&text.name)).unwrap_or_default(), Some(over.into())) }
            { folded("visit__prompts", html! { { word(WorkplaceWord::VisitPrompts) } }, false, prompts(view, words, way[place].0)) }
            { question(view, assessment, practice, false) }
            { talk_clock(view, words) }
            <nav class="visit__ways" aria-label={word(WorkplaceWord::VisitWays)}>
                if let Some(before) = to(place.checked_sub(1)) {
                    <a class="button button--second" data-back="" href={before}>{ view.word(Word::Back) }</a>
                }
                if let Some(next) = to(Some(place + 1)) {
                    <a class="button" data-next="" href={next}>{ view.word(Word::Next) }</a>
                } else {
                    <a class="button" data-next="" href={end.href()}>{ word(WorkplaceWord::VisitEnd) }</a>
                }
            </nav>
        </div>
    }
}

/// Where a visit goes on: at the first practice without an answer, or else at the first.
pub fn resume(journey: &Journey, assessment: &Assessment) -> Option<PracticeId> {
    let unanswered = journey.practices().find(|(_, practice)| !assessment.answers.has(practice));
    unanswered.or_else(|| journey.practices().next()).map(|(_, practice)| practice.clone())
}

/// Open questions, and what one leaves out.
fn prompts(view: &View<'_>, words: &Visit, condition: &ConditionId) -> Html {
    let instrument = &view.ask().instrument;
    let index = instrument.conditions.iter().position(|it| it.id == *condition);
    let asked = index.and_then(|index| view.library().advise()?.conditions.get(index));
    let talk = words.condition(instrument, condition);
    html! {
        <div class="talk">
            <ul data-questions="">
                for prompt in asked.map(|advice| advice.prompts.as_slice()).unwrap_or_default() {
                    <li>{ attr(prompt) }</li>
                }
            </ul>
            if let Some(talk) = talk {
                <h2>{ attr(&words.words.get(WorkplaceWord::CardNot)) }</h2>
                <ul>
                    for not in &talk.not {
                        <li>{ attr(not) }</li>
                    }
                </ul>
            }
        </div>
    }
}

/// How long the talk has gone on, only if one wants to see it.
fn talk_clock(view: &View<'_>, words: &Visit) -> Html {
    let since = view.state.talking_since;
    let turned = if since.is_some() { WorkplaceWord::ClockHide } else { WorkplaceWord::ClockShow };
    let turn = view.press(move |dispatch| dispatch.dispatch(Action::Talking(since.is_none().then(clock::now))));
    html! {
        <p class="visit__clock">
            if let Some(since) = since {
                <TalkClock {since} library={view.library().clone()} />
            }
            <button type="button" class="button--quiet" data-clock="" onclick={turn}>{ attr(&words.words.get(turned)) }</button>
        </p>
    }
}
