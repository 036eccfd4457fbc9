//! The second part of the main module: a failure is not the end of it.

use anyhow::{Result, ensure};
use e2e::{App, Visitor};
use host::Fault;
use std::time::Duration;

/// The second part, as hosts know it.
const BEHIND: &str = "/behind.";

/// Opens the app where the second part is broken.
fn visit_without(fault: Fault, test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    Visitor::default().at_the_door().visit(async |app| {
        app.host.break_paths(BEHIND, fault);
        app.type_address("").await?;
        app.wait_for_start().await?;
        test(app).await
    });
}

#[test]
fn a_second_part_that_did_not_come_can_be_asked_for_again_even_past_a_damaged_copy() {
    for fault in [Fault::Missing, Fault::Garbage(b"<!doctype html><title>Please log in</title>".to_vec())] {
        eprintln!("it is broken: {fault:?}");
        visit_without(fault, async |app| {
            app.expect_complaint("Failed to load resource");
            app.expect_complaint("room-to-grow");
            app.wait_for_file(BEHIND).await?;
            app.host.mend_paths();
            app.speak("nl").await
        });
    }
}

#[test]
fn the_first_answer_waits_for_nothing_of_it_and_is_kept_once_it_is_here() {
    visit_without(Fault::Slow(Duration::from_secs(20)), async |app| {
        app.press("button[data-scope='quick']").await?;
        app.press("a[data-next]").await?;
        app.wait_for("fieldset[data-practice]").await?;
        let practice: String = app.read("return one('fieldset[data-practice]').dataset.practice", []).await?;
        app.choose(&practice, "2").await?;
        let alone: bool = app.read("return one('[data-attended]') === null", []).await?;
        ensure!(alone, "the second part came too early to see what goes without it");
        ensure!(app.shows("[data-saving='saving']").await?, "an answer that is not kept yet says so");
        app.wait_for("[data-saving='saved']").await?;
        app.host.mend_paths();
        app.reload().await?;
        ensure!(app.chosen(&practice).await? == Some("2".to_owned()), "the answer is gone");
        Ok(())
    });
}
