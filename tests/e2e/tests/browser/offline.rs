//! The site on the device: after one visit all of it works without the internet, and a new version waits until the user
//! agrees.

use anyhow::{Context, Result};
use assessment::{AssessmentId, View};
use e2e::{
    App, Audit, Deployment, Saving, Tab, Visitor, Walk, ask, assessments_in_file, expected_paper, first_advice_taken,
    form_address, level, missing, texts,
};
use host::Fault;
use report::{Kind, Order};
use serde_json::Value;

/// What browsers say in the console when there is no network; a person does not see it.
const NO_NETWORK: &str = "net::ERR_";
const NO_NEWS: &str = "when fetching the script";

fn visit(test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    Visitor::default().who_keeps_the_site().visit(test);
}

fn visit_to(deployed: &Deployment, test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    Visitor::default().who_keeps_the_site().of(deployed.folder()).visit(test);
}

/// Waits until the page 'On this device' says how far the site is here.
async fn wait_for_site(app: &App, how_far: &str) -> Result<()> {
    app.open_device().await?;
    app.wait_for(&format!("[data-offline=\"{how_far}\"]")).await
}

/// The network is gone, also for the service worker.
fn cut_off(app: &mut App) {
    app.expect_complaint(NO_NETWORK);
    app.expect_complaint(NO_NEWS);
    app.host.stop();
}

/// Answers a question, and waits until it is kept.
async fn answer(app: &App) -> Result<AssessmentId> {
    app.go("#/").await?;
    app.wait_for_start().await?;
    app.begin_answered().await
}

/// Whether the page is of the earlier of two builds: of such a page its second module says so.
async fn is_earlier(app: &App) -> Result<bool> {
    let script = "const [done] = arguments; roomToGrow.load('annex').then(() => done(globalThis.earlier === true))";
    app.read_later(script, []).await
}

/// Looks whether the host has something new, as browsers do now and then by themselves.
async fn look_for_news(app: &App) -> Result<()> {
    let look = "const [done] = arguments; navigator.serviceWorker.getRegistration() \
        .then((it) => it.update()).then(() => done(null), () => done(null))";
    app.read_later::<Value>(look, []).await?;
    let settled = "const [done] = arguments; navigator.serviceWorker.getRegistration().then(({ installing, waiting, active }) => \
        done(!installing && !waiting && active.state === 'activated'))";
    while !app.read_later::<bool>(settled, []).await? {}
    Ok(())
}

/// The names of the caches that there are, each with how many files are in it.
async fn caches(app: &App) -> Result<Vec<(String, usize)>> {
    let script = "const [done] = arguments; (async () => { const all = []; \
        for (const name of await caches.keys()) all.push([name, (await (await caches.open(name)).keys()).length]); \
        done(all); })()";
    app.read_later(script, []).await
}

/// The versions that are kept whole.
async fn versions(app: &App) -> Result<usize> {
    Ok(caches(app).await?.iter().filter(|(_, files)| *files > 20).count())
}

#[test]
fn after_one_visit_every_page_and_language_works_without_the_network() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        cut_off(app);
        app.reload().await?;
        let kept = first_advice_taken(2);
        for (address, language) in [("nl/", "nl"), ("en/index.html", "en")] {
            app.go(address).await?;
            assert_eq!(app.language().await?, language, "{address}");
        }
        app.go("#/").await?;
        app.have(std::slice::from_ref(&kept)).await?;
        let own = |page: &str| format!("#/a/{}/{page}", kept.id);
        let pages = [
            "#/".to_owned(),
            "#/topics".to_owned(),
            "#/about".to_owned(),
            "#/device".to_owned(),
            "#/w".to_owned(),
            "#/overview".to_owned(),
            "#/own".to_owned(),
            form_address(View::Employer, false),
            own("situation"),
            own("questions/buddy"),
            own("guidance"),
            own("plan"),
            own("take/report"),
            own("take/card"),
            own("visit/buddy-named"),
        ];
        for language in ["en", "nl"] {
            app.speak(language).await?;
            for page in &pages {
                app.go(page).await?;
                app.reload().await?;
                assert!(!app.shows("[data-reload]").await?, "{page} in {language} waits for words");
                assert_eq!(app.language().await?, language, "{page}");
            }
        }
        Ok(())
    });
}

