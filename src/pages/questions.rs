//! One condition: what it is, its questions, and what was left out and why.

use assessment::{Assessment, ConditionId, PracticeId, Respondent, Scope, View as Side};
use content::{ConditionAdvice, ConditionText, Text, Word};
use report::{Wording, names::left_out_word};
use yew::prelude::*;

use crate::{
    components::{
        PracticeQuestion, condition_heading,
        markup::{folded, hint, lead, notice, paragraph},
        rail, read_aloud, read_more, words_explained,
    },
    journey::{Journey, Stop},
    route::{Page, Route},
    state::Change,
    view::{View, attr},
};

pub fn page(view: &View<'_>, assessment: &Assessment, condition: &ConditionId, text: &ConditionText) -> Html {
    let journey = Journey::of(&view.ask().instrument, assessment);
    let position = journey.position(condition);
    let over = position.map(|position| {
        let (number, all) = ((position + 1).to_string(), journey.stops.len().to_string());
        view.ask().words.fill(Word::ConditionOver, &[("number", &number), ("all", &all)]).into()
    });
    html! {
        <div class="page page--rail">
            { rail(view, assessment, &journey, Some(condition)) }
            <div class="page__column page__column--wide">
                { condition_heading(condition.as_str(), attr(&text.name), over) }
                { lead(attr(&text.meaning)) }
                if assessment.profile.respondent == Some(Respondent::PractitionerAlone) {
                    { notice(view.word(Word::PractitionerAnswers)) }
                }
                if matches!(assessment.scope.value, Scope::Topic(_)) {
                    { prompts(view, condition) }
                }
                if Side::of(&assessment.profile) != Side::Employer && view.library().visit().is_none() {
                    { view.still_loading() }
                } else if let Some(stop) = position.and_then(|position| journey.stops.get(position)) {
                    { questions(view, assessment, stop) }
                    { left_out(view, assessment, stop) }
                    if let Some(rest) = &view.library().rest {
                        { (rest.behind.below)(view, assessment, stop, text) }
                    }
                } else {
                    { notice(view.word(Word::ConditionNotAsked)) }
                }
                { ways_on(view, assessment, &journey, position) }
            </div>
        </div>
    }
}

fn questions(view: &View<'_>, assessment: &Assessment, stop: &Stop) -> Html {
    html! {
        <div class="practices">
            for practice in &stop.practices {
                { question(view, assessment, practice, view.wide) }
            }
        </div>
    }
}

/// What one reads on the page: what the condition is, its questions and levels.
fn texts(view: &View<'_>, assessment: &Assessment, stop: &Stop, text: &ConditionText) -> Vec<Text> {
    let wording = Wording::of(view.ask(), &assessment.profile);
    let asked = stop.practices.iter().filter_map(|id| Some((view.ask().practice(id)?.1, view.library().views(id))));
    let asked = asked.flat_map(|(text, views)| {
        let levels = wording.levels(text, views).into_iter().map(Text::from);
        levels.chain([Text::from(wording.question(text, views))])
    });
    asked.chain([text.meaning.clone(), text.name.clone()]).collect()
}

/// One question; `wide` where there is room for a margin beside it.
pub fn question(view: &View<'_>, assessment: &Assessment, practice: &PracticeId, wide: bool) -> Html {
    html! {
        <PracticeQuestion
            key={practice.to_string()}
            library={view.library().clone()}
            dispatch={view.dispatch.clone()}
            assessment={assessment.id.clone()}
            practice={practice.clone()}
            wording={Wording::of(view.ask(), &assessment.profile)}
            work={assessment.profile.work}
            region={assessment.profile.region}
            chosen={assessment.answers.get(practice).copied()}
            note={assessment.notes.get(practice).map(|note| AttrValue::from(note.clone())).unwrap_or_default()}
            aloud={view.aloud(&read_aloud(practice))}
            {wide}
        />
    }
}

/// What the profile leaves out is said, with the reason, and can be asked all the same.
fn left_out(view: &View<'_>, assessment: &Assessment, stop: &Stop) -> Html {
    html! {
        <div class="left-outs">
            for (practice, reason) in &stop.left_out {
                <div class="notice" data-left-out={practice.to_string()}>
                    <p>
                        <b>{ view.ask().practice(practice).map(|(_, text)| attr(&text.title)).unwrap_or_default() }{ ". " }</b>
                        { view.word(left_out_word(*reason)) }
                    </p>
                    <button
                        type="button"
                        class="button button--second"
                        data-add-back=""
                        onclick={view.press_to_change(&assessment.id, Change::AddBack(practice.clone()))}
                    >
                        { view.word(Word::LeftOutAddBack) }
                    </button>
                </div>
            }
        </div>
    }
}

/// Back, next, and the reminder that nothing has to be answered now.
fn ways_on(view: &View<'_>, assessment: &Assessment, journey: &Journey, position: Option<usize>) -> Html {
    let stop = |index: usize| journey.stops.get(index).map(|stop| &stop.condition);
    let named = |condition: Option<&ConditionId>, page: Page, word: Word| match condition {
        Some(id) => {
            (Page::Questions(id.clone()), view.ask().condition(id).map(|text| attr(&text.name)).unwrap_or_default())
        }
        None => (page, view.word(word)),
    };
    let before = position.and_then(|position| stop(position.checked_sub(1)?));
    let after = position.and_then(|position| stop(position + 1));
    let (back, back_name) = named(before, Page::Situation, Word::SituationTitle);
    let (next, next_name) = named(after, Page::Guidance, Word::GuidanceLink);
    let link = |page: Page| Route::Assessment(assessment.id.clone(), page).href();
    html! {
        <div class="ways-on">
            <a class="button" href={link(next)} data-next="">{ view.word(Word::Next) }{ ": " }{ next_name }</a>
            <a class="button button--second" href={link(back)} data-back="">{ view.word(Word::Back) }{ ": " }{ back_name }</a>
            { hint(view.word(Word::AnswerLater)) }
        </div>
    }
}

/// Below the questions: where the knowledge comes from, hard words, where to read more.
pub fn below(view: &View<'_>, assessment: &Assessment, stop: &Stop, text: &ConditionText) -> Html {
    let condition = &stop.condition;
    html! {
        <>
            { evidence(view, condition) }
            { words_explained(view, || texts(view, assessment, stop, text)) }
            { read_more(view, &["conditions/", condition.as_str()].concat(), attr(&text.name)) }
        </>
    }
}

/// How strong the knowledge behind the whole condition is.
fn evidence(view: &View<'_>, condition: &ConditionId) -> Html {
    let text = advice(view, condition).map(|advice| attr(&advice.evidence)).unwrap_or_default();
    folded("aside-item", html! { { view.word(Word::ConditionEvidence) } }, false, paragraph(text))
}

/// What the advice pack says about a condition; `None` until it is here.
fn advice<'a>(view: &'a View<'_>, condition: &ConditionId) -> Option<&'a ConditionAdvice> {
    let index = view.ask().instrument.conditions.iter().position(|candidate| candidate.id == *condition)?;
    view.library().advise()?.conditions.get(index)
}

/// One topic is for a talk: open questions come first (P8).
fn prompts(view: &View<'_>, condition: &ConditionId) -> Html {
    let advice = advice(view, condition);
    html! {
        <section class="prompts" aria-labelledby="prompts">
            <h2 id="prompts">{ view.word(Word::PromptsTitle) }</h2>
            <ul>
                for prompt in advice.map(|advice| advice.prompts.as_slice()).unwrap_or_default() {
                    <li>{ attr(prompt) }</li>
                }
            </ul>
        </section>
    }
}
