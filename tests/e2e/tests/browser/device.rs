//! Taking care of what is kept: reminders, the browser's promise, and wiping.

use anyhow::Result;
use assessment::{Assessment, AssessmentId, ConditionId, Moment, PracticeId, Scope};
use content::{DeviceWord, Word};
use e2e::{App, DAY, Saving, Visitor, Walk, ask, assessments_in, device, instrument, level, value, visit};

/// Now, by the clock of this machine.
async fn now(app: &App) -> Result<Moment> {
    Ok(Moment(app.read("return Date.now()", []).await?))
}

/// Work on one topic that was last changed so many days ago.
async fn changed(app: &App, id: &str, days_ago: u64) -> Result<Assessment> {
    let then = Moment(now(app).await?.0 - days_ago * 24 * 60 * 60 * 1000);
    let scope = Scope::Topic(ConditionId::new("buddy"));
    let mut begun = Assessment::begin(AssessmentId::new(id), instrument().version, scope, then);
    begun.answers.give(PracticeId::new("buddy-named"), level(2), then);
    Ok(begun)
}

fn word(word: DeviceWord) -> String {
    device("en").words.get(word).to_string()
}

const RETENTION: &str = "[data-reminder=\"retention\"]";
const BACKUP: &str = "[data-reminder=\"backup\"]";
const PROMISE: &str = "[data-reminder=\"promise\"]";

/// Loads the start page anew, and waits for everything on it: the reminders come with the words behind the first page.
async fn come_back(app: &App) -> Result<()> {
    app.go("#/").await?;
    app.reload().await?;
    app.wait_for_file("/device.").await
}

#[test]
fn the_page_tells_what_is_kept_here() {
    visit(async |app| {
        app.open_device().await?;
        assert!(app.text("section[aria-labelledby=\"kept\"]").await?.contains(&word(DeviceWord::KeptNothing)));
        let (one, other) = (changed(app, "one", 0).await?, changed(app, "other", 1).await?);
        app.have(std::slice::from_ref(&one)).await?;
        let kept = app.text("section[aria-labelledby=\"kept\"]").await?;
        let words = device("en").words;
        assert!(kept.contains(&words.fill(DeviceWord::KeptOne, &[("size", "1 kB")])), "{kept}");
        app.have(&[other]).await?;
        let kept = app.text("section[aria-labelledby=\"kept\"]").await?;
        assert!(kept.contains(&words.fill(DeviceWord::KeptMore, &[("count", "2"), ("size", "1 kB")])), "{kept}");
        Ok(())
    });
}

#[test]
fn old_work_is_named_on_the_first_page_and_can_be_deleted_with_a_way_back() {
    visit(async |app| {
        let (old, young) = (changed(app, "old", 5).await?, changed(app, "young", 0).await?);
        app.have(&[old.clone(), young.clone()]).await?;
        come_back(app).await?;
        assert!(!app.shows(RETENTION).await?, "nothing is old yet");

        // Two years, counted in months of thirty days, are up for the one and not for the other.
        app.set_clock_ahead(DAY * (24 * 30 - 3)).await?;
        come_back(app).await?;
        let words = device("en").words;
        let due = words.fill(DeviceWord::RetentionDueOne, &[("months", "24"), ("count", "1")]);
        let shown = app.text(RETENTION).await?;
        assert!(shown.contains(&due), "{shown}");
        assert_eq!(app.kept().await?.len(), 2, "nothing is deleted by itself");

        app.press(&format!("{RETENTION} a")).await?;
        app.wait_for("[data-overdue]").await?;
        assert!(app.text("[data-overdue]").await?.contains(&due));
        app.do_it("delete-overdue").await?;
        app.wait_until_gone("[data-overdue]").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?, std::slice::from_ref(&young));
        app.undo().await?;
        app.wait_for("[data-overdue]").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?, [old, young.clone()]);

        app.do_it("delete-overdue").await?;
        app.wait_until_gone("[data-overdue]").await?;
        app.wait_until(Saving::Saved).await?;
        come_back(app).await?;
        assert!(!app.shows(RETENTION).await?);
        assert_eq!(app.kept().await?, [young]);
        Ok(())
    });
}

