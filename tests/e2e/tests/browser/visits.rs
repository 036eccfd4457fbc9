//! A visit to a workplace: prepare, go through it together, leave something behind. As a practitioner does it, on a tablet.

use std::time::Duration;

use anyhow::{Context, Result};
use assessment::{Answer, Level, Record, Respondent, Scope};
use e2e::{App, Audit, Key, ROUND_DAY as DAY, Saving, bakery, bakery_with, instrument, level, seen_by, visit};

/// What nobody but the person at the device may read.
const CANARY: &str = "canary-of-a-note";

/// The workplace three months later, a round just begun.
fn earlier_and_now(before: Answer) -> Result<[Record; 3]> {
    let now = DAY.plus_days(90).context("a day")?;
    let mut empty = seen_by("now", now, Respondent::PractitionerWithEmployer, before);
    if let Record::Assessment(view) = &mut empty {
        view.answers = Default::default();
    }
    Ok([bakery_with(&[DAY, now]), seen_by("then", DAY, Respondent::PractitionerWithEmployer, before), empty])
}

/// Goes through the questions of a visit, one practice at a time, with the same answer to each.
async fn go_through(app: &App, value: &str) -> Result<usize> {
    let mut asked = 0;
    loop {
        app.wait_for("[data-visit]").await?;
        let practice: String = app.read("return document.querySelector('[data-visit]').dataset.visit", []).await?;
        assert_eq!(app.count("fieldset[data-practice]").await?, 1, "one practice fills the screen");
        app.choose(&practice, value).await?;
        asked += 1;
        app.press("a[data-next]").await?;
        let here = format!("[data-visit=\"{practice}\"]");
        app.wait_until_gone(&here).await?;
        if app.shows("[data-leave]").await? {
            return Ok(asked);
        }
    }
}

#[test]
fn a_visit_asks_one_practice_at_a_time_and_ends_with_something_to_leave_behind() {
    visit(async |app| {
        app.have_records(&earlier_and_now(level(1))?).await?;
        app.open_workplace().await?;
        app.press("[data-view=\"now\"] [data-one-by-one]").await?;
        let quick = instrument().practices().filter(|it| it.quick_scan).count();
        assert_eq!(go_through(app, "2").await?, quick);
        app.wait_for(".leaflet").await?;
        app.type_into(".leave textarea", "Ten minutes every Monday.").await?;
        let next = DAY.plus_days(180).context("a day")?;
        app.set_day("#next-visit", Some(next)).await?;
        let next = app.in_words(next).await?;
        app.until(
            "the next visit is on the page",
            "return document.querySelector('.leaflet').textContent.includes(arguments[0])",
            [next.clone().into()],
        )
        .await?;
        let sheet = app.text(".leaflet").await?;
        for said in ["Ten minutes every Monday.", &next] {
            assert!(sheet.contains(said), "{said} is not in: {sheet}");
        }
        assert!(!sheet.contains("Bakery"), "the name of the workplace is only for the one who follows it");
        // As a text it says the same.
        let downloads = app.downloads().await?;
        app.press("[data-save]").await?;
        let text = String::from_utf8(downloads.take().await?.bytes)?;
        for line in text.lines().map(|line| line.trim_start_matches("- ")).filter(|line| !line.is_empty()) {
            let line = line.split(" (").next().unwrap_or(line);
            assert!(sheet.contains(line), "'{line}' is in the text and not on the page");
        }
        assert!(text.contains(&next) && !text.contains("Bakery"));
        app.wait_until(Saving::Saved).await?;
        app.look_at_paper().await?;
        for not_for_paper in ["button", "input", "textarea", "nav"] {
            assert!(!app.shows(not_for_paper).await?, "{not_for_paper} does nothing on paper");
        }
        assert_eq!(app.print().await?.pages, 1);
        Ok(())
    });
}

#[test]
fn what_is_left_behind_holds_no_notes_and_nothing_that_a_colleague_shared() {
    visit(async |app| {
        let mut seen = seen_by("a", DAY, Respondent::Manager, level(2));
        if let Record::Assessment(view) = &mut seen {
            let at = view.started;
            let practice = instrument().practices().next().map(|it| it.id.clone()).context("a practice")?;
            view.notes.give(practice, CANARY.to_owned(), at);
        }
        app.have_records(&[bakery_with(&[DAY]), seen]).await?;
        app.go(&format!("#/w/{}/{}/leave", bakery(), DAY.0)).await?;
        app.wait_for(".leaflet").await?;
        assert!(!app.text("main").await?.contains(CANARY));
        Ok(())
    });
}

#[test]
fn a_visit_is_prepared_with_what_moved_what_nobody_knew_and_open_questions() {
    visit(async |app| {
        let now = DAY.plus_days(90).context("a day")?;
        let mut after = seen_by("b", now, Respondent::Manager, level(1));
        let practices: Vec<_> = instrument().practices().filter(|it| it.quick_scan).map(|it| it.id.clone()).collect();
        if let Record::Assessment(view) = &mut after {
            let at = view.started;
            view.answers.give(practices[0].clone(), Answer::Level(Level::Arranged), at);
            view.answers.give(practices[1].clone(), Answer::DontKnow, at);
        }
        app.have_records(&[bakery_with(&[DAY, now]), seen_by("a", DAY, Respondent::Manager, level(1)), after]).await?;
        app.open_workplace().await?;
        app.unfold(".prepare__part").await?;
        assert_eq!(app.count("[data-prepare=\"changed\"] li").await?, 1);
        assert_eq!(app.count("[data-prepare=\"unknown\"] li").await?, 1);
        // Two open questions for each of the three conditions that stand lowest.
        assert_eq!(app.count("[data-questions] li").await?, 6);
        Ok(())
    });
}

