//! The candidate's own view: on their own device, kept nowhere, shared by topic or not at all.
//!
//! What is typed here lives in [`CandidateView`] in the memory of this page. It has no way into the store, a backup, the undo
//! list or another tab; what goes out is made of the shared topics alone. Leaving the page empties it, and the browser is told
//! (`autocomplete`) not to note the controls down for when it opens the page again.

use assessment::{
    CandidateAnswer, CandidateView, Condition, ConditionId, Level, Practice, PracticeId, Shared, View as Side,
};
use content::{PracticeViews, Word, WorkplaceWord};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::{annex, files, screen},
    components::{
        heading,
        markup::{hint, lead, notice, section},
    },
    errand::{Errand, HandedOver},
    route::{Extent, Route},
    state::Action,
    view::{View, attr},
};

/// The page.
pub fn page(view: &View<'_>) -> Html {
    with_words(view, |page| page.own())
}

impl VisitPage<'_> {
    fn own(&self) -> Html {
        let instrument = &self.view.ask().instrument;
        let own = &self.view.state.own;
        let shared = own.hand_over(instrument);
        let empty = self.turn_own(|_| CandidateView::default());
        html! {
            <div class="page page--narrow own" data-own="">
                { heading(self.word(WorkplaceWord::OwnTitle), None) }
                { lead(self.word(WorkplaceWord::OwnLead)) }
                { notice(self.word(WorkplaceWord::OwnMemory)) }
                <p><a data-form-link="" href={Route::Form(Side::Candidate, Extent::Full).href()}>{ self.view.word(Word::FormsLink) }</a></p>
                for condition in &instrument.conditions {
                    { self.topic(condition) }
                }
                { section("preview", "own__preview", self.word(WorkplaceWord::OwnPreviewTitle), self.preview(&shared)) }
                <p class="device__row">
                    <button type="button" class="button--quiet" data-empty-own="" onclick={empty}>{ self.word(WorkplaceWord::OwnClear) }</button>
                </p>
            </div>
        }
    }

    /// A topic: its questions, and whether it is shared.
    fn topic(&self, condition: &Condition) -> Html {
        let own = &self.view.state.own;
        let name = self.view.ask().condition(&condition.id).map(|text| attr(&text.name)).unwrap_or_default();
        let id = condition.id.clone();
        let shares = own.shares(&condition.id);
        let onchange = self.turn_own_at_change(move |mut own| {
            own.share(&id, !shares);
            own
        });
        html! {
            <section key={condition.id.to_string()} class="own__topic" data-topic={condition.id.to_string()}>
                <h2>{ name }</h2>
                for practice in &condition.practices {
                    if let Some(views) = self.words.practice(&self.view.ask().instrument, &practice.id) {
                        { self.question(practice, views) }
                    }
                }
                <label class="check own__share">
                    <input type="checkbox" autocomplete="off" data-share={condition.id.to_string()} checked={shares} {onchange} />
                    <span>{ self.word(WorkplaceWord::OwnShare) }</span>
                </label>
            </section>
        }
    }

    fn question(&self, practice: &Practice, views: &PracticeViews) -> Html {
        let levels = [WorkplaceWord::OwnNo, WorkplaceWord::OwnLittle, WorkplaceWord::OwnMostly, WorkplaceWord::OwnYes];
        html! {
            <fieldset class="plan__status" data-asked={practice.id.to_string()}>
                <legend>{ attr(&views.candidate) }</legend>
                for (level, word) in Level::ALL.into_iter().zip(levels) {
                    { self.choice(&practice.id, CandidateAnswer::Level(level), word) }
                }
                { self.choice(&practice.id, CandidateAnswer::RatherNotSay, WorkplaceWord::OwnRather) }
            </fieldset>
        }
    }

    fn choice(&self, practice: &PracticeId, answer: CandidateAnswer, word: WorkplaceWord) -> Html {
        let chosen = self.view.state.own.get(practice) == Some(answer);
        let own_practice = practice.clone();
        let onchange = self.turn_own_at_change(move |mut own| {
            own.answer(own_practice.clone(), Some(answer));
            own
        });
        let value = match answer {
            CandidateAnswer::Level(level) => level.index().to_string(),
            CandidateAnswer::RatherNotSay => "rather-not".to_owned(),
        };
        html! {
            <label class={if chosen { "pill pill--chosen" } else { "pill" }}>
                <input type="radio" autocomplete="off" name={["own-", practice.as_str()].concat()} {value} checked={chosen} {onchange} />
                <span>{ self.word(word) }</span>
            </label>
        }
    }

    /// Exactly what would go out, before it does.
    fn preview(&self, shared: &Shared) -> Html {
        let said = [WorkplaceWord::OwnNo, WorkplaceWord::OwnLittle, WorkplaceWord::OwnMostly, WorkplaceWord::OwnYes];
        let question = |practice: &PracticeId| {
            let views = self.words.practice(&self.view.ask().instrument, practice);
            views.map(|views| attr(&views.candidate)).unwrap_or_default()
        };
        let name =
            |topic: &ConditionId| self.view.ask().condition(topic).map(|text| attr(&text.name)).unwrap_or_default();
        html! {
            <>
                { hint(self.word(WorkplaceWord::OwnAlone)) }
                if shared.is_empty() {
                    <p data-nothing="">{ self.word(WorkplaceWord::OwnPreviewNone) }</p>
                } else {
                    for (topic, levels) in &shared.0 {
                        <div data-preview={topic.to_string()}>
                            <h3>{ name(topic) }</h3>
                            <ul>
                                for (practice, level) in levels {
                                    <li>{ question(practice) }{ " " }<b>{ self.word(said[level.index()]) }</b></li>
                                }
                            </ul>
                        </div>
                    }
                    <p class="device__row own__ways">
                        <button type="button" class="button" data-give="" onclick={self.give(shared)}>{ self.word(WorkplaceWord::OwnGive) }</button>
                        <button type="button" class="button button--second" data-print="" onclick={|_: MouseEvent| screen::print()}>{ self.word(WorkplaceWord::OwnPrint) }</button>
                    </p>
                    { hint(self.word(WorkplaceWord::PrintHeaders)) }
                }
                if let Errand::HandedOver(HandedOver(name)) = &**self.view.errand {
                    <p class="notice" tabindex="-1" data-errand="" data-said="">
                        {
                            match name {
                                Some(name) => AttrValue::from(self.fill(WorkplaceWord::OwnGiven, &[("file", name)])),
                                None => self.view.word(Word::WordsFailed),
                            }
                        }
                    </p>
                }
            </>
        }
    }

    /// Saves the shared topics as a file, without a date in it or in its name.
    fn give(&self, shared: &Shared) -> Callback<MouseEvent> {
        let (shared, errand) = (shared.clone(), self.view.errand.clone());
        let name = [&*self.word(WorkplaceWord::OwnFile), ".json"].concat();
        Callback::from(move |_| {
            let (shared, errand, name) = (shared.clone(), errand.clone(), name.clone());
            spawn_local(async move {
                let file = annex::annex().await.ok().and_then(|annex| annex.write_shared(&shared));
                let saved = file.and_then(|file| files::save(&name, "application/json", &file));
                errand.set(Errand::HandedOver(HandedOver(saved.map(|()| name))));
            });
        })
    }

    fn turn_own(&self, turn: impl Fn(CandidateView) -> CandidateView + 'static) -> Callback<MouseEvent> {
        let (dispatch, own) = (self.view.dispatch.clone(), self.view.state.own.clone());
        Callback::from(move |_| dispatch.dispatch(Action::Own(turn(own.clone()))))
    }

    fn turn_own_at_change(&self, turn: impl Fn(CandidateView) -> CandidateView + 'static) -> Callback<Event> {
        let (dispatch, own) = (self.view.dispatch.clone(), self.view.state.own.clone());
        Callback::from(move |_| dispatch.dispatch(Action::Own(turn(own.clone()))))
    }
}
