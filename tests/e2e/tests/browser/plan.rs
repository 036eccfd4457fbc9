//! From guidance to a plan, and what becomes of its steps.

use anyhow::{Context, Result};
use assessment::{
    ActionId, AdvicePlace, Assessment, ConditionId, Order, PlanAction, PracticeId, Respondent, Stage, Status, Taker,
    Work, offered_answer, waits_for,
};
use content::PlanWord;
use e2e::{App, Key, Saving, Walk, ask, card, instrument, level, period_word, planning, taker_word, value, visit};

/// An employer who thinks about hiring, and has arranged nothing.
fn beginner() -> Walk {
    Walk::quick_scan()
        .situation(|it| {
            it.stage = Some(Stage::BeforeHiring);
            it.respondent = Some(Respondent::Owner);
            it.work = Some(Work::Shop);
        })
        .answering_all(level(0))
}

/// The plan of a beginner who took some steps from everywhere: some at once, some later.
fn planned() -> Assessment {
    let walk = beginner();
    let guidance = walk.guidance();
    let practices: Vec<&str> = guidance.advice.iter().step_by(2).take(5).map(|it| it.practice.as_str()).collect();
    walk.planning(&practices)
}

/// The steps of a plan, in the order of the page.
fn steps(assessment: &Assessment) -> Vec<ActionId> {
    assessment.plan.present().map(|(id, _)| id.clone()).collect()
}

/// The field for the date of a step.
fn date_field(step: &ActionId) -> String {
    format!("[id=\"{step}-date\"]")
}

fn condition_of(practice: &PracticeId) -> ConditionId {
    let instrument = instrument();
    let owner = instrument.conditions.iter().find(|it| it.practices.iter().any(|it| it.id == *practice));
    owner.expect("every practice belongs to a condition").id.clone()
}

/// Goes to the question about a practice.
async fn go_to_question(app: &App, assessment: &Assessment, practice: &PracticeId) -> Result<()> {
    let condition = condition_of(practice);
    app.go(&format!("#/a/{}/questions/{condition}", assessment.id)).await?;
    app.wait_for_questions(&condition).await
}

#[test]
fn a_first_step_goes_from_the_guidance_into_the_plan_and_is_done() {
    visit(async |app| {
        let walk = beginner();
        app.walk(&walk).await?;
        let guidance = walk.guidance();
        let advice = guidance.at(AdvicePlace::Start).next().context("there is a first step")?;
        let practice = advice.practice.as_str();
        let on_guidance = format!("[data-advice=\"{practice}\"]");
        let what = app.text(&format!("{on_guidance} .card__step")).await?;

        app.take(practice).await?;
        app.undo().await?;
        app.wait_for(&format!("{on_guidance} button[data-take]")).await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept_plan().await?.present().count(), 0, "undo takes it back");
        app.take(practice).await?;
        app.press(&format!("{on_guidance} a[data-taken]")).await?;

        let (words, must) = (planning("en").words, PlanAction::advised(advice, walk.profile.stage, Default::default()));
        let groups = app.groups().await?;
        let [group] = &groups[..] else { panic!("one step stands in one group: {groups:?}") };
        let [step] = &group.steps[..] else { panic!("one step was taken: {groups:?}") };
        let period = words.get(period_word(must.period(None).context("it comes in a period")?));
        assert_eq!(group.heading, *period);
        assert_eq!(step.title, what, "in the words of the advice");
        let who = words.get(taker_word(must.taker.value.context("someone takes it on")?));
        let minutes = must.minutes.value.context("it takes a time")?.to_string();
        let time = words.fill(PlanWord::Minutes, &[("count", &minutes)]);
        assert_eq!(step.facts, format!("{who} · {period} · {time}"));

        let id = PlanAction::id_of(advice);
        assert_eq!(step.id, id.as_str());
        app.set_status(&id, Status::Doing).await?;
        assert!(!app.shows("[data-offer]").await?, "nothing is offered before it is done");
        app.set_status(&id, Status::Done).await?;
        app.wait_for("[data-offer]").await?;
        let kept = app.kept_one().await?;
        assert_eq!(kept.answers.get(&advice.practice), Some(&level(0)), "offered, never assumed");
        let to = offered_answer(&kept, &kept.plan.actions.get(&id).context("it is kept")?.clone());
        let to = to.context("the core offers an answer")?;

        app.do_it("offer-yes").await?;
        app.wait_until_gone("[data-offer]").await?;
        app.wait_until(Saving::Saved).await?;
        let all_done = words.fill(PlanWord::PlanProgress, &[("done", "1"), ("count", "1")]);
        assert_eq!(app.text(".plan__progress").await?, all_done);
        app.reload().await?;
        let seen = app.step(&id).await?;
        assert_eq!((&*seen.title, &*seen.status), (&*what, "done"));
        assert_eq!(app.text(".plan__progress").await?, all_done);
        assert!(!app.shows("[data-offer]").await?, "nothing is left to offer");
        go_to_question(app, &kept, &advice.practice).await?;
        assert_eq!(app.chosen(practice).await?.as_deref(), Some(value(to)));
        Ok(())
    });
}

