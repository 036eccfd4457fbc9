//! The rhythm of the talks, and who sits at the table.

use assessment::{Choice, Date, PlanChange, Rhythm, Taker, talks};
use content::PlanWord;
use yew::prelude::*;

use super::{PlanPage, action::chosen, taker_word};
use crate::browser::clock;

/// How many of the coming talks are shown.
const SHOWN: usize = 4;

impl PlanPage<'_> {
    pub(super) fn talks(&self) -> Html {
        let plan = &self.assessment.plan;
        let onchange = self.on_change(|event| Some(PlanChange::Rhythm(chosen::<Rhythm>(event))));
        let days =
            plan.first_day.value.zip(plan.rhythm.value).map(|(day, rhythm)| talks(day, rhythm)).unwrap_or_default();
        let today = Date::of(clock::now());
        let next = days.iter().copied().find(|day| *day >= today).map(|day| self.date(day));
        let days: Vec<String> = days.into_iter().take(SHOWN).map(|day| self.date(day)).collect();
        html! {
            <div class="fields">
                { self.paragraph(PlanWord::TalksLead) }
                <p>
                    <label for="rhythm">{ self.word(PlanWord::RhythmLabel) }</label>
                    <select id="rhythm" class="field" {onchange}>
                        <option value="" selected={plan.rhythm.value.is_none()}>{ self.word(PlanWord::RhythmNone) }</option>
                        for &rhythm in Rhythm::ALL {
                            <option value={rhythm.id()} selected={plan.rhythm.value == Some(rhythm)}>{ self.word(rhythm_word(rhythm)) }</option>
                        }
                    </select>
                </p>
                if plan.rhythm.value.is_some() {
                    <fieldset class="plan__table">
                        <legend>{ self.word(PlanWord::TableLabel) }</legend>
                        for &taker in Taker::ALL {
                            { self.one_of(taker, taker_word(taker), &plan.table.value, PlanChange::Table) }
                        }
                    </fieldset>
                }
                if !days.is_empty() {
                    if let Some(next) = next {
                        <p><strong>{ self.fill(PlanWord::TalkNext, &[("date", &next)]) }</strong></p>
                    }
                    <p data-talks="">{ self.fill(PlanWord::TalksDates, &[("dates", &days.join(" · "))]) }</p>
                }
            </div>
        }
    }
}

fn rhythm_word(rhythm: Rhythm) -> PlanWord {
    match rhythm {
        Rhythm::WeeklyFirst => PlanWord::RhythmWeekly,
        Rhythm::FortnightlyFirst => PlanWord::RhythmFortnightly,
        Rhythm::Monthly => PlanWord::RhythmMonthly,
    }
}
