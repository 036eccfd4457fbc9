//! The rules of section 9 of the domain report on the real instrument: each fires, and each does not.

use crate::support;

use assessment::{
    Advice,
    AdvicePlace::{Aside, Later, Next, PutRight, Start, Waiting},
    Answer, Because, Choice, Doer, Experience, Involvement, LearningForm, LeftOut, Level, Moment, Pattern, Place,
    PracticeId, Respondent, Role, Scope, Size, Stage, Standing, doers, tailor,
};
use support::{Workplace, find, id, level, names};

// The four check cases.

#[test]
fn check_case_before_hiring_quick_scan_nothing_arranged() {
    let workplace = Workplace::at(Stage::BeforeHiring).scope(Scope::Quick).all(level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, PutRight), ["accept-same-terms", "open-no-questions"]);
    assert_eq!(names(&guidance, Start), ["buddy-named", "flex-hours", "three-way-contact"]);
    let plan = find(&guidance, "start-plan").expect("the plan has a gap");
    assert_eq!(plan.place, Waiting);
    assert_eq!(plan.after, [id("buddy-named"), id("tasks-clear")]);
}

#[test]
fn check_case_first_months_without_buddy_and_talks() {
    let workplace =
        Workplace::at(Stage::FirstMonths).all(level(2)).with("buddy-named", level(0)).with("feedback-rhythm", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Start).first().map(String::as_str), Some("buddy-named"));
    let talks = find(&guidance, "feedback-rhythm").expect("talks have a gap");
    assert_eq!((talks.place, talks.after.as_slice()), (Waiting, [id("buddy-named")].as_slice()));
}

#[test]
fn check_case_ongoing_without_growth_and_training() {
    let mut workplace = Workplace::at(Stage::Ongoing).all(level(2));
    for practice in
        ["growth-talk", "growth-talents", "growth-next-step", "training-offer", "training-fit", "training-use"]
    {
        workplace = workplace.with(practice, level(0));
    }
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Start), ["growth-talk", "training-offer", "tasks-steps"]);
    for practice in ["growth-talents", "growth-next-step", "training-fit", "training-use"] {
        assert_eq!(find(&guidance, practice).map(|advice| advice.place), Some(Waiting), "{practice}");
    }
}

#[test]
fn check_case_before_hiring_all_arranged() {
    let workplace = Workplace::at(Stage::BeforeHiring).all(level(2));
    let guidance = workplace.guidance();
    assert!(guidance.advice.is_empty());
    assert_eq!(guidance.strengths.len(), 3);
}

// Rule 1: put right first.

#[test]
fn a_guardrail_at_level_0_is_put_right_first() {
    let workplace = Workplace::at(Stage::BeforeHiring).all(level(2)).with("accept-respect", level(0));
    assert_eq!(names(&workplace.guidance(), PutRight), ["accept-respect"]);
}

#[test]
fn a_guardrail_at_level_1_is_ordinary_advice() {
    let workplace = Workplace::at(Stage::BeforeHiring).all(level(2)).with("accept-respect", level(1));
    let guidance = workplace.guidance();
    assert!(names(&guidance, PutRight).is_empty());
    assert_eq!(names(&guidance, Start), ["accept-respect"]);
}

#[test]
fn a_guardrail_waits_when_its_own_prerequisite_is_in_the_box() {
    let workplace = Workplace::at(Stage::Ongoing)
        .all(level(3))
        .with("open-no-questions", level(0))
        .with("open-share-agreement", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, PutRight), ["open-no-questions"]);
    assert_eq!(names(&guidance, Waiting), ["open-share-agreement"]);
}

#[test]
fn a_guardrail_that_another_waits_for_takes_its_place_in_the_box() {
    let workplace = Workplace::at(Stage::Ongoing)
        .all(level(3))
        .with("open-no-questions", level(1))
        .with("open-share-agreement", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, PutRight), ["open-no-questions"]);
    assert_eq!(names(&guidance, Waiting), ["open-share-agreement"]);
}

// Rule 2: prerequisites.

#[test]
fn what_is_needed_first_comes_before_what_needs_it() {
    let workplace =
        Workplace::at(Stage::Ongoing).all(level(3)).with("growth-talk", level(0)).with("growth-talents", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Start), ["growth-talk"]);
    assert_eq!(find(&guidance, "growth-talents").map(|advice| advice.after.clone()), Some(vec![id("growth-talk")]));
    assert_eq!(find(&guidance, "growth-talk").map(|advice| advice.opens), Some(1));
}

