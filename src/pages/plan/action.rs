//! One action: what, who, by when, how far; and, folded, everything that can be changed about it.

use assessment::{
    ActionId, Answer, Choice, LONGEST_TITLE, Period, PlanAction, PlanChange, Status, Taker, When, offered_answer,
    waits_for,
};
use content::{PlanWord, Word};
use report::{
    names::{level_name, period_word, status_word, taker_word},
    steps,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::PlanPage;
use crate::{
    browser::{clock, field, focus},
    components::{NoteField, WrittenField, markup::folded, one_line},
    state::{Action, Change, Look},
    view::{attr, change},
};

impl PlanPage<'_> {
    /// A card.
    pub(super) fn action(&self, id: &ActionId, action: &PlanAction) -> Html {
        let status = action.status.value;
        let unfolded = self.view.state.look.unfolded.as_ref() == Some(id);
        let class = if status.is_open() { "card plan__action" } else { "card plan__action plan__action--closed" };
        html! {
            <article key={id.to_string()} {class} data-action={id.to_string()} data-status={status.id()}>
                <h3 class="card__title">{ self.title(action) }</h3>
                <p class="plan__facts">{ self.facts(action, true) }</p>
                { self.remarks(action) }
                if !action.note.value.is_empty() {
                    <p class="plan__note">{ action.note.value.clone() }</p>
                }
                { self.status(id, action) }
                { self.offer(id, action) }
                { folded("card__why plan__change", html! { { self.word(PlanWord::ActionChange) } }, unfolded, self.details(id, action)) }
            </article>
        }
    }

    /// What is done: in the user's words, or else in those of the advice.
    pub(super) fn title(&self, action: &PlanAction) -> String {
        steps::step_title(self.words, self.advise, &self.wording, action)
    }

    /// Who, by when, and how long it takes.
    pub(super) fn facts(&self, action: &PlanAction, timed: bool) -> String {
        let who = steps::step_taker(self.words, action);
        let when = steps::step_when(self.words, self.assessment, action, |date| self.date(date));
        let minutes = action.minutes.value.filter(|_| timed);
        let minutes = minutes.map(|minutes| self.fill(PlanWord::Minutes, &[("count", &minutes.to_string())]));
        [Some(who), Some(when), minutes].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Where it comes from, what has to come first, and a day that has passed.
    fn remarks(&self, action: &PlanAction) -> Html {
        let ask = self.view.ask();
        let title = |practice| ask.practice(practice).map(|(_, text)| text.title.to_string());
        let from = action.from.as_ref().map(|from| title(&from.practice));
        let first: Vec<String> = waits_for(&ask.instrument, self.assessment, action).iter().filter_map(title).collect();
        let due = action.due(&self.assessment.plan);
        let past = due.filter(|due| *due < clock::today() && action.status.value.is_open());
        html! {
            <ul class="plan__remarks">
                if let Some(Some(practice)) = &from {
                    <li>{ self.fill(PlanWord::ActionFromGuidance, &[("practice", practice)]) }</li>
                }
                if let Some(None) = &from {
                    <li data-gone="">{ self.word(PlanWord::ActionGone) }</li>
                }
                for practice in first {
                    <li data-first=""><strong>{ self.fill(PlanWord::ActionAfter, &[("practice", &practice)]) }</strong></li>
                }
                if let Some(past) = past {
                    <li data-past=""><strong>{ self.fill(PlanWord::ActionPast, &[("date", &self.date(past))]) }</strong></li>
                }
            </ul>
        }
    }

    /// How far it is, as a row of buttons of which one is pressed.
    fn status(&self, id: &ActionId, action: &PlanAction) -> Html {
        let own = id.clone();
        let on_reason = self.on_text(move |reason| PlanChange::Reason(own.clone(), reason));
        html! {
            <>
                <fieldset class="plan__status">
                    <legend class="visually-hidden">{ self.word(PlanWord::ActionStatus) }</legend>
                    for &status in Status::ALL {
                        { self.status_choice(id, action, status) }
                    }
                </fieldset>
                if action.status.value == Status::Dropped {
                    <div class="fields">
                        <WrittenField
                            library={self.view.library().clone()}
                            id={[id.as_str(), "-reason"].concat()}
                            label={self.word(PlanWord::ActionDroppedWhy)}
                            text={action.reason.value.clone()}
                            on_text={on_reason}
                        />
                    </div>
                }
            </>
        }
    }

    fn status_choice(&self, id: &ActionId, action: &PlanAction, status: Status) -> Html {
        let chosen = action.status.value == status;
        let own = id.clone();
        let onchange = self.on_change(move |_| Some(PlanChange::Status(own.clone(), status)));
        html! {
            <label class={if chosen { "pill pill--chosen" } else { "pill" }}>
                <input type="radio" name={["status-", id.as_str()].concat()} value={status.id()} checked={chosen} {onchange} />
                <span>{ self.word(status_word(status)) }</span>
            </label>
        }
    }

    /// When it is done, the answer it belongs to can be changed: offered, never assumed. It comes within what is there
    /// already: a screen reader says what changes in there, and not what comes along with its own `role`.
    fn offer(&self, id: &ActionId, action: &PlanAction) -> Html {
        let offered = offered_answer(self.assessment, action);
        let (Some(Answer::Level(to)), Some(from)) = (offered, &action.from) else {
            return html! { <div role="status"></div> };
        };
        let ask = self.view.ask();
        let Some((_, text)) = ask.practice(&from.practice) else { return html! { <div role="status"></div> } };
        let here = match self.assessment.answers.get(&from.practice) {
            Some(Answer::Level(level)) => self.view.word(level_name(*level)),
            _ => self.view.word(Word::AnswerUnknown),
        };
        let there = self.view.word(level_name(to));
        let values = [("practice", &*text.title), ("here", &here), ("there", &there)];
        let (dispatch, assessment, practice) =
            (self.view.dispatch.clone(), self.assessment.id.clone(), from.practice.clone());
        let yes = Callback::from(move |_: MouseEvent| {
            change(&dispatch, &assessment, Change::Answer(practice.clone(), Answer::Level(to)));
        });
        let no = self.press(PlanChange::AnswerStays(id.clone()));
        html! {
            <div role="status">
                <div class="notice" data-offer="">
                    <p>{ self.fill(PlanWord::OfferText, &values) }</p>
                    <p class="device__row">
                        <button type="button" class="button button--second" data-do="offer-yes" onclick={yes}>{ self.word(PlanWord::OfferYes) }</button>
                        <button type="button" class="button--quiet" data-do="offer-no" onclick={no}>{ self.word(PlanWord::OfferNo) }</button>
                    </p>
                </div>
            </div>
        }
    }

    /// A change after which the card may stand elsewhere: it stays unfolded, and its field keeps the focus.
    fn on_move(
        &self,
        id: &ActionId,
        part: &'static str,
        read: impl Fn(&Event) -> Option<PlanChange> + 'static,
    ) -> Callback<Event> {
        let (dispatch, assessment) = (self.view.dispatch.clone(), self.assessment.id.clone());
        let unfolded = Look { unfolded: Some(id.clone()), ..self.view.state.look.clone() };
        let field = ["[id='", id.as_str(), "-", part, "']"].concat();
        Callback::from(move |event: Event| {
            // While a year is being typed, nothing changes, and nothing is drawn anew.
            let Some(planned) = read(&event) else { return };
            dispatch.dispatch(Action::Look(unfolded.clone()));
            change(&dispatch, &assessment, Change::Plan(planned));
            let field = field.clone();
            spawn_local(async move {
                clock::wait(0).await;
                if focus::is_lost() {
                    focus::on(&field);
                }
            });
        })
    }

    /// Everything that can be changed.
    fn details(&self, id: &ActionId, action: &PlanAction) -> Html {
        let field_id = |part: &str| [id.as_str(), "-", part].concat();
        let (titled, timed, taken, dated) = (id.clone(), id.clone(), id.clone(), id.clone());
        let advised = attr(&steps::advised_title(self.advise, &self.wording, action).unwrap_or_default().into());
        let proposed = advised.clone();
        let kept = if action.from.is_none() { action.title.value.clone() } else { String::new() };
        let on_title = self.on_text(move |title| {
            // Without words, an own step keeps the last ones; an advised one has those of the advice, in any language.
            let title = Some(one_line(&title)).filter(|title| !title.is_empty() && *title != *advised);
            PlanChange::Title(titled.clone(), title.unwrap_or_else(|| kept.clone()))
        });
        // These can carry the card into another group.
        let on_taker =
            self.on_move(id, "taker", move |event| Some(PlanChange::Taker(taken.clone(), chosen::<Taker>(event))));
        let on_period = self.on_move(id, "period", move |event| {
            Some(PlanChange::When(timed.clone(), When::In(chosen::<Period>(event)?)))
        });
        let on_date = self.on_move(id, "date", move |event| {
            let when = field::day(event)?.map_or(When::In(Period::Later), When::By);
            Some(PlanChange::When(dated.clone(), when))
        });
        let remove = {
            let (dispatch, assessment, id) = (self.view.dispatch.clone(), self.assessment.id.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                change(&dispatch, &assessment, Change::Plan(PlanChange::Remove(id.clone())));
            })
        };
        let noted = id.clone();
        let on_note = self.on_text(move |note| PlanChange::Note(noted.clone(), note));
        let own = id.clone();
        let on_minutes = self.on_change(move |event| {
            let minutes = field::changed(event)?.trim().parse::<u16>().ok().map(|minutes| minutes.min(9_999));
            Some(PlanChange::Minutes(own.clone(), minutes))
        });
        let minutes = action.minutes.value.map(|minutes| minutes.to_string()).unwrap_or_default();
        let date = match action.when.value {
            When::By(date) => clock::iso(date),
            When::In(_) => String::new(),
        };
        let period = action.period(self.assessment.plan.first_day.value);
        html! {
            <div class="fields">
                <WrittenField
                    library={self.view.library().clone()}
                    id={field_id("title")}
                    label={self.word(PlanWord::OwnLabel)}
                    text={self.title(action)}
                    longest={LONGEST_TITLE}
                    one_line=true
                    {proposed}
                    on_text={on_title}
                />
                <p>
                    <label for={field_id("taker")}>{ self.word(PlanWord::ActionWho) }</label>
                    <select id={field_id("taker")} class="field" onchange={on_taker}>
                        <option value="" selected={action.taker.value.is_none()}>{ self.word(PlanWord::ActionWhoNobody) }</option>
                        for &taker in Taker::ALL {
                            <option value={taker.id()} selected={action.taker.value == Some(taker)}>{ self.word(taker_word(taker)) }</option>
                        }
                    </select>
                </p>
                <p>
                    <label for={field_id("period")}>{ self.word(PlanWord::ActionWhen) }</label>
                    <select id={field_id("period")} class="field" onchange={on_period}>
                        if period.is_none() {
                            <option value="" selected={true}>{ self.word(PlanWord::GroupDated) }</option>
                        }
                        for &choice in Period::ALL {
                            <option value={choice.id()} selected={period == Some(choice)}>{ self.word(period_word(choice)) }</option>
                        }
                    </select>
                </p>
                <p>
                    <label for={field_id("date")}>{ self.word(PlanWord::ActionDateLabel) }</label>
                    <input id={field_id("date")} class="field" type="date" value={date} onchange={on_date} />
                </p>
                <p>
                    <label for={field_id("minutes")}>{ self.word(PlanWord::ActionTime) }</label>
                    <input id={field_id("minutes")} class="field" type="number" min="0" max="9999" step="5" inputmode="numeric" value={minutes} onchange={on_minutes} />
                </p>
                <NoteField
                    library={self.view.library().clone()}
                    name={id.to_string()}
                    text={action.note.value.clone()}
                    {on_note}
                />
                <p><button type="button" class="button--quiet" data-do="remove" onclick={remove}>{ self.word(PlanWord::ActionRemove) }</button></p>
            </div>
        }
    }
}

/// What was just chosen in a list.
pub(super) fn chosen<C: Choice>(event: &Event) -> Option<C> {
    let id = field::chosen(event)?;
    C::ALL.iter().copied().find(|choice| choice.id() == id)
}