#[test]
fn several_old_ones_are_counted_deleted_together_and_come_back_together() {
    visit(async |app| {
        let old = [changed(app, "one", 200).await?, changed(app, "other", 300).await?];
        app.have(&old).await?;
        app.open_device().await?;
        assert!(!app.shows("[data-overdue]").await?);
        app.select("select#retention", "6").await?;
        let due = device("en").words.fill(DeviceWord::RetentionDueMore, &[("months", "6"), ("count", "2")]);
        app.wait_for("[data-overdue]").await?;
        assert!(app.text("[data-overdue]").await?.contains(&due));
        app.do_it("delete-overdue").await?;
        app.wait_for("#toast button[data-undo]").await?;
        assert!(app.text("#toast").await?.contains(&word(DeviceWord::RetentionDeleted)));
        app.undo().await?;
        app.wait_for("[data-overdue]").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?, old);
        app.select("select#retention", "").await?;
        app.wait_until_gone("[data-overdue]").await?;
        come_back(app).await?;
        assert!(!app.shows(RETENTION).await?, "never is never");
        Ok(())
    });
}

#[test]
fn a_backup_is_asked_for_after_two_weeks_and_not_now_is_heeded() {
    visit(async |app| {
        app.have(&[changed(app, "work", 13).await?]).await?;
        come_back(app).await?;
        assert!(!app.shows(BACKUP).await?, "thirteen days are no two weeks");
        app.set_clock_ahead(DAY * 2).await?;
        come_back(app).await?;
        app.wait_for(BACKUP).await?;
        assert!(app.text(BACKUP).await?.contains(&word(DeviceWord::BackupDueNever)));
        assert!(!app.shows(RETENTION).await?);

        app.do_it("later").await?;
        app.wait_until_gone(BACKUP).await?;
        come_back(app).await?;
        assert!(!app.shows(BACKUP).await?, "not now is heeded over a reload");
        app.set_clock_ahead(DAY * 15).await?;
        come_back(app).await?;
        assert!(!app.shows(BACKUP).await?, "and for as long as the time between two backups");
        app.set_clock_ahead(DAY * 17).await?;
        come_back(app).await?;
        app.wait_for(BACKUP).await
    });
}

#[test]
fn after_a_backup_nothing_is_asked_until_something_has_changed() {
    visit(async |app| {
        app.have(&[changed(app, "work", 20).await?]).await?;
        come_back(app).await?;
        app.press(&format!("{BACKUP} a")).await?;
        app.wait_for("[data-do=\"backup\"]").await?;
        app.save_backup().await?;
        app.said().await?;
        come_back(app).await?;
        assert!(!app.shows(BACKUP).await?);
        app.set_clock_ahead(DAY * 40).await?;
        come_back(app).await?;
        assert!(!app.shows(BACKUP).await?, "nothing has changed since");

        app.go("#/a/work/questions/buddy").await?;
        app.choose("buddy-time", value(level(1))).await?;
        app.wait_until(Saving::Saved).await?;
        come_back(app).await?;
        app.wait_for(BACKUP).await?;
        let locale = ask("en").words.get(Word::Locale);
        let last = "return new Date(Date.now.real()).toLocaleDateString(arguments[0], { dateStyle: 'long' })";
        let date: String = app.read(last, [(*locale).into()]).await?;
        let due = device("en").words.fill(DeviceWord::BackupDue, &[("date", &date)]);
        let shown = app.text(BACKUP).await?;
        assert!(shown.contains(&due), "{shown}");
        Ok(())
    });
}

/// How often the browser was asked to promise since the page was loaded.
async fn asked(app: &App) -> Result<usize> {
    app.read("return globalThis.askedForPromise", []).await
}

#[test]
fn a_browser_that_promises_is_believed() {
    Visitor::default().whose_browser_promises(true).visit(async |app| {
        app.open_device().await?;
        app.wait_for("[data-do=\"persist\"]").await?;
        assert!(app.text("section[aria-labelledby=\"kept\"]").await?.contains(&word(DeviceWord::PersistNo)));
        assert_eq!(asked(app).await?, 0, "not without a press");
        app.do_it("persist").await?;
        assert_eq!(app.said().await?, word(DeviceWord::PersistYes));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert!(!app.shows("[data-do=\"persist\"]").await?);
        assert_eq!(asked(app).await?, 1);
        Ok(())
    });
}

