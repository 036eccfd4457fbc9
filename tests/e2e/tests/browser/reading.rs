//! Reading and answering in another way: larger text, single keys, a voice that reads aloud, and the help that tells of it.

use anyhow::Result;
use e2e::{App, Audit, Key, LeftBehind, Light, Saving, Visitor, Walk, ask, device, learn, level, visit};
use serde_json::json;

/// The questions of a topic of which nothing is answered, and its practices.
async fn open_questions(app: &App) -> Result<Vec<String>> {
    let walk = Walk::topic("buddy");
    app.go("#/").await?;
    app.begin(&walk).await?;
    app.wait_for_questions(&walk.conditions()[0]).await?;
    app.wait_for_the_words().await?;
    Ok(app.practices_on_page().await?.iter().map(ToString::to_string).collect())
}

async fn open_help(app: &App) -> Result<()> {
    app.go("#/help").await?;
    app.wait_for("#use-keys").await
}

// Keys

#[test]
fn digits_answer_question_after_question_and_the_keyboard_goes_along() {
    visit(async |app| {
        let practices = open_questions(app).await?;
        for (at, practice) in practices.iter().enumerate() {
            let (key, value) = [('1', "0"), ('4', "3"), ('5', "unknown"), ('2', "1")][at % 4];
            app.press_key(key).await?;
            app.wait_for_focus(&format!("input[name=\"{practice}\"][value=\"{value}\"]:checked")).await?;
            let focused = app.focused("input").await?;
            assert!(focused.has_ring && focused.in_view, "what was chosen can be seen at {}", focused.what);
            app.press_key('n').await?;
        }
        app.wait_for_focus("a[data-next]").await?;
        app.wait_until(Saving::Saved).await?;
        let (answered, asked) = app.progress().await?;
        assert_eq!((answered, asked), (practices.len(), practices.len()));
        app.key(Key::Enter).await?;
        app.wait_for_guidance().await
    });
}

#[test]
fn a_digit_changes_the_question_in_which_the_keyboard_is() {
    visit(async |app| {
        let practices = open_questions(app).await?;
        app.press_key('1').await?;
        app.wait_for_focus(&format!("input[name=\"{}\"]", practices[0])).await?;
        app.press_key('3').await?;
        app.until(
            "it is changed",
            "return one(`[name='${arguments[0]}']:checked`)?.value === '2'",
            [json!(practices[0])],
        )
        .await?;
        assert_eq!(app.chosen(&practices[1]).await?, None, "the next one waits");
        app.press_key('n').await?;
        app.press_key('p').await?;
        app.wait_for_focus(&format!("input[name=\"{}\"][value=\"2\"]", practices[0])).await
    });
}

#[test]
fn keys_for_other_pages_lead_there() {
    visit(async |app| {
        app.press_key('?').await?;
        app.wait_for("#use-keys").await?;
        app.wait_for_focus("main h1").await?;
        assert_eq!(app.place().await?, "#/help");
        app.press_key('1').await?;
        app.press_key('n').await?;
        app.wait_for_focus("main h1").await
    });
}

#[test]
fn a_key_in_a_text_field_only_writes() {
    visit(async |app| {
        let practices = open_questions(app).await?;
        app.press("[data-note] > summary").await?;
        app.type_keys("textarea", "1?/n2").await?;
        assert_eq!(app.read::<String>("return one('textarea').value", []).await?, "1?/n2");
        assert_eq!(app.chosen(&practices[0]).await?, None);
        assert!(app.place().await?.contains("/questions/"), "and one is still here");
        Ok(())
    });
}

#[test]
fn a_key_with_another_one_held_and_a_key_in_a_dialog_do_nothing() {
    visit(async |app| {
        let practices = open_questions(app).await?;
        let chain = app.driver().action_chain();
        chain.key_down(thirtyfour::Key::Control).send_keys('1').key_up(thirtyfour::Key::Control).perform().await?;
        assert_eq!(app.chosen(&practices[0]).await?, None);
        app.open_device().await?;
        app.do_it("wipe").await?;
        app.wait_for("dialog[open]").await?;
        app.press_key('?').await?;
        app.wait_for("dialog[open]").await?;
        assert_eq!(app.place().await?, "#/device");
        app.key(Key::Escape).await
    });
}

