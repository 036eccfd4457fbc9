//! When the app has stopped for good, what was kept can still be taken along.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use assessment::save;
use e2e::{App, Saving, Visitor, Walk, level, value, visit};
use host::Fault;
use serde_json::{Value, json};

#[test]
fn what_was_shown_as_saved_comes_down_as_a_file() {
    Visitor::default().reading("nl-NL,nl").visit(async |app| {
        let walk = Walk::topic("buddy");
        app.begin(&walk).await?;
        let assessment = app.assessment().await?;
        let practice = &walk.asked_in(&walk.conditions()[0])[0];
        app.choose(practice.as_str(), value(level(2))).await?;
        app.wait_until(Saving::Saved).await?;

        stop(app).await?;
        app.wait_for("#trouble [data-language=\"nl\"] [data-rescue]").await?;
        assert!(!app.shows("[data-rescued]").await?, "what to do with the file is said once there is one");
        let folder = tempfile::tempdir()?;
        let file = download(app, folder.path()).await?;
        app.wait_for("#trouble [data-language=\"nl\"] [data-rescued]").await?;

        assert_eq!((file["format"].as_str(), file["version"].as_u64()), (Some("room-to-grow-rescue"), Some(1)));
        assert!(file["made"].as_u64().is_some_and(|made| made > 1_700_000_000_000), "milliseconds: {}", file["made"]);
        let record = &file["stores"]["assessments"][assessment.as_str()];
        let saved = save::read(&bytes(app, record).await?);
        let saved = saved.map_err(|why| anyhow::anyhow!("{why:?}"))?;
        let answered = saved.assessment().and_then(|it| it.answers.level(practice));
        assert_eq!(answered, level(2).level());
        Ok(())
    });
}

#[test]
fn where_nothing_is_kept_nothing_is_offered_and_nothing_is_made() {
    Visitor::default().at_the_door().visit(async |app| {
        // Without the program, nothing but the rescue opens the store.
        for complaint in ["Failed to load resource", "boot", "preload", "wasm"] {
            app.expect_complaint(complaint);
        }
        app.host.break_paths("/room-to-grow", Fault::Missing);
        app.type_address("").await?;
        app.wait_for("#trouble h1").await?;
        assert_offers_nothing(app).await?;
        let databases = "const [done] = arguments; indexedDB.databases().then((all) => done(all.length))";
        assert_eq!(app.read_later::<usize>(databases, []).await?, 0);
        Ok(())
    });
}

#[test]
fn an_empty_store_offers_nothing() {
    visit(async |app| {
        stop(app).await?;
        assert_offers_nothing(app).await
    });
}

#[test]
fn without_a_store_there_is_nothing_to_offer() {
    Visitor::default().without_storage().visit(async |app| {
        stop(app).await?;
        assert_offers_nothing(app).await
    });
}

/// What the app does when it panics.
async fn stop(app: &App) -> Result<()> {
    app.read::<()>("dispatchEvent(new CustomEvent('room-to-grow:trouble'))", []).await?;
    app.wait_for("#trouble h1").await
}

async fn assert_offers_nothing(app: &App) -> Result<()> {
    // The page did the same a moment ago; this tells when it is done.
    let again = "const [done] = arguments; roomToGrow.load('rescue').then((it) => it.rescue()).then(() => done(true))";
    ensure!(app.read_later::<bool>(again, []).await?);
    assert!(app.shows("#trouble button[data-reload]").await?);
    assert!(!app.shows("[data-rescue]").await?, "a button that gives nothing");
    Ok(())
}

/// Presses the button, and reads the file that comes down.
async fn download(app: &App, folder: &Path) -> Result<Value> {
    let cdp = app.driver().cdp();
    cdp.send_raw("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder })).await?;
    app.press("#trouble [data-rescue]").await?;
    let asked = Instant::now();
    while asked.elapsed() < Duration::from_secs(10) {
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().into_string().unwrap_or_default();
            // Until it is complete, the browser gives it another name.
            if let Some(day) = name.strip_prefix("room-to-grow-rescue-").and_then(|rest| rest.strip_suffix(".json")) {
                ensure!(day.len() == "2026-11-22".len(), "{name}");
                return serde_json::from_slice(&fs::read(folder.join(&name))?).with_context(|| name);
            }
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    bail!("no file came down")
}

/// What a value of the file holds, decoded by the browser.
async fn bytes(app: &App, base64: &Value) -> Result<Vec<u8>> {
    app.read("return Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0))", [base64.clone()]).await
}
