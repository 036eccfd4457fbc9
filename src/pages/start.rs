//! The first page: what was begun, what it is, and four ways to begin.

use std::{collections::BTreeMap, rc::Rc};

use assessment::{AssessmentId, Scope, save::Assessment};
use content::{Word, fill};
use yew::prelude::*;

use super::begin;
use crate::{
    app::Dispatch,
    browser::clock,
    components::Heading,
    journey::Journey,
    route::{Page, Route},
    state::{Action, Library},
};

#[derive(Properties, PartialEq)]
pub struct StartPageProps {
    pub assessments: Rc<BTreeMap<AssessmentId, Rc<Assessment>>>,
    pub unreadable: usize,
}

#[component]
pub fn StartPage(props: &StartPageProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let word = |word| AttrValue::from(library.ask.words.get(word));
    let mut begun: Vec<Rc<Assessment>> = props.assessments.values().cloned().collect();
    begun.sort_by_key(|assessment| std::cmp::Reverse(assessment.changed));
    let latest = begun.first().cloned();
    let start = |scope: Scope| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| begin(&dispatch, scope.clone()))
    };
    html! {
        <div class="page start">
            <div class="start__lead">
                <Heading title={word(Word::SiteName)} />
                <p class="lead">{ word(Word::StartLead) }</p>
            </div>
            if props.unreadable > 0 {
                <p class="notice">{ word(Word::StartUnreadable) }</p>
            }
            if let Some(latest) = latest {
                <section class="start__begun" aria-labelledby="begun">
                    <h2 id="begun">{ word(Word::StartContinue) }</h2>
                    <Begun assessment={latest} first=true />
                    if begun.len() > 1 {
                        <details>
                            <summary>{ word(Word::StartEarlier) }</summary>
                            for assessment in begun.iter().skip(1) {
                                <Begun key={assessment.id.to_string()} assessment={assessment.clone()} first=false />
                            }
                        </details>
                    }
                </section>
            }
            <section class="start__ways" aria-labelledby="ways">
                <h2 id="ways">{ word(if begun.is_empty() { Word::StartHow } else { Word::StartAnew }) }</h2>
                <ul class="ways">
                    <li>
                        <button type="button" class="way way--first" data-scope="quick" onclick={start(Scope::Quick)}>
                            <span class="way__name">{ word(Word::ScopeQuick) }</span>
                            <span class="way__text">{ word(Word::ScopeQuickText) }</span>
                            <span class="way__time">{ word(Word::ScopeQuickTime) }</span>
                        </button>
                    </li>
                    <li>
                        <button type="button" class="way" data-scope="full" onclick={start(Scope::Full)}>
                            <span class="way__name">{ word(Word::ScopeFull) }</span>
                            <span class="way__text">{ word(Word::ScopeFullText) }</span>
                            <span class="way__time">{ word(Word::ScopeFullTime) }</span>
                        </button>
                    </li>
                    <li>
                        <a class="way" href={Route::Topics.href()}>
                            <span class="way__name">{ word(Word::ScopeTopic) }</span>
                            <span class="way__text">{ word(Word::ScopeTopicText) }</span>
                            <span class="way__time">{ word(Word::ScopeTopicTime) }</span>
                        </a>
                    </li>
                </ul>
            </section>
            <section class="start__promises" aria-labelledby="promises">
                <h2 id="promises">{ word(Word::StartGetTitle) }</h2>
                <ul class="ticks">
                    <li>{ word(Word::StartGet1) }</li>
                    <li>{ word(Word::StartGet2) }</li>
                    <li>{ word(Word::StartGet3) }</li>
                </ul>
                <p class="promise">{ word(Word::StartPrivacy) }</p>
            </section>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct BegunProps {
    assessment: Rc<Assessment>,
    /// The latest stands out; its button is the first thing to press.
    first: bool,
}

/// Work in progress, to go on with or to delete.
#[component]
fn Begun(props: &BegunProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let ask = &library.ask;
    let word = |word| AttrValue::from(ask.words.get(word));
    let assessment = &props.assessment;
    let journey = Journey::of(&ask.instrument, assessment);
    let (answered, asked) = journey.progress();
    let page = match journey.resume() {
        Some(condition) if answered > 0 && answered < asked => Page::Questions(condition.clone()),
        _ if answered > 0 => Page::Guidance,
        _ => Page::Situation,
    };
    let about = fill(
        &word(Word::StartBegunAbout),
        &[
            ("answered", &answered.to_string()),
            ("asked", &asked.to_string()),
            ("date", &clock::day_of(assessment.changed, &ask.language)),
        ],
    );
    let name = match &assessment.scope {
        Scope::Quick => word(Word::ScopeQuick),
        Scope::Full => word(Word::ScopeFull),
        Scope::Topic(topic) => ask.condition(topic).map(|text| AttrValue::from(text.name.clone())).unwrap_or_default(),
    };
    let stage = assessment
        .profile
        .chosen(assessment::ProfileQuestion::Stage)
        .and_then(|option| ask.profile.first()?.options.get(option).cloned());
    let id = assessment.id.clone();
    let delete = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Delete(id.clone())))
    };
    // Several of these stand on one page: the name of each says which one is meant.
    let which = [name.as_str(), ", ", &about].concat();
    html! {
        <article class={classes!("begun", props.first.then_some("begun--first"))} data-assessment={id.to_string()}>
            <h3>
                { &name }
                if let Some(stage) = stage {
                    <span class="begun__stage">{ AttrValue::from(stage) }</span>
                }
            </h3>
            <p>{ &about }</p>
            <p class="begun__do">
                <a
                    class={if props.first { "button" } else { "button button--second" }}
                    href={Route::Assessment(id, page).href()}
                    data-continue=""
                    aria-label={[&word(Word::Continue), ": ", &which].concat()}
                >
                    { word(Word::Continue) }
                </a>
                <button type="button" class="button--quiet" data-delete="" onclick={delete} aria-label={[&word(Word::Delete), ": ", &which].concat()}>
                    { word(Word::Delete) }
                </button>
            </p>
        </article>
    }
}
