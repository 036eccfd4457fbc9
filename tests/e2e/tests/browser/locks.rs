//! When the lock closes: when it is told to, in every tab, and when nobody is there; never over what is not saved.

use std::time::Duration;

use anyhow::Result;
use assessment::PracticeId;
use content::DeviceWord;
use e2e::{App, Copies, Saving, Visitor, assessments_in, device, instrument, level, visit};

const PASSPHRASE: &str = "seven quiet herons wade";
const PLACE: &str = "#/a/differs/questions/buddy";
/// Longer than the page takes to look whether someone is there.
const GLANCE: Duration = Duration::from_secs(6);
/// A disk that is full from now on.
const FULL: &str =
    "IDBObjectStore.prototype.put = () => { throw new DOMException('by a test', 'QuotaExceededError'); };";

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(minutes * 60)
}

/// Someone with work behind a lock that is open.
async fn with_open_lock(app: &App) -> Result<()> {
    app.have(&Copies::default().here).await?;
    app.put_lock_on(PASSPHRASE).await
}

#[test]
fn the_lock_closes_at_once_when_it_is_told_to() {
    visit(async |app| {
        with_open_lock(app).await?;
        app.do_it("lock-now").await?;
        app.wait_for("[data-unlock]").await?;
        app.unlock(PASSPHRASE).await?;
        app.wait_for("[data-locked]").await
    });
}

/// Whoever locks the tablet means the tablet, not one of its tabs.
#[test]
fn locking_now_closes_every_tab() {
    visit(async |app| {
        with_open_lock(app).await?;
        let one = app.tab().await?;
        let other = app.open_tab().await?;
        app.go(PLACE).await?;
        app.unlock(PASSPHRASE).await?;
        app.wait_for("fieldset[data-practice]").await?;
        app.turn_to(&one).await?;
        app.do_it("lock-now").await?;
        app.wait_for("[data-unlock]").await?;
        app.turn_to(&other).await?;
        app.wait_for("[data-unlock]").await
    });
}

#[test]
fn a_lock_that_is_put_on_in_one_tab_closes_the_other() {
    visit(async |app| {
        app.have(&Copies::default().here).await?;
        let one = app.tab().await?;
        let other = app.open_tab().await?;
        app.go(PLACE).await?;
        app.wait_for("fieldset[data-practice]").await?;
        app.turn_to(&one).await?;
        app.put_lock_on(PASSPHRASE).await?;
        app.turn_to(&other).await?;
        app.wait_for("[data-unlock]").await?;

        // Taken off in the one, it opens in the other by itself.
        app.turn_to(&one).await?;
        app.take_lock_off().await?;
        app.turn_to(&other).await?;
        app.choose("buddy-named", "2").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?[0].answers.get(&PracticeId::new("buddy-named")), Some(&level(2)));
        Ok(())
    });
}

/// What is not saved in another tab would be gone if that tab were loaded anew.
#[test]
fn a_lock_that_is_put_on_in_one_tab_loses_nothing_in_the_other() {
    visit(async |app| {
        app.have(&Copies::default().here).await?;
        app.go(PLACE).await?;
        let one = app.tab().await?;
        let other = app.open_tab().await?;
        app.go(PLACE).await?;
        app.read::<()>(FULL, []).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Failed).await?;
        app.turn_to(&one).await?;
        // The other tab tells this one what it cannot keep; then this one keeps it.
        app.until("it is heard", "return one('[name=\"buddy-time\"]:checked')?.value === '3'", []).await?;
        app.wait_until(Saving::Saved).await?;
        app.put_lock_on(PASSPHRASE).await?;
        app.turn_to(&other).await?;
        app.wait_for("[data-unlock]").await?;
        app.turn_to(&one).await?;
        app.take_lock_off().await?;
        assert_eq!(app.kept().await?[0].answers.get(&PracticeId::new("buddy-time")), Some(&level(3)));
        Ok(())
    });
}