#[test]
fn whoever_says_no_to_the_offer_keeps_the_answer() {
    visit(async |app| {
        let assessment = planned();
        let step = &steps(&assessment)[0];
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        app.set_status(step, Status::Done).await?;
        app.do_it("offer-no").await?;
        app.wait_until_gone("[data-offer]").await?;
        let kept = app.kept_one().await?;
        assert_eq!(kept.answers, assessment.answers);
        assert_eq!(app.step(step).await?.status, "done", "the step stays done");
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.wait_for(&card(step)).await?;
        assert!(!app.shows("[data-offer]").await?, "it is not asked again");
        Ok(())
    });
}

#[test]
fn an_own_step_needs_words_and_nothing_else() {
    visit(async |app| {
        let assessment = planned();
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let before = app.groups().await?;
        app.do_it("own-add").await?;
        app.wait_for("#own-step[aria-invalid=\"true\"]").await?;
        let missing = planning("en").words.get(PlanWord::OwnMissing);
        assert_eq!(app.text("#own-step-error").await?, *missing);
        app.assert_told_of_a_fault(&missing).await?;
        let describes =
            "return one('#own-step').getAttribute('aria-describedby').split(' ').includes('own-step-error')";
        assert!(app.read::<bool>(describes, []).await?, "the error belongs to the field");
        assert_eq!(app.groups().await?, before, "nothing is lost");
        app.press("[data-faults] a").await?;
        app.wait_for_focus("#own-step").await?;

        let step = app.add_own_step("Order a badge").await?;
        app.wait_for_focus("#own-step").await?;
        assert_eq!(app.value_of("#own-step").await?, "", "there is room for the next one");
        assert!(!app.shows("#own-step[aria-invalid], [data-faults]").await?, "the error is gone");
        let tab = app.title().await?;
        assert!(tab.starts_with(&app.heading().await?), "{tab:?}: and the tab speaks of the page again");
        let seen = app.step(&step).await?;
        assert_eq!((&*seen.title, &*seen.status), ("Order a badge", "to-do"));
        assert_eq!(app.groups().await?.iter().map(|group| group.steps.len()).sum::<usize>(), 6);
        Ok(())
    });
}

#[test]
fn an_own_step_is_changed_taken_out_and_brought_back() {
    visit(async |app| {
        let assessment = planned();
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let step = app.add_own_step("Order a badge").await?;
        app.note_step(&step, "at the desk, before ten").await?;
        app.give_step_to(&step, Some(Taker::Hr)).await?;
        let day = app.today().await?.plus_weeks(2);
        app.date_step(&step, day).await?;
        app.set_status(&step, Status::Doing).await?;
        let seen = app.step(&step).await?;
        let words = planning("en").words;
        let by = words.fill(PlanWord::ActionBy, &[("date", &app.in_words(day).await?)]);
        assert_eq!(seen.facts, format!("{} · {by}", words.get(PlanWord::TakerHr)));
        assert_eq!(seen.note, "at the desk, before ten");

        app.take_out(&step).await?;
        let (forgotten, kept) = ("at the desk", app.records_in("assessments").await?);
        assert!(!kept.values().any(|bytes| e2e::holds(bytes, forgotten)), "its words are forgotten");
        app.undo().await?;
        app.wait_for(&card(&step)).await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.step(&step).await?, seen, "words, note, status, taker and day");
        app.reload().await?;
        assert_eq!(app.step(&step).await?, seen, "and so it is kept");

        app.take_out(&step).await?;
        app.reload().await?;
        app.wait_for("[data-plan]").await?;
        assert!(!app.shows(&card(&step)).await?);
        app.assert_in_order(&assessment, Order::ByTime).await
    });
}

