//! The lock: what is kept can be read with the passphrase, and with nothing else.

use anyhow::Result;
use assessment::PracticeId;
use content::DeviceWord;
use e2e::{App, Copies, Records, Saving, Visitor, Walk, assessments_in, device, holds, instrument, level, visit};

const PASSPHRASE: &str = "seven quiet herons wade";
/// A note that is kept on this device, and the page on which it stands.
const NOTE: &str = "an hour a week";
const PLACE: &str = "#/a/differs/questions/buddy";

/// Someone with work, who looks at a page of it.
async fn with_work(app: &App) -> Result<()> {
    app.have(&Copies::default().here).await?;
    app.go(PLACE).await?;
    app.wait_for("fieldset[data-practice]").await
}

/// The same behind a lock that has to be opened.
async fn with_locked_work(app: &App) -> Result<()> {
    with_work(app).await?;
    app.put_lock_on(PASSPHRASE).await?;
    app.go(PLACE).await?;
    app.reload().await?;
    app.wait_for("[data-unlock]").await
}

/// Opens the lock, and waits for the page behind it.
async fn unlock(app: &App) -> Result<()> {
    app.unlock(PASSPHRASE).await?;
    app.wait_for("fieldset[data-practice]").await
}

/// Everything that would tell something about the workplace: the note, and the ids of what was answered.
fn telling() -> Vec<String> {
    let practices = instrument().practices().map(|practice| practice.id.to_string()).collect::<Vec<_>>();
    [NOTE.to_owned()].into_iter().chain(practices).collect()
}

/// Whether something of what was filled in can be read in the store.
fn tell_anything(records: &Records) -> bool {
    let values = || records.values().flat_map(|place| place.values());
    telling().iter().any(|text| values().any(|bytes| holds(bytes, text)))
}

/// Every assessment there is, each of them encrypted.
fn assert_encrypted(records: &Records, count: usize) {
    assert!(!tell_anything(records), "something can be read");
    assert_eq!(records["assessments"].len(), count);
    assert!(records["assessments"].values().all(|bytes| bytes[0] == 0xFF));
}

/// Nothing of what was filled in is on the page, seen or unseen.
async fn assert_tells_nothing(app: &App, page: &str) -> Result<()> {
    let inside: String = app.read("return one('main').outerHTML + document.title", []).await?;
    for text in [NOTE, "buddy", "data-assessment", "fieldset", "textarea"] {
        assert!(!inside.contains(text), "'{text}' stands in the page at {page}");
    }
    Ok(())
}

#[test]
fn behind_the_lock_nothing_can_be_read_on_the_page_or_in_the_store() {
    visit(async |app| {
        with_work(app).await?;
        assert!(tell_anything(&app.records().await?), "without a lock everything can be read, so the check can fail");
        app.put_lock_on(PASSPHRASE).await?;
        assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::LockIsOn));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        let records = app.records().await?;
        assert_encrypted(&records, 3);

        app.reload().await?;
        for page in [PLACE, "#/a/differs/guidance", "#/", "#/device", "#/topics"] {
            app.type_address(page).await?;
            app.wait_for("[data-unlock] #passphrase").await?;
            assert_eq!(app.count("main h1").await?, 1);
            assert_tells_nothing(app, page).await?;
        }
        // Who made this, and what it does with data, may be read by anyone.
        app.go("#/about").await?;
        assert_tells_nothing(app, "#/about").await?;
        assert_eq!(app.records().await?, records, "looking at the locked page changes nothing");
        Ok(())
    });
}

