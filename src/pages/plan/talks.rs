//! The rhythm of the talks, and who sits at the table.

use assessment::{Choice, Moment, PlanChange, Rhythm, Taker};
use content::PlanWord;
use report::names::{rhythm_word, taker_word};
use yew::prelude::*;

use super::{PlanPage, action::chosen};
use crate::{browser::clock, state::Change, view::change};

/// Who sits at the table, until the user says otherwise.
const USUAL_TABLE: [Taker; 3] = [Taker::Manager, Taker::Buddy, Taker::Colleague];

/// How many talks are shown.
const SHOWN: usize = 4;

impl PlanPage<'_> {
    /// The next talk, or what is agreed.
    pub(super) fn talks_state(&self) -> String {
        let plan = &self.assessment.plan;
        let Some(rhythm) = plan.rhythm.value else { return self.word(PlanWord::RhythmNone).to_string() };
        self.next_talk().unwrap_or_else(|| self.rhythm_name(rhythm).to_string())
    }

    /// The next few talks, in words.
    pub(super) fn coming_talks(&self) -> Vec<String> {
        let today = clock::today();
        let coming = self.assessment.plan.talks().into_iter().filter(|day| *day >= today);
        coming.take(SHOWN).map(|day| self.date(day)).collect()
    }

    fn next_talk(&self) -> Option<String> {
        Some(self.fill(PlanWord::TalkNext, &[("date", self.coming_talks().first()?)]))
    }

    pub(super) fn rhythm_name(&self, rhythm: Rhythm) -> AttrValue {
        self.word(rhythm_word(rhythm))
    }

    pub(super) fn talks(&self) -> Html {
        let plan = &self.assessment.plan;
        let onchange = {
            let (dispatch, id) = (self.view.dispatch.clone(), self.assessment.id.clone());
            let unseated = plan.table.at == Moment::default();
            Callback::from(move |event: Event| {
                change(&dispatch, &id, Change::Plan(PlanChange::Rhythm(chosen::<Rhythm>(&event))));
                if unseated {
                    change(&dispatch, &id, Change::Plan(PlanChange::Table(USUAL_TABLE.to_vec())));
                }
            })
        };
        let days: Vec<String> = plan.talks().into_iter().take(SHOWN).map(|day| self.date(day)).collect();
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
                    if let Some(next) = self.next_talk() {
                        <p><strong>{ next }</strong></p>
                    }
                    <p data-talks="">{ self.fill(PlanWord::TalksDates, &[("dates", &days.join(" · "))]) }</p>
                }
            </div>
        }
    }
}
