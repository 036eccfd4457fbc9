//! After a visit: one page that stays behind. What goes well, what was agreed, the first steps, and the next date; on paper
//! or as a text.

use assessment::{Assessment, Date, Level, PracticeId, Round, Workplace, WorkplaceChange, WorkplaceId, sorted_by_key};
use content::{Word, WorkplaceWord};
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::{clock, field, files, screen},
    components::{
        WrittenField, heading, link_ways,
        markup::{hint, lead, notice},
    },
    pages::{plan, unknown},
    route::Route,
    state::Action,
    view::View,
};

/// How much of what goes well is named.
const STRENGTHS: usize = 5;

/// How many steps are named: more are in the plan.
const STEPS: usize = 5;

/// What stays behind, in words. Paper and text are made of it alike.
struct Leaflet {
    title: String,
    parts: Vec<Part>,
    small: String,
}

/// A part of it, under a heading.
struct Part {
    title: AttrValue,
    lines: Vec<Line>,
}

/// A line, and what is said about it.
struct Line {
    text: String,
    facts: String,
}

/// The page.
pub fn page(view: &View<'_>, id: &WorkplaceId, day: Date) -> Html {
    let found = view.state.workplace(id).and_then(|workplace| Some((workplace, workplace.rounds.get(&day)?)));
    match found {
        Some((workplace, round)) => with_words(view, |page| page.leave(workplace, day, round)),
        None => unknown::page(view),
    }
}

