//! What goes out and comes in, in three engines: each has its own file field, downloads, cipher and address bar.

use anyhow::{Context, Result, anyhow, ensure};
use assessment::{Assessment, Date, Given, Moment, Rhythm, Stage};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use e2e::{
    Copies, Engine, Guest, Saved, Saving, Walk, as_records, assessments_in, expected_paper, first_advice_taken,
    in_every_engine, instrument, level, missing, texts, with_voice,
};
use exchange::Known;
use host::Host;
use report::{Kind, Order, Reader, csv, markdown, sheets};
use std::io::{Cursor, Read};

in_every_engine! {
    a_backup_is_looked_at_and_put_together_with_what_is_here
    a_sealed_backup_opens_elsewhere_with_its_passphrase_and_with_nothing_else
    a_link_takes_the_guidance_to_another_device_and_is_gone_from_the_address
    every_file_comes_down
    what_the_rescue_saves_opens_elsewhere
    a_file_of_something_else_is_refused_and_changes_nothing
}

/// Goes to the same site somewhere else, where nothing is kept yet.
async fn on_another_device(guest: &Guest, place: &str) -> Result<Host> {
    let host = Host::start(&e2e::site()?)?;
    guest.go_to(&format!("{}{place}", host.url())).await?;
    Ok(host)
}

/// Opens a file on the page 'On this device'.
async fn open_there(guest: &Guest, name: &str, bytes: &[u8]) -> Result<()> {
    guest.wait_for(".device [data-do]").await?;
    guest.open_file(name, bytes).await
}

fn by_id(mut assessments: Vec<Assessment>) -> Vec<Assessment> {
    assessments.sort_by(|one, other| one.id.cmp(&other.id));
    assessments
}

fn a_backup_is_looked_at_and_put_together_with_what_is_here(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let copies = Copies::default();
        guest.have(&copies.here).await?;
        guest.go("#/device").await?;
        open_there(guest, "theirs.json", &copies.file()).await?;
        for arrival in ["differs", "new", "same"] {
            assert_eq!(guest.count(&format!("[data-arrival=\"{arrival}\"]")).await?, 1, "{arrival}");
        }
        assert_eq!(by_id(guest.kept().await?), by_id(copies.here.clone()), "looking at it changes nothing");
        guest.do_it("merge").await?;
        guest.said().await?;
        guest.wait_until(Saving::Saved).await?;
        assert_eq!(by_id(guest.kept().await?), copies.merged());

        let backup = save(guest, "backup").await?;
        let read = exchange::read(&backup.bytes, &Known::from(&instrument())).map_err(|why| anyhow!("{why:?}"))?;
        assert_eq!(by_id(assessments_in(&read)), copies.merged(), "and a backup holds it");
        Ok(())
    });
}

/// Presses a button of the page 'On this device', and takes the file that comes down.
async fn save(guest: &Guest, what: &str) -> Result<Saved> {
    guest.do_it(what).await?;
    guest.wait_for_outcome().await?;
    // The notes are looked at first.
    if guest.shows("[data-doubts]").await? {
        guest.do_it("go-on").await?;
    }
    guest.downloads().take().await
}

const PASSPHRASE: &str = "café on a rainy tuesday";

fn a_sealed_backup_opens_elsewhere_with_its_passphrase_and_with_nothing_else(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let copies = Copies::default();
        guest.have(&copies.here).await?;
        guest.go("#/device").await?;
        guest.do_it("backup-sealed").await?;
        guest.choose_passphrase(PASSPHRASE).await?;
        let sealed = guest.downloads().take().await?;
        ensure!(sealed.name.ends_with(".rtg"), "{}", sealed.name);

        let _there = on_another_device(guest, "#/device").await?;
        open_there(guest, &sealed.name, &sealed.bytes).await?;
        guest.give_passphrase("café on a rainy wednesday").await?;
        guest.wait_for("#passphrase[aria-invalid=\"true\"]").await?;
        guest.give_passphrase(PASSPHRASE).await?;
        guest.wait_for("[data-preview]").await?;
        assert_eq!(guest.count("[data-arrival=\"new\"]").await?, copies.here.len());
        guest.do_it("add").await?;
        guest.said().await?;
        guest.wait_until(Saving::Saved).await?;
        assert_eq!(by_id(guest.kept().await?), by_id(copies.here));
        Ok(())
    });
}

fn a_link_takes_the_guidance_to_another_device_and_is_gone_from_the_address(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let walk = Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1));
        guest.have(&[walk.assessment()]).await?;
        // Whoever hosts the site has named its address: one on this machine is of no use to others.
        let named = "one('meta[name=site-address]').content = 'https://room.example/'";
        guest.read::<()>(named, []).await?;
        guest.go("#/a/walk/guidance").await?;
        let here = guest.assert_guides(&walk).await?;
        guest.unfold("details.link-ways").await?;
        guest.press("[data-make-link]").await?;
        let link = guest.value_of("#link").await?;
        guest.unfold("details.link-code").await?;
        guest.wait_for("details.link-code svg").await?;

        let (_, place) = link.split_once('#').context("a link has a place in the site")?;
        let _there = on_another_device(guest, &format!("#{place}")).await?;
        guest.wait_for("[data-keep]").await?;
        guest.until("the address is empty again", "return location.hash === '#/l'", []).await?;
        assert!(guest.kept().await?.is_empty(), "before it is kept nothing is stored");
        let tells =
            "return document.documentElement.outerHTML.includes(arguments[0]) || location.href.includes(arguments[0])";
        assert!(
            !guest.read::<bool>(tells, [place.trim_start_matches("/l/").into()]).await?,
            "the page tells it no more"
        );
        guest.press("[data-keep]").await?;
        guest.wait_for_guidance().await?;
        guest.wait_until(Saving::Saved).await?;
        assert_eq!(guest.assert_guides(&walk).await?, here);
        Ok(())
    });
}

