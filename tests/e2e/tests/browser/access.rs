//! For everyone: other eyes, other hands, other screens, paper.

use anyhow::Result;
use assessment::Involvement;
use e2e::{App, Audit, Key, Light, Visitor, Walk, a_bit_of_everything, level, visit};

#[test]
fn the_pages_that_ask_are_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        let walk = Walk::full_check().situation(|it| it.involvement = Some(Involvement::NotYet));
        app.begin(&walk).await?;
        let assessment = app.assessment().await?;
        let page = |name: &str| format!("#/a/{assessment}/{name}");

        app.go(&page("questions/buddy")).await?;
        audit.look_at("questions, unanswered").await?;
        app.answer(&walk.clone().answering(|n, _| Some(level(n % 4))), &walk.conditions()[0]).await?;
        app.unfold_everything().await?;
        audit.look_at("questions, answered and unfolded").await?;
        app.press("button[data-clear]").await?;
        app.wait_for("#toast button[data-undo]").await?;
        audit.look_at("questions, with undo").await?;
        app.go(&page("questions/three-way")).await?;
        app.wait_for("[data-left-out]").await?;
        audit.look_at("questions, left out").await?;
        app.go(&page("guidance")).await?;
        audit.look_at("guidance, hardly answered").await?;
        app.go("#/").await?;
        app.wait_for("[data-assessment]").await?;
        audit.look_at("start, with work in progress").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn the_guidance_is_for_everyone() {
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.begin(&Walk::topic("buddy")).await?;
        app.next().await?;
        app.wait_for("[data-nothing-yet]").await?;
        audit.look_at("guidance, nothing yet").await?;

        app.go("#/").await?;
        app.walk(&a_bit_of_everything()).await?;
        audit.look_at("guidance, folded").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn what_the_page_says_in_trouble_is_for_everyone() {
    Visitor::default().at_the_door().visit(async |app| {
        for complaint in ["Failed to load resource", "boot", "preload"] {
            app.expect_complaint(complaint);
        }
        app.host.break_paths("/packs/ask.", host::Fault::Missing);
        app.type_address("").await?;
        app.wait_for("#trouble h1").await?;
        app.look_in(Light::Dark, 320).await?;
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn without_storage_too_the_pages_are_for_everyone() {
    Visitor::default().without_storage().visit(async |app| {
        let mut audit = Audit::of(app)?;
        app.press("button[data-scope=\"quick\"]").await?;
        app.wait_for("input[name=\"stage\"]").await?;
        app.choose("stage", "ongoing").await?;
        audit.look_at("situation, kept in memory").await?;
        audit.assert_clean();
        Ok(())
    });
}

#[test]
fn the_quick_scan_is_done_by_keyboard_alone() {
    visit(async |app| {
        let walk = a_bit_of_everything();
        app.tab_to("button[data-scope=\"quick\"]").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("main h1").await?;
        for (name, value) in
            [("stage", "before-hiring"), ("size", "micro"), ("respondent", "owner"), ("involvement", "not-yet")]
        {
            app.choose_by_keyboard(name, value).await?;
        }
        follow_by_keyboard(app, "a[data-next]").await?;
        for condition in walk.conditions() {
            app.wait_for_questions(&condition).await?;
            for practice in walk.asked_in(&condition) {
                let answer = walk.answers.get(&practice).expect("everything is answered");
                app.choose_by_keyboard(practice.as_str(), e2e::value(*answer)).await?;
            }
            follow_by_keyboard(app, "a[data-next]").await?;
        }
        app.wait_for_guidance().await?;
        app.assert_guides(&walk).await?;
        app.tab_to("details[data-why] > summary").await?;
        app.key(Key::Enter).await?;
        app.wait_for("details[data-why][open]").await
    });
}

/// Follows a link as the keyboard does; then a screen reader must begin at the new page's heading.
async fn follow_by_keyboard(app: &App, link: &str) -> Result<()> {
    let before = app.place().await?;
    app.tab_to(link).await?;
    app.key(Key::Enter).await?;
    app.until("the place changes", "return location.hash !== arguments[0]", [before.into()]).await?;
    app.wait_for_focus("main h1").await
}

#[test]
fn after_each_step_the_focus_and_the_title_say_where_one_is() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(1));
        let mut titles = vec![app.title().await?];
        app.press("a[href=\"#/topics\"]").await?;
        assert_new_page(app, &mut titles).await?;
        app.press("button[data-topic=\"buddy\"]").await?;
        assert_new_page(app, &mut titles).await?;
        app.next().await?;
        assert_new_page(app, &mut titles).await?;
        app.answer(&walk, &walk.conditions()[0]).await?;
        app.next().await?;
        assert_new_page(app, &mut titles).await?;

        app.back().await?;
        app.wait_for_questions(&walk.conditions()[0]).await?;
        app.wait_for_focus("main h1").await?;
        assert_eq!(app.title().await?, titles[3]);
        Ok(())
    });
}

