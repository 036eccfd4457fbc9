//! The start page before the app runs: it stands at once, as the app then draws it, and what is done on it is not lost.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::{App, Light, Visitor, visit};
use host::Fault;
use serde_json::json;

/// The module comes so much later that a person could read and press in between.
const LATER: Duration = Duration::from_millis(1_500);

/// What is seen of the page, however its attributes are ordered; texts of no length are nothing.
const STANDS: &str = "const written = (node) => node.nodeType === Node.TEXT_NODE ? node.data : !node.checkVisibility() ? '' : \
    `<${node.localName} ${[...node.attributes].map(({ name, value }) => `${name}=\"${value}\"`).sort().join(' ')}>${ \
    [...node.childNodes].map(written).join('')}</>`; \
    return [...one('#app').children].map(written).join('\\n')";

/// How far what is seen has moved by itself since the page was opened.
const MOVED: &str = "const [done] = arguments; let moved = 0; \
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) moved += value; }) \
        .observe({ type: 'layout-shift', buffered: true }); \
    setTimeout(() => done(moved), 100)";

/// When something was first painted, and when the app was ready.
const TIMES: &str = "return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null, \
    performance.getEntriesByName('ready')[0].startTime]";

const BEGUN: &str = "return /^#\\/a\\/.*\\/situation$/.test(location.hash)";

/// Opens an address whose module comes late.
async fn open_slowly(app: &App, address: &str) -> Result<()> {
    app.host.break_paths("/room-to-grow.", Fault::Slow(LATER));
    // A page that was here would have it at hand.
    app.forget_files().await?;
    app.driver().goto("about:blank").await?;
    app.type_address(address).await
}

async fn is_ready(app: &App) -> Result<bool> {
    app.read("return performance.getEntriesByName('ready').length > 0", []).await
}

async fn stays_where_it_is(app: &App, what: &str) -> Result<()> {
    let moved: f64 = app.read_later(MOVED, []).await?;
    ensure!(moved == 0.0, "{what}: the page moved by {moved}");
    Ok(())
}

#[test]
fn the_start_page_stands_as_the_app_draws_it() {
    Visitor::default().reading("nl-NL,nl").who_is_quick().visit(async |app| {
        for (address, language) in [("", "nl"), ("nl/", "nl"), ("en/", "en")] {
            open_slowly(app, address).await?;
            app.wait_for("main h1").await?;
            let before: String = app.read(STANDS, []).await?;
            ensure!(!is_ready(app).await?, "the module came too early to see what stood before it");
            ensure!(app.language().await? == language, "/{address} is not in {language}");
            app.wait_until_ready().await?;
            let after: String = app.read(STANDS, []).await?;
            ensure!(before == after, "/{address} stands as\n{before}\nand the app draws\n{after}");
            // Nothing of it changes when the other words come.
            app.wait_for_file(&format!("/take.{language}.")).await?;
            ensure!(app.read::<String>(STANDS, []).await? == after, "/{address} is drawn otherwise later");
        }
        Ok(())
    });
}

