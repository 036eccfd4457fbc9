//! The pages under 'Learn': everyone reaches every one of them, search forgives, and nothing is kept.

use std::collections::BTreeSet;

use anyhow::Result;
use content::{Learn, LearnWord, Shelf};
use e2e::{App, Audit, Key, Visitor, Walk, learn, visit};
use serde_json::json;

const SEARCH: &str = "#/learn/search";
const UNFOLD: &str = "for (const part of document.querySelectorAll('main details')) part.open = true";

/// Waits until the pages' words are here, and the heading is that of a page.
async fn wait_for_page(app: &App, title: &str) -> Result<()> {
    let there = "return one('main h1 [data-title]')?.innerText === arguments[0]";
    app.until(&format!("the page '{title}' is shown"), there, [json!(title)]).await
}

async fn open(app: &App, learn: &Learn, path: &str) -> Result<()> {
    app.go(&format!("#/learn/{path}")).await?;
    let title = learn.article(path).map_or_else(|| learn.words.get(LearnWord::Title), |article| article.title.clone());
    wait_for_page(app, &title).await
}

/// Types into the search field, and waits until something is said about it.
async fn seek(app: &App, words: &str) -> Result<()> {
    app.read::<()>("one('#search').value = ''", []).await?;
    app.type_keys("#search", words).await?;
    let said = "return one('.learn__count').innerText !== ''";
    app.until(&format!("something is said about '{words}'"), said, []).await
}

/// The links within the page, as their addresses within the app.
async fn links(app: &App) -> Result<Vec<String>> {
    app.read(
        "return [...document.querySelectorAll('main a[href^=\"#/learn\"]')].map((a) => a.getAttribute('href'))",
        [],
    )
    .await
}

#[test]
fn every_page_is_reached_from_the_index_by_links_in_both_languages() {
    visit(async |app| {
        app.go("#/").await?;
        app.wait_for_start().await?;
        app.press("header a[href='#/learn']").await?;
        for language in ["en", "nl"] {
            app.speak(language).await?;
            let learn = learn(language);
            let (mut seen, mut next) = (BTreeSet::new(), vec!["#/learn".to_owned()]);
            while let Some(address) = next.pop() {
                if address.starts_with("#/learn/glossary/") || !seen.insert(address.clone()) {
                    continue;
                }
                app.go(&address).await?;
                app.wait_for(".learn").await?;
                app.read::<()>(UNFOLD, []).await?;
                let text = app.text("main").await?;
                assert!(!text.contains('{'), "something is not filled at {address}: {text}");
                next.extend(links(app).await?);
            }
            let wanted = learn.articles.iter().map(|article| format!("#/learn/{}", article.path));
            let wanted: BTreeSet<String> = wanted.chain(["#/learn".to_owned()]).collect();
            assert_eq!(seen, wanted, "{language}");
        }
        Ok(())
    });
}

#[test]
fn by_keyboard_one_goes_from_page_to_page_and_back() {
    visit(async |app| {
        let learn = learn("en");
        app.go("#/").await?;
        app.wait_for_start().await?;
        app.tab_to("header a[href='#/learn']").await?;
        app.key(Key::Enter).await?;
        wait_for_page(app, &learn.words.get(LearnWord::Title)).await?;
        app.wait_for_focus("h1").await?;
        app.tab_to("a[href='#/learn/conditions/feedback']").await?;
        app.key(Key::Enter).await?;
        let titles: Vec<_> = learn.shelf(Shelf::Condition).map(|article| article.title.clone()).collect();
        wait_for_page(app, &titles[1]).await?;
        app.wait_for_focus("h1").await?;
        app.tab_to(".ways-on a[href='#/learn/conditions/flexibility']").await?;
        app.key(Key::Enter).await?;
        wait_for_page(app, &titles[2]).await?;
        app.back().await?;
        wait_for_page(app, &titles[1]).await
    });
}

#[test]
fn a_word_that_is_looked_up_has_the_focus() {
    visit(async |app| {
        app.go("#/learn/glossary/uwv").await?;
        app.wait_for_focus("#term-uwv").await?;
        let link = "#/learn/glossary/stigma";
        app.read::<()>("location.hash = arguments[0]", [json!(link)]).await?;
        app.wait_for_focus("#term-stigma").await
    });
}

#[test]
fn the_questions_lead_to_the_page_about_them() {
    visit(async |app| {
        app.begin(&Walk::topic("buddy")).await?;
        app.press("main a[href='#/learn/conditions/buddy']").await?;
        wait_for_page(
            app,
            &learn("en").articles.iter().find(|it| &*it.path == "conditions/buddy").expect("the page").title,
        )
        .await
    });
}

#[test]
fn a_question_to_think_about_explains_every_answer_and_keeps_nothing() {
    visit(async |app| {
        let words = learn("en");
        open(app, &words, "training/attention").await?;
        let (before, stored) = (app.records().await?, stored(app).await?);
        app.press("[data-do=explain]").await?;
        app.wait_for_focus("input[name=answer]").await?;
        assert_eq!(app.text("#choose").await?, &*words.words.get(LearnWord::Choose));
        assert!(!app.shows("#explained").await?, "nothing is explained before one thought about it");

        app.choose("answer", "2").await?;
        app.press("[data-do=explain]").await?;
        app.wait_for_focus("#explained").await?;
        let order: Vec<String> = app
            .read("return [...document.querySelectorAll('[data-explanation]')].map((it) => it.dataset.explanation)", [])
            .await?;
        assert_eq!(order, ["2", "0", "1"], "the chosen one first, and all of them");
        assert_eq!(app.text("#choose").await?, "");

        app.go("#/learn").await?;
        open(app, &words, "training/attention").await?;
        assert_eq!(app.chosen("answer").await?, None, "what was chosen is gone with the page");
        assert!(!app.shows("#explained").await?);
        assert_eq!(app.records().await?, before);
        assert_eq!(self::stored(app).await?, stored);
        Ok(())
    });
}

