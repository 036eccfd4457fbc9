//! The plan page: steps, who takes them on, and when.

use anyhow::{Context, Result, ensure};
use assessment::{
    ActionId, Answer, Assessment, AssessmentId, Choice, Date, Group, Order, Period, Plan, PlanAction, Stage, Status,
    Taker, guide, layout,
};
use content::{PlanWord, Word};
use serde::Deserialize;
use serde_json::json;

use crate::{
    App, Key, Saving, SeenGuidance, SeenRow, Walk, Window, ask, guidance::picture, instrument, level, planning,
};

/// Some steps that the page shows under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenGroup {
    /// The heading.
    pub heading: String,
    /// The steps, in order.
    pub steps: Vec<SeenStep>,
}

/// A step as its card shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenStep {
    /// Its id.
    pub id: String,
    /// How far it is.
    pub status: String,
    /// What is done.
    pub title: String,
    /// Who, by when, and how long.
    pub facts: String,
    /// The note about it.
    pub note: String,
}

impl Walk {
    /// What the app keeps of this walk, with these pieces of advice taken into its plan; at the end of October 2026.
    pub fn planning(&self, practices: &[&str]) -> Assessment {
        let mut assessment = self.assessment();
        let at = Date::parse("2026-10-31").unwrap_or(Date(0)).start();
        let guidance = self.guidance();
        for practice in practices {
            let advice = guidance.advice.iter().find(|advice| advice.practice.as_str() == *practice);
            let advice = advice.unwrap_or_else(|| panic!("{practice} is not advised"));
            let action = PlanAction::advised(advice, assessment.profile.stage, at);
            assessment.plan.actions.insert(PlanAction::id_of(advice), action);
        }
        assessment
    }
}

/// The headings of a plan and the ids under them, as the core puts it in order, in English.
pub fn expected_groups(assessment: &Assessment, order: Order) -> Vec<(String, Vec<String>)> {
    let groups = layout(&instrument(), &assessment.plan, order);
    let ids = |actions: &[(&ActionId, &PlanAction)]| actions.iter().map(|(id, _)| id.to_string()).collect();
    groups.into_iter().map(|(group, actions)| (heading(&group), ids(&actions))).collect()
}

/// The picture of growth if some steps of a plan were done: each practice at the level its step leads to, if that is more.
pub fn expected_picture(assessment: &Assessment, done: &[ActionId]) -> Vec<SeenRow> {
    let mut then = assessment.clone();
    let steps = done.iter().filter_map(|id| assessment.plan.actions.get(id)?.from.as_ref());
    for step in steps {
        if then.answers.level(&step.practice) < Some(step.to) {
            then.answers.give(step.practice.clone(), Answer::Level(step.to), then.changed());
        }
    }
    picture(&then.scope.value, &guide(&instrument(), &then))
}

fn heading(group: &Group) -> String {
    let word = match group {
        Group::Dated => PlanWord::GroupDated,
        Group::Period(period) => period_word(*period),
        Group::Taker(None) => PlanWord::GroupNobody,
        Group::Taker(Some(taker)) => taker_word(*taker),
        Group::Condition(None) => PlanWord::GroupOwn,
        Group::Condition(Some(condition)) => {
            return ask("en").condition(condition).map(|text| text.name.to_string()).unwrap_or_default();
        }
    };
    planning("en").words.get(word).to_string()
}

/// A workplace where someone is there for some weeks and nothing was arranged.
pub fn nothing_arranged() -> Walk {
    Walk::full_check().situation(|it| it.stage = Some(Stage::FirstWeeks)).answering_all(level(0))
}

/// The plan of such a workplace, with the first pieces of advice.
pub fn first_advice_taken(steps: usize) -> Assessment {
    let walk = nothing_arranged();
    let guidance = walk.guidance();
    let practices: Vec<&str> = guidance.advice.iter().take(steps).map(|it| it.practice.as_str()).collect();
    walk.planning(&practices)
}

/// A part of the first ninety days, in words.
pub fn period_word(period: Period) -> PlanWord {
    match period {
        Period::BeforeDayOne => PlanWord::PeriodBefore,
        Period::WeekOne => PlanWord::PeriodWeek,
        Period::MonthOne => PlanWord::PeriodMonth,
        Period::MonthThree => PlanWord::PeriodThree,
        Period::Later => PlanWord::PeriodLater,
    }
}

/// Who takes a step on, in words.
pub fn taker_word(taker: Taker) -> PlanWord {
    match taker {
        Taker::Owner => PlanWord::TakerOwner,
        Taker::Manager => PlanWord::TakerManager,
        Taker::Hr => PlanWord::TakerHr,
        Taker::Buddy => PlanWord::TakerBuddy,
        Taker::Colleague => PlanWord::TakerColleague,
        Taker::Practitioner => PlanWord::TakerPractitioner,
        Taker::Other => PlanWord::TakerOther,
    }
}

