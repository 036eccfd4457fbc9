//! Hand-over: the employer and the practitioner each changed their copy. One sees who said what, and chooses.

use anyhow::Result;
use assessment::{
    About, Answer, Assessment, Chosen, Differences, Given, PracticeId, ProfileQuestion, Record, Respondent, Scope,
    Stands, View,
};
use content::{DeviceWord, WorkplaceWord};
use e2e::{
    App, Audit, Copies, Key, Light, ROUND_DAY, Saving, Visitor, answer_word, as_records, ask, bakery_with, device,
    instrument, level, seen_by, views, visit,
};
use serde::Deserialize;
use serde_json::json;

/// In Arabic, and with a sign that turns what comes after it.
const TURNED: &str = "\u{202E}ساعة في الأسبوع";

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

/// A longer note than stands in a choice.
fn long_note() -> String {
    "An hour a week with the buddy, and nobody else at the table. ".repeat(30).trim_end().to_owned()
}

/// The employer's copy, on this device, and the practitioner's, in a file. They differ in four answers, three notes and
/// two questions about the situation, now the one and now the other being the later.
fn copies() -> (Assessment, Assessment) {
    let mut employer = Copies::begun("shared");
    employer.choose(ProfileQuestion::Respondent, Some(1), Copies::later(1));
    let mut practitioner = employer.clone();
    let answer = |copy: &mut Assessment, id: &str, answer: Answer, hours| {
        copy.answers.give(practice(id), answer, Copies::later(hours));
    };
    answer(&mut employer, "buddy-named", level(2), 2);
    answer(&mut practitioner, "buddy-named", level(0), 30);
    answer(&mut employer, "buddy-time", level(3), 50);
    answer(&mut practitioner, "buddy-time", Answer::DontKnow, 31);
    answer(&mut practitioner, "flex-hours", Answer::NotSeen, 32);
    practitioner.answers.clear(&practice("buddy-prepared"), Copies::later(33));
    let note = |copy: &mut Assessment, id: &str, text: &str, hours| {
        copy.notes.give(practice(id), text.to_owned(), Copies::later(hours));
    };
    note(&mut employer, "buddy-named", "On Mondays", 3);
    note(&mut practitioner, "buddy-named", &long_note(), 34);
    note(&mut employer, "buddy-time", TURNED, 51);
    note(&mut practitioner, "buddy-prepared", "Ask again", 35);
    practitioner.choose(ProfileQuestion::Respondent, Some(5), Copies::later(29));
    employer.choose(ProfileQuestion::Size, Some(1), Copies::later(52));
    (employer, practitioner)
}

/// As the page shows what stands on its own.
fn with_a_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn file(theirs: &[Assessment]) -> Vec<u8> {
    exchange::write(&as_records(theirs), Copies::later(100)).into_bytes()
}

/// Someone who has this, and looks at a file with that.
async fn look(app: &App, here: &[Assessment], there: &[Assessment]) -> Result<()> {
    app.have(here).await?;
    app.open_device().await?;
    app.open_file("from elsewhere.json", &file(there)).await?;
    app.wait_for("[data-preview]").await
}

/// One difference, as it is shown.
#[derive(Debug, Deserialize, PartialEq)]
struct Seen {
    /// `answer-`, `note-` or `situation-`, and what it is about.
    about: String,
    title: String,
    /// What is said here and in the file: who and when, and what.
    here: [String; 2],
    there: [String; 2],
    chosen: String,
}

async fn seen(app: &App) -> Result<Vec<Seen>> {
    let script = "return shown('[data-differs]').map((it) => { \
        const side = (name) => ['who', 'said'].map((part) => \
            it.querySelector(`[data-side=${name}] .side__${part}`).innerText.trim()); \
        return { about: it.dataset.differs, title: it.querySelector('legend').innerText, here: side('here'), \
            there: side('file'), chosen: it.querySelector(':checked').value }; });";
    app.read(script, []).await
}

/// What has to be chosen: which topic, and which side is chosen.
fn chosen(seen: &[Seen]) -> Vec<(&str, &str)> {
    seen.iter().map(|it| (it.about.as_str(), it.chosen.as_str())).collect()
}

fn name(about: &str) -> String {
    format!("0-{about}")
}

async fn put_together(app: &App) -> Result<Vec<Assessment>> {
    app.do_it("merge").await?;
    app.said().await?;
    app.wait_until(Saving::Saved).await?;
    app.kept().await
}

