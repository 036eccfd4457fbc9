//! What a plan has beside its steps: the talks, the buddy check, the growth ladder, and what would change.

use anyhow::Result;
use assessment::{
    ActionId, AdvicePlace, Choice, PlanAction, Rhythm, Rung, RungPart, Status, Taker, Work, not_yet, talks,
};
use content::PlanWord;
use e2e::{App, Saving, expected_picture, first_advice_taken, level, nothing_arranged, planning, visit};

/// Loads the page anew, and opens a part of it again.
async fn reload(app: &App, part: &str) -> Result<()> {
    app.reload().await?;
    app.open_part(part).await
}

#[test]
fn a_rhythm_and_a_first_day_give_the_days_of_the_talks() {
    visit(async |app| {
        let assessment = first_advice_taken(1);
        app.open_plan_at(&assessment, "talks").await?;
        app.select("#rhythm", Rhythm::WeeklyFirst.id()).await?;
        app.wait_for("#talks .plan__table").await?;
        assert!(!app.shows("[data-talks]").await?, "without a first day there are no days");
        let first_day = app.today().await?.plus_weeks(1);
        app.set_first_day(Some(first_day)).await?;
        for rhythm in [Rhythm::WeeklyFirst, Rhythm::Monthly] {
            app.select("#rhythm", rhythm.id()).await?;
            app.wait_until(Saving::Saved).await?;
            let mut days = Vec::new();
            for day in talks(first_day, rhythm).into_iter().take(4) {
                days.push(app.in_words(day).await?);
            }
            let said = planning("en").words.fill(PlanWord::TalksDates, &[("dates", &days.join(" · "))]);
            assert_eq!(app.text("[data-talks]").await?, said);
            let next = planning("en").words.fill(PlanWord::TalkNext, &[("date", &days[0])]);
            assert_eq!(app.text("#talks .plan__state").await?, next);
        }
        assert_eq!(app.ticked_in("talks").await?, ["manager", "buddy", "colleague"], "the usual three");
        app.tick_in("talks", "hr").await?;
        app.tick_in("talks", "buddy").await?;
        reload(app, "talks").await?;
        assert_eq!(app.ticked_in("talks").await?, ["manager", "hr", "colleague"]);
        assert_eq!(app.value_of("#rhythm").await?, Rhythm::Monthly.id());
        Ok(())
    });
}

#[test]
fn the_buddy_check_says_where_it_is_thin() {
    visit(async |app| {
        let assessment = first_advice_taken(1);
        app.open_plan_at(&assessment, "buddy").await?;
        assert_eq!(app.risks().await?, Vec::<String>::new(), "before anything is said, nothing stands out");
        app.choose("buddy-deputy", "false").await?;
        assert_eq!(app.risks().await?, ["no-deputy", "no-time"]);
        app.tick_in("buddy", "tuesday").await?;
        assert_eq!(app.risks().await?, ["no-deputy", "days-alone", "no-time"]);
        let words = planning("en").words;
        let alone = words.fill(PlanWord::BuddyDaysAlone, &[("days", &words.get(PlanWord::DayTuesday))]);
        assert_eq!(app.text("[data-risk=\"days-alone\"]").await?, alone);
        app.set_number("#buddy-minutes", "60").await?;
        assert_eq!(app.risks().await?, ["no-deputy", "days-alone"]);
        app.tick_in("buddy", "thanks").await?;
        app.choose("buddy-deputy", "true").await?;
        app.wait_for("[data-fine]").await?;
        assert_eq!(app.risks().await?, Vec::<String>::new());
        app.wait_until(Saving::Saved).await?;

        reload(app, "buddy").await?;
        app.wait_for("[data-fine]").await?;
        assert_eq!(app.chosen("buddy-deputy").await?.as_deref(), Some("true"));
        assert_eq!(app.ticked_in("buddy").await?, ["tuesday", "thanks"]);
        assert_eq!(app.value_of("#buddy-minutes").await?, "60");
        app.set_number("#buddy-minutes", "").await?;
        assert_eq!(app.risks().await?, ["no-time"], "an empty field is no time");
        Ok(())
    });
}

/// What each rung says the new colleague does.
async fn tasks(app: &App) -> Result<Vec<String>> {
    app.read("return shown('[data-rung] .card__step').map((tasks) => tasks.innerText)", []).await
}

/// What each rung is proposed to be, by the content.
fn proposed(language: &str, work: Option<Work>) -> Vec<String> {
    planning(language).ladder.iter().map(|rung| rung.text(RungPart::Tasks, work, false).to_string()).collect()
}

