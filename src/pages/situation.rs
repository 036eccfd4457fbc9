//! The situation: nine short questions, all of which can be skipped. The first four change most.

use std::rc::Rc;

use assessment::{Experience, ProfileQuestion, Scope, save::Assessment};
use content::Word;
use yew::prelude::*;

use super::changes;
use crate::{
    app::Dispatch,
    components::{Choices, Heading, Rail},
    journey::Journey,
    route::{Page, Route},
    state::{Change, Library},
};

/// How many questions stand open; the others are one press away.
const FIRST: usize = 4;

#[derive(Properties, PartialEq)]
pub struct SituationPageProps {
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn SituationPage(props: &SituationPageProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let ask = &library.ask;
    let word = |word| AttrValue::from(ask.words.get(word));
    let assessment = &props.assessment;
    let on_change = changes(&dispatch, &assessment.id);
    let journey = Journey::of(&ask.instrument, assessment);
    let next = journey.resume().cloned().map_or(Page::Guidance, Page::Questions);
    let (first, more) = ProfileQuestion::ALL.split_at(FIRST);
    let more_chosen = more.iter().any(|&question| assessment.profile.chosen(question).is_some());
    let question = |question: ProfileQuestion| -> Html {
        let Some(text) = ask.profile.get(question as usize) else { return html! { <div /> } };
        let labels = text.options.iter().map(|label| AttrValue::from(label.clone()));
        html! {
            <Choices
                name={question.id()}
                question={AttrValue::from(text.question.clone())}
                why={AttrValue::from(text.why.clone())}
                options={question.options().into_iter().map(AttrValue::from).zip(labels).collect::<Vec<_>>()}
                chosen={assessment.profile.chosen(question)}
                skip={word(Word::SituationSkip)}
                on_choose={on_change.reform(move |option| Change::Profile(question, option))}
            />
        }
    };
    html! {
        <div class="page page--rail">
            <Rail assessment={assessment.clone()} here={None} />
            <div class="page__column">
                <Heading title={word(Word::SituationTitle)} />
                <p class="lead">{ word(Word::SituationLead) }</p>
                <div class="situation">
                    for each in first {
                        { question(*each) }
                    }
                </div>
                <details class="situation__more" data-more="" open={more_chosen}>
                    <summary>{ word(Word::SituationMore) }</summary>
                    <div class="situation">
                        for each in more {
                            { question(*each) }
                        }
                    </div>
                </details>
                if let Some((text, scope, action)) = suggestion(assessment) {
                    <div class="notice">
                        <p>{ word(text) }</p>
                        <button type="button" class="button button--second" data-switch="" onclick={on_change.reform(move |_: MouseEvent| Change::Scope(scope.clone()))}>
                            { word(action) }
                        </button>
                    </div>
                }
                <p class="page__next">
                    <a class="button" href={Route::Assessment(assessment.id.clone(), next).href()} data-next="">{ word(Word::SituationNext) }</a>
                </p>
            </div>
        </div>
    }
}

/// Experience suggests how much to ask (P7); the user decides.
fn suggestion(assessment: &Assessment) -> Option<(Word, Scope, Word)> {
    match (assessment.profile.experience, &assessment.scope) {
        (Some(Experience::First), Scope::Full) => {
            Some((Word::SuggestQuick, Scope::Quick, Word::SuggestQuickAction))
        }
        (Some(Experience::Often), Scope::Quick) => Some((Word::SuggestFull, Scope::Full, Word::SuggestFullAction)),
        _ => None,
    }
}