#[test]
fn the_right_passphrase_opens_and_the_work_goes_on_encrypted() {
    visit(async |app| {
        with_locked_work(app).await?;
        let fault = device("en").words.get(DeviceWord::UnlockWrong);
        for wrong in ["", "seven quiet herons", "Seven quiet herons wade"] {
            app.give_passphrase(wrong).await?;
            let told = "return one('#passphrase-fault')?.innerText === arguments[0]";
            app.until("the wrong passphrase is told", told, [(*fault).into()]).await?;
            assert!(app.shows("#passphrase[aria-invalid=\"true\"]").await?);
        }
        unlock(app).await?;
        assert_eq!(app.place().await?, PLACE, "one is where one was");
        assert_eq!(app.chosen("buddy-named").await?.as_deref(), Some("0"));
        app.open_note("buddy-time").await?;
        assert_eq!(app.note("buddy-time").await?.as_deref(), Some(NOTE));

        app.choose("buddy-named", "3").await?;
        app.add_to_note("buddy-time", ", and one more at the start").await?;
        app.wait_until(Saving::Saved).await?;
        app.go("#/").await?;
        app.begin(&Walk::topic("openness")).await?;
        app.choose("open-needs-talk", "1").await?;
        app.wait_until(Saving::Saved).await?;
        assert_encrypted(&app.records().await?, 4);

        app.go(PLACE).await?;
        app.reload().await?;
        app.wait_for("[data-unlock]").await?;
        unlock(app).await?;
        assert_eq!(app.chosen("buddy-named").await?.as_deref(), Some("3"));
        app.open_note("buddy-time").await?;
        assert_eq!(app.note("buddy-time").await?, Some(format!("{NOTE}, and one more at the start")));
        Ok(())
    });
}

/// After unlocking, a screen reader begins at the page that was behind the lock.
#[test]
fn after_unlocking_the_focus_is_at_the_top_of_the_page() {
    visit(async |app| {
        with_locked_work(app).await?;
        unlock(app).await?;
        app.wait_for_focus("main h1").await
    });
}

/// The browser's tab says what is on the page, before and after.
#[test]
fn the_title_tells_whether_it_is_locked() {
    visit(async |app| {
        with_work(app).await?;
        let title = app.title().await?;
        with_locked_work(app).await?;
        let locked = device("en").words.get(DeviceWord::UnlockTitle);
        let says = "return document.title.startsWith(arguments[0])";
        app.until("the title says that it is locked", says, [(*locked).into()]).await?;
        unlock(app).await?;
        app.until("the title names the page again", "return document.title === arguments[0]", [title.into()]).await
    });
}

#[test]
fn a_backup_from_behind_the_lock_is_complete_and_what_a_file_brings_is_encrypted() {
    visit(async |app| {
        with_work(app).await?;
        let before = app.kept().await?;
        app.put_lock_on(PASSPHRASE).await?;
        let file = app.save_backup().await?;
        let opened = exchange::read(&file.bytes, &(&instrument()).into()).expect("it can be read");
        assert_eq!(assessments_in(&opened), before);

        let copies = Copies::default();
        app.open_file("theirs.json", &copies.file()).await?;
        app.do_it("merge").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        let records = app.records().await?;
        assert_encrypted(&records, 4);
        assert_eq!(records["before"].len(), 1, "what was before is kept, encrypted like the rest");

        app.take_lock_off().await?;
        app.said().await?;
        assert_eq!(app.kept().await?, copies.merged());
        app.do_it("before-restore").await?;
        app.said().await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        assert_eq!(app.kept().await?, before, "what was before came through the lock and back");
        Ok(())
    });
}

#[test]
fn taken_off_everything_is_as_it_was() {
    visit(async |app| {
        with_work(app).await?;
        let before = app.records().await?["assessments"].clone();
        app.put_lock_on(PASSPHRASE).await?;
        app.take_lock_off().await?;
        assert_eq!(app.said().await?, *device("en").words.get(DeviceWord::LockIsOff));
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        let records = app.records().await?;
        assert_eq!(records["assessments"], before, "byte for byte");
        assert!(!records["meta"].contains_key("lock"));
        app.go(PLACE).await?;
        app.reload().await?;
        app.choose("buddy-named", "1").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?[0].answers.get(&PracticeId::new("buddy-named")), Some(&level(1)));
        Ok(())
    });
}

#[test]
fn whoever_has_forgotten_the_passphrase_can_wipe_everything_and_begin_anew() {
    visit(async |app| {
        with_locked_work(app).await?;
        app.unfold("[data-unlock] details").await?;
        app.do_it("wipe").await?;
        app.wait_for("dialog[open]").await?;
        assert!(!app.shows("[data-do=\"wipe-backup\"]").await?, "nobody can read it, so there is nothing to save");
        app.do_it("wipe-yes").await?;
        app.wait_for("[data-wiped]").await?;
        assert_eq!(app.records().await?, Records::new());
        app.press("[data-reload]").await?;
        app.wait_for_start().await?;
        assert_eq!(app.count("[data-assessment]").await?, 0);
        app.begin(&Walk::topic("buddy")).await?;
        app.choose("buddy-named", "1").await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?.len(), 1, "without a lock, as on a new device");
        Ok(())
    });
}

