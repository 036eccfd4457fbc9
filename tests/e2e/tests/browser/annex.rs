//! The second module: nobody pays for it before it is needed, and a failure is not the end of it.

use anyhow::{Context, Result};
use e2e::{App, visit};
use host::Fault;
use serde_json::{Value, json};

#[test]
fn the_annex_is_fetched_only_when_it_is_asked_for() {
    visit(async |app| {
        // The last that a visit fetches by itself.
        app.wait_for_file("/packs/examples.").await?;
        assert_eq!(files_of_the_annex(app).await?, Vec::<String>::new());
        assert!(load(app).await?);
        assert_eq!(files_of_the_annex(app).await?.len(), 2, "its script and its wasm");
        Ok(())
    });
}

#[test]
fn whoever_asks_twice_gets_the_same_annex() {
    visit(async |app| {
        let twice = "const [done] = arguments; const { load } = roomToGrow; \
            Promise.all([load('annex'), load('annex')]).then(([one, other]) => done(one === other));";
        assert!(app.read_later::<bool>(twice, []).await?);
        assert_eq!(files_of_the_annex(app).await?.len(), 2, "nothing is fetched twice");
        Ok(())
    });
}

#[test]
fn an_annex_that_did_not_come_can_be_asked_for_again() {
    for part in ["js", "wasm"] {
        for fault in [Fault::Missing, Fault::Garbage(b"<!doctype html><title>Please log in</title>".to_vec())] {
            eprintln!("its {part} is broken: {fault:?}");
            visit(async |app| {
                app.expect_complaint("Failed to load resource");
                app.host.break_paths(&address(app, part).await?, fault);
                assert!(!load(app).await?);
                app.host.mend_paths();
                assert!(load(app).await?);
                Ok(())
            });
        }
    }
}

/// Asks for the annex, and tells whether it came and answers.
async fn load(app: &App) -> Result<bool> {
    let script = "const [done] = arguments; \
        roomToGrow.load('annex').then((annex) => done(typeof annex.writeFile === 'function'), () => done(false));";
    app.read_later(script, []).await
}

/// Where a part of the annex is, as the page knows it.
async fn address(app: &App, part: &str) -> Result<String> {
    let modules: Value = app.read("return JSON.parse(one('script[data-modules]').dataset.modules)", []).await?;
    let file = modules["annex"][part].as_str().context("the page does not name it")?;
    Ok(format!("/{file}"))
}

/// The files of the annex that were asked for, also by a preload.
async fn files_of_the_annex(app: &App) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map(({ name }) => name) \
        .filter((name) => name.includes(arguments[0]))";
    app.read(script, [json!("/annex.")]).await
}