#[test]
fn after_one_visit_the_main_job_and_every_file_work_without_the_network() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        cut_off(app);
        app.reload().await?;
        app.go("#/").await?;
        let walk = Walk::quick_scan().answering(|n, _| Some(level(n % 4)));
        app.walk(&walk).await?;
        app.wait_for_guidance().await?;
        let kept = app.kept().await?.remove(0);

        app.open_take(&kept.id, Kind::Report).await?;
        let order = Order { kind: Kind::Report, made: app.today().await?, notes: false };
        let paper = expected_paper("en", &kept, order).context("there is one")?;
        assert_eq!(missing(&texts(&paper), &app.paper_text().await?), None);
        let downloads = app.downloads().await?;
        app.unfold("details.take__data").await?;
        for (way, ending) in [("markdown", ".md"), ("word", ".docx"), ("excel", ".xlsx"), ("csv", ".csv")] {
            let saved = app.save_way(&downloads, way).await?;
            assert!(saved.name.ends_with(ending) && saved.bytes.len() > 500, "{way}: {}", saved.name);
        }
        app.open_device().await?;
        let backup = app.save_backup().await?;
        assert_eq!(assessments_in_file(&backup.bytes)?, [kept]);
        Ok(())
    });
}

#[test]
fn the_first_visit_itself_goes_on_without_the_network() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        app.forget_files().await?;
        cut_off(app);
        assert!(!is_earlier(app).await?, "the second module comes only now");
        app.speak("nl").await
    });
}

/// Bar F5: a second visit needs no network at all.
#[test]
fn a_second_visit_asks_the_host_for_nothing_but_news() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        // Whatever asks for anything else does not come up.
        for part in ["/index.html", "/packs/", "/room-to-grow.", "/boot.", "/style.", "/icon", "/en.", "/offline."] {
            app.host.break_paths(part, Fault::Silent);
        }
        app.forget_files().await?;
        app.reload().await?;
        answer(app).await?;
        app.open_device().await?;
        app.wait_for("[data-offline=\"here\"]").await
    });
}

#[test]
fn with_the_network_blocked_by_the_browser_it_works_as_well() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        app.expect_complaint(NO_NETWORK);
        app.expect_complaint(NO_NEWS);
        app.block_the_network().await?;
        app.reload().await?;
        assert!(!app.read::<bool>("return navigator.onLine", []).await?);
        answer(app).await?;
        app.reload().await?;
        app.wait_for_answer("buddy-named", Some("2")).await
    });
}

#[test]
fn a_new_version_waits_for_consent_and_is_never_offered_in_the_middle_of_an_answer() {
    let deployed = Deployment::of_an_earlier_build().expect("a build");
    visit_to(&deployed, async |app| {
        wait_for_site(app, "here").await?;
        let id = answer(app).await?;
        deployed.bring_up_to_date()?;
        look_for_news(app).await?;
        assert_eq!(versions(app).await?, 2, "both are here");

        // In the middle: nothing is said, and loading the page again changes nothing.
        assert!(!app.shows("[data-new-version]").await?);
        app.choose("buddy-time", "1").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        assert!(!app.shows("[data-new-version]").await?);
        assert!(is_earlier(app).await?, "an old page gets old files, which the host has no more");

        app.go("#/").await?;
        app.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        app.reload().await?;
        assert!(is_earlier(app).await?, "nobody has agreed");
        app.do_it("renew").await?;
        app.until("the new version runs", "return !one('[data-new-version]:not([hidden])')", []).await?;
        app.wait_for_start().await?;
        assert!(!is_earlier(app).await?);
        app.go_to_buddy(&id).await?;
        app.wait_for_answer("buddy-named", Some("2")).await?;
        app.wait_for_answer("buddy-time", Some("1")).await?;

        wait_for_site(app, "here").await?;
        assert_eq!(versions(app).await?, 1, "nobody uses the old one any more");
        cut_off(app);
        app.reload().await?;
        assert!(!is_earlier(app).await?);
        Ok(())
    });
}

