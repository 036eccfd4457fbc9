//! Bar S3 in one browser: several tabs, and what is given in any of them is there in all of them.

use std::time::Duration;

use anyhow::Result;
use assessment::PracticeId;
use content::DeviceWord;
use e2e::{App, Saving, Tab, Visitor, Walk, device, value, visit};

/// Begins with one topic, and opens its questions in two tabs. The first one is looked at.
async fn in_two_tabs(app: &App) -> Result<[Tab; 2]> {
    app.begin(&Walk::topic("buddy")).await?;
    app.choose("buddy-time", "unknown").await?;
    app.wait_until(Saving::Saved).await?;
    let (address, one) = (app.place().await?, app.tab().await?);
    let other = app.open_tab().await?;
    app.go(&address).await?;
    app.turn_to(&one).await?;
    Ok([one, other])
}

async fn reload_both(app: &App, tabs: &[Tab; 2]) -> Result<()> {
    for tab in tabs {
        app.turn_to(tab).await?;
        app.reload().await?;
    }
    Ok(())
}

/// Both tabs show these answers.
async fn assert_in_both(app: &App, tabs: &[Tab; 2], answers: &[(&str, Option<&str>)]) -> Result<()> {
    for tab in tabs {
        app.turn_to(tab).await?;
        for (practice, value) in answers {
            app.wait_for_answer(practice, *value).await?;
        }
    }
    Ok(())
}

#[test]
fn what_is_given_in_one_tab_is_in_the_other_without_a_reload() {
    visit(async |app| {
        let [one, other] = in_two_tabs(app).await?;
        app.choose("buddy-named", "2").await?;
        app.turn_to(&other).await?;
        app.wait_for_answer("buddy-named", Some("2")).await?;
        app.press("fieldset[data-practice=\"buddy-named\"] button[data-clear]").await?;
        app.turn_to(&one).await?;
        app.wait_for_answer("buddy-named", None).await?;
        app.go("#/").await?;
        app.begin(&Walk::topic("openness")).await?;
        app.choose("open-no-questions", "1").await?;
        app.turn_to(&other).await?;
        app.go("#/").await?;
        app.until("the other begun one is there too", "return all('[data-assessment]').length === 2", []).await
    });
}

#[test]
fn different_answers_in_two_tabs_both_survive() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        app.choose("buddy-named", "2").await?;
        app.turn_to(&tabs[1]).await?;
        app.choose("buddy-prepared", "1").await?;
        app.wait_until(Saving::Saved).await?;
        let both = [("buddy-named", Some("2")), ("buddy-prepared", Some("1")), ("buddy-time", Some("unknown"))];
        assert_in_both(app, &tabs, &both).await?;
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &both).await
    });
}

#[test]
fn the_same_question_answered_in_two_tabs_ends_with_the_later_answer() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        app.choose("buddy-named", "3").await?;
        app.turn_to(&tabs[1]).await?;
        app.choose("buddy-named", "1").await?;
        app.wait_until(Saving::Saved).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("1"))]).await?;
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("1"))]).await
    });
}

/// In the very same millisecond neither is the later one: both tabs have to come to the same all the same.
#[test]
fn answers_given_at_the_same_moment_end_alike_in_both_tabs() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        for round in 0..10 {
            let moment = app.time().await? + 150.0;
            app.answer_in_a_hurry("buddy-named", &["3"], moment, 0).await?;
            app.turn_to(&tabs[1]).await?;
            app.answer_in_a_hurry("buddy-named", &["0"], moment, 0).await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let mut stands = Vec::new();
            for tab in &tabs {
                app.turn_to(tab).await?;
                app.wait_until(Saving::Saved).await?;
                stands.push(app.chosen("buddy-named").await?);
            }
            assert_eq!(stands[0], stands[1], "round {round}");
            let kept = app.kept().await?[0].answers.get(&practice("buddy-named")).copied();
            assert_eq!(kept.map(|kept| value(kept).to_owned()), stands[0], "round {round}");
            app.turn_to(&tabs[0]).await?;
            app.choose("buddy-named", "unknown").await?;
            app.turn_to(&tabs[1]).await?;
            app.wait_for_answer("buddy-named", Some("unknown")).await?;
            app.turn_to(&tabs[0]).await?;
        }
        Ok(())
    });
}

