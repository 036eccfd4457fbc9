//! The privacy guard: it looks at notes while they are written and before they leave the device, and never stands in
//! the way.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use assessment::PracticeId;
use content::{Device, DeviceWord};
use e2e::{App, Saving, Visitor, Walk, ask, assessments_in, device, holds, instrument, shipped_pack, visit};
use guard::{Guard, Kind};
use host::Fault;

const RISKY: &str = "Ahmed has a depression and takes sertraline, call 06-12345678";
const HARMLESS: &str = "We agreed on a fixed hour on Tuesday, and a second one when the work is new";
const RISKY_DUTCH: &str = "Fatima is bekend met een psychose en slikt olanzapine";
const HARMLESS_DUTCH: &str = "De buddy heeft elke week een uur, en dat staat in het rooster";
/// How long someone may go on typing before the warning stands there, once the guard is here.
const MOMENT: Duration = Duration::from_secs(1);

/// What the guard says about a note, line by line: from the words that the site ships, by the rules of this checkout.
fn expected(device: &Device, note: &str) -> Vec<String> {
    let words =
        content::read(&shipped_pack("guard.pack").expect("the site ships the words")).expect("they can be read");
    let findings = Guard::new(&words).check(note);
    let line = |(kind, word): (Kind, DeviceWord)| {
        let mut found: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.kind == kind) {
            if !found.contains(&finding.words.as_str()) {
                found.push(&finding.words);
            }
        }
        (!found.is_empty()).then(|| device.words.fill(word, &[("words", &found.join(", "))]))
    };
    let kinds = [
        (Kind::Diagnosis, DeviceWord::GuardDiagnosis),
        (Kind::Medicine, DeviceWord::GuardMedicine),
        (Kind::Health, DeviceWord::GuardHealth),
        (Kind::Name, DeviceWord::GuardName),
        (Kind::Contact, DeviceWord::GuardContact),
    ];
    kinds.into_iter().filter_map(line).collect()
}

/// The warning under a note that is open.
const WARNING: &str = "[data-guard]";

async fn warning(app: &App) -> Result<Vec<String>> {
    app.read("return all('[data-guard] .findings li').map((line) => line.innerText)", []).await
}

/// Waits until the warning under the note says this, and tells how long it took.
async fn wait_for_warning(app: &App, expected: &[String]) -> Result<Duration> {
    let started = Instant::now();
    let says = "const lines = all('[data-guard] .findings li').map((line) => line.innerText); \
        return JSON.stringify(lines) === JSON.stringify(arguments[0])";
    app.until(&format!("the warning says {expected:?}"), says, [expected.into()]).await?;
    Ok(started.elapsed())
}

/// Opens the note under a question, on a page with nothing filled in.
async fn open_a_note(app: &App) -> Result<()> {
    app.begin(&Walk::topic("buddy")).await?;
    app.open_note("buddy-named").await
}

#[test]
fn a_note_about_a_person_is_warned_about_in_a_moment_and_kept_as_it_is() {
    for (language, risky, harmless) in [("en-GB,en", RISKY, HARMLESS), ("nl-NL,nl", RISKY_DUTCH, HARMLESS_DUTCH)] {
        Visitor::default().reading(language).visit(async |app| {
            let words = device(&app.language().await?);
            let expected = expected(&words, risky);
            assert!(expected.len() >= 3, "the note is risky in several ways: {expected:?}");
            open_a_note(app).await?;
            assert_eq!(warning(app).await?, Vec::<String>::new());
            app.add_to_note("buddy-named", risky).await?;
            wait_for_warning(app, &expected).await?;
            let shown = app.text(WARNING).await?;
            for word in [DeviceWord::GuardTitle, DeviceWord::GuardWhy, DeviceWord::GuardStays] {
                assert!(shown.contains(&*words.words.get(word)), "{shown}");
            }
            assert!(app.shows("[data-guard][role=\"status\"]").await?, "a screen reader hears it");

            // The guard is here now: from here on it takes a moment, and it stops nobody.
            app.empty_note("buddy-named").await?;
            wait_for_warning(app, &[]).await?;
            app.add_to_note("buddy-named", harmless).await?;
            app.add_to_note("buddy-named", ". ").await?;
            assert_eq!(warning(app).await?, Vec::<String>::new());
            app.add_to_note("buddy-named", risky).await?;
            let took = wait_for_warning(app, &expected).await?;
            assert!(took < MOMENT, "the warning took {took:?}");
            app.wait_for_focus("textarea").await?;
            app.insert("!").await?;
            let note = format!("{harmless}. {risky}!");
            assert_eq!(app.note("buddy-named").await?.as_deref(), Some(&*note), "nothing stops the typing");
            app.wait_until(Saving::Saved).await?;
            let kept = app.kept().await?;
            assert_eq!(kept[0].notes.get(&PracticeId::new("buddy-named")), Some(&note), "and it is kept as it is");

            app.reload().await?;
            app.open_note("buddy-named").await?;
            wait_for_warning(app, &self::expected(&words, &note)).await?;
            Ok(())
        });
    }
}

