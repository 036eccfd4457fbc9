//! A backup: one file with everything, which brings everything back, here or on another device.

use anyhow::Result;
use assessment::{Assessment, PracticeId, Region, Scope, Size, Stage};
use content::{DeviceWord, Word};
use e2e::{App, Saving, Visitor, Walk, ask, assessments_in, device, instrument, level, value, visit};
use exchange::Known;

const NOTE: &str = "We agreed on a fixed start: nine o'clock \u{1F331}\n<b>on Mondays</b> & \"always\"";

fn known() -> Known {
    Known::from(&instrument())
}

/// Some of everything: a situation, an answer of each kind, one that was taken back, a note, advice put aside.
fn walk() -> Walk {
    Walk::quick_scan()
        .situation(|it| {
            it.stage = Some(Stage::FirstMonths);
            it.size = Some(Size::Small);
            it.region = Some(Region::Netherlands);
        })
        // Of each condition, the quick scan asks the first.
        .answering(|n, _| match n / 3 % 6 {
            4 => Some(assessment::Answer::DontKnow),
            5 => Some(assessment::Answer::NotApplicable),
            n => Some(level(n)),
        })
        .but("buddy-named", level(1))
}

/// Fills it in, and gives back what the store then holds.
async fn fill_in(app: &App, walk: &Walk) -> Result<Assessment> {
    app.walk(walk).await?;
    let id = app.assessment().await?;
    app.press("[data-place=\"start\"] button[data-aside]").await?;
    app.go(&format!("#/a/{id}/questions/buddy")).await?;
    app.open_note("buddy-named").await?;
    app.add_to_note("buddy-named", NOTE).await?;
    app.wait_until(Saving::Saved).await?;
    app.go(&format!("#/a/{id}/questions/flexibility")).await?;
    app.press("button[data-clear]").await?;
    app.wait_until(Saving::Saved).await?;
    let mut kept = app.kept().await?;
    assert_eq!(kept.len(), 1);
    Ok(kept.remove(0))
}

/// The day of today in words, as the page says it.
async fn today(app: &App) -> Result<String> {
    let locale = ask(&app.language().await?).words.get(Word::Locale);
    app.read("return new Date().toLocaleDateString(arguments[0], { dateStyle: 'long' })", [(*locale).into()]).await
}

#[test]
fn a_backup_holds_exactly_what_was_given_and_brings_it_back_on_another_device() {
    visit(async |app| {
        let walk = walk();
        let kept = fill_in(app, &walk).await?;
        app.open_device().await?;
        let words = device("en").words;
        let about = app.text("section[aria-labelledby=\"backup\"]").await?;
        assert!(about.contains(&*words.get(DeviceWord::BackupNever)), "{about}");

        let file = app.save_backup().await?;
        let day: String = app.read("return new Date().toISOString().slice(0, 10)", []).await?;
        assert_eq!(file.name, format!("room-to-grow-backup-{day}.json"));
        assert_eq!(app.said().await?, words.fill(DeviceWord::BackupDone, &[("file", &file.name)]));
        app.wait_for_focus("[data-errand]").await?;

        let parsed: serde_json::Value = serde_json::from_slice(&file.bytes)?;
        assert_eq!(parsed["format"], "room-to-grow");
        let opened = exchange::read(&file.bytes, &known()).expect("the backup can be read");
        assert_eq!(assessments_in(&opened), std::slice::from_ref(&kept), "what is in the file is what is in the store");
        assert_holds(&kept, &walk);

        let last = words.fill(DeviceWord::BackupLast, &[("date", &today(app).await?)]);
        let tells_last = async || anyhow::Ok(app.text("section[aria-labelledby=\"backup\"]").await?.contains(&last));
        assert!(tells_last().await?, "the last backup is told");
        app.reload().await?;
        app.wait_for("[data-do=\"backup\"]").await?;
        assert!(tells_last().await?, "also after a reload");

        let brought = Visitor::default()
            .reading("nl-NL,nl")
            .meanwhile(async |other| {
                other.open_device().await?;
                other.open_file(&file.name, &file.bytes).await?;
                assert_eq!(other.count("[data-arrival=\"new\"]").await?, 1);
                assert_eq!(other.kept().await?, [], "nothing is here before it is chosen");
                other.do_it("add").await?;
                other.said().await?;
                other.wait_for_focus("[data-errand]:has([data-said])").await?;
                other.wait_until(Saving::Saved).await?;
                let brought = other.kept().await?;
                other.reload().await?;
                assert_eq!(other.kept().await?, brought);
                other.go(&format!("#/a/{}/questions/buddy", brought[0].id)).await?;
                other.open_note("buddy-named").await?;
                assert_eq!(other.note("buddy-named").await?.as_deref(), Some(NOTE));
                Ok(brought)
            })
            .await?;
        assert_eq!(brought, [kept], "everything is back as it was");
        Ok(())
    });
}

