//! Taking care of what is kept, for everyone: by keyboard alone, with other eyes, on other screens.

use anyhow::Result;
use assessment::{Assessment, AssessmentId, ConditionId, Moment, PracticeId, ProfileQuestion, Scope};
use e2e::{App, Audit, DAY, Key, Look, Saving, Visitor, Walk, as_records, instrument, level, visit};

const PASSPHRASE: &str = "seven quiet herons wade";
const NOTE: &str = "an hour a week, on Tuesday";
/// November 2026: not so long ago that it would be reminded of, if the clock of the device is right.
const THEN: u64 = 1_795_219_200_000;

fn work(id: &str, answers: &[(&str, usize)], at: u64) -> Assessment {
    let scope = Scope::Topic(ConditionId::new("buddy"));
    let mut work = Assessment::begin(AssessmentId::new(id), instrument().version, scope, Moment(THEN));
    for (practice, answer) in answers {
        work.answers.give(PracticeId::new(practice), level(*answer), Moment(THEN + at));
    }
    work
}

/// What is here, and a file in which one is new, one the same, and one differs in every way there is.
fn here() -> [Assessment; 2] {
    let mut ours = work("shared", &[("buddy-named", 0), ("buddy-time", 1)], 1);
    ours.notes.give(PracticeId::new("buddy-time"), NOTE.to_owned(), Moment(THEN + 1));
    [ours, work("same", &[("buddy-named", 3)], 1)]
}

fn file() -> Vec<u8> {
    let mut theirs = work("shared", &[("buddy-named", 3), ("buddy-prepared", 2)], 2);
    theirs.choose(ProfileQuestion::Size, Some(1), Moment(THEN + 2));
    let all = [theirs, work("same", &[("buddy-named", 3)], 1), work("new", &[("buddy-time", 2)], 1)];
    exchange::write(&as_records(&all), Moment(THEN)).into_bytes()
}

/// Types the same into the two fields of a passphrase, beginning in the first one, and goes on.
async fn choose_passphrase_by_keyboard(app: &App) -> Result<()> {
    app.wait_for_focus("#passphrase").await?;
    app.insert(PASSPHRASE).await?;
    app.key(Key::Tab).await?;
    app.wait_for_focus("#passphrase-again").await?;
    app.insert(PASSPHRASE).await?;
    app.key(Key::Enter).await
}

const SAID: &str = "[data-errand]:has([data-said])";

#[test]
fn a_sealed_backup_is_made_and_a_file_put_together_by_keyboard_alone() {
    visit(async |app| {
        app.have(&here()).await?;
        app.press_by_keyboard("a[href=\"#/device\"]").await?;
        app.wait_for_focus("main h1").await?;
        let downloads = app.downloads().await?;
        app.press_by_keyboard("[data-do=\"backup-sealed\"]").await?;
        choose_passphrase_by_keyboard(app).await?;
        app.wait_for_focus(SAID).await?;
        let sealed = downloads.take().await?;

        app.tab_to("input[data-open]").await?;
        app.open_file(&sealed.name, &sealed.bytes).await?;
        app.wait_for_focus("#passphrase").await?;
        app.insert(PASSPHRASE).await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("[data-errand]:has([data-preview])").await?;

        app.open_file("theirs.json", &file()).await?;
        app.wait_for_focus("[data-errand]:has([data-arrival=\"differs\"])").await?;
        app.wait_for("[data-arrival=\"differs\"] details[open]").await?;
        app.tab_to("[data-arrival=\"differs\"] summary").await?;
        app.press_by_keyboard("[data-do=\"merge\"]").await?;
        app.wait_for_focus(SAID).await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?.len(), 3);

        app.press_by_keyboard("[data-do=\"before-restore\"]").await?;
        app.wait_for_focus(SAID).await?;
        app.press_by_keyboard("[data-do=\"before-delete\"]").await?;
        app.wait_for_focus(SAID).await
    });
}

#[test]
fn the_lock_is_put_on_and_opened_by_keyboard_alone() {
    visit(async |app| {
        app.have(&here()).await?;
        app.open_device().await?;
        app.press_by_keyboard("[data-do=\"lock-on\"]").await?;
        choose_passphrase_by_keyboard(app).await?;
        app.wait_for_focus(SAID).await?;
        app.reload().await?;
        app.wait_for("[data-unlock]").await?;

        app.tab_to("#passphrase").await?;
        app.insert("another passphrase").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("[data-faults]").await?;
        app.tab_to("[data-faults] a").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("#passphrase[aria-invalid=\"true\"]").await?;
        // Gone back to, a field is selected as a whole.
        app.read::<()>("one('#passphrase').select()", []).await?;
        app.insert(PASSPHRASE).await?;
        app.key(Key::Enter).await?;
        app.wait_until_gone("[data-unlock]").await?;
        app.wait_for_focus("main h1").await?;
        app.press_by_keyboard("[data-do=\"lock-off\"]").await?;
        app.wait_for_focus(SAID).await
    });
}

