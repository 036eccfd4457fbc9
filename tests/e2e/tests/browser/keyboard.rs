//! What comes after the guidance, by keyboard alone; and what changes out of sight is said once.

use anyhow::{Result, ensure};
use assessment::{AdvicePlace, PlanAction, Respondent, Stage};
use content::Word;
use e2e::{App, Key, ROUND_DAY as DAY, Saving, Walk, ask, bakery_with, level, seen_by, visit};

/// Nothing is arranged, for someone who began some weeks ago.
fn beginner() -> Walk {
    Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstWeeks)).answering_all(level(0))
}

async fn assert_focus_is_in_main(app: &App) -> Result<()> {
    app.until("the focus is in main", "return one('main').contains(document.activeElement)", []).await
}

#[test]
fn a_plan_is_made_and_worked_through_by_keyboard_alone() {
    visit(async |app| {
        let walk = beginner();
        app.have(&[walk.assessment()]).await?;
        app.go("#/a/walk/guidance").await?;
        let guidance = walk.guidance();
        let advice = guidance.at(AdvicePlace::Start).next().expect("there is a first step");
        let card = format!("[data-advice=\"{}\"]", advice.practice);
        app.press_by_keyboard(&format!("{card} button[data-take]")).await?;
        app.wait_for(&format!("{card} a[data-taken]")).await?;
        assert_focus_is_in_main(app).await?;
        app.focus_on(&format!("{card} a[data-taken]")).await?;
        app.key(Key::Enter).await?;
        app.wait_for("[data-plan]").await?;

        let step = PlanAction::id_of(advice);
        app.choose_by_keyboard(&format!("status-{step}"), "done").await?;
        app.press_by_keyboard("[data-do=\"offer-yes\"]").await?;
        app.wait_until_gone("[data-offer]").await?;
        assert_focus_is_in_main(app).await?;

        app.tab_to("#own-step").await?;
        app.insert("Order a badge").await?;
        app.key(Key::Enter).await?;
        app.until("the step is in the plan", "return all('[data-action]').length === 2", []).await?;
        assert_focus_is_in_main(app).await?;
        for part in ["talks", "buddy", "ladder", "what-if"] {
            app.focus_on("main h1").await?;
            app.press_by_keyboard(&format!("details#{part} > summary")).await?;
            app.wait_for(&format!("details#{part}[open]")).await?;
        }
        app.wait_until(Saving::Saved).await?;
        let plan = app.kept_plan().await?;
        assert_eq!(plan.present().count(), 2);
        Ok(())
    });
}

#[test]
fn a_workplace_is_followed_and_its_views_are_compared_by_keyboard_alone() {
    visit(async |app| {
        app.have_records(&[
            bakery_with(&[DAY]),
            seen_by("a", DAY, Respondent::Manager, level(3)),
            seen_by("b", DAY, Respondent::Buddy, level(1)),
        ])
        .await?;
        app.go("#/w").await?;
        app.tab_to("#new-workplace").await?;
        app.insert("Warehouse").await?;
        app.key(Key::Enter).await?;
        app.wait_for("[data-begin-round]").await?;
        app.press_by_keyboard("[data-begin-round]").await?;
        app.wait_for_focus("[data-round] h2").await?;
        app.press_by_keyboard("[data-add-view=\"practitioner\"]").await?;
        app.wait_for("input[name=\"stage\"]").await?;
        app.wait_for_focus("main h1").await?;
        app.press_by_keyboard("a[data-next]").await?;
        app.wait_for("fieldset[data-practice]").await?;
        app.wait_for_focus("main h1").await?;
        app.choose_by_keyboard("buddy-named", "not-seen").await?;
        app.wait_until(Saving::Saved).await?;

        app.go("#/w/wp-1").await?;
        app.wait_for("[data-round]").await?;
        app.press_by_keyboard("[data-view=\"a\"] [data-put-away]").await?;
        app.wait_for("[data-view=\"a\"] [data-take-out]").await?;
        assert_focus_is_in_main(app).await?;
        app.press_by_keyboard("[data-reveal]").await?;
        app.wait_for("[data-compare]").await?;
        assert_focus_is_in_main(app).await?;
        app.focus_on("main h1").await?;
        app.press_by_keyboard("[data-compare]").await?;
        app.wait_for("[data-difference]").await?;
        app.wait_for_focus("main h1").await?;
        app.press_by_keyboard("[data-take=\"talk-buddy\"]").await?;
        app.wait_for("[data-talk=\"buddy\"] [data-taken]").await?;
        assert_focus_is_in_main(app).await
    });
}

/// Does something, and checks that it is said once: not never, and not again by another part of the page.
async fn once(app: &App, what: &str, change: impl AsyncFnOnce() -> Result<()>) -> Result<String> {
    app.listen().await?;
    change().await?;
    let heard = app.heard().await.map_err(|error| error.context(what.to_owned()))?;
    let [said] = &heard[..] else { anyhow::bail!("{what} is said {} times: {heard:?}", heard.len()) };
    Ok(said.clone())
}

#[test]
fn what_changes_out_of_sight_is_said_once() {
    visit(async |app| {
        let walk = beginner();
        app.have(&[walk.assessment()]).await?;
        app.go("#/a/walk/questions/buddy").await?;
        let clear = "fieldset[data-practice=\"buddy-named\"] button[data-clear]";
        let cleared = once(app, "clearing", async || app.press(clear).await).await?;
        ensure!(!cleared.contains(&*ask("en").words.get(Word::Undo)), "the name of the button is not part of it");
        // Whoever takes that back goes on there, and hears it.
        app.press_by_keyboard("#toast button[data-undo]").await?;
        app.wait_until_gone("#toast button[data-undo]").await?;
        assert_focus_is_in_main(app).await?;

        app.go("#/a/walk/guidance").await?;
        let guidance = walk.guidance();
        let advice = guidance.at(AdvicePlace::Start).next().expect("there is a first step");
        once(app, "taking a step", async || app.take(advice.practice.as_str()).await).await?;
        app.go("#/a/walk/plan").await?;
        app.wait_for("[data-plan]").await?;
        let step = PlanAction::id_of(advice);
        let done = async || app.choose(&format!("status-{step}"), "done").await;
        once(app, "what is offered when a step is done", done).await?;
        app.open_step(&step).await?;
        let remove = format!("[data-action=\"{step}\"] [data-do=\"remove\"]");
        once(app, "taking a step out", async || app.press(&remove).await).await?;
        Ok(())
    });
}