#[test]
fn who_said_what_and_when_stands_side_by_side() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, &[employer], &[practitioner]).await?;
        let before = app.records().await?;
        let (words, frame, views) = (device("en").words, ask("en"), views("en"));
        let side = |view: WorkplaceWord| views.words.get(view).to_string();
        let (us, them) = (side(WorkplaceWord::ViewEmployer), side(WorkplaceWord::ViewPractitioner));
        let sides = words.fill(DeviceWord::HandOverSides, &[("here", &us), ("there", &them)]);
        assert_eq!(app.text("[data-sides]").await?, sides);

        let on = |word, side: &str, date: &str| words.fill(word, &[("side", side), ("date", date)]);
        let said = |side: &str, date: &str| on(DeviceWord::HandOverSaid, side, date);
        let newest = |side: &str, date: &str| on(DeviceWord::HandOverNewest, side, date);
        let text = |id: &str| frame.practice(&practice(id)).expect("it has words").1;
        let title = |id: &str| text(id).title.to_string();
        let note = |id: &str| words.fill(DeviceWord::OpenDifferenceNote, &[("practice", &title(id))]);
        let called = |answer: Answer| with_a_capital(&frame.words.get(answer_word(answer)));
        // The level by its name, and as it is described to that side.
        let described = |id: &str, view: View, index: usize| {
            let seen = views.practice(&instrument(), &practice(id)).expect("it has words for all sides");
            let levels = if view == View::Practitioner { &seen.practitioner } else { &text(id).levels };
            format!("{}\n{}", called(level(index)), levels[index])
        };
        let nothing = words.get(DeviceWord::OpenNone).to_string();
        let [early, late, last] = ["21 November 2026", "22 November 2026", "23 November 2026"];
        let (employer, practitioner) = (View::Employer, View::Practitioner);
        let clip: String = long_note().chars().take(160).chain(['…']).collect();
        let option =
            |question: ProfileQuestion, place: usize| frame.profile[question as usize].options[place].to_string();
        let short = |question: ProfileQuestion| frame.profile[question as usize].short.to_string();
        let one = |about: &str, title: String, here: [String; 2], there: [String; 2], chosen: &str| Seen {
            about: about.to_owned(),
            title,
            here,
            there,
            chosen: chosen.to_owned(),
        };
        let expected = [
            one(
                "answer-buddy-named",
                title("buddy-named"),
                [said(&us, early), described("buddy-named", employer, 2)],
                [newest(&them, late), described("buddy-named", practitioner, 0)],
                "file",
            ),
            one(
                "answer-buddy-prepared",
                title("buddy-prepared"),
                [said(&us, early), described("buddy-prepared", employer, 1)],
                [newest(&them, late), nothing.clone()],
                "file",
            ),
            one(
                "answer-buddy-time",
                title("buddy-time"),
                [newest(&us, last), described("buddy-time", employer, 3)],
                [said(&them, late), called(Answer::DontKnow)],
                "here",
            ),
            one(
                "answer-flex-hours",
                title("flex-hours"),
                [us.clone(), nothing.clone()],
                [newest(&them, late), called(Answer::NotSeen)],
                "file",
            ),
            one(
                "note-buddy-named",
                note("buddy-named"),
                [said(&us, early), "On Mondays".to_owned()],
                [newest(&them, late), clip],
                "file",
            ),
            one(
                "note-buddy-time",
                note("buddy-time"),
                [newest(&us, last), TURNED.to_owned()],
                [them.clone(), nothing.clone()],
                "here",
            ),
            one(
                "note-buddy-prepared",
                note("buddy-prepared"),
                [us.clone(), nothing.clone()],
                [newest(&them, late), "Ask again".to_owned()],
                "file",
            ),
            one(
                "situation-size",
                short(ProfileQuestion::Size),
                [newest(&us, last), option(ProfileQuestion::Size, 1)],
                [them.clone(), nothing],
                "here",
            ),
            one(
                "situation-respondent",
                short(ProfileQuestion::Respondent),
                [said(&us, early), option(ProfileQuestion::Respondent, 1)],
                [newest(&them, late), option(ProfileQuestion::Respondent, 5)],
                "file",
            ),
        ];
        let shown = seen(app).await?;
        for (shown, expected) in shown.iter().zip(&expected) {
            assert_eq!(shown, expected);
        }
        assert_eq!(shown.len(), expected.len());
        assert_eq!(app.count("[data-rest]").await?, 0, "neither the plan nor the choices differ");

        // Of the long note, the rest is there for who wants it.
        let whole = "[data-differs=\"note-buddy-named\"] [data-side=\"file\"]";
        app.unfold(&format!("{whole} details")).await?;
        assert_eq!(app.text(&format!("{whole} .side__whole")).await?, long_note());
        assert_eq!(app.records().await?, before, "looking changes nothing");
        Ok(())
    });
}

