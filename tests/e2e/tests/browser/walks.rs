//! The main job, as four people do it.

use std::path::Path;

use anyhow::Result;
use assessment::{Answer, Experience, Involvement, Pattern, Place, Region, Respondent, Size, Stage, Work};
use e2e::{App, SeenGuidance, Visitor, Walk, ask, level, shipped_pack, visit};

/// The walks compute what must be shown from the packs of the site: they must be those of this checkout.
#[test]
fn the_site_holds_the_content_of_this_checkout() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).expect("the content has no faults");
    let house = house::ours(&folder.join("..")).expect("the house file has no faults");
    for pack in content.packs(&house).expect("the content makes packs") {
        let shipped = shipped_pack(&pack.name)?;
        assert!(shipped == pack.bytes, "{} differs; remedy: cargo xtask build", pack.name);
    }
    Ok(())
}

/// Someone with no HR and no practitioner yet, who thinks about hiring for the first time.
fn small_employer() -> Walk {
    Walk::quick_scan()
        .situation(|it| {
            it.stage = Some(Stage::BeforeHiring);
            it.size = Some(Size::Micro);
            it.respondent = Some(Respondent::Owner);
            it.involvement = Some(Involvement::Regular);
            it.work = Some(Work::Shop);
            it.experience = Some(Experience::First);
        })
        .answering_all(level(0))
}

#[test]
fn a_small_employer_before_hiring_learns_in_dutch_what_comes_first() {
    Visitor::default().reading("nl-NL,nl").visit(async |app| {
        let walk = small_employer();
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        assert_eq!(app.language().await?, "nl");
        assert!(guidance.at("put-right").contains(&"open-no-questions"), "no questions about health comes first");
        assert_eq!(guidance.at("start").len(), 2, "two first steps for the first time");
        let plan = guidance.advice("start-plan").expect("there is a plan to make for the start");
        assert_eq!(plan.place, "waiting");
        assert_eq!(plan.after, ["buddy-named", "tasks-clear"]);
        assert!(guidance.cautions.iter().any(|caution| caution == "health-questions"));
        assert!(guidance.region, "the rules of the Netherlands are shown");
        Ok(())
    });
}

/// A manager with HR behind them, and someone who has worked there for two months.
fn manager() -> Walk {
    Walk::full_check()
        .situation(|it| {
            it.stage = Some(Stage::FirstMonths);
            it.size = Some(Size::Medium);
            it.respondent = Some(Respondent::Manager);
            it.involvement = Some(Involvement::Little);
            it.work = Some(Work::Office);
            it.pattern = Some(Pattern::Day);
            it.experience = Some(Experience::Some);
            it.place = Some(Place::PaidJob);
            it.region = Some(Region::Netherlands);
        })
        .answering(|n, _| {
            Some(match n % 9 {
                4 => Answer::DontKnow,
                7 => Answer::NotApplicable,
                n => level((n * 3 + n / 2) % 4),
            })
        })
}

#[test]
fn a_manager_in_the_first_months_keeps_everything_over_a_reload_and_a_switch_of_language() {
    visit(async |app| {
        let walk = manager();
        let conditions = walk.conditions();
        let (reloaded_at, switched_at) = (&conditions[4], &conditions[8]);

        app.begin(&walk).await?;
        for condition in &conditions {
            app.answer(&walk, condition).await?;
            if condition == reloaded_at {
                app.reload().await?;
                app.assert_answered(&walk, condition).await?;
            }
            if condition == switched_at {
                app.speak("nl").await?;
                app.assert_answered(&walk, condition).await?;
                assert!(app.heading().await?.contains(&name_of_condition("nl", condition.as_str())));
            }
            app.next().await?;
        }

        app.assert_guides(&walk).await?;
        for condition in &conditions {
            open_questions(app, condition.as_str()).await?;
            app.assert_answered(&walk, condition).await?;
        }
        Ok(())
    });
}

/// A practitioner at the table of an employer with shifts, who begins with a trial placement.
fn practitioner(respondent: Respondent) -> Walk {
    Walk::full_check()
        .situation(|it| {
            it.stage = Some(Stage::FirstWeeks);
            it.size = Some(Size::Small);
            it.respondent = Some(respondent);
            it.involvement = Some(Involvement::Regular);
            it.pattern = Some(Pattern::Shifts);
            it.place = Some(Place::Trial);
        })
        .answering(|n, _| Some(level(n % 2)))
}

#[test]
fn a_practitioner_with_an_employer_sees_what_their_answers_changed() {
    visit(async |app| {
        let walk = practitioner(Respondent::PractitionerWithEmployer);
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        assert_reason(&guidance, "flex-hours", "shifts");
        assert_reason(&guidance, "start-rhythm", "shifts");
        assert_reason(&guidance, "growth-next-step", "trial");
        assert!(!guidance.practitioners_view, "together with the employer it is the employer's view");
        Ok(())
    });
}

#[test]
fn a_practitioner_alone_is_asked_in_their_own_words_and_the_result_says_whose_view_it_is() {
    visit(async |app| {
        let walk = practitioner(Respondent::PractitionerAlone);
        let words = ask("en");
        let buddy = assessment::PracticeId::new("buddy-named");
        let (_, texts) = words.practice(&buddy).expect("there is a question about the buddy");
        assert_eq!(walk.question(&words, &buddy), *texts.question_practitioner, "not those of the employer");
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        assert!(guidance.practitioners_view);
        Ok(())
    });
}

/// Someone who has only just taken over the team.
fn newcomer() -> Walk {
    Walk::quick_scan()
        .situation(|it| {
            it.stage = Some(Stage::FirstWeeks);
            it.size = Some(Size::Large);
            it.respondent = Some(Respondent::Hr);
        })
        .answering_all(Answer::DontKnow)
        .but("buddy-named", level(2))
        .but("tasks-clear", level(0))
}

#[test]
fn an_employer_who_does_not_know_gets_questions_to_ask_and_no_advice_from_them() {
    visit(async |app| {
        let walk = newcomer();
        app.walk(&walk).await?;

        let guidance = app.assert_guides(&walk).await?;
        assert_eq!(guidance.find_out.len(), 10, "every don't know becomes a question");
        for question in &guidance.find_out {
            assert!(!question.who.is_empty(), "{} names nobody to ask", question.practice);
            assert_eq!(guidance.advice(&question.practice), None, "a don't know is no gap");
            assert!(!guidance.strengths.contains(&question.practice));
        }
        let unknown =
            guidance.picture.iter().filter(|row| row.cells.iter().all(|cell| cell.contains(&"possible".into())));
        assert_eq!(unknown.count(), 10, "a don't know could stand anywhere");
        Ok(())
    });
}

fn assert_reason(guidance: &SeenGuidance, practice: &str, reason: &str) {
    let advice = guidance.advice(practice).unwrap_or_else(|| panic!("there is advice about {practice}"));
    assert!(advice.because.iter().any(|it| it == reason), "{practice} says {:?}", advice.because);
}

fn name_of_condition(language: &str, condition: &str) -> String {
    let words = ask(language);
    let id = assessment::ConditionId::new(condition);
    words.condition(&id).expect("every condition has its words").name.to_string()
}

/// Types the address of a page of questions of the assessment that is open.
async fn open_questions(app: &App, condition: &str) -> Result<()> {
    let assessment = app.assessment().await?;
    app.go(&format!("#/a/{assessment}/questions/{condition}")).await
}
