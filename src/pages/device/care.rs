//! How long to keep it, and when to be reminded; and the calm reminders on the first page.

use assessment::{Assessment, Keeping, RecordId};
use content::{DeviceWord, Word};
use yew::prelude::*;

use super::DevicePage;
use crate::{
    browser::{clock, field, focus},
    components::markup::paragraph,
    errand::Part,
    route::Route,
    state::Action,
    view::View,
};

/// From so many answers on, an assessment is worth keeping.
const WORTH_KEEPING: usize = 6;

/// What can be chosen, in months.
const RETENTION: [u16; 4] = [6, 12, 24, 36];

/// What can be chosen, in weeks.
const BACKUP: [u16; 3] = [2, 4, 8];

/// What can be chosen, in minutes.
const IDLE: [u16; 4] = [5, 10, 30, 60];

impl DevicePage<'_> {
    pub(super) fn care(&self) -> Html {
        let keeping = &self.view.state.keeping;
        let overdue = overdue(self.view);
        html! {
            <>
                { paragraph(self.word(DeviceWord::RetentionLead)) }
                {
                    self.choice("retention", DeviceWord::RetentionLabel, DeviceWord::RetentionNever, keeping.retention_months,
                        RETENTION.map(|months| (months, self.fill(DeviceWord::RetentionMonths, &[("months", &months.to_string())]))).to_vec(),
                        |keeping, months| Keeping { retention_months: months, ..keeping })
                }
                if !overdue.is_empty() {
                    { self.overdue(&overdue) }
                }
                {
                    self.choice("remind", DeviceWord::RemindLabel, DeviceWord::RemindNever, keeping.backup_days,
                        BACKUP.map(|weeks| (weeks * 7, self.fill(DeviceWord::RemindWeeks, &[("count", &weeks.to_string())]))).to_vec(),
                        |keeping, days| Keeping { backup_days: days, put_off: None, ..keeping })
                }
            </>
        }
    }

    pub(super) fn idle_choice(&self) -> Html {
        let minutes = self.view.state.keeping.idle_minutes;
        self.choice(
            "idle",
            DeviceWord::LockIdleLabel,
            DeviceWord::IdleNever,
            minutes,
            IDLE.map(|minutes| (minutes, self.fill(DeviceWord::IdleMinutes, &[("count", &minutes.to_string())])))
                .to_vec(),
            |keeping, minutes| Keeping { idle_minutes: minutes, ..keeping },
        )
    }

    /// A choice among numbers, or 'never'.
    fn choice(
        &self,
        id: &'static str,
        label: DeviceWord,
        never: DeviceWord,
        chosen: Option<u16>,
        options: Vec<(u16, String)>,
        change: fn(Keeping, Option<u16>) -> Keeping,
    ) -> Html {
        let (dispatch, keeping) = (self.view.dispatch.clone(), self.view.state.keeping.clone());
        let onchange = Callback::from(move |event: Event| {
            let chosen = field::number(&event);
            dispatch.dispatch(Action::Keep(change(keeping.clone(), chosen)));
        });
        html! {
            <p>
                <label for={id}>{ self.word(label) }</label>
                <select {id} class="field" {onchange}>
                    for (value, text) in options {
                        <option value={value.to_string()} selected={chosen == Some(value)}>{ text }</option>
                    }
                    <option value="" selected={chosen.is_none()}>{ self.word(never) }</option>
                </select>
            </p>
        }
    }

    /// Assessments that are older than was chosen, and a way to delete them.
    fn overdue(&self, overdue: &[&Assessment]) -> Html {
        let ids: Vec<_> = overdue.iter().map(|assessment| RecordId::from(&assessment.id)).collect();
        let delete = self.view.press(move |dispatch| dispatch.dispatch(Action::Delete(ids.clone())));
        html! {
            <div class="notice" data-overdue="">
                { paragraph(self.overdue_words(overdue.len()).into()) }
                { self.button("delete-overdue", "button button--second", DeviceWord::RetentionDelete, delete) }
            </div>
        }
    }

    fn overdue_words(&self, count: usize) -> String {
        let months = self.view.state.keeping.retention_months.unwrap_or_default().to_string();
        self.count(DeviceWord::RetentionDueOne, DeviceWord::RetentionDueMore, count, &[("months", &months)])
    }
}

/// Assessments that were not changed for longer than they are to be kept.
fn overdue<'a>(view: &View<'a>) -> Vec<&'a Assessment> {
    let now = clock::now();
    view.state.assessments().filter(|it| !it.is_untouched() && view.state.keeping.is_overdue(it, now)).collect()
}

/// The calm reminders of the first page: a new version, what could not be opened, old assessments, and a backup that is due.
pub fn reminders(view: &View<'_>) -> Html {
    let Some(words) = view.library().device() else { return html! { <div class="reminders" /> } };
    let page = DevicePage { view, words };
    let state = view.state;
    let due = state.keeping.backup_is_due(state.assessments(), clock::now());
    let old = overdue(view);
    // The right moment to ask: there is something worth keeping, and the user is not in the middle of it.
    let worth = state.assessments().any(|assessment| assessment.answers.iter().count() >= WORTH_KEEPING);
    // A file says more about it, and says so first.
    let ask = worth && !view.from_disk && state.promised == Some(false) && !state.keeping.promise_asked;
    let device = |word: DeviceWord| html! { <a href={Route::Device.href()}>{ page.word(word) }</a> };
    html! {
        <div class="reminders">
            { page.new_version() }
            if state.newer > 0 || !state.aside.is_empty() {
                <p class="notice" data-unreadable="">
                    { page.word(DeviceWord::AsideTitle) }{ ". " }{ device(DeviceWord::DeviceTitle) }
                </p>
            }
            if !old.is_empty() {
                <p class="notice" data-reminder="retention">
                    { page.overdue_words(old.len()) }{ " " }{ device(DeviceWord::RetentionLook) }
                </p>
            }
            if ask && !due {
                <div class="notice" data-reminder="promise">
                    <p>{ page.word(DeviceWord::PersistNo) }</p>
                    <p class="device__row">
                        { page.button("persist", "button button--second", DeviceWord::PersistAsk, page.ask_for_promise()) }
                    </p>
                </div>
            }
            { page.errand(Part::Kept, html! {}) }
            if due {
                <div class="notice" data-reminder="backup">
                    <p>{ page.backup_due() }</p>
                    <p class="device__row">
                        <a class="button button--second" href={Route::Device.href()}>{ page.word(DeviceWord::BackupDueAction) }</a>
                        { page.button("later", "button--quiet", DeviceWord::RemindLater, page.put_off()) }
                    </p>
                </div>
            }
        </div>
    }
}

impl DevicePage<'_> {
    fn backup_due(&self) -> String {
        match self.view.state.keeping.last_backup {
            Some(last) => {
                self.fill(DeviceWord::BackupDue, &[("date", &clock::day_of(last, &self.view.word(Word::Locale)))])
            }
            None => self.word(DeviceWord::BackupDueNever).to_string(),
        }
    }

    fn put_off(&self) -> Callback<MouseEvent> {
        let (dispatch, keeping) = (self.view.dispatch.clone(), self.view.state.keeping.clone());
        Callback::from(move |_| {
            let keeping = Keeping { put_off: Some(clock::now()), ..keeping.clone() };
            dispatch.dispatch(Action::Keep(keeping));
            // The button goes with its reminder.
            focus::on("h1");
        })
    }
}