#[test]
fn a_browser_that_promises_nothing_is_told_so_and_can_be_asked_again() {
    Visitor::default().whose_browser_promises(false).visit(async |app| {
        app.open_device().await?;
        app.do_it("persist").await?;
        assert_eq!(app.said().await?, word(DeviceWord::PersistRefused));
        assert!(app.shows("[data-do=\"persist\"]").await?);
        assert_eq!(asked(app).await?, 1);
        Ok(())
    });
}

/// Not at the start, not while answering: once there is something worth keeping, on the first page, and once.
#[test]
fn the_promise_is_offered_once_there_is_something_to_keep_and_never_asked_for_without_a_press() {
    Visitor::default().whose_browser_promises(false).visit(async |app| {
        come_back(app).await?;
        assert!(!app.shows(PROMISE).await?, "there is nothing to keep yet");
        app.walk(&Walk::quick_scan().answering_all(level(1))).await?;
        assert_eq!(asked(app).await?, 0, "the work was not interrupted");
        come_back(app).await?;
        app.wait_for(PROMISE).await?;
        assert_eq!(asked(app).await?, 0);
        app.do_it("persist").await?;
        assert_eq!(app.said().await?, word(DeviceWord::PersistRefused));
        assert_eq!(asked(app).await?, 1);
        come_back(app).await?;
        assert!(!app.shows(PROMISE).await?, "it is offered once");
        assert_eq!(asked(app).await?, 0);
        Ok(())
    });
}

#[test]
fn before_wiping_a_backup_is_offered_and_no_means_no() {
    visit(async |app| {
        let work = changed(app, "work", 1).await?;
        app.have(std::slice::from_ref(&work)).await?;
        app.open_device().await?;
        let downloads = app.downloads().await?;
        app.do_it("wipe").await?;
        app.wait_for("dialog[open]").await?;
        app.do_it("wipe-no").await?;
        app.wait_until_gone("dialog[open]").await?;
        app.do_it("wipe").await?;
        app.do_it("wipe-backup").await?;
        app.wait_until_gone("dialog[open]").await?;
        let file = downloads.take().await?;
        let opened = exchange::read(&file.bytes, &(&instrument()).into()).expect("it can be read");
        assert_eq!(assessments_in(&opened), std::slice::from_ref(&work));
        assert_eq!(app.kept().await?, [work]);
        Ok(())
    });
}

#[test]
fn when_not_everything_could_be_wiped_the_page_says_so_and_nothing_is_lost() {
    let refuses =
        "IDBFactory.prototype.deleteDatabase = () => { throw new DOMException('by a test', 'UnknownError'); };";
    visit(async |app| {
        let work = changed(app, "work", 1).await?;
        app.have(std::slice::from_ref(&work)).await?;
        app.open_device().await?;
        app.read::<()>(refuses, []).await?;
        app.do_it("wipe").await?;
        app.do_it("wipe-yes").await?;
        assert_eq!(app.said().await?, word(DeviceWord::WipeFailed));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert!(!app.shows("[data-wiped]").await?);
        app.press("[data-reload]").await?;
        app.wait_for_start().await?;
        assert_eq!(app.kept().await?, [work]);
        Ok(())
    });
}

#[test]
fn in_safari_the_page_tells_of_the_seven_days() {
    Visitor::default().in_safari().visit(async |app| {
        app.open_device().await?;
        assert!(app.text("section[aria-labelledby=\"kept\"]").await?.contains(&word(DeviceWord::SafariNote)));
        Ok(())
    });
    visit(async |app| {
        app.open_device().await?;
        assert!(!app.text("section[aria-labelledby=\"kept\"]").await?.contains(&word(DeviceWord::SafariNote)));
        Ok(())
    });
}

/// What is said stays in the language of the page.
#[test]
fn what_was_said_is_said_in_the_language_of_the_page() {
    visit(async |app| {
        app.open_device().await?;
        app.save_backup().await?;
        app.said().await?;
        app.speak("nl").await?;
        let done = device("nl").words.get(DeviceWord::BackupDone);
        let (before, _) = done.split_once('{').expect("it names the file");
        let said = app.said().await?;
        assert!(said.starts_with(before), "{said}");
        Ok(())
    });
}
