//! What a candidate does not share leaves no trace: not in a file, not in the store, not on paper, not in another tab, and
//! not for who comes after (section 7 of the domain report).

use anyhow::{Context, Result};
use assessment::{
    Answer, Assessment, ConditionId, Date, Given, Level, Moment, PartOf, PracticeId, Rhythm, Round, Scope, Shared,
    Workplace, WorkplaceId,
};
use content::WorkplaceWord;
use e2e::{App, Saving, Tab, Visitor, WaysOut, as_records, ask, first_advice_taken, instrument, views, visit};
use exchange::Known;

const DAY: Date = Date(20_800);
const THEN: Moment = Moment(1_795_219_200_000);

/// Answered, in a topic that is never shared; and in one that was shared until just before handing over.
const UNSHARED: [&str; 4] = ["growth-talents", "growth-next-step", "feedback-concrete", "feedback-both-ways"];
/// Answered with 'rather not say', in a topic that is shared.
const RATHER_NOT: &str = "buddy-time";
/// Answered, and shared.
const SHARED: [(&str, &str); 2] = [("buddy-named", "1"), ("buddy-prepared", "3")];

fn workplace_id() -> WorkplaceId {
    WorkplaceId::new("wp-1")
}

/// A workplace with a round, in which a candidate may have shared something.
fn workplace(shared: Option<Shared>) -> Workplace {
    let mut workplace = Workplace::begin(workplace_id(), "Bakery north".to_owned(), THEN);
    workplace.rounds.insert(DAY, Round { shared, ..Round::default() });
    workplace
}

/// A view in that round: a quick scan, with a plan that has days. It says nothing about what the candidate does not share.
fn planned() -> Assessment {
    let advised = first_advice_taken(3);
    let mut assessment = Assessment::begin(advised.id, instrument().version, Scope::Quick, THEN);
    for practice in instrument().practices().filter(|practice| practice.quick_scan) {
        assessment.answers.give(practice.id.clone(), Answer::Level(Level::Started), THEN);
    }
    assessment.plan = advised.plan;
    assessment.part_of = Given { at: THEN, value: Some(PartOf { workplace: workplace_id(), round: DAY }) };
    assessment.plan.first_day = Given { at: THEN, value: Date::parse("2026-12-14") };
    assessment.plan.rhythm = Given { at: THEN, value: Some(Rhythm::Monthly) };
    assessment
}

/// The device of a candidate, on which there is something else too.
async fn on_a_device(app: &App) -> Result<Assessment> {
    let assessment = planned();
    let mut records = as_records(std::slice::from_ref(&assessment));
    records.push(workplace(None).into());
    // Something is damaged, so that there is a record that is set aside.
    app.have_damaged("damaged").await?;
    app.have_records(&records).await?;
    Ok(assessment)
}

async fn open_own(app: &App) -> Result<()> {
    app.go("#/own").await?;
    app.wait_for("[data-asked]").await
}

async fn share(app: &App, topic: &str) -> Result<()> {
    app.press(&format!("label:has([data-share=\"{topic}\"])")).await
}

/// Says something of every kind, and shares one topic in the end.
async fn say_and_share(app: &App) -> Result<()> {
    open_own(app).await?;
    for practice in UNSHARED {
        app.choose(&format!("own-{practice}"), "0").await?;
    }
    app.choose(&format!("own-{RATHER_NOT}"), "rather-not").await?;
    for (practice, level) in SHARED {
        app.choose(&format!("own-{practice}"), level).await?;
    }
    share(app, "feedback").await?;
    app.wait_for("[data-preview=\"feedback\"]").await?;
    share(app, "buddy").await?;
    share(app, "feedback").await?;
    app.wait_until_gone("[data-preview=\"feedback\"]").await?;
    app.wait_for("[data-preview=\"buddy\"]").await
}

/// Everything by which the unshared could be known: ids, questions, and the words of not saying.
fn traces() -> Vec<String> {
    let silent = UNSHARED.into_iter().chain([RATHER_NOT]);
    let words = views("en");
    let question = |practice: &str| {
        let views = words.practice(&instrument(), &PracticeId::new(practice)).map(|views| views.candidate.to_string());
        views.unwrap_or_else(|| panic!("{practice} is asked"))
    };
    let said = words.words.get(WorkplaceWord::OwnRather).to_string();
    let asked = silent.clone().map(question);
    silent.map(str::to_owned).chain(asked).chain([said, "rather-not".to_owned()]).collect()
}

fn assert_no_trace(out: &WaysOut) {
    for trace in traces() {
        assert_eq!(out.with(&trace), Vec::<&str>::new(), "'{trace}' came out");
    }
}

/// The ways that must have been looked at; else a test proves nothing.
fn assert_ways(out: &WaysOut, ways: &[&str]) {
    for way in ways {
        assert!(out.ways().contains(way), "nothing came out by '{way}': {:?}", out.ways());
    }
}

