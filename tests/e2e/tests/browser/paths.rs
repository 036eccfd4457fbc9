//! The ways through the app beside the straight one.

use anyhow::Result;
use assessment::{
    AdvicePlace, Answer, Choice, ConditionId, Involvement, Level, PracticeId, Region, Respondent, Scope, Size, Stage,
};
use content::GuidanceWord;
use e2e::{Saving, Visitor, Walk, advise, expected, level, visit};

/// The quick scan of a workplace where some is arranged.
fn half_way() -> Walk {
    Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstWeeks)).answering(|n, _| Some(level(n % 4)))
}

#[test]
fn a_quick_scan_is_deepened_without_answering_anything_again() {
    visit(async |app| {
        let quick = half_way();
        app.walk(&quick).await?;
        app.press("button[data-deepen]").await?;

        let full = half_way().asked_as(Scope::Full);
        let scanned: Vec<PracticeId> = quick.conditions().iter().flat_map(|it| quick.asked_in(it)).collect();
        let (answered, asked) = wait_for_progress_of(app, full.guidance().asked).await?;
        assert_eq!((answered, asked), (scanned.len(), full.guidance().asked));
        let first = &full.conditions()[0];
        let assessment = app.assessment().await?;
        app.go(&format!("#/a/{assessment}/questions/{first}")).await?;
        for condition in full.conditions() {
            app.wait_for_questions(&condition).await?;
            for practice in scanned.iter().filter(|it| full.asked_in(&condition).contains(it)) {
                assert!(app.chosen(practice.as_str()).await?.is_some(), "{practice} has lost its answer");
            }
            app.answer(&full, &condition).await?;
            app.next().await?;
        }
        app.assert_guides(&full).await?;
        Ok(())
    });
}

#[test]
fn one_topic_asks_one_condition_and_gives_no_overview() {
    visit(async |app| {
        let walk = Walk::topic("openness").situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1));
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        assert_eq!(guidance.picture, [], "one topic gives no overview");
        Ok(())
    });
}

#[test]
fn without_a_practitioner_the_questions_about_contact_wait_and_can_be_added_back() {
    visit(async |app| {
        let mut walk = Walk::full_check()
            .situation(|it| it.involvement = Some(Involvement::NotYet))
            .but("three-way-contact", level(0));
        let three_way = ConditionId::new("three-way");
        app.begin(&walk).await?;
        let assessment = app.assessment().await?;
        app.go(&format!("#/a/{assessment}/questions/three-way")).await?;
        app.wait_for_questions(&three_way).await?;
        assert_eq!(app.practices_on_page().await?, [], "nothing is asked about the contact");
        assert_eq!(app.count("[data-left-out]").await?, 3, "each says that it is left out");

        app.press("[data-left-out=\"three-way-contact\"] button[data-add-back]").await?;
        walk.added_back.push(PracticeId::new("three-way-contact"));
        app.wait_until_gone("[data-left-out=\"three-way-contact\"]").await?;
        app.answer(&walk, &three_way).await?;
        app.reload().await?;
        app.assert_answered(&walk, &three_way).await?;

        app.go(&format!("#/a/{assessment}/guidance")).await?;
        let guidance = app.assert_guides(&walk).await?;
        assert!(guidance.find_practitioner, "finding a practitioner comes first");
        Ok(())
    });
}

#[test]
fn a_buddy_is_not_asked_about_contracts_and_means() {
    visit(async |app| {
        let walk = Walk::full_check().situation(|it| it.respondent = Some(Respondent::Buddy)).answering_all(level(0));
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        for practice in ["means-time", "means-who-decides", "means-schemes", "growth-next-step"] {
            assert_eq!(guidance.advice(practice), None, "{practice} is not for a buddy");
        }
        Ok(())
    });
}

#[test]
fn a_job_coach_takes_the_practitioners_place_in_the_words() {
    visit(async |app| {
        let walk = Walk::topic("three-way")
            .situation(|it| it.involvement = Some(Involvement::JobCoach))
            .answering_all(level(0));
        app.walk(&walk).await?;
        app.assert_guides(&walk).await?;
        let advice = app.text("[data-advice=\"three-way-contact\"]").await?;
        assert!(!advice.contains("IPS"), "there is no IPS practitioner in: {advice}");
        Ok(())
    });
}

#[test]
fn elsewhere_no_dutch_rules_are_shown() {
    visit(async |app| {
        let walk = Walk::topic("means").situation(|it| it.region = Some(Region::Elsewhere)).answering_all(level(0));
        app.walk(&walk).await?;
        assert!(!app.assert_guides(&walk).await?.region);
        Ok(())
    });
}

#[test]
fn the_situation_can_be_skipped_as_a_whole() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(0));
        app.walk(&walk).await?;
        app.assert_guides(&walk).await?;
        Ok(())
    });
}

