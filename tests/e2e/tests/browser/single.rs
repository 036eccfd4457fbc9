//! The whole app as one file, opened from this disk, in three engines.

use std::{
    fs,
    io::{Cursor, Read},
};

use anyhow::{Context, Result, anyhow};
use assessment::{Assessment, Date, Given, Moment, Rhythm, Stage};
use calamine::{Reader as _, Xlsx};
use e2e::{
    Audit, Engine, Guest, OneFile, Saving, Visitor, Walk, assessments_in, expected_paper, first_advice_taken,
    in_every_engine, instrument, level, missing, texts, with_voice,
};
use exchange::Known;
use report::{Block, Kind, Order, markdown, sheets};
use thirtyfour::common::print::PrintParameters;

in_every_engine! {
    the_main_job_is_done_in_both_languages_and_nothing_is_fetched
    the_first_page_says_what_a_file_keeps_and_offers_to_open_and_to_save
    answers_are_there_after_a_reload_and_the_browsers_buttons_lead_back
    what_is_saved_opens_in_another_browser
    every_file_comes_down_as_from_a_site
    no_other_script_runs_and_nothing_can_be_sent
    a_file_that_is_moved_keeps_what_its_engine_keeps
}

/// Opens the one file in a browser.
fn open(engine: Engine, test: impl AsyncFnOnce(&mut Guest, &mut OneFile) -> Result<()>) {
    engine.visit(async |guest| {
        let mut file = OneFile::on_disk()?;
        guest.go_to(&file.address()).await?;
        test(guest, &mut file).await
    });
}

fn quick_scan() -> Walk {
    Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1))
}

/// A check with steps in its plan, and a first working day.
fn manager() -> Assessment {
    let mut kept = first_advice_taken(2);
    kept.plan.first_day = Given { at: Moment(1), value: Date::parse("2026-12-14") };
    kept.plan.rhythm = Given { at: Moment(1), value: Some(Rhythm::Monthly) };
    kept
}

fn the_main_job_is_done_in_both_languages_and_nothing_is_fetched(engine: Engine) {
    open(engine, async |guest, _| {
        let walk = quick_scan();
        guest.walk(&walk).await?;
        guest.assert_guides(&walk).await?;

        guest.speak("nl").await?;
        guest.wait_for_guidance().await?;
        guest.assert_guides(&walk).await?;
        guest.assert_alone().await
    });
}

fn the_first_page_says_what_a_file_keeps_and_offers_to_open_and_to_save(engine: Engine) {
    open(engine, async |guest, _| {
        for language in ["en", "nl"] {
            guest.speak(language).await?;
            guest.wait_for("[data-from-disk]").await?;
            let words = e2e::device(language).words;
            let said = guest.text("[data-from-disk]").await?;
            for word in [content::DeviceWord::FileTitle, content::DeviceWord::FileLead] {
                assert!(said.contains(&*words.get(word)), "{word:?} is not in '{said}'");
            }
        }
        let first = "return all('main button, main input, main a')[0].matches('input[data-open]') \
            && all('main button, main input, main a')[1].matches('[data-do=backup]')";
        assert!(guest.read::<bool>(first, []).await?, "opening and saving come before all else");

        guest.go("#/device").await?;
        guest.wait_for("[data-from-disk]").await?;
        assert!(!guest.shows("[data-do=\"persist\"]").await?, "no promise is asked for that says nothing about a file");
        Ok(())
    });
}

fn answers_are_there_after_a_reload_and_the_browsers_buttons_lead_back(engine: Engine) {
    open(engine, async |guest, _| {
        let walk = quick_scan();
        let condition = walk.conditions().remove(0);
        guest.begin(&walk).await?;
        guest.answer(&walk, &condition).await?;
        guest.load_again().await?;
        guest.assert_answered(&walk, &condition).await?;

        guest.next().await?;
        guest.wait_for_questions(&walk.conditions()[1]).await?;
        guest.back().await?;
        guest.assert_answered(&walk, &condition).await
    });
}