/// The heading of the new page has the focus, at the top of the window, and the title is one that was not seen yet.
async fn assert_new_page(app: &App, titles: &mut Vec<String>) -> Result<()> {
    let last = titles.last().cloned().unwrap_or_default();
    app.until("the title changes", "return document.title !== arguments[0]", [last.into()]).await?;
    app.wait_for_focus("main h1[tabindex=\"-1\"]").await?;
    assert!(app.focused("h1").await?.in_view, "the page begins at its heading");
    let title = app.title().await?;
    assert!(!titles.contains(&title), "{title} is the title of two pages");
    titles.push(title);
    Ok(())
}

#[test]
fn the_skip_link_comes_first_and_leads_past_the_frame() {
    visit(async |app| {
        app.go("#/topics").await?;
        app.reload().await?;
        app.key(Key::Tab).await?;
        let first = app.focused("a.skip-link").await?;
        assert!(first.matches, "the first stop is {}", first.what);
        assert!(first.in_view && first.has_ring, "and it can be seen");
        app.key(Key::Enter).await?;
        app.until("the focus is in main", "return one('main').contains(document.activeElement)", []).await?;
        assert_eq!(app.place().await?, "#/topics", "skipping does not leave the page");
        app.key(Key::Tab).await?;
        app.until("Tab goes on in main", "return one('main').contains(document.activeElement)", []).await
    });
}

/// Whoever loads a page is at its top, whatever arrives later: words that come behind the page must not move them.
#[test]
fn a_page_that_is_loaded_anew_leaves_the_focus_at_its_top() {
    visit(async |app| {
        app.walk(&Walk::topic("buddy").answering_all(level(1))).await?;
        let assessment = app.assessment().await?;
        let own = ["situation", "questions/buddy", "guidance", "plan"].map(|page| format!("#/a/{assessment}/{page}"));
        for place in ["#/", "#/topics", "#/about"].map(str::to_owned).into_iter().chain(own) {
            app.go(&place).await?;
            app.reload().await?;
            app.wait_for_the_words().await?;
            app.key(Key::Tab).await?;
            let first = app.focused("a.skip-link").await?;
            assert!(first.matches, "the first stop of {place} is {}", first.what);
        }
        Ok(())
    });
}

#[test]
fn what_changes_out_of_sight_is_announced() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(1));
        app.begin(&walk).await?;
        app.answer(&walk, &walk.conditions()[0]).await?;
        app.press("button[data-clear]").await?;
        app.until("clearing is announced", "return document.getElementById('announcer').textContent.trim() !== ''", [])
            .await
    });
}

#[test]
fn the_guidance_prints_as_paper() {
    visit(async |app| {
        let walk = a_bit_of_everything();
        app.walk(&walk).await?;
        let headings = app.count("main h2").await?;
        app.look_at_paper().await?;

        assert_eq!(app.count("main h2").await?, headings, "every part is on paper");
        for not_for_paper in ["button", "a.skip-link", "#toast", "nav", "[data-speak]"] {
            assert!(!app.shows(not_for_paper).await?, "{not_for_paper} does nothing on paper");
        }
        // On paper nothing can be unfolded.
        assert_eq!(
            app.count("[data-advice]").await?,
            walk.guidance().advice.len(),
            "every piece of advice is on paper"
        );
        assert_eq!(app.count("[data-caution]").await?, walk.guidance().cautions.len(), "every caution is on paper");
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());

        let paper = app.print().await?;
        assert!((1..=12).contains(&paper.pages), "{} sheets", paper.pages);
        assert!(paper.pdf.len() > 20_000, "there is something on them");
        Ok(())
    });
}
