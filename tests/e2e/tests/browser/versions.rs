//! Bar S2: a store of another version, and one that another tab holds or takes away. Nothing is written over, and the
//! page says what to do.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use assessment::{AssessmentId, PracticeId, save};
use content::DeviceWord;
use e2e::{App, Saving, Visitor, answer_in, device, level, visit};
use serde_json::json;

/// An assessment as a newer version of the app may write it: only the first byte is known.
const OF_A_NEWER_VERSION: [u8; 5] = [9, 1, 2, 3, 4];

/// The record that docs/file-format.md gives as an example of version 1, and its id.
fn of_version_1() -> (AssessmentId, Vec<u8>) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/assessment/tests/saved/v1.bin");
    (AssessmentId::new("k3x9"), fs::read(file).expect("the fixture stays for ever"))
}

/// Begins with a topic without waiting until it is saved, and opens its questions.
async fn begin_unsaved(app: &App) -> Result<()> {
    app.press("a[href=\"#/topics\"]").await?;
    app.press("button[data-topic=\"buddy\"]").await?;
    app.wait_for("[data-more]").await?;
    app.next().await?;
    app.wait_for("fieldset[data-practice=\"buddy-named\"]").await
}

#[test]
fn an_assessment_of_a_newer_version_stays_untouched_and_is_told() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        app.put_by_hand("assessments", "newer", &format!("Uint8Array.from({})", json!(OF_A_NEWER_VERSION))).await?;
        app.go("#/").await?;
        app.reload().await?;
        app.wait_for("[data-unreadable]").await?;
        app.press("[data-unreadable] a").await?;
        let words = device("en").words.get(DeviceWord::NewerLead);
        app.wait_for("section[aria-labelledby=\"kept\"] .notice").await?;
        let said = app.text("section[aria-labelledby=\"kept\"]").await?;
        assert!(said.contains(&*words), "it says: {said}");

        for (practice, answer) in [("buddy-time", "3"), ("buddy-prepared", "1")] {
            app.go_to_buddy(&id).await?;
            app.choose(practice, answer).await?;
            app.wait_until(Saving::Saved).await?;
            app.reload().await?;
        }
        let records = app.records_in("assessments").await?;
        assert_eq!(records.get("newer").map(Vec::as_slice), Some(&OF_A_NEWER_VERSION[..]), "byte for byte");
        assert_eq!(records.len(), 2);
        assert_eq!(app.records_in("aside").await?, BTreeMap::new(), "it is not damaged");
        Ok(())
    });
}

/// A newer version in another tab has taken over the very assessment that is open here.
#[test]
fn an_open_assessment_that_a_newer_version_has_written_is_not_written_over() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        let newer = format!("Uint8Array.from({})", json!(OF_A_NEWER_VERSION));
        app.put_by_hand("assessments", id.as_str(), &newer).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Outdated).await?;
        app.wait_until_told(DeviceWord::TabOld).await?;
        let records = app.records_in("assessments").await?;
        assert_eq!(records.get(id.as_str()).map(Vec::as_slice), Some(&OF_A_NEWER_VERSION[..]), "byte for byte");
        let file = app.take_offered_file().await?;
        assert_eq!(answer_in(&file, &id, "buddy-time"), Some(level(3)), "it is in the file");
        Ok(())
    });
}

/// This version is the older one: it comes from a cache, or the site went back.
#[test]
fn a_store_of_a_newer_version_is_left_alone_and_told() {
    Visitor::default().at_the_door().visit(async |app| {
        app.look_at_the_picture().await?;
        let (id, record) = of_version_1();
        app.put_into_store_of_version(3, &id, &record).await?;
        app.go("#/").await?;
        begin_unsaved(app).await?;
        app.choose("buddy-named", "2").await?;
        assert_eq!(app.version_of_store().await?, 3);
        assert_eq!(
            app.records_in("assessments").await?,
            BTreeMap::from([(id.to_string(), record)]),
            "nothing is touched"
        );
        app.wait_until(Saving::Outdated).await?;
        app.wait_until_told(DeviceWord::TabOld).await
    });
}

