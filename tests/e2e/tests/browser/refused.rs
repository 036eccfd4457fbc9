//! Files that are none of ours, broken, or made to do harm: one clear message each, and nothing changes.

use anyhow::Result;
use assessment::{Assessment, AssessmentId, Moment, PracticeId, Scope};
use content::DeviceWord;
use e2e::{App, Saving, as_records, device, instrument, level, visit};
use exchange::MOST_BYTES;

const THEN: Moment = Moment(1_795_219_200_000);

/// Someone's work, here or in a file.
fn work(id: &str) -> Assessment {
    let mut work = Assessment::begin(AssessmentId::new(id), instrument().version, Scope::Quick, THEN);
    work.answers.give(PracticeId::new("buddy-named"), level(2), THEN);
    work.notes.give(PracticeId::new("buddy-named"), "a fixed hour on Tuesday".to_owned(), THEN);
    work
}

fn file(assessments: &[Assessment]) -> String {
    exchange::write(&as_records(assessments), THEN)
}

/// A sentence of the page, with what it names.
fn words(word: DeviceWord, named: &str) -> String {
    device("en").words.fill(word, &[("name", named), ("size", "40 MB")])
}

/// Opens a file that must be refused, and holds the page to what it says about it.
async fn assert_refused(app: &App, name: &str, bytes: &[u8], said: &str) -> Result<()> {
    let before = app.records().await?;
    app.open_file(name, bytes).await?;
    assert_eq!(app.said().await?, said, "{name}");
    app.wait_for_focus("[data-errand]:has([data-said])").await?;
    assert!(!app.shows("[data-preview]").await?, "{name}");
    assert_eq!(app.records().await?, before, "{name} has changed something");
    Ok(())
}

/// With work of one's own on the device. In the end the page must still work.
fn with_work_here(test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    visit(async |app| {
        app.have(&[work("mine")]).await?;
        app.open_device().await?;
        test(app).await?;
        app.open_file("good.json", file(&[work("theirs")]).as_bytes()).await?;
        app.do_it("add").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?, [work("mine"), work("theirs")], "the page works on");
        Ok(())
    });
}