#[test]
fn a_prerequisite_at_its_target_but_too_low_for_another_is_advised() {
    // In the first weeks an offer at level 1 is enough by itself, but using what was learned needs level 2.
    let workplace =
        Workplace::at(Stage::FirstWeeks).all(level(3)).with("training-offer", level(1)).with("training-use", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Start), ["training-offer"]);
    assert_eq!(names(&guidance, Waiting), ["training-use"]);
}

#[test]
fn a_prerequisite_that_nobody_knows_or_asked_blocks_nothing() {
    let unknown = Workplace::at(Stage::BeforeHiring).all(level(2)).with("open-no-questions", Answer::DontKnow);
    for answer in [Some(Answer::DontKnow), Some(Answer::NotApplicable), None] {
        let mut workplace = Workplace::at(Stage::BeforeHiring).all(level(2)).with("accept-team", level(0));
        match answer {
            Some(answer) => workplace = workplace.with("open-no-questions", answer),
            None => {
                workplace.answers.clear(&id("open-no-questions"), Moment(1));
            }
        }
        assert_eq!(names(&workplace.guidance(), Start), ["accept-team"], "{answer:?}");
    }
    assert!(names(&unknown.guidance(), Start).is_empty());
}

// Rule 3: how many, and at most one per condition.

#[test]
fn three_first_steps_each_from_another_condition_then_five_more() {
    let workplace = Workplace::at(Stage::FirstMonths).all(level(1));
    let guidance = workplace.guidance();
    let mut conditions: Vec<&str> = guidance
        .at(Start)
        .map(|advice| {
            let has = |condition: &&assessment::Condition| condition.practices.iter().any(|p| p.id == advice.practice);
            workplace.instrument.conditions.iter().find(has).map_or("", |condition| condition.id.as_str())
        })
        .collect();
    conditions.dedup();
    assert_eq!(conditions.len(), 3);
    assert_eq!(names(&guidance, Next).len(), 5);
    assert!(!names(&guidance, Later).is_empty());
}

#[test]
fn someone_who_does_it_for_the_first_time_gets_two_first_steps() {
    let workplace = Workplace::at(Stage::FirstMonths).all(level(1)).profile(|p| p.experience = Some(Experience::First));
    assert_eq!(names(&workplace.guidance(), Start).len(), 2);
}

// Rule 4: never a jump.

#[test]
fn advice_is_the_next_step_from_the_present_level() {
    for now in 0..3 {
        let workplace = Workplace::at(Stage::Ongoing).all(level(3)).with("flex-hours", level(now));
        let guidance = workplace.guidance();
        let advice = find(&guidance, "flex-hours").expect("below the target of 3");
        let practice = workplace.instrument.practice(&advice.practice).expect("known");
        assert_eq!(advice.step, practice.steps[now]);
    }
}

// Rules 5 and 6: don't know and not applicable are never a gap.

#[test]
fn a_dont_know_becomes_a_question_to_someone() {
    let workplace = Workplace::at(Stage::FirstMonths).with("buddy-time", Answer::DontKnow);
    let guidance = workplace.guidance();
    assert!(guidance.advice.is_empty());
    assert_eq!(guidance.find_out.len(), 1);
    assert_eq!(guidance.find_out[0].ask, [Doer::Role(Role::Manager), Doer::Role(Role::Buddy)]);
}

#[test]
fn whoever_does_not_know_is_told_to_ask_another() {
    let workplace = Workplace::at(Stage::FirstMonths)
        .profile(|p| p.respondent = Some(Respondent::Manager))
        .with("buddy-time", Answer::DontKnow);
    assert_eq!(workplace.guidance().find_out[0].ask, [Doer::Role(Role::Buddy)]);
}

#[test]
fn what_does_not_apply_is_left_out() {
    let workplace = Workplace::at(Stage::FirstMonths).with("buddy-time", Answer::NotApplicable);
    let guidance = workplace.guidance();
    assert!(guidance.advice.is_empty() && guidance.find_out.is_empty() && guidance.strengths.is_empty());
    assert_eq!(guidance.picture[0].not_applicable, 1);
}

// Rule 7: strengths.

#[test]
fn strengths_are_level_3_before_2_one_per_condition_guardrails_last() {
    let workplace = Workplace::at(Stage::BeforeHiring)
        .with("accept-same-terms", level(3))
        .with("accept-team", level(2))
        .with("flex-hours", level(2))
        .with("flex-appointments", level(3))
        .with("buddy-prepared", level(2))
        .with("means-time", level(1));
    let strengths: Vec<String> = workplace.guidance().strengths.iter().map(|(id, _)| id.to_string()).collect();
    assert_eq!(strengths, ["flex-appointments", "accept-team", "buddy-prepared"]);
}

