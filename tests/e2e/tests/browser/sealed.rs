//! A backup with a passphrase: it hides everything, and says what is wrong when it does not open.

use anyhow::Result;
use content::DeviceWord;
use e2e::{App, Copies, Visitor, device, holds, visit};

const PASSPHRASE: &str = "café on a rainy tuesday";

#[test]
fn a_passphrase_that_will_not_do_is_told_beside_the_field_and_nothing_is_saved() {
    visit(async |app| {
        app.have(&Copies::default().here).await?;
        app.open_device().await?;
        let words = device("en").words;
        let count = [("count", "12")];
        let downloads = app.downloads().await?;
        app.do_it("backup-sealed").await?;
        app.wait_for_focus("#passphrase").await?;

        app.choose_passphrase("too short", "too short").await?;
        assert_fault(app, &words.fill(DeviceWord::PassphraseShort, &count)).await?;
        app.choose_passphrase(PASSPHRASE, "café on a rainy wednesday").await?;
        assert_fault(app, &words.fill(DeviceWord::PassphraseDiffers, &count)).await?;
        // Eleven characters of three bytes each are still eleven.
        app.choose_passphrase(&"字".repeat(11), &"字".repeat(11)).await?;
        assert_fault(app, &words.fill(DeviceWord::PassphraseShort, &count)).await?;
        assert!(downloads.is_empty()?, "nothing was saved");

        app.do_it("cancel").await?;
        app.wait_until_gone("#passphrase").await?;
        assert!(downloads.is_empty()?, "nothing was saved");
        Ok(())
    });
}

/// The fault stands beside the field, is tied to it, and the focus is on what is wrong.
async fn assert_fault(app: &App, fault: &str) -> Result<()> {
    app.until("the fault is told", "return one('#passphrase-fault')?.innerText === arguments[0]", [fault.into()])
        .await?;
    app.wait_for("#passphrase[aria-invalid=\"true\"][aria-describedby~=\"passphrase-fault\"]").await?;
    app.assert_told_of_a_fault(fault).await
}

/// The same fault twice in a row is as much news as the first time.
#[test]
fn after_the_same_fault_again_the_focus_is_on_it_again() {
    visit(async |app| {
        app.open_device().await?;
        app.do_it("backup-sealed").await?;
        for time in ["first", "second"] {
            app.choose_passphrase("short", "short").await?;
            app.wait_for_focus("[data-faults]").await.map_err(|error| error.context(time))?;
        }
        Ok(())
    });
}

#[test]
fn the_way_from_a_fault_leads_to_the_field_also_when_the_passphrase_is_shown() {
    visit(async |app| {
        app.open_device().await?;
        app.do_it("backup-sealed").await?;
        app.press("label:has([data-show])").await?;
        app.wait_for("#passphrase[type=\"text\"]").await?;
        app.wait_for("#passphrase-again[type=\"text\"]").await?;
        app.choose_passphrase(PASSPHRASE, "another one, quite long").await?;
        app.wait_for_focus("[data-faults]").await?;
        app.press("[data-faults] a").await?;
        app.wait_for_focus("#passphrase").await
    });
}

#[test]
fn a_sealed_backup_hides_everything_and_opens_with_its_passphrase() {
    visit(async |app| {
        let kept = Copies::default().here;
        app.have(&kept).await?;
        app.open_device().await?;
        let file = app.save_sealed_backup(PASSPHRASE).await?;
        assert!(file.name.starts_with("room-to-grow-backup-") && file.name.ends_with(".rtg"), "{}", file.name);
        app.said().await?;
        app.wait_for_focus("[data-errand]:has([data-said])").await?;
        assert!(serde_json::from_slice::<serde_json::Value>(&file.bytes).is_err(), "it is no JSON");
        for plain in ["an hour a week", "buddy-named", "answers", "only-here"] {
            assert!(!holds(&file.bytes, plain), "'{plain}' can be read");
        }
        let again = app.save_sealed_backup(PASSPHRASE).await?;
        assert_ne!(again.bytes[12..40], file.bytes[12..40], "salt and iv are new each time");

        Visitor::default()
            .meanwhile(async |other| {
                let words = device("en").words;
                other.open_device().await?;
                other.open_file(&file.name, &file.bytes).await?;
                other.wait_for_focus("#passphrase").await?;
                for wrong in ["", "cafe on a rainy tuesday", "Café on a rainy tuesday"] {
                    other.give_passphrase(wrong).await?;
                    assert_fault(other, &words.get(DeviceWord::WrongPassphrase)).await?;
                    assert_eq!(other.kept().await?, []);
                }
                // The same letters, written otherwise, as another keyboard does.
                other.add_with("cafe\u{301} on a rainy tuesday").await?;
                assert_eq!(other.kept().await?, kept);
                Ok(())
            })
            .await
    });
}

#[test]
fn a_wrong_passphrase_a_damaged_file_and_a_cut_off_one_are_told_apart() {
    visit(async |app| {
        app.have(&Copies::default().here).await?;
        app.open_device().await?;
        let words = device("en").words;
        let file = app.save_sealed_backup(PASSPHRASE).await?;
        let before = app.records().await?;
        let damaged = words.get(DeviceWord::SealedDamaged);
        let cut_off = words.get(DeviceWord::RefusedCutOff);
        assert_ne!(damaged, cut_off);
        assert_ne!(damaged, words.get(DeviceWord::WrongPassphrase));

        let size = file.bytes.len();
        for (what, place) in
            [("version", 7), ("iterations", 8), ("salt", 12), ("iv", 30), ("text", 60), ("end", size - 1)]
        {
            let mut bytes = file.bytes.clone();
            bytes[place] ^= 1;
            app.open_file("damaged.rtg", &bytes).await?;
            assert_eq!(app.said().await?, *damaged, "a changed byte in {what}");
        }
        app.open_file("half.rtg", &file.bytes[..size / 2]).await?;
        assert_eq!(app.said().await?, *damaged);
        app.open_file("stump.rtg", &file.bytes[..50]).await?;
        assert_eq!(app.said().await?, *cut_off);
        app.wait_for_focus("[data-errand]:has([data-said])").await?;

        app.open_file(&file.name, &file.bytes).await?;
        app.give_passphrase("another long passphrase").await?;
        assert_fault(app, &words.get(DeviceWord::WrongPassphrase)).await?;
        assert_eq!(app.records().await?, before, "nothing has changed");
        Ok(())
    });
}

/// At an address without https there is no encryption: then that is said, and not that the network is at fault.
#[test]
fn where_the_browser_cannot_encrypt_the_page_says_so() {
    Visitor::default().without_encryption().visit(async |app| {
        let missing = device("en").words.get(DeviceWord::CryptoMissing);
        app.open_device().await?;
        assert!(!app.shows("[data-do=\"backup-sealed\"]").await?);
        for part in ["backup", "lock"] {
            let section = app.text(&format!("section[aria-labelledby=\"{part}\"]")).await?;
            assert!(section.contains(&*missing), "{section}");
        }
        let sealed = include_bytes!("../../../../crates/exchange/tests/golden/backup.rtg");
        app.open_file("sealed.rtg", sealed).await?;
        if app.shows("#passphrase").await? {
            app.give_passphrase("café op dinsdag").await?;
        }
        assert_eq!(app.said().await?, *missing);
        Ok(())
    });
}