#[test]
fn a_day_that_has_passed_is_allowed_and_said() {
    visit(async |app| {
        let assessment = planned();
        let step = &steps(&assessment)[0];
        let past = format!("{} [data-past]", card(step));
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let today = app.today().await?;
        app.date_step(step, today).await?;
        assert!(!app.shows("[data-past]").await?, "today has not passed");
        let day = today.plus_days(-10).context("such a day")?;
        app.date_step(step, day).await?;
        let said = planning("en").words.fill(PlanWord::ActionPast, &[("date", &app.in_words(day).await?)]);
        assert_eq!(app.text(&past).await?, said);
        app.reload().await?;
        assert_eq!(app.text(&past).await?, said, "it is kept all the same");
        app.set_status(step, Status::Done).await?;
        assert!(!app.shows("[data-past]").await?, "what is done is not late");
        Ok(())
    });
}

/// The picker is not the only way: at each key the browser tells of a date with a part of the year, such as 0002.
#[test]
fn a_day_can_be_typed() {
    visit(async |app| {
        let assessment = planned();
        let step = &steps(&assessment)[0];
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        app.type_keys("#first-day", "12122026").await?;
        assert_eq!(app.value_of("#first-day").await?, "2026-12-12");
        app.open_step(step).await?;
        app.type_keys(&date_field(step), "12122026").await?;
        app.open_step(step).await?;
        assert_eq!(app.value_of(&date_field(step)).await?, "2026-12-12");
        app.open_part("ladder").await?;
        app.do_it("ladder").await?;
        app.type_keys("#ladder-date", "12122026").await?;
        assert_eq!(app.value_of("#ladder-date").await?, "2026-12-12");
        Ok(())
    });
}

/// A card moves to where it belongs then; whoever works by keyboard goes on there.
#[test]
fn whoever_changes_a_step_by_keyboard_stays_on_its_card() {
    visit(async |app| {
        let assessment = Walk::full_check()
            .situation(|it| it.stage = Some(Stage::FirstWeeks))
            .answering_all(level(0))
            .planning(&["accept-respect", "accept-same-terms", "buddy-named"]);
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let first = app.groups().await?[0].steps[0].id.clone();
        let step = ActionId::new(&first);
        let here = format!("{0}, {0} *", card(&step));
        app.focus_on(&format!("[name=\"status-{step}\"]:checked")).await?;
        for status in ["doing", "done"] {
            app.key(Key::Down).await?;
            app.wait_for(&format!("{}[data-status=\"{status}\"]", card(&step))).await?;
            app.wait_for_focus(&here).await?;
        }
        app.set_status(&step, Status::ToDo).await?;
        app.open_step(&step).await?;
        // By its first letter: the first month.
        app.type_keys(&format!("[id=\"{step}-period\"]"), "f").await?;
        app.until("the step moves", "return one('[data-group=\"1\"] [data-action]') !== null", []).await?;
        app.wait_for_focus(&here).await
    });
}

#[test]
fn with_a_first_working_day_the_steps_have_days() {
    visit(async |app| {
        let mut assessment = planned();
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let (words, first_day) = (planning("en").words, app.today().await?.plus_weeks(4));
        for day in [None, Some(first_day)] {
            app.set_first_day(day).await?;
            assessment.plan.first_day.value = day;
            let mut dated = 0;
            for (id, action) in assessment.plan.present() {
                let when = match (action.due(&assessment.plan), action.period(day)) {
                    (Some(due), _) => words.fill(PlanWord::ActionBy, &[("date", &app.in_words(due).await?)]),
                    (None, period) => words.get(period_word(period.context("it has a period")?)).to_string(),
                };
                dated += usize::from(action.due(&assessment.plan).is_some());
                let facts = app.step(id).await?.facts;
                assert!(facts.contains(&when), "'{facts}' of {id} does not say '{when}'");
            }
            assert_eq!(dated > 0, day.is_some(), "{dated} steps have a day");
            app.assert_in_order(&assessment, Order::ByTime).await?;
        }
        app.reload().await?;
        let shown = "return one('#first-day').valueAsDate.getTime()";
        assert_eq!(app.read::<u64>(shown, []).await?, first_day.start().0);
        Ok(())
    });
}

