//! The site on the device, in three engines: each has its own idea of a service worker.

use anyhow::{Context, Result};
use assessment::Stage;
use e2e::{Deployment, Engine, Guest, Walk, assessments_in_file, in_every_engine, level};
use host::Host;
use serde_json::{Value, json};

in_every_engine! {
    after_one_visit_it_works_without_the_network
    a_new_version_waits_for_consent
}

/// Waits until the page 'On this device' says that the whole site is here.
async fn wait_for_site(guest: &Guest, host: &Host) -> Result<()> {
    guest.go_to(&format!("{}#/device", host.url())).await?;
    guest.wait_for("[data-offline=\"here\"]").await
}

fn after_one_visit_it_works_without_the_network(engine: Engine) {
    engine.visit_site(async |guest, host| {
        wait_for_site(guest, host).await?;
        host.stop();
        guest.load_again().await?;
        guest.speak("nl").await?;
        guest.press("a[href=\"#/\"]").await?;
        let walk = Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1));
        guest.walk(&walk).await?;
        guest.assert_guides(&walk).await?;

        // What comes in modules of its own: a backup, and the office with its worker.
        let id = guest.assessment().await?;
        guest
            .read::<Value>("location.hash = arguments[0]; return null", [json!(format!("#/a/{id}/take/report"))])
            .await?;
        guest.wait_for("[data-take=\"report\"] [data-paper]").await?;
        guest.press("[data-way=\"word\"]").await?;
        let word = guest.downloads().take().await.context("the file for Word")?;
        assert!(word.name.ends_with(".docx") && word.bytes.starts_with(b"PK"), "{}", word.name);
        guest.press("footer a[href=\"#/device\"]").await?;
        guest.press("[data-do=\"backup\"]").await?;
        let backup = guest.downloads().take().await.context("the backup")?;
        assert_eq!(assessments_in_file(&backup.bytes)?.len(), 1);

        guest.load_again().await?;
        guest.wait_for("[data-offline=\"here\"]").await
    });
}

fn a_new_version_waits_for_consent(engine: Engine) {
    let deployed = Deployment::of_an_earlier_build().expect("a build");
    engine.visit(async |guest| {
        let host = Host::start(deployed.folder())?;
        wait_for_site(guest, &host).await?;
        deployed.bring_up_to_date()?;
        guest.load_again().await?;
        guest.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        guest.load_again().await?;
        guest.wait_for("[data-new-version] [data-do=\"renew\"]").await?;
        let earlier =
            "const [done] = arguments; roomToGrow.load('annex').then(() => done(globalThis.earlier === true))";
        assert!(guest.read_later::<bool>(earlier, []).await?, "nobody has agreed");
        guest.loaded_anew_by(async || guest.press("[data-do=\"renew\"]").await).await?;
        guest.wait_for("[data-offline=\"here\"]").await?;
        assert!(!guest.read_later::<bool>(earlier, []).await?);
        assert!(!guest.shows("[data-new-version]").await?);
        Ok(())
    });
}