#[test]
fn what_is_below_its_target_is_no_strength() {
    let workplace = Workplace::at(Stage::Ongoing).with("flex-hours", level(2));
    assert!(workplace.guidance().strengths.is_empty());
}

// The picture.

#[test]
fn a_dont_know_shows_as_a_range_and_never_as_zero() {
    let workplace = Workplace::at(Stage::FirstWeeks).with("buddy-named", level(2)).with("buddy-time", Answer::DontKnow);
    let guidance = workplace.guidance();
    let row = &guidance.picture[0];
    assert_eq!(row.span, Some((Level::Arranged, Level::Arranged)));
    assert_eq!(row.cells().map(|cell| cell.filled), [false, false, true, false]);
    assert_eq!(row.cells().map(|cell| cell.possible), [true, true, false, true]);
    assert_eq!(row.unanswered, row.asked - 2);
}

#[test]
fn the_target_of_a_condition_runs_from_its_lowest_to_its_highest() {
    let workplace = Workplace::at(Stage::FirstMonths);
    let guidance = workplace.guidance();
    let growth = guidance.picture.iter().find(|row| row.condition.as_str() == "growth").expect("asked");
    assert_eq!(growth.target, Some((Level::Arranged, Level::Arranged)));
    let task_fit = guidance.picture.iter().find(|row| row.condition.as_str() == "task-fit").expect("asked");
    assert_eq!(task_fit.target, Some((Level::Arranged, Level::PartOfTheWork)));
}

#[test]
fn one_topic_shows_no_other_condition() {
    let topic = assessment::ConditionId::new("growth");
    let workplace = Workplace::at(Stage::Ongoing).scope(Scope::Topic(topic.clone()));
    let guidance = workplace.guidance();
    assert_eq!(guidance.asked, 3);
    assert_eq!(guidance.picture.iter().map(|row| &row.condition).collect::<Vec<_>>(), [&topic]);
}

// Cautions.

#[test]
fn a_low_level_calls_for_its_caution_and_a_higher_one_does_not() {
    let has = |workplace: &Workplace, caution: &str| {
        workplace.guidance().cautions.iter().any(|shown| shown.as_str() == caution)
    };
    let asks = Workplace::new().with("open-no-questions", level(1));
    let does_not_ask = Workplace::new().with("open-no-questions", level(2));
    assert!(has(&asks, "health-questions"));
    assert!(!has(&does_not_ask, "health-questions"));
}

#[test]
fn a_guardrail_that_does_not_apply_keeps_its_caution() {
    let workplace =
        Workplace::new().with("open-no-questions", Answer::NotApplicable).with("buddy-time", Answer::NotApplicable);
    let guidance = workplace.guidance();
    let shown: Vec<&str> = guidance.cautions.iter().map(assessment::CautionId::as_str).collect();
    assert!(shown.contains(&"health-questions"));
    assert!(!shown.contains(&"buddy-no-time"));
}

#[test]
fn three_cautions_always_stand() {
    let workplace = Workplace::new();
    let guidance = workplace.guidance();
    let shown: Vec<&str> = guidance.cautions.iter().map(assessment::CautionId::as_str).collect();
    assert_eq!(shown, ["unpaid-trials", "subsidy-motive", "result-against-person"]);
}

// Ways of learning.

#[test]
fn a_way_of_learning_is_open_once_one_of_its_practices_is_arranged() {
    let workplace = Workplace::new().with("training-offer", level(2)).with("mistakes-ask", level(1));
    let guidance = workplace.guidance();
    let state = |form| guidance.learning.iter().find(|state| state.form == form).expect("all four");
    assert_eq!(state(LearningForm::Formal).opened_by, [id("training-offer")]);
    assert!(state(LearningForm::Reactive).known && state(LearningForm::Reactive).opened_by.is_empty());
    assert!(!state(LearningForm::Implicit).known);
}

// What the profile changes.

fn standing(workplace: &Workplace, practice: &str) -> Standing {
    tailor(&workplace.instrument, &workplace.assessment)
        .into_iter()
        .find(|entry| entry.practice.id.as_str() == practice)
        .expect("known")
        .standing
}

fn because(workplace: &Workplace, practice: &str) -> Vec<Because> {
    tailor(&workplace.instrument, &workplace.assessment)
        .into_iter()
        .find(|entry| entry.practice.id.as_str() == practice)
        .expect("known")
        .because
}