fn what_is_saved_opens_in_another_browser(engine: Engine) {
    let walk = quick_scan();
    let mut saved = None;
    open(engine, async |guest, _| {
        guest.walk(&walk).await?;
        guest.go("#/").await?;
        guest.press("[data-from-disk] [data-do=\"backup\"]").await?;
        let file = guest.downloads().take().await?;
        guest.said().await?;
        let read = exchange::read(&file.bytes, &Known::from(&instrument()));
        let held = assessments_in(&read.map_err(|why| anyhow!("{why:?}"))?);
        assert_eq!(held.len(), 1);
        for practice in walk.conditions().iter().flat_map(|condition| walk.asked_in(condition)) {
            assert_eq!(held[0].answers.get(&practice), walk.answers.get(&practice), "{practice}");
        }
        saved = Some(file);
        Ok(())
    });
    let saved = saved.expect("it was saved");
    open(engine, async |guest, _| {
        guest.wait_for("[data-from-disk]").await?;
        assert!(!guest.shows("[data-continue]").await?, "nothing is here yet");
        guest.open_file(&saved.name, &saved.bytes).await?;
        guest.do_it("add").await?;
        guest.said().await?;
        guest.wait_until(Saving::Saved).await?;
        guest.press("[data-continue]").await?;
        guest.assert_guides(&walk).await?;
        Ok(())
    });
}

fn every_file_comes_down_as_from_a_site(engine: Engine) {
    open(engine, async |guest, _| {
        let kept = manager();
        guest.have(std::slice::from_ref(&kept)).await?;
        guest.go(&format!("#/a/{}/take/{}", kept.id, Kind::Report.id())).await?;
        guest.wait_for("[data-paper]").await?;
        let order = Order { kind: Kind::Report, made: guest.today().await?, notes: false };
        let paper = expected_paper("en", &kept, order).context("there is one")?;
        let expected = with_voice("en", |voice| sheets(voice, &kept, order.made, false));

        let text = guest.save_way(guest.downloads(), "markdown").await?;
        assert_eq!(String::from_utf8(text.bytes)?, markdown(&paper));

        let word = guest.save_way(guest.downloads(), "word").await?;
        assert!(word.name.ends_with(".docx"), "{}", word.name);
        let mut xml = String::new();
        zip::ZipArchive::new(Cursor::new(word.bytes))?.by_name("word/document.xml")?.read_to_string(&mut xml)?;
        let document = roxmltree::Document::parse(&xml)?;
        let said: String =
            document.descendants().filter(|it| it.tag_name().name() == "t").filter_map(|it| it.text()).collect();
        assert_eq!(missing(&texts(&paper), &said), None, "{said}");

        guest.unfold("details.take__data").await?;
        let excel = guest.save_way(guest.downloads(), "excel").await?;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(excel.bytes))?;
        assert_eq!(book.worksheet_range(&expected.answers.name)?.height(), expected.answers.rows.len() + 1);

        let csv = guest.save_way(guest.downloads(), "csv").await?;
        assert_eq!(csv.bytes, report::csv(&expected.answers, report::Reader::Program));

        guest.go(&format!("#/a/{}/plan", kept.id)).await?;
        guest.wait_for("[data-plan]").await?;
        guest.open_part("talks").await?;
        guest.do_it("calendar").await?;
        let calendar = guest.downloads().take().await?;
        assert!(calendar.name.ends_with(".ics") && calendar.bytes.starts_with(b"BEGIN:VCALENDAR"), "{}", calendar.name);
        guest.assert_alone().await
    });
}

fn no_other_script_runs_and_nothing_can_be_sent(engine: Engine) {
    open(engine, async |guest, _| {
        // What the driver runs itself is no script of the page, so what is tried goes through the page.
        let inject = "const [done] = arguments; const violated = []; window.intruder = 'nobody'; \
            addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective)); \
            const script = document.createElement('script'); script.textContent = 'window.intruder = \"inline\"'; \
            document.body.append(script); \
            const text = '<p id=injected style=\"color: red\" onclick=\"window.intruder = 1\">x</p>'; \
            document.body.insertAdjacentHTML('beforeend', text); one('#injected').click(); \
            const foreign = document.createElement('script'); foreign.src = 'data:text/javascript,window.intruder = 2'; \
            document.body.append(foreign); \
            const picture = new Image(); picture.src = 'http://127.0.0.1:9/'; \
            fetch('http://127.0.0.1:9/').then(() => violated.push('fetched'), () => {}) \
                .then(() => setTimeout(() => done([String(window.intruder), violated]), 300))";
        let (ran, violated): (String, Vec<String>) = guest.read_later(inject, []).await?;
        assert_eq!(ran, "nobody", "a script of somebody else ran");
        for directive in ["script-src", "style-src", "connect-src", "img-src"] {
            assert!(violated.iter().any(|it| it.starts_with(directive)), "{directive} is not among {violated:?}");
        }
        assert!(!violated.iter().any(|it| it == "fetched"));
        Ok(())
    });
}