#[test]
fn a_file_of_something_else_is_named_so() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    let html = "<!doctype html><title>Room to Grow</title><script>alert(1)</script>";
    let not_ours = words(DeviceWord::RefusedNotOurs, "");
    with_work_here(async |app| {
        assert_refused(app, "picture.png", png, &not_ours).await?;
        assert_refused(app, "picture.json", png, &not_ours).await?;
        assert_refused(app, "page.html", html.as_bytes(), &not_ours).await?;
        assert_refused(app, "package.json", br#"{ "name": "room", "version": "1.0.0" }"#, &not_ours).await?;
        assert_refused(app, "list.json", b"[1, 2, 3]", &not_ours).await?;
        assert_refused(app, "other.json", br#"{ "format": "another", "version": 1 }"#, &not_ours).await
    });
}

#[test]
fn an_empty_file_is_named_so() {
    let empty = words(DeviceWord::RefusedEmpty, "");
    with_work_here(async |app| {
        assert_refused(app, "empty.json", b"", &empty).await?;
        assert_refused(app, "blank.json", b"\xEF\xBB\xBF \r\n\t", &empty).await
    });
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_not_taken() {
    let whole = file(&[work("one"), work("two")]);
    let damaged = words(DeviceWord::RefusedCutOff, "");
    with_work_here(async |app| {
        for part in [1, 30, whole.len() / 2, whole.len() - 3] {
            assert_refused(app, "cut.json", &whole.as_bytes()[..part], &damaged).await?;
        }
        let mut scratched = whole.clone().into_bytes();
        let place = whole.find("\"answers\"").expect("there are answers");
        scratched[place] = 0xC3;
        assert_refused(app, "scratched.json", &scratched, &damaged).await
    });
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let too_large = words(DeviceWord::RefusedTooLarge, "");
    let mut huge = file(&[work("huge")]);
    huge.push_str(&" ".repeat(50_000_000));
    with_work_here(async |app| {
        assert_refused(app, "huge.json", huge.as_bytes(), &too_large).await?;
        assert_refused(app, "huge.rtg", &huge.as_bytes()[..MOST_BYTES + 1], &too_large).await
    });
}

/// What is just not too large is read, and the page comes through it.
#[test]
fn a_file_of_the_largest_size_does_not_stop_the_page() {
    let brackets = "[".repeat(MOST_BYTES);
    let many = format!("[{}0]", "0,".repeat(MOST_BYTES / 2 - 2));
    let not_ours = words(DeviceWord::RefusedNotOurs, "");
    with_work_here(async |app| {
        assert_refused(app, "brackets.json", brackets.as_bytes(), &not_ours).await?;
        assert_refused(app, "many.json", many.as_bytes(), &not_ours).await
    });
}

#[test]
fn deep_nesting_is_refused() {
    let deep = [&"[".repeat(100_000), "0", &"]".repeat(100_000)].concat();
    let ours = file(&[work("deep")]).replace("\"notes\": {", &format!("\"notes\": {{ \"x\": {deep}, "));
    let not_ours = words(DeviceWord::RefusedNotOurs, "");
    with_work_here(async |app| {
        assert_refused(app, "deep.json", deep.as_bytes(), &not_ours).await?;
        assert_refused(app, "deep-in-ours.json", ours.as_bytes(), &not_ours).await
    });
}

#[test]
fn what_stands_in_a_file_twice_is_named() {
    let answer = "\"buddy-named\": { \"is\": 2,";
    let doubled =
        file(&[work("one")]).replace(answer, &format!("{answer} \"at\": \"2026-11-21T00:00:00.000Z\" }},\n{answer}"));
    with_work_here(async |app| {
        assert_refused(
            app,
            "ids.json",
            file(&[work("one"), work("one")]).as_bytes(),
            &words(DeviceWord::RefusedTwice, "one"),
        )
        .await?;
        assert_refused(app, "names.json", doubled.as_bytes(), &words(DeviceWord::RefusedTwice, "buddy-named")).await
    });
}

#[test]
fn what_is_not_known_is_named_as_plain_text() {
    let script = "<img src=x onerror=alert(1)>";
    let with_practice = |practice: &str| file(&[work("one")]).replace("buddy-named", practice);
    let turned = "\u{202E}gnorw\u{202C}";
    with_work_here(async |app| {
        let unknown = |name| words(DeviceWord::RefusedUnknown, name);
        assert_refused(app, "practice.json", with_practice("no-such-thing").as_bytes(), &unknown("no-such-thing"))
            .await?;
        assert_refused(app, "script.json", with_practice(script).as_bytes(), &unknown(script)).await?;
        assert_eq!(app.count("[data-said] *").await?, 0, "it is text and nothing else");
        // What would turn the rest of the sentence round is left out.
        assert_refused(app, "turned.json", with_practice(turned).as_bytes(), &unknown("gnorw")).await?;
        let filled = with_practice("{name} {date}");
        assert_refused(app, "braces.json", filled.as_bytes(), &unknown("{name} {date}")).await
    });
}

#[test]
fn a_file_from_a_newer_version_is_named_so() {
    let newer = words(DeviceWord::RefusedNewer, "");
    // Whatever the present version is: this one is far ahead.
    let version = file(&[work("one")]).replacen("\"version\": ", "\"more\": {}, \"version\": 6000", 1);
    let known = format!("\"instrument\": {}", instrument().version);
    let questions = file(&[work("one")]).replace(&known, "\"instrument\": 60000");
    with_work_here(async |app| {
        assert_refused(app, "version.json", version.as_bytes(), &newer).await?;
        assert_refused(app, "questions.json", questions.as_bytes(), &newer).await
    });
}

#[test]
fn a_value_that_cannot_be_is_named_by_its_place() {
    let level = file(&[work("one")]).replace("{ \"is\": 2,", "{ \"is\": 7,");
    let time = file(&[work("one")]).replace("\"started\": \"2026", "\"started\": \"next 2026");
    with_work_here(async |app| {
        let value = |at| words(DeviceWord::RefusedValue, at);
        assert_refused(app, "level.json", level.as_bytes(), &value("one › answers › buddy-named")).await?;
        assert_refused(app, "time.json", time.as_bytes(), &value("one › started")).await
    });
}

#[test]
fn hostile_text_in_a_good_file_stays_text() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> {name} \u{202E}dnuora denrut\u{202C} & <b>";
    let mut theirs = work("theirs");
    theirs.notes.give(PracticeId::new("buddy-named"), hostile.to_owned(), Moment(THEN.0 + 1));
    visit(async |app| {
        app.open_device().await?;
        // Nobody chooses a name like this; a file that comes from elsewhere may have it.
        let name = "<b>bold<img src=x onerror=alert(3)>{date}.json";
        app.open_file(name, file(std::slice::from_ref(&theirs)).as_bytes()).await?;
        let held = [("file", name), ("date", "21 November 2026")];
        let shown = app.text("[data-preview] strong").await?;
        assert_eq!(shown, device("en").words.fill(DeviceWord::OpenWhatOne, &held));
        assert_eq!(app.count("main :is(script, img, b)").await?, 0);
        app.do_it("add").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;

        app.go("#/a/theirs/questions/buddy").await?;
        app.open_note("buddy-named").await?;
        assert_eq!(app.note("buddy-named").await?.as_deref(), Some(hostile));
        assert_eq!(app.count("main :is(script, img, b)").await?, 0);
        assert_eq!(app.kept().await?, [theirs]);
        Ok(())
    });
}

/// The name of a file must not turn the sentence round in which it is told.
#[test]
fn a_name_that_turns_text_round_turns_nothing_but_itself() {
    // The driver cannot hand over a file with such a name.
    let pick = "const files = new DataTransfer(); files.items.add(new File([arguments[0]], arguments[1])); \
        const field = one('input[data-open]'); field.files = files.files; field.dispatchEvent(new Event('change'))";
    with_work_here(async |app| {
        app.read::<()>(pick, [file(&[work("theirs")]).into(), "report\u{202E}nosj.exe".into()]).await?;
        app.wait_for_outcome().await?;
        let shown = app.text("[data-preview] strong").await?;
        assert!(!shown.contains('\u{202E}'), "{shown:?}");
        app.do_it("cancel").await?;
        app.wait_until_gone("[data-preview]").await
    });
}
