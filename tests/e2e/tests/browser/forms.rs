//! Blank forms on paper: each view's own questions, and for the colleague one that falls apart into topics.

use anyhow::Result;
use assessment::{Date, Moment, Round, View, Workplace, WorkplaceId};
use content::WorkplaceWord;
use e2e::{App, Audit, FormQuestion, Visitor, expected_form, form_address, instrument, views, visit};

/// How a visitor asks for a language, and its code.
const LANGUAGES: [(&str, &str); 2] = [("en-GB,en", "en"), ("nl-NL,nl", "nl")];

/// The most sheets of A4 that a form takes, in full and quick, in the language in which it is longest.
const SHEETS: [(View, usize, usize); 4] =
    [(View::Employer, 10, 5), (View::Buddy, 8, 3), (View::Practitioner, 9, 4), (View::Candidate, 4, 2)];

/// Opens each form in both languages.
fn each_form(test: impl AsyncFn(&App, &str, View, bool) -> Result<()>) {
    for (languages, code) in LANGUAGES {
        Visitor::default().reading(languages).visit(async |app| {
            for view in View::ALL {
                for quick in [false, true] {
                    app.open_form(view, quick).await?;
                    test(app, code, view, quick).await?;
                }
            }
            Ok(())
        });
    }
}

#[test]
fn each_view_is_asked_its_own_questions_in_its_own_words() {
    each_form(async |app, language, view, quick| {
        let (seen, expected) = (app.form_questions().await?, expected_form(language, view, quick));
        for (seen, expected) in seen.iter().zip(&expected) {
            assert_eq!(seen, expected, "{language} {view:?}");
        }
        assert_eq!(seen.len(), expected.len(), "{language} {view:?}, quick: {quick}");
        Ok(())
    });
}

/// What the test above expects is no empty list.
#[test]
fn a_quick_form_has_one_question_for_each_condition_and_a_buddy_is_asked_less() {
    let count = |view, quick| expected_form("en", view, quick).len();
    for view in [View::Employer, View::Practitioner, View::Candidate] {
        assert_eq!((count(view, true), count(view, false)), (12, 36), "{view:?}");
    }
    assert!(count(View::Buddy, true) < 12 && count(View::Buddy, false) < 36);
    let boxes = |view| expected_form("en", view, false).iter().map(|asked| asked.boxes.len()).collect::<Vec<_>>();
    assert!(boxes(View::Employer).iter().all(|&boxes| boxes == 6));
    assert!(boxes(View::Candidate).iter().all(|&boxes| boxes == 5));
}

#[test]
fn what_is_filled_in_on_the_device_is_not_on_a_form() {
    visit(async |app| {
        app.go("#/own").await?;
        app.wait_for("[data-asked]").await?;
        app.choose("own-buddy-named", "1").await?;
        app.open_form(View::Candidate, false).await?;
        assert!(!app.shows("[data-sheet] input, [data-sheet] textarea").await?, "it is for a pen");
        assert_eq!(app.form_questions().await?, expected_form("en", View::Candidate, false));
        Ok(())
    });
}

#[test]
fn the_employer_has_room_for_own_words_about_each_condition_and_nobody_else_has() {
    each_form(async |app, language, view, _| {
        let rooms = app.count("[data-sheet] [data-own-words]").await?;
        let due = if view == View::Employer { instrument().conditions.len() } else { 0 };
        assert_eq!(rooms, due, "{view:?}");
        if view == View::Employer {
            let words = views(language).words.get(WorkplaceWord::FormOwnWords);
            assert_eq!(app.text("[data-own-words]").await?, *words);
        }
        Ok(())
    });
}

/// Section 7 of the domain report.
#[test]
fn the_colleagues_form_asks_no_name_and_no_date_and_says_whose_choice_it_is() {
    each_form(async |app, language, view, _| {
        let form = app.text("[data-sheet]").await?;
        if view != View::Candidate {
            assert_eq!(app.count("[data-sheet] [data-date]").await?, 1, "{view:?} may say when");
            return Ok(());
        }
        assert!(!app.shows("[data-sheet] .sheet__line").await?, "nothing to write on");
        for asked in ["name", "naam", "date", "datum"] {
            assert!(!form.to_lowercase().split(|it: char| !it.is_alphabetic()).any(|word| word == asked), "{asked}");
        }
        let words = views(language).words;
        let opening = app.text("[data-safety]").await?;
        for safe in [
            WorkplaceWord::OwnLead,
            WorkplaceWord::OwnAlone,
            WorkplaceWord::FormNobodyAsks,
            WorkplaceWord::FormBlank,
            WorkplaceWord::FormCut,
            WorkplaceWord::FormNotYetThere,
        ] {
            assert!(opening.contains(&*words.get(safe)), "{safe:?}: {opening}");
        }
        Ok(())
    });
}

