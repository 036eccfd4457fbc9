//! One piece of advice: the step in one line, who and how long, what one will see, and, folded, why it is shown.

use assessment::{
    ActionId, Advice, AdvicePlace, Assessment, Doer, Experience, Level, PlanAction, PlanChange, Profile, Region,
};
use content::{Advise, Ask, GuidanceWord, PlanWord, PracticeAdvice, RegionItem, Word};
use report::{Wording, letter, names::doer_id};
use yew::prelude::*;

use super::{markup::paragraph, sources};
use crate::{
    browser::{clock, focus},
    route::{Page, Route},
    state::Change,
    view::{View, attr, change},
};

/// How much of a card stands open.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// A first step, with its number.
    First(usize),
    /// A step that is put right first.
    Full,
    /// One of the many that follow: the step, who and how long; the rest is folded.
    Brief,
}

/// A card.
pub fn advice_card(view: &View<'_>, advise: &Advise, assessment: &Assessment, advice: &Advice, detail: Detail) -> Html {
    let profile = &assessment.profile;
    let ask = view.ask();
    let (Some((practice, text)), Some(words)) = (ask.practice(&advice.practice), advise.practice(&advice.practice))
    else {
        return html! { <div /> };
    };
    let word = |word| attr(&advise.words.get(word));
    let wording = Wording::of(ask, profile);
    let views = view.library().views(&advice.practice);
    let then = advice.leads_to();
    let see = html! { <div><dt>{ word(GuidanceWord::CardSee) }</dt><dd>{ wording.level(text, views, letter::works(advice)) }</dd></div> };
    let brief = detail == Detail::Brief;
    let explained = profile.experience == Some(Experience::First) && !brief;
    let (taken, stage) = (advice.clone(), profile.stage);
    let advised = move || PlanAction::advised(&taken, stage, clock::now());
    // With an example nothing can be done.
    let is_kept = view.state.assessment(&assessment.id).is_some();
    let title = html! {
        <>
            if let Detail::First(number) = detail {
                <span class="card__number">{ number }</span>
            }
            { attr(&text.title) }
        </>
    };
    html! {
        <article key={advice.practice.to_string()} class={["card ", card_class(advice.place)].concat()} data-advice={advice.practice.to_string()} data-place={place_id(advice.place)}>
            if brief {
                <h4 class="card__title">{ title }</h4>
            } else {
                <h3 class="card__title">{ title }</h3>
            }
            <p class="card__step">{ wording.say(&words.steps[advice.level.index()]) }</p>
            { after(ask, advise, advice) }
            <dl class="card__facts">
                <div><dt>{ word(letter::who_word(profile, advice)) }</dt><dd>{ who(&advice.who, &wording, ask) }</dd></div>
                <div><dt>{ word(GuidanceWord::CardTime) }</dt><dd>{ letter::minutes(advice.step.minutes, advise) }</dd></div>
                if !brief {
                    { see.clone() }
                }
            </dl>
            { marks(profile, advise, advice, then) }
            <details class="card__why" data-why="" open={explained}>
                <summary>{ word(if brief { GuidanceWord::CardMore } else { GuidanceWord::CardWhy }) }</summary>
                if brief {
                    <dl class="card__facts">{ see }</dl>
                }
                <p>{ advise.words.fill(GuidanceWord::CardYourAnswer, &[("answer", &wording.level(text, views, advice.level))]) }</p>
                <p>{ letter::importance(advice, advise) }</p>
                for reason in &advice.because {
                    <p data-because={reason.id()}>{ advise.because(reason.id()).map(|text| wording.say(text)).unwrap_or_default() }</p>
                }
                <p>{ attr(&words.why) }</p>
                { in_the_region(profile, advise, advice, words) }
                { sources(practice, advise, &ask.words.get(Word::Locale)) }
            </details>
            if is_kept {
                <p class="card__do">
                { take(view, assessment, PlanAction::id_of(advice), &attr(&text.title), advised) }
                { aside(view, advise, assessment, advice) }
                </p>
            }
        </article>
    }
}

/// What the law and the schemes of the region have to do with it.
fn in_the_region(profile: &Profile, advise: &Advise, advice: &Advice, words: &PracticeAdvice) -> Html {
    if profile.region == Some(Region::Elsewhere) {
        return Html::default();
    }
    let items: Vec<&RegionItem> =
        advise.region.items.iter().filter(|item| item.beside.contains(&advice.practice)).collect();
    html! {
        <>
            if let Some(why) = &words.why_region {
                { paragraph(attr(why)) }
            }
            // Where there are many, they all stand further down.
            if items.len() <= 3 {
                for item in items {
                    <p><b>{ attr(&item.title) }{ ". " }</b>{ attr(&item.text) }</p>
                }
            }
        </>
    }
}