#[test]
fn how_long_one_talks_is_shown_only_if_one_wants_to_and_in_steps_of_five_minutes() {
    visit(async |app| {
        app.have_records(&earlier_and_now(level(1))?).await?;
        app.open_workplace().await?;
        app.press("[data-view=\"now\"] [data-one-by-one]").await?;
        app.wait_for("[data-clock]").await?;
        assert!(!app.shows("[data-talking]").await?, "nobody is timed unasked");
        app.press("[data-clock]").await?;
        app.wait_for("[data-talking]").await?;
        let begun = app.text("[data-talking]").await?;
        app.set_clock_ahead(Duration::from_secs(17 * 60)).await?;
        // It goes on with the next question.
        app.press("a[data-next]").await?;
        app.until(
            "a quarter is told",
            "return document.querySelector('[data-talking]')?.textContent.includes('15')",
            [],
        )
        .await?;
        assert_ne!(app.text("[data-talking]").await?, begun);
        app.press("[data-clock]").await?;
        app.wait_until_gone("[data-talking]").await
    });
}

#[test]
fn who_fills_in_the_next_view_does_not_see_the_others() {
    visit(async |app| {
        app.have_records(&[bakery_with(&[DAY]), seen_by("a", DAY, Respondent::Manager, level(3))]).await?;
        app.open_workplace().await?;
        app.unfold("[data-round] .round__more").await?;
        app.choose("how-much", "full").await?;
        app.press("[data-add-view=\"buddy\"]").await?;
        app.wait_for("input[name=\"stage\"]").await?;
        let begun = app.assessment().await?;
        app.wait_until(Saving::Saved).await?;
        let kept = app.kept().await?;
        let begun = kept.iter().find(|it| it.id == begun).context("it is kept")?;
        assert_eq!(begun.scope.value, Scope::Full, "as was chosen");
        app.go("#/a/a/guidance").await?;
        app.wait_for("[data-put-away-page]").await?;
        app.go(&format!("#/w/{}/{}/leave", bakery(), DAY.0)).await?;
        app.wait_for("[data-leave]").await?;
        assert!(!app.shows(".leaflet").await?, "nor on the page to leave behind");
        Ok(())
    });
}

#[test]
fn of_two_views_from_one_side_the_user_takes_one_out_and_can_put_it_back() {
    visit(async |app| {
        app.have_records(&[
            bakery_with(&[DAY]),
            seen_by("a", DAY, Respondent::Buddy, level(3)),
            seen_by("b", DAY, Respondent::Buddy, level(0)),
        ])
        .await?;
        app.open_workplace().await?;
        app.wait_for("[data-same-side]").await?;
        app.press("[data-view=\"b\"] [data-take-from-round]").await?;
        app.wait_until_gone("[data-same-side]").await?;
        assert_eq!(app.count("[data-view]").await?, 1);
        app.undo().await?;
        app.wait_for("[data-same-side]").await?;
        app.press("[data-view=\"b\"] [data-take-from-round]").await?;
        app.wait_until(Saving::Saved).await?;
        // Nothing is lost by it: it stands on its own.
        app.go("#/").await?;
        app.wait_for("[data-assessment=\"b\"]").await
    });
}

#[test]
fn a_visit_works_by_keyboard_and_the_bar_hides_nothing() {
    visit(async |app| {
        app.have_records(&earlier_and_now(level(1))?).await?;
        app.open_workplace().await?;
        app.tab_to("[data-view=\"now\"] [data-one-by-one]").await?;
        app.key(Key::Enter).await?;
        app.wait_for("[data-visit]").await?;
        app.wait_for_focus("h1").await?;
        for selector in ["[data-clock]", "a[data-next]"] {
            app.tab_to(selector).await?;
            let focused = app.focused(selector).await?;
            assert!(focused.has_ring && focused.in_view, "{selector}: {focused:?}");
        }
        app.key(Key::Enter).await?;
        app.wait_for_focus("h1").await?;
        app.wait_for("a[data-back]").await
    });
}

#[test]
fn workplaces_before_there_is_one_and_a_talk_with_its_clock_are_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.go("#/w").await?;
        app.wait_for("#new-workplace").await?;
        app.do_it("add").await?;
        app.wait_for("#new-workplace[aria-invalid=\"true\"]").await?;
        audit.look_at("workplaces, none, and a name is missing").await?;
        let views = [seen_by("a", DAY, Respondent::Manager, level(1)), seen_by("b", DAY, Respondent::Buddy, level(3))];
        app.have_records(&[bakery_with(&[DAY])]).await?;
        app.have_records(&views).await?;
        app.open_workplace().await?;
        app.press("[data-view=\"a\"] [data-put-away]").await?;
        app.wait_until(Saving::Saved).await?;
        app.unfold_everything().await?;
        audit.look_at("a workplace with a view that waits").await?;
        app.go("#/a/a/guidance").await?;
        app.wait_for("[data-put-away-page]").await?;
        audit.look_at("a view that waits").await?;
        app.go("#/a/b/visit/buddy-named").await?;
        app.wait_for("[data-visit]").await?;
        app.unfold_everything().await?;
        app.press("[data-clock]").await?;
        audit.look_at("a visit").await?;
        audit.assert_clean();
        Ok(())
    });
}
