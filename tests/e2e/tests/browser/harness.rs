//! The checks themselves: a check that notices nothing proves nothing.

use std::path::Path;

use anyhow::Result;
use e2e::{App, Audit, Key, Light, Visitor};

fn visit_faulty(hash: &'static str, test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/faulty");
    Visitor::default().at_the_door().of(&fixture).visit(async |app| {
        app.type_address(hash).await?;
        app.wait_for("main h1").await?;
        test(app).await
    });
}

#[test]
fn what_is_faultless_is_left_alone() {
    visit_faulty("", async |app| {
        let faults = app.layout_faults().await?;
        assert!(!faults.iter().any(|fault| fault.contains("label") || fault.contains("inline link")), "{faults:#?}");
        Ok(())
    });
}

#[test]
fn what_does_not_fit_is_noticed() {
    visit_faulty("", async |app| {
        app.look_in(Light::Light, 320).await?;
        let faults = app.layout_faults().await?;
        for part in [
            "scrolls sideways because of p.wide",
            "target of 20 x 20 px: button.small",
            "cut off (white-space: nowrap): p.cut",
        ] {
            assert!(faults.iter().any(|fault| fault.starts_with(part)), "{part} is not in {faults:#?}");
        }
        assert_eq!(faults.len(), 3, "{faults:#?}");
        Ok(())
    });
}

#[test]
fn what_axe_finds_is_told() {
    visit_faulty("", async |app| {
        let mut audit = Audit::of(app)?;
        audit.check_as_it_stands("faults").await?;
        let found = audit.faults();
        for rule in ["color-contrast", "color-contrast-enhanced", "label"] {
            assert!(found.iter().any(|fault| fault.contains(&format!(": {rule} ("))), "{rule} is not in {found:#?}");
        }
        Ok(())
    });
}

#[test]
fn a_focus_without_a_ring_is_noticed() {
    visit_faulty("", async |app| {
        app.tab_to("input[type=text]").await?;
        app.tab_to(".small").await?;
        app.key(Key::Tab).await?;
        let focused = app.focused(".ringless").await?;
        assert!(focused.matches && !focused.has_ring, "{focused:?}");
        app.tab_to("[name=choice]").await
    });
}

#[test]
fn what_the_console_says_is_noticed() {
    for (hash, said) in [("#console", "said on purpose"), ("#error", "thrown on purpose")] {
        visit_faulty(hash, async |app| {
            let error = app.assert_quiet().await.expect_err("the console is not empty");
            assert!(error.to_string().contains(said), "{error}");
            app.expect_complaint(said);
            Ok(())
        });
    }
}

#[test]
fn a_request_to_elsewhere_is_noticed_although_the_policy_stops_it() {
    visit_faulty("#elsewhere", async |app| {
        let error = app.assert_quiet().await.expect_err("the policy was violated");
        assert!(error.to_string().contains("Content Security Policy"), "{error}");
        app.expect_complaint("Content Security Policy");
        app.expect_complaint("127.0.0.1:9");
        Ok(())
    });
}