async fn hand_over(app: &App) -> Result<Vec<u8>> {
    let downloads = app.downloads().await?;
    app.press("[data-give]").await?;
    let file = downloads.take().await?;
    assert!(!file.name.contains(|letter: char| letter.is_ascii_digit()), "no date in {}", file.name);
    Ok(file.bytes)
}

#[test]
fn what_is_handed_over_is_the_shared_topics_and_nothing_else() {
    visit(async |app| {
        say_and_share(app).await?;
        let file = hand_over(app).await?;
        let levels = SHARED.map(|(practice, level)| {
            let level = level.parse().ok().and_then(Level::from_index).expect("a level");
            (PracticeId::new(practice), level)
        });
        let expected = Shared(vec![(ConditionId::new("buddy"), levels.to_vec())]);
        assert_eq!(exchange::read_shared(&file, &Known::from(&instrument())), Ok(Some(expected.clone())));
        assert_eq!(file, exchange::write_shared(&expected).into_bytes(), "to the last byte");
        Ok(())
    });
}

#[test]
fn nothing_goes_out_while_a_candidate_fills_it_in() {
    visit(async |app| {
        on_a_device(app).await?;
        let listener = app.overhear().await?;
        say_and_share(app).await?;
        let out = app.ways_out_here().await?.and(app.overheard(&listener).await?);
        assert_ways(&out, &["store", "browser", "address and name", "paper"]);
        assert_no_trace(&out);
        // What is shared stands on the paper; nothing else has left the page either.
        let question = views("en").practice(&instrument(), &PracticeId::new("buddy-named")).context("asked")?.clone();
        assert_eq!(out.with(&question.candidate), ["paper"]);
        assert!(out.with("own-buddy").is_empty() && out.with("buddy-prepared").is_empty());
        assert!(!app.shows("#toast button[data-undo]").await?, "there is nothing to undo");
        Ok(())
    });
}

/// That the other tabs are told nothing proves something only where they are told something.
#[test]
fn the_line_between_the_tabs_is_heard() {
    visit(async |app| {
        on_a_device(app).await?;
        let listener = app.overhear().await?;
        app.go("#/w").await?;
        app.type_into("#new-workplace", "Town hall").await?;
        app.do_it("add").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.overheard(&listener).await?.with("Town hall"), ["other tabs"]);
        Ok(())
    });
}

/// Another tab makes every file, while the page is still open in this one.
#[test]
fn another_tab_knows_nothing_of_it() {
    visit(async |app| {
        let assessment = on_a_device(app).await?;
        let here = app.tab().await?;
        let other: Tab = app.overhear().await?;
        say_and_share(app).await?;
        app.turn_to(&other).await?;
        let out = app.ways_out_elsewhere(&assessment.id).await?;
        assert_all_ways(&out);
        assert_no_trace(&out);
        app.turn_to(&here).await?;
        assert_eq!(app.chosen("own-buddy-named").await?.as_deref(), Some("1"), "it was open all the time");
        Ok(())
    });
}

fn assert_all_ways(out: &WaysOut) {
    let files = ["backup", "backup with a passphrase", "overview", "calendar", "preview of a file", "report"];
    let paper = ["plan on paper", "guidance on paper", "report on paper", "paper"];
    assert_ways(out, &files);
    assert_ways(out, &paper);
    assert_ways(out, &["store", "store, settings", "store, set aside", "browser", "address and name"]);
    let buddy = ask("en").condition(&ConditionId::new("buddy")).map(|text| text.name.to_string()).unwrap_or_default();
    assert!(out.with("\"buddy-named\"").contains(&"backup with a passphrase"), "it is opened, and not just bytes");
    assert!(out.with(&buddy).contains(&"overview"), "the table is one");
}

#[test]
fn nothing_is_left_once_the_page_is_left() {
    visit(async |app| {
        let assessment = on_a_device(app).await?;
        say_and_share(app).await?;
        hand_over(app).await?;
        let out = app.ways_out_elsewhere(&assessment.id).await?;
        assert_all_ways(&out);
        assert_no_trace(&out);
        let out = app.rescued().await?;
        assert_eq!(out.with("Bakery north"), ["rescue"], "the rescue is read");
        assert_no_trace(&out);
        app.reload().await
    });
}

#[test]
fn a_crash_on_the_page_rescues_nothing_of_it() {
    visit(async |app| {
        on_a_device(app).await?;
        say_and_share(app).await?;
        let out = app.rescued().await?;
        assert_eq!(out.with("Bakery north"), ["rescue"], "the rescue is read");
        assert_no_trace(&out);
        assert!(out.with("buddy-prepared").is_empty());
        app.reload().await
    });
}