#[test]
fn without_a_practitioner_contact_waits_and_finding_one_comes_first() {
    let mut workplace = Workplace::at(Stage::BeforeHiring)
        .profile(|p| p.involvement = Some(Involvement::NotYet))
        .with("three-way-contact", level(0));
    assert_eq!(standing(&workplace, "three-way-contact"), Standing::LeftOut(LeftOut::NoPractitionerYet));
    assert!(workplace.guidance().find_practitioner);
    assert!(find(&workplace.guidance(), "three-way-contact").is_none());
    assert_eq!(doers(&[Role::Practitioner], &workplace.profile), [Doer::Role(Role::EmployerDesk)]);

    workplace.added_back.give(id("three-way-contact"), (), Moment(1));
    assert_eq!(standing(&workplace, "three-way-contact"), Standing::Asked);

    let involved = Workplace::new().profile(|p| p.involvement = Some(Involvement::Regular));
    assert_eq!(standing(&involved, "three-way-contact"), Standing::Asked);
    assert!(!involved.guidance().find_practitioner);
}

#[test]
fn a_buddy_is_not_asked_about_means_and_contracts() {
    let buddy = Workplace::new().profile(|p| p.respondent = Some(Respondent::Buddy));
    for practice in ["means-time", "means-who-decides", "means-schemes", "growth-next-step"] {
        assert_eq!(standing(&buddy, practice), Standing::LeftOut(LeftOut::NotForBuddy), "{practice}");
    }
    assert_eq!(standing(&buddy, "buddy-time"), Standing::Asked);
    assert_eq!(standing(&Workplace::new(), "means-time"), Standing::Asked);
}

#[test]
fn the_quick_scan_asks_one_practice_of_each_condition() {
    let workplace = Workplace::new().scope(Scope::Quick);
    assert_eq!(workplace.guidance().asked, 12);
    assert_eq!(standing(&workplace, "buddy-time"), Standing::OutOfScope);
}

#[test]
fn the_pattern_of_work_raises_what_it_makes_harder() {
    let shifts = Workplace::new().profile(|p| p.pattern = Some(Pattern::Shifts));
    assert_eq!(because(&shifts, "start-rhythm"), [Because::Shifts]);
    assert_eq!(because(&shifts, "flex-hours"), [Because::Shifts]);
    assert_eq!(because(&shifts, "mistakes-ask"), []);
    let alone = Workplace::new().profile(|p| p.pattern = Some(Pattern::Alone));
    assert_eq!(because(&alone, "mistakes-ask"), [Because::Alone]);
}

#[test]
fn the_pattern_of_work_changes_the_order() {
    let low = || {
        Workplace::at(Stage::FirstWeeks).all(level(3)).with("start-rhythm", level(0)).with("start-success", level(0))
    };
    let day = low();
    assert_eq!(names(&day.guidance(), Start), ["start-success"]);
    // Importance 3 both, the same stage and effort: the practice that comes first in the list stays first.
    let shifts = low().profile(|p| p.pattern = Some(Pattern::Shifts)).with("start-success", level(1));
    assert_eq!(names(&shifts.guidance(), Start), ["start-rhythm"]);
}

#[test]
fn size_place_and_contact_change_weights_and_effort() {
    let effort = |workplace: &Workplace| {
        tailor(&workplace.instrument, &workplace.assessment)
            .into_iter()
            .find(|entry| entry.practice.id.as_str() == "tasks-carve")
            .map(|entry| entry.effort)
    };
    let micro = Workplace::new().profile(|p| p.size = Some(Size::Micro));
    assert_eq!((effort(&micro), effort(&Workplace::new())), (Some(2), Some(3)));
    let large = Workplace::new().profile(|p| p.size = Some(Size::Large));
    assert_eq!(because(&large, "means-who-decides"), [Because::Large]);
    // HR has a part in its steps, so there may be policy to check; the weight stays.
    assert_eq!(because(&large, "flex-appointments"), [Because::Large]);
    assert_eq!(because(&large, "feedback-concrete"), []);
    let trial = Workplace::new().profile(|p| p.place = Some(Place::Trial));
    assert_eq!(because(&trial, "growth-next-step"), [Because::Trial]);
    let volunteer = Workplace::new().profile(|p| p.place = Some(Place::Volunteer));
    assert_eq!(because(&volunteer, "growth-next-step"), [Because::Volunteer]);
    let little = Workplace::new().profile(|p| p.involvement = Some(Involvement::Little));
    assert_eq!(because(&little, "three-way-contact"), [Because::LittleContact]);
}