#[test]
fn escape_says_no_to_wiping_and_the_focus_goes_back() {
    visit(async |app| {
        app.have(&here()).await?;
        app.open_device().await?;
        app.press_by_keyboard("[data-do=\"wipe\"]").await?;
        app.wait_for("dialog[open]").await?;
        app.wait_for_focus("dialog [data-do=\"wipe-no\"]").await?;
        app.key(Key::Escape).await?;
        app.wait_until_gone("dialog[open]").await?;
        app.wait_for_focus("[data-do=\"wipe\"]").await?;

        app.key(Key::Enter).await?;
        app.wait_for_focus("dialog [data-do=\"wipe-no\"]").await?;
        app.key(Key::Enter).await?;
        app.wait_until_gone("dialog[open]").await?;
        app.wait_for_focus("[data-do=\"wipe\"]").await?;
        assert_eq!(app.kept().await?.len(), 2, "nothing was wiped");

        app.key(Key::Enter).await?;
        app.press_by_keyboard("[data-do=\"wipe-yes\"]").await?;
        app.wait_for("[data-wiped]").await?;
        assert_focus_is_in_main(app).await?;
        app.press_by_keyboard("[data-reload]").await?;
        app.wait_for_start().await
    });
}

/// Whoever goes back from a step stays where they were, and does not have to begin at the top of the page.
#[test]
fn whoever_leaves_a_step_stays_in_its_part_of_the_page() {
    visit(async |app| {
        app.have(&here()).await?;
        app.open_device().await?;
        for (button, part) in [("backup-sealed", "backup"), ("lock-on", "lock")] {
            app.do_it(button).await?;
            app.wait_for_focus("#passphrase").await?;
            app.do_it("cancel").await?;
            app.wait_until_gone("#passphrase").await?;
            assert_focus_is_in(app, part).await?;
        }
        app.open_file("theirs.json", &file()).await?;
        app.do_it("cancel").await?;
        app.wait_until_gone("[data-preview]").await?;
        assert_focus_is_in(app, "open").await
    });
}

#[test]
fn a_reminder_that_is_put_off_leaves_the_focus_on_the_page() {
    visit(async |app| {
        app.have(&here()).await?;
        app.set_clock_ahead(DAY * 60).await?;
        app.reload().await?;
        app.press_by_keyboard("[data-do=\"later\"]").await?;
        app.wait_until_gone("[data-do=\"later\"]").await?;
        assert_focus_is_in_main(app).await
    });
}

#[test]
fn deleting_what_is_old_leaves_the_focus_on_the_page() {
    visit(async |app| {
        app.have(&here()).await?;
        app.set_clock_ahead(DAY * 800).await?;
        app.open_device().await?;
        app.reload().await?;
        app.press_by_keyboard("[data-do=\"delete-overdue\"]").await?;
        app.wait_until_gone("[data-overdue]").await?;
        assert_focus_is_in_main(app).await?;
        app.press_by_keyboard("#toast button[data-undo]").await?;
        app.wait_for("[data-overdue]").await?;
        assert_focus_is_in_main(app).await
    });
}

async fn assert_focus_is_in(app: &App, part: &str) -> Result<()> {
    let section = format!("section[aria-labelledby=\"{part}\"]");
    let inside = "return one(arguments[0]).contains(document.activeElement)";
    app.until(&format!("the focus is in the part {part}"), inside, [section.into()]).await
}

async fn assert_focus_is_in_main(app: &App) -> Result<()> {
    app.until("the focus is in main", "return one('main').contains(document.activeElement)", []).await
}