/// What the browser keeps for the site next to the records.
async fn stored(app: &App) -> Result<Vec<String>> {
    app.read("return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]", []).await
}

#[test]
fn search_forgives_slips_in_both_languages_and_says_when_there_is_nothing() {
    visit(async |app| {
        app.go("#/learn").await?;
        for (language, typed, meant) in [
            ("en", "job carvign", "#/learn/glossary/job-carving"),
            ("nl", "proefplatsing", "#/learn/glossary/trial-placement"),
        ] {
            app.speak(language).await?;
            app.go(SEARCH).await?;
            app.wait_for("#search").await?;
            seek(app, typed).await?;
            app.wait_for(".learn__found li").await?;
            let found = links(app).await?;
            assert!(found.iter().take(4).any(|link| link == meant), "'{typed}' finds {found:?}");
            seek(app, "zyzzyva").await?;
            app.wait_until_gone(".learn__found li").await?;
            assert_eq!(app.text(".learn__count").await?, &*learn(language).words.get(LearnWord::SearchNone));
        }
        Ok(())
    });
}

#[test]
fn what_was_found_is_still_there_for_who_comes_back_and_gone_for_who_went_elsewhere() {
    visit(async |app| {
        app.go("#/learn").await?;
        app.wait_for("#search").await?;
        app.type_keys("#search", "stigma").await?;
        app.key(Key::Enter).await?;
        app.wait_for(".learn__found li").await?;
        app.press(".learn__found a[href='#/learn/glossary/stigma']").await?;
        app.wait_for_focus("#term-stigma").await?;
        app.back().await?;
        app.wait_for(".learn__found li").await?;
        app.go("#/about").await?;
        app.go(SEARCH).await?;
        app.wait_for("#search").await?;
        assert_eq!(app.read::<String>("return one('#search').value", []).await?, "");
        assert!(!app.shows(".learn__found li").await?);
        Ok(())
    });
}

#[test]
fn after_one_visit_all_of_it_works_without_the_network() {
    Visitor::default().who_keeps_the_site().visit(async |app| {
        app.open_device().await?;
        app.wait_for("[data-offline=\"here\"]").await?;
        app.expect_complaint("net::ERR_");
        app.expect_complaint("when fetching the script");
        app.host.stop();
        app.reload().await?;
        for language in ["en", "nl"] {
            app.speak(language).await?;
            open(app, &learn(language), "conditions/buddy").await?;
            app.go(SEARCH).await?;
            app.wait_for("#search").await?;
            seek(app, "budy").await?;
            app.wait_for(".learn__found li").await?;
        }
        Ok(())
    });
}

#[test]
fn the_words_are_fetched_by_whoever_reads_and_by_nobody_else() {
    visit(async |app| {
        app.go("#/").await?;
        app.wait_for_the_words().await?;
        let fetched = "return performance.getEntriesByType('resource').some((it) => it.name.includes('/learn.'))";
        assert!(!app.read::<bool>(fetched, []).await?, "the start page fetches the pages to read");
        app.press("header a[href='#/learn']").await?;
        app.wait_for(".learn").await?;
        assert!(app.read::<bool>(fetched, []).await?);
        Ok(())
    });
}

#[test]
fn a_source_is_read_in_its_own_language() {
    visit(async |app| {
        app.go("#/learn/sources").await?;
        app.wait_for(".learn").await?;
        app.speak("nl").await?;
        app.until("the sources are told", "return all('main li [lang]').length > 30", []).await?;
        let told = "return all('main li [lang]').map((source) => `${source.lang} ${source.textContent}`)";
        let sources: Vec<String> = app.read(told, []).await?;
        for source in ["en van Galen, I.", "nl Wet flexibel werken"] {
            assert!(sources.iter().any(|it| it.starts_with(source)), "{source}: {sources:#?}");
        }
        Ok(())
    });
}

#[test]
fn the_pages_to_read_are_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        for path in ["", "conditions/openness", "ways", "openness", "schemes", "glossary", "sources", "training"] {
            app.go(&format!("#/learn/{path}")).await?;
            app.wait_for(".learn").await?;
            app.read::<()>(UNFOLD, []).await?;
            audit.look_at(&format!("learn/{path}")).await?;
        }
        app.go("#/learn/training/evidence").await?;
        app.wait_for("input[name=answer]").await?;
        audit.look_at("training, a part").await?;
        app.press("[data-do=explain]").await?;
        audit.look_at("training, nothing chosen").await?;
        app.choose("answer", "0").await?;
        app.press("[data-do=explain]").await?;
        app.wait_for("#explained").await?;
        audit.look_at("training, explained").await?;
        app.go(SEARCH).await?;
        app.wait_for("#search").await?;
        seek(app, "feedback").await?;
        audit.look_at("search, found").await?;
        audit.assert_clean();
        Ok(())
    });
}