/// What is handed over must not tell what is not: no topic shares a piece of paper, or a number, with another.
#[test]
fn each_topic_of_the_colleagues_form_can_be_cut_off() {
    visit(async |app| {
        app.open_form(View::Candidate, false).await?;
        app.look_at_paper().await?;
        let instrument = instrument();
        assert_eq!(app.count("[data-slip]").await?, instrument.conditions.len());
        for condition in &instrument.conditions {
            let slip = format!("[data-slip=\"{}\"]", condition.id);
            let style = "const style = getComputedStyle(one(arguments[0])); \
                return [style.borderTopStyle, style.breakInside]";
            let style: Vec<String> = app.read(style, [slip.clone().into()]).await?;
            assert_eq!(style, ["dashed", "avoid"], "{slip}");
            let text = app.text(&slip).await?;
            let questions = expected_form("en", View::Candidate, false);
            let of_others =
                |asked: &&FormQuestion| !condition.practices.iter().any(|it| it.id.as_str() == asked.practice);
            for other in questions.iter().filter(of_others) {
                assert!(!text.contains(&other.question), "'{}' is on {slip}", other.question);
            }
            assert!(!text.contains("12"), "it does not tell how many there are: {text}");
        }
        Ok(())
    });
}

#[test]
fn a_form_is_made_for_paper() {
    let smallest = "return Math.min(...shown('[data-sheet] h2, [data-sheet] h3, [data-sheet] h4, [data-sheet] li, \
        [data-sheet] p:not(.sheet__site)').map((it) => parseFloat(getComputedStyle(it).fontSize)))";
    let whole =
        "return shown('[data-sheet] [data-practice]').every((it) => getComputedStyle(it).breakInside === 'avoid')";
    each_form(async |app, language, view, quick| {
        app.look_at_paper().await?;
        for not_for_paper in ["button", "input", "nav", ".header", ".footer", "main h1"] {
            assert!(!app.shows(not_for_paper).await?, "{not_for_paper} does nothing on paper");
        }
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());
        // 10.5 points are 14 pixels.
        assert!(app.read::<f64>(smallest, []).await? >= 13.99, "too small to read");
        assert!(app.read::<bool>(whole, []).await?, "no question is cut in two");
        let paper = app.print().await?;
        let (_, full, short) = SHEETS.into_iter().find(|(of, ..)| *of == view).expect("each is measured");
        eprintln!("{language} {view:?}, quick: {quick}: {} sheets", paper.pages);
        let most = if quick { short } else { full };
        assert!((1..=most).contains(&paper.pages), "{language} {view:?}, quick: {quick}: {} sheets", paper.pages);
        assert!(paper.pdf.len() > 10_000, "there is something on them");
        app.look_in(e2e::Light::Light, 1280).await
    });
}

#[test]
fn one_chooses_a_form_and_stays_where_one_is() {
    visit(async |app| {
        app.press("a[data-other='forms']").await?;
        app.wait_for("[data-form=\"employer\"] [data-practice]").await?;
        app.press("label:has(input[name=\"whose\"][value=\"buddy\"])").await?;
        app.wait_for("[data-form=\"buddy\"] [data-practice]").await?;
        app.wait_for_focus("input[name=\"whose\"][value=\"buddy\"]").await?;
        app.press("label:has(input[name=\"how-much\"][value=\"quick\"])").await?;
        app.until("the quick one", "return location.hash === arguments[0]", [form_address(View::Buddy, true).into()])
            .await?;
        assert_eq!(app.form_questions().await?, expected_form("en", View::Buddy, true));
        app.back().await?;
        app.until("the full one", "return one('input[value=full]').checked", []).await
    });
}

#[test]
fn a_round_and_the_colleagues_own_page_lead_to_the_forms() {
    visit(async |app| {
        let id = WorkplaceId::new("wp-1");
        let mut workplace = Workplace::begin(id.clone(), "Bakery north".to_owned(), Moment(1_795_219_200_000));
        workplace.rounds.insert(Date(20_800), Round::default());
        app.have_records(&[workplace.into()]).await?;
        for (place, form) in [(format!("#/w/{id}"), "employer"), ("#/own".to_owned(), "candidate")] {
            app.go(&place).await?;
            app.press("main a[data-form-link]").await?;
            app.wait_for(&format!("[data-form=\"{form}\"] [data-practice]")).await?;
        }
        Ok(())
    });
}

#[test]
fn the_forms_are_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        for view in View::ALL {
            app.open_form(view, true).await?;
            audit.look_at(&format!("form of {}", view.id())).await?;
        }
        audit.assert_clean();
        Ok(())
    });
}