/// The card of a step.
pub fn card(step: &ActionId) -> String {
    format!("[data-action=\"{step}\"]")
}

/// A field on the card of a step.
fn field(step: &ActionId, part: &str) -> String {
    format!("[id=\"{step}-{part}\"]")
}

impl Window {
    /// Today, by the clock of this machine.
    pub async fn today(&self) -> Result<Date> {
        let today: u64 = self.read("return Date.now()", []).await?;
        Ok(Date::of(assessment::Moment(today)))
    }

    /// A day as the page writes it, in the language it speaks.
    pub async fn in_words(&self, day: Date) -> Result<String> {
        let locale = ask(&self.language().await?).words.get(Word::Locale);
        let written = "return new Date(arguments[0])\
            .toLocaleDateString(arguments[1], { dateStyle: 'long', timeZone: 'UTC' })";
        self.read(written, [json!(day.start().0), json!(&*locale)]).await
    }

    /// Unfolds a part of the page: `talks`, `buddy`, `ladder` or `what-if`.
    pub async fn open_part(&self, part: &str) -> Result<()> {
        self.unfold(&format!("details#{part}")).await
    }

    /// Takes a piece of advice into the plan, on the guidance.
    pub async fn take(&self, practice: &str) -> Result<()> {
        let card = format!("[data-advice=\"{practice}\"]");
        self.press(&format!("{card} button[data-take]")).await?;
        self.wait_for(&format!("{card} a[data-taken]")).await?;
        self.wait_until(Saving::Saved).await
    }

    /// The groups of the plan page.
    pub async fn groups(&self) -> Result<Vec<SeenGroup>> {
        self.wait_for("[data-plan]").await?;
        self.read(include_str!("scripts/plan.js"), []).await
    }

    /// A step as its card shows it.
    pub async fn step(&self, step: &ActionId) -> Result<SeenStep> {
        let groups = self.groups().await?;
        let steps = groups.into_iter().flat_map(|group| group.steps);
        steps.into_iter().find(|seen| seen.id == step.as_str()).with_context(|| format!("{step} is not in the plan"))
    }