#[test]
fn the_ladder_has_four_rungs_in_words_that_fit_the_work() {
    for work in [None, Some(Work::Shop), Some(Work::Office)] {
        visit(async |app| {
            let assessment = nothing_arranged().situation(|it| it.work = work).planning(&[]);
            app.open_plan_at(&assessment, "ladder").await?;
            assert_eq!(app.count("[data-rung]").await?, 0);
            app.do_it("ladder").await?;
            app.wait_for("[data-rung]").await?;
            assert_eq!(tasks(app).await?, proposed("en", work));
            let others = [None, Some(Work::Shop), Some(Work::Office)].into_iter().filter(|other| *other != work);
            others.for_each(|other| assert_ne!(proposed("en", work), proposed("en", other)));

            let rests_on = planning("en").ladder.into_iter().flat_map(|rung| rung.rests_on);
            let rests_on: Vec<_> = rests_on.collect();
            let must: Vec<String> = not_yet(&assessment, &rests_on).iter().map(ToString::to_string).collect();
            let seen: Vec<String> =
                app.read("return shown('[data-not-yet]').map((it) => it.dataset.notYet)", []).await?;
            assert!(!must.is_empty());
            assert_eq!(seen, must, "what it rests on and is not arranged yet");
            Ok(())
        });
    }
}

#[test]
fn a_ladder_on_what_is_arranged_has_no_caution() {
    visit(async |app| {
        let assessment = nothing_arranged().answering_all(level(3)).planning(&[]);
        app.open_plan_at(&assessment, "ladder").await?;
        app.do_it("ladder").await?;
        app.wait_for("[data-rung]").await?;
        assert_eq!(app.count("[data-rung]").await?, 4);
        assert!(!app.shows("[data-not-yet]").await?);
        Ok(())
    });
}

#[test]
fn starter_tasks_without_an_end_are_a_caution() {
    visit(async |app| {
        app.open_plan_at(&first_advice_taken(1), "ladder").await?;
        app.do_it("ladder").await?;
        app.wait_for("[data-rung=\"starter\"] [data-no-end]").await?;
        app.select("#ladder-until", "month-one").await?;
        app.wait_until_gone("[data-no-end]").await?;
        app.wait_until(Saving::Saved).await?;
        reload(app, "ladder").await?;
        assert_eq!(app.value_of("#ladder-until").await?, "month-one");
        assert!(!app.shows("[data-no-end]").await?);
        app.select("#ladder-until", "").await?;
        app.wait_for("[data-no-end]").await?;
        app.set_day("#ladder-date", Some(app.today().await?.plus_weeks(8))).await?;
        app.wait_until_gone("[data-no-end]").await
    });
}

#[test]
fn own_words_on_the_ladder_stay_and_an_empty_field_gives_the_draft_back() {
    let own = "Fold the boxes, with Tuesday's van in mind";
    visit(async |app| {
        app.open_plan_at(&first_advice_taken(1), "ladder").await?;
        app.do_it("ladder").await?;
        app.unfold("[data-rung=\"next\"] > details").await?;
        app.type_into("#next-tasks", own).await?;
        app.wait_until(Saving::Saved).await?;
        for language in ["en", "nl"] {
            app.speak(language).await?;
            let mut must = proposed(language, None);
            own.clone_into(&mut must[1]);
            app.until(
                "the ladder speaks it",
                "return one('[data-rung] .card__step').innerText === arguments[0]",
                [must[0].as_str().into()],
            )
            .await?;
            assert_eq!(tasks(app).await?, must, "own words stay, the others follow the language");
            reload(app, "ladder").await?;
            assert_eq!(tasks(app).await?, must, "{language}, after a reload");
        }
        app.unfold("[data-rung=\"next\"] > details").await?;
        assert_eq!(app.value_of("#next-tasks").await?, own);
        app.type_into("#next-tasks", "").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.value_of("#next-tasks").await?, "", "what is emptied does not fill itself");
        assert_eq!(tasks(app).await?, proposed("nl", None));
        reload(app, "ladder").await?;
        app.unfold("[data-rung=\"next\"] > details").await?;
        assert_eq!(app.value_of("#next-tasks").await?, proposed("nl", None)[1], "the draft is back");
        Ok(())
    });
}