#[test]
fn a_harmless_note_gets_no_warning() {
    for note in [HARMLESS, HARMLESS_DUTCH] {
        assert_eq!(expected(&device("en"), note), Vec::<String>::new());
    }
    visit(async |app| {
        open_a_note(app).await?;
        // First something risky, so that the guard is here and awake.
        app.add_to_note("buddy-named", "depression").await?;
        wait_for_warning(app, &expected(&device("en"), "depression")).await?;
        for note in [HARMLESS, HARMLESS_DUTCH] {
            app.empty_note("buddy-named").await?;
            wait_for_warning(app, &[]).await?;
            app.add_to_note("buddy-named", note).await?;
            app.wait_until(Saving::Saved).await?;
            tokio::time::sleep(MOMENT).await;
            assert_eq!(warning(app).await?, Vec::<String>::new());
        }
        app.open_device().await?;
        let file = app.save_backup().await?;
        assert!(holds(&file.bytes, HARMLESS_DUTCH), "nothing stands between the press and the file");
        Ok(())
    });
}

#[test]
fn checking_a_note_asks_nothing_of_the_network() {
    visit(async |app| {
        open_a_note(app).await?;
        app.add_to_note("buddy-named", RISKY).await?;
        wait_for_warning(app, &expected(&device("en"), RISKY)).await?;
        app.read::<()>("performance.clearResourceTimings()", []).await?;
        app.host.break_paths("/", Fault::Silent);
        app.empty_note("buddy-named").await?;
        for part in ["Ahmed", " slikt", " lithium"] {
            app.add_to_note("buddy-named", part).await?;
        }
        wait_for_warning(app, &expected(&device("en"), "Ahmed slikt lithium")).await?;
        let asked: Vec<String> =
            app.read("return performance.getEntriesByType('resource').map((it) => it.name)", []).await?;
        assert_eq!(asked, Vec::<String>::new());
        Ok(())
    });
}

/// Someone with a note under a question, on the page 'On this device'; gives back the place of the question.
async fn with_a_note(app: &App, note: &str) -> Result<String> {
    open_a_note(app).await?;
    app.add_to_note("buddy-named", note).await?;
    app.wait_until(Saving::Saved).await?;
    let place = app.place().await?;
    app.open_device().await?;
    Ok(place)
}

#[test]
fn before_a_backup_the_notes_to_look_at_are_named_and_led_to() {
    visit(async |app| {
        let place = with_a_note(app, RISKY).await?;
        let downloads = app.downloads().await?;
        app.do_it("backup").await?;
        app.wait_for_focus("[data-errand]:has([data-doubts])").await?;
        let (words, frame) = (device("en"), ask("en"));
        let shown = app.text("[data-doubts]").await?;
        assert!(shown.contains(&*words.words.get(DeviceWord::GuardBefore)), "{shown}");
        for line in expected(&words, RISKY) {
            assert!(shown.contains(&line), "'{line}' is not in {shown}");
        }
        let (_, texts) = frame.practice(&PracticeId::new("buddy-named")).context("it has words")?;
        assert_eq!(app.text("[data-doubts] a").await?, *texts.title);
        assert!(downloads.is_empty()?, "nothing is saved yet");

        app.press("[data-doubts] a").await?;
        app.wait_for("fieldset[data-practice=\"buddy-named\"]").await?;
        assert_eq!(app.place().await?, place);
        app.wait_for_focus("main h1").await?;
        app.open_note("buddy-named").await?;
        app.empty_note("buddy-named").await?;
        app.add_to_note("buddy-named", HARMLESS).await?;
        app.wait_until(Saving::Saved).await?;
        app.open_device().await?;
        app.do_it("backup").await?;
        let file = downloads.take().await?;
        assert!(holds(&file.bytes, HARMLESS) && !holds(&file.bytes, "depression"));
        Ok(())
    });
}

