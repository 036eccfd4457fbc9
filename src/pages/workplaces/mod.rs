//! Workplaces: the list, one workplace with its rounds, a round from several sides, the overview, and the candidate's own
//! page. An employer who uses the app alone never comes here.

mod leave;
mod overview;
mod own;
mod place;
mod prepare;
mod round;
mod round_card;

use std::cmp::Reverse;

use assessment::{
    Assessment, AssessmentId, Date, LONGEST_LABEL, View as Side, Workplace, WorkplaceChange, WorkplaceId, sorted_by_key,
};
use content::{Visit, Word, WorkplaceWord};
use report::names::side_name;
use yew::prelude::*;

use crate::{
    browser::{clock, field, hash},
    components::{
        AddLine, heading,
        markup::{lead, section},
    },
    route::Route,
    state::{Action, Listing, Look, Sorting},
    view::{View, attr},
};

pub use leave::page as leave;
pub use overview::page as overview;
pub use own::page as own;
pub use place::page as place;
pub use round::page as round;

/// How many workplaces are drawn at first, and more at each press.
const SHOWN: usize = 50;

/// The pages with their words at hand.
struct VisitPage<'a> {
    view: &'a View<'a>,
    words: &'a Visit,
}

/// A page of these, once its words are here.
fn with_words(view: &View<'_>, page: impl FnOnce(VisitPage<'_>) -> Html) -> Html {
    match view.library().visit() {
        Some(words) => page(VisitPage { view, words }),
        None => html! {
            <div class="page page--narrow">
                { heading(view.word(Word::WorkplacesLink), None) }
                { view.still_loading() }
            </div>
        },
    }
}

/// The list of workplaces.
pub fn list(view: &View<'_>) -> Html {
    with_words(view, |page| page.list())
}

/// In place of a view that is put away.
pub fn put_away(view: &View<'_>, id: &AssessmentId) -> Html {
    let part = view.state.assessment(id).and_then(|it| it.part_of.value.as_ref());
    html! {
        <div class="page page--narrow" data-put-away-page="">
            { heading(view.word(Word::WorkplacesLink), None) }
            <p class="lead">{ view.word(Word::ViewPutAway) }</p>
            if let Some(part) = part {
                <p><a class="button button--second" href={Route::Workplace(part.workplace.clone()).href()}>{ view.word(Word::WorkplacesLink) }</a></p>
            }
        </div>
    }
}

/// What a row of the list says, worked out once.
struct Row<'a> {
    workplace: &'a Workplace,
    open_steps: usize,
}

impl<'a> VisitPage<'a> {
    fn list(&self) -> Html {
        let state = self.view.state;
        let listing = &state.look.listing;
        let any = state.workplaces().next().is_some();
        let rows = self.rows();
        let shown = SHOWN * (1 + listing.more);
        let hidden = rows.len().saturating_sub(shown);
        html! {
            <div class="page workplaces" data-workplaces="">
                { heading(self.word(WorkplaceWord::ListTitle), None) }
                { lead(self.word(WorkplaceWord::ListLead)) }
                if any {
                    { self.ways_to_look() }
                    if rows.is_empty() {
                        <p class="notice" data-not-found="">{ self.word(WorkplaceWord::ListNotFound) }</p>
                    }
                    <ul class="workplaces__list">
                        for row in rows.iter().take(shown) {
                            { self.row(row) }
                        }
                    </ul>
                    if hidden > 0 {
                        <p><button type="button" class="button button--second" data-more="" onclick={self.listing::<MouseEvent>(|listing| listing.more += 1)}>
                            { self.fill(WorkplaceWord::ListMore, &[("count", &hidden.min(SHOWN).to_string())]) }
                        </button></p>
                    }
                    <p><a href={Route::Overview.href()}>{ self.word(WorkplaceWord::ToOverview) }</a></p>
                } else {
                    <p class="notice" data-empty="">{ self.word(WorkplaceWord::ListNone) }</p>
                }
                { section("add", "workplaces__add", self.word(WorkplaceWord::ListAdd), self.add()) }
            </div>
        }
    }

