//! One workplace: its rounds with the views in each, the next visit, and a new round.

use assessment::{
    Assessment, Choice, Date, Event as Occasion, LONGEST_LABEL, PartOf, Round, Scope, View as Side, Workplace,
    WorkplaceChange, WorkplaceId,
};
use content::WorkplaceWord;
use exchange::{Known, MOST_BYTES};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::{annex, clock, field, files, hash},
    components::{
        WrittenField, heading,
        markup::{folded, hint, section},
    },
    errand::Errand,
    journey::Journey,
    pages::unknown,
    route::{Extent, Page, Route},
    state::{Action, Change, Look},
    view::View,
};

/// The page of a workplace.
pub fn page(view: &View<'_>, id: &WorkplaceId) -> Html {
    match view.state.workplace(id) {
        Some(workplace) => with_words(view, |page| page.place(workplace)),
        None => unknown::page(view),
    }
}

impl VisitPage<'_> {
    fn place(&self, workplace: &Workplace) -> Html {
        let rounds: Vec<(Date, &Round)> = workplace.rounds.iter().map(|(day, round)| (*day, round)).rev().collect();
        html! {
            <div class="page page--narrow workplace" data-workplace={workplace.id.to_string()}>
                { heading(workplace.label.value.clone().into(), Some(self.word(WorkplaceWord::ListTitle))) }
                if let Some(day) = workplace.next_visit.value {
                    <p class="lead">{ self.fill(WorkplaceWord::NextVisitOn, &[("date", &self.date(day))]) }</p>
                }
                if !rounds.is_empty() {
                    { self.prepare(workplace) }
                }
                for (place, (day, round)) in rounds.iter().enumerate() {
                    { self.round_card(workplace, *day, round, rounds.get(place + 1).map(|(day, _)| *day)) }
                }
                { section("new-round", "workplace__new", self.word(WorkplaceWord::NewRound), self.new_round(workplace)) }
                { folded("plan__part", html! { <h2>{ self.word(WorkplaceWord::PlaceSettings) }</h2> }, false, self.settings(workplace)) }
                <p><a href={Route::Workplaces.href()}>{ self.word(WorkplaceWord::ToList) }</a></p>
            </div>
        }
    }

    /// A round: who looked, and what can be done with it.
    fn round_card(&self, workplace: &Workplace, day: Date, round: &Round, before: Option<Date>) -> Html {
        let views = self.views(&workplace.id, day);
        let event = round.event.value.and_then(|event| self.words.event(event));
        let href = Route::Round(workplace.id.clone(), day).href();
        let in_sight = views.len() + usize::from(round.shared.is_some());
        let agreed = {
            let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
            Callback::from(move |text| {
                dispatch.dispatch(Action::Place(id.clone(), WorkplaceChange::Agreements(day, text), clock::now()));
            })
        };
        let away = views.iter().any(|view| view.put_away.value);
        html! {
            <section key={day.0} class="card round" data-round={day.0.to_string()} aria-labelledby={["round-", &day.0.to_string()].concat()}>
                <h2 id={["round-", &day.0.to_string()].concat()}>{ self.fill(WorkplaceWord::RoundOf, &[("date", &self.date(day))]) }</h2>
                if let Some(event) = event {
                    <p>{ self.fill(WorkplaceWord::AfterEvent, &[("event", &event.name)]) }</p>
                    <p class="hint">{ event.lead.to_string() }</p>
                }
                <ul class="round__views">
                    for view in &views {
                        { self.view_line(view, round) }
                    }
                    if let Some(shared) = &round.shared {
                        <li data-shared="">{ self.fill(WorkplaceWord::SharedHere, &[("topics", &self.topics(shared))]) }</li>
                    }
                </ul>
                <p class="device__row">
                    for side in [Side::Employer, Side::Buddy, Side::Practitioner] {
                        if !views.iter().any(|view| Side::of(&view.profile) == side) {
                            { self.add_view(workplace, day, round, side) }
                        }
                    }
                </p>
                <p><a data-form-link="" href={Route::Form(Side::Employer, Extent::Quick).href()}>{ self.view.word(content::Word::FormsLink) }</a></p>
                if in_sight > 1 {
                    if round.revealed.value {
                        <p><a class="button button--second" data-compare="" {href}>{ self.word(WorkplaceWord::ToComparison) }</a></p>
                    } else {
                        <p><button type="button" class="button button--second" data-reveal="" onclick={self.change(&workplace.id, WorkplaceChange::Reveal(day))}>{ self.word(WorkplaceWord::Reveal) }</button></p>
                        if away {
                            { hint(self.word(WorkplaceWord::RevealHint)) }
                        }
                    }
                }
                { self.shared_file(workplace, day, round) }
                if let Some(before) = before {
                    <p><a data-moves="" href={Route::Round(workplace.id.clone(), day).href()}>{ self.fill(WorkplaceWord::ToMoves, &[("date", &self.date(before))]) }</a></p>
                }
                <div class="fields">
                    <WrittenField
                        library={self.view.library().clone()}
                        id={["agreements-", &day.0.to_string()].concat()}
                        label={self.word(WorkplaceWord::Agreements)}
                        hint={self.word(WorkplaceWord::AgreementsHint)}
                        text={round.agreements.value.clone()}
                        on_text={agreed}
                    />
                </div>
            </section>
        }
    }

    /// What a colleague gave: a file that comes into this round, and can be taken out of it.
    fn shared_file(&self, workplace: &Workplace, day: Date, round: &Round) -> Html {
        if round.shared.is_some() {
            let forget = self.change(&workplace.id, WorkplaceChange::Shared(day, None));
            return html! {
                <p><button type="button" class="button--quiet" data-forget-shared="" onclick={forget}>{ self.word(WorkplaceWord::SharedForget) }</button></p>
            };
        }
        let (dispatch, id, ask) = (self.view.dispatch.clone(), workplace.id.clone(), self.view.ask().clone());
        let errand = self.view.errand.clone();
        let onchange = Callback::from(move |event: Event| {
            let Some(file) = files::picked(&event) else { return };
            let (dispatch, id, ask, errand) = (dispatch.clone(), id.clone(), ask.clone(), errand.clone());
            spawn_local(async move {
                let files::Pick::Picked(file) = files::read(file, MOST_BYTES).await else {
                    return errand.set(Errand::NothingShared);
                };
                let annex = annex::annex().await.ok();
                match annex.and_then(|annex| annex.open_shared(&file.bytes, &Known::from(&ask.instrument))) {
                    Some(shared) => {
                        dispatch.dispatch(Action::Place(id, WorkplaceChange::Shared(day, Some(shared)), clock::now()));
                    }
                    None => errand.set(Errand::NothingShared),
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
                if **self.view.errand == Errand::NothingShared {
                    <p class="notice" tabindex="-1" data-errand="" data-said="">{ self.word(WorkplaceWord::SharedRefused) }</p>
                }
            </>
        }
    }

    /// One view: how far it is, and the way to it; hidden as long as it is put away.
    fn view_line(&self, view: &Assessment, round: &Round) -> Html {
        let side = Side::of(&view.profile);
        let (answered, asked) = Journey::of(&self.view.ask().instrument, view).progress();
        let far =
            self.fill(WorkplaceWord::ViewFar, &[("answered", &answered.to_string()), ("asked", &asked.to_string())]);
        let hidden = view.put_away.value && !round.revealed.value;
        let page = if answered == asked { Page::Guidance } else { Page::Situation };
        let go = Route::Assessment(view.id.clone(), page).href();
        let put = |away: bool| self.view.press_to_change(&view.id, Change::PutAway(away));
        let name = self.side(side);
        html! {
            <li key={view.id.to_string()} data-view={view.id.to_string()} data-side={side_id(side)}>
                <b>{ name.clone() }</b>{ " " }
                if hidden {
                    <span>{ self.word(WorkplaceWord::ViewIsAway) }</span>{ " " }
                    <button type="button" class="button--quiet" data-take-out="" onclick={put(false)}>{ self.word(WorkplaceWord::ViewTakeOut) }</button>
                } else {
                    <span>{ far }</span>{ " " }
                    <a data-continue="" href={go} aria-label={[&self.word(WorkplaceWord::ViewOpen), ": ", &name].concat()}>{ self.word(WorkplaceWord::ViewOpen) }</a>{ " " }
                    if answered > 0 && !round.revealed.value {
                        <button type="button" class="button--quiet" data-put-away="" onclick={put(true)}>{ self.word(WorkplaceWord::ViewPutAway) }</button>
                    }
                }
            </li>
        }
    }

    /// Begins a view and goes there.
    fn add_view(&self, workplace: &Workplace, day: Date, round: &Round, side: Side) -> Html {
        let part = PartOf { workplace: workplace.id.clone(), round: day };
        let scope = round.event.value.map_or(Scope::Quick, Scope::Recheck);
        let onclick = self.view.press(move |dispatch| {
            let id = clock::new_id();
            dispatch.dispatch(Action::BeginView(id.clone(), part.clone(), side, scope.clone(), clock::now()));
            hash::go(&Route::Assessment(id, Page::Situation));
        });
        html! {
            <button type="button" class="button button--second" data-add-view={side_id(side)} {onclick}>
                { self.fill(WorkplaceWord::AddView, &[("view", &self.side(side))]) }
            </button>
        }
    }

    /// A day and, perhaps, what happened.
    fn new_round(&self, workplace: &Workplace) -> Html {
        let look = &self.view.state.look;
        let (day, event) = look.round.unwrap_or((Date::of(clock::now()), None));
        let set = |change: fn(&mut (Date, Option<Occasion>), &Event)| {
            let (dispatch, look) = (self.view.dispatch.clone(), look.clone());
            Callback::from(move |changed: Event| {
                let mut round = (day, event);
                change(&mut round, &changed);
                dispatch.dispatch(Action::Look(Look { round: Some(round), ..look.clone() }));
            })
        };
        let on_day = set(|round, event| {
            if let Some(Some(day)) = field::day(event) {
                round.0 = day;
            }
        });
        let on_event = set(|round, event| {
            let id = field::chosen(event).unwrap_or_default();
            round.1 = Occasion::ALL.iter().copied().find(|occasion| occasion.id() == id);
        });
        html! {
            <div class="fields">
                { hint(self.word(WorkplaceWord::NewRoundLead)) }
                <p>
                    <label for="round-day">{ self.word(WorkplaceWord::RoundDay) }</label>
                    <input id="round-day" class="field" type="date" value={clock::iso(day)} onchange={on_day} />
                </p>
                <p>
                    <label for="round-event">{ self.word(WorkplaceWord::RoundHow) }</label>
                    <select id="round-event" class="field" onchange={on_event}>
                        <option value="" selected={event.is_none()}>{ self.word(WorkplaceWord::HowUsual) }</option>
                        for &occasion in Occasion::ALL {
                            if let Some(text) = self.words.event(occasion) {
                                <option value={occasion.id()} selected={event == Some(occasion)}>{ text.name.to_string() }</option>
                            }
                        }
                    </select>
                </p>
                <p><button type="button" class="button" data-begin-round="" onclick={self.change(&workplace.id, WorkplaceChange::Begin(day, event))}>{ self.word(WorkplaceWord::RoundBegin) }</button></p>
            </div>
        }
    }

    fn settings(&self, workplace: &Workplace) -> Html {
        let on_change = |read: fn(&Event) -> Option<WorkplaceChange>| {
            let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
            Callback::from(move |event: Event| {
                if let Some(change) = read(&event) {
                    dispatch.dispatch(Action::Place(id.clone(), change, clock::now()));
                }
            })
        };
        let on_visit = on_change(|event| field::day(event).map(WorkplaceChange::NextVisit));
        let on_label = {
            let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
            Callback::from(move |text: String| {
                let label = text.split_whitespace().collect::<Vec<_>>().join(" ");
                // A workplace keeps its last name until there is another one.
                if !label.is_empty() {
                    dispatch.dispatch(Action::Place(id.clone(), WorkplaceChange::Label(label), clock::now()));
                }
            })
        };
        let next = workplace.next_visit.value.map(clock::iso).unwrap_or_default();
        let archived = workplace.archived.value;
        let archive = if archived { WorkplaceWord::Unarchive } else { WorkplaceWord::Archive };
        let delete = {
            let id = workplace.id.clone();
            self.view.press(move |dispatch| {
                dispatch.dispatch(Action::Delete(vec![(&id).into()]));
                hash::go(&Route::Workplaces);
            })
        };
        html! {
            <div class="fields">
                <WrittenField
                    library={self.view.library().clone()}
                    id="label"
                    label={self.word(WorkplaceWord::LabelLabel)}
                    hint={self.word(WorkplaceWord::LabelHint)}
                    text={workplace.label.value.clone()}
                    longest={LONGEST_LABEL}
                    one_line=true
                    on_text={on_label}
                />
                <p>
                    <label for="next-visit">{ self.word(WorkplaceWord::NextVisit) }</label>
                    <input id="next-visit" class="field" type="date" value={next} onchange={on_visit} />
                </p>
                <p class="device__row">
                    <button type="button" class="button--quiet" data-archive="" onclick={self.change(&workplace.id, WorkplaceChange::Archived(!archived))}>{ self.word(archive) }</button>
                    <button type="button" class="button--quiet" data-delete="" onclick={delete}>{ self.word(WorkplaceWord::PlaceDelete) }</button>
                </p>
            </div>
        }
    }
}

/// The side of a view, for the page's markup.
fn side_id(side: Side) -> &'static str {
    match side {
        Side::Employer => "employer",
        Side::Buddy => "buddy",
        Side::Practitioner => "practitioner",
        Side::Candidate => "candidate",
    }
}