#[test]
fn save_anyway_saves_and_not_now_does_not() {
    visit(async |app| {
        with_a_note(app, RISKY).await?;
        let downloads = app.downloads().await?;
        app.do_it("backup").await?;
        app.wait_for("[data-doubts]").await?;
        app.do_it("cancel").await?;
        app.wait_until_gone("[data-doubts]").await?;
        assert!(downloads.is_empty()?);

        app.do_it("backup").await?;
        app.do_it("go-on").await?;
        let file = downloads.take().await?;
        let opened = exchange::read(&file.bytes, &(&instrument()).into()).expect("it can be read");
        let ours = assessments_in(&opened);
        let note = ours[0].notes.get(&PracticeId::new("buddy-named"));
        assert_eq!(note.map(String::as_str), Some(RISKY), "the note as it was written");
        app.wait_for_focus("[data-errand]:has([data-said])").await?;

        app.do_it("backup-sealed").await?;
        app.wait_for("[data-doubts]").await?;
        app.do_it("go-on").await?;
        app.wait_for_focus("#passphrase").await?;
        app.choose_passphrase("seven quiet herons wade", "seven quiet herons wade").await?;
        assert!(downloads.take().await?.name.ends_with(".rtg"), "with a passphrase it is the same");
        Ok(())
    });
}

/// The offer before wiping is a backup like any other.
#[test]
fn the_backup_before_wiping_looks_at_the_notes_too() {
    visit(async |app| {
        with_a_note(app, RISKY).await?;
        app.do_it("wipe").await?;
        app.do_it("wipe-backup").await?;
        app.wait_for("[data-doubts]").await?;
        app.wait_for_focus("[data-errand]:has([data-doubts])").await
    });
}

#[test]
fn without_the_second_module_notes_work_silently_and_a_backup_says_what_to_do() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        app.host.break_paths("/annex.", Fault::Missing);
        open_a_note(app).await?;
        app.add_to_note("buddy-named", RISKY).await?;
        app.wait_until(Saving::Saved).await?;
        tokio::time::sleep(MOMENT).await;
        assert_eq!(warning(app).await?, Vec::<String>::new());
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some(RISKY));

        let failed = device("en").words.get(DeviceWord::ModuleFailed);
        app.open_device().await?;
        let downloads = app.downloads().await?;
        app.do_it("backup").await?;
        // That the notes could not be checked is said, and does not stand in the way.
        app.wait_for("[data-doubts]").await?;
        app.do_it("go-on").await?;
        assert_eq!(app.said().await?, *failed);
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert!(downloads.is_empty()?);
        app.open_file("some.json", b"{}").await?;
        assert_eq!(app.said().await?, *failed, "neither can a file be opened");

        app.host.mend_paths();
        app.do_it("backup").await?;
        app.wait_for("[data-doubts] .findings").await?;
        app.do_it("go-on").await?;
        assert!(holds(&downloads.take().await?.bytes, "depression"), "it works after mending");
        Ok(())
    });
}

#[test]
fn without_the_words_of_the_guard_a_backup_is_made_all_the_same() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        app.host.break_paths("/packs/guard.", Fault::Missing);
        with_a_note(app, RISKY).await?;
        app.do_it("backup").await?;
        app.wait_for("[data-doubts]").await?;
        assert!(!app.shows("[data-doubts] li").await?, "nothing was found, as nothing was looked for");
        let downloads = app.downloads().await?;
        app.do_it("go-on").await?;
        assert!(holds(&downloads.take().await?.bytes, "depression"));
        Ok(())
    });
}

/// A request at each letter would tell whoever runs the host how fast someone types.
#[test]
fn without_the_second_module_it_is_not_asked_for_at_each_letter() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        app.host.break_paths("/annex.", Fault::Missing);
        open_a_note(app).await?;
        for letter in "a fixed hour on Tuesday".chars() {
            app.add_to_note("buddy-named", &letter.to_string()).await?;
        }
        app.wait_until(Saving::Saved).await?;
        let requests =
            "return performance.getEntriesByType('resource').filter((it) => it.name.includes('/annex.')).length";
        let asked: usize = app.read(requests, []).await?;
        assert!(asked <= 6, "it was asked for {asked} times");
        Ok(())
    });
}
