//! The plan: who does what by when, the rhythm of the talks, and what would change.

mod action;
mod buddy;
mod ladder;
mod talks;
mod time;
mod wall;
mod what_if;

use assessment::{
    ActionId, AdvicePlace, Assessment, ConditionId, Date, Group, LONGEST_TITLE, Order, Period, PlanAction, PlanChange,
    Status, When, guide, layout,
};
use content::{Advise, PlanWord, Planning, TakeWord, Word};
use report::{
    Kind, Wording,
    names::{period_word, taker_word},
};
use yew::prelude::*;

use crate::{
    browser::{clock, screen},
    components::{
        AddLine, heading,
        markup::{hint, lead, paragraph, section},
    },
    route::{Page, Route},
    state::{Action, Change, Look},
    view::{View, attr, change},
};

/// The page, once its words are here.
pub fn page(view: &View<'_>, assessment: &Assessment) -> Html {
    let library = view.library();
    let (Some(words), Some(advise)) = (library.plan(), library.advise()) else {
        return html! {
            <div class="page page--narrow">
                { heading(view.word(Word::PlanLink), None) }
                { view.still_loading() }
            </div>
        };
    };
    let wording = Wording::of(view.ask(), &assessment.profile);
    PlanPage { view, words, advise, assessment, wording }.page()
}

/// What is to be done first, with who does it and by when: the open steps of the plan by time, or else those that are
/// advised first. Empty until the words are here.
pub fn first_steps(view: &View<'_>, assessment: &Assessment, most: usize) -> Vec<(String, String)> {
    let library = view.library();
    let (Some(words), Some(advise)) = (library.plan(), library.advise()) else { return Vec::new() };
    let wording = Wording::of(view.ask(), &assessment.profile);
    let page = PlanPage { view, words, advise, assessment, wording };
    let instrument = &view.ask().instrument;
    let groups = layout(instrument, &assessment.plan, Order::ByTime);
    let open = groups.iter().flat_map(|(_, actions)| actions).filter(|(_, action)| action.is_open());
    let line = |action: &PlanAction| (page.title(action), page.facts(action, false));
    let planned: Vec<_> = open.take(most).map(|(_, action)| line(action)).collect();
    if !planned.is_empty() {
        return planned;
    }
    let guidance = guide(instrument, assessment);
    let first = guidance.at(AdvicePlace::PutRight).chain(guidance.at(AdvicePlace::Start));
    first.take(most).map(|advice| line(&PlanAction::advised(advice, assessment.profile.stage, clock::now()))).collect()
}

/// The page with everything at hand.
struct PlanPage<'a> {
    view: &'a View<'a>,
    words: &'a Planning,
    advise: &'a Advise,
    assessment: &'a Assessment,
    wording: Wording,
}