#[test]
fn who_reads_decides_who_is_you() {
    let owner_of_few = Workplace::new()
        .profile(|p| {
            p.respondent = Some(Respondent::Owner);
            p.size = Some(Size::Micro);
        })
        .profile;
    assert_eq!(
        doers(&[Role::Hr, Role::Manager, Role::Owner, Role::Buddy], &owner_of_few),
        [Doer::You, Doer::Role(Role::Buddy)]
    );
    let manager = Workplace::new().profile(|p| p.respondent = Some(Respondent::Manager)).profile;
    assert_eq!(doers(&[Role::Hr, Role::Manager], &manager), [Doer::You, Doer::Role(Role::Hr)]);
    let nobody = Workplace::new().profile;
    assert_eq!(doers(&[Role::Hr], &nobody), [Doer::Role(Role::Hr)]);
}

#[test]
fn a_step_with_the_new_colleague_waits_until_it_is_known_who_comes() {
    let plan = |stage| {
        let workplace = Workplace::at(stage).all(level(3)).with("open-needs-talk", level(1));
        find(&workplace.guidance(), "open-needs-talk").map(|advice| (advice.step.needs_person, advice.once_known))
    };
    assert_eq!(plan(Stage::BeforeHiring), Some((true, true)));
    assert_eq!(plan(Stage::FirstWeeks), Some((true, false)));
}

#[test]
fn a_skipped_profile_changes_nothing() {
    let workplace = Workplace::new();
    for entry in tailor(&workplace.instrument, &workplace.assessment) {
        assert_eq!(entry.target, Level::Arranged);
        assert!(entry.because.is_empty() && entry.is_asked());
        assert_eq!(entry.effort, entry.practice.effort);
    }
    assert_eq!(workplace.guidance().look_again_weeks, None);
}

#[test]
fn the_next_look_depends_on_the_stage() {
    let weeks = Stage::BeforeHiring;
    assert_eq!(Workplace::at(weeks).guidance().look_again_weeks, Some(2));
    assert_eq!(Workplace::at(Stage::Ongoing).guidance().look_again_weeks, Some(26));
}

#[test]
fn in_time_what_the_reader_can_do_comes_before_what_another_does() {
    let workplace = Workplace::at(Stage::FirstMonths).all(level(1)).profile(|p| p.respondent = Some(Respondent::Hr));
    let guidance = workplace.guidance();
    for place in [Next, Later] {
        let mine: Vec<bool> = guidance
            .by_time(Stage::FirstMonths)
            .into_iter()
            .filter(|advice| advice.place == place)
            .map(|advice| advice.who.contains(&Doer::You))
            .collect();
        assert!(mine.contains(&true) && mine.contains(&false), "{place:?} has both");
        assert!(mine.is_sorted_by_key(|mine| !mine), "{place:?}: {mine:?}");
    }
}

// Rule 8: advice can be put aside.

#[test]
fn what_is_put_aside_stands_apart_and_makes_room_for_the_next() {
    let mut workplace = Workplace::at(Stage::FirstMonths).all(level(1));
    let first = names(&workplace.guidance(), Start);
    workplace.set_aside.give(id(&first[0]), (), Moment(1));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Aside), first[..1]);
    assert_eq!(names(&guidance, Start).len(), 3);
    assert!(!names(&guidance, Start).contains(&first[0]));
}

#[test]
fn what_has_to_be_put_right_cannot_be_put_aside() {
    let mut workplace = Workplace::at(Stage::Ongoing).all(level(3)).with("accept-respect", level(0));
    workplace.set_aside.give(id("accept-respect"), (), Moment(1));
    assert_eq!(names(&workplace.guidance(), PutRight), ["accept-respect"]);
}

#[test]
fn law_and_safety_are_for_now_whenever_they_matter_most() {
    let time = |practice: &str| {
        let workplace = Workplace::at(Stage::BeforeHiring)
            .all(level(2))
            .with(practice, level(1))
            .profile(|p| p.stage = Some(Stage::FirstMonths));
        find(&workplace.guidance(), practice).map(|advice| advice.time)
    };
    assert_eq!(time("accept-respect"), Some(Stage::FirstMonths));
    assert_eq!(time("growth-next-step"), Some(Stage::Ongoing));
}

#[test]
fn the_stage_is_a_reason_only_where_it_makes_a_practice_matter_more() {
    let first_weeks = Workplace::at(Stage::FirstWeeks);
    assert_eq!(because(&first_weeks, "start-success"), [Because::Stage(Stage::FirstWeeks)]);
    assert_eq!(because(&first_weeks, "growth-talk"), []);
}