/// What docs/hosting.md says of each engine.
fn a_file_that_is_moved_keeps_what_its_engine_keeps(engine: Engine) {
    open(engine, async |guest, file| {
        let id = guest.begin_answered().await?;
        assert_eq!(guest.kept().await?.len(), 1);

        guest.close_and_open_browser().await?;
        guest.go_to(&file.address()).await?;
        let after_closing = guest.kept().await?.len();
        // A driven WebKit is a private window each time: nothing is known about its users.
        assert_eq!(after_closing, usize::from(engine != Engine::WebKit), "after the browser was closed");
        if after_closing == 0 {
            guest.begin_answered().await?;
        } else {
            guest.wait_for(&format!("[data-assessment=\"{id}\"]")).await?;
        }

        file.replace()?;
        guest.load_again().await?;
        assert_eq!(guest.kept().await?.len(), 1, "a new version in the same place");

        file.move_elsewhere()?;
        guest.go_to(&file.address()).await?;
        guest.wait_for("[data-from-disk]").await?;
        // Firefox keeps by file; the others keep one store for all files on a disk.
        assert_eq!(guest.kept().await?.len(), usize::from(engine != Engine::Firefox), "in another folder");
        Ok(())
    });
}

/// The heading of a part of a paper.
fn title(block: &Block) -> Option<String> {
    match block {
        Block::Part(title) => Some(title.clone()),
        _ => None,
    }
}

#[test]
fn it_prints_whole_in_chromium_and_in_firefox() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        open(engine, async |guest, _| {
            let kept = manager();
            guest.have(std::slice::from_ref(&kept)).await?;
            guest.go(&format!("#/a/{}/take/{}", kept.id, Kind::Report.id())).await?;
            guest.wait_for("[data-paper]").await?;
            let printed =
                pdf_extract::extract_text_from_mem(&guest.driver().print_page(PrintParameters::default()).await?)?;
            let order = Order { kind: Kind::Report, made: guest.today().await?, notes: false };
            let paper = expected_paper("en", &kept, order).context("there is one")?;
            let titles: Vec<String> = paper.blocks.iter().filter_map(title).collect();
            assert!(!titles.is_empty());
            assert_eq!(missing(&titles, &printed), None, "{printed}");
            Ok(())
        });
    }
}

#[test]
fn it_is_small_enough_for_a_mail() -> Result<()> {
    let file = OneFile::on_disk()?;
    let bytes = fs::metadata(file.path())?.len();
    // What many a mail server lets through, with a wide margin.
    assert!(bytes < 3_000_000, "{bytes} bytes");
    Ok(())
}

#[test]
fn the_first_question_is_there_within_three_seconds() {
    open(Engine::Chromium, async |guest, file| {
        let mut times = Vec::new();
        for _ in 0..5 {
            guest.driver().goto("about:blank").await?;
            guest.driver().goto(file.address() + "#/").await?;
            guest.wait_for("button[data-scope=\"quick\"]").await?;
            times.push(guest.read::<f64>("return performance.now()", []).await?);
            let shown = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1";
            eprintln!("first paint: {:.0} ms", guest.read::<f64>(shown, []).await?);
        }
        let median = e2e::median(times.clone());
        eprintln!("to the start page: {times:.0?} ms, median {median:.0}");
        assert!(median < 3_000.0, "{times:?}");
        Ok(())
    });
}

#[test]
fn what_a_file_says_about_itself_is_for_everyone() {
    let file = OneFile::on_disk().expect("the one file");
    Visitor::default().at(file.address()).visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.go("#/").await?;
        app.wait_for("[data-from-disk]").await?;
        app.unfold("[data-from-disk] details").await?;
        audit.look_at("the first page of a file").await?;
        app.open_device().await?;
        app.wait_for("[data-from-disk]").await?;
        audit.look_at("on this device, in a file").await?;
        audit.assert_clean();
        Ok(())
    });
}