#[test]
fn a_tab_of_the_old_version_goes_on_with_its_own_files_when_another_tab_moves_on() {
    let deployed = Deployment::of_an_earlier_build().expect("a build");
    visit_to(&deployed, async |app| {
        wait_for_site(app, "here").await?;
        let id = answer(app).await?;
        let old: Tab = app.tab().await?;
        deployed.bring_up_to_date()?;
        look_for_news(app).await?;

        let new = app.open_tab().await?;
        app.go("#/").await?;
        app.do_it("renew").await?;
        app.until("the new version runs", "return !one('[data-new-version]:not([hidden])')", []).await?;
        app.wait_for_start().await?;
        assert!(!is_earlier(app).await?);
        wait_for_site(app, "here").await?;
        assert_eq!(versions(app).await?, 2, "the other tab still needs the old one");

        app.turn_to(&old).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Saved).await?;
        assert!(is_earlier(app).await?, "its second module comes only now");
        app.open_device().await?;
        assert_eq!(assessments_in_file(&app.save_backup().await?.bytes)?.len(), 1);
        app.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        app.do_it("renew").await?;
        app.until("the new version runs", "return !one('[data-new-version]:not([hidden])')", []).await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        assert!(!is_earlier(app).await?);
        app.go_to_buddy(&id).await?;
        app.wait_for_answer("buddy-time", Some("3")).await?;
        app.close_tab(&new).await
    });
}

#[test]
fn an_update_that_fails_leaves_the_old_version_whole() {
    for broken in [Broken::Missing, Broken::Changed] {
        eprintln!("a file of the new version is {broken:?}");
        let deployed = Deployment::of_an_earlier_build().expect("a build");
        visit_to(&deployed, async |app| {
            app.expect_complaint("Failed to find a valid digest");
            app.expect_complaint("404 (Not Found)");
            wait_for_site(app, "here").await?;
            deployed.bring_up_to_date()?;
            let office = deployed.file("annex.", ".js")?;
            match broken {
                Broken::Missing => deployed.remove(&office)?,
                Broken::Changed => deployed.write(&office, "// a page to log in")?,
            }
            look_for_news(app).await?;
            app.go("#/").await?;
            app.reload().await?;
            wait_for_site(app, "here").await?;
            assert_eq!(versions(app).await?, 1, "nothing is left of what did not come whole");
            assert!(!app.shows("[data-new-version]").await?);
            cut_off(app);
            app.reload().await?;
            assert!(is_earlier(app).await?, "the old version is whole");

            app.host.restart()?;
            deployed.bring_up_to_date()?;
            look_for_news(app).await?;
            app.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
            assert_eq!(versions(app).await?, 2);
            Ok(())
        });
    }
}

#[derive(Debug, Clone, Copy)]
enum Broken {
    Missing,
    Changed,
}

/// A host (or a proxy before it) that still sends the worker of an earlier build with the files of this one.
#[test]
fn a_stale_worker_keeps_nothing_and_the_app_works_all_the_same() {
    let deployed = Deployment::of_this_build().expect("a build");
    let earlier = Deployment::of_an_earlier_build().expect("a build");
    let worker = std::fs::read_to_string(earlier.folder().join("worker.js")).expect("it has a worker");
    deployed.write("worker.js", &worker).expect("can be written");
    visit_to(&deployed, async |app| {
        app.expect_complaint("Failed to find a valid digest");
        app.expect_complaint("404 (Not Found)");
        wait_for_site(app, "failed").await?;
        assert_eq!(caches(app).await?, [], "nothing of it");
        let id = answer(app).await?;
        assert!(!is_earlier(app).await?);

        deployed.bring_up_to_date()?;
        app.open_device().await?;
        app.do_it("again").await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        cut_off(app);
        app.reload().await?;
        app.go_to_buddy(&id).await?;
        app.wait_for_answer("buddy-named", Some("2")).await
    });
}