// The tables of section 9, as they stand there.

#[test]
fn how_far_a_practice_should_be_follows_from_when_it_matters_and_the_stage() {
    for (when, row) in Stage::ALL.iter().zip([[2, 2, 3, 3], [1, 2, 3, 3], [0, 1, 2, 3], [0, 1, 2, 3]]) {
        for (stage, expected) in Stage::ALL.iter().zip(row) {
            let workplace = Workplace::at(*stage);
            for entry in tailor(&workplace.instrument, &workplace.assessment) {
                if entry.practice.when == *when {
                    let least = if entry.practice.guardrail { 2 } else { 0 };
                    assert_eq!(entry.target.index(), expected.max(least), "{} at {stage:?}", entry.practice.id);
                }
            }
        }
    }
}

/// How much a practice weighs at a stage, in tenths.
fn stage_weight(when: Stage, stage: Stage) -> u64 {
    let table = [[15, 13, 10, 9], [10, 15, 12, 10], [6, 9, 15, 12], [6, 8, 11, 15]];
    table[when as usize][stage as usize]
}

#[test]
fn advice_stands_in_the_order_of_importance_gap_stage_effort_and_what_it_opens() {
    let mut compared = 0;
    for stage in Stage::ALL {
        for turn in 0..12 {
            let mut workplace = Workplace::at(*stage);
            let ids: Vec<_> = workplace.instrument.practices().map(|practice| practice.id.clone()).collect();
            for (number, id) in ids.iter().enumerate() {
                workplace.answers.give(id.clone(), level((number * (turn + 5) + number / 4 + turn) % 4), Moment(1));
            }
            let guidance = workplace.guidance();
            let tailored = tailor(&workplace.instrument, &workplace.assessment);
            let open = |id: &PracticeId| {
                tailored.iter().any(|it| it.practice.id == *id && workplace.answers.level(id) < Some(it.target))
            };
            let waited_for: Vec<&PracticeId> = guidance.advice.iter().flat_map(|advice| &advice.after).collect();
            let priority = |advice: &Advice| {
                let practice = workplace.instrument.practice(&advice.practice).expect("known");
                let gap = advice.target.index().saturating_sub(advice.level.index()) as u64;
                let effort = [125, 100, 80][usize::from(advice.effort) - 1];
                let needs = |other: &&assessment::Practice| other.needs.iter().any(|need| need.practice == practice.id);
                let opens = workplace.instrument.practices().filter(needs).filter(|other| open(&other.id)).count();
                u64::from(practice.importance)
                    * stage_weight(practice.when, *stage)
                    * gap
                    * effort
                    * (10 + opens.min(3) as u64)
            };
            for place in [Start, Next, Later] {
                // What others wait for takes over their priority, and stands higher.
                let own: Vec<u64> =
                    guidance.at(place).filter(|it| !waited_for.contains(&&it.practice)).map(priority).collect();
                assert!(own.is_sorted_by(|one, next| one >= next), "{place:?} at {stage:?}: {own:?}");
                compared += own.len();
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn what_is_waited_for_takes_over_most_of_the_priority_of_what_waits() {
    // The offer is far enough by itself. Using what was learned weighs as much as giving feedback both ways, so the offer comes
    // just after that, and before the next step, which weighs less.
    let workplace = Workplace::at(Stage::FirstWeeks)
        .all(level(3))
        .with("training-offer", level(1))
        .with("training-use", level(0))
        .with("feedback-both-ways", level(0))
        .with("growth-next-step", level(0));
    let guidance = workplace.guidance();
    assert_eq!(names(&guidance, Start), ["feedback-both-ways", "training-offer", "growth-next-step"]);
    assert_eq!(names(&guidance, Waiting), ["training-use"]);
}

/// Nothing is arranged of these, everything else is. Each weighs what is said, and is as much work.
fn weighing(importance: &[(&str, u8)]) -> Workplace {
    let mut workplace = Workplace::at(Stage::Ongoing).all(level(3));
    for (name, importance) in importance {
        workplace = workplace.with(name, level(0));
        let mut practices = workplace.instrument.conditions.iter_mut().flat_map(|condition| &mut condition.practices);
        let practice = practices.find(|practice| practice.id == id(name)).expect("a practice");
        (practice.importance, practice.effort, practice.when) = (*importance, 2, Stage::Ongoing);
    }
    workplace
}

#[test]
fn priority_is_taken_over_along_the_whole_chain_and_what_waits_longer_stands_later() {
    // The talk about growth waits for the talks, which wait for the buddy, and weighs more than both.
    let weights = [("buddy-named", 1), ("feedback-rhythm", 1), ("growth-talk", 3), ("training-offer", 2)];
    let guidance = weighing(&weights).guidance();
    assert_eq!(names(&guidance, Start), ["buddy-named", "training-offer"]);
    assert_eq!(names(&guidance, Waiting), ["feedback-rhythm", "growth-talk"]);
    // Without it, the buddy comes second.
    let guidance = weighing(&weights).with("growth-talk", level(3)).guidance();
    assert_eq!(names(&guidance, Start), ["training-offer", "buddy-named"]);
}

#[test]
fn of_two_that_weigh_the_same_the_one_of_the_quick_scan_comes_first() {
    let guidance = weighing(&[("flex-appointments", 2), ("training-offer", 2)]).guidance();
    assert_eq!(names(&guidance, Start), ["training-offer", "flex-appointments"]);
    let guidance = weighing(&[("flex-appointments", 3), ("training-offer", 2)]).guidance();
    assert_eq!(names(&guidance, Start), ["flex-appointments", "training-offer"]);
}

#[test]
fn each_part_of_the_situation_has_its_reason_at_these_practices_and_no_others() {
    let reasons = |change: fn(&mut assessment::Profile)| {
        let workplace = Workplace::new().profile(change);
        let tailored = tailor(&workplace.instrument, &workplace.assessment);
        let told = tailored.iter().filter(|entry| !entry.because.is_empty());
        let told: Vec<(String, Because)> =
            told.flat_map(|entry| entry.because.iter().map(|it| (entry.practice.id.to_string(), *it))).collect();
        told
    };
    let one = |practice: &str, reason| vec![(practice.to_owned(), reason)];
    assert_eq!(reasons(|p| p.pattern = Some(Pattern::Alone)), one("mistakes-ask", Because::Alone));
    assert_eq!(reasons(|p| p.pattern = Some(Pattern::Day)), []);
    assert_eq!(reasons(|p| p.place = Some(Place::Trial)), one("growth-next-step", Because::Trial));
    assert_eq!(reasons(|p| p.place = Some(Place::Volunteer)), one("growth-next-step", Because::Volunteer));
    assert_eq!(reasons(|p| p.place = Some(Place::PaidJob)), []);
    assert_eq!(
        reasons(|p| p.involvement = Some(Involvement::Little)),
        one("three-way-contact", Because::LittleContact)
    );
    assert_eq!(reasons(|p| p.involvement = Some(Involvement::Regular)), []);
    assert_eq!(reasons(|p| p.size = Some(Size::Micro)), one("tasks-carve", Because::Micro));
    assert_eq!(reasons(|p| p.size = Some(Size::Small)), []);
    let large = reasons(|p| p.size = Some(Size::Large));
    let hr = |practice: &assessment::Practice| practice.steps.iter().any(|step| step.who.contains(&Role::Hr));
    let expected: Vec<(String, Because)> = Workplace::new()
        .instrument
        .practices()
        .filter(|practice| hr(practice) || practice.id.as_str() == "means-who-decides")
        .map(|practice| (practice.id.to_string(), Because::Large))
        .collect();
    assert_eq!(large, expected);
}

#[test]
fn in_a_small_firm_tasks_are_carved_in_less_time_and_nothing_else_changes() {
    for size in Size::ALL {
        let workplace = Workplace::new().profile(|p| p.size = Some(*size));
        for entry in tailor(&workplace.instrument, &workplace.assessment) {
            let less = *size == Size::Micro && entry.practice.id.as_str() == "tasks-carve";
            assert_eq!(entry.effort, if less { 2 } else { entry.practice.effort }, "{}", entry.practice.id);
        }
    }
}

#[test]
fn the_stage_is_a_reason_wherever_it_weighs_more_than_usual() {
    for stage in Stage::ALL {
        let workplace = Workplace::at(*stage);
        for entry in tailor(&workplace.instrument, &workplace.assessment) {
            let more = stage_weight(entry.practice.when, *stage) > 10;
            let expected = if more { vec![Because::Stage(*stage)] } else { Vec::new() };
            assert_eq!(entry.because, expected, "{} at {stage:?}", entry.practice.id);
        }
    }
}

#[test]
fn what_the_situation_makes_weigh_more_comes_first() {
    // Two practices that weigh the same, or nearly: what is said about the situation turns them round.
    let turns = |first: &str, second: &str, change: fn(&mut assessment::Profile)| {
        let plain = || Workplace::new().all(level(3)).with(first, level(1)).with(second, level(1));
        assert_eq!(names(&plain().guidance(), Start), [first, second]);
        assert_eq!(names(&plain().profile(change).guidance(), Start), [second, first]);
    };
    turns("buddy-named", "flex-hours", |p| p.pattern = Some(Pattern::Shifts));
    turns("mistakes-practice", "start-rhythm", |p| p.pattern = Some(Pattern::Shifts));
    turns("feedback-concrete", "mistakes-ask", |p| p.pattern = Some(Pattern::Alone));
    turns("training-fit", "growth-next-step", |p| p.place = Some(Place::Trial));
    turns("training-fit", "growth-next-step", |p| p.place = Some(Place::Volunteer));
    turns("buddy-named", "three-way-contact", |p| p.involvement = Some(Involvement::Little));
    turns("flex-appointments", "means-who-decides", |p| p.size = Some(Size::Large));
    turns("means-schemes", "tasks-carve", |p| p.size = Some(Size::Micro));
}

#[test]
fn you_are_those_whose_part_you_have() {
    use Role::{Buddy, Hr, Manager, Owner, Practitioner};
    let mine = |respondent, size| {
        let profile = assessment::Profile { respondent, size, ..Default::default() };
        let mine = |role: &Role| doers(&[*role], &profile) == [Doer::You];
        Role::ALL.into_iter().filter(mine).collect::<Vec<_>>()
    };
    for (respondent, usual, micro) in [
        (None, vec![], vec![Owner, Hr]),
        (Some(Respondent::Owner), vec![Owner], vec![Owner, Manager, Hr]),
        (Some(Respondent::Manager), vec![Manager], vec![Owner, Manager, Hr]),
        (Some(Respondent::Hr), vec![Hr], vec![Owner, Hr]),
        (Some(Respondent::Buddy), vec![Buddy], vec![Buddy]),
        (Some(Respondent::PractitionerWithEmployer), vec![Owner, Manager], vec![Owner, Manager, Hr]),
        (Some(Respondent::PractitionerAlone), vec![Practitioner], vec![Practitioner]),
    ] {
        assert_eq!(mine(respondent, None), usual, "{respondent:?}");
        assert_eq!(mine(respondent, Some(Size::Small)), usual, "{respondent:?}");
        assert_eq!(mine(respondent, Some(Size::Micro)), micro, "{respondent:?}, fewer than ten");
    }
}

#[test]
fn the_employer_desk_stands_in_only_for_a_practitioner_who_is_not_there_yet() {
    for involvement in Involvement::ALL {
        let profile = assessment::Profile { involvement: Some(*involvement), ..Default::default() };
        for role in Role::ALL {
            let not_there = *involvement == Involvement::NotYet && role == Role::Practitioner;
            let expected = if not_there { Role::EmployerDesk } else { role };
            assert_eq!(doers(&[role], &profile), [Doer::Role(expected)], "{involvement:?}");
        }
    }
}

#[test]
fn whoever_knows_nobody_else_asks_themselves() {
    let asked = |respondent| {
        let workplace = Workplace::new().profile(|p| p.respondent = respondent).all(Answer::DontKnow);
        workplace.guidance().find_out.into_iter().map(|it| it.ask).collect::<Vec<_>>()
    };
    for ask in asked(Some(Respondent::Owner)).into_iter().chain(asked(Some(Respondent::Manager))) {
        assert!(!ask.is_empty());
        assert!(ask == [Doer::You] || !ask.contains(&Doer::You), "{ask:?}");
    }
}

#[test]
fn the_picture_counts_what_is_known_open_and_unknown() {
    let workplace = Workplace::at(Stage::FirstWeeks)
        .scope(Scope::Topic(assessment::ConditionId::new("buddy")))
        .with("buddy-named", Answer::DontKnow)
        .with("buddy-time", Answer::NotSeen);
    let row = workplace.guidance().picture.remove(0);
    assert_eq!((row.asked, row.unknown, row.not_applicable, row.unanswered), (3, 2, 0, 1));
    assert!(row.cells().iter().all(|cell| cell.possible && !cell.filled));
    let known = workplace.all(level(1)).guidance().picture.remove(0);
    assert_eq!((known.asked, known.unknown, known.not_applicable, known.unanswered), (3, 0, 0, 0));
    assert_eq!(known.cells().map(|cell| cell.filled), [false, true, false, false]);
    assert!(known.cells().iter().all(|cell| !cell.possible));
    let guidance = Workplace::new().with("buddy-named", Answer::DontKnow).with("flex-hours", level(2)).guidance();
    assert_eq!((guidance.asked, guidance.answered), (36, 2));
}
