//! Bar S2: a store that holds garbage. The rest works, and of the garbage nothing is lost.

use anyhow::Context;
use e2e::{BadStore, Saving, Visitor, visit};
use serde_json::json;

#[test]
fn damaged_records_are_set_aside_whole_and_the_rest_works() {
    visit(async |app| {
        let id = app.begin_answered().await?;
        let whole = app.records_in("assessments").await?.remove(id.as_str()).context("it is kept")?;
        let truncated = whole[..whole.len() - 3].to_vec();
        let mut altered = whole.clone();
        altered[whole.len() / 2] ^= 0x10;
        // What is no bytes is kept as JSON.
        let damaged: [(&str, String, Vec<u8>); 7] = [
            ("text", "'some text \\u{1F331}'".to_owned(), "\"some text \u{1F331}\"".into()),
            ("object", "({ answers: [1, 2, null] })".to_owned(), "{\"answers\":[1,2,null]}".into()),
            ("number", "42".to_owned(), "42".into()),
            ("empty", "new Uint8Array()".to_owned(), Vec::new()),
            ("random", "Uint8Array.from([2, 255, 254, 253, 252, 251])".to_owned(), vec![2, 255, 254, 253, 252, 251]),
            ("truncated", format!("Uint8Array.from({})", json!(truncated)), truncated),
            ("altered", format!("Uint8Array.from({})", json!(altered)), altered),
        ];
        for (key, what, _) in &damaged {
            app.put_by_hand("assessments", key, what).await?;
        }
        app.go("#/").await?;
        app.reload().await?;
        app.wait_for("[data-unreadable]").await?;
        assert_eq!(app.count("[data-assessment]").await?, 1, "the rest is there");
        assert_eq!(app.records_in("assessments").await?.into_keys().collect::<Vec<_>>(), [id.to_string()]);

        app.press("[data-unreadable] a").await?;
        app.wait_for("[data-aside]").await?;
        assert_eq!(app.count("[data-aside] [data-record]").await?, damaged.len());
        for (key, _, bytes) in &damaged {
            let record = format!("[data-record$=\"/{key}\"]");
            let downloads = app.downloads().await?;
            app.press(&format!("{record} [data-do=\"aside-save\"]")).await?;
            let file = downloads.take().await?;
            assert_eq!(file.bytes, *bytes, "{key} comes down whole");
            assert!(file.name.starts_with("room-to-grow-") && file.name.ends_with(".bin"), "{}", file.name);
        }
        app.press("[data-record$=\"/text\"] [data-do=\"aside-delete\"]").await?;
        app.wait_until_gone("[data-record$=\"/text\"]").await?;
        assert_eq!(app.records_in("aside").await?.len(), damaged.len() - 1, "the others stay");

        app.go_to_buddy(&id).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Saved).await?;
        app.reload().await?;
        app.wait_for_answer("buddy-time", Some("3")).await?;
        assert_eq!(app.records_in("aside").await?.len(), damaged.len() - 1, "once is enough");

        app.open_device().await?;
        for (key, ..) in &damaged[1..] {
            app.press(&format!("[data-record$=\"/{key}\"] [data-do=\"aside-delete\"]")).await?;
            app.wait_until_gone(&format!("[data-record$=\"/{key}\"]")).await?;
        }
        assert!(!app.shows("[data-aside]").await?);
        app.go("#/").await?;
        app.reload().await?;
        app.wait_for_file("/device.").await?;
        assert!(!app.shows("[data-unreadable]").await?, "nothing is left to tell");
        Ok(())
    });
}

/// Other programs can put anything there that a browser can store.
#[test]
fn a_record_that_is_nothing_at_all_does_not_stop_the_app() {
    assert_survives("undefined", &[]);
    assert_survives("null", &["null"]);
}

#[test]
fn bytes_of_another_kind_are_set_aside_whole() {
    assert_survives("new TextEncoder().encode('answer 42').buffer", &["answer 42"]);
    assert_survives("new Uint16Array([42, 43])", &["42", "43"]);
}

#[test]
fn what_cannot_be_written_as_text_is_set_aside_whole() {
    assert_survives("new Map([['answer', 42]])", &["42"]);
    assert_survives("(() => { const circle = { answer: 42 }; circle.self = circle; return circle; })()", &["42"]);
    assert_survives("2n ** 70n", &["1180591620717411303424"]);
    assert_survives("new Blob(['answer 42'])", &["answer 42"]);
}

/// The app opens with this in its store, the work goes on, and of what lay there nothing is lost.
fn assert_survives(what: &'static str, parts: &[&str]) {
    eprintln!("in the store lies {what}");
    visit(async |app| {
        let id = app.begin_answered().await?;
        app.put_by_hand("assessments", "strange", what).await?;
        app.go("#/").await?;
        app.reload().await?;
        app.wait_for_start().await?;
        assert_eq!(app.count("[data-assessment]").await?, 1, "the rest is there");
        let left = app.find_by_hand("strange").await?;
        assert_eq!(left.len(), 1, "it is there, in its place or set aside: {left:?}");
        for part in parts {
            assert!(left[0].contains(part), "{part} is not in {left:?}");
        }
        app.go_to_buddy(&id).await?;
        app.choose("buddy-time", "3").await?;
        app.wait_until(Saving::Saved).await
    });
}

#[test]
fn a_damaged_record_is_told_also_when_there_is_no_room_to_set_it_aside() {
    Visitor::default().whose_store_can_fail().visit(async |app| {
        app.begin_answered().await?;
        app.put_by_hand("assessments", "damaged", "Uint8Array.from([2, 255])").await?;
        app.make_store_bad_from_the_start(BadStore::Full).await?;
        app.go("#/").await?;
        app.reload().await?;
        app.wait_for_file("/device.").await?;
        assert!(app.shows("[data-unreadable]").await?, "nobody is told");
        assert!(app.records_in("assessments").await?.contains_key("damaged"), "it stays where it is");
        Ok(())
    });
}
