//! The second part of the main module: a failure is not the end of it.

use anyhow::{Result, ensure};
use e2e::{App, Light, Visitor};
use host::Fault;
use serde_json::json;
use std::time::Duration;

/// The second part, as hosts know it.
const BEHIND: &str = "/behind.";

/// What of the page looks otherwise, or stands elsewhere, without the style that comes with the second part; `null` as long as
/// that is not here.
const UNDRESSED: &str = "const link = one('link[href*=\"behind.\"]'); \
    if (!link.sheet) return null; \
    const looks = () => new Map(all('body *').filter((it) => it.checkVisibility()).map((it) => { \
        const { x, y, width, height } = it.getBoundingClientRect(); \
        const { color, backgroundColor, borderTopWidth, fontSize, fontWeight } = getComputedStyle(it); \
        return [it, [x, y, width, height, color, backgroundColor, borderTopWidth, fontSize, fontWeight].join(' ')]; \
    })); \
    const dressed = looks(); \
    link.disabled = true; \
    const bare = looks(); \
    link.disabled = false; \
    return [...dressed].filter(([it, look]) => bare.get(it) !== look).map(([it]) => `${it.localName}.${it.className}`)";

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
            app.expect_complaint("Refused to apply style");
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

/// Or the page would change under the reader, once it is here.
#[test]
fn the_first_pages_look_the_same_without_the_style_of_the_others() {
    let held = Fault::Slow(Duration::from_secs(60));
    visit_without(held.clone(), async |app| {
        let sheet: String = app.read("return one('link[href*=\"behind.\"]').getAttribute('href')", []).await?;
        app.host.break_paths(&format!("/{}", sheet.trim_start_matches("./")), Fault::Slow(Duration::ZERO));
        for width in [360, 768, 1280] {
            app.look_in(Light::Light, width).await?;
            app.type_address("").await?;
            app.driver().refresh().await?;
            app.press("button[data-scope='quick']").await?;
            app.press("a[data-next]").await?;
            app.wait_for("fieldset[data-practice]").await?;
            let questions: String = app.read("return location.hash", []).await?;
            for page in [&questions, &questions.replace("questions", "situation"), "#/topics", "#/"] {
                let go = "location.hash = arguments[0]";
                app.read::<()>(go, [json!(page)]).await?;
                app.wait_until_drawn().await?;
                app.until("the style comes", "return one('link[href*=\"behind.\"]').sheet !== null", []).await?;
                let undressed: Vec<String> = app.read(UNDRESSED, []).await?;
                ensure!(undressed.is_empty(), "{page} at {width}: {undressed:?}");
            }
            let alone: bool = app.read("return one('[data-attended]') === null", []).await?;
            ensure!(alone, "the second part came too early to see what goes without it");
        }
        Ok(())
    });
}