/// The store sees both tabs write at once, again and again.
#[test]
fn two_tabs_in_a_hurry_lose_nothing() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        let many: Vec<&str> = ["0", "1", "2", "3"].into_iter().cycle().take(62).collect();
        let moment = app.time().await? + 150.0;
        for (tab, practice) in tabs.iter().zip(["buddy-named", "buddy-prepared"]) {
            app.turn_to(tab).await?;
            app.read::<()>(WATCH_FOR_FAILURE, []).await?;
            app.answer_in_a_hurry(practice, &many, moment, 10).await?;
        }
        tokio::time::sleep(Duration::from_millis(1500)).await;
        for tab in &tabs {
            app.turn_to(tab).await?;
            app.wait_until(Saving::Saved).await?;
            assert!(!app.read::<bool>("return failed", []).await?, "nothing has failed in between");
        }
        let ends = [("buddy-named", Some("1")), ("buddy-prepared", Some("1"))];
        assert_in_both(app, &tabs, &ends).await?;
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &ends).await
    });
}

/// Notes on the page whether it ever says that something was not saved.
const WATCH_FOR_FAILURE: &str = "globalThis.failed = false; \
    new MutationObserver(() => failed ||= one('header [data-saving]').dataset.saving === 'failed') \
      .observe(one('header'), { subtree: true, attributes: true, childList: true })";

#[test]
fn a_note_typed_in_one_tab_shows_in_the_open_note_of_the_other() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        for tab in &tabs {
            app.turn_to(tab).await?;
            app.open_note("buddy-named").await?;
        }
        app.turn_to(&tabs[0]).await?;
        app.add_to_note("buddy-named", "every Monday").await?;
        app.turn_to(&tabs[1]).await?;
        wait_for_note(app, "every Monday").await?;
        app.add_to_note("buddy-named", ", at nine").await?;
        app.turn_to(&tabs[0]).await?;
        wait_for_note(app, "every Monday, at nine").await?;
        app.wait_until(Saving::Saved).await?;
        reload_both(app, &tabs).await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some("every Monday, at nine"));
        Ok(())
    });
}

async fn wait_for_note(app: &App, text: &str) -> Result<()> {
    let there = "return all('textarea').some((box) => box.value === arguments[0])";
    app.until(&format!("the note says '{text}'"), there, [text.into()]).await
}

#[test]
fn what_is_deleted_in_one_tab_is_gone_in_the_other_which_says_why_and_comes_back_with_undo() {
    visit(async |app| {
        let [one, other] = in_two_tabs(app).await?;
        let id = app.assessment().await?;
        app.go("#/").await?;
        app.press(&format!("[data-assessment=\"{id}\"] button[data-delete]")).await?;

        app.turn_to(&other).await?;
        app.wait_for("[data-unknown]").await?;
        let said = app.text("[data-unknown]").await?;
        assert!(said.contains(&*device("en").words.get(DeviceWord::DeletedElsewhere)), "it says: {said}");
        assert_eq!(app.kept().await?, [], "it is deleted");

        app.turn_to(&one).await?;
        app.undo().await?;
        app.turn_to(&other).await?;
        app.wait_for_answer("buddy-time", Some("unknown")).await?;
        app.turn_to(&one).await?;
        app.wait_until(Saving::Saved).await?;
        reload_both(app, &[one, other]).await?;
        app.wait_for_answer("buddy-time", Some("unknown")).await
    });
}

/// Older browsers have no line between tabs, and messages can get lost: then the tabs meet in the store.
#[test]
fn tabs_that_do_not_hear_each_other_lose_nothing() {
    Visitor::default().without_a_line_between_tabs().visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        app.choose("buddy-named", "3").await?;
        app.open_note("buddy-time").await?;
        app.add_to_note("buddy-time", "an hour a week").await?;
        app.wait_until(Saving::Saved).await?;

        app.turn_to(&tabs[1]).await?;
        assert_eq!(app.chosen("buddy-named").await?, None, "they do not hear each other");
        app.choose("buddy-prepared", "1").await?;
        app.wait_until(Saving::Saved).await?;
        app.choose("buddy-time", "2").await?;
        app.wait_until(Saving::Saved).await?;
        // Writing is also hearing: what was in the store comes up.
        app.wait_for_answer("buddy-named", Some("3")).await?;

        let all = [("buddy-named", Some("3")), ("buddy-prepared", Some("1")), ("buddy-time", Some("2"))];
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &all).await?;
        assert_eq!(app.note("buddy-time").await?.as_deref(), Some("an hour a week"));
        Ok(())
    });
}

