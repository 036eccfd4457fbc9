//! The first page: what was begun, what it is, and the ways to begin.

use std::cmp::Reverse;

use assessment::{Assessment, ProfileQuestion, Scope, View as Side, sorted_by_key};
use content::Word;
use report::names;
use yew::prelude::*;

use super::begin;
use crate::{
    browser::clock,
    components::{
        heading,
        markup::{lead, paragraph, section, span, way},
    },
    journey::Journey,
    parts::Behind,
    route::{Extent, Page, Route},
    state::Action,
    view::{View, attr},
};

pub fn page(view: &View<'_>) -> Html {
    let none_begun = !view.state.assessments().any(is_begun);
    let behind = |draw: fn(&Behind) -> fn(&View<'_>) -> Html| {
        view.state.behind.map(|behind| draw(behind)(view)).unwrap_or_default()
    };
    html! {
        <div class="page start">
            <div class="start__lead">
                { heading(view.word(Word::StartTitle), None) }
                { lead(view.word(Word::StartLead)) }
                <p class="promise">{ view.word(Word::FooterPromise) }</p>
                if !view.from_disk {
                    { example(view) }
                }
            </div>
            if view.from_disk {
                { behind(|behind| behind.from_disk) }
            }
            // In a file, opening and saving come before all else.
            if view.from_disk {
                { example(view) }
            }
            if !none_begun {
                { behind(|behind| behind.begun) }
            }
            { behind(|behind| behind.reminders) }
            { section("ways", "start__ways", view.word(if none_begun { Word::StartHow } else { Word::StartAnew }), html! {
                <>
                    { quick(view, none_begun) }
                    <ul class="ways">
                        <li>
                            <button type="button" class="way" data-scope="full" onclick={begin(view, Scope::Full)}>
                                { way_text(view, [Word::ScopeFull, Word::ScopeFullText, Word::ScopeFullTime]) }
                            </button>
                        </li>
                        <li>
                            <a class="way" href={Route::Topics.href()}>
                                { way_text(view, [Word::ScopeTopic, Word::ScopeTopicText, Word::ScopeTopicTime]) }
                            </a>
                        </li>
                    </ul>
                </>
            }) }
            { section("get", "start__get", view.word(Word::StartGetTitle), html! {
                <ul class="ticks">
                    for word in [Word::StartGet1, Word::StartGet2, Word::StartGet3] {
                        <li>{ view.word(word) }</li>
                    }
                </ul>
            }) }
            { section("others", "start__rest", view.word(Word::StartOthers), html! {
                <ul class="start__others">
                    for (id, route, name, text) in [
                        ("workplaces", Route::Workplaces, Word::WorkplacesLink, Word::WorkplacesLinkText),
                        ("own", Route::Own, Word::OwnLink, Word::OwnLinkText),
                        ("forms", Route::Form(Side::Employer, Extent::Full), Word::FormsLink, Word::FormsLinkText),
                    ] {
                        <li>
                            <a data-other={id} href={route.href()}>{ view.word(name) }</a>
                            { span("hint", view.word(text)) }
                        </li>
                    }
                </ul>
            }) }
            <div class="promise">
                { paragraph(view.word(Word::StartPrivacy)) }
                { way(&Route::Device, view.word(Word::DeviceLink)) }
            </div>
        </div>
    }
}

/// The way to see what one gets.
fn example(view: &View<'_>) -> Html {
    html! { <p class="alone"><a data-example-link="" href={Route::Example.href()}>{ view.word(Word::StartExample) }</a></p> }
}

/// The one clear way to begin; where something was begun, going on with that comes first.
fn quick(view: &View<'_>, first: bool) -> Html {
    html! {
        <div class="start__first">
            { paragraph(view.word(Word::ScopeQuickText)) }
            <p class="way__time">{ view.word(Word::ScopeQuickTime) }</p>
            <button
                type="button"
                class={if first { "button button--start" } else { "button button--second" }}
                data-scope="quick"
                onclick={begin(view, Scope::Quick)}
            >
                { view.word(Word::StartBegin) }
            </button>
        </div>
    }
}