    /// Says how far a step is.
    pub async fn set_status(&self, step: &ActionId, status: Status) -> Result<()> {
        self.choose(&format!("status-{step}"), status.id()).await?;
        self.wait_for(&format!("{}[data-status=\"{}\"]", card(step), status.id())).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Fills in a date, as its picker does; `None` empties it.
    pub async fn set_day(&self, field: &str, day: Option<Date>) -> Result<()> {
        self.wait_for(field).await?;
        let set = "const field = one(arguments[0]); \
            field.value = arguments[1] === null ? '' : new Date(arguments[1]).toISOString().slice(0, 10); \
            for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))";
        self.read::<()>(set, [json!(field), json!(day.map(|day| day.start().0))]).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Says which is the first working day.
    pub async fn set_first_day(&self, day: Option<Date>) -> Result<()> {
        self.set_day("#first-day", day).await
    }
}

impl App {
    /// Has an assessment, opens its plan, and unfolds a part of it.
    pub async fn open_plan_at(&self, assessment: &Assessment, part: &str) -> Result<()> {
        self.have(std::slice::from_ref(assessment)).await?;
        self.open_plan(&assessment.id).await?;
        self.open_part(part).await
    }

    /// Opens the plan of an assessment.
    pub async fn open_plan(&self, id: &AssessmentId) -> Result<()> {
        self.go(&format!("#/a/{id}/plan")).await?;
        self.wait_for("[data-plan]").await
    }

    /// Checks that the plan stands under the headings, and in the order, that the core says.
    pub async fn assert_in_order(&self, assessment: &Assessment, order: Order) -> Result<()> {
        let seen = self.groups().await?.into_iter();
        let seen: Vec<(String, Vec<String>)> =
            seen.map(|group| (group.heading, group.steps.into_iter().map(|step| step.id).collect())).collect();
        assert_eq!(seen, expected_groups(assessment, order), "{order:?}");
        Ok(())
    }

    /// Writes an own step and adds it with Enter; gives back which one it became.
    pub async fn add_own_step(&self, title: &str) -> Result<ActionId> {
        let ids = "return all('[data-action]').map((card) => card.dataset.action)";
        let before: Vec<String> = self.read(ids, []).await?;
        self.type_into("#own-step", title).await?;
        self.key(Key::Enter).await?;
        let more = "return all('[data-action]').length > arguments[0]";
        self.until(&format!("'{title}' is in the plan"), more, [json!(before.len())]).await?;
        self.wait_until(Saving::Saved).await?;
        let after: Vec<String> = self.read(ids, []).await?;
        let new = after.iter().find(|id| !before.contains(id)).context("the new step has an id of its own")?;
        Ok(ActionId::new(new))
    }

    /// Unfolds what can be changed about a step.
    pub async fn open_step(&self, step: &ActionId) -> Result<()> {
        self.unfold(&format!("{} > details", card(step))).await
    }

    /// Gives a step to someone.
    pub async fn give_step_to(&self, step: &ActionId, taker: Option<Taker>) -> Result<()> {
        self.open_step(step).await?;
        self.select(&field(step, "taker"), taker.map(Choice::id).unwrap_or_default()).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Gives a step a day.
    pub async fn date_step(&self, step: &ActionId, day: Date) -> Result<()> {
        self.open_step(step).await?;
        self.set_day(&field(step, "date"), Some(day)).await
    }

    /// Writes other words for a step.
    pub async fn reword_step(&self, step: &ActionId, title: &str) -> Result<()> {
        self.open_step(step).await?;
        self.type_into(&field(step, "title"), title).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Writes the note of a step.
    pub async fn note_step(&self, step: &ActionId, note: &str) -> Result<()> {
        self.open_step(step).await?;
        self.unfold(&format!("{} details[data-note]", card(step))).await?;
        self.type_into(&field(step, "note"), note).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Takes a step out of the plan.
    pub async fn take_out(&self, step: &ActionId) -> Result<()> {
        self.open_step(step).await?;
        self.press(&format!("{} [data-do=\"remove\"]", card(step))).await?;
        self.wait_until_gone(&card(step)).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Writes why a step will not be done.
    pub async fn say_why_not(&self, step: &ActionId, why: &str) -> Result<()> {
        self.type_into(&field(step, "reason"), why).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Whether the page asks why a step will not be done.
    pub async fn asks_why_not(&self, step: &ActionId) -> Result<bool> {
        self.shows(&field(step, "reason")).await
    }

    /// Why a step will not be done, as its field says.
    pub async fn why_not(&self, step: &ActionId) -> Result<String> {
        self.value_of(&field(step, "reason")).await
    }

    /// Puts the steps in another order.
    pub async fn order_by(&self, order: Order) -> Result<()> {
        let id = match order {
            Order::ByTime => "time",
            Order::ByTaker => "taker",
            Order::ByCondition => "condition",
        };
        self.choose("order", id).await
    }

    /// Types a number into a field, and leaves the field.
    pub async fn set_number(&self, field: &str, number: &str) -> Result<()> {
        self.type_into(field, number).await?;
        self.key(Key::Tab).await?;
        self.wait_until(Saving::Saved).await
    }

    /// Ticks a step under 'What would change?', or takes the tick away.
    pub async fn tick(&self, step: &ActionId) -> Result<()> {
        self.press(&format!("label:has([data-tick=\"{step}\"])")).await
    }

    /// Ticks one of several in a part of the page, or takes the tick away.
    pub async fn tick_in(&self, part: &str, value: &str) -> Result<()> {
        self.press(&format!("details#{part} label:has([type=checkbox][value=\"{value}\"])")).await?;
        self.wait_until(Saving::Saved).await
    }

    /// What is ticked in a part of the page.
    pub async fn ticked_in(&self, part: &str) -> Result<Vec<String>> {
        let ticked = "return all(`details#${arguments[0]} [type=checkbox]:checked`).map((box) => box.value)";
        self.read(ticked, [json!(part)]).await
    }

    /// The picture of growth as the page shows it.
    pub async fn picture(&self) -> Result<Vec<SeenRow>> {
        let seen: SeenGuidance = self.read(include_str!("scripts/guidance.js"), []).await?;
        Ok(seen.picture)
    }

    /// What stands out about the buddy, by id.
    pub async fn risks(&self) -> Result<Vec<String>> {
        self.read("return shown('[data-risk]').map((risk) => risk.dataset.risk)", []).await
    }

    /// The one assessment in the store.
    pub async fn kept_one(&self) -> Result<Assessment> {
        let mut kept = self.kept().await?;
        ensure!(kept.len() == 1, "{} assessments are kept", kept.len());
        kept.pop().context("one is kept")
    }

    /// The plan of the one assessment in the store.
    pub async fn kept_plan(&self) -> Result<Plan> {
        Ok(self.kept_one().await?.plan)
    }

    /// Sets how far a step is, and tells how many milliseconds pass until that is drawn.
    pub async fn time_status(&self, step: &ActionId, status: Status) -> Result<f64> {
        self.read_later(include_str!("scripts/status.js"), [json!(step.as_str()), json!(status.id())]).await
    }
}