async fn assert_empty(app: &App, how: &str) -> Result<()> {
    app.wait_for("[data-asked]").await?;
    let chosen = "return all('[data-own] input:checked').length";
    assert_eq!(app.read::<usize>(chosen, []).await?, 0, "{how}");
    app.wait_for("[data-nothing]").await
}

#[test]
fn whoever_comes_to_the_page_later_finds_it_empty() {
    visit(async |app| {
        say_and_share(app).await?;
        app.press(".footer a[href=\"#/about\"]").await?;
        app.until("it is left", "return location.hash === '#/about'", []).await?;
        app.back().await?;
        assert_empty(app, "back by the browser's button").await?;

        say_and_share(app).await?;
        app.read::<()>("location.hash = '#/about'; location.hash = '#/own'", []).await?;
        assert_empty(app, "back before the page could follow").await?;

        say_and_share(app).await?;
        app.reload().await?;
        assert_empty(app, "loaded anew").await?;

        say_and_share(app).await?;
        app.press("[data-empty-own]").await?;
        assert_empty(app, "emptied").await?;

        say_and_share(app).await?;
        app.look_at_the_picture().await?;
        app.back().await?;
        assert_empty(app, "back from another page of the web").await
    });
}

#[test]
fn the_page_says_that_leaving_empties_it_and_another_language_does_not() {
    visit(async |app| {
        say_and_share(app).await?;
        assert!(app.text("[data-own]").await?.contains(&*views("en").words.get(WorkplaceWord::OwnMemory)));
        app.speak("nl").await?;
        app.wait_for("[data-preview=\"buddy\"]").await?;
        assert_eq!(app.chosen("own-buddy-named").await?.as_deref(), Some("1"));
        assert!(app.text("[data-own]").await?.contains(&*views("nl").words.get(WorkplaceWord::OwnMemory)));
        assert_no_trace(&app.ways_out_here().await?);
        Ok(())
    });
}

/// A browser notes down how controls stand, on its disk, for when it opens the page again.
#[test]
fn the_browser_is_told_not_to_note_the_answers_down() {
    visit(async |app| {
        open_own(app).await?;
        let told = "return all('[data-own] input').map((input) => input.autocomplete)";
        let told: Vec<String> = app.read(told, []).await?;
        assert!(told.len() > 36 && told.iter().all(|told| told == "off"), "{told:?}");
        Ok(())
    });
}

#[test]
fn the_browser_writes_nothing_of_it_to_its_disk() {
    Visitor::default().with_a_profile().visit(async |app| {
        on_a_device(app).await?;
        say_and_share(app).await?;
        app.look_at_the_picture().await?;
        let named = |text: &str| app.on_disk(text);
        assert!(!named("Bakery north")?.is_empty(), "the disk is read");
        for practice in UNSHARED {
            assert_eq!(named(&format!("own-{practice}"))?, Vec::<String>::new());
        }
        Ok(())
    });
}

/// The employer's copy: what the colleague shared is removed, and is nowhere any more.
#[test]
fn what_the_employer_removes_is_nowhere_any_more() {
    visit(async |app| {
        let assessment = on_a_device(app).await?;
        let shared =
            Shared(vec![(ConditionId::new("growth"), vec![(PracticeId::new("growth-talents"), Level::Started)])]);
        app.go(&format!("#/w/{}", workplace_id())).await?;
        app.give_file("[data-open-shared]", "own.json", exchange::write_shared(&shared).as_bytes()).await?;
        app.wait_for("[data-shared]").await?;
        app.wait_until(Saving::Saved).await?;

        // A file is opened, so the state before it is kept, with what was shared.
        let mut news = planned();
        news.id = assessment::AssessmentId::new("from-a-file");
        app.open_device().await?;
        app.open_file("more.json", exchange::write(&as_records(&[news]), THEN).as_bytes()).await?;
        app.do_it("add").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        let kept = app.ways_out_here().await?;
        assert_eq!(kept.with("growth-talents"), ["store", "store, from before a file was opened"]);

        let listener = app.overhear().await?;
        app.go(&format!("#/w/{}", workplace_id())).await?;
        app.press("[data-forget-shared]").await?;
        app.wait_until_gone("[data-shared]").await?;
        app.wait_until(Saving::Saved).await?;
        assert!(!app.shows("#toast button[data-undo]").await?, "nothing brings it back");
        let out = app.ways_out_elsewhere(&assessment.id).await?.and(app.overheard(&listener).await?);
        assert_all_ways(&out);
        assert_eq!(out.with("growth-talents"), Vec::<&str>::new());

        app.open_device().await?;
        app.do_it("before-restore").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.ways_out_here().await?.with("growth-talents"), Vec::<&str>::new(), "put back, without it");
        let out = app.rescued().await?;
        assert_eq!(out.with("growth-talents"), Vec::<&str>::new());
        app.reload().await
    });
}