#[test]
fn an_answer_can_be_cleared_and_that_undone() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(2));
        let buddy = &walk.conditions()[0];
        app.begin(&walk).await?;
        app.answer(&walk, buddy).await?;

        app.press("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        app.wait_until_gone("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        assert_eq!(app.chosen("buddy-time").await?, None);
        assert_eq!(app.progress().await?, (2, 3));

        app.undo().await?;
        app.wait_for("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.assert_answered(&walk, buddy).await
    });
}

#[test]
fn advice_can_be_put_aside_and_taken_up_again() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(1));
        let buddy = &walk.conditions()[0];
        app.begin(&walk).await?;
        app.answer(&walk, buddy).await?;
        app.next().await?;
        app.assert_guides(&walk).await?;
        let first =
            walk.guidance().at(AdvicePlace::Start).next().expect("level 1 leaves something to do").practice.clone();
        let card = |place: &str| format!("[data-advice=\"{first}\"][data-place=\"{place}\"]");

        let aside = format!("{} button[data-aside]", card("start"));
        app.press(&aside).await?;
        app.wait_for_focus("#start").await?;
        app.undo().await?;
        app.assert_guides(&walk).await?;

        app.press(&aside).await?;
        app.wait_until_gone(&card("start")).await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.unfold("details.aside").await?;
        app.press(&format!("{} button[data-aside]", card("aside"))).await?;
        app.wait_for(&card("start")).await?;
        app.assert_guides(&walk).await.map(drop)
    });
}

#[test]
fn the_focus_stays_near_what_was_pressed() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(1));
        let buddy = &walk.conditions()[0];
        app.begin(&walk).await?;
        app.press("a[data-back]").await?;
        app.choose("stage", "ongoing").await?;
        app.press("button[data-skip]").await?;
        app.wait_for_focus("input[name=\"stage\"]").await?;

        app.next().await?;
        app.answer(&walk, buddy).await?;
        app.press("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        app.wait_for_focus("input[name=\"buddy-time\"]").await?;
        app.undo().await?;
        app.wait_for_focus("input[name=\"buddy-time\"]").await?;

        app.press("button[data-speak]").await?;
        app.wait_for_focus("button[data-speak=\"en\"]").await
    });
}

#[test]
fn looking_around_leaves_no_empty_checks_behind() {
    visit(async |app| {
        for scope in ["quick", "full", "quick"] {
            app.press(&format!("button[data-scope=\"{scope}\"]")).await?;
            app.wait_for("input[name=\"stage\"]").await?;
            app.back().await?;
            app.wait_for_start().await?;
        }
        assert_eq!(app.count("[data-assessment]").await?, 0, "nothing was given, so there is nothing to go on with");
        Ok(())
    });
}

#[test]
fn who_knows_nothing_is_told_nothing_about_a_beginning() {
    visit(async |app| {
        let walk = Walk::quick_scan().answering_all(Answer::DontKnow);
        app.walk(&walk).await?;
        let summary = app.text(".summary__text").await?;
        let word = |word| e2e::advise("en").words.get(word);
        assert!(summary.contains(&*word(GuidanceWord::SummaryUnclear)), "{summary}");
        assert!(!summary.contains(&*word(GuidanceWord::SummaryNoStrength)), "{summary}");
        assert!(!summary.contains(&*word(GuidanceWord::SummaryNothing)), "{summary}");
        Ok(())
    });
}