/// An answer, a note and a question against the later time; a `nothing` against an answer.
#[test]
fn what_is_chosen_against_the_later_time_stands_and_stays() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        let (ours, theirs) = ([employer.clone()], [practitioner.clone()]);
        look(app, &ours, &theirs).await?;
        let choices = [
            ("answer-buddy-named", "here"),
            ("answer-flex-hours", "here"),
            ("note-buddy-time", "file"),
            ("situation-respondent", "here"),
        ];
        for (about, stands) in choices {
            app.choose(&name(about), stands).await?;
            app.wait_for_focus(&format!("input[name=\"{}\"][value={stands}]", name(about))).await?;
        }
        let kept = put_together(app).await?;
        let respondent = ProfileQuestion::Respondent;
        let chosen_so: Chosen = [
            (About::Answer(practice("buddy-named")), Stands::Here),
            (About::Answer(practice("flex-hours")), Stands::Here),
            (About::Note(practice("buddy-time")), Stands::There),
            (About::Situation(respondent), Stands::Here),
        ]
        .into_iter()
        .collect();
        let at = kept[0].profile_at[respondent as usize];
        assert_eq!(kept, [employer.put_together(&practitioner, &chosen_so, at)]);
        assert!(at > practitioner.changed().max(employer.changed()), "now, so that it is the later from here on");
        let stands = |id: &str| kept[0].answers.get(&practice(id)).copied();
        assert_eq!([stands("buddy-named"), stands("flex-hours")], [Some(level(2)), None], "as chosen");
        assert_eq!([stands("buddy-time"), stands("buddy-prepared")], [Some(level(3)), None], "the later");

        app.reload().await?;
        assert_eq!(app.kept().await?, kept);

        // The same file once more: it differs in what was chosen against it, and that is the later now.
        app.open_file("from elsewhere.json", &file(&theirs)).await?;
        let again = seen(app).await?;
        let topics = Differences::between(&kept[0], &practitioner);
        assert_eq!(again.len(), topics.to_choose());
        assert_eq!(
            chosen(&again),
            [
                ("answer-buddy-named", "here"),
                ("answer-buddy-time", "here"),
                ("answer-flex-hours", "here"),
                ("situation-size", "here"),
                ("situation-respondent", "here"),
            ]
        );
        let before = app.records().await?;
        for (name, copy) in [("from elsewhere.json", &theirs), ("mine, as it was.json", &ours)] {
            app.open_file(name, &file(copy)).await?;
            app.do_it("merge").await?;
            assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::HandOverUnchanged), "{name}");
            assert_eq!(app.records().await?, before, "{name}: also how it was before the first file");
        }
        Ok(())
    });
}

#[test]
fn what_was_chosen_can_be_undone() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, std::slice::from_ref(&employer), &[practitioner]).await?;
        app.choose(&name("answer-buddy-time"), "file").await?;
        assert_ne!(put_together(app).await?, std::slice::from_ref(&employer));
        app.undo().await?;
        app.wait_until_gone("#toast button[data-undo]").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, [employer], "exactly as it was before");
        Ok(())
    });
}

#[test]
fn all_are_chosen_at_once_and_the_newest_again() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, std::slice::from_ref(&employer), &[practitioner]).await?;
        let words = device("en").words;
        let count = |here: usize, there: usize| {
            words.fill(DeviceWord::HandOverChosen, &[("here", &here.to_string()), ("there", &there.to_string())])
        };
        let first = seen(app).await?;
        assert_eq!(app.text(".handover__count").await?, count(3, 6));
        for (button, stands, said) in [("all-here", "here", count(9, 0)), ("all-file", "file", count(0, 9))] {
            app.do_it(button).await?;
            assert_eq!(app.text(".handover__count").await?, said);
            assert!(seen(app).await?.iter().all(|it| it.chosen == stands), "{button}");
            app.wait_for_focus(&format!("[data-do=\"{button}\"]")).await?;
        }
        app.do_it("all-newest").await?;
        assert_eq!(seen(app).await?, first);
        app.do_it("all-here").await?;
        app.choose(&name("note-buddy-prepared"), "file").await?;
        let kept = &put_together(app).await?[0];
        assert_eq!(kept.notes.get(&practice("buddy-prepared")).map(String::as_str), Some("Ask again"));
        assert_eq!((kept.profile, kept.answers.iter().collect::<Vec<_>>()), {
            (employer.profile, employer.answers.iter().collect::<Vec<_>>())
        });
        Ok(())
    });
}

