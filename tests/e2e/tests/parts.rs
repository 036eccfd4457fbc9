//! The second part of the main module: a failure is not the end of it.

use anyhow::Result;
use e2e::{App, Visitor};
use host::Fault;

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
