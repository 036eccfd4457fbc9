//! Opening a file: first one sees what it would change, then one chooses, and there is a way back.

use anyhow::Result;
use assessment::{Assessment, AssessmentId, PracticeId, ProfileQuestion, Scope};
use content::DeviceWord;
use e2e::{App, Copies, Saving, as_records, ask, device, instrument, level, visit};

/// Someone who has all of this, and looks at the file.
async fn look_at_file(app: &App, copies: &Copies) -> Result<()> {
    app.have(&copies.here).await?;
    app.open_device().await?;
    app.open_file("from elsewhere.json", &copies.file()).await?;
    app.wait_for("[data-preview]").await
}

/// Chooses what to do with the file, and waits until it is done and kept.
async fn choose(app: &App, what: &str) -> Result<()> {
    app.do_it(what).await?;
    app.said().await?;
    app.wait_until(Saving::Saved).await
}

#[test]
fn a_file_shows_first_what_it_would_change_and_changes_nothing() {
    visit(async |app| {
        let copies = Copies::default();
        app.have(&copies.here).await?;
        let before = app.records().await?;
        app.open_device().await?;
        app.open_file("from elsewhere.json", &copies.file()).await?;
        app.wait_for_focus("[data-errand]:has([data-preview])").await?;

        let (words, frame) = (device("en").words, ask("en"));
        let about = app.text("[data-preview]").await?;
        let held = [("file", "from elsewhere.json"), ("date", "22 November 2026"), ("count", "3")];
        assert!(about.contains(&words.fill(DeviceWord::OpenWhatMore, &held)), "{about}");
        for (kind, word) in [("new", DeviceWord::OpenNew), ("same", DeviceWord::OpenSame)] {
            assert_eq!(app.count(&format!("[data-arrival=\"{kind}\"]")).await?, 1);
            let shown = app.text(&format!("[data-arrival=\"{kind}\"]")).await?;
            assert!(shown.contains(&*words.get(word)), "{shown}");
        }
        let differs = app.text("[data-arrival=\"differs\"]").await?;
        assert!(differs.contains(&words.fill(DeviceWord::OpenDiffersMore, &[("count", "5")])), "{differs}");

        // The only one that differs is unfolded. Who said what is in the tests of the hand-over.
        app.wait_for("[data-arrival=\"differs\"] details[open]").await?;
        let lines: Vec<String> =
            app.read("return shown('[data-differs] legend').map((it) => it.innerText)", []).await?;
        let title =
            |practice: &str| frame.practice(&PracticeId::new(practice)).expect("it has words").1.title.to_string();
        let note = words.fill(DeviceWord::OpenDifferenceNote, &[("practice", &title("buddy-time"))]);
        let situation = frame.profile[ProfileQuestion::Size as usize].short.to_string();
        assert_eq!(lines, [title("buddy-named"), title("buddy-prepared"), title("buddy-time"), note, situation]);
        assert_eq!(app.records().await?, before, "nothing has changed");
        Ok(())
    });
}

#[test]
fn what_was_looked_at_and_left_has_changed_nothing() {
    visit(async |app| {
        let copies = Copies::default();
        app.have(&copies.here).await?;
        let before = app.records().await?;
        app.open_device().await?;
        app.open_file("from elsewhere.json", &copies.file()).await?;
        app.do_it("cancel").await?;
        app.wait_until_gone("[data-preview]").await?;
        assert_eq!(app.records().await?, before);
        app.reload().await?;
        assert_eq!(app.records().await?, before);
        assert!(!app.shows("[data-before]").await?, "nothing was opened, so there is nothing to put back");
        Ok(())
    });
}

#[test]
fn put_together_the_newest_of_each_answer_stands_and_that_can_be_undone() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        let words = device("en").words;
        choose(app, "merge").await?;
        assert_eq!(app.said().await?, words.fill(DeviceWord::OpenDoneMore, &[("count", "2")]));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert_eq!(app.kept().await?, copies.merged());

        app.undo().await?;
        wait_for_kept(app, &copies.here).await?;
        app.wait_until_gone("#toast button[data-undo]").await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, copies.here, "exactly as it was before");
        Ok(())
    });
}

#[test]
fn only_added_what_differs_comes_beside_as_a_copy_and_that_can_be_undone() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        choose(app, "add").await?;
        let kept = app.kept().await?;
        assert_eq!(kept.len(), 5, "three from here, the new one, and the copy");
        for ours in &copies.here {
            assert!(kept.contains(ours), "{} has not changed", ours.id);
        }
        assert!(kept.contains(&copies.there[1]));
        let known = |id: &AssessmentId| copies.here.iter().chain(&copies.there).any(|it| it.id == *id);
        let copy = kept.iter().find(|it| !known(&it.id)).expect("there is a copy with an id of its own");
        assert_eq!(Assessment { id: copy.id.clone(), ..copies.there[0].clone() }, *copy, "as it is in the file");

        app.undo().await?;
        wait_for_kept(app, &copies.here).await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, copies.here, "exactly as it was before");
        Ok(())
    });
}

/// Waits until the store holds this. The notice of saving may still be about what came before.
async fn wait_for_kept(app: &App, expected: &[Assessment]) -> Result<()> {
    for _ in 0..100 {
        if app.kept().await? == expected {
            return app.wait_until(Saving::Saved).await;
        }
    }
    assert_eq!(app.kept().await?, expected);
    Ok(())
}