/// The tab that was not told goes on with what was deleted: what is given last stands, so nothing of it is lost.
#[test]
fn what_is_answered_after_it_was_deleted_unheard_is_kept() {
    Visitor::default().without_a_line_between_tabs().visit(async |app| {
        let [one, other] = in_two_tabs(app).await?;
        let id = app.assessment().await?;
        app.go("#/").await?;
        app.press(&format!("[data-assessment=\"{id}\"] button[data-delete]")).await?;
        app.wait_until(Saving::Saved).await?;
        app.turn_to(&other).await?;
        app.choose("buddy-named", "3").await?;
        app.wait_until(Saving::Saved).await?;
        reload_both(app, &[one, other]).await?;
        app.wait_for_answer("buddy-named", Some("3")).await?;
        app.wait_for_answer("buddy-time", Some("unknown")).await
    });
}

/// Someone who looks at the first question in one tab must not find it changed by what is begun in another one.
#[test]
fn what_is_begun_side_by_side_in_two_tabs_stays_two() {
    visit(async |app| {
        let one = app.tab().await?;
        let other = app.open_tab().await?;
        app.go("#/").await?;
        app.press("button[data-scope=\"full\"]").await?;
        app.wait_for("[data-more]").await?;
        let full = app.assessment().await?;

        app.turn_to(&one).await?;
        app.begin(&Walk::topic("buddy")).await?;
        let topic = app.assessment().await?;
        app.choose("buddy-named", "3").await?;
        app.wait_until(Saving::Saved).await?;
        assert_ne!(full, topic, "two tabs fill in one and the same assessment");
        app.turn_to(&other).await?;
        app.choose("stage", "ongoing").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?.len(), 2);
        Ok(())
    });
}

#[test]
fn opening_a_file_and_taking_that_back_is_followed_by_the_other_tab() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        let earlier = app.kept().await?;
        app.choose("buddy-named", "3").await?;
        app.wait_until(Saving::Saved).await?;
        app.open_device().await?;
        let file = app.save_backup().await?;
        // A device that does not have the last answer yet.
        app.have(&earlier).await?;
        app.turn_to(&tabs[1]).await?;
        app.reload().await?;
        app.wait_for_answer("buddy-named", None).await?;

        app.turn_to(&tabs[0]).await?;
        app.open_device().await?;
        app.open_file("backup.json", &file.bytes).await?;
        app.do_it("merge").await?;
        app.turn_to(&tabs[1]).await?;
        app.wait_for_answer("buddy-named", Some("3")).await?;

        app.turn_to(&tabs[0]).await?;
        app.undo().await?;
        app.wait_until(Saving::Saved).await?;
        app.turn_to(&tabs[1]).await?;
        app.wait_for_answer("buddy-named", None).await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.wait_for_answer("buddy-named", None).await?;
        app.wait_for_answer("buddy-time", Some("unknown")).await?;
        assert_eq!(app.kept().await?, earlier, "all of it is as it was");
        Ok(())
    });
}

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

#[test]
fn what_is_chosen_about_keeping_in_one_tab_is_not_undone_by_the_other() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        for tab in &tabs {
            app.turn_to(tab).await?;
            app.open_device().await?;
        }
        app.turn_to(&tabs[0]).await?;
        app.select("select#retention", "6").await?;
        app.turn_to(&tabs[1]).await?;
        app.select("select#remind", "56").await?;
        reload_both(app, &tabs).await?;
        assert_eq!(app.value_of("select#remind").await?, "56");
        assert_eq!(app.value_of("select#retention").await?, "6", "it was chosen in the other tab");
        Ok(())
    });
}

#[test]
fn a_clock_that_goes_back_in_one_tab_does_not_make_its_answers_older() {
    visit(async |app| {
        let tabs = in_two_tabs(app).await?;
        app.choose("buddy-named", "1").await?;
        app.set_clock_back(Duration::from_secs(3600)).await?;
        app.choose("buddy-named", "2").await?;
        app.choose("buddy-prepared", "2").await?;
        app.wait_until(Saving::Saved).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("2")), ("buddy-prepared", Some("2"))]).await?;
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("2")), ("buddy-prepared", Some("2"))]).await?;

        app.choose("buddy-named", "0").await?;
        app.turn_to(&tabs[0]).await?;
        app.wait_for_answer("buddy-named", Some("0")).await?;
        app.choose("buddy-named", "3").await?;
        app.wait_until(Saving::Saved).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("3"))]).await?;
        reload_both(app, &tabs).await?;
        assert_in_both(app, &tabs, &[("buddy-named", Some("3"))]).await
    });
}