#[test]
fn keys_that_are_turned_off_stay_off() {
    visit(async |app| {
        open_help(app).await?;
        app.press("label:has(#use-keys)").await?;
        app.until("they are off", "return !one('#use-keys').checked", []).await?;
        app.reload().await?;
        let practices = open_questions(app).await?;
        for key in ['1', 'n', '?'] {
            app.press_key(key).await?;
        }
        assert_eq!(app.chosen(&practices[0]).await?, None);
        assert!(app.place().await?.contains("/questions/"));
        assert!(!app.shows(".rail__keys").await?, "and are not told of");
        open_help(app).await?;
        app.press("label:has(#use-keys)").await?;
        app.until("they are on", "return one('#use-keys').checked", []).await?;
        app.press_key('?').await?;
        app.go("#/topics").await?;
        app.press_key('?').await?;
        app.wait_for("#use-keys").await
    });
}

#[test]
fn the_key_for_search_leads_into_its_field() {
    visit(async |app| {
        app.press_key('/').await?;
        app.wait_for_focus("#search").await?;
        assert_eq!(app.place().await?, "#/learn/search");
        app.press_key('/').await?;
        app.press_key('?').await?;
        assert_eq!(app.read::<String>("return one('#search').value", []).await?, "/?", "in the field they only write");
        Ok(())
    });
}

// The size of the text

async fn size_of_text(app: &App) -> Result<f64> {
    app.read("return parseFloat(getComputedStyle(document.documentElement).fontSize)", []).await
}

async fn choose_size(app: &App, percent: &str) -> Result<()> {
    open_help(app).await?;
    app.choose("text-size", percent).await
}

#[test]
fn the_size_of_the_text_survives_loading_and_the_wipe_forgets_it() {
    visit(async |app| {
        let before = size_of_text(app).await?;
        choose_size(app, "150").await?;
        assert_eq!(size_of_text(app).await?, before * 1.5);
        app.reload().await?;
        assert_eq!(size_of_text(app).await?, before * 1.5);
        assert_eq!(app.chosen("text-size").await?.as_deref(), Some("150"));
        app.open_device().await?;
        app.wipe().await?;
        let nothing = LeftBehind { state: "null".to_owned(), place: "#/".to_owned(), ..LeftBehind::default() };
        assert_eq!(app.left_behind().await?, nothing);
        app.press("button[data-reload]").await?;
        app.wait_for_start().await?;
        assert_eq!(size_of_text(app).await?, before);
        Ok(())
    });
}

/// Before the app has started: a text that grows under one's eyes is worse than a small one.
#[test]
fn the_text_has_its_size_before_anything_is_drawn() {
    visit(async |app| {
        choose_size(app, "130").await?;
        let before: f64 = size_of_text(app).await?;
        app.expect_complaint("Failed to load resource");
        app.expect_complaint("boot");
        app.host.break_paths("/packs/ask.", host::Fault::Missing);
        app.forget_files().await?;
        app.type_address("?without-words").await?;
        app.wait_for("#trouble h1").await?;
        assert_eq!(size_of_text(app).await?, before);
        app.host.mend_paths();
        Ok(())
    });
}