#[test]
fn a_cleared_answer_stays_cleared() {
    visit(async |app| {
        let walk = Walk::topic("buddy").answering_all(level(2));
        let buddy = &walk.conditions()[0];
        app.begin(&walk).await?;
        app.answer(&walk, buddy).await?;
        app.press("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        app.wait_until_gone("fieldset[data-practice=\"buddy-time\"] button[data-clear]").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.wait_for_questions(buddy).await?;
        assert_eq!(app.chosen("buddy-time").await?, None);
        Ok(())
    });
}

#[test]
fn work_in_progress_is_offered_and_goes_on_where_it_was() {
    visit(async |app| {
        let walk = half_way();
        app.begin(&walk).await?;
        let assessment = app.assessment().await?;
        let first = &walk.conditions()[0];
        app.answer(&walk, first).await?;

        app.go("#/").await?;
        app.press(&format!("[data-assessment=\"{assessment}\"] a[data-continue]")).await?;
        app.wait_for("fieldset[data-practice]").await?;
        assert_eq!(app.assessment().await?, assessment);
        assert_eq!(app.progress().await?, (1, walk.guidance().asked));
        Ok(())
    });
}

#[test]
fn a_deleted_assessment_comes_back_by_undo_and_else_is_gone() {
    visit(async |app| {
        let walk = half_way();
        app.begin(&walk).await?;
        let card = format!("[data-assessment=\"{}\"]", app.assessment().await?);
        app.answer(&walk, &walk.conditions()[0]).await?;
        app.go("#/").await?;

        app.press(&format!("{card} button[data-delete]")).await?;
        app.wait_until_gone(&card).await?;
        app.undo().await?;
        app.wait_for(&card).await?;
        app.reload().await?;
        app.wait_for(&card).await?;

        app.press(&format!("{card} button[data-delete]")).await?;
        app.wait_until_gone(&card).await?;
        app.reload().await?;
        app.wait_for_start().await?;
        assert!(!app.shows(&card).await?, "it is gone for good");
        Ok(())
    });
}

#[test]
fn the_example_is_clearly_one_and_leaves_nothing_behind() {
    visit(async |app| {
        app.press("a[data-example-link]").await?;
        app.wait_for("[data-example] [data-advice]").await?;
        let words = advise(&app.language().await?).words;
        assert_eq!(app.heading().await?, &*words.get(GuidanceWord::ExampleTitle));
        assert!(app.text("[data-example] .notice").await?.contains(&*words.get(GuidanceWord::ExampleLead)));

        let (seen, must) = (app.guidance().await?, expected(&Walk::the_example()));
        assert_eq!(seen.advice, must.advice, "it is what the app would say");
        assert_eq!((seen.strengths, seen.find_out), (must.strengths, must.find_out));
        assert_eq!(app.count("[data-place=\"start\"]").await?, 3, "there is something to see");
        assert!(app.shows("[data-strength]").await? && app.shows("[data-find-out]").await?);
        let acts = "[data-take], [data-aside], [data-to-plan], [data-to-take], main a[href^=\"#/a/\"]";
        assert_eq!(app.count(acts).await?, 0, "and nothing can be done with it");

        app.press("button[data-scope]").await?;
        app.wait_for("input[name=\"stage\"]").await?;
        assert_eq!(app.chosen("stage").await?, None, "one's own check begins with nothing filled in");
        assert!(app.kept().await?.iter().all(|kept| kept.is_untouched()));
        Ok(())
    });
}

#[test]
fn two_assessments_do_not_mix() {
    visit(async |app| {
        let (one, other) = (half_way(), half_way().answering_all(Answer::Level(Level::PartOfTheWork)));
        let first = &one.conditions()[0];
        app.begin(&one).await?;
        let one_there = app.place().await?;
        app.answer(&one, first).await?;
        app.go("#/").await?;
        app.begin(&other).await?;
        assert_ne!(app.place().await?, one_there);
        app.answer(&other, first).await?;
        app.go(&one_there).await?;
        app.assert_answered(&one, first).await?;
        app.go("#/").await?;
        app.unfold("section:has([data-assessment]) details").await?;
        assert_eq!(app.count("[data-assessment]").await?, 2);
        Ok(())
    });
}

#[test]
fn back_and_forward_follow_the_pages_and_lose_nothing() {
    visit(async |app| {
        let walk = half_way();
        app.begin(&walk).await?;
        let [first, second] = [&walk.conditions()[0], &walk.conditions()[1]];
        app.answer(&walk, first).await?;
        app.next().await?;
        app.answer(&walk, second).await?;

        app.back().await?;
        app.assert_answered(&walk, first).await?;
        app.back().await?;
        app.wait_for("input[name=\"stage\"]").await?;
        assert_eq!(app.chosen("stage").await?.as_deref(), Some(Stage::FirstWeeks.id()));
        app.back().await?;
        app.wait_for_start().await?;

        app.forward().await?;
        app.forward().await?;
        app.forward().await?;
        app.assert_answered(&walk, second).await?;
        app.press("a[data-back]").await?;
        app.assert_answered(&walk, first).await
    });
}

#[test]
fn the_browsers_language_decides_until_the_user_does() {
    Visitor::default().reading("nl-NL,nl").visit(async |app| {
        assert_eq!(app.language().await?, "nl");
        app.speak("en").await?;
        app.reload().await?;
        assert_eq!(app.language().await?, "en", "the choice is kept");
        Ok(())
    });
    Visitor::default().reading("fr-FR,fr").visit(async |app| {
        assert_eq!(app.language().await?, "en", "whoever reads neither gets English");
        Ok(())
    });
}

#[test]
fn the_language_can_be_switched_on_every_page_and_keeps_the_place() {
    visit(async |app| {
        let walk = Walk::topic("buddy").situation(|it| it.size = Some(Size::Small)).answering_all(level(1));
        app.walk(&walk).await?;
        let assessment = app.assessment().await?;
        let pages = ["#/", "#/topics", "#/about"].map(str::to_owned);
        let own = ["situation", "questions/buddy", "guidance"].map(|page| format!("#/a/{assessment}/{page}"));
        for page in pages.iter().chain(&own) {
            app.go(page).await?;
            for language in ["nl", "en"] {
                let before = app.title().await?;
                app.speak(language).await?;
                assert_eq!(app.place().await?, *page);
                assert_ne!(app.title().await?, before, "the title of {page} is said in {language}");
            }
        }
        app.assert_guides(&walk).await?;
        Ok(())
    });
}

async fn wait_for_progress_of(app: &e2e::App, asked: usize) -> Result<(usize, usize)> {
    let script = "return Number(document.getElementById('progress')?.dataset.asked) === arguments[0]";
    app.until(&format!("{asked} questions are asked"), script, [asked.into()]).await?;
    app.progress().await
}