/// A step comes into the plan with one press; what is there already leads to it.
pub fn take(
    view: &View<'_>,
    assessment: &Assessment,
    id: ActionId,
    title: &str,
    step: impl Fn() -> PlanAction + 'static,
) -> Html {
    let Some(plan) = view.library().plan() else { return html! { <span /> } };
    let word = |word| attr(&plan.words.get(word));
    if assessment.plan.has(&id) {
        let href = Route::Assessment(assessment.id.clone(), Page::Plan).href();
        return html! { <a class="card__taken" data-taken="" {href}>{ word(PlanWord::Taken) }</a> };
    }
    let taken = id.to_string();
    let (dispatch, assessment) = (view.dispatch.clone(), assessment.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        change(&dispatch, &assessment, Change::Plan(PlanChange::Put(vec![(id.clone(), step())])));
    });
    let label = [&word(PlanWord::Take), ": ", title].concat();
    html! {
        <button type="button" class="button--quiet" data-take={taken} aria-label={label} {onclick}>{ word(PlanWord::Take) }</button>
    }
}

/// Advice can be put aside and taken up again (rule 8); what has to be put right cannot.
fn aside(view: &View<'_>, advise: &Advise, assessment: &Assessment, advice: &Advice) -> Html {
    let practice = advice.practice.clone();
    let (name, word, change) = match advice.place {
        AdvicePlace::PutRight => return Html::default(),
        AdvicePlace::Aside => ("take-up", GuidanceWord::CardTakeUp, Change::TakeUp(practice)),
        _ => ("put-aside", GuidanceWord::CardAside, Change::SetAside(practice)),
    };
    let title = view.ask().practice(&advice.practice).map(|(_, text)| attr(&text.title)).unwrap_or_default();
    let text = attr(&advise.words.get(word));
    let onclick = {
        let act = view.press_to_change(&assessment.id, change);
        move |event: MouseEvent| {
            // This card goes elsewhere: the focus stays where it was, on its neighbour.
            focus::beside(&event);
            act.emit(event);
        }
    };
    html! {
        <button
            type="button"
            class="button--quiet card__aside"
            data-aside={name}
            aria-label={[&*text, ": ", &title].concat()}
            {onclick}
        >
            { text }
        </button>
    }
}

/// What has to come first, by name.
fn after(ask: &Ask, advise: &Advise, advice: &Advice) -> Html {
    html! {
        <p class="card__after">
            if !advice.after.is_empty() {
                { attr(&advise.words.get(GuidanceWord::CardAfter)) }{ " " }
                for (index, id) in advice.after.iter().enumerate() {
                    <span data-after={id.to_string()}>
                        { if index > 0 { ", " } else { "" } }{ ask.practice(id).map(|(_, text)| attr(&text.title)).unwrap_or_default() }
                    </span>
                }
            }
        </p>
    }
}

fn marks(profile: &Profile, advise: &Advise, advice: &Advice, then: Level) -> Html {
    html! {
        <div class="card__marks">
            if advice.place == AdvicePlace::Next {
                { paragraph(attr(&advise.words.get(GuidanceWord::CardNext))) }
            }
            if advice.once_known {
                <p data-once-known="">{ attr(&advise.words.get(GuidanceWord::CardOnceKnown)) }</p>
            }
            if profile.experience == Some(Experience::Often) && then == Level::PartOfTheWork {
                <p data-next-person="">{ attr(&advise.words.get(GuidanceWord::CardNextPerson)) }</p>
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

fn place_id(place: AdvicePlace) -> &'static str {
    match place {
        AdvicePlace::PutRight => "put-right",
        AdvicePlace::Start => "start",
        AdvicePlace::Next => "next",
        AdvicePlace::Later => "later",
        AdvicePlace::Waiting => "waiting",
        AdvicePlace::Aside => "aside",
    }
}

fn card_class(place: AdvicePlace) -> &'static str {
    match place {
        AdvicePlace::PutRight => "card--right",
        AdvicePlace::Start => "card--start",
        AdvicePlace::Next | AdvicePlace::Later | AdvicePlace::Waiting | AdvicePlace::Aside => "card--brief",
    }
}