/// Shift would lead back; all else is Tab, the arrows, Space and Enter.
#[test]
fn it_goes_by_keyboard_alone() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, &[employer], &[practitioner]).await?;
        app.wait_for_focus("[data-errand]:has([data-preview])").await?;
        app.tab_to("[data-arrival] summary").await?;
        app.key(Key::Enter).await?;
        app.wait_until_gone("[data-differs]").await?;
        app.key(Key::Enter).await?;
        app.wait_for("[data-differs]").await?;
        app.tab_to("[data-do=\"all-here\"]").await?;
        app.key(Key::Space).await?;
        // The choice is entered where it stands, and one arrow leads to the other side.
        for (about, stands) in [("answer-buddy-named", "here"), ("answer-buddy-prepared", "file")] {
            app.tab_to(&format!("input[name=\"{}\"]:checked", name(about))).await?;
            if stands == "file" {
                app.key(Key::Down).await?;
            }
            app.wait_for_focus(&format!("input[name=\"{}\"][value={stands}]:checked", name(about))).await?;
        }
        app.tab_to("[data-differs=\"note-buddy-named\"] summary").await?;
        app.key(Key::Enter).await?;
        app.wait_for(".side__whole").await?;
        app.tab_to("[data-do=\"merge\"]").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        app.wait_until(Saving::Saved).await?;
        let kept = &app.kept().await?[0];
        let stands = |id: &str| kept.answers.get(&practice(id)).copied();
        assert_eq!([stands("buddy-named"), stands("buddy-prepared")], [Some(level(2)), None]);
        Ok(())
    });
}

#[test]
fn it_reads_well_in_every_language_on_every_screen() {
    visit(async |app| {
        let (employer, mut practitioner) = copies();
        practitioner.scope = Given { at: Copies::later(60), value: Scope::Full };
        look(app, &[employer], &[practitioner]).await?;
        app.choose(&name("answer-buddy-named"), "here").await?;
        let mut audit = Audit::of(app)?;
        for language in ["en", "nl"] {
            app.speak(language).await?;
            for (light, width) in [
                (Light::Light, 320),
                (Light::Light, 1280),
                (Light::Dark, 360),
                (Light::Dark, 1280),
                (Light::Forced, 768),
            ] {
                audit.look_so(&format!("hand-over {language}"), light, width).await?;
            }
        }
        audit.assert_clean();
        assert_eq!(app.chosen(&name("answer-buddy-named")).await?.as_deref(), Some("here"), "and nothing is lost");
        Ok(())
    });
}

/// A text that runs the other way turns itself, and not who said it.
#[test]
fn a_note_that_runs_the_other_way_turns_nothing_but_itself() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, &[employer], &[practitioner]).await?;
        let direction = "return getComputedStyle(one(`[data-differs='note-buddy-time'] [data-side=here] \
            ${arguments[0]}`)).direction";
        let of = async |what: &str| app.read::<String>(direction, [json!(what)]).await;
        assert_eq!((&*of(".side__said").await?, &*of(".side__who").await?), ("rtl", "ltr"));
        // The sign that turns ends with its own box: what is said of it after that runs as ever.
        let isolated = "return getComputedStyle(one('[data-differs] .side__said')).unicodeBidi";
        assert!(app.read::<String>(isolated, []).await?.starts_with("isolate"));
        Ok(())
    });
}

