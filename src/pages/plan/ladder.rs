//! The growth ladder: a proposal for each rung, in which every word can be changed.

use assessment::{Choice, LearningForm, Period, PlanChange, Rung, RungPart, RungStep, When, not_yet, works_alone};
use content::{PlanWord, RungProposal, Text};
use report::names::{period_word, rung_word};
use yew::prelude::*;

use super::{PlanPage, action::chosen};
use crate::{
    browser::{clock, field},
    components::{
        WrittenField,
        markup::{folded, hint},
    },
    route::Page,
    view::attr,
};

impl PlanPage<'_> {
    /// Whether there is one, and whether it has an end to begin with.
    pub(super) fn ladder_state(&self) -> String {
        let ladder = &self.assessment.plan.ladder;
        match (ladder.wanted.value, ladder.starts_without_end()) {
            (false, _) => self.word(PlanWord::LadderNotYet).to_string(),
            (true, true) => self.word(PlanWord::LadderNoEnd).to_string(),
            (true, false) => self.fill(PlanWord::LadderSteps, &[("count", &ladder.standing().count().to_string())]),
        }
    }

    pub(super) fn rung_name(&self, rung: Rung) -> AttrValue {
        self.word(rung_word(rung))
    }

    /// What the new colleague does on a rung.
    pub(super) fn rung_tasks(&self, rung: Rung) -> AttrValue {
        let step = self.assessment.plan.ladder.step(rung);
        self.words.rung(rung).map(|proposal| self.said(step, proposal, RungPart::Tasks)).unwrap_or_default()
    }

    pub(super) fn ladder(&self) -> Html {
        let ladder = &self.assessment.plan.ladder;
        if !ladder.wanted.value {
            return html! {
                <>
                    { self.paragraph(PlanWord::LadderLead) }
                    <p><button type="button" class="button button--second" data-do="ladder" onclick={self.press(PlanChange::Ladder(true))}>{ self.word(PlanWord::LadderMake) }</button></p>
                </>
            };
        }
        let left_out = Rung::ALL.iter().copied().filter(|rung| ladder.step(*rung).left_out.value);
        html! {
            <>
                { self.paragraph(PlanWord::LadderLead) }
                <ol class="ladder">
                    for (rung, step) in ladder.standing() {
                        if let Some(proposal) = self.words.rung(rung) {
                            { self.rung(rung, step, proposal) }
                        }
                    }
                </ol>
                <p class="device__row ladder__ways">
                    for rung in left_out {
                        <button type="button" class="button--quiet" data-back={rung.id()} onclick={self.press(PlanChange::LeaveOut(rung, false))}>
                            { self.fill(PlanWord::RungBack, &[("rung", &self.word(rung_word(rung)))]) }
                        </button>
                    }
                    <button type="button" class="button--quiet" data-do="no-ladder" onclick={self.press(PlanChange::Ladder(false))}>{ self.word(PlanWord::LadderTakeAway) }</button>
                </p>
            </>
        }
    }

    fn rung(&self, rung: Rung, step: &RungStep, proposal: &RungProposal) -> Html {
        let said = |part| self.said(step, proposal, part);
        let rests_on = not_yet(self.assessment, &proposal.rests_on);
        html! {
            <li key={rung.id()} class="card ladder__rung" data-rung={rung.id()}>
                <h3 class="card__title">{ self.word(rung_word(rung)) }</h3>
                <p class="card__step">{ said(RungPart::Tasks) }</p>
                if rung == Rung::Starter {
                    { self.until() }
                }
                <dl class="card__facts">
                    <div><dt>{ self.word(part_word(rung, RungPart::Ready)) }</dt><dd>{ said(RungPart::Ready) }</dd></div>
                    <div><dt>{ self.word(PlanWord::RungSupport) }</dt><dd>{ said(RungPart::Support) }</dd></div>
                    <div><dt>{ self.word(PlanWord::RungForm) }</dt><dd>{ self.word(form_word(self.assessment.plan.ladder.form(rung))) }</dd></div>
                </dl>
                for practice in rests_on {
                    if let Some((_, text)) = self.view.ask().practice(practice) {
                        <p class="ladder__not-yet" data-not-yet={practice.to_string()}>
                            <a href={self.link(Page::Guidance)}>{ self.fill(PlanWord::RungNotYet, &[("practice", &text.title)]) }</a>
                        </p>
                    }
                }
                { folded("card__why plan__change", html! { { self.word(PlanWord::RungChange) } }, false, self.rewrite(rung, step, proposal)) }
            </li>
        }
    }

    fn said(&self, step: &RungStep, proposal: &RungProposal, part: RungPart) -> AttrValue {
        let own = &step.text(part).value;
        if own.is_empty() { attr(self.proposed(proposal, part)) } else { own.clone().into() }
    }

    /// What fits the kind of work and whether the new colleague works alone.
    fn proposed<'p>(&self, proposal: &'p RungProposal, part: RungPart) -> &'p Text {
        proposal.text(part, self.assessment.profile.work, works_alone(self.assessment))
    }

    /// Every word can be changed, and the step left out.
    fn rewrite(&self, rung: Rung, step: &RungStep, proposal: &RungProposal) -> Html {
        let form = self.assessment.plan.ladder.form(rung);
        let form_id = [rung.id(), "-form"].concat();
        let on_form = self.on_change(move |event| Some(PlanChange::Form(rung, chosen(event)?)));
        html! {
            <div class="fields">
                { hint(self.word(PlanWord::RungEmptyHint)) }
                for &part in RungPart::ALL {
                    { self.field(rung, step, proposal, part) }
                }
                <p>
                    <label for={form_id.clone()}>{ self.word(PlanWord::RungForm) }</label>
                    <select id={form_id} class="field" onchange={on_form}>
                        for &choice in LearningForm::ALL {
                            <option value={choice.id()} selected={choice == form}>{ self.word(form_word(choice)) }</option>
                        }
                    </select>
                </p>
                <p><button type="button" class="button--quiet" data-leave-out={rung.id()} onclick={self.press(PlanChange::LeaveOut(rung, true))}>{ self.word(PlanWord::RungLeaveOut) }</button></p>
            </div>
        }
    }

    fn field(&self, rung: Rung, step: &RungStep, proposal: &RungProposal, part: RungPart) -> Html {
        let proposed = attr(self.proposed(proposal, part));
        let on_text = {
            let proposed = proposed.clone();
            self.on_text(move |text| {
                let same = text.trim().is_empty() || text == *proposed;
                PlanChange::Rung(rung, part, if same { String::new() } else { text })
            })
        };
        html! {
            <WrittenField
                library={self.view.library().clone()}
                id={[rung.id(), "-", part.id()].concat()}
                label={self.word(part_word(rung, part))}
                text={self.said(step, proposal, part)}
                {proposed}
                {on_text}
            />
        }
    }

    /// Until when the starter tasks are the work; without an end they tend to stay.
    fn until(&self) -> Html {
        let plan = &self.assessment.plan;
        let until = plan.ladder.until.value;
        let on_period = self.on_change(|event| Some(PlanChange::Until(chosen(event).map(When::In))));
        let on_date = self.on_change(|event| Some(PlanChange::Until(field::day(event)?.map(When::By))));
        let date = match until {
            Some(When::By(date)) => clock::iso(date),
            _ => String::new(),
        };
        let end = plan.ladder.end_of_start(plan.first_day.value).map(|date| self.date(date));
        let periods = [Period::WeekOne, Period::MonthOne, Period::MonthThree];
        html! {
            <div class="fields ladder__until">
                <p>
                    <label for="ladder-until">{ self.word(PlanWord::RungUntil) }</label>
                    <select id="ladder-until" class="field" onchange={on_period}>
                        <option value="" selected={!matches!(until, Some(When::In(_)))}>{ self.word(PlanWord::RungUntilNone) }</option>
                        for period in periods {
                            <option value={period.id()} selected={until == Some(When::In(period))}>{ self.word(period_word(period)) }</option>
                        }
                    </select>
                </p>
                <p>
                    <label for="ladder-date">{ self.word(PlanWord::RungUntilDate) }</label>
                    <input id="ladder-date" class="field" type="date" value={date} onchange={on_date} />
                </p>
                <div role="status">
                    if plan.ladder.starts_without_end() {
                        <p class="notice" data-no-end="">{ self.word(PlanWord::RungNoEnd) }</p>
                    }
                    if let Some(end) = end {
                        <p><strong>{ self.fill(PlanWord::RungUntilOn, &[("date", &end)]) }</strong></p>
                    }
                </div>
            </div>
        }
    }
}

fn part_word(rung: Rung, part: RungPart) -> PlanWord {
    match part {
        RungPart::Tasks => PlanWord::RungTasks,
        // Nothing follows the last step: its signs say when its own time has come.
        RungPart::Ready if rung == Rung::Further => PlanWord::RungTime,
        RungPart::Ready => PlanWord::RungReady,
        RungPart::Support => PlanWord::RungSupport,
    }
}

fn form_word(form: LearningForm) -> PlanWord {
    match form {
        LearningForm::Implicit => PlanWord::FormImplicit,
        LearningForm::Reactive => PlanWord::FormReactive,
        LearningForm::Deliberative => PlanWord::FormDeliberative,
        LearningForm::Formal => PlanWord::FormFormal,
    }
}
