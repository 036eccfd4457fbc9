//! What stands on each paper: the right things, and nothing that does not belong there.

use crate::support::{AT, MADE, golden, manager, practice, words};
use assessment::{Answer, Assessment, AssessmentId, Level, PlanAction, Scope, Stage, Status, When, guide};
use report::{Block, Paper, Point, card, markdown, promise, report};

fn points(paper: &Paper) -> Vec<&Point> {
    let points = paper.blocks.iter().filter_map(|block| match block {
        Block::Points(points) | Block::Steps(points) => Some(points),
        _ => None,
    });
    points.flatten().collect()
}

#[test]
fn the_report_of_a_manager_is_as_it_was() {
    for language in ["en", "nl"] {
        let words = words(language);
        let paper = report(&words.voice(), &manager(&words), MADE, true);
        golden(&format!("report.{language}.md"), &markdown(&paper));
    }
}

#[test]
fn the_card_and_the_open_points_are_as_they_were() {
    for language in ["en", "nl"] {
        let words = words(language);
        let kept = manager(&words);
        golden(
            &format!("card.{language}.md"),
            &markdown(&card(&words.voice(), &kept, MADE).expect("much is arranged")),
        );
        let promised = promise(&words.voice(), &kept, MADE).expect("steps are open");
        golden(&format!("points.{language}.md"), &markdown(&promised));
    }
}

#[test]
fn notes_stand_in_the_report_only_if_they_were_chosen() {
    let words = words("en");
    let kept = manager(&words);
    let with = markdown(&report(&words.voice(), &kept, MADE, true));
    let without = markdown(&report(&words.voice(), &kept, MADE, false));
    for note in ["blue folder", "front desk"] {
        assert!(with.contains(note), "{note}");
        assert!(!without.contains(note), "{note}");
    }
}

#[test]
fn every_answer_stands_in_the_report_once_with_its_words() {
    let words = words("nl");
    let kept = manager(&words);
    let paper = report(&words.voice(), &kept, MADE, false);
    let rows: Vec<&Vec<String>> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if table.columns.len() == 2 => Some(&table.rows),
            _ => None,
        })
        .flatten()
        .collect();
    for (condition, texts) in words.ask.instrument.conditions.iter().zip(&words.ask.conditions) {
        for (practice, text) in condition.practices.iter().zip(&texts.practices) {
            let found: Vec<_> = rows.iter().filter(|row| *row[0] == *text.title).collect();
            assert_eq!(found.len(), 1, "{}", practice.id);
            if let Some(Answer::Level(level)) = kept.answers.get(&practice.id) {
                assert!(found[0][1].contains(text.levels[level.index()].split('{').next().unwrap_or_default()));
            }
        }
    }
}

#[test]
fn the_report_says_what_the_guidance_says() {
    let words = words("en");
    let kept = manager(&words);
    let paper = report(&words.voice(), &kept, MADE, false);
    let guidance = guide(&words.ask.instrument, &kept);
    let told: Vec<&str> = points(&paper).iter().map(|point| point.title.as_str()).collect();
    for advice in &guidance.advice {
        let (_, text) = words.ask.practice(&advice.practice).expect("a practice");
        assert!(told.contains(&&*text.title), "{}", advice.practice);
    }
}

#[test]
fn the_card_tells_only_what_is_arranged_and_nothing_that_was_typed() {
    let words = words("en");
    let mut kept = manager(&words);
    for (_, action) in kept.plan.actions.clone().iter().filter(|(_, action)| action.from.is_some()) {
        let mut named = action.clone();
        named.title.value = "Canary plans this".to_owned();
        named.note.value = "Canary notes this".to_owned();
        kept.plan.actions.insert(PlanAction::id_of(&guide(&words.ask.instrument, &kept).advice[0]), named);
    }
    let paper = card(&words.voice(), &kept, MADE).expect("much is arranged");
    let text = markdown(&paper);
    assert!(!text.contains("Canary") && !text.contains("badge") && !text.contains("blue folder"), "{text}");
    let count_on = paper.blocks.iter().find_map(|block| match block {
        Block::Points(points) => Some(points),
        _ => None,
    });
    for point in count_on.expect("what one can count on comes first") {
        let found = words
            .ask
            .instrument
            .practices()
            .find(|practice| words.ask.practice(&practice.id).is_some_and(|(_, text)| *text.title == *point.title));
        let level = kept.answers.level(&found.expect("a practice").id).expect("it has a level");
        assert!(level >= Level::Arranged, "{}", point.title);
    }
}

#[test]
fn without_anything_arranged_there_is_no_card_and_without_an_open_step_no_promise() {
    let words = words("en");
    let mut kept = Assessment::begin(AssessmentId::new("low"), 1, Scope::Full, AT);
    assert_eq!(card(&words.voice(), &kept, MADE), None);
    assert_eq!(promise(&words.voice(), &kept, MADE), None);
    for practice in words.ask.instrument.practices() {
        kept.answers.give(practice.id.clone(), Answer::Level(Level::NotArranged), AT);
    }
    assert_eq!(card(&words.voice(), &kept, MADE), None);
    assert!(promise(&words.voice(), &kept, MADE).is_some());
    for practice in words.ask.instrument.practices() {
        kept.answers.give(practice.id.clone(), Answer::Level(Level::PartOfTheWork), AT);
    }
    assert!(card(&words.voice(), &kept, MADE).is_some());
    assert_eq!(promise(&words.voice(), &kept, MADE), None);
}