impl PlanPage<'_> {
    fn page(&self) -> Html {
        let plan = &self.assessment.plan;
        let is = |status: Status| plan.present().filter(|(_, action)| action.status.value == status).count();
        // What is not going to be done does not count.
        let (count, done) = (plan.present().count() - is(Status::Dropped), is(Status::Done));
        let any = plan.present().next().is_some();
        html! {
            <div class="page plan" data-plan="">
                <div class="plan__head">
                    { heading(self.word(PlanWord::PlanTitle), None) }
                    { lead(self.word(PlanWord::PlanLead)) }
                    if any {
                        <p class="plan__progress">
                            <progress value={done.to_string()} max={count.to_string()} aria-hidden="true"></progress>
                            <span>{ self.fill(PlanWord::PlanProgress, &[("done", &done.to_string()), ("count", &count.to_string())]) }</span>
                        </p>
                        if let Some(taker) = plan.rests_on() {
                            <p class="notice" data-one-person="">{ self.fill(PlanWord::PlanOnePerson, &[("who", &self.word(taker_word(taker)))]) }</p>
                        }
                    } else {
                        <p class="notice" data-empty="">{ self.word(PlanWord::PlanEmpty) }</p>
                    }
                    <p class="device__row">
                        <a class="button button--second" href={self.link(Page::Guidance)}>{ self.word(PlanWord::PlanToGuidance) }</a>
                        if let Some(take) = self.view.library().take() {
                            <a class="button button--second" data-to-take="" href={self.link(Page::Take(Kind::Points))}>{ attr(&take.words.get(TakeWord::Points)) }</a>
                        }
                        if any {
                            <button type="button" class="button button--second" data-print="" onclick={|_: MouseEvent| screen::print()}>
                                { self.word(PlanWord::PlanPrint) }
                            </button>
                        }
                    </p>
                </div>
                <div class="plan__side">
                    { self.first_day() }
                    if any {
                        { self.order() }
                        { hint(self.word(PlanWord::PlanFew)) }
                    }
                </div>
                <div class="plan__main">
                    if any {
                        { self.groups() }
                    }
                    { section("own", "plan__own", self.word(PlanWord::OwnTitle), self.own()) }
                    <div class="plan__parts">
                        { self.part("talks", PlanWord::TalksTitle, self.talks_state(), self.talks()) }
                        { self.part("buddy", PlanWord::BuddyTitle, self.buddy_state(), self.buddy()) }
                        { self.part("ladder", PlanWord::LadderTitle, self.ladder_state(), self.ladder()) }
                        { self.what_if() }
                    </div>
                    { self.calendar() }
                </div>
                { self.wall() }
            </div>
        }
    }

    /// A part that is folded: what it is about, and how it stands.
    fn part(&self, id: &'static str, title: PlanWord, state: String, body: Html) -> Html {
        html! {
            <details class="plan__part" {id}>
                <summary>
                    <h2>{ self.word(title) }</h2>
                    <span class="plan__state">{ state }</span>
                </summary>
                { body }
            </details>
        }
    }

    /// By time, by person or by condition.
    fn order(&self) -> Html {
        let orders = [
            (Order::ByTime, "time", PlanWord::OrderTime),
            (Order::ByTaker, "taker", PlanWord::OrderTaker),
            (Order::ByCondition, "condition", PlanWord::OrderCondition),
        ];
        html! {
            <fieldset class="plan__order">
                <legend>{ self.word(PlanWord::OrderLabel) }</legend>
                for (order, id, word) in orders {
                    <label class="check">
                        <input
                            type="radio"
                            name="order"
                            value={id}
                            checked={self.view.state.look.order == order}
                            onchange={self.look(move |look| look.order = order)}
                        />
                        <span>{ self.word(word) }</span>
                    </label>
                }
            </fieldset>
        }
    }

    fn groups(&self) -> Html {
        let groups = layout(&self.view.ask().instrument, &self.assessment.plan, self.view.state.look.order);
        html! {
            <div class="plan__groups">
                for (place, (group, actions)) in groups.iter().enumerate() {
                    <section key={place} class="plan__group" data-group={place.to_string()}>
                        <h2>{ self.group_name(group) }</h2>
                        for (id, action) in actions {
                            { self.action(id, action) }
                        }
                    </section>
                }
            </div>
        }
    }

    fn group_name(&self, group: &Group) -> AttrValue {
        match group {
            Group::Dated => self.word(PlanWord::GroupDated),
            Group::Period(period) => self.word(period_word(*period)),
            Group::Taker(None) => self.word(PlanWord::GroupNobody),
            Group::Taker(Some(taker)) => self.word(taker_word(*taker)),
            Group::Condition(None) => self.word(PlanWord::GroupOwn),
            Group::Condition(Some(condition)) => self.condition(condition),
        }
    }

    fn condition(&self, condition: &ConditionId) -> AttrValue {
        self.view.ask().condition(condition).map(|text| attr(&text.name)).unwrap_or_default()
    }

    /// An own step: it takes one line.
    fn own(&self) -> Html {
        let line = AddLine {
            id: "own-step",
            button: "own-add",
            label: self.word(PlanWord::OwnLabel),
            hint: self.word(PlanWord::OwnHint),
            missing: self.word(PlanWord::OwnMissing),
            add: self.word(PlanWord::OwnAdd),
            longest: LONGEST_TITLE,
        };
        let id = self.assessment.id.clone();
        line.form(self.view, move |dispatch, title| {
            let action = PlanAction::own(title, When::In(Period::Later), clock::now());
            let new = ActionId::new(clock::new_id().as_str());
            change(dispatch, &id, Change::Plan(PlanChange::Put(vec![(new, action)])));
        })
    }

    #[inline(never)]
    fn word(&self, word: PlanWord) -> AttrValue {
        attr(&self.words.words.get(word))
    }

    fn fill(&self, word: PlanWord, values: &[(&str, &str)]) -> String {
        self.words.words.fill(word, values)
    }

    fn date(&self, date: Date) -> String {
        clock::day(date, &self.view.word(Word::Locale))
    }

    fn link(&self, page: Page) -> String {
        Route::Assessment(self.assessment.id.clone(), page).href()
    }

    /// Looks at the plan in another way.
    fn look(&self, change: impl Fn(&mut Look) + 'static) -> Callback<Event> {
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        Callback::from(move |_| {
            let mut look = look.clone();
            change(&mut look);
            dispatch.dispatch(Action::Look(look));
        })
    }

    /// Changes the plan by what was just chosen or typed in a field.
    fn on_change(&self, read: impl Fn(&Event) -> Option<PlanChange> + 'static) -> Callback<Event> {
        let (dispatch, id) = (self.view.dispatch.clone(), self.assessment.id.clone());
        Callback::from(move |event: Event| {
            if let Some(planned) = read(&event) {
                change(&dispatch, &id, Change::Plan(planned));
            }
        })
    }

    /// Changes the plan by what is being typed in a field for a few lines.
    fn on_text(&self, write: impl Fn(String) -> PlanChange + 'static) -> Callback<String> {
        let (dispatch, id) = (self.view.dispatch.clone(), self.assessment.id.clone());
        Callback::from(move |text| change(&dispatch, &id, Change::Plan(write(text))))
    }

    /// Changes the plan at a press.
    fn press(&self, planned: PlanChange) -> Callback<MouseEvent> {
        self.view.press_to_change(&self.assessment.id, Change::Plan(planned))
    }

    fn paragraph(&self, word: PlanWord) -> Html {
        paragraph(self.word(word))
    }
}
