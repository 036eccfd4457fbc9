//! Wiping the device leaves nothing behind, in any tab.

use std::collections::BTreeMap;

use anyhow::Result;
use content::DeviceWord;
use e2e::{App, LeftBehind, Saving, Tab, Visitor, device, visit};
use serde_json::json;

#[test]
fn wiping_leaves_nothing_behind() {
    visit(async |app| {
        app.begin_answered().await?;
        app.speak("nl").await?;
        app.put_by_hand("assessments", "damaged", "'text'").await?;
        app.reload().await?;
        app.open_device().await?;
        app.select("select#remind", "56").await?;
        // The choice of language, and the mark that something is kept.
        let before = app.left_behind().await?;
        assert_eq!((before.databases.as_slice(), before.keys.len()), (&["room-to-grow".to_owned()][..], 2));

        app.wipe().await?;
        let nothing = LeftBehind { state: "null".to_owned(), place: "#/".to_owned(), ..LeftBehind::default() };
        assert_eq!(app.left_behind().await?, nothing);
        app.press("button[data-reload]").await?;
        app.wait_for_start().await?;
        app.wait_for_file("/device.").await?;
        assert!(!app.shows("[data-assessment], [data-unreadable]").await?, "nothing to go on with");
        assert_eq!(app.language().await?, "en", "the choice of language is forgotten too");
        assert!(app.records().await?.values().all(BTreeMap::is_empty), "nothing is kept");
        Ok(())
    });
}

/// 'Everything has been wiped' must not be said while it is still there.
#[test]
fn wiping_that_an_old_tab_holds_up_is_not_said_to_be_done() {
    visit(async |app| {
        app.begin_answered().await?;
        let one = app.tab().await?;
        let old = app.open_tab().await?;
        app.look_at_the_picture().await?;
        app.hold_store_of_version(2).await?;
        app.turn_to(&one).await?;
        app.open_device().await?;
        app.do_it("wipe").await?;
        app.do_it("wipe-yes").await?;
        let words = device("en").words.get(DeviceWord::WipeFailed);
        let said = "return one('main').innerText.includes(arguments[0])";
        app.until("it says what to do", said, [json!(&*words)]).await?;
        assert!(!app.shows("[data-wiped]").await?, "it says that all is wiped");
        app.turn_to(&old).await?;
        let there = "const [done] = arguments; held.transaction('assessments').objectStore('assessments').count() \
            .onsuccess = ({ target }) => done(target.result);";
        assert_eq!(app.read_later::<usize>(there, []).await?, 1, "it is still there");
        app.close_tab(&one).await
    });
}

/// The questions of one assessment in two tabs; the first one is looked at.
async fn begin_in_two_tabs(app: &App) -> Result<[Tab; 2]> {
    let (id, one) = (app.begin_answered().await?, app.tab().await?);
    let other = app.open_tab().await?;
    app.go_to_buddy(&id).await?;
    app.turn_to(&one).await?;
    Ok([one, other])
}

#[test]
fn wiping_in_one_tab_makes_the_other_forget() {
    visit(async |app| {
        let [one, other] = begin_in_two_tabs(app).await?;
        app.open_device().await?;
        app.wipe().await?;
        app.turn_to(&other).await?;
        app.until("it has forgotten", "return one('fieldset') === null", []).await?;
        app.go("#/").await?;
        assert!(!app.shows("[data-assessment]").await?, "nothing to go on with");
        let left = app.records().await?;
        assert!(left.values().all(|place| place.is_empty()), "nothing is kept: {left:?}");
        app.turn_to(&one).await?;
        app.wait_for("[data-wiped]").await
    });
}

/// A tab that did not hear of it has everything in memory. It must not bring it back on its own.
#[test]
fn a_tab_that_did_not_hear_of_the_wiping_brings_nothing_back() {
    Visitor::default().without_a_line_between_tabs().visit(async |app| {
        let [one, other] = begin_in_two_tabs(app).await?;
        app.open_device().await?;
        app.wipe().await?;
        app.turn_to(&other).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Outdated).await?;
        assert_eq!(app.version_of_store().await?, 0, "there is no store");
        app.turn_to(&one).await?;
        app.press("button[data-reload]").await?;
        app.wait_for_start().await?;
        assert!(!app.shows("[data-assessment]").await?, "nothing to go on with");
        Ok(())
    });
}
