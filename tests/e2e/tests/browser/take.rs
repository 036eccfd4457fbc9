//! Taking something along: what stands on the page is what goes out, and what goes out is what was answered.

use std::io::{Cursor, Read};

use anyhow::{Context, Result};
use assessment::{ActionId, Answer, Assessment, Moment, PlanAction, PracticeId, Respondent, Stage, When};
use calamine::{Data, Reader as _, Xlsx};
use content::TakeWord;
use e2e::{
    App, Audit, Key, Visitor, Walk, expected_paper, first_advice_taken, instrument, level, missing, take_words, texts,
    visit, with_voice,
};
use host::Fault;
use report::{Kind, Order, Value, markdown, sheets};
use serde_json::json;

/// Nobody else is to read this by accident.
const PRIVATE: &str = "Jan takes sertraline in the morning.";

/// A manager's full check with every kind of answer, and two steps in the plan.
fn manager() -> Assessment {
    let walk = Walk::full_check()
        .situation(|it| {
            it.stage = Some(Stage::FirstWeeks);
            it.respondent = Some(Respondent::Manager);
        })
        .answering(|n, _| match n % 7 {
            5 => Some(Answer::DontKnow),
            6 => Some(Answer::NotApplicable),
            n => Some(level(n % 4)),
        });
    let mut kept = walk.assessment();
    kept.plan = first_advice_taken(2).plan;
    kept
}

fn word(word: TakeWord) -> String {
    take_words("en").words.get(word).to_string()
}

async fn order(app: &App, kind: Kind, notes: bool) -> Result<Order> {
    Ok(Order { kind, made: app.today().await?, notes })
}

#[test]
fn what_stands_on_the_page_is_what_the_core_says_in_both_languages() {
    for (languages, language) in [("en-GB,en", "en"), ("nl-NL,nl", "nl")] {
        Visitor::default().reading(languages).visit(async |app| {
            let kept = manager();
            app.have(std::slice::from_ref(&kept)).await?;
            for kind in Kind::ALL {
                app.open_take(&kept.id, kind).await?;
                let paper = expected_paper(language, &kept, order(app, kind, false).await?).context("there is one")?;
                let seen = app.paper_text().await?;
                assert_eq!(missing(&texts(&paper), &seen), None, "{kind:?} in {language}: {seen}");
            }
            Ok(())
        });
    }
}

#[test]
fn every_file_holds_what_the_page_shows() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Report).await?;
        let order = order(app, Kind::Report, false).await?;
        let paper = expected_paper("en", &kept, order).context("there is one")?;
        let expected = with_voice("en", |voice| sheets(voice, &kept, order.made, false));
        let downloads = app.downloads().await?;

        let text = app.save_way(&downloads, "markdown").await?;
        assert!(text.name.ends_with(".md") && text.name.contains("report"), "{}", text.name);
        assert_eq!(String::from_utf8(text.bytes)?, markdown(&paper));

        let word = app.save_way(&downloads, "word").await?;
        assert!(word.name.ends_with(".docx"), "{}", word.name);
        let said = document_text(&word.bytes)?;
        assert_eq!(missing(&texts(&paper), &said), None, "{said}");

        app.unfold("details.take__data").await?;
        let excel = app.save_way(&downloads, "excel").await?;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(excel.bytes))?;
        assert_eq!(
            book.sheet_names(),
            [&expected.answers.name, &expected.plan.name, &expected.codebook.name].map(String::clone)
        );
        let answers = book.worksheet_range(&expected.answers.name)?;
        assert_eq!(answers.height(), expected.answers.rows.len() + 1);
        for (row, must) in answers.rows().skip(1).zip(&expected.answers.rows) {
            for (cell, must) in row.iter().zip(must) {
                match (cell, must) {
                    (Data::Empty, Value::Nothing) => {}
                    (Data::String(text), Value::Text(must)) => assert_eq!(text, must),
                    (Data::Float(number), Value::Number(must)) => assert_eq!(*number as u32, *must),
                    (Data::DateTime(_), Value::Day(_)) => {}
                    (cell, must) => panic!("{cell:?} in place of {must:?}"),
                }
            }
        }
        for (way, sheet, reader) in [
            ("csv", &expected.answers, report::Reader::Program),
            ("csv-excel", &expected.answers, report::Reader::Excel),
            ("codebook", &expected.codebook, report::Reader::Program),
        ] {
            let file = app.save_way(&downloads, way).await?;
            assert_eq!(file.bytes, report::csv(sheet, reader), "{way}");
            assert!(file.name.ends_with(".csv"), "{}", file.name);
        }
        Ok(())
    });
}