/// What was given is there, and what was taken back is not.
fn assert_holds(kept: &Assessment, walk: &Walk) {
    assert_eq!((&kept.scope.value, kept.profile), (&walk.scope, walk.profile));
    let taken_back = ["flex-hours", "flex-appointments", "flex-plan-b"].map(PracticeId::new);
    for practice in walk.conditions().iter().flat_map(|condition| walk.asked_in(condition)) {
        let given = walk.answers.get(&practice).filter(|_| !taken_back.contains(&practice));
        if given.is_some() {
            assert_eq!(kept.answers.get(&practice), given, "{practice}");
        }
    }
    assert_eq!(kept.notes.get(&PracticeId::new("buddy-named")).map(String::as_str), Some(NOTE));
    assert_eq!(kept.set_aside.iter().count(), 1);
    assert!(kept.answers.history().any(|(_, given)| given.value.is_none()), "taking back is kept as well");
}

#[test]
fn what_was_chosen_about_reminders_stays() {
    visit(async |app| {
        app.open_device().await?;
        assert_eq!(app.value_of("select#retention").await?, "24");
        assert_eq!(app.value_of("#remind").await?, "14");
        app.select("select#retention", "6").await?;
        app.select("#remind", "56").await?;
        app.save_backup().await?;
        app.said().await?;
        app.reload().await?;
        assert_eq!(app.value_of("select#retention").await?, "6", "a backup changes nothing of it");
        assert_eq!(app.value_of("#remind").await?, "56");
        app.select("select#retention", "").await?;
        app.select("#remind", "").await?;
        app.reload().await?;
        assert_eq!(app.value_of("select#retention").await?, "", "never");
        assert_eq!(app.value_of("#remind").await?, "");
        Ok(())
    });
}

