//! One piece of advice: the step in one line, who and how long, what one will see, and, folded, why it is shown.

use std::rc::Rc;

use assessment::{Advice, AdvicePlace, Because, Doer, Level, Profile};
use content::{Advise, Ask, GuidanceWord, PracticeText, fill};
use yew::prelude::*;

use super::sources::strengths;
use crate::wording::{Wording, doer_id};

#[derive(Properties, PartialEq)]
pub struct AdviceCardProps {
    pub advice: Advice,
    pub ask: Rc<Ask>,
    pub advise: Rc<Advise>,
    pub profile: Profile,
    /// The number of a first step; the others have none.
    #[prop_or_default]
    pub number: Option<usize>,
    /// Whether 'why you see this' stands open, for whoever does this for the first time.
    #[prop_or_default]
    pub explained: bool,
}

#[component]
pub fn AdviceCard(props: &AdviceCardProps) -> Html {
    let AdviceCardProps { advice, ask, advise, .. } = props;
    let (Some((practice, text)), Some(words)) = (ask.practice(&advice.practice), advise.practice(&advice.practice))
    else {
        return html! { <div /> };
    };
    let word = |word| AttrValue::from(advise.words.get(word));
    let wording = Wording::of(ask, &props.profile);
    let then = advice.level.next().unwrap_or(advice.level);
    html! {
        <article class={classes!("card", card_class(advice.place))} data-advice={advice.practice.to_string()} data-place={place_id(advice.place)}>
            <h3 class="card__title">
                if let Some(number) = props.number {
                    <span class="card__number">{ number }</span>
                }
                { AttrValue::from(text.title.clone()) }
            </h3>
            <p class="card__step">{ wording.say(&words.steps[advice.level.index()]) }</p>
            { waits(props, &word) }
            <dl class="card__facts">
                <div><dt>{ word(GuidanceWord::CardWho) }</dt><dd>{ who(&advice.who, &wording, ask) }</dd></div>
                <div><dt>{ word(GuidanceWord::CardTime) }</dt><dd>{ minutes(advice.step.minutes, advise) }</dd></div>
                <div><dt>{ word(GuidanceWord::CardSee) }</dt><dd>{ wording.level(text, then) }</dd></div>
            </dl>
            if advice.once_known {
                <p class="card__mark" data-once-known="">{ word(GuidanceWord::CardOnceKnown) }</p>
            }
            if props.profile.experience == Some(assessment::Experience::Often) && then == Level::PartOfTheWork {
                <p class="card__mark">{ word(GuidanceWord::CardNextPerson) }</p>
            }
            <details class="card__why" data-why="" open={props.explained}>
                <summary>{ word(GuidanceWord::CardWhy) }</summary>
                <p>{ your_answer(advice.level, text, &wording, advise) }</p>
                <p>{ importance(advice, advise) }</p>
                for reason in &advice.because {
                    { because(*reason, advise, &wording) }
                }
                <p>{ AttrValue::from(words.why.clone()) }</p>
                if let Some(region) = words.why_region.as_ref().filter(|_| props.profile.region != Some(assessment::Region::Elsewhere)) {
                    <p>{ AttrValue::from(region.clone()) }</p>
                }
                <p><b>{ word(GuidanceWord::KnowledgeLabel) }</b>{ " " }{ strengths(practice, advise) }</p>
                <ul class="sources">
                    for source in practice.sources.iter().filter_map(|id| advise.source(id)) {
                        <li>{ AttrValue::from(source.citation.clone()) }</li>
                    }
                </ul>
            </details>
        </article>
    }
}

/// What has to come first, by name.
fn waits(props: &AdviceCardProps, word: &impl Fn(GuidanceWord) -> AttrValue) -> Html {
    let names: Vec<(String, AttrValue)> = props
        .advice
        .after
        .iter()
        .filter_map(|id| Some((id.to_string(), AttrValue::from(props.ask.practice(id)?.1.title.clone()))))
        .collect();
    html! {
        <div class="card__after">
            if !names.is_empty() {
                <p>
                    { word(GuidanceWord::CardAfter) }{ " " }
                    for (index, (id, name)) in names.iter().enumerate() {
                        <span data-after={id.clone()}>{ if index > 0 { ", " } else { "" } }{ name }</span>
                    }
                </p>
            }
        </div>
    }
}

/// The reader first; whoever else is named after it.
pub fn who(doers: &[Doer], wording: &Wording, ask: &Ask) -> Html {
    html! {
        <span class="who">
            for (index, doer) in doers.iter().enumerate() {
                <span data-who={doer_id(*doer)}>{ if index > 0 { ", " } else { "" } }{ wording.doer(ask, *doer) }</span>
            }
        </span>
    }
}

/// A rule of thumb in words: minutes, or hours from an hour on.
fn minutes(minutes: u16, advise: &Advise) -> String {
    let (text, count) = match minutes {
        0..60 => (GuidanceWord::Minutes, minutes),
        60..120 => (GuidanceWord::OneHour, 1),
        _ => (GuidanceWord::Hours, minutes / 60),
    };
    advise.words.fill(text, &[("count", &count.to_string())])
}

fn your_answer(level: Level, text: &PracticeText, wording: &Wording, advise: &Advise) -> String {
    fill(&advise.words.get(GuidanceWord::CardYourAnswer), &[("answer", &wording.level(text, level))])
}

/// The numbers behind the order stay inside; this is what they mean.
fn importance(advice: &Advice, advise: &Advise) -> String {
    let mut parts = Vec::new();
    if advice.importance >= 3 {
        parts.push(advise.words.get(GuidanceWord::ImportanceHigh).to_string());
    }
    if advice.place == AdvicePlace::PutRight {
        parts.push(advise.words.get(GuidanceWord::ImportanceGuardrail).to_string());
    }
    if advice.effort == 1 {
        parts.push(advise.words.get(GuidanceWord::ImportanceQuick).to_string());
    }
    match advice.opens {
        0 => {}
        1 => parts.push(advise.words.get(GuidanceWord::OpensOne).to_string()),
        more => parts.push(advise.words.fill(GuidanceWord::OpensMore, &[("count", &more.to_string())])),
    }
    parts.join(" ")
}

fn because(reason: Because, advise: &Advise, wording: &Wording) -> Html {
    html! {
        <p data-because={reason.id()}>{ advise.because(reason.id()).map(|text| wording.say(text)).unwrap_or_default() }</p>
    }
}

fn place_id(place: AdvicePlace) -> &'static str {
    match place {
        AdvicePlace::PutRight => "put-right",
        AdvicePlace::Start => "start",
        AdvicePlace::Next => "next",
        AdvicePlace::Later => "later",
        AdvicePlace::Waiting => "waiting",
    }
}

fn card_class(place: AdvicePlace) -> Option<&'static str> {
    match place {
        AdvicePlace::PutRight => Some("card--right"),
        AdvicePlace::Start => Some("card--start"),
        AdvicePlace::Next | AdvicePlace::Later | AdvicePlace::Waiting => None,
    }
}