/// The words of a Word file in the order of the document.
fn document_text(file: &[u8]) -> Result<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file))?;
    let mut xml = String::new();
    archive.by_name("word/document.xml")?.read_to_string(&mut xml)?;
    let document = roxmltree::Document::parse(&xml)?;
    let words = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "t")));
    Ok(words.filter_map(|node| node.text()).collect())
}

#[test]
fn the_papers_print_whole_on_a4_and_on_letter_with_their_pages_numbered() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        for (kind, most) in [(Kind::Report, 12), (Kind::Card, 1), (Kind::Points, 1)] {
            app.open_take(&kept.id, kind).await?;
            let paper = expected_paper("en", &kept, order(app, kind, false).await?).context("there is one")?;
            for (name, width, height) in [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)] {
                let printed = app.print_on(width, height).await?;
                eprintln!("{kind:?} on {name}: {} sheets", printed.pages);
                assert!(printed.pages <= most, "{kind:?} takes {} sheets of {name}", printed.pages);
                let text = pdf_extract::extract_text_from_mem(&printed.pdf)?;
                assert_eq!(missing(&titles(&paper), &text), None, "{name}: {text}");
                // Some browsers place the three signs one by one, without the spaces between them.
                let close: String = text.split_whitespace().collect();
                for page in 1..=printed.pages {
                    let number = format!("{page}/{}", printed.pages);
                    assert!(close.contains(&number), "{name}: sheet {page} is not numbered");
                }
                assert!(!text.contains(&word(TakeWord::Word)), "nothing that is only for the screen");
            }
        }
        for kind in Kind::ALL {
            app.open_take(&kept.id, kind).await?;
            app.look_at_paper().await?;
            assert_eq!(app.layout_faults().await?, Vec::<String>::new(), "{kind:?}: nothing is cut off");
            app.look_in(e2e::Light::Light, 1280).await?;
        }
        Ok(())
    });
}

/// What leads through a paper: its title, its headings, and its end.
fn titles(paper: &report::Paper) -> Vec<String> {
    let headings = paper.blocks.iter().filter_map(|block| match block {
        report::Block::Part(text) | report::Block::Piece(text) => Some(text.clone()),
        _ => None,
    });
    std::iter::once(paper.title.clone()).chain(headings).chain(paper.small.clone()).collect()
}

#[test]
fn notes_go_along_only_if_they_are_chosen_and_are_looked_through_first() {
    visit(async |app| {
        let mut kept = manager();
        kept.notes.give(PracticeId::new("buddy-named"), PRIVATE.to_owned(), Moment(1));
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Report).await?;
        assert!(!app.laid_out().await?.contains(PRIVATE));
        assert!(!app.shows("[data-doubts]").await?);

        app.press("input[name=\"notes\"]").await?;
        app.wait_for("[data-doubts]").await?;
        let doubts = app.text("[data-doubts]").await?;
        assert!(doubts.contains("sertraline") && doubts.contains("Jan"), "{doubts}");
        assert!(app.laid_out().await?.contains(PRIVATE));
        let downloads = app.downloads().await?;
        let text = String::from_utf8(app.save_way(&downloads, "markdown").await?.bytes)?;
        assert!(text.contains(PRIVATE), "it warns and does not block");

        app.press("input[name=\"notes\"]").await?;
        app.wait_until_gone("[data-doubts]").await?;
        let text = String::from_utf8(app.save_way(&downloads, "markdown").await?.bytes)?;
        assert!(!text.contains("sertraline"));
        app.unfold("details.take__data").await?;
        let answers = String::from_utf8(app.save_way(&downloads, "csv").await?.bytes)?;
        assert!(!answers.contains("sertraline"));
        Ok(())
    });
}