#[test]
fn a_promise_holds_at_most_three_points_each_with_a_day_that_is_still_to_come() {
    let words = words("en");
    let mut kept = manager(&words);
    kept.plan.first_day.value = None;
    let day = assessment::Date(MADE.0 + 40);
    for number in 0..5 {
        let own = PlanAction::own(format!("Step {number}"), When::By(day), AT);
        kept.plan.actions.insert(assessment::ActionId::new(&format!("step-{number}")), own);
    }
    let past = PlanAction::own("Long due".to_owned(), When::By(assessment::Date(MADE.0 - 3)), AT);
    kept.plan.actions.insert(assessment::ActionId::new("past"), past);
    let paper = promise(&words.voice(), &kept, MADE).expect("steps are open");
    let promised = points(&paper);
    assert_eq!(promised.len(), 3);
    assert!(promised.iter().any(|point| point.text == "Long due"));
    for point in promised {
        let day = point.facts.last().and_then(|fact| fact.value.rsplit(' ').next()?.parse::<u32>().ok());
        assert!(day.is_some_and(|day| day > MADE.0), "{point:?}");
        assert!(point.open);
    }
}

#[test]
fn a_line_is_changed_left_out_or_added_and_an_empty_one_does_not_go_out() {
    let words = words("en");
    let first = card(&words.voice(), &manager(&words), MADE).expect("much is arranged");
    let lines: Vec<String> = first.open_points().map(|point| point.text.clone()).collect();
    let mut paper = first.clone();
    paper.open_point(0).expect("it has lines").text = "We start at nine.".to_owned();
    paper.leave_out(1);
    paper.add_line();
    let now: Vec<&str> = paper.open_points().map(|point| point.text.as_str()).collect();
    assert_eq!(now.len(), lines.len());
    assert_eq!(now[0], "We start at nine.");
    assert!(!now.contains(&&*lines[1]), "the second is gone");
    assert_eq!(now[1], lines[2], "the others stay");
    let out = paper.without_empty_lines();
    assert_eq!(out.open_points().count(), lines.len() - 1, "the new line holds nothing");
    let mut mixed = first.clone();
    if let Some(Block::Points(points)) = mixed.blocks.iter_mut().find(|block| matches!(block, Block::Points(_))) {
        points.insert(0, Point { text: "This stays.".to_owned(), ..Point::default() });
    }
    mixed.leave_out(0);
    assert!(points(&mixed).iter().any(|point| point.text == "This stays."), "only a proposal is left out");
    let all: Vec<usize> = (0..lines.len()).rev().collect();
    let mut none = first;
    all.into_iter().for_each(|number| none.leave_out(number));
    assert_eq!(none.open_points().count(), 0);
    none.add_line();
    assert_eq!(none.open_points().count(), 1, "a line can be added to an empty list");
}

#[test]
fn the_report_of_one_topic_has_no_picture_and_only_its_answers() {
    let words = words("en");
    let mut kept = manager(&words);
    kept.scope.value = Scope::Topic(assessment::ConditionId::new("buddy"));
    let paper = report(&words.voice(), &kept, MADE, false);
    assert!(!paper.blocks.iter().any(|block| matches!(block, Block::Picture(_))));
    let pieces: Vec<&str> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if table.columns.len() == 2 => Some(table.caption.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(pieces, ["A buddy at work"]);
}

#[test]
fn what_is_done_or_dropped_is_not_promised() {
    let words = words("en");
    let mut kept = manager(&words);
    let ids: Vec<_> = kept.plan.actions.iter().map(|(id, _)| id.clone()).collect();
    for (id, status) in ids.iter().zip([Status::Done, Status::Dropped, Status::Done]) {
        if let Some(action) = kept.plan.actions.get_mut(id) {
            action.status.value = status;
        }
    }
    let paper = promise(&words.voice(), &kept, MADE).expect("the guidance still has steps");
    assert!(points(&paper).iter().all(|point| point.text != "Order a second badge"));
}

#[test]
fn what_someone_typed_is_never_taken_for_a_mark() {
    let words = words("en");
    let mut kept = manager(&words);
    let typed = "# not a heading | <b>bold</b> [x](y) *a* _b_ `c` & d\n- no point";
    kept.notes.give(practice("buddy-named"), typed.to_owned(), AT);
    let text = markdown(&report(&words.voice(), &kept, MADE, true));
    let escaped = r"\# not a heading \| \<b\>bold\</b\> \[x\](y) \*a\* \_b\_ \`c\` \& d - no point";
    assert!(text.contains(escaped), "{text}");
}

#[test]
fn a_report_before_the_first_day_speaks_of_what_is_agreed() {
    let words = words("en");
    let mut kept = manager(&words);
    kept.profile.stage = Some(Stage::BeforeHiring);
    let text = markdown(&report(&words.voice(), &kept, MADE, false));
    assert!(text.contains("Nothing here is a reason not to hire"), "{text}");
}