fn way_text(view: &View<'_>, [name, text, time]: [Word; 3]) -> Html {
    html! {
        <>
            { span("way__name", view.word(name)) }
            { span("way__text", view.word(text)) }
            { span("way__time", view.word(time)) }
        </>
    }
}

/// Whether an assessment is work in progress of one's own, to go on with.
fn is_begun(assessment: &Assessment) -> bool {
    assessment.part_of.value.is_none() && !assessment.is_untouched()
}

/// What was begun, the latest first.
pub fn begun(view: &View<'_>) -> Html {
    let kept = view.state.assessments().filter(|assessment| is_begun(assessment));
    let begun = sorted_by_key(kept, |assessment| Reverse(assessment.changed()));
    let (latest, earlier) = (begun.first(), begun.get(1..).unwrap_or_default());
    html! {
            if let Some(latest) = latest {
                <section class="start__begun" aria-labelledby="begun">
                    <h2 id="begun">{ view.word(Word::StartContinue) }</h2>
                    { begun_card(view, latest, true) }
                    if !earlier.is_empty() {
                        <details>
                            <summary>{ view.word(Word::StartEarlier) }</summary>
                            for assessment in earlier {
                                { begun_card(view, assessment, false) }
                            }
                        </details>
                    }
                </section>
            }
    }
}

/// Work in progress, to go on with or to delete. The latest stands out.
fn begun_card(view: &View<'_>, assessment: &Assessment, latest: bool) -> Html {
    let ask = view.ask();
    let journey = Journey::of(&ask.instrument, assessment);
    let (answered, asked) = journey.progress();
    let page = match journey.resume() {
        Some(condition) if answered > 0 && answered < asked => Page::Questions(condition.clone()),
        _ if answered > 0 => Page::Guidance,
        _ => Page::Situation,
    };
    let about = how_far(view, assessment);
    let name = scope_name(view, &assessment.scope.value);
    let stage =
        assessment.profile.chosen(ProfileQuestion::Stage).and_then(|option| ask.profile.first()?.options.get(option));
    let id = assessment.id.clone();
    let delete = {
        let id = id.clone();
        view.press(move |dispatch| dispatch.dispatch(Action::Delete(vec![(&id).into()])))
    };
    // Several of these stand on one page: the name of each button says which one is meant.
    let labelled = |word: Word| [&view.word(word), ": ", &name, ", ", &about].concat();
    html! {
        <article key={id.to_string()} class={if latest { "begun begun--first" } else { "begun" }} data-assessment={id.to_string()}>
            <h3>
                { &name }
                if let Some(stage) = stage {
                    <span class="begun__stage">{ attr(stage) }</span>
                }
            </h3>
            <p>{ &about }</p>
            <p class="begun__do">
                <a
                    class={if latest { "button" } else { "button button--second" }}
                    href={Route::Assessment(id, page).href()}
                    data-continue=""
                    aria-label={labelled(Word::Continue)}
                >
                    { view.word(Word::Continue) }
                </a>
                <button type="button" class="button--quiet" data-delete="" onclick={delete} aria-label={labelled(Word::Delete)}>
                    { view.word(Word::Delete) }
                </button>
            </p>
        </article>
    }
}

/// What was chosen to fill in.
pub fn scope_name(view: &View<'_>, scope: &Scope) -> AttrValue {
    attr(&names::scope_name(view.ask(), view.library().visit().map(|visit| &**visit), scope))
}

/// How much of an assessment is answered, and when it last changed.
pub fn how_far(view: &View<'_>, assessment: &Assessment) -> String {
    let (answered, asked) = Journey::of(&view.ask().instrument, assessment).progress();
    let date = clock::day_of(assessment.changed(), &view.word(Word::Locale));
    let values = [("answered", answered.to_string()), ("asked", asked.to_string()), ("date", date)];
    view.ask().words.fill(Word::StartBegunAbout, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
