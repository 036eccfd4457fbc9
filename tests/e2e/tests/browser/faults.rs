//! Bad input and bad luck: nothing is lost, and the page says what to do.

use std::time::Duration;

use anyhow::Result;
use assessment::{CautionId, Stage};
use e2e::{App, Saving, Visitor, Walk, advise, level, visit};
use host::Fault;

#[test]
fn an_unknown_address_says_so_and_leads_back() {
    visit(async |app| {
        for address in ["#/nowhere", "#/a/no-such-thing/guidance", "#/a/no-such-thing/questions/buddy", "#/a//"] {
            app.go(address).await?;
            app.until("there are no questions", "return one('fieldset') === null", []).await?;
            app.press("main a[href=\"#/\"]").await?;
            app.wait_for_start().await?;
        }
        Ok(())
    });
}

#[test]
fn a_condition_that_does_not_exist_says_so_and_leads_back() {
    visit(async |app| {
        app.begin(&Walk::quick_scan()).await?;
        let assessment = app.assessment().await?;
        app.go(&format!("#/a/{assessment}/questions/no-such-thing")).await?;
        app.press("main a[href=\"#/\"]").await?;
        app.wait_for_start().await
    });
}

#[test]
fn without_the_questions_the_page_says_so_and_can_be_loaded_again() {
    let broken = [
        ("missing", Fault::Missing),
        ("empty", Fault::Garbage(Vec::new())),
        ("garbage", Fault::Garbage(vec![0xFF; 4096])),
        ("another page", Fault::Garbage(b"<!doctype html><title>Please log in</title>".to_vec())),
    ];
    for (what, fault) in broken {
        eprintln!("the pack is {what}");
        assert_trouble_with("/packs/ask.", fault);
    }
}

#[test]
fn without_the_program_the_page_says_so_and_can_be_loaded_again() {
    assert_trouble_with("/room-to-grow", Fault::Missing);
}

/// The page shows its trouble in the reader's language, and works as soon as the host does.
fn assert_trouble_with(files: &str, fault: Fault) {
    Visitor::default().reading("nl-NL,nl").at_the_door().visit(async |app| {
        // The browser itself reports what did not load; the boot script reports why it stopped.
        for complaint in ["Failed to load resource", "boot", "preload", "wasm"] {
            app.expect_complaint(complaint);
        }
        app.host.break_paths(files, fault.clone());
        app.type_address("").await?;
        app.wait_for("#trouble h1").await?;
        app.wait_for("#trouble [data-language=\"nl\"] button[data-reload]").await?;
        assert!(!app.shows("#trouble [data-language=\"en\"]").await?, "one language at a time");
        app.wait_for_focus("#trouble button[data-reload]").await?;

        app.host.mend_paths();
        app.press("#trouble [data-language=\"nl\"] button[data-reload]").await?;
        app.wait_for_start().await
    });
}

#[test]
fn answers_are_safe_when_the_advice_does_not_arrive() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        app.host.break_paths("/packs/advise.", Fault::Missing);
        app.forget_files().await?;
        app.reload().await?;
        let walk = Walk::topic("buddy").answering_all(level(0));
        app.begin(&walk).await?;
        let buddy = &walk.conditions()[0];
        app.answer(&walk, buddy).await?;
        app.next().await?;
        app.wait_for("[data-reload]").await?;

        app.host.mend_paths();
        app.press("[data-reload]").await?;
        app.assert_guides(&walk).await?;
        Ok(())
    });
}

#[test]
fn without_storage_the_work_goes_on_and_the_page_says_that_nothing_is_kept() {
    Visitor::default().without_storage().visit(async |app| {
        let walk = Walk::topic("buddy").situation(|it| it.stage = Some(Stage::FirstWeeks)).answering_all(level(1));
        app.press("a[href=\"#/topics\"]").await?;
        app.press("button[data-topic=\"buddy\"]").await?;
        app.choose("stage", "first-weeks").await?;
        app.wait_until(Saving::InMemory).await?;
        app.next().await?;
        let buddy = &walk.conditions()[0];
        app.wait_for_questions(buddy).await?;
        for practice in walk.asked_in(buddy) {
            app.choose(practice.as_str(), "1").await?;
        }
        app.wait_until(Saving::InMemory).await?;
        assert!(!app.text("header [role=\"alert\"]").await?.is_empty(), "it says so in words");
        app.next().await?;
        app.assert_guides(&walk).await?;
        Ok(())
    });
}