#[test]
fn a_rung_is_left_out_and_put_back() {
    let rungs = "return shown('[data-rung]').map((rung) => rung.dataset.rung)";
    visit(async |app| {
        app.open_plan_at(&first_advice_taken(1), "ladder").await?;
        app.do_it("ladder").await?;
        app.unfold("[data-rung=\"wider\"] > details").await?;
        app.press("[data-leave-out=\"wider\"]").await?;
        app.wait_until_gone("[data-rung=\"wider\"]").await?;
        app.wait_until(Saving::Saved).await?;
        reload(app, "ladder").await?;
        assert_eq!(app.read::<Vec<String>>(rungs, []).await?, ["starter", "next", "further"]);
        app.press("[data-back=\"wider\"]").await?;
        app.wait_for("[data-rung=\"wider\"]").await?;
        let all: Vec<&str> = Rung::ALL.iter().map(|rung| rung.id()).collect();
        assert_eq!(app.read::<Vec<String>>(rungs, []).await?, all);
        assert!(!app.shows("[data-back]").await?);
        app.do_it("no-ladder").await?;
        app.wait_until_gone("[data-rung]").await
    });
}

/// Also what is only advised can be ticked; keeping the choice puts it into the plan, and one press takes it back.
#[test]
fn what_was_only_advised_can_be_ticked_and_kept_as_plan() {
    visit(async |app| {
        let walk = nothing_arranged();
        let advised: Vec<ActionId> = walk.guidance().at(AdvicePlace::Start).map(PlanAction::id_of).take(2).collect();
        let assessment = walk.planning(&[]);
        assert_eq!(advised.len(), 2);
        app.open_plan_at(&assessment, "what-if").await?;
        for step in &advised {
            app.tick(step).await?;
        }
        app.press("[data-do=keep]").await?;
        for step in &advised {
            app.wait_for(&format!("[data-action=\"{step}\"]")).await?;
        }
        assert!(!app.shows("[data-do=keep]").await?, "nothing is left to keep");
        app.undo().await?;
        app.wait_until_gone("[data-action]").await?;
        Ok(())
    });
}

#[test]
fn ticking_steps_shows_what_would_change_and_changes_nothing() {
    visit(async |app| {
        // Of four conditions, so that each moves a row of its own.
        let assessment =
            nothing_arranged().planning(&["buddy-named", "feedback-rhythm", "open-no-questions", "tasks-clear"]);
        let steps: Vec<ActionId> = assessment.plan.present().map(|(id, _)| id.clone()).collect();
        app.open_plan_at(&assessment, "what-if").await?;
        assert!(!app.shows("[data-what-if]").await?, "nothing is ticked");
        let mut before = expected_picture(&assessment, &[]);
        for count in 1..=4 {
            app.tick(&steps[count - 1]).await?;
            app.wait_for("[data-what-if]").await?;
            let seen = app.picture().await?;
            assert_eq!(seen, expected_picture(&assessment, &steps[..count]));
            assert_ne!(seen, before, "tick {count} moves the picture");
            assert_eq!(app.shows("#what-if .notice").await?, count > 3, "{count} are ticked");
            before = seen;
        }
        app.tick(&steps[3]).await?;
        app.wait_until_gone("#what-if .notice").await?;
        app.do_it("clear").await?;
        app.wait_until_gone("[data-what-if]").await?;
        app.tick(&steps[0]).await?;
        app.reload().await?;
        app.open_part("what-if").await?;
        assert!(!app.shows("[data-what-if]").await?, "the ticks are not kept");
        assert_eq!(app.kept_one().await?, assessment, "and nothing has changed");
        Ok(())
    });
}

#[test]
fn it_is_said_when_all_rests_on_one_person() {
    visit(async |app| {
        app.open_plan_at(&first_advice_taken(0), "buddy").await?;
        let mut steps = Vec::new();
        for title in ["Order a badge", "Tidy the desk", "Make room in the schedule"] {
            assert!(!app.shows("[data-one-person]").await?, "{} are not yet much", steps.len());
            let step = app.add_own_step(title).await?;
            app.give_step_to(&step, Some(Taker::Manager)).await?;
            steps.push(step);
        }
        let words = planning("en").words;
        let who = words.get(PlanWord::TakerManager);
        assert_eq!(app.text("[data-one-person]").await?, words.fill(PlanWord::PlanOnePerson, &[("who", &who)]));
        app.give_step_to(&steps[0], Some(Taker::Buddy)).await?;
        app.wait_until_gone("[data-one-person]").await?;
        app.give_step_to(&steps[0], Some(Taker::Manager)).await?;
        app.wait_for("[data-one-person]").await?;
        app.set_status(&steps[1], Status::Done).await?;
        app.wait_until_gone("[data-one-person]").await
    });
}