/// A check with steps in its plan, and a first working day.
fn planned() -> Assessment {
    let mut kept = first_advice_taken(2);
    kept.plan.first_day = Given { at: Moment(1), value: Date::parse("2026-12-14") };
    kept.plan.rhythm = Given { at: Moment(1), value: Some(Rhythm::Monthly) };
    kept
}

fn every_file_comes_down(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let kept = planned();
        guest.have(std::slice::from_ref(&kept)).await?;
        guest.go(&format!("#/a/{}/take/{}", kept.id, Kind::Report.id())).await?;
        guest.wait_for("[data-paper]").await?;
        let order = Order { kind: Kind::Report, made: guest.today().await?, notes: false };
        let paper = expected_paper("en", &kept, order).context("there is one")?;
        let expected = with_voice("en", |voice| sheets(voice, &kept, order.made, false));

        let text = guest.save_way(guest.downloads(), "markdown").await?;
        assert_eq!(String::from_utf8(text.bytes)?, markdown(&paper));
        let word = guest.save_way(guest.downloads(), "word").await?;
        assert_eq!(missing(&texts(&paper), &words_of(word)?), None);
        guest.unfold("details.take__data").await?;
        let excel = guest.save_way(guest.downloads(), "excel").await?;
        assert_eq!(rows_of(excel, &expected.answers.name)?, expected.answers.rows.len() + 1);
        for (way, sheet, reader) in [
            ("csv", &expected.answers, Reader::Program),
            ("csv-excel", &expected.answers, Reader::Excel),
            ("codebook", &expected.codebook, Reader::Program),
        ] {
            let file = guest.save_way(guest.downloads(), way).await?;
            ensure!(file.name.ends_with(".csv"), "{}", file.name);
            assert_eq!(file.bytes, csv(sheet, reader), "{way}");
        }
        guest.go(&format!("#/a/{}/plan", kept.id)).await?;
        guest.open_part("talks").await?;
        guest.do_it("calendar").await?;
        let calendar = guest.downloads().take().await?;
        ensure!(calendar.name.ends_with(".ics"), "{}", calendar.name);
        assert!(calendar.bytes.starts_with(b"BEGIN:VCALENDAR\r\n"));
        // Some five of them, so that nobody can guess who is who.
        guest.have_records(&specimens::workplaces(&instrument(), 6, order.made)).await?;
        guest.go("#/overview").await?;
        guest.press("[data-csv]").await?;
        let overview = guest.downloads().take().await?;
        ensure!(overview.name.ends_with(".csv") && !overview.bytes.is_empty(), "{}", overview.name);
        Ok(())
    });
}

/// The words of a Word file in the order of the document.
fn words_of(file: Saved) -> Result<String> {
    ensure!(file.name.ends_with(".docx"), "{}", file.name);
    let mut xml = String::new();
    zip::ZipArchive::new(Cursor::new(file.bytes))?.by_name("word/document.xml")?.read_to_string(&mut xml)?;
    let document = roxmltree::Document::parse(&xml)?;
    Ok(document.descendants().filter(|it| it.tag_name().name() == "t").filter_map(|it| it.text()).collect())
}

fn rows_of(file: Saved, sheet: &str) -> Result<usize> {
    use calamine::Reader as _;
    ensure!(file.name.ends_with(".xlsx"), "{}", file.name);
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(file.bytes))?;
    Ok(book.worksheet_range(sheet)?.height())
}

fn what_the_rescue_saves_opens_elsewhere(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let kept = planned();
        guest.have(std::slice::from_ref(&kept)).await?;
        guest.read::<()>("dispatchEvent(new CustomEvent('room-to-grow:trouble'))", []).await?;
        guest.press("#trouble [data-rescue]").await?;
        let rescued = guest.downloads().take().await?;

        let _there = on_another_device(guest, "#/device").await?;
        open_there(guest, &rescued.name, &rescued.bytes).await?;
        guest.do_it("add").await?;
        guest.said().await?;
        guest.wait_until(Saving::Saved).await?;
        assert_eq!(guest.kept().await?, [kept]);
        Ok(())
    });
}

fn a_file_of_something_else_is_refused_and_changes_nothing(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let copies = Copies::default();
        guest.have(&copies.here).await?;
        guest.go("#/device").await?;
        let half = copies.file();
        let picture = BASE64_STANDARD.decode("iVBORw0KGgoAAAANSUhEUg==")?;
        let other: [(&str, &[u8]); 4] = [
            ("empty.json", b""),
            ("none.json", b"{}"),
            ("half.json", &half[..half.len() / 2]),
            ("picture.rtg", &picture),
        ];
        for (name, bytes) in other {
            open_there(guest, name, bytes).await?;
            ensure!(!guest.said().await?.is_empty(), "{name}");
            assert!(!guest.shows("[data-preview]").await?, "{name}");
        }
        assert_eq!(by_id(guest.kept().await?), by_id(copies.here.clone()));
        // And after all that, one of ours opens.
        open_there(guest, "ours.json", exchange::write(&as_records(&copies.here), Moment(1)).as_bytes()).await?;
        guest.wait_for("[data-preview]").await?;
        assert_eq!(guest.count("[data-arrival=\"same\"]").await?, copies.here.len());
        Ok(())
    });
}