#[test]
fn the_largest_text_fits_a_phone_without_scrolling_sideways() {
    visit(async |app| {
        choose_size(app, "150").await?;
        let walk = Walk::quick_scan().answering(|n, _| Some(level(n % 4)));
        app.go("#/").await?;
        app.walk(&walk).await?;
        let assessment = app.assessment().await?;
        let pages = ["situation", "questions/buddy", "guidance", "plan", "take/report", "take/card"];
        let own = pages.map(|page| format!("#/a/{assessment}/{page}"));
        let frame = [
            "#/",
            "#/topics",
            "#/about",
            "#/help",
            "#/device",
            "#/w",
            "#/own",
            "#/form/employer",
            "#/overview",
            "#/example",
            "#/learn",
            "#/learn/search",
            "#/learn/glossary",
            "#/learn/training",
            "#/learn/conditions/buddy",
        ];
        let mut faults = Vec::new();
        for language in ["en", "nl"] {
            app.speak(language).await?;
            for width in [360, 1280] {
                app.look_in(Light::Light, width).await?;
                for page in frame.iter().map(ToString::to_string).chain(own.clone()) {
                    app.go(&page).await?;
                    let found = app.layout_faults().await?;
                    faults
                        .extend(found.into_iter().map(|fault| format!("{page} at {width} px in {language}: {fault}")));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    });
}

#[test]
fn paper_has_its_own_size_whatever_the_screen_has() {
    visit(async |app| {
        open_help(app).await?;
        app.look_at_paper().await?;
        let paper = size_of_text(app).await?;
        app.look_in(Light::Light, 1280).await?;
        app.choose("text-size", "150").await?;
        app.look_at_paper().await?;
        assert_eq!(size_of_text(app).await?, paper);
        Ok(())
    });
}

// Reading aloud

const READ: &str = "[data-aloud=\"read\"]";
const STOP: &str = "[data-aloud=\"stop\"]";

#[test]
fn a_question_is_read_by_a_voice_of_the_device_in_its_language() {
    Visitor::default().whose_browser_speaks().visit(async |app| {
        let practices = open_questions(app).await?;
        assert!(!app.shows(READ).await?, "there is no voice yet");
        app.let_voices_come(&[("nl-NL", true), ("en-US", false), ("en-GB", true)]).await?;
        app.wait_for(READ).await?;
        assert_eq!(app.count(READ).await?, practices.len(), "one a question");
        app.press(READ).await?;
        app.wait_for(STOP).await?;
        let fieldset = format!("fieldset[data-practice=\"{}\"]", practices[0]);
        let mut texts = vec![app.text(&format!("{fieldset} legend")).await?];
        let steps = "return all(arguments[0] + ' .step__text').map((text) => text.innerText)";
        texts.extend(app.read::<Vec<String>>(steps, [json!(fieldset)]).await?);
        for number in 1..=texts.len() {
            app.until("it reads on", "return voices.said.length === arguments[0]", [json!(number)]).await?;
            assert_eq!(app.count("[data-read-now]").await?, 1, "one sees where it is");
            app.let_piece_end().await?;
        }
        app.wait_until_gone(STOP).await?;
        let expected: Vec<_> = texts.into_iter().map(|text| ("en-GB".to_owned(), text)).collect();
        assert_eq!(app.read_aloud().await?, expected, "the question and its answers, each once");
        assert!(!app.shows("[data-read-now]").await?);
        Ok(())
    });
}

#[test]
fn reading_stops_when_one_says_so_and_when_the_page_is_left() {
    Visitor::default().whose_browser_speaks().visit(async |app| {
        app.walk(&Walk::topic("buddy").answering_all(level(1))).await?;
        app.let_voices_come(&[("en-GB", true)]).await?;
        app.press(READ).await?;
        app.wait_for(STOP).await?;
        assert!(app.is_speaking().await?);
        let summary = app.text(".summary__text").await?;
        assert!(app.read_aloud().await?.iter().any(|(_, text)| *text == summary), "the letter is read");
        app.press(STOP).await?;
        app.wait_for(READ).await?;
        assert!(!app.is_speaking().await?);
        app.press(READ).await?;
        app.wait_for(STOP).await?;
        app.back().await?;
        app.wait_for("fieldset[data-practice]").await?;
        app.until("it is quiet", "return voices.now == null", []).await?;
        assert!(!app.shows(STOP).await?);
        Ok(())
    });
}

/// Such a voice would send what it reads to another company.
#[test]
fn a_voice_that_is_not_on_the_device_never_reads() {
    Visitor::default().whose_browser_speaks().visit(async |app| {
        open_questions(app).await?;
        app.let_voices_come(&[("en-GB", false), ("en-US", false), ("nl-NL", true)]).await?;
        assert!(!app.shows("[data-aloud]").await?, "there is a button");
        open_help(app).await?;
        let words = device("en").help;
        assert!(app.text("main").await?.contains(&*words.get(content::HelpWord::AloudRemote)), "the help says why");
        app.speak("nl").await?;
        let words = device("nl").help;
        app.until(
            "in Dutch it is there",
            "return one('main').innerText.includes(arguments[0])",
            [json!(&*words.get(content::HelpWord::AloudHere))],
        )
        .await
    });
}

// Words explained

const WORDS: &str = "details[data-words-explained]";

/// The words of the glossary that stand in the questions of a topic, as the page should find them.
fn words_of_the_questions(language: &str) -> Vec<String> {
    let (ask, learn) = (ask(language), learn(language));
    let walk = Walk::topic("buddy");
    let condition = ask.condition(&walk.conditions()[0]).expect("the topic is there").clone();
    let mut texts = vec![condition.name.to_string(), condition.meaning.to_string()];
    for practice in walk.asked_in(&walk.conditions()[0]) {
        let (_, text) = ask.practice(&practice).expect("the practice is there");
        texts.push(walk.question(&ask, &practice));
        texts.extend(text.levels.iter().map(ToString::to_string));
    }
    let text = texts.join(" ").to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let stands = |form: &str| {
        let form = form.to_lowercase();
        let parts: Vec<&str> = form.split(' ').collect();
        words.windows(parts.len()).any(|some| some == parts.as_slice())
    };
    let found = learn.terms.iter().filter(|term| term.forms.iter().any(|form| stands(form)));
    found.map(|term| term.term.to_string()).collect()
}

#[test]
fn the_words_of_a_page_are_explained_where_they_are_unfolded() {
    visit(async |app| {
        open_questions(app).await?;
        for language in ["en", "nl"] {
            app.speak(language).await?;
            app.unfold(WORDS).await?;
            app.wait_for(&format!("{WORDS} dt")).await?;
            let shown: Vec<String> = app
                .read("return all(arguments[0]).map((term) => term.innerText)", [json!(format!("{WORDS} dt"))])
                .await?;
            assert_eq!(shown, words_of_the_questions(language), "{language}");
            assert!(!app.shows("fieldset details").await?, "nothing of it stands in an answer");
        }
        app.press(&format!("{WORDS} dt a")).await?;
        app.wait_for("[data-article=\"glossary\"]").await?;
        assert!(app.place().await?.starts_with("#/learn/glossary/"));
        Ok(())
    });
}

#[test]
fn whoever_wants_words_explained_has_them_open_everywhere() {
    visit(async |app| {
        open_help(app).await?;
        app.press("label:has(#easy-words)").await?;
        app.wait_for("#easy-words:checked").await?;
        app.reload().await?;
        app.go("#/").await?;
        app.walk(&Walk::topic("buddy").answering_all(level(1))).await?;
        app.wait_for(&format!("{WORDS}[open] dt")).await?;
        app.back().await?;
        app.wait_for(&format!(".practices ~ {WORDS}[open] dt")).await?;
        app.go("#/learn/conditions/buddy").await?;
        app.wait_for(&format!("{WORDS}[open] dt")).await
    });
}

// The help

#[test]
fn the_help_is_for_everyone() {
    Visitor::default().whose_browser_speaks().visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.press("header a[href=\"#/help\"]").await?;
        app.wait_for("#use-keys").await?;
        assert_eq!(app.heading().await?, &*ask("en").words.get(content::Word::HelpLink));
        audit.look_at("help").await?;
        app.choose("text-size", "150").await?;
        audit.look_at("help, very large").await?;
        app.choose("text-size", "100").await?;
        open_questions(app).await?;
        app.let_voices_come(&[("en-GB", true), ("nl-NL", true)]).await?;
        app.press(READ).await?;
        app.wait_for("[data-read-now]").await?;
        audit.look_so("a question that is read aloud", Light::Dark, 360).await?;
        audit.look_so("a question that is read aloud", Light::Light, 1280).await?;
        audit.assert_clean();
        Ok(())
    });
}