#[test]
fn the_page_about_this_device_is_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.open_device().await?;
        audit.look_at("device, empty").await?;
        app.have(&here()).await?;
        audit.look_at("device, with work").await?;
        app.set_clock_ahead(DAY * 800).await?;
        app.reload().await?;
        app.wait_for("[data-overdue]").await?;
        audit.look_at("device, with old work").await?;
        app.go("#/").await?;
        app.wait_for("[data-reminder=\"backup\"]").await?;
        audit.look_at("start, with reminders").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn the_steps_on_the_page_are_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.have(&here()).await?;
        app.open_device().await?;
        let downloads = app.downloads().await?;
        app.do_it("backup-sealed").await?;
        app.choose_passphrase("short", "short").await?;
        app.wait_for("[aria-invalid]").await?;
        audit.look_at("device, a passphrase that will not do").await?;
        app.choose_passphrase(PASSPHRASE, PASSPHRASE).await?;
        let sealed = downloads.take().await?;
        app.said().await?;
        audit.look_at("device, a backup is made").await?;
        app.open_file(&sealed.name, &sealed.bytes).await?;
        app.give_passphrase("another passphrase").await?;
        app.wait_for("[aria-invalid]").await?;
        audit.look_at("device, another passphrase").await?;
        app.open_file("none.json", b"{}").await?;
        app.said().await?;
        audit.look_at("device, a file is refused").await?;
        app.open_file("a-name-that-does-not-end-as-soon-as-one-would-hope-for-on-a-small-screen.json", &file()).await?;
        app.unfold("[data-arrival=\"differs\"] details").await?;
        audit.look_at("device, a file is looked at").await?;
        app.do_it("merge").await?;
        app.said().await?;
        app.wait_for("[data-before]").await?;
        audit.look_at("device, a file is opened").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn the_lock_is_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.have(&here()).await?;
        app.open_device().await?;
        app.do_it("lock-on").await?;
        app.choose_passphrase("short", "short").await?;
        app.wait_for("[aria-invalid]").await?;
        audit.look_at("device, choosing a lock").await?;
        app.choose_passphrase(PASSPHRASE, PASSPHRASE).await?;
        app.wait_for("[data-locked]").await?;
        audit.look_at("device, locked").await?;
        app.reload().await?;
        app.wait_for("[data-unlock]").await?;
        audit.look_at("unlock").await?;
        app.give_passphrase("another passphrase").await?;
        app.wait_for("[aria-invalid]").await?;
        app.unfold("[data-unlock] details").await?;
        audit.look_at("unlock, another passphrase").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn what_the_guard_says_is_for_everyone() {
    let risky = "Ahmed has a depression and takes sertraline, call 06-12345678";
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.begin(&Walk::topic("buddy")).await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", risky).await?;
        app.wait_for("[data-guard] .findings li").await?;
        app.wait_until(Saving::Saved).await?;
        audit.look_at("questions, a note with a warning").await?;
        app.open_device().await?;
        app.do_it("backup").await?;
        app.wait_for("[data-doubts] .findings").await?;
        audit.look_at("device, notes to look at").await?;
        // By keyboard: past what is said, to the note and to the two ways on.
        app.do_it("cancel").await?;
        app.do_it("backup").await?;
        app.wait_for_focus("[data-errand]:has([data-doubts])").await?;
        app.tab_to("[data-doubts] a").await?;
        app.tab_to("[data-do=\"go-on\"]").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus(SAID).await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn wiping_is_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.have(&here()).await?;
        app.open_device().await?;
        // While the dialog is open, the language cannot be switched.
        for look in Look::pairwise() {
            app.take_look(look).await?;
            app.do_it("wipe").await?;
            app.wait_for("dialog[open]").await?;
            audit.check_as_it_stands(&format!("wipe, {look:?}")).await?;
            app.do_it("wipe-no").await?;
            app.wait_until_gone("dialog[open]").await?;
        }
        app.do_it("wipe").await?;
        app.do_it("wipe-yes").await?;
        app.wait_for("[data-wiped]").await?;
        audit.look_at("wiped").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn what_a_browser_does_not_promise_is_told_to_everyone() {
    Visitor::default().whose_browser_promises(false).visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.walk(&Walk::quick_scan().answering_all(level(1))).await?;
        app.go("#/").await?;
        app.wait_for("[data-reminder=\"promise\"]").await?;
        audit.look_at("start, with a promise to ask for").await?;
        app.do_it("persist").await?;
        app.said().await?;
        audit.look_at("start, with no promise").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn a_damaged_record_is_shown_to_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.have_damaged("broken").await?;
        app.reload().await?;
        app.wait_for("[data-unreadable]").await?;
        audit.look_at("start, with a damaged record").await?;
        app.open_device().await?;
        app.wait_for("[data-aside]").await?;
        audit.look_at("device, with a damaged record").await?;
        audit.assert_clean();
        Ok(())
    });
}

/// An id that stands twice takes the label from one of the two, and axe-core does not see it.
#[test]
fn every_field_has_its_label_and_every_id_stands_once() {
    let nameless = "return all('main :is(input, select, textarea)').filter((field) => field.labels.length === 0).map(({ id }) => id)";
    let twice =
        "const ids = all('[id]').map(({ id }) => id); return ids.filter((id, place) => ids.indexOf(id) !== place)";
    visit(async |app| {
        app.have(&here()).await?;
        app.open_device().await?;
        for step in ["nothing", "backup-sealed", "lock-on"] {
            if step != "nothing" {
                app.do_it(step).await?;
                app.wait_for_outcome().await?;
            }
            assert_eq!(app.read::<Vec<String>>(nameless, []).await?, Vec::<String>::new(), "{step}");
            assert_eq!(app.read::<Vec<String>>(twice, []).await?, Vec::<String>::new(), "{step}");
        }
        app.choose_passphrase(PASSPHRASE, PASSPHRASE).await?;
        app.wait_for("[data-locked]").await?;
        assert_eq!(app.read::<Vec<String>>(nameless, []).await?, Vec::<String>::new());
        assert_eq!(app.read::<Vec<String>>(twice, []).await?, Vec::<String>::new());
        Ok(())
    });
}

/// WCAG 1.4.12: readers may space the text out, and nothing may be lost.
#[test]
fn text_may_be_spaced_out() {
    visit(async |app| {
        app.have(&here()).await?;
        app.open_device().await?;
        app.open_file("theirs.json", &file()).await?;
        app.unfold("[data-arrival=\"differs\"] details").await?;
        app.space_text_out().await?;
        app.look_in(e2e::Light::Light, 320).await?;
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());
        Ok(())
    });
}