#[test]
fn another_order_changes_the_headings_and_loses_nothing() {
    visit(async |app| {
        let mut assessment = planned();
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        app.add_own_step("Order a badge").await?;
        app.give_step_to(&steps(&assessment)[1], None).await?;
        app.set_status(&steps(&assessment)[2], Status::Done).await?;
        assessment = app.kept_one().await?;
        let mut headings = Vec::new();
        for order in [Order::ByTime, Order::ByTaker, Order::ByCondition] {
            app.order_by(order).await?;
            app.assert_in_order(&assessment, order).await?;
            let groups = app.groups().await?;
            assert_eq!(groups.iter().map(|group| group.steps.len()).sum::<usize>(), 6, "{order:?}");
            let seen: Vec<String> = groups.into_iter().map(|group| group.heading).collect();
            assert!(!headings.contains(&seen), "{order:?} has headings of its own");
            headings.push(seen);
        }
        Ok(())
    });
}

#[test]
fn a_step_waits_for_what_has_to_come_first() {
    visit(async |app| {
        let assessment = Walk::full_check().answering_all(level(0)).planning(&["start-plan"]);
        let (step, action) = assessment.plan.present().next().context("it is in the plan")?;
        let needed = waits_for(&instrument(), &assessment, action);
        assert_eq!(needed.len(), 2, "{needed:?}");
        app.have(std::slice::from_ref(&assessment)).await?;
        for (met, practice) in needed.iter().enumerate() {
            app.open_plan(&assessment.id).await?;
            let said: Vec<String> =
                app.read("return shown(arguments[0]).map((it) => it.innerText)", [first(step).into()]).await?;
            let titles =
                needed.iter().skip(met).map(|it| ask("en").practice(it).expect("it has words").1.title.clone());
            let must = titles.map(|title| planning("en").words.fill(PlanWord::ActionAfter, &[("practice", &title)]));
            assert_eq!(said, must.collect::<Vec<_>>());
            go_to_question(app, &assessment, practice).await?;
            app.choose(practice.as_str(), "2").await?;
            app.wait_until(Saving::Saved).await?;
        }
        app.open_plan(&assessment.id).await?;
        app.wait_for(&card(step)).await?;
        assert!(!app.shows(&first(step)).await?, "nothing has to come first any more");
        Ok(())
    });
}

/// What a card says has to come first.
fn first(step: &ActionId) -> String {
    card(step) + " [data-first]"
}

#[test]
fn why_a_step_will_not_be_done_is_kept() {
    visit(async |app| {
        let assessment = planned();
        let step = &steps(&assessment)[0];
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        app.set_status(step, Status::Dropped).await?;
        app.say_why_not(step, "not needed in a shop of four").await?;
        app.key(Key::Tab).await?;
        app.reload().await?;
        assert_eq!(app.step(step).await?.status, "dropped");
        assert_eq!(app.why_not(step).await?, "not needed in a shop of four");
        let counted = planning("en").words.fill(PlanWord::PlanProgress, &[("done", "0"), ("count", "4")]);
        assert_eq!(app.text(".plan__progress").await?, counted, "it does not count");
        assert!(app.asks_why_not(step).await?);
        app.set_status(step, Status::ToDo).await?;
        assert!(!app.asks_why_not(step).await?);
        Ok(())
    });
}

/// As a later version of the check leaves it behind.
#[test]
fn a_step_about_something_the_check_no_longer_asks_stays_and_is_marked() {
    visit(async |app| {
        let mut assessment = planned();
        let (id, action) = assessment.plan.present().next().context("there is a step")?;
        let (id, mut action) = (id.clone(), action.clone());
        action.from.as_mut().context("it was advised")?.practice = PracticeId::new("asked-no-more");
        assessment.plan.actions.insert(id.clone(), action);
        app.have(std::slice::from_ref(&assessment)).await?;
        app.open_plan(&assessment.id).await?;
        let gone = format!("{} [data-gone]", card(&id));
        assert_eq!(app.text(&gone).await?, *planning("en").words.get(PlanWord::ActionGone));
        assert_eq!(app.count("[data-gone]").await?, 1, "of the others it is still asked");
        app.set_status(&id, Status::Done).await?;
        app.reload().await?;
        assert_eq!(app.step(&id).await?.status, "done");
        app.wait_for(&gone).await
    });
}