#[test]
fn left_alone_for_the_chosen_time_the_page_locks_itself() {
    visit(async |app| {
        with_open_lock(app).await?;
        assert_eq!(app.value_of("#idle").await?, "10");
        app.go(PLACE).await?;
        app.choose("buddy-time", "1").await?;
        app.wait_until(Saving::Saved).await?;
        app.set_clock_ahead(minutes(11)).await?;
        app.wait_for("[data-unlock]").await?;
        assert!(!app.shows("fieldset").await?);
        app.unlock(PASSPHRASE).await?;
        app.wait_for("fieldset[data-practice]").await?;
        assert_eq!(app.chosen("buddy-time").await?.as_deref(), Some("1"), "nothing is lost by it");
        Ok(())
    });
}

#[test]
fn whoever_is_at_work_is_not_locked_out() {
    visit(async |app| {
        with_open_lock(app).await?;
        app.select("#idle", "5").await?;
        app.go(PLACE).await?;
        for (ahead, practice) in [(4, "buddy-time"), (8, "buddy-prepared")] {
            app.set_clock_ahead(minutes(ahead)).await?;
            app.choose(practice, "0").await?;
            tokio::time::sleep(GLANCE).await;
            assert!(app.shows("fieldset[data-practice]").await?, "{ahead} minutes on, someone is at work");
        }
        app.set_clock_ahead(minutes(14)).await?;
        app.wait_for("[data-unlock]").await
    });
}

#[test]
fn whoever_wants_to_be_asked_only_at_the_start_is_not_locked_out_later() {
    visit(async |app| {
        with_open_lock(app).await?;
        app.select("#idle", "").await?;
        app.set_clock_ahead(minutes(600)).await?;
        tokio::time::sleep(GLANCE).await;
        assert!(app.shows("[data-locked]").await?);
        app.reload().await?;
        app.wait_for("[data-unlock]").await?;
        app.unlock(PASSPHRASE).await?;
        assert_eq!(app.value_of("#idle").await?, "", "the choice is kept");
        Ok(())
    });
}

#[test]
fn whoever_reads_a_long_page_with_the_wheel_is_there() {
    visit(async |app| {
        with_open_lock(app).await?;
        app.go("#/a/differs/guidance").await?;
        app.set_clock_ahead(minutes(9)).await?;
        app.turn_the_wheel().await?;
        app.set_clock_ahead(minutes(12)).await?;
        tokio::time::sleep(GLANCE).await;
        assert!(!app.shows("[data-unlock]").await?, "three minutes ago someone was reading");
        Ok(())
    });
}

#[test]
fn what_is_not_saved_is_not_locked_away() {
    Visitor::default().with_a_full_disk().visit(async |app| {
        app.press("button[data-scope=\"quick\"]").await?;
        app.choose("stage", "ongoing").await?;
        app.wait_until(Saving::Failed).await?;
        app.open_device().await?;
        app.do_it("lock-on").await?;
        assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::LockNotSaved));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert!(!app.shows("#passphrase").await?);
        Ok(())
    });
}

/// Then nothing has changed, and neither the network nor the passphrase is to blame.
#[test]
fn a_lock_for_which_there_is_no_room_is_not_put_on_and_that_is_told() {
    visit(async |app| {
        app.have(&Copies::default().here).await?;
        let before = app.records().await?;
        app.open_device().await?;
        app.read::<()>(FULL, []).await?;
        app.do_it("lock-on").await?;
        app.choose_passphrase(PASSPHRASE, PASSPHRASE).await?;
        let said = app.said().await?;
        assert_ne!(said, *device("en").words.get(DeviceWord::ModuleFailed), "the network is not to blame");
        assert!(!app.shows("[data-locked]").await?);
        assert_eq!(app.records().await?, before);
        Ok(())
    });
}

#[test]
fn a_lock_does_not_close_over_what_is_not_saved() {
    visit(async |app| {
        with_open_lock(app).await?;
        app.go(PLACE).await?;
        app.read::<()>(FULL, []).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Failed).await?;
        app.open_device().await?;
        app.do_it("lock-now").await?;
        assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::LockNotSaved));
        // Nor does it by itself, when nobody is there.
        app.set_clock_ahead(minutes(11)).await?;
        tokio::time::sleep(GLANCE).await;
        let file = app.save_backup().await?;
        let opened = exchange::read(&file.bytes, &(&instrument()).into()).expect("it can be read");
        let answers = &assessments_in(&opened)[0].answers;
        assert_eq!(answers.get(&PracticeId::new("buddy-time")), Some(&level(3)), "it can be saved as a file");
        Ok(())
    });
}