impl VisitPage<'_> {
    fn leave(&self, workplace: &Workplace, day: Date, round: &Round) -> Html {
        let leaflet = self.leaflet(workplace, day, round);
        let over = [&workplace.label.value, " · ", &self.date(day)].concat();
        html! {
            <div class="page page--narrow leave" data-leave={day.0.to_string()}>
                { heading(self.word(WorkplaceWord::LeaveTitle), Some(over.into())) }
                { lead(self.word(WorkplaceWord::LeaveLead)) }
                <div class="fields leave__fields">
                    { self.agreements(workplace, day, round) }
                    { self.next_visit(workplace) }
                </div>
                if leaflet.parts.is_empty() {
                    { notice(self.word(WorkplaceWord::LeaveNothing)) }
                } else {
                    { leaflet.sheet() }
                    <p class="device__row leave__ways">
                        <button type="button" class="button" data-print="" onclick={|_: MouseEvent| screen::print()}>{ self.word(WorkplaceWord::LeavePrint) }</button>
                        <button type="button" class="button button--second" data-save="" onclick={self.save_text(&leaflet, day)}>{ self.word(WorkplaceWord::LeaveSave) }</button>
                    </p>
                    { hint(self.word(WorkplaceWord::LeaveNotIn)) }
                    if let Some(first) = self.in_sight(workplace, day).first() {
                        { link_ways(self.view, first, true) }
                    }
                }
                <p><a href={Route::Workplace(workplace.id.clone()).href()}>{ workplace.label.value.clone() }</a></p>
            </div>
        }
    }

    /// What is to be left behind; parts that would be empty are not in it. What a colleague shared is never in it.
    fn leaflet(&self, workplace: &Workplace, day: Date, round: &Round) -> Leaflet {
        let views = self.in_sight(workplace, day);
        let line = |text: String| Line { text, facts: String::new() };
        let well = self.goes_well(&views).into_iter().map(|practice| line(self.title(&practice).to_string()));
        let agreed = round.agreements.value.lines().map(str::trim).filter(|text| !text.is_empty());
        let steps = views.iter().flat_map(|view| plan::first_steps(self.view, view, STEPS)).take(STEPS);
        let next = workplace.next_visit.value;
        let next = next.map(|day| line(self.fill(WorkplaceWord::LeaveNext, &[("date", &self.date(day))])));
        let parts = [
            (WorkplaceWord::LeaveWell, well.collect()),
            (WorkplaceWord::LeaveAgreed, agreed.map(|text| line(text.to_owned())).collect()),
            (WorkplaceWord::LeaveSteps, steps.map(|(text, facts)| Line { text, facts }).collect()),
            (WorkplaceWord::NextVisit, next.into_iter().collect::<Vec<_>>()),
        ];
        let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        let version = self.view.ask().instrument.version.to_string();
        let small = [
            self.word(WorkplaceWord::LeaveSmall).to_string(),
            self.fill(WorkplaceWord::LeaveMade, &[("site", &self.view.word(Word::SiteName)), ("version", &version)]),
        ];
        Leaflet {
            title: self.fill(WorkplaceWord::LeaveSeen, &[("date", &self.date(day))]),
            parts: parts.map(|(title, lines)| Part { title: self.word(title), lines }).collect(),
            small: small.join(" "),
        }
    }

    /// What everyone who said something sees arranged: the furthest first.
    fn goes_well(&self, views: &[&Assessment]) -> Vec<PracticeId> {
        let lowest = |practice: &PracticeId| {
            let levels = views.iter().filter_map(|view| view.answers.level(practice));
            levels.min().filter(|level| *level >= Level::Arranged)
        };
        let practices = self.view.ask().instrument.practices();
        let well = practices.filter_map(|practice| Some((lowest(&practice.id)?, practice.id.clone())));
        let well = sorted_by_key(well, |(level, _)| std::cmp::Reverse(*level));
        well.into_iter().take(STRENGTHS).map(|(_, practice)| practice).collect()
    }

    fn save_text(&self, leaflet: &Leaflet, day: Date) -> Callback<MouseEvent> {
        let text = leaflet.text();
        let name = self.fill(WorkplaceWord::LeaveFile, &[("date", &clock::iso(day))]) + ".txt";
        Callback::from(move |_| {
            let _ = files::save(&name, "text/plain;charset=utf-8", text.as_bytes());
        })
    }

    /// What was agreed in a round, to write or to change.
    pub(super) fn agreements(&self, workplace: &Workplace, day: Date, round: &Round) -> Html {
        let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
        let on_text = Callback::from(move |text| {
            dispatch.dispatch(Action::Place(id.clone(), WorkplaceChange::Agreements(day, text), clock::now()));
        });
        html! {
            <WrittenField
                library={self.view.library().clone()}
                id={["agreements-", &day.0.to_string()].concat()}
                label={self.word(WorkplaceWord::Agreements)}
                hint={self.word(WorkplaceWord::AgreementsHint)}
                text={round.agreements.value.clone()}
                {on_text}
            />
        }
    }

    /// The next visit, to plan or to move.
    pub(super) fn next_visit(&self, workplace: &Workplace) -> Html {
        let (dispatch, id) = (self.view.dispatch.clone(), workplace.id.clone());
        let onchange = Callback::from(move |event: Event| {
            if let Some(day) = field::day(&event) {
                dispatch.dispatch(Action::Place(id.clone(), WorkplaceChange::NextVisit(day), clock::now()));
            }
        });
        let value = workplace.next_visit.value.map(clock::iso).unwrap_or_default();
        html! {
            <p>
                <label for="next-visit">{ self.word(WorkplaceWord::NextVisit) }</label>
                <input id="next-visit" class="field" type="date" {value} {onchange} />
            </p>
        }
    }
}

impl Leaflet {
    /// As it stands on paper.
    fn sheet(&self) -> Html {
        html! {
            <article class="card leaflet" aria-labelledby="leaflet">
                <h2 id="leaflet">{ self.title.clone() }</h2>
                for part in &self.parts {
                    <h3>{ part.title.clone() }</h3>
                    if let [Line { text, facts }] = &*part.lines && facts.is_empty() {
                        <p>{ text.clone() }</p>
                    } else {
                        <ul>
                            for line in &part.lines {
                                <li>
                                    { line.text.clone() }
                                    if !line.facts.is_empty() {
                                        <span class="hint">{ line.facts.clone() }</span>
                                    }
                                </li>
                            }
                        </ul>
                    }
                }
                <p class="hint">{ self.small.clone() }</p>
            </article>
        }
    }

    /// As a text without markup.
    fn text(&self) -> String {
        let mut text = [&self.title, "\n"].concat();
        for part in &self.parts {
            text += &["\n", &part.title, "\n"].concat();
            for line in &part.lines {
                let facts = if line.facts.is_empty() { String::new() } else { [" (", &line.facts, ")"].concat() };
                text += &["- ", &line.text, &facts, "\n"].concat();
            }
        }
        [text, "\n".to_owned(), self.small.clone(), "\n".to_owned()].concat()
    }
}