#[test]
fn without_the_second_module_the_lock_says_what_to_do_and_works_after_mending() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        with_locked_work(app).await?;
        app.host.break_paths("/annex.", host::Fault::Missing);
        app.forget_files().await?;
        app.reload().await?;
        app.give_passphrase(PASSPHRASE).await?;
        let failed = device("en").words.get(DeviceWord::ModuleFailed);
        let told = "return one('#passphrase-fault')?.innerText === arguments[0]";
        app.until("it is told", told, [(*failed).into()]).await?;
        app.host.mend_paths();
        unlock(app).await
    });
}

/// What the page saves when the app has stopped is still locked, and opens on another device.
#[test]
fn a_rescue_file_from_behind_the_lock_opens_with_the_passphrase() {
    visit(async |app| {
        with_work(app).await?;
        let kept = app.kept().await?;
        app.put_lock_on(PASSPHRASE).await?;
        let downloads = app.downloads().await?;
        app.read::<()>("dispatchEvent(new CustomEvent('room-to-grow:trouble'))", []).await?;
        app.press("#trouble [data-rescue]").await?;
        let file = downloads.take().await?;
        assert!(telling().iter().all(|text| !holds(&file.bytes, text)));

        Visitor::default()
            .meanwhile(async |other| {
                other.open_device().await?;
                other.open_file(&file.name, &file.bytes).await?;
                other.give_passphrase("another passphrase").await?;
                other.wait_for("#passphrase[aria-invalid]").await?;
                other.add_with(PASSPHRASE).await?;
                assert_eq!(other.kept().await?, kept);
                Ok(())
            })
            .await
    });
}

/// A lock record that is damaged opens nothing; then that is said, and nothing is written over what lies behind it.
#[test]
fn a_damaged_lock_says_so_and_nothing_is_lost() {
    let scratch = "const [done] = arguments; indexedDB.open('room-to-grow').onsuccess = ({ target: { result: database } }) => { \
        const transaction = database.transaction('meta', 'readwrite'); const meta = transaction.objectStore('meta'); \
        meta.get('lock').onsuccess = ({ target: { result: lock } }) => { lock[20] ^= 1; meta.put(lock, 'lock'); }; \
        transaction.oncomplete = () => { database.close(); done(null); }; }";
    visit(async |app| {
        with_locked_work(app).await?;
        app.read_later::<()>(scratch, []).await?;
        app.reload().await?;
        let before = app.records().await?;
        app.give_passphrase(PASSPHRASE).await?;
        app.until("something is told", "return one('#passphrase-fault')?.innerText.length > 0", []).await?;
        let told = app.text("#passphrase-fault").await?;
        let words = device("en").words;
        for untrue in [DeviceWord::UnlockWrong, DeviceWord::ModuleFailed] {
            assert_ne!(told, *words.get(untrue), "it is neither the passphrase nor the network");
        }
        assert_eq!(app.records().await?, before);
        assert_ne!(app.records().await?["assessments"].len(), 0);
        Ok(())
    });
}

/// A record that came from elsewhere does not open with this lock; it is set aside, and the rest works.
#[test]
fn a_locked_record_that_was_altered_is_set_aside() {
    visit(async |app| {
        with_locked_work(app).await?;
        let alter = "const [done] = arguments; indexedDB.open('room-to-grow').onsuccess = ({ target: { result: database } }) => { \
            const transaction = database.transaction('assessments', 'readwrite'); \
            const store = transaction.objectStore('assessments'); \
            store.get('same').onsuccess = ({ target: { result: same } }) => store.put(same, 'only-here'); \
            transaction.oncomplete = () => { database.close(); done(null); }; }";
        app.read_later::<()>(alter, []).await?;
        unlock(app).await?;
        app.open_device().await?;
        app.wait_for("[data-aside]").await?;
        assert_eq!(app.count("[data-record]").await?, 1);
        let records = app.records().await?;
        assert_eq!(records["assessments"].keys().collect::<Vec<_>>(), ["differs", "same"]);
        assert_eq!(records["aside"].len(), 1);
        Ok(())
    });
}