#[test]
fn a_store_of_version_1_is_brought_up_to_date_and_its_assessment_opens() {
    Visitor::default().at_the_door().visit(async |app| {
        app.look_at_the_picture().await?;
        let (id, record) = of_version_1();
        app.put_into_store_of_version(1, &id, &record).await?;
        app.go("#/").await?;
        app.wait_for(&format!("[data-assessment=\"{id}\"]")).await?;
        assert_eq!(app.version_of_store().await?, 2);

        app.go_to_buddy(&id).await?;
        app.wait_for_answer("buddy-named", Some("2")).await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some("é"));
        assert_eq!(app.records_in("assessments").await?.get(id.as_str()), Some(&record), "looking changes nothing");
        app.choose("buddy-named", "3").await?;
        app.wait_until(Saving::Saved).await?;
        let read = save::read(&record).expect("version 1 can be read");
        let mut expected = read.assessment().context("it holds one")?.clone();
        let kept = app.kept().await?.remove(0);
        let practice = PracticeId::new("buddy-named");
        let at = kept.answers.time(&practice).context("it is answered")?;
        expected.answers.give(practice, level(3), at);
        assert_eq!(kept, expected, "everything else is as it was");
        Ok(())
    });
}

#[test]
fn a_store_that_an_old_tab_holds_open_is_told_and_opens_by_itself_once_that_tab_is_closed() {
    Visitor::default().at_the_door().visit(async |app| {
        app.look_at_the_picture().await?;
        let old = app.tab().await?;
        let (id, record) = of_version_1();
        app.put_into_store_of_version(1, &id, &record).await?;
        app.hold_store_of_version(1).await?;

        let new = app.open_tab().await?;
        app.go("#/").await?;
        app.wait_until(Saving::Blocked).await?;
        app.wait_until_told(DeviceWord::TabBlocked).await?;
        begin_unsaved(app).await?;
        let begun = app.assessment().await?;
        app.choose("buddy-named", "2").await?;
        app.wait_until(Saving::Blocked).await?;
        app.open_note("buddy-named").await?;
        app.add_to_note("buddy-named", "on Mondays").await?;
        let file = app.take_offered_file().await?;
        assert_eq!(answer_in(&file, &begun, "buddy-named"), Some(level(2)), "it is in the file");
        app.go_to_buddy(&begun).await?;

        app.turn_to(&old).await?;
        app.close_tab(&new).await?;
        app.wait_until(Saving::Saved).await?;
        let ids: Vec<_> = app.kept().await?.into_iter().map(|kept| kept.id).collect();
        assert_eq!(ids.len(), 2, "what was there, and what was begun meanwhile");
        app.go("#/").await?;
        app.wait_for(&format!("[data-assessment=\"{begun}\"]")).await?;
        app.until("the older one is there too", "return all('[data-assessment]').length === 2", []).await?;
        app.reload().await?;
        app.go_to_buddy(&begun).await?;
        app.wait_for_answer("buddy-named", Some("2")).await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some("on Mondays"));
        app.go_to_buddy(&id).await?;
        app.wait_for_answer("buddy-named", Some("2")).await
    });
}

#[test]
fn a_store_that_something_else_takes_away_is_told_and_the_answers_go_into_a_file() {
    for (what, take) in [
        ("deleted", "indexedDB.deleteDatabase('room-to-grow')"),
        ("brought to a newer version", "indexedDB.open('room-to-grow', 3)"),
    ] {
        eprintln!("it is {what}");
        visit(async |app| {
            let id = app.begin_answered().await?;
            let one = app.tab().await?;
            app.open_tab().await?;
            app.look_at_the_picture().await?;
            let script = format!("const [done] = arguments; {take}.onsuccess = () => done(null);");
            app.read_later::<()>(&script, []).await?;
            app.close_tab(&one).await?;

            app.choose("buddy-time", "3").await?;
            app.wait_until(Saving::Outdated).await?;
            app.wait_until_told(DeviceWord::TabOld).await?;
            app.choose("buddy-prepared", "1").await?;
            app.wait_until(Saving::Outdated).await?;
            let file = app.take_offered_file().await?;
            assert_eq!(answer_in(&file, &id, "buddy-prepared"), Some(level(1)), "it is in the file");
            Ok(())
        });
    }
}
