//! Workplaces over time and from several sides, as their users walk through them.

use anyhow::{Context, Result};
use assessment::{Answer, Level, PracticeId, Record, Respondent};
use e2e::{App, ROUND_DAY as DAY, Saving, bakery, bakery_with, holds, instrument, level, seen_by, visit};

async fn follow(app: &App, label: &str) -> Result<()> {
    app.go("#/w").await?;
    app.type_into("#new-workplace", label).await?;
    app.do_it("add").await?;
    app.wait_for("[data-begin-round]").await
}

#[test]
fn a_practitioners_day_with_three_workplaces() {
    visit(async |app| {
        for label in ["Bakery north", "Warehouse", "Town hall"] {
            follow(app, label).await?;
        }
        app.press("[data-begin-round]").await?;
        app.press("[data-add-view=\"practitioner\"]").await?;
        app.wait_for("input[name=\"stage\"]").await?;
        app.next().await?;
        app.wait_for("fieldset[data-practice]").await?;
        // What a practitioner did not see is an answer of its own.
        app.choose("buddy-named", "not-seen").await?;
        app.wait_until(Saving::Saved).await?;
        app.go("#/w").await?;
        app.wait_for("[data-workplace]").await?;
        assert_eq!(app.count("[data-workplace]").await?, 3);
        app.type_into("#search", "town").await?;
        app.until("one is left", "return all('[data-workplace]').length === 1", []).await?;
        app.reload().await?;
        app.go("#/w").await?;
        app.wait_for("[data-workplace]").await?;
        assert_eq!(app.count("[data-workplace]").await?, 3, "all of it is kept");
        assert_eq!(app.kept().await?[0].answers.get(&PracticeId::new("buddy-named")), Some(&Answer::NotSeen));
        Ok(())
    });
}

#[test]
fn a_name_that_is_missing_is_told_with_the_way_to_its_field() {
    visit(async |app| {
        app.go("#/w").await?;
        app.wait_for("#new-workplace").await?;
        app.do_it("add").await?;
        app.wait_for("#new-workplace[aria-invalid=\"true\"]").await?;
        app.wait_for_focus("[data-faults]").await?;
        app.press("[data-faults] a").await?;
        app.wait_for_focus("#new-workplace").await
    });
}

#[test]
fn three_views_stay_hidden_until_they_are_looked_at_together() {
    visit(async |app| {
        app.have_records(&[
            bakery_with(&[DAY]),
            seen_by("a", DAY, Respondent::Manager, level(3)),
            seen_by("b", DAY, Respondent::Buddy, level(1)),
            seen_by("c", DAY, Respondent::PractitionerAlone, level(2)),
        ])
        .await?;
        app.open_workplace().await?;
        assert_eq!(app.count("[data-view]").await?, 3);
        app.press("[data-view=\"a\"] [data-put-away]").await?;
        app.wait_for("[data-view=\"a\"] [data-take-out]").await?;
        app.wait_until(Saving::Saved).await?;
        for page in ["guidance", "plan", "situation", "questions/buddy"] {
            app.go(&format!("#/a/a/{page}")).await?;
            app.wait_for("[data-put-away-page]").await?;
        }
        app.go(&format!("#/w/{}/{}", bakery(), DAY.0)).await?;
        app.wait_for("[data-waits]").await?;
        assert_eq!(app.count("[data-difference]").await?, 0, "nothing is compared yet");
        app.open_workplace().await?;
        app.press("[data-reveal]").await?;
        app.press("[data-compare]").await?;
        app.wait_for("[data-difference]").await?;
        // Levels 3, 1 and 2 lie two apart at every practice.
        let asked = instrument().practices().filter(|it| it.quick_scan).count();
        assert_eq!(app.count("[data-difference]").await?, asked);
        // The employer's step goes into the employer's plan.
        app.press("[data-take=\"talk-buddy\"]").await?;
        app.wait_for("[data-talk=\"buddy\"] [data-taken]").await?;
        app.wait_until(Saving::Saved).await?;
        app.press("[data-talk=\"buddy\"] [data-taken]").await?;
        app.wait_for("[data-action=\"talk-buddy\"]").await?;
        assert!(app.place().await?.contains("#/a/a/plan"), "that is the employer's view");
        Ok(())
    });
}

#[test]
fn the_same_workplace_opened_twice_is_recognised() {
    visit(async |app| {
        app.have_records(&[bakery_with(&[DAY]), seen_by("a", DAY, Respondent::Manager, level(1))]).await?;
        app.open_device().await?;
        let backup = app.save_backup().await?;
        let before = app.records().await?;
        app.open_file(&backup.name, &backup.bytes).await?;
        app.wait_for("[data-arrival]").await?;
        assert_eq!(app.count("[data-arrival=\"same\"]").await?, app.count("[data-arrival]").await?);
        assert_eq!(app.records().await?, before);
        Ok(())
    });
}

