//! The buddy check: time, someone who stands in, days off, and what the buddy needs. It warns where all rests on one person.

use assessment::{BuddyNeed, BuddyRisk, Choice, PlanChange, Weekday};
use content::PlanWord;
use yew::prelude::*;

use super::PlanPage;
use crate::browser::field;

/// More than a week has.
const MOST_MINUTES: u16 = 2_400;

impl PlanPage<'_> {
    /// How many things stand out.
    pub(super) fn buddy_state(&self) -> String {
        let buddy = &self.assessment.plan.buddy;
        match buddy.risks().len() {
            0 if buddy.is_begun() => String::new(),
            0 => self.word(PlanWord::BuddyNotYet).to_string(),
            count => self.fill(PlanWord::BuddyPoints, &[("count", &count.to_string())]),
        }
    }

    pub(super) fn buddy(&self) -> Html {
        let buddy = &self.assessment.plan.buddy;
        let minutes = buddy.minutes.value.map(|minutes| minutes.to_string()).unwrap_or_default();
        let on_minutes = self.on_change(|event| {
            let minutes = field::changed(event)?.trim().parse::<u16>().ok().map(|minutes| minutes.min(MOST_MINUTES));
            Some(PlanChange::BuddyMinutes(minutes))
        });
        html! {
            <div class="fields">
                { self.paragraph(PlanWord::BuddyLead) }
                <p>
                    <label for="buddy-minutes">{ self.word(PlanWord::BuddyMinutes) }</label>
                    <input id="buddy-minutes" class="field field--short" type="number" min="0" max={MOST_MINUTES.to_string()} step="5" inputmode="numeric" aria-describedby="buddy-minutes-hint" value={minutes} onchange={on_minutes} />
                    <span class="hint" id="buddy-minutes-hint">{ self.word(PlanWord::BuddyMinutesHint) }</span>
                </p>
                <fieldset class="plan__status">
                    <legend>{ self.word(PlanWord::BuddyDeputy) }</legend>
                    { self.deputy(true, PlanWord::BuddyDeputyYes) }
                    { self.deputy(false, PlanWord::BuddyDeputyNo) }
                </fieldset>
                <fieldset class="plan__days">
                    <legend>{ self.word(PlanWord::BuddyAway) }</legend>
                    for &day in Weekday::ALL {
                        { self.one_of(day, day_word(day), &buddy.away.value, PlanChange::BuddyAway) }
                    }
                </fieldset>
                <fieldset class="plan__table">
                    <legend>{ self.word(PlanWord::BuddyNeeds) }</legend>
                    for &need in BuddyNeed::ALL {
                        { self.one_of(need, need_word(need), &buddy.needs.value, PlanChange::BuddyNeeds) }
                    }
                </fieldset>
                <div role="status" data-buddy-risks="">{ self.risks() }</div>
            </div>
        }
    }

    fn deputy(&self, is: bool, word: PlanWord) -> Html {
        let chosen = self.assessment.plan.buddy.deputy.value == Some(is);
        let onchange = self.on_change(move |_| Some(PlanChange::BuddyDeputy(is)));
        html! {
            <label class={if chosen { "pill pill--chosen" } else { "pill" }}>
                <input type="radio" name="buddy-deputy" value={is.to_string()} checked={chosen} {onchange} />
                <span>{ self.word(word) }</span>
            </label>
        }
    }

    /// One of several, of which any number can be ticked.
    pub(super) fn one_of<C: Choice + PartialEq + 'static>(
        &self,
        option: C,
        word: PlanWord,
        ticked: &[C],
        change: impl Fn(Vec<C>) -> PlanChange + 'static,
    ) -> Html {
        let is = ticked.contains(&option);
        let ticked = ticked.to_vec();
        let onchange = self.on_change(move |_| {
            let stays = |other: &C| if *other == option { !is } else { ticked.contains(other) };
            Some(change(C::ALL.iter().copied().filter(stays).collect()))
        });
        html! {
            <label class="check">
                <input type="checkbox" value={option.id()} checked={is} {onchange} />
                <span>{ self.word(word) }</span>
            </label>
        }
    }

    fn risks(&self) -> Html {
        let buddy = &self.assessment.plan.buddy;
        let risks = buddy.risks();
        let days: Vec<String> = buddy.away.value.iter().map(|day| self.word(day_word(*day)).to_string()).collect();
        let text = |risk| match risk {
            BuddyRisk::NoDeputy => self.word(PlanWord::BuddyNoDeputy),
            BuddyRisk::DaysAlone => self.fill(PlanWord::BuddyDaysAlone, &[("days", &days.join(", "))]).into(),
            BuddyRisk::NoTime => self.word(PlanWord::BuddyNoTime),
        };
        html! {
            <>
                for &risk in &risks {
                    <p class="notice" data-risk={risk_id(risk)}>{ text(risk) }</p>
                }
                if risks.is_empty() && buddy.deputy.value.is_some() {
                    <p data-fine="">{ self.word(PlanWord::BuddyFine) }</p>
                }
            </>
        }
    }
}

fn risk_id(risk: BuddyRisk) -> &'static str {
    match risk {
        BuddyRisk::NoDeputy => "no-deputy",
        BuddyRisk::DaysAlone => "days-alone",
        BuddyRisk::NoTime => "no-time",
    }
}

fn day_word(day: Weekday) -> PlanWord {
    match day {
        Weekday::Monday => PlanWord::DayMonday,
        Weekday::Tuesday => PlanWord::DayTuesday,
        Weekday::Wednesday => PlanWord::DayWednesday,
        Weekday::Thursday => PlanWord::DayThursday,
        Weekday::Friday => PlanWord::DayFriday,
        Weekday::Saturday => PlanWord::DaySaturday,
        Weekday::Sunday => PlanWord::DaySunday,
    }
}

fn need_word(need: BuddyNeed) -> PlanWord {
    match need {
        BuddyNeed::Role => PlanWord::NeedRole,
        BuddyNeed::Room => PlanWord::NeedRoom,
        BuddyNeed::Advice => PlanWord::NeedAdvice,
        BuddyNeed::Course => PlanWord::NeedCourse,
        BuddyNeed::Thanks => PlanWord::NeedThanks,
        BuddyNeed::Stop => PlanWord::NeedStop,
    }
}
