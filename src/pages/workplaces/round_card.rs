//! A round on the page of its workplace: who looked from which side, who still can, and where it leads.

use assessment::{Assessment, Date, PartOf, Round, Scope, View as Side, Workplace, WorkplaceChange};
use content::{Word, WorkplaceWord};
use exchange::{Known, MOST_BYTES};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::VisitPage;
use crate::{
    browser::{annex, clock, files, hash},
    components::markup::{folded, hint},
    errand::Errand,
    journey::Journey,
    pages::visit,
    route::{Extent, Page, Route},
    state::{Action, Change, Look},
};

/// From which sides a view is filled in here. A candidate does that elsewhere.
const SIDES: [Side; 3] = [Side::Employer, Side::Buddy, Side::Practitioner];

impl VisitPage<'_> {
    /// A round: who looked, and what can be done with it. Earlier ones are folded.
    pub(super) fn round_card(
        &self,
        workplace: &Workplace,
        day: Date,
        round: &Round,
        before: Option<Date>,
        latest: bool,
    ) -> Html {
        let views = self.views(&workplace.id, day);
        let event = round.event.value.and_then(|event| self.words.event(event));
        let href = Route::Round(workplace.id.clone(), day).href();
        let in_sight = views.len() + usize::from(round.shared.is_some());
        let same_side = |view: &Assessment| {
            let side = Side::of(&view.profile);
            views.iter().filter(|other| Side::of(&other.profile) == side).count() > 1
        };
        let lacking: Vec<Side> =
            SIDES.into_iter().filter(|side| views.iter().all(|view| Side::of(&view.profile) != *side)).collect();
        let any_twice = views.iter().any(|view| same_side(view));
        let away = views.iter().any(|view| view.put_away.value);
        let title = html! { <h2 id={["round-", &day.0.to_string()].concat()}>{ self.fill(WorkplaceWord::RoundOf, &[("date", &self.date(day))]) }</h2> };
        let others = html! {
            <div class="round__others">
                if round.event.value.is_none() && !lacking.is_empty() {
                    { self.how_much() }
                }
                <p class="device__row">
                    for side in lacking {
                        { self.add_view(workplace, day, round, side) }
                    }
                </p>
                if round.shared.is_none() {
                    { self.shared_file(workplace, day) }
                }
                <p><a data-form-link="" href={Route::Form(Side::Employer, Extent::Quick).href()}>{ self.view.word(Word::FormsLink) }</a></p>
            </div>
        };
        let body = html! {
            <>
                if let Some(event) = event {
                    <p>{ self.fill(WorkplaceWord::AfterEvent, &[("event", &event.name)]) }</p>
                    <p class="hint">{ event.lead.to_string() }</p>
                }
                <ul class="round__views">
                    for view in &views {
                        { self.view_line(view, round, same_side(view)) }
                    }
                    if let Some(shared) = &round.shared {
                        <li data-shared="">
                            <span>{ self.fill(WorkplaceWord::SharedHere, &[("topics", &self.topics(shared))]) }</span>{ " " }
                            <button type="button" class="button--quiet" data-forget-shared="" onclick={self.change(&workplace.id, WorkplaceChange::Shared(day, None))}>{ self.word(WorkplaceWord::SharedForget) }</button>
                        </li>
                    }
                </ul>
                if any_twice {
                    <p class="notice" data-same-side="">{ self.word(WorkplaceWord::SameSide) }</p>
                }
                if in_sight > 1 && !round.revealed.value {
                    <p><button type="button" class="button button--second" data-reveal="" onclick={self.change(&workplace.id, WorkplaceChange::Reveal(day))}>{ self.word(WorkplaceWord::Reveal) }</button></p>
                    if away {
                        { hint(self.word(WorkplaceWord::RevealHint)) }
                    }
                }
                if views.is_empty() {
                    { others }
                } else {
                    { folded("round__more", html! { { self.word(WorkplaceWord::OthersToo) } }, false, others) }
                }
                if !round.agreements.value.is_empty() {
                    <p class="round__agreed">{ round.agreements.value.clone() }</p>
                }
                <p class="device__row">
                    if !views.is_empty() {
                        <a class="button button--second" data-to-leave="" href={Route::Leave(workplace.id.clone(), day).href()}>{ self.word(WorkplaceWord::LeaveLink) }</a>
                    }
                    if in_sight > 1 && round.revealed.value {
                        <a class="button button--second" data-compare="" href={href.clone()}>{ self.word(WorkplaceWord::ToComparison) }</a>
                    }
                    if let Some(before) = before {
                        <a class="button button--second" data-moves="" href={href.clone()}>{ self.fill(WorkplaceWord::ToMoves, &[("date", &self.date(before))]) }</a>
                    }
                </p>
            </>
        };
        let data_round = day.0.to_string();
        if latest {
            html! {
                <section key={day.0} class="card round" data-round={data_round} aria-labelledby={["round-", &day.0.to_string()].concat()}>
                    { title }
                    { body }
                </section>
            }
        } else {
            html! {
                <details key={day.0} class="card round" data-round={data_round}>
                    <summary>{ title }</summary>
                    { body }
                </details>
            }
        }
    }

    /// What a colleague gave: a file that comes into this round.
    fn shared_file(&self, workplace: &Workplace, day: Date) -> Html {
        let (dispatch, id, ask) = (self.view.dispatch.clone(), workplace.id.clone(), self.view.ask().clone());
        let errand = self.view.errand.clone();
        let onchange = Callback::from(move |event: Event| {
            let Some(file) = files::picked(&event) else { return };
            let (dispatch, id, ask, errand) = (dispatch.clone(), id.clone(), ask.clone(), errand.clone());
            spawn_local(async move {
                let files::Pick::Picked(file) = files::read(file, MOST_BYTES).await else {
                    return errand.set(Errand::NothingShared(day));
                };
                let annex = annex::annex().await.ok();
                match annex.and_then(|annex| annex.open_shared(&file.bytes, &Known::from(&ask.instrument))) {
                    Some(shared) => {
                        dispatch.dispatch(Action::Place(id, WorkplaceChange::Shared(day, Some(shared)), clock::now()));
                    }
                    None => errand.set(Errand::NothingShared(day)),
                }
            });
        });
        html! {
            <>
                <p>
                    <label class="file button button--second">
                        <span>{ self.word(WorkplaceWord::OpenShared) }</span>
                        <input type="file" accept=".json,application/json" data-open-shared="" {onchange} />
                    </label>
                </p>
                if **self.view.errand == Errand::NothingShared(day) {
                    <p class="notice" tabindex="-1" data-errand="" data-said="">{ self.word(WorkplaceWord::SharedRefused) }</p>
                }
            </>
        }
    }

    /// One view: how far it is, and the way to it; hidden as long as it is put away.
    fn view_line(&self, view: &Assessment, round: &Round, same_side: bool) -> Html {
        let side = Side::of(&view.profile);
        let journey = Journey::of(&self.view.ask().instrument, view);
        let (answered, asked) = journey.progress();
        let far =
            self.fill(WorkplaceWord::ViewFar, &[("answered", &answered.to_string()), ("asked", &asked.to_string())]);
        let hidden = view.put_away.value && !round.revealed.value;
        let page = if answered == asked { Page::Guidance } else { Page::Situation };
        let go = Route::Assessment(view.id.clone(), page).href();
        let put = |away: bool| self.view.press_to_change(&view.id, Change::PutAway(away));
        let name = self.side(side);
        let one_by_one = visit::resume(&journey, view).filter(|_| answered < asked);
        let one_by_one = one_by_one.map(|practice| Route::Assessment(view.id.clone(), Page::Visit(practice)).href());
        html! {
            <li key={view.id.to_string()} data-view={view.id.to_string()} data-side={side.id()}>
                <b>{ name.clone() }</b>{ " " }
                if hidden {
                    <span>{ self.word(WorkplaceWord::ViewIsAway) }</span>{ " " }
                    <button type="button" class="button--quiet" data-take-out="" onclick={put(false)}>{ self.word(WorkplaceWord::ViewTakeOut) }</button>
                } else {
                    <span>{ far }</span>{ " " }
                    <a data-continue="" href={go} aria-label={[&self.word(WorkplaceWord::ViewOpen), ": ", &name].concat()}>{ self.word(WorkplaceWord::ViewOpen) }</a>{ " " }
                    if let Some(one_by_one) = one_by_one {
                        <a data-one-by-one="" href={one_by_one} aria-label={[&self.word(WorkplaceWord::VisitGo), ": ", &name].concat()}>{ self.word(WorkplaceWord::VisitGo) }</a>{ " " }
                    }
                    if answered > 0 && !round.revealed.value {
                        <button type="button" class="button--quiet" data-put-away="" onclick={put(true)}>{ self.word(WorkplaceWord::ViewPutAway) }</button>
                    }
                }
                if same_side {
                    <button type="button" class="button--quiet" data-take-from-round="" onclick={self.view.press_to_change(&view.id, Change::PartOf(None))}>{ self.word(WorkplaceWord::TakeFromRound) }</button>
                }
            </li>
        }
    }

    /// Briefly or in full.
    fn how_much(&self) -> Html {
        let full = self.view.state.look.full;
        let choose = |full: bool| {
            let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
            Callback::from(move |_: Event| dispatch.dispatch(Action::Look(Look { full, ..look.clone() })))
        };
        html! {
            <fieldset class="plan__order">
                <legend>{ self.word(WorkplaceWord::HowMuch) }</legend>
                for (value, word) in [(false, Word::ScopeQuick), (true, Word::ScopeFull)] {
                    <label class="check">
                        <input type="radio" name="how-much" value={if value { "full" } else { "quick" }} checked={full == value} onchange={choose(value)} />
                        <span>{ self.view.word(word) }</span>
                    </label>
                }
            </fieldset>
        }
    }

    /// Begins a view and goes there.
    fn add_view(&self, workplace: &Workplace, day: Date, round: &Round, side: Side) -> Html {
        let part = PartOf { workplace: workplace.id.clone(), round: day };
        let usual = if self.view.state.look.full { Scope::Full } else { Scope::Quick };
        let scope = round.event.value.map_or(usual, Scope::Recheck);
        let onclick = self.view.press(move |dispatch| {
            let id = clock::new_id();
            dispatch.dispatch(Action::BeginView(id.clone(), part.clone(), side, scope.clone(), clock::now()));
            hash::go(&Route::Assessment(id, Page::Situation));
        });
        html! {
            <button type="button" class="button button--second" data-add-view={side.id()} {onclick}>
                { self.fill(WorkplaceWord::AddView, &[("view", &self.side(side))]) }
            </button>
        }
    }
}
