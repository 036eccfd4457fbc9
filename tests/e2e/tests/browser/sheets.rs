//! What comes of a plan: the file for a calendar and the sheet for the wall. And how the page does with many steps, and
//! for everyone.

use anyhow::Context;
use assessment::{ActionId, Assessment, Choice, Date, Given, Moment, PlanAction, Rhythm, Status, When};
use content::PlanWord;
use e2e::{Audit, CalendarFile, Saving, as_records, card, first_advice_taken, planning, visit};

/// Nobody reads this in a calendar that others see.
const PRIVATE: &str = "Call Jan about his medication";

/// The ids of what must be in a calendar: open steps with a day, then talks.
fn dated(assessment: &Assessment) -> Vec<(String, Date)> {
    let plan = &assessment.plan;
    let open = plan.present().filter(|(_, action)| action.is_open());
    let steps = open.filter_map(|(id, action)| Some((format!("action.{id}"), action.due(plan)?)));
    let talks = (1..).zip(plan.talks()).map(|(number, day)| (format!("talk.{number}"), day));
    let uid = |(what, day)| (format!("{}.{what}@room-to-grow", assessment.id), day);
    steps.chain(talks).map(uid).collect()
}

fn seen(file: &CalendarFile) -> Vec<(String, Date)> {
    file.events.iter().map(|event| (event.uid.clone(), event.day)).collect()
}

#[test]
fn the_calendar_holds_each_open_step_with_a_day_and_each_talk_under_an_id_that_stays() {
    visit(async |app| {
        let assessment = first_advice_taken(5);
        let steps: Vec<ActionId> = assessment.plan.present().map(|(id, _)| id.clone()).collect();
        app.open_plan_at(&assessment, "talks").await?;
        assert!(!app.shows("[data-do=\"calendar\"]").await?, "nothing has a day yet");
        app.select("#rhythm", Rhythm::Monthly.id()).await?;
        let first_day = app.today().await?.plus_weeks(2);
        app.set_first_day(Some(first_day)).await?;
        app.set_status(&steps[0], Status::Done).await?;
        app.set_status(&steps[1], Status::Doing).await?;
        let file = app.save_calendar().await?;
        assert!(file.name.ends_with(".ics"), "{}", file.name);
        let must = dated(&app.kept_one().await?);
        assert_eq!(seen(&file), must, "id and day of each");
        assert!(must.len() > 6, "steps and six talks: {must:?}");
        assert!(!file.uids().iter().any(|uid| uid.contains(steps[0].as_str())), "what is done is not in it");

        app.date_step(&steps[1], first_day.plus_weeks(9)).await?;
        app.set_first_day(Some(first_day.plus_weeks(1))).await?;
        let later = app.save_calendar().await?;
        assert_eq!(later.uids(), file.uids(), "the calendar knows each again");
        assert_ne!(seen(&later), seen(&file), "on another day");
        assert_eq!(seen(&later), dated(&app.kept_one().await?));
        let not_older = later.events.iter().zip(&file.events).all(|(new, old)| new.sequence >= old.sequence);
        assert!(not_older, "what is later counts");
        Ok(())
    });
}

#[test]
fn what_may_be_about_a_person_stays_out_of_the_calendar() {
    visit(async |app| {
        let assessment = first_advice_taken(2);
        let advised = assessment.plan.present().next().context("there is a step")?.0.clone();
        app.open_plan_at(&assessment, "talks").await?;
        let day = app.today().await?.plus_weeks(1);
        let words = planning("en").words;
        let event = |title: &str| words.fill(PlanWord::StepEvent, &[("title", title)]);
        let harmless = ["Order a badge", "Ask the works council", "Make room in the schedule; and a desk, too"];
        for title in harmless {
            let step = app.add_own_step(title).await?;
            app.date_step(&step, day).await?;
        }
        let file = app.save_calendar().await?;
        assert!(!app.shows("[data-kept-back]").await?, "{}", app.text("[data-said]").await?);
        for title in harmless {
            assert!(file.summaries().contains(&&*event(title)), "'{title}' is not in {:?}", file.summaries());
        }

        let step = app.add_own_step(PRIVATE).await?;
        app.date_step(&step, day).await?;
        app.reword_step(&advised, PRIVATE).await?;
        app.date_step(&advised, day).await?;
        app.note_step(&step, "sertraline").await?;
        let file = app.save_calendar().await?;
        let said = words.fill(PlanWord::CalendarKeptBack, &[("count", "1")]);
        app.wait_for("[data-kept-back]").await?;
        assert_eq!(app.text("[data-kept-back]").await?, said);
        for word in ["Jan", "medication", "Call", "sertraline"] {
            assert!(!file.text.contains(word), "'{word}' is in the file: {}", file.text);
        }
        let own = event(&words.get(PlanWord::OwnEvent));
        assert!(file.summaries().contains(&&*own), "the step is there, without its words: {:?}", file.summaries());
        assert_eq!(file.events.len(), harmless.len() + 2);
        Ok(())
    });
}