/// IndexedDB that is there and takes nothing, as on a full disk.
#[test]
fn when_the_store_refuses_the_page_says_so_and_the_work_goes_on() {
    Visitor::default().with_a_full_disk().visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(1));
        app.press("a[href=\"#/topics\"]").await?;
        app.press("button[data-topic=\"buddy\"]").await?;
        app.wait_until(Saving::Failed).await?;
        assert!(!app.text("header [role=\"alert\"]").await?.is_empty(), "it says so in words");
        app.next().await?;
        let buddy = &walk.conditions()[0];
        app.wait_for_questions(buddy).await?;
        for practice in walk.asked_in(buddy) {
            app.choose(practice.as_str(), "1").await?;
        }
        app.wait_until(Saving::Failed).await?;
        app.next().await?;
        app.assert_guides(&walk).await?;
        Ok(())
    });
}

/// The words of one language must not turn up in the other because they were slower.
#[test]
fn words_that_arrive_late_do_not_speak_another_language() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(0));
        app.walk(&walk).await?;
        app.host.break_paths("/packs/advise.en.", Fault::Slow(Duration::from_millis(1500)));
        app.forget_files().await?;
        app.reload().await?;
        app.speak("nl").await?;
        app.wait_for_file("/advise.en.").await?;
        let caution = CautionId::new("unpaid-trials");
        let dutch = advise("nl").caution(&caution).expect("it always stands").title.clone();
        let shown = app.text(&format!("[data-caution=\"{caution}\"]")).await?;
        assert!(shown.contains(&*dutch), "'{dutch}' has become '{shown}'");
        Ok(())
    });
}

/// The longest note that is kept, in characters.
const LIMIT: usize = 2000;

#[test]
fn a_note_says_its_limit_before_it_is_reached_and_cuts_nothing() {
    visit(async |app| {
        app.begin(&Walk::topic("buddy")).await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", &"a".repeat(LIMIT - 250)).await?;
        assert!(!app.shows("[data-note-left]").await?, "far from the limit nothing is said");
        app.wait_until(Saving::Saved).await?;

        app.add_to_note("buddy-named", &"b".repeat(100)).await?;
        app.wait_for("[data-note-left]").await?;
        assert!(app.text("[data-note-left]").await?.contains("150"), "it says how much is left");
        app.wait_until(Saving::Saved).await?;

        app.add_to_note("buddy-named", &"c".repeat(200)).await?;
        app.wait_for("[data-note-too-long]").await?;
        assert_eq!(length_of_note(app).await?, LIMIT + 50, "nothing is cut");
        app.wait_until(Saving::Saved).await?;

        app.reload().await?;
        app.open_note("buddy-named").await?;
        assert_eq!(length_of_note(app).await?, LIMIT, "as much as fits is kept, as the page said");
        Ok(())
    });
}

async fn length_of_note(app: &App) -> Result<usize> {
    Ok(app.note("buddy-named").await?.map_or(0, |note| note.chars().count()))
}

#[test]
fn a_note_that_is_emptied_stays_open_under_the_cursor() {
    visit(async |app| {
        app.begin(&Walk::topic("buddy")).await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", "x").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.open_note("buddy-named").await?;

        app.empty_note("buddy-named").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some(""), "it has not folded away");
        app.insert("y").await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some("y"), "one can go on typing");
        Ok(())
    });
}

#[test]
fn a_note_is_kept_with_its_markup_as_plain_text() {
    let text = "<img src=x onerror=alert(1)> & \"quotes\" {braces} \u{1F331}\nsecond line";
    visit(async |app| {
        app.begin(&Walk::topic("buddy")).await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", text).await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.open_note("buddy-named").await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some(text));
        Ok(())
    });
}

/// The name of the rule of the policy that stops a script from doing something.
async fn stopped_by(app: &App, act: &str) -> Result<String> {
    let listen = "const [done] = arguments; \
        addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective), { once: true });";
    app.read_later(&[listen, act].concat(), []).await
}

#[test]
fn the_policy_is_alive_and_a_visit_that_breaks_it_would_be_noticed() {
    let foreign = "const image = new Image(); image.src = 'https://example.invalid/pixel.png';";
    let inline =
        "const script = document.createElement('script'); script.textContent = '0'; document.body.append(script);";
    visit(async |app| {
        assert_eq!(stopped_by(app, foreign).await?, "img-src");
        assert_eq!(stopped_by(app, inline).await?, "script-src-elem");
        let complaints = app.complaints().await?.join("\n");
        for broken in ["example.invalid", "inline script"] {
            assert!(complaints.contains(broken), "{broken} is not in the console: {complaints}");
        }
        app.expect_complaint("Content Security Policy");
        app.expect_complaint("example.invalid");
        Ok(())
    });
}