#[test]
fn it_is_painted_before_the_app_runs_and_nothing_moves() {
    visit(async |app| {
        for (at, (light, width)) in
            [(Light::Light, 360), (Light::Light, 1280), (Light::Dark, 360), (Light::Dark, 1280)].into_iter().enumerate()
        {
            for (language, reading) in [("en", ["", "text-130"]), ("nl", ["text-115", "text-150"])] {
                app.look_in(light, width).await?;
                let chosen = "localStorage['room-to-grow.language'] = arguments[0]; localStorage['room-to-grow.reading'] = arguments[1]";
                app.read::<()>(chosen, [json!(language), json!(reading[at % 2])]).await?;
                open_slowly(app, "").await?;
                app.wait_until_ready().await?;
                app.wait_for_file(&format!("/take.{language}.")).await?;
                let what = format!("{language} in {light:?}, {width} px, {:?}", reading[at % 2]);
                stays_where_it_is(app, &what).await?;
                let (painted, ready): (Option<f64>, f64) = app.read(TIMES, []).await?;
                ensure!(painted.is_some_and(|painted| painted < ready), "{what}: {painted:?}, ready at {ready}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_button_that_is_pressed_too_early_does_what_it_says() {
    for scope in ["full", "quick"] {
        Visitor::default().who_is_quick().visit(async |app| {
            open_slowly(app, "").await?;
            let button = format!("button[data-scope=\"{scope}\"]");
            app.press(&button).await?;
            ensure!(!is_ready(app).await?, "it was not pressed too early");
            ensure!(app.shows(&format!("{button}[aria-busy]")).await?, "nobody sees that it was heard");
            app.wait_until_ready().await?;
            app.until("the check begins", BEGUN, []).await
        });
    }
}

#[test]
fn of_what_is_pressed_too_early_the_last_counts() {
    Visitor::default().who_is_quick().visit(async |app| {
        open_slowly(app, "").await?;
        app.press("button[data-scope=\"full\"]").await?;
        app.press("button[data-speak=\"nl\"]").await?;
        app.wait_until_ready().await?;
        app.wait_for("button[data-speak=\"en\"]").await?;
        ensure!(app.place().await?.is_empty(), "at {}", app.place().await?);

        // A link has its own way: the address. What was pressed before it is not wanted any more.
        open_slowly(app, "en/").await?;
        app.press("button[data-scope=\"full\"]").await?;
        app.press("a[href=\"#/topics\"]").await?;
        app.wait_until_ready().await?;
        app.wait_until_gone("[data-scope]").await?;
        ensure!(app.place().await? == "#/topics", "at {}", app.place().await?);
        ensure!(!app.shows("[aria-busy]").await?);
        Ok(())
    });
}

#[test]
fn the_keyboard_stays_where_it_is() {
    Visitor::default().who_is_quick().visit(async |app| {
        app.look_in(Light::Light, 360).await?;
        open_slowly(app, "").await?;
        app.wait_for("main h1").await?;
        app.read::<()>("one('[data-other=\"forms\"]').focus(); one('[data-other=\"forms\"]').scrollIntoView()", [])
            .await?;
        let scrolled: f64 = app.read("return scrollY", []).await?;
        ensure!(scrolled > 100.0 && !is_ready(app).await?);
        app.wait_until_ready().await?;
        app.wait_for_focus("[data-other=\"forms\"]").await?;
        let now: f64 = app.read("return scrollY", []).await?;
        ensure!(now == scrolled, "it stood at {scrolled} and stands at {now}");

        // To the content, past the header: that is no address of the app.
        open_slowly(app, "").await?;
        app.wait_for("main h1").await?;
        app.read::<()>("one('.skip-link').focus(); one('.skip-link').click()", []).await?;
        app.wait_until_ready().await?;
        app.wait_for_focus("#main").await?;
        ensure!(app.place().await?.is_empty(), "at {}", app.place().await?);
        Ok(())
    });
}

#[test]
fn another_page_does_not_begin_with_the_start_page() {
    Visitor::default().who_is_quick().visit(async |app| {
        open_slowly(app, "#/learn").await?;
        app.wait_for(".starting").await?;
        ensure!(!is_ready(app).await? && app.count("h1").await? == 0, "the start page stands there");
        app.wait_until_ready().await?;
        stays_where_it_is(app, "learn").await?;

        // Nor does a start page that lists something.
        app.host.mend_paths();
        app.go("#/").await?;
        app.begin_answered().await?;
        app.until("that is remembered", "return localStorage['room-to-grow.kept'] === 'yes'", []).await?;
        open_slowly(app, "").await?;
        app.wait_for(".starting").await?;
        ensure!(!is_ready(app).await? && app.count("h1").await? == 0, "the start page stands there");
        app.wait_until_ready().await?;
        app.wait_for_file("/take.en.").await?;
        stays_where_it_is(app, "something kept").await
    });
}

#[test]
fn a_language_has_a_page_of_its_own() {
    visit(async |app| {
        let chosen = "localStorage['room-to-grow.language'] = 'en'";
        app.read::<()>(chosen, []).await?;
        app.go("nl/").await?;
        ensure!(app.language().await? == "nl", "whatever is wished or was chosen");
        app.speak("en").await?;
        app.press("button[data-scope=\"quick\"]").await?;
        app.until("the check begins", BEGUN, []).await?;
        ensure!(app.driver().current_url().await?.path() == "/en/", "the address says what is spoken");
        app.reload().await?;
        ensure!(app.language().await? == "en", "what was chosen stays");
        app.until("the check goes on", BEGUN, []).await?;
        // At the root, what was chosen counts.
        app.go("").await?;
        ensure!(app.language().await? == "en");
        Ok(())
    });
}

#[test]
fn it_can_be_read_without_javascript_and_nothing_looks_as_if_it_could_be_pressed() {
    Visitor::default().who_is_quick().visit(async |app| {
        app.allow_scripts(false).await?;
        for (address, language) in [("", "en"), ("nl/", "nl")] {
            app.type_address(address).await?;
            let shown: String = app.text("main h1").await?;
            ensure!(shown == e2e::ask(language).words.get(content::Word::StartTitle).to_string(), "{shown}");
            ensure!(app.text("noscript").await?.contains("JavaScript"), "nothing says what is missing");
            let usable: Vec<String> = app
                .read("return shown('#app a[href], #app button:enabled').map((it) => it.getAttribute('href') ?? it.outerHTML)", [])
                .await?;
            ensure!(usable == ["#main"], "{usable:?}");
            ensure!(!app.shows(".starting").await? && !app.shows("button.button").await?);
            let others: Vec<String> = app.read("return shown('noscript a').map(({ href }) => new URL(href).pathname)", []).await?;
            ensure!(others == ["/en/", "/nl/"], "{others:?}");
        }
        app.allow_scripts(true).await?;
        app.go("").await
    });
}