/// What is warned about beside the field is not in the file either: the words in front of it there are not the user's.
#[test]
fn a_step_that_is_only_a_name_stays_out_of_the_calendar_too() {
    visit(async |app| {
        app.open_plan_at(&first_advice_taken(0), "talks").await?;
        let step = app.add_own_step("Sarah").await?;
        app.date_step(&step, app.today().await?.plus_weeks(1)).await?;
        app.open_step(&step).await?;
        app.wait_for(&format!("{} [data-guard] .findings", card(&step))).await?;
        let file = app.save_calendar().await?;
        assert_eq!(file.events.len(), 1);
        assert!(!file.text.contains("Sarah"), "{}", file.text);
        app.wait_for("[data-kept-back]").await
    });
}

/// As many steps as nobody has, come with a file.
#[test]
fn five_hundred_steps_stay_quick() {
    const BOUND: f64 = 500.0;
    visit(async |app| {
        let mut assessment = first_advice_taken(0);
        let at = assessment.started;
        let ids: Vec<ActionId> = (0..500).map(|number| ActionId::new(&format!("own-{number:03}"))).collect();
        for (number, id) in ids.iter().enumerate() {
            let title = format!("Step {number} of our own");
            assessment.plan.actions.insert(id.clone(), PlanAction::own(title, When::In(assessment::Period::Later), at));
        }
        app.open_device().await?;
        app.open_file(
            "many.json",
            exchange::write(&as_records(std::slice::from_ref(&assessment)), Moment(1)).as_bytes(),
        )
        .await?;
        app.do_it("add").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        app.open_plan(&assessment.id).await?;
        assert_eq!(app.count("[data-action]").await?, 500);
        let mut took = Vec::new();
        for (id, status) in [
            (&ids[0], Status::Doing),
            (&ids[250], Status::Doing),
            (&ids[499], Status::Doing),
            (&ids[0], Status::Done),
            (&ids[499], Status::Dropped),
        ] {
            took.push(app.time_status(id, status).await?);
            app.wait_until(Saving::Saved).await?;
        }
        eprintln!("with 500 steps, from setting a status until it is drawn: {took:.0?} ms");
        // Now and then something else on this machine takes its time.
        took.sort_by(f64::total_cmp);
        assert!(took[2] < BOUND, "half of them took more than {:.0} ms", took[2]);
        let plan = app.kept_plan().await?;
        assert_eq!(plan.present().filter(|(_, action)| action.status.value != Status::ToDo).count(), 3);
        Ok(())
    });
}

/// A plan with everything there is on it.
fn full(steps: usize) -> Assessment {
    let mut assessment = first_advice_taken(steps);
    let at = Moment(1_793_404_800_000);
    assessment.plan.first_day = Given { at, value: Date::parse("2026-12-14") };
    assessment.plan.rhythm = Given { at, value: Some(Rhythm::WeeklyFirst) };
    assessment.plan.ladder.wanted = Given { at, value: true };
    assessment
}

#[test]
fn a_plan_of_twelve_steps_with_a_ladder_fits_on_two_sheets() {
    visit(async |app| {
        let assessment = full(12);
        app.open_plan_at(&assessment, "ladder").await?;
        assert!(!app.shows(".wall").await?, "the sheet is for paper only");
        app.look_at_paper().await?;
        assert!(app.shows(".wall").await?);
        for not_for_paper in ["button", ".plan__main", ".plan__side", "input", "nav", "#toast"] {
            assert!(!app.shows(not_for_paper).await?, "{not_for_paper} does nothing on paper");
        }
        assert_eq!(app.count(".wall__box").await?, 12, "a box for each step");
        assert_eq!(app.count(".wall__number").await?, 4, "a number for each rung");
        assert_eq!(app.layout_faults().await?, Vec::<String>::new());
        let paper = app.print().await?;
        assert!((1..=2).contains(&paper.pages), "{} sheets", paper.pages);
        assert!(paper.pdf.len() > 10_000, "there is something on them");
        Ok(())
    });
}

#[test]
fn the_plan_is_for_everyone() {
    let unfold = "all('main details:not([open]) > summary').forEach((summary) => summary.click())";
    visit(async |app| {
        let mut audit = Audit::of(app)?;
        let empty = first_advice_taken(0);
        app.open_plan_at(&empty, "ladder").await?;
        app.do_it("own-add").await?;
        app.wait_for("[aria-invalid]").await?;
        audit.look_at("plan, empty").await?;

        let mut assessment = full(4);
        let at = assessment.plan.first_day.at;
        let id = ActionId::new("badge");
        assessment.plan.actions.insert(id.clone(), PlanAction::own(PRIVATE.to_owned(), When::By(Date(20_000)), at));
        assessment.plan.buddy.deputy = Given { at, value: Some(false) };
        app.open_plan_at(&assessment, "what-if").await?;
        audit.look_at("plan, folded").await?;
        let advised = assessment.plan.present().filter(|(_, action)| action.from.is_some());
        let steps: Vec<ActionId> = advised.map(|(id, _)| id.clone()).collect();
        for step in &steps {
            app.tick(step).await?;
        }
        app.read::<()>(unfold, []).await?;
        app.set_status(&steps[1], Status::Dropped).await?;
        app.set_status(&steps[2], Status::Done).await?;
        app.wait_for("[data-offer]").await?;
        app.wait_for(&format!("{} [data-guard] .findings", card(&id))).await?;
        audit.look_at("plan, with all of it unfolded").await?;
        app.save_calendar().await?;
        audit.look_at("plan, with a calendar saved").await?;
        app.take_out(&steps[0]).await?;
        audit.look_at("plan, with undo").await?;
        audit.assert_clean();
        Ok(())
    });
}
