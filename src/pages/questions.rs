//! One condition: what it is, its questions, and what was left out and why.

use std::rc::Rc;

use assessment::{ConditionId, LeftOut, Respondent, Scope, save::Assessment};
use content::{Word, fill};
use yew::prelude::*;

use super::changes;
use crate::{
    app::Dispatch,
    components::{Heading, PracticeQuestion, Rail},
    journey::{Journey, Stop},
    route::{Page, Route},
    state::{Change, Library},
    wording::Wording,
};

#[derive(Properties, PartialEq)]
pub struct QuestionsPageProps {
    pub assessment: Rc<Assessment>,
    pub condition: ConditionId,
}

#[component]
pub fn QuestionsPage(props: &QuestionsPageProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let ask = &library.ask;
    let word = |word| AttrValue::from(ask.words.get(word));
    let assessment = &props.assessment;
    let on_change = {
        let (dispatch, id) = (dispatch.clone(), assessment.id.clone());
        // Kept over drawings, so that a question that did not change is not drawn again.
        use_memo((), move |()| changes(&dispatch, &id))
    };
    let wording = Wording::of(ask, &assessment.profile);
    let journey = Journey::of(&ask.instrument, assessment);
    let Some(text) = ask.condition(&props.condition) else { return html! { <div /> } };
    let position = journey.position(&props.condition);
    let stop = position.and_then(|position| journey.stops.get(position)).cloned();
    let over = position.map(|position| {
        let numbers = [("number", (position + 1).to_string()), ("all", journey.stops.len().to_string())];
        let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
        AttrValue::from(fill(&word(Word::ConditionOver), &numbers))
    });
    html! {
        <div class="page page--rail">
            <Rail assessment={assessment.clone()} here={props.condition.clone()} />
            <div class="page__column page__column--wide">
                <Heading title={AttrValue::from(text.name.clone())} {over} />
                <p class="lead">{ AttrValue::from(text.meaning.clone()) }</p>
                if assessment.profile.respondent == Some(Respondent::PractitionerAlone) {
                    <p class="notice">{ word(Word::PractitionerAnswers) }</p>
                }
                if matches!(assessment.scope, Scope::Topic(_)) {
                    <Prompts condition={props.condition.clone()} />
                }
                if let Some(stop) = &stop {
                    for practice in &stop.practices {
                        <PracticeQuestion
                            key={practice.to_string()}
                            practice={practice.clone()}
                            wording={wording.clone()}
                            work={assessment.profile.work}
                            chosen={assessment.answers.get(practice)}
                            note={assessment.notes.get(practice).map(|note| AttrValue::from(note.value.clone())).unwrap_or_default()}
                            on_change={(*on_change).clone()}
                        />
                    }
                    { left_out(&library, stop, &on_change) }
                } else {
                    <p class="notice">{ word(Word::ConditionNotAsked) }</p>
                }
                { ways_on(&library, assessment, &journey, position) }
            </div>
        </div>
    }
}

/// What the profile leaves out is said, with the reason, and can be asked all the same.
fn left_out(library: &Library, stop: &Stop, on_change: &Callback<Change>) -> Html {
    let word = |word| AttrValue::from(library.ask.words.get(word));
    html! {
        <div class="left-outs">
            for (practice, reason) in &stop.left_out {
                <div class="notice left-out" data-left-out={practice.to_string()}>
                    <p>
                        <b>{ library.ask.practice(practice).map(|(_, text)| AttrValue::from(text.title.clone())).unwrap_or_default() }</b>
                        { " " }
                        { word(match reason {
                            LeftOut::NoPractitionerYet => Word::LeftOutNoPractitioner,
                            LeftOut::NotForBuddy => Word::LeftOutBuddy,
                        }) }
                    </p>
                    <button
                        type="button"
                        class="button button--second"
                        data-add-back=""
                        onclick={
                            let practice = practice.clone();
                            on_change.reform(move |_: MouseEvent| Change::AddBack(practice.clone()))
                        }
                    >
                        { word(Word::LeftOutAddBack) }
                    </button>
                </div>
            }
        </div>
    }
}

/// Back, next, and the reminder that nothing has to be answered now.
fn ways_on(library: &Library, assessment: &Assessment, journey: &Journey, position: Option<usize>) -> Html {
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let condition = |index: usize| journey.stops.get(index).map(|stop| &stop.condition);
    let name = |id: &ConditionId| {
        library.ask.condition(id).map(|text| AttrValue::from(text.name.clone())).unwrap_or_default()
    };
    let link = |page: Page| Route::Assessment(assessment.id.clone(), page).href();
    let before = position.and_then(|position| position.checked_sub(1)).and_then(condition);
    let after = position.and_then(|position| condition(position + 1));
    let (back, back_name) = before
        .map_or_else(|| (Page::Situation, word(Word::SituationTitle)), |id| (Page::Questions(id.clone()), name(id)));
    let (next, next_name) = after
        .map_or_else(|| (Page::Guidance, word(Word::GuidanceLink)), |id| (Page::Questions(id.clone()), name(id)));
    html! {
        <div class="ways-on">
            <a class="button" href={link(next)} data-next="">{ word(Word::Next) }{ ": " }{ next_name }</a>
            <a class="button button--second" href={link(back)} data-back="">{ word(Word::Back) }{ ": " }{ back_name }</a>
            <p class="hint">{ word(Word::AnswerLater) }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PromptsProps {
    condition: ConditionId,
}

/// One topic is for a talk: open questions come first (P8).
#[component]
fn Prompts(props: &PromptsProps) -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let index = library.ask.instrument.conditions.iter().position(|condition| condition.id == props.condition);
    let prompts = index.and_then(|index| library.advise.as_ref()?.conditions.get(index)).map(|advice| &advice.prompts);
    html! {
        <section class="prompts" aria-labelledby="prompts">
            <h2 id="prompts">{ AttrValue::from(library.ask.words.get(Word::PromptsTitle)) }</h2>
            <ul>
                for prompt in prompts.into_iter().flatten() {
                    <li>{ AttrValue::from(prompt.clone()) }</li>
                }
            </ul>
        </section>
    }
}
