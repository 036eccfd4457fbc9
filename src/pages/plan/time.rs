//! The first working day, and the calendar file.

use assessment::{Date, PlanChange};
use calendar::{Dated, Entry, Event as CalendarEvent, dated};
use content::PlanWord;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::PlanPage;
use crate::{
    browser::{annex, clock, field, files},
    components::markup::hint,
    errand::{Errand, Part},
};

impl PlanPage<'_> {
    /// A day that is not needed; with it, the plan says by when.
    pub(super) fn first_day(&self) -> Html {
        let onchange = self.on_change(|event| Some(PlanChange::FirstDay(Date::parse(&field::changed(event)?))));
        let value = self.assessment.plan.first_day.value.map(clock::iso).unwrap_or_default();
        let known = self.assessment.plan.first_day.value;
        html! {
            <p class="plan__day">
                if let Some(day) = known {
                    <span class="plan__day-on">{ self.fill(PlanWord::DayOn, &[("date", &self.date(day))]) }</span>
                }
                <label for="first-day">{ self.word(PlanWord::DayLabel) }</label>
                <input id="first-day" class="field" type="date" aria-describedby="first-day-hint" {value} {onchange} />
                <span class="hint" id="first-day-hint">{ self.word(PlanWord::DayHint) }</span>
            </p>
        }
    }

    /// Everything with a day, for any calendar.
    pub(super) fn calendar(&self) -> Html {
        let events = self.events();
        let name = self.word(PlanWord::PlanTitle).to_string();
        let file = self.fill(PlanWord::FileNameCalendar, &[("date", &clock::iso_day(clock::now()))]) + ".ics";
        let done = self.fill(PlanWord::CalendarDone, &[("file", &file)]);
        let failed = self.view.word(content::Word::WordsFailed).to_string();
        let errand = self.view.errand.clone();
        let empty = events.is_empty();
        let onclick = Callback::from(move |_: MouseEvent| {
            let (events, name, file) = (events.clone(), name.clone(), file.clone());
            let (done, failed, errand) = (done.clone(), failed.clone(), errand.clone());
            spawn_local(async move {
                let bytes = match annex::annex().await {
                    Ok(annex) => annex.write_calendar(&name, &events, clock::now()),
                    Err(_) => None,
                };
                let saved = bytes.and_then(|bytes| files::save(&file, "text/calendar", &bytes));
                errand.set(Errand::Said(Part::Calendar, if saved.is_some() { done } else { failed }));
            });
        });
        let said = match &**self.view.errand {
            Errand::Said(Part::Calendar, said) => Some(said.clone()),
            _ => None,
        };
        html! {
            <div class="plan__calendar">
                if empty {
                    { hint(self.word(PlanWord::CalendarNothing)) }
                } else {
                    <p><button type="button" class="button button--second" data-do="calendar" {onclick}>{ self.word(PlanWord::CalendarSave) }</button></p>
                    { hint(self.word(PlanWord::CalendarHint)) }
                }
                if let Some(said) = said {
                    <p class="notice" tabindex="-1" data-errand="" data-said="">{ said }</p>
                }
            </div>
        }
    }

    fn events(&self) -> Vec<CalendarEvent> {
        let plan = &self.assessment.plan;
        let event = |entry: Entry| {
            let title = match entry.what {
                Dated::Action(id) => {
                    let action = plan.actions.get(&id)?;
                    // Others may see a calendar: of an advised step, the name of the practice is enough.
                    let practice = action.from.as_ref().and_then(|from| self.view.ask().practice(&from.practice));
                    let title = practice.map_or_else(|| self.title(action), |(_, text)| text.title.to_string());
                    self.fill(PlanWord::StepEvent, &[("title", &title)])
                }
                Dated::Talk(_) => self.word(PlanWord::TalkEvent).to_string(),
            };
            let Entry { uid, day, changed, .. } = entry;
            Some(CalendarEvent { uid, day, changed, title, description: String::new() })
        };
        dated(self.assessment).into_iter().filter_map(event).collect()
    }
}