    /// What fits the search, in the order that was chosen.
    fn rows(&self) -> Vec<Row<'a>> {
        let state = self.view.state;
        let listing = &state.look.listing;
        let sought = listing.search.trim().to_lowercase();
        let fits = |workplace: &&Workplace| {
            (listing.archived || !workplace.archived.value) && workplace.label.value.to_lowercase().contains(&sought)
        };
        let rows = state.workplaces().filter(fits);
        let mut rows: Vec<_> = rows.map(|workplace| Row { workplace, open_steps: 0 }).collect();
        // One walk over the assessments, however many workplaces there are; those are in the order of their ids.
        for assessment in state.assessments() {
            let Some(part) = &assessment.part_of.value else { continue };
            let place = rows.binary_search_by(|row| row.workplace.id.cmp(&part.workplace));
            if let Some(row) = place.ok().and_then(|place| rows.get_mut(place)) {
                row.open_steps += assessment.plan.present().filter(|(_, action)| action.is_open()).count();
            }
        }
        match listing.sorting {
            Sorting::Recent => sorted_by_key(rows, |row| Reverse(row.workplace.changed())),
            Sorting::NextVisit => {
                sorted_by_key(rows, |row| row.workplace.next_visit.value.map_or(u32::MAX, |Date(day)| day))
            }
            Sorting::Name => sorted_by_key(rows, |row| row.workplace.label.value.to_lowercase()),
        }
    }

    /// Search, order, and what is put away.
    fn ways_to_look(&self) -> Html {
        let listing = &self.view.state.look.listing;
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        let on_search = Callback::from(move |event: InputEvent| {
            let listing = Listing { search: field::text(&event), more: 0, ..look.listing.clone() };
            dispatch.dispatch(Action::Look(Look { listing, ..look.clone() }));
        });
        let sortings = [
            (Sorting::Recent, "recent", WorkplaceWord::SortRecent),
            (Sorting::NextVisit, "next", WorkplaceWord::SortNext),
            (Sorting::Name, "name", WorkplaceWord::SortName),
        ];
        html! {
            <div class="workplaces__ways">
                <p>
                    <label for="search">{ self.word(WorkplaceWord::ListSearch) }</label>
                    <input id="search" class="field" type="search" autocomplete="off" spellcheck="false" value={listing.search.clone()} oninput={on_search} />
                </p>
                <fieldset class="plan__order">
                    <legend>{ self.word(WorkplaceWord::ListSort) }</legend>
                    for (sorting, id, word) in sortings {
                        <label class="check">
                            <input type="radio" name="sorting" value={id} checked={listing.sorting == sorting} onchange={self.listing::<Event>(move |listing| listing.sorting = sorting)} />
                            <span>{ self.word(word) }</span>
                        </label>
                    }
                </fieldset>
                <label class="check">
                    <input type="checkbox" data-archived="" checked={listing.archived} onchange={self.listing::<Event>(|listing| listing.archived = !listing.archived)} />
                    <span>{ self.word(WorkplaceWord::ListArchived) }</span>
                </label>
            </div>
        }
    }

    /// Looks at the list in another way.
    fn listing<E: 'static>(&self, change: impl Fn(&mut Listing) + 'static) -> Callback<E> {
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        Callback::from(move |_| {
            let mut look = look.clone();
            change(&mut look.listing);
            dispatch.dispatch(Action::Look(look));
        })
    }

    fn row(&self, row: &Row<'_>) -> Html {
        let workplace = row.workplace;
        let rounds = workplace.rounds.iter().count();
        let last =
            workplace.latest_round().map(|(day, _)| self.fill(WorkplaceWord::LastRound, &[("date", &self.date(day))]));
        let next = workplace.next_visit.value;
        let next = next.map(|day| self.fill(WorkplaceWord::NextVisitOn, &[("date", &self.date(day))]));
        let steps = (row.open_steps > 0)
            .then(|| self.fill(WorkplaceWord::OpenSteps, &[("count", &row.open_steps.to_string())]));
        let facts: Vec<String> =
            [Some(self.rounds_in_words(rounds)), last, next, steps].into_iter().flatten().collect();
        html! {
            <li key={workplace.id.to_string()} data-workplace={workplace.id.to_string()}>
                <a class="workplaces__name" href={Route::Workplace(workplace.id.clone()).href()}>{ workplace.label.value.clone() }</a>
                <span class="workplaces__facts">{ facts.join(" · ") }</span>
            </li>
        }
    }

    fn rounds_in_words(&self, count: usize) -> String {
        let word = if count == 1 { WorkplaceWord::RoundsOne } else { WorkplaceWord::RoundsMore };
        self.fill(word, &[("count", &count.to_string())])
    }

    /// A workplace more: it takes a name that only the user has to understand.
    fn add(&self) -> Html {
        let line = AddLine {
            id: "new-workplace",
            button: "add",
            label: self.word(WorkplaceWord::LabelLabel),
            hint: self.word(WorkplaceWord::LabelHint),
            missing: self.word(WorkplaceWord::LabelMissing),
            add: self.word(WorkplaceWord::ListAdd),
            longest: LONGEST_LABEL,
        };
        line.form(self.view, |dispatch, label| {
            let id = WorkplaceId::new(clock::new_id().as_str());
            dispatch.dispatch(Action::Follow(id.clone(), label, clock::now()));
            hash::go(&Route::Workplace(id));
        })
    }

    #[inline(never)]
    fn word(&self, word: WorkplaceWord) -> AttrValue {
        attr(&self.words.words.get(word))
    }

    fn fill(&self, word: WorkplaceWord, values: &[(&str, &str)]) -> String {
        self.words.words.fill(word, values)
    }

    fn date(&self, date: Date) -> String {
        clock::day(date, &self.view.word(Word::Locale))
    }

    fn side(&self, side: Side) -> AttrValue {
        self.word(side_name(side))
    }

    /// Changes a workplace.
    fn change(&self, id: &WorkplaceId, change: WorkplaceChange) -> Callback<MouseEvent> {
        let id = id.clone();
        self.view.press(move |dispatch| dispatch.dispatch(Action::Place(id.clone(), change.clone(), clock::now())))
    }

    /// The views of a round that may be looked at: those that wait to be looked at together are not among them.
    fn in_sight(&self, workplace: &Workplace, day: Date) -> Vec<&'a Assessment> {
        let revealed = workplace.rounds.get(&day).is_some_and(|round| round.revealed.value);
        self.views(&workplace.id, day).into_iter().filter(|view| revealed || !view.put_away.value).collect()
    }

    /// The views of a round, by side and then in the order in which they were begun.
    fn views(&self, workplace: &WorkplaceId, day: Date) -> Vec<&'a Assessment> {
        let within = |it: &&Assessment| it.part_of.value.as_ref().is_some_and(|part| part.round == day);
        let views = self.view.state.belonging_to(workplace).filter(within);
        sorted_by_key(views, |it| (Side::of(&it.profile), it.started))
    }
}