#[test]
fn what_was_before_can_be_put_back_after_a_reload_too_and_can_be_deleted() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        choose(app, "merge").await?;
        app.reload().await?;
        app.wait_for("[data-before]").await?;
        assert!(!app.shows("#toast button[data-undo]").await?);

        let words = device("en").words;
        app.do_it("before-restore").await?;
        assert_eq!(app.said().await?, *words.get(DeviceWord::BeforeRestored));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        wait_for_kept(app, &copies.here).await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, copies.here);

        assert_eq!(app.records().await?["before"].len(), 1);
        app.do_it("before-delete").await?;
        assert_eq!(app.said().await?, *words.get(DeviceWord::BeforeDeleted));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        app.wait_until_gone("[data-before]").await?;
        assert_eq!(app.records().await?["before"].len(), 0);
        app.reload().await?;
        app.wait_for("[data-open]").await?;
        assert!(!app.shows("[data-before]").await?);
        assert_eq!(app.kept().await?, copies.here, "what is here has not changed by that");
        Ok(())
    });
}

/// Of two files that were opened one after the other, the state before the second is kept.
#[test]
fn the_state_before_the_last_file_is_kept() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        choose(app, "merge").await?;
        let after_first = app.kept().await?;
        app.open_file(
            "another.json",
            exchange::write(&as_records(&[Copies::begun("another")]), Copies::later(24)).as_bytes(),
        )
        .await?;
        choose(app, "add").await?;
        app.reload().await?;
        app.do_it("before-restore").await?;
        wait_for_kept(app, &after_first).await?;
        assert_eq!(app.records().await?["before"].len(), 1);
        Ok(())
    });
}

#[test]
fn a_file_with_nothing_new_says_so_and_offers_nothing() {
    visit(async |app| {
        let copies = Copies::default();
        app.have(&copies.here).await?;
        let before = app.records().await?;
        app.open_device().await?;
        app.open_file("mine.json", exchange::write(&as_records(&copies.here), Copies::later(24)).as_bytes()).await?;
        assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::OpenNothing));
        assert_eq!(app.count("[data-arrival=\"same\"]").await?, 3);
        for choice in ["merge", "add"] {
            assert!(!app.shows(&format!("[data-do=\"{choice}\"]")).await?, "there is nothing to {choice}");
        }
        assert_eq!(app.records().await?, before);
        Ok(())
    });
}

/// What was chosen beside the answers differs too, and is told like everything else.
#[test]
fn every_difference_is_in_the_list() {
    let shown = "return shown('[data-differs], [data-rest]').map((it) => it.innerText.trim())";
    let same = [Copies::begun("scope"), Copies::begun("aside"), Copies::begun("much")];
    let [mut scope, mut aside, mut much] = same.clone();
    scope.scope = assessment::Given { at: Copies::later(1), value: Scope::Full };
    aside.set_aside.give(PracticeId::new("buddy-prepared"), (), Copies::later(1));
    for practice in instrument().practices() {
        much.answers.give(practice.id.clone(), level(3), Copies::later(1));
        much.notes.give(practice.id.clone(), "agreed".to_owned(), Copies::later(1));
    }
    for (theirs, differences) in [(scope, 1), (aside, 1), (much, 72)] {
        visit(async |app| {
            app.have(&same).await?;
            app.open_device().await?;
            app.open_file(
                "theirs.json",
                exchange::write(&as_records(std::slice::from_ref(&theirs)), Copies::later(24)).as_bytes(),
            )
            .await?;
            app.unfold("[data-arrival=\"differs\"] details").await?;
            let lines: Vec<String> = app.read(shown, []).await?;
            assert_eq!(lines.len(), differences, "{}: {lines:#?}", theirs.id);
            assert!(lines.iter().all(|line| !line.is_empty()), "{lines:#?}");
            Ok(())
        });
    }
}

/// Putting back takes away what came since; so there is a way back from it.
#[test]
fn putting_back_can_be_undone() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        choose(app, "merge").await?;
        app.reload().await?;
        app.do_it("before-restore").await?;
        wait_for_kept(app, &copies.here).await?;
        app.undo().await?;
        wait_for_kept(app, &copies.merged()).await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, copies.merged());
        Ok(())
    });
}

/// Undo takes back what the file brought, and nothing that was given elsewhere since.
#[test]
fn undo_takes_nothing_away_that_another_tab_has_given_since() {
    visit(async |app| {
        let copies = Copies::default();
        look_at_file(app, &copies).await?;
        choose(app, "merge").await?;
        let one = app.tab().await?;
        app.open_tab().await?;
        app.go("#/a/only-here/questions/buddy").await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Saved).await?;

        app.turn_to(&one).await?;
        app.undo().await?;
        app.wait_until_gone("#toast button[data-undo]").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        let kept = app.kept().await?;
        let shared = kept.iter().find(|it| it.id == AssessmentId::new("only-here")).expect("it is still there");
        assert_eq!(shared.answers.get(&PracticeId::new("buddy-time")), Some(&level(3)), "the answer of the other tab");
        assert_eq!(kept[0], copies.here[0], "what the file brought is taken back");
        Ok(())
    });
}
