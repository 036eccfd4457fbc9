//! The situation: nine short questions, all of which can be skipped. The first four change most.

use assessment::{Assessment, Experience, ProfileQuestion, Scope};
use content::Word;
use yew::prelude::*;

use crate::{
    browser::focus,
    components::{choices, heading, markup::lead, rail},
    journey::Journey,
    route::{Page, Route},
    state::{Change, FIRST_QUESTIONS},
    view::View,
};

pub fn page(view: &View<'_>, assessment: &Assessment) -> Html {
    let journey = Journey::of(&view.ask().instrument, assessment);
    let next = journey.resume().cloned().map_or(Page::Guidance, Page::Questions);
    let (first, more) = ProfileQuestion::ALL.split_at(FIRST_QUESTIONS);
    let more_chosen = more.iter().any(|&question| assessment.profile.chosen(question).is_some());
    html! {
        <div class="page page--rail">
            { rail(view, assessment, &journey, None) }
            <div class="page__column">
                { heading(view.word(Word::SituationTitle), None) }
                { lead(view.word(Word::SituationLead)) }
                <div class="situation">
                    for question in first {
                        { choices(view, assessment, *question) }
                    }
                </div>
                <details class="situation__more" data-more="" open={more_chosen || view.state.unfolded}>
                    <summary>{ view.word(Word::SituationMore) }</summary>
                    <div class="situation">
                        for question in more {
                            { choices(view, assessment, *question) }
                        }
                    </div>
                </details>
                { suggestion(view, assessment) }
                <p class="page__next">
                    <a class="button" href={Route::Assessment(assessment.id.clone(), next).href()} data-next="">{ view.word(Word::SituationNext) }</a>
                </p>
            </div>
        </div>
    }
}

/// Experience suggests how much to ask (P7); the user decides.
fn suggestion(view: &View<'_>, assessment: &Assessment) -> Html {
    let suggested = match (assessment.profile.experience, &assessment.scope.value) {
        (Some(Experience::First), Scope::Full) => Some((Word::SuggestQuick, Word::SuggestQuickAction, Scope::Quick)),
        (Some(Experience::Often), Scope::Quick) => Some((Word::SuggestFull, Word::SuggestFullAction, Scope::Full)),
        _ => None,
    };
    html! {
        <div role="status">
            if let Some((text, action, scope)) = suggested {
                <div class="notice">
                    <p>{ view.word(text) }</p>
                    <button type="button" class="button button--second" data-switch="" onclick={
                        let act = view.press_to_change(&assessment.id, Change::Scope(scope));
                        move |event: MouseEvent| {
                            // The suggestion goes away with this button; what comes next stands below it.
                            focus::on("a[data-next]");
                            act.emit(event);
                        }
                    }>
                        { view.word(action) }
                    </button>
                </div>
            }
        </div>
    }
}