#[test]
fn the_card_is_changed_line_by_line_and_goes_out_as_it_stands() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Card).await?;
        let lines = app.count("[data-line]").await?;
        let second = app.read::<String>("return one('[data-line=\"1\"] textarea').value", []).await?;
        app.type_into("[data-line=\"0\"] textarea", "We start at nine, <b>together</b>.").await?;
        app.press("[data-line=\"1\"] [data-leave-out]").await?;
        app.wait_until_gone(&format!("[data-line=\"{}\"]", lines - 1)).await?;
        app.press("[data-add]").await?;
        app.wait_for(&format!("[data-line=\"{}\"]", lines - 1)).await?;
        let printed = app.paper_text().await?;
        assert!(printed.contains("We start at nine, <b>together</b>."), "{printed}");
        assert!(!printed.contains(&second), "{printed}");

        let downloads = app.downloads().await?;
        let text = String::from_utf8(app.save_way(&downloads, "markdown").await?.bytes)?;
        assert!(text.contains(r"We start at nine, \<b\>together\</b\>."), "{text}");
        assert!(!text.contains(&second) && !text.contains("- \n"), "{text}");
        let said = document_text(&app.save_way(&downloads, "word").await?.bytes)?;
        assert!(said.contains("We start at nine, <b>together</b>."), "{said}");

        assert_eq!(app.kept_one().await?, kept, "nothing of it is kept");
        app.reload().await?;
        app.wait_for("[data-paper]").await?;
        assert!(!app.laid_out().await?.contains("We start at nine"));
        Ok(())
    });
}

#[test]
fn a_name_that_is_written_on_the_card_is_noticed() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Card).await?;
        assert!(!app.shows("[data-doubts]").await?, "our own words are no reason to look");
        app.type_into("[data-line=\"0\"] textarea", "Ask Jan about the sertraline.").await?;
        app.wait_for("[data-doubts]").await
    });
}

#[test]
fn nothing_is_promised_or_told_that_is_not_there() {
    visit(async |app| {
        let mut kept = manager();
        for practice in instrument().practices() {
            kept.answers.give(practice.id.clone(), level(0), kept.started);
        }
        app.have(std::slice::from_ref(&kept)).await?;
        app.go(&format!("#/a/{}/take/card", kept.id)).await?;
        app.wait_for(".take__preview .notice").await?;
        assert_eq!(app.text(".take__preview .notice").await?, word(TakeWord::CardNothing));
        assert!(!app.shows("[data-way]").await?, "there is nothing to take");
        Ok(())
    });
}

#[test]
fn the_office_is_fetched_when_it_is_asked_for_and_can_be_asked_again() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.go(&format!("#/a/{}/guidance", kept.id)).await?;
        app.wait_for_guidance().await?;
        app.wait_for_file("/packs/take.").await?;
        let fetched = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/papers.'))";
        assert!(!app.read::<bool>(fetched, []).await?, "nobody asked for it");

        app.expect_complaint("Failed to load resource");
        app.expect_complaint("office");
        app.host.break_paths("/office.", Fault::Missing);
        app.press("[data-to-take]").await?;
        app.wait_for("[data-way=\"again\"]").await?;
        app.host.mend_paths();
        app.press("[data-way=\"again\"]").await?;
        app.wait_for("[data-paper]").await?;
        assert!(app.read::<bool>(fetched, []).await?);
        Ok(())
    });
}

#[test]
fn the_text_is_copied_or_it_is_said_that_it_is_not() {
    Visitor::default().who_copies().visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Points).await?;
        app.press("[data-way=\"copy\"]").await?;
        app.until("it is copied", "return globalThis.copied !== undefined", []).await?;
        let paper = expected_paper("en", &kept, order(app, Kind::Points, false).await?).context("there is one")?;
        assert_eq!(app.read::<String>("return globalThis.copied", []).await?, markdown(&paper));
        Ok(())
    });
    Visitor::default().who_may_not_copy().visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Points).await?;
        app.press("[data-way=\"copy\"]").await?;
        let said = "return one('[data-said]').innerText === arguments[0]";
        app.until("it is said", said, [json!(word(TakeWord::NotCopied))]).await
    });
}