#[test]
fn rounds_of_two_versions_of_the_questions_are_set_side_by_side_and_it_is_said() {
    visit(async |app| {
        let later = DAY.plus_days(90).context("a day")?;
        let mut earlier = seen_by("a", DAY, Respondent::Manager, level(1));
        if let Record::Assessment(view) = &mut earlier {
            view.instrument += 1;
            view.answers.give(PracticeId::new("no-longer-asked"), level(3), view.started);
        }
        app.have_records(&[bakery_with(&[DAY, later]), earlier, seen_by("b", later, Respondent::Manager, level(1))])
            .await?;
        app.go(&format!("#/w/{}/{}", bakery(), later.0)).await?;
        app.wait_for("[data-versions]").await?;
        assert_eq!(app.count("[data-moved]").await?, 12, "as far as both asked it");
        Ok(())
    });
}

#[test]
fn two_rounds_show_what_moved() {
    visit(async |app| {
        let later = DAY.plus_days(90).context("a day")?;
        app.have_records(&[
            bakery_with(&[DAY, later]),
            seen_by("a", DAY, Respondent::Manager, level(1)),
            seen_by("b", later, Respondent::Manager, level(2)),
        ])
        .await?;
        app.go(&format!("#/w/{}/{}", bakery(), later.0)).await?;
        app.wait_for("[data-moved]").await?;
        assert_eq!(app.count("[data-moved=\"up\"]").await?, 12);
        assert_eq!(app.count("[data-moved]").await?, 12);
        Ok(())
    });
}

/// What a candidate says and does not share leaves no trace; what is shared is in the file, without a date.
#[test]
fn what_a_candidate_does_not_share_leaves_no_trace() {
    visit(async |app| {
        app.have_records(&[bakery_with(&[DAY])]).await?;
        app.go("#/own").await?;
        app.wait_for("[data-asked]").await?;
        app.choose("own-buddy-named", "1").await?;
        app.choose("own-buddy-time", "rather-not").await?;
        app.choose("own-growth-talk", "0").await?;
        app.wait_for("[data-nothing]").await?;
        app.press("label:has([data-share=\"buddy\"])").await?;
        app.wait_for("[data-preview=\"buddy\"]").await?;
        assert!(!app.shows("[data-preview=\"growth\"]").await?);
        let downloads = app.downloads().await?;
        app.press("[data-give]").await?;
        let file = downloads.take().await?;
        for silent in ["growth", "buddy-time", "rather", "20", "made", "\"at\""] {
            assert!(!holds(&file.bytes, silent), "{silent}: {}", String::from_utf8_lossy(&file.bytes));
        }
        assert!(holds(&file.bytes, "buddy-named"));
        // Nor in the store, a backup, or on the page after it is loaded anew.
        app.open_device().await?;
        let backup = app.save_backup().await?;
        let stored: Vec<u8> =
            app.records().await?.into_values().flat_map(|place| place.into_values().flatten()).collect();
        for silent in ["growth-talk", "buddy-named", "rather"] {
            assert!(!holds(&backup.bytes, silent) && !holds(&stored, silent), "{silent}");
        }
        app.reload().await?;
        app.go("#/own").await?;
        app.wait_for("[data-asked]").await?;
        assert_eq!(app.chosen("own-buddy-named").await?, None, "the page keeps nothing");
        // The employer sees the topic that was given, and can take it out again.
        app.open_workplace().await?;
        app.give_file("[data-open-shared]", "own.json", &file.bytes).await?;
        app.wait_for("[data-shared]").await?;
        app.press("[data-forget-shared]").await?;
        app.wait_until_gone("[data-shared]").await?;
        app.wait_until(Saving::Saved).await?;
        let stored: Vec<u8> =
            app.records().await?.into_values().flat_map(|place| place.into_values().flatten()).collect();
        assert!(!holds(&stored, "buddy-named"), "taking it out removes it wholly");
        Ok(())
    });
}

#[test]
fn the_overview_hides_small_groups_and_saves_a_table() {
    visit(async |app| {
        app.have_records(&[bakery_with(&[DAY]), seen_by("a", DAY, Respondent::Manager, Answer::Level(Level::Started))])
            .await?;
        app.go("#/overview").await?;
        app.wait_for("[data-condition]").await?;
        app.select("#group", "first-weeks").await?;
        app.wait_for("[data-few]").await?;
        assert!(!app.shows("[data-condition]").await?);
        app.select("#group", "").await?;
        app.wait_for("[data-condition]").await?;
        let downloads = app.downloads().await?;
        app.press("[data-csv]").await?;
        let table = String::from_utf8(downloads.take().await?.bytes)?;
        assert_eq!(table.lines().count(), 1 + instrument().conditions.len());
        assert!(!table.contains("Bakery"), "no labels");
        Ok(())
    });
}

#[test]
fn a_deleted_workplace_comes_back_with_its_rounds_by_undo() {
    visit(async |app| {
        app.have_records(&[bakery_with(&[DAY]), seen_by("a", DAY, Respondent::Manager, level(1))]).await?;
        app.open_workplace().await?;
        app.unfold("details:has([data-delete])").await?;
        app.press("[data-delete]").await?;
        app.wait_for("#new-workplace").await?;
        app.wait_until_gone("[data-workplace]").await?;
        app.undo().await?;
        app.wait_for("[data-workplace]").await?;
        app.open_workplace().await?;
        assert_eq!(app.count("[data-view]").await?, 1, "with what belongs to it");
        Ok(())
    });
}