#[test]
fn caches_that_are_deleted_under_a_running_tab_are_fetched_again() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        let delete = "const [done] = arguments; \
            caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => done(null))";
        app.read_later::<Value>(delete, []).await?;
        // What is asked for now comes from the host.
        assert!(!is_earlier(app).await?);
        app.reload().await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        cut_off(app);
        app.reload().await?;
        answer(app).await.map(drop)
    });
}

#[test]
fn a_full_disk_is_told_and_the_app_works_all_the_same() {
    visit(async |app| {
        app.limit_storage(Some(600_000)).await?;
        app.reload().await?;
        app.open_device().await?;
        app.do_it("again").await.or(Ok::<(), anyhow::Error>(()))?;
        app.wait_for("[data-offline=\"full\"]").await?;
        assert_eq!(versions(app).await?, 0);
        app.limit_storage(None).await?;
        app.do_it("again").await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        assert_eq!(versions(app).await?, 1);
        Ok(())
    });
}

#[test]
fn a_browser_that_keeps_no_sites_is_told_so() {
    Visitor::default().visit(async |app| wait_for_site(app, "never").await);
}

#[test]
fn two_copies_under_one_host_name_keep_to_themselves() {
    let deployed = Deployment::of_an_earlier_build().expect("a build");
    let beside = Deployment::of_this_build().expect("a build");
    std::os::unix::fs::symlink(beside.folder(), deployed.folder().join("beside")).expect("a folder in it");
    visit_to(&deployed, async |app| {
        wait_for_site(app, "here").await?;
        app.go("beside/#/device").await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        assert_eq!(versions(app).await?, 2);
        assert!(!is_earlier(app).await?);
        cut_off(app);
        app.reload().await?;
        assert!(!is_earlier(app).await?);
        app.go("#/").await?;
        app.reload().await?;
        assert!(is_earlier(app).await?);
        assert!(!app.shows("[data-new-version]").await?, "the copy beside it is no new version of it");
        Ok(())
    });
}

#[test]
fn it_can_be_installed_under_the_name_of_its_language() {
    for (languages, language) in [("en-GB,en", "en"), ("nl-NL,nl", "nl")] {
        Visitor::default().reading(languages).who_keeps_the_site().visit(async |app| {
            wait_for_site(app, "here").await?;
            let (faults, manifest) = app.installability().await?;
            assert_eq!(faults, Vec::<String>::new());
            assert_eq!(manifest["name"], &*ask(language).words.get(content::Word::SiteName));
            assert_eq!(manifest["lang"], language);
            Ok(())
        });
    }
}

#[test]
fn what_the_browser_offers_to_install_stands_on_the_page() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        app.read::<Value>(
            "const offer = new Event('beforeinstallprompt', { cancelable: true }); \
             offer.prompt = async () => { globalThis.prompted = true; }; \
             dispatchEvent(offer); return offer.defaultPrevented || null",
            [],
        )
        .await?;
        app.do_it("install").await?;
        app.wait_until_gone("[data-do=\"install\"]").await?;
        assert!(app.read::<bool>("return globalThis.prompted === true", []).await?);
        Ok(())
    });
}

#[test]
fn wiping_leaves_nothing_of_the_site_behind() {
    visit(async |app| {
        wait_for_site(app, "here").await?;
        app.wipe().await?;
        let none = "const [done] = arguments; navigator.serviceWorker.getRegistrations().then((all) => done(all.length === 0))";
        while !app.read_later::<bool>(none, []).await? {}
        assert_eq!(caches(app).await?, []);
        Ok(())
    });
}

#[test]
fn what_is_said_about_the_site_on_the_device_is_for_everyone() {
    let deployed = Deployment::of_an_earlier_build().expect("a build");
    visit_to(&deployed, async |app| {
        wait_for_site(app, "here").await?;
        deployed.bring_up_to_date()?;
        look_for_news(app).await?;
        let mut audit = Audit::of(app)?;
        app.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        audit.look_at("on this device, with a new version").await?;
        app.go("#/").await?;
        app.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        audit.look_at("the first page, with a new version").await?;
        audit.assert_clean();
        Ok(())
    });
}