#[test]
fn where_the_device_has_a_sheet_the_text_is_shared_and_a_closed_sheet_is_no_fault() {
    Visitor::default().who_shares().visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Points).await?;
        app.press("[data-way=\"share\"]").await?;
        let said = "return one('[data-said]').innerText === arguments[0]";
        app.until("it is said", said, [json!(word(TakeWord::Shared))]).await?;
        let paper = expected_paper("en", &kept, order(app, Kind::Points, false).await?).context("there is one")?;
        assert_eq!(app.read::<String>("return globalThis.given.text", []).await?, markdown(&paper));
        Ok(())
    });
}

/// Long notes everywhere, other scripts, formulas, and a plan that nobody has.
#[test]
fn what_people_can_type_goes_out_whole_however_much_and_in_any_script() {
    visit(async |app| {
        let mut kept = manager();
        let scripts = ["שלום עולם", "مرحبا بالعالم", "👩🏽‍🌾🏳️‍🌈", "=HYPERLINK(\"x\")", "\u{1}\u{FFFE}bell\u{7}", "<script>"];
        for (number, practice) in instrument().practices().enumerate() {
            let note = format!("{} {}", scripts[number % scripts.len()], "long ".repeat(380));
            kept.notes.give(practice.id.clone(), note, kept.started);
        }
        for number in 0..200 {
            let title = format!("{} {number}", scripts[number % scripts.len()]);
            let id = ActionId::new(&format!("own-{number}"));
            kept.plan.actions.insert(id, PlanAction::own(title, When::In(assessment::Period::Later), kept.started));
        }
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Report).await?;
        app.press("input[name=\"notes\"]").await?;
        app.until("the notes are in", "return one('[data-paper]').innerText.includes('HYPERLINK')", []).await?;
        app.look_in(e2e::Light::Light, 320).await?;
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());
        app.look_in(e2e::Light::Light, 1280).await?;
        let downloads = app.downloads().await?;
        let said = document_text(&app.save_way(&downloads, "word").await?.bytes)?;
        app.unfold("details.take__data").await?;
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(app.save_way(&downloads, "excel").await?.bytes))?;
        let name = with_voice("en", |voice| voice.take.words.get(TakeWord::DataPlan).to_string());
        let plan = book.worksheet_range(&name)?;
        let steps: Vec<String> = plan.rows().skip(1).filter_map(|row| Some(row.first()?.to_string())).collect();
        for (number, script) in scripts.iter().enumerate() {
            let typed: String = script.chars().filter(|it| !it.is_control() && *it != '\u{FFFE}').collect();
            assert!(said.contains(&typed), "{typed} is not in the document");
            assert!(steps.contains(&format!("{typed} {number}")), "{typed} is not in the sheet");
        }
        assert!(book.worksheet_formula(&name)?.is_empty(), "nothing is a formula");
        Ok(())
    });
}

#[test]
fn everything_is_taken_along_by_keyboard_alone() {
    visit(async |app| {
        let kept = manager();
        app.have(std::slice::from_ref(&kept)).await?;
        app.open_take(&kept.id, Kind::Report).await?;
        app.tab_to("input[name=\"kind\"]").await?;
        app.key(Key::Down).await?;
        app.wait_for("[data-take=\"card\"] [data-paper]").await?;
        app.wait_for_focus("input[name=\"kind\"][value=\"card\"]").await?;
        app.tab_to("[data-line=\"0\"] textarea").await?;
        app.insert("More. ").await?;
        app.tab_to("[data-line=\"0\"] [data-leave-out]").await?;
        let lines = app.count("[data-line]").await?;
        app.key(Key::Enter).await?;
        app.wait_until_gone(&format!("[data-line=\"{}\"]", lines - 1)).await?;
        assert!(
            app.read::<bool>("return document.activeElement !== document.body", []).await?,
            "the focus is not lost"
        );
        Ok(())
    });
}

#[test]
fn a_paper_with_notes_to_look_at_is_for_everyone() {
    visit(async |app| {
        let mut kept = manager();
        kept.notes.give(PracticeId::new("buddy-named"), PRIVATE.to_owned(), Moment(1));
        app.have(std::slice::from_ref(&kept)).await?;
        let mut audit = Audit::of(app)?;
        app.open_take(&kept.id, Kind::Report).await?;
        app.press("input[name=\"notes\"]").await?;
        app.wait_for("[data-doubts]").await?;
        app.unfold("details.take__data").await?;
        audit.look_at("the report, with notes to look at").await?;
        audit.assert_clean();
        Ok(())
    });
}
