//! One workplace: its rounds with the views in each, the next visit, and a new round.

use assessment::{Choice, Date, Event as Occasion, LONGEST_LABEL, Round, Workplace, WorkplaceChange, WorkplaceId};
use content::WorkplaceWord;
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::{clock, field, hash, near},
    components::{
        WrittenField, heading,
        markup::{folded, hint, section},
        one_line,
    },
    pages::unknown,
    route::Route,
    state::{Action, Look},
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
                    { self.round_card(workplace, *day, round, rounds.get(place + 1).map(|(day, _)| *day), place == 0) }
                }
                { section("new-round", "workplace__new", self.word(WorkplaceWord::NewRound), self.new_round(workplace)) }
                { folded("plan__part", html! { <h2>{ self.word(WorkplaceWord::PlaceSettings) }</h2> }, false, self.settings(workplace)) }
                <p><a href={Route::Workplaces.href()}>{ self.word(WorkplaceWord::ToList) }</a></p>
            </div>
        }
    }

    /// A day and, perhaps, what happened.
    fn new_round(&self, workplace: &Workplace) -> Html {
        let look = &self.view.state.look;
        let (day, event) = look.round.unwrap_or((clock::today(), None));
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
        let begin = self.change(&workplace.id, WorkplaceChange::Begin(day, event));
        let begin = Callback::from(move |pressed: MouseEvent| {
            begin.emit(pressed);
            near::go_to(["#round-", &day.0.to_string()].concat());
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
                <p><button type="button" class="button" data-begin-round="" onclick={begin}>{ self.word(WorkplaceWord::RoundBegin) }</button></p>
            </div>
        }
    }

    fn settings(&self, workplace: &Workplace) -> Html {
        let on_label = {
            let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
            Callback::from(move |text: String| {
                let label = one_line(&text);
                // A workplace keeps its last name until there is another one.
                if !label.is_empty() {
                    dispatch.dispatch(Action::Place(id.clone(), WorkplaceChange::Label(label), clock::now()));
                }
            })
        };
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
                { self.next_visit(workplace) }
                <p class="device__row">
                    <button type="button" class="button--quiet" data-archive="" onclick={self.change(&workplace.id, WorkplaceChange::Archived(!archived))}>{ self.word(archive) }</button>
                    <button type="button" class="button--quiet" data-delete="" onclick={delete}>{ self.word(WorkplaceWord::PlaceDelete) }</button>
                </p>
            </div>
        }
    }
}