/// More differences than anyone wants, each with a note as long as can be: nothing runs out of the page, and a
/// choice is there at once.
#[test]
fn two_hundred_differences_with_long_notes_stay_usable() {
    let text = "Withoutonespaceinit".repeat(assessment::LONGEST_NOTE / 19);
    let both = ["one", "two", "three"].map(|id| {
        let (mut ours, mut theirs) = (Copies::begun(id), Copies::begun(id));
        for practice in instrument().practices() {
            ours.answers.give(practice.id.clone(), level(0), Copies::later(1));
            theirs.answers.give(practice.id.clone(), level(3), Copies::later(2));
            ours.notes.give(practice.id.clone(), text.clone(), Copies::later(2));
            theirs.notes.give(practice.id.clone(), [&text, "!"].concat(), Copies::later(1));
        }
        (ours, theirs)
    });
    let (here, there): (Vec<_>, Vec<_>) = both.into_iter().unzip();
    visit(async |app| {
        look(app, &here, &there).await?;
        assert_eq!(app.count("[data-differs]").await?, 0, "of several, none is unfolded yet");
        for place in 1..=3 {
            app.unfold(&format!("[data-arrival]:nth-child({place}) > details")).await?;
        }
        assert_eq!(app.count("[data-differs]").await?, 216);
        for width in [320, 1280] {
            app.look_in(Light::Light, width).await?;
            assert_eq!(app.layout_faults().await?, Vec::<String>::new(), "{width} px");
        }
        let longest = "return Math.max(...shown('.side__said').map((it) => it.innerText.length))";
        assert!(app.read::<usize>(longest, []).await? <= 200, "a note is as long as a choice may be");
        let took: f64 = app
            .read_later(
                "const [done] = arguments; const radio = one('[name=\"2-note-buddy-named\"][value=file]'); \
                 const begun = performance.now(); radio.click(); soon(() => done(performance.now() - begun));",
                [],
            )
            .await?;
        assert!(took < 500.0, "a choice took {took} ms");
        let kept = put_together(app).await?;
        for (place, kept) in kept.iter().enumerate() {
            let note = kept.notes.get(&practice("buddy-named")).map(|note| note.ends_with('!'));
            // By id: one, three, two.
            assert_eq!(note, Some(kept.id.as_str() == here[2].id.as_str()), "{place}: {}", kept.id);
        }
        Ok(())
    });
}

/// What waits until all look together is not shown here either.
#[test]
fn a_view_that_is_put_away_is_not_shown() {
    let mut here = seen_by("theirs", ROUND_DAY, Respondent::Manager, level(1));
    let mut there = here.clone();
    let (Record::Assessment(ours), Record::Assessment(theirs)) = (&mut here, &mut there) else {
        panic!("both are views")
    };
    ours.put_away = Given { at: Copies::later(1), value: true };
    theirs.answers.give(practice("buddy-named"), level(3), Copies::later(2));
    theirs.notes.give(practice("buddy-named"), "not for your eyes".to_owned(), Copies::later(2));
    visit(async |app| {
        app.have_records(&[bakery_with(&[ROUND_DAY]), here.clone()]).await?;
        app.open_device().await?;
        let bytes = exchange::write(std::slice::from_ref(&there), Copies::later(100)).into_bytes();
        app.open_file("theirs.json", &bytes).await?;
        let waits = device("en").words.get(DeviceWord::HandOverWaits);
        assert!(app.text("[data-arrival=\"differs\"]").await?.contains(&*waits));
        assert_eq!((app.count("[data-differs]").await?, app.count("[data-arrival] details").await?), (0, 0));
        assert!(!app.text("main").await?.contains("not for your eyes"));
        let kept = put_together(app).await?;
        assert_eq!(kept[0].answers.get(&practice("buddy-named")), Some(&level(3)), "by time");
        Ok(())
    });
}

/// While one looks, another tab goes on answering.
#[test]
fn what_another_tab_gives_meanwhile_is_seen_and_kept() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, &[employer], &[practitioner]).await?;
        app.choose(&name("answer-buddy-named"), "here").await?;
        let one = app.tab().await?;
        app.open_tab().await?;
        app.go("#/a/shared/questions/buddy").await?;
        app.choose("buddy-named", "1").await?;
        app.wait_until(Saving::Saved).await?;
        app.turn_to(&one).await?;
        let called = with_a_capital(&ask("en").words.get(answer_word(level(1))));
        app.until(
            "the other tab's answer is shown",
            "return one('[data-differs=answer-buddy-named] [data-side=here] .side__said').innerText\
             .startsWith(arguments[0])",
            [json!(called)],
        )
        .await?;
        let kept = put_together(app).await?;
        assert_eq!(kept[0].answers.get(&practice("buddy-named")), Some(&level(1)), "what is here stands");
        Ok(())
    });
}

/// There and back: after the hand-over, both devices have the same, in either language.
#[test]
fn the_other_side_gets_what_was_chosen() {
    visit(async |app| {
        let (employer, practitioner) = copies();
        look(app, &[employer], std::slice::from_ref(&practitioner)).await?;
        app.do_it("all-here").await?;
        let kept = put_together(app).await?;
        let back = app.save_backup().await?;
        let theirs = Visitor::default()
            .reading("nl-NL,nl")
            .meanwhile(async |there| {
                there.have(&[practitioner]).await?;
                there.open_device().await?;
                there.open_file("terug.json", &back.bytes).await?;
                assert!(seen(there).await?.iter().all(|it| it.chosen == "file"), "what was chosen is the later");
                put_together(there).await
            })
            .await?;
        assert_eq!(theirs, kept);
        Ok(())
    });
}
