//! Bar S2: a store that fails, a clock that goes back, a page that stops. The work goes on, the page says what is kept
//! and what is not, and everything can be taken along.

use std::time::Duration;

use e2e::{BadStore, Saving, Visitor, answer_in, level, visit};

#[test]
fn saved_is_never_said_before_it_is_true() {
    Visitor::default().whose_store_is_counted().visit(async |app| {
        app.begin_answered().await?;
        // A device so slow that drawing an answer takes longer than the patience of the app's own scheduler.
        for times in [1, 6, 20] {
            app.slow_down(times).await?;
            let values: Vec<&str> = ["0", "1", "2", "3"].into_iter().cycle().take(12).collect();
            assert_eq!(app.early_promises("buddy-named", &values).await?, 0, "{times} times slower");
        }
        app.slow_down(1).await
    });
}

#[test]
fn when_there_is_no_room_it_is_told_and_once_there_is_everything_is_kept() {
    assert_recovers(BadStore::Full);
}

#[test]
fn when_writing_fails_it_is_told_and_once_it_works_everything_is_kept() {
    assert_recovers(BadStore::FailsRequests);
}

#[test]
fn when_a_transaction_is_aborted_at_once_it_is_told_and_later_everything_is_kept() {
    assert_recovers(BadStore::AbortsAtOnce);
}

#[test]
fn when_a_transaction_is_aborted_in_the_end_it_is_told_and_later_everything_is_kept() {
    assert_recovers(BadStore::AbortsAtTheEnd);
}

/// The store goes bad and good again while someone fills in. Nobody has to load the page for it.
fn assert_recovers(bad: BadStore) {
    Visitor::default().whose_store_can_fail().visit(async |app| {
        let id = app.begin_answered().await?;
        let kept = app.kept().await?;
        app.make_store(Some(bad)).await?;
        app.choose("buddy-named", "0").await?;
        app.wait_until(Saving::Failed).await?;
        assert!(!app.text("header [role=\"alert\"]").await?.is_empty(), "it says so in words");
        app.choose("buddy-time", "3").await?;
        app.open_note("buddy-time").await?;
        app.add_to_note("buddy-time", "an hour a week").await?;
        app.wait_until(Saving::Failed).await?;
        assert_eq!(app.kept().await?, kept, "what was kept before is still there");
        let file = app.take_offered_file().await?;
        assert_eq!(answer_in(&file, &id, "buddy-time"), Some(level(3)), "it is in the file");

        app.make_store(None).await?;
        app.wait_until(Saving::Saved).await?;
        app.go_to_buddy(&id).await?;
        app.reload().await?;
        app.wait_for_answer("buddy-named", Some("0")).await?;
        app.wait_for_answer("buddy-time", Some("3")).await?;
        assert_eq!(app.note("buddy-time").await?.as_deref(), Some("an hour a week"));
        Ok(())
    });
}

/// As the settings of the browser do, with the page open.
#[test]
fn data_that_the_browser_clears_while_the_app_is_open_is_told() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        app.clear_data_of_site().await?;
        app.choose("buddy-time", "3").await?;
        app.until(
            "it is told, or kept anew",
            "return ['failed', 'outdated', 'saved'].includes(one('[data-saving]').dataset.saving)",
            [],
        )
        .await?;
        if app.shows("[data-saving=\"saved\"]").await? {
            assert_eq!(app.kept().await?.len(), 1, "what is said to be saved is saved");
            return Ok(());
        }
        let file = app.take_offered_file().await?;
        assert_eq!(answer_in(&file, &id, "buddy-time"), Some(level(3)), "it is in the file");
        Ok(())
    });
}

#[test]
fn a_clock_that_goes_back_does_not_make_later_answers_older() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", "on Mondays").await?;
        app.wait_until(Saving::Saved).await?;
        let before = app.kept().await?.remove(0);
        app.set_clock_back(Duration::from_secs(3600)).await?;
        app.choose("buddy-named", "1").await?;
        app.choose("buddy-time", "3").await?;
        app.add_to_note("buddy-named", ", and on Fridays").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        for (practice, answer) in [("buddy-named", "1"), ("buddy-time", "3")] {
            app.wait_for_answer(practice, Some(answer)).await?;
        }
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some("on Mondays, and on Fridays"));

        let after = app.kept().await?.remove(0);
        assert!(after.changed() > before.changed(), "later is later");
        let mut merged = before.clone();
        merged.merge(&after);
        assert_eq!(merged, after, "an older copy takes nothing back");
        assert_eq!(after.id, id);
        Ok(())
    });
}

/// The whole way out of a panic: the file that the page offers then brings everything back on an empty device.
#[test]
fn the_rescue_file_brings_everything_back_on_another_device() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", "on Mondays").await?;
        app.wait_until(Saving::Saved).await?;
        let kept = app.kept().await?;
        let downloads = app.downloads().await?;
        app.read::<()>("dispatchEvent(new CustomEvent('room-to-grow:trouble'))", []).await?;
        app.press("#trouble [data-rescue]").await?;
        let file = downloads.take().await?;

        Visitor::default()
            .meanwhile(async |other| {
                other.open_device().await?;
                other.open_file(&file.name, &file.bytes).await?;
                assert_eq!(other.count("[data-arrival=\"new\"]").await?, 1);
                other.do_it("add").await?;
                other.said().await?;
                other.wait_until(Saving::Saved).await?;
                assert_eq!(other.kept().await?, kept);
                other.go_to_buddy(&id).await?;
                other.wait_for_answer("buddy-named", Some("2")).await?;
                assert_eq!(other.note("buddy-named").await?.as_deref(), Some("on Mondays"));
                Ok(())
            })
            .await
    });
}
