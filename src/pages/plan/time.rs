//! The first working day, and the calendar file.

use std::cell::Cell;

use assessment::PlanChange;
use calendar::{Dated, Entry, Event as CalendarEvent, dated};
use content::{PlanWord, Word};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::PlanPage;
use crate::{
    browser::{annex, clock, field, files},
    components::markup::hint,
    errand::{CalendarFile, Errand},
};

impl PlanPage<'_> {
    /// A day that is not needed; with it, the plan says by when.
    pub(super) fn first_day(&self) -> Html {
        let onchange = self.on_change(|event| field::day(event).map(PlanChange::FirstDay));
        let value = self.assessment.plan.first_day.value.map(clock::iso).unwrap_or_default();
        html! {
            <p class="plan__day">
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
        let plain = self.fill(PlanWord::StepEvent, &[("title", &self.word(PlanWord::OwnEvent))]);
        let errand = self.view.errand.clone();
        let empty = events.is_empty();
        let onclick = Callback::from(move |_: MouseEvent| {
            let (events, name, file, plain) = (events.clone(), name.clone(), file.clone(), plain.clone());
            let errand = errand.clone();
            spawn_local(async move {
                let guarded = annex::with_guard().await;
                let checked = guarded.is_ok() || events.iter().all(|(_, own)| own.is_none());
                let kept_back = Cell::new(0);
                // Others may see a calendar: what may not be for every eye stays at home.
                let for_others = events.into_iter().map(|(event, own)| {
                    let fits =
                        own.is_none_or(|own| guarded.as_ref().is_ok_and(|annex| annex.check_note(&own).is_empty()));
                    kept_back.set(kept_back.get() + usize::from(!fits));
                    if fits { event } else { CalendarEvent { title: plain.clone(), ..event } }
                });
                let events: Vec<CalendarEvent> = for_others.collect();
                let annex = match &guarded {
                    Ok(annex) => Some(annex.clone()),
                    Err(_) => annex::annex().await.ok(),
                };
                let bytes = annex.and_then(|annex| annex.write_calendar(&name, &events, clock::now()));
                let saved = bytes.and_then(|bytes| files::save(&file, "text/calendar", &bytes));
                let name = saved.map(|()| file);
                errand.set(Errand::Calendar(CalendarFile { name, kept_back: kept_back.get(), checked }));
            });
        });
        html! {
            <div class="plan__calendar">
                if empty {
                    { hint(self.word(PlanWord::CalendarNothing)) }
                } else {
                    <p><button type="button" class="button button--second" data-do="calendar" {onclick}>{ self.word(PlanWord::CalendarSave) }</button></p>
                    { hint(self.word(PlanWord::CalendarHint)) }
                }
                if let Errand::Calendar(file) = &**self.view.errand {
                    { self.calendar_file(file) }
                }
            </div>
        }
    }

    /// What became of the file.
    fn calendar_file(&self, file: &CalendarFile) -> Html {
        let said = match &file.name {
            Some(name) => self.fill(PlanWord::CalendarDone, &[("file", name)]),
            None => self.view.word(Word::WordsFailed).to_string(),
        };
        html! {
            <div class="notice" tabindex="-1" data-errand="" data-said="">
                <p>{ said }</p>
                if file.name.is_some() && !file.checked {
                    <p data-unchecked="">{ self.word(PlanWord::CalendarUnchecked) }</p>
                } else if file.kept_back > 0 {
                    <p data-kept-back="">{ self.fill(PlanWord::CalendarKeptBack, &[("count", &file.kept_back.to_string())]) }</p>
                }
            </div>
        }
    }

    /// What stands in the calendar, and the user's own words in it.
    fn events(&self) -> Vec<(CalendarEvent, Option<String>)> {
        let plan = &self.assessment.plan;
        let event = |entry: Entry| {
            let mut own = None;
            let title = match entry.what {
                Dated::Action(id) => {
                    let action = plan.actions.get(&id)?;
                    // Of an advised step, the name of the practice is enough.
                    let practice = action.from.as_ref().and_then(|from| self.view.ask().practice(&from.practice));
                    let title = practice.map_or_else(|| self.title(action), |(_, text)| text.title.to_string());
                    own = practice.is_none().then(|| title.clone());
                    self.fill(PlanWord::StepEvent, &[("title", &title)])
                }
                Dated::Talk(_) => self.word(PlanWord::TalkEvent).to_string(),
            };
            let Entry { uid, day, changed, .. } = entry;
            Some((CalendarEvent { uid, day, changed, title, description: String::new() }, own))
        };
        dated(self.assessment).into_iter().filter_map(event).collect()
    }
}