/// Bar S3: two devices, answers on both sides, one file there and one back.
#[test]
fn two_devices_exchange_files_and_both_have_everything() {
    visit(async |here| {
        let walk = Walk::topic("buddy");
        here.begin(&walk).await?;
        let id = here.assessment().await?;
        let questions = format!("#/a/{id}/questions/buddy");
        here.choose("buddy-named", "0").await?;
        here.choose("buddy-time", "1").await?;
        here.wait_until(Saving::Saved).await?;
        let first = save_backup(here).await?;

        let (second, theirs) = Visitor::default()
            .meanwhile(async |there| {
                there.open_device().await?;
                there.open_file("first.json", &first).await?;
                there.do_it("add").await?;
                there.said().await?;
                there.wait_until(Saving::Saved).await?;
                // Both devices answer from here on. This one changes its mind about one answer, and gives another one.
                there.go(&questions).await?;
                there.choose("buddy-named", "3").await?;
                there.choose("buddy-prepared", "2").await?;
                there.wait_until(Saving::Saved).await?;
                there.go("#/").await?;
                there.begin(&Walk::topic("openness")).await?;
                there.choose("open-needs-talk", "1").await?;
                there.wait_until(Saving::Saved).await?;
                let file = save_backup(there).await?;
                Ok((file, there.kept().await?))
            })
            .await?;

        here.go(&questions).await?;
        here.open_note("buddy-time").await?;
        here.add_to_note("buddy-time", "an hour a week").await?;
        here.choose("buddy-time", "2").await?;
        here.wait_until(Saving::Saved).await?;
        here.open_device().await?;
        here.open_file("second.json", &second).await?;
        assert_eq!(
            (here.count("[data-arrival=\"new\"]").await?, here.count("[data-arrival=\"differs\"]").await?),
            (1, 1)
        );
        here.do_it("merge").await?;
        here.said().await?;
        here.wait_until(Saving::Saved).await?;
        let ours = here.kept().await?;
        let back = save_backup(here).await?;
        assert_eq!(assessments_in(&exchange::read(&back, &known()).expect("it can be read")), ours);

        let both = Visitor::default()
            .meanwhile(async |there| {
                there.have(&theirs).await?;
                there.open_device().await?;
                there.open_file("back.json", &back).await?;
                there.do_it("merge").await?;
                there.said().await?;
                there.wait_until(Saving::Saved).await?;
                there.kept().await
            })
            .await?;
        assert_eq!(both, ours, "both devices have the same");
        assert_eq!(ours.len(), 2);
        let shared = ours.iter().find(|it| it.id == id).expect("it is still there");
        for (practice, given) in [("buddy-named", 3), ("buddy-time", 2), ("buddy-prepared", 2)] {
            assert_eq!(shared.answers.get(&PracticeId::new(practice)), Some(&level(given)), "{practice}");
        }
        assert_eq!(shared.notes.get(&PracticeId::new("buddy-time")).map(String::as_str), Some("an hour a week"));
        Ok(())
    });
}

async fn save_backup(app: &App) -> Result<Vec<u8>> {
    app.open_device().await?;
    Ok(app.save_backup().await?.bytes)
}

/// One answer, on a device of its own.
async fn answer_one(app: &App) -> Result<()> {
    app.begin(&Walk::topic("buddy")).await?;
    app.choose("buddy-named", value(level(2))).await?;
    app.wait_until(Saving::Saved).await
}

#[test]
fn a_scope_of_one_topic_comes_back_as_that_topic() {
    visit(async |app| {
        answer_one(app).await?;
        app.open_device().await?;
        let file = app.save_backup().await?;
        let opened = exchange::read(&file.bytes, &known()).expect("it can be read");
        assert_eq!(assessments_in(&opened)[0].scope.value, Scope::Topic(assessment::ConditionId::new("buddy")));
        Ok(())
    });
}

/// In a browser that keeps nothing, a file is the only way to take the work along.
#[test]
fn without_storage_work_goes_into_a_file_and_comes_from_one() {
    Visitor::default().without_storage().visit(async |app| {
        app.press("a[href=\"#/topics\"]").await?;
        app.press("button[data-topic=\"buddy\"]").await?;
        app.wait_until(Saving::InMemory).await?;
        app.next().await?;
        app.choose("buddy-named", "1").await?;
        app.open_device().await?;
        let file = app.save_backup().await?;
        let opened = exchange::read(&file.bytes, &known()).expect("it can be read");
        assert_eq!(assessments_in(&opened)[0].answers.get(&PracticeId::new("buddy-named")), Some(&level(1)));
        let mut theirs = assessments_in(&opened)[0].clone();
        theirs.answers.give(PracticeId::new("buddy-time"), level(3), assessment::Moment(theirs.changed().0 + 1));
        app.open_file("theirs.json", exchange::write(&[theirs.clone().into()], theirs.changed()).as_bytes()).await?;
        app.do_it("merge").await?;
        app.said().await?;
        let file = app.save_backup().await?;
        assert_eq!(assessments_in(&exchange::read(&file.bytes, &known()).expect("it can be read")), [theirs]);
        for what in ["[data-do=\"lock-on\"]", "select#retention", "[data-do=\"wipe\"]"] {
            assert!(!app.shows(what).await?, "{what} is of no use where nothing is kept");
        }
        Ok(())
    });
}
