//! A link takes a view of a workplace to another device: what it tells, and what it does not.

use anyhow::Result;
use assessment::{
    Answer, Assessment, AssessmentId, Date, Given, Involvement, Moment, PartOf, PracticeId, Record, Region, Respondent,
    Round, Stage, Workplace, WorkplaceId,
};
use content::{Word, WorkplaceWord};
use e2e::{
    App, Audit, Key, Light, ROUND_DAY, SITE, Saving, Visitor, Walk, as_records, ask, bakery, bakery_with, instrument,
    level, seen_by, views, visit,
};
use exchange::{Known, Link, link};
use host::Fault;
use serde_json::{Value, json};

/// Nobody else is to read this.
const CANARY: &str = "canary among the notes";
const AT: Moment = Moment(1_795_219_200_000);
const MADE: Date = Date(20_779);

/// How far a module of a code is spread by a camera that is out of focus, in modules.
const OUT_OF_FOCUS: f32 = 0.25;

/// A full check in which something is added back, with every kind of answer.
fn manager() -> Walk {
    let mut walk = Walk::full_check()
        .situation(|it| {
            it.stage = Some(Stage::FirstWeeks);
            it.respondent = Some(Respondent::Manager);
            it.involvement = Some(Involvement::NotYet);
            it.region = Some(Region::Netherlands);
        })
        .answering(|n, _| match n % 7 {
            5 => Some(Answer::DontKnow),
            6 => None,
            n => Some(level(n % 4)),
        })
        .but("buddy-named", Answer::NotApplicable)
        .but("three-way-contact", level(1));
    walk.added_back = vec![PracticeId::new("three-way-contact")];
    walk
}

/// It as it is kept, with notes, a plan and a round, of which a link tells nothing.
fn kept(walk: &Walk) -> Assessment {
    let mut kept = e2e::first_advice_taken(2);
    let taken = kept.plan.clone();
    kept = walk.assessment();
    kept.plan = taken;
    kept.notes.give(PracticeId::new("buddy-time"), CANARY.to_owned(), AT);
    kept.part_of = Given { at: AT, value: Some(PartOf { workplace: WorkplaceId::new("wp-1"), round: MADE }) };
    kept
}

fn known() -> Known {
    Known::from(&instrument())
}

/// A link that was made with other questions than those that are here.
fn link_of(walk: &Walk, known: &Known) -> String {
    let text = link::write(&Link::of(&walk.assessment(), MADE, known), known).expect("its topic is known");
    [SITE, "#/l/", &text].concat()
}

fn word(word: WorkplaceWord) -> String {
    views("en").words.get(word).to_string()
}

/// Whether anything but the choice of a language is kept anywhere.
async fn keeps_anything(app: &App) -> Result<bool> {
    let storage: usize = app.read("return localStorage.length + sessionStorage.length", []).await?;
    Ok(storage > 0 || app.records().await?.values().any(|place| !place.is_empty()))
}

#[test]
fn a_view_goes_to_another_device_and_gives_the_same_guidance_there() {
    Visitor::default().of_a_named_site().visit(async |app| {
        let walk = manager();
        app.have(&[kept(&walk)]).await?;
        let address = app.make_link(&kept(&walk)).await?;
        assert!(address.starts_with(&format!("{SITE}#/l/")), "{address}");
        assert!(address.len() < SITE.len() + 60, "{address}");
        let here = app.assert_guides(&walk).await?;

        Visitor::default()
            .meanwhile(async |other| {
                other.open_link(&address).await?;
                other.press("[data-keep]").await?;
                other.wait_for_guidance().await?;
                other.wait_until(Saving::Saved).await?;
                assert_eq!(other.assert_guides(&walk).await?, here);
                let [own] = &other.kept().await?[..] else { panic!("one is kept") };
                assert_ne!(own.id, kept(&walk).id, "it is one of its own");
                assert_eq!(other.place().await?, format!("#/a/{}/guidance", own.id));
                assert_eq!(own.profile, walk.profile);
                assert_eq!(own.notes, Default::default());
                assert_eq!(own.plan, Default::default());
                assert_eq!(own.part_of, Given::default());
                other.reload().await?;
                assert_eq!(other.assert_guides(&walk).await?, here, "it stays");
                Ok(())
            })
            .await
    });
}

#[test]
fn before_it_is_kept_nothing_is_stored_and_the_address_is_empty_again() {
    Visitor::default().at_the_door().visit(async |app| {
        let address = link_of(&manager(), &known());
        let payload = address.rsplit('/').next().expect("it has one").to_owned();
        app.open_link(&address).await?;
        assert_eq!(app.place().await?, "#/l");
        assert_eq!(app.text("[data-fact=\"side\"] dd").await?, word(WorkplaceWord::ViewEmployer));
        let about = app.text("[data-link=\"view\"]").await?;
        let guidance = manager().guidance();
        let far = format!("{} of {} answered", guidance.answered, guidance.asked);
        for shown in [&*far, "22 November 2026", "Full check"] {
            assert!(about.contains(shown), "'{shown}' is not in '{about}'");
        }
        assert!(!app.shows("#against").await?, "there is nothing to compare it with");
        assert!(!keeps_anything(app).await?);
        app.press("[data-close]").await?;
        app.wait_for_start().await?;
        assert!(!keeps_anything(app).await?);
        assert!(!app.shows("[data-assessment]").await?);
        let history = app.addresses_of_history().await?;
        assert!(!history.is_empty() && !history.iter().any(|address| address.contains(&payload)), "{history:#?}");

        // Who leaves it by another way finds nothing there either.
        app.open_link(&address).await?;
        app.go("#/about").await?;
        app.go("#/l").await?;
        app.wait_for("[data-link=\"none\"]").await?;
        assert!(!app.addresses_of_history().await?.iter().any(|address| address.contains(&payload)));
        assert!(!keeps_anything(app).await?);
        Ok(())
    });
}

#[test]
fn a_link_that_cannot_be_opened_says_why_and_what_to_do() {
    let whole = link_of(&manager(), &known());
    let cut = whole[..whole.len() - 3].to_owned();
    let newer = Known { instrument: known().instrument + 1, ..known() };
    let mut others = known();
    others.practices.swap(0, 1);
    for (what, address, says) in [
        ("damaged", cut, WorkplaceWord::LinkDamaged),
        ("damaged", format!("{SITE}#/l/no/link"), WorkplaceWord::LinkDamaged),
        ("newer", link_of(&manager(), &newer), WorkplaceWord::LinkNewer),
        ("other", link_of(&manager(), &others), WorkplaceWord::LinkOther),
        ("none", format!("{SITE}#/l"), WorkplaceWord::LinkNone),
    ] {
        eprintln!("{what}: {address}");
        visit(async |app| {
            app.open_link(&address).await?;
            assert_eq!(app.text(&format!("[data-link=\"{what}\"] .notice")).await?, word(says));
            assert_eq!(app.text("[role=status] .notice").await?, word(says), "it is told to those who cannot see it");
            assert!(!app.shows("[data-keep]").await?);
            assert_eq!(app.place().await?, "#/l");
            assert!(!keeps_anything(app).await?);
            app.press("[data-link] a").await?;
            app.wait_for_start().await
        });
    }
}

#[test]
fn a_view_is_set_against_one_that_is_kept_here() {
    visit(async |app| {
        let ours = Walk::full_check().answering(|n, _| (n < 4).then_some(level(2))).but("buddy-named", level(3));
        let theirs =
            Walk::full_check().answering(|n, _| (1..6).contains(&n).then_some(level(2))).but("buddy-named", level(0));
        // A view that waits to be looked at together is not offered.
        let mut away = Assessment { id: AssessmentId::new("away"), ..ours.assessment() };
        let part = PartOf { workplace: WorkplaceId::new("wp-1"), round: MADE };
        away.part_of = Given { at: AT, value: Some(part) };
        away.put_away = Given { at: AT, value: true };
        let mut workplace = Workplace::begin(WorkplaceId::new("wp-1"), "Bakery north".to_owned(), AT);
        workplace.rounds.insert(MADE, Round::default());
        let records: Vec<Record> =
            as_records(&[ours.assessment(), away]).into_iter().chain([workplace.into()]).collect();
        app.have_records(&records).await?;
        let before = app.records().await?;

        app.open_link(&link_of(&theirs, &known())).await?;
        let offered: usize = app.read("return one('#against').options.length", []).await?;
        assert_eq!(offered, 2, "the one that is kept, and none");
        app.select("#against", "walk").await?;
        app.wait_for("[data-differs]").await?;
        assert_eq!(app.count("[data-differs]").await?, 1);
        let row = app.text("[data-differs=\"buddy-named\"]").await?;
        let name = |word| ask("en").words.get(word).to_lowercase();
        let both = format!("{} {}", name(Word::LevelPartOfTheWork), name(Word::LevelNotArranged));
        assert!(row.to_lowercase().ends_with(&both), "what is kept here, then the link: {row}");
        for (what, count) in [("same", "3"), ("only-there", "2")] {
            let line = app.text(&format!("[data-count=\"{what}\"]")).await?;
            assert!(line.ends_with(&format!(": {count}")), "{line}");
        }
        assert!(!app.shows("[data-count=\"only-here\"]").await?);
        assert_eq!(app.records().await?, before, "comparing keeps nothing");
        app.press("[data-keep]").await?;
        app.wait_for_guidance().await?;
        app.wait_until(Saving::Saved).await?;
        assert_eq!(app.kept().await?.len(), 3, "it comes beside what is here");
        assert!(app.kept().await?.contains(&ours.assessment()), "which has not changed");
        Ok(())
    });
}

#[test]
fn behind_a_lock_the_lock_comes_first() {
    visit(async |app| {
        app.have(&[manager().assessment()]).await?;
        app.put_lock_on("seven quiet herons wade").await?;
        app.go("#/about").await?;
        app.reload().await?;
        let address = link_of(&manager(), &known());
        app.go(&address[SITE.len()..]).await?;
        app.wait_for("[data-unlock]").await?;
        assert_eq!(app.place().await?, "#/l", "the lock page does not leave it in the address");
        assert!(!app.shows("[data-link]").await?);
        app.unlock("seven quiet herons wade").await?;
        app.wait_for("[data-keep]").await?;
        assert!(app.shows("#against").await?, "what is kept is open now");
        Ok(())
    });
}

#[test]
fn where_nobody_else_can_come_there_is_no_link_but_a_file() {
    visit(async |app| {
        let mine = manager().assessment();
        app.have(std::slice::from_ref(&mine)).await?;
        app.open_link_ways(&mine).await?;
        assert!(!app.shows("[data-make-link]").await?);
        let said = app.text("[data-no-address]").await?;
        assert!(said.starts_with(&word(WorkplaceWord::LinkNoAddress)), "{said}");
        app.press("[data-no-address] a").await?;
        app.wait_for("[data-do=\"backup\"]").await
    });
}

#[test]
fn a_link_is_copied_or_else_ready_to_be_copied() {
    let mine = manager().assessment();
    Visitor::default().of_a_named_site().who_copies().visit(async |app| {
        app.have(std::slice::from_ref(&mine)).await?;
        let address = app.make_link(&mine).await?;
        app.press("[data-copy]").await?;
        app.wait_for_focus("[data-said]").await?;
        assert_eq!(app.text("[data-said]").await?, word(WorkplaceWord::LinkCopied));
        assert_eq!(app.read::<String>("return copied", []).await?, address);
        Ok(())
    });
    Visitor::default().of_a_named_site().who_may_not_copy().visit(async |app| {
        app.have(std::slice::from_ref(&mine)).await?;
        let address = app.make_link(&mine).await?;
        app.press("[data-copy]").await?;
        app.wait_for("[data-not=\"copied\"]").await?;
        app.wait_for_focus("#link").await?;
        assert_eq!(selected(app).await?, address);
        assert!(!app.shows("[data-share]").await?, "this browser has no sheet");
        Ok(())
    });
}

/// What is selected in the field with the link.
async fn selected(app: &App) -> Result<String> {
    let selected = "const { value, selectionStart, selectionEnd } = one('#link');
        return value.slice(selectionStart, selectionEnd)";
    app.read(selected, []).await
}

#[test]
fn where_the_device_has_a_sheet_a_link_is_shared() {
    let mine = manager().assessment();
    Visitor::default().of_a_named_site().who_shares().visit(async |app| {
        app.have(std::slice::from_ref(&mine)).await?;
        let address = app.make_link(&mine).await?;
        app.press("[data-share]").await?;
        app.until("it is shared", "return 'given' in window", []).await?;
        let title = word(WorkplaceWord::LinkTitle);
        assert_eq!(app.read::<Value>("return given", []).await?, json!({ "title": title, "url": address }));
        assert!(!app.shows("[data-not], [data-said]").await?, "the sheet says enough");
        Ok(())
    });
    Visitor::default().of_a_named_site().who_closes_the_sheet().visit(async |app| {
        app.have(std::slice::from_ref(&mine)).await?;
        app.make_link(&mine).await?;
        app.press("[data-share]").await?;
        app.until("the sheet is closed", "return 'closed' in window", []).await?;
        app.press("details.link-code > summary").await?;
        app.wait_for("details.link-code svg").await?;
        assert!(!app.shows("[data-not], [data-said]").await?, "to close it is no error");
        Ok(())
    });
    Visitor::default().of_a_named_site().who_may_not_share().visit(async |app| {
        app.have(std::slice::from_ref(&mine)).await?;
        let address = app.make_link(&mine).await?;
        app.press("[data-share]").await?;
        app.wait_for("[data-not=\"shared\"]").await?;
        assert_eq!(app.text("[data-not]").await?, word(WorkplaceWord::LinkNotShared));
        app.wait_for_focus("#link").await?;
        assert_eq!(selected(app).await?, address, "it can be copied by hand");
        Ok(())
    });
}

#[test]
fn a_camera_takes_a_view_over_from_the_screen() {
    Visitor::default().of_a_named_site().who_copies().visit(async |app| {
        let walk = manager();
        app.have(&[kept(&walk)]).await?;
        let address = app.make_link(&kept(&walk)).await?;
        assert_eq!(app.before_the_camera().await?.codes(), [""; 0], "nobody sees it who was not to");
        app.unfold_code().await?;
        app.press("[data-copy]").await?;
        app.wait_for("[data-said]").await?;
        let mut seen = Vec::new();
        for width in [360, 768] {
            for light in [Light::Light, Light::Dark, Light::Forced] {
                app.look_in(light, width).await?;
                let module = app.module_width().await?;
                assert!(module >= 4.0, "{module} px at {width}");
                let screen = app.before_the_camera().await?;
                for times in [0.6, 1.0, 1.7] {
                    let picture = screen.scaled(times).blurred(module as f32 * times * OUT_OF_FOCUS);
                    let codes = picture.codes();
                    assert_eq!(codes, [&*address], "{width} px, {light:?}, {times} times as large and out of focus");
                    seen.extend(codes);
                }
            }
        }

        Visitor::default()
            .meanwhile(async |other| {
                other.open_link(&seen[0]).await?;
                other.press("[data-keep]").await?;
                other.wait_for_guidance().await?;
                other.assert_guides(&walk).await?;
                Ok(())
            })
            .await
    });
}

#[test]
fn the_code_of_a_long_address_is_still_coarse_enough_on_a_narrow_screen() {
    for (letters, is_drawn) in [(110, true), (150, false)] {
        Visitor::default().visit(async |app| {
            let mine = manager().assessment();
            app.have(std::slice::from_ref(&mine)).await?;
            let site = format!("https://{}.example/", "a".repeat(letters));
            let name = "document.querySelector('meta[name=site-address]').setAttribute('content', arguments[0])";
            app.read::<()>(name, [json!(site)]).await?;
            let address = app.make_link(&mine).await?;
            assert!(address.starts_with(&site));
            assert_eq!(app.shows("details.link-code").await?, is_drawn, "{} characters", address.len());
            if is_drawn {
                app.unfold_code().await?;
                app.look_in(Light::Light, 320).await?;
                let module = app.module_width().await?;
                assert!(module >= 4.0, "{module} px");
                assert_eq!(app.before_the_camera().await?.codes(), [address]);
            }
            Ok(())
        });
    }
}

/// Opens the page that stays behind after a visit, and makes a link there: its address.
async fn open_what_stays_behind(app: &App) -> Result<String> {
    app.have_records(&[bakery_with(&[ROUND_DAY]), seen_by("a", ROUND_DAY, Respondent::Manager, level(2))]).await?;
    app.go(&format!("#/w/{}/{}/leave", bakery(), ROUND_DAY.0)).await?;
    app.unfold("details.link-ways").await?;
    app.press("[data-make-link]").await?;
    app.value_of("#link").await
}

#[test]
fn the_code_is_on_the_page_that_stays_behind_if_it_was_unfolded() {
    Visitor::default().of_a_named_site().visit(async |app| {
        let address = open_what_stays_behind(app).await?;
        app.look_at_paper().await?;
        assert!(app.shows(".leaflet").await?);
        assert!(!app.shows(".link-ways, .link-ways *").await?, "nothing of a link is on paper unless it is to be");
        app.look_in(Light::Dark, 768).await?;
        app.unfold_code().await?;
        app.look_at_paper().await?;
        assert!(app.shows(".link-code__on-paper").await?);
        assert!(!app.shows(".link-ways p:not(.link-code__on-paper), .link-ways summary, #link").await?);
        assert_eq!(app.before_the_camera().await?.codes(), [address]);
        assert_eq!(app.print().await?.pages, 1);
        Ok(())
    });
}

#[test]
fn a_part_of_the_app_that_does_not_come_is_asked_for_again() {
    visit(async |app| {
        app.expect_complaint("Failed to load resource");
        let modules = "return JSON.parse(one('script[data-modules]').dataset.modules).annex.js";
        let file: String = app.read(modules, []).await?;
        app.host.break_paths(&format!("/{file}"), Fault::Missing);
        app.open_link(&link_of(&manager(), &known())).await?;
        assert_eq!(app.text("[data-link=\"unfetched\"] .notice").await?, word(WorkplaceWord::LinkUnfetched));
        assert_eq!(app.place().await?, "#/l");
        app.host.mend_paths();
        app.press("[data-again]").await?;
        app.wait_for("[data-keep]").await
    });
}

#[test]
fn a_link_is_made_and_kept_by_keyboard_alone() {
    Visitor::default().of_a_named_site().who_copies().visit(async |app| {
        let mine = manager().assessment();
        app.have(std::slice::from_ref(&mine)).await?;
        app.go(&format!("#/a/{}/guidance", mine.id)).await?;
        app.tab_to("details.link-ways > summary").await?;
        app.key(Key::Enter).await?;
        app.tab_to("[data-make-link]").await?;
        app.key(Key::Enter).await?;
        app.wait_for_focus("#link").await?;
        let address = app.value_of("#link").await?;
        app.tab_to("[data-copy]").await?;
        app.key(Key::Space).await?;
        app.wait_for_focus("[data-said]").await?;
        app.tab_to("details.link-code > summary").await?;
        app.key(Key::Enter).await?;
        app.wait_for("details.link-code svg").await?;

        app.open_link(&address).await?;
        app.tab_to("[data-keep]").await?;
        app.key(Key::Enter).await?;
        app.wait_for_guidance().await?;
        app.wait_for_focus("h1").await?;
        assert_eq!(app.kept().await?.len(), 2);
        Ok(())
    });
}

#[test]
fn the_pages_of_a_link_are_for_everyone() {
    Visitor::default().of_a_named_site().who_may_not_copy().who_may_not_share().visit(async |app| {
        let mut audit = Audit::of(app)?;
        let mine = manager().assessment();
        app.have(std::slice::from_ref(&mine)).await?;
        let address = app.make_link(&mine).await?;
        audit.look_at("guidance, with a link").await?;
        app.press("[data-copy]").await?;
        app.wait_for("[data-not=\"copied\"]").await?;
        audit.look_at("guidance, with a link that was not copied").await?;
        app.unfold_code().await?;
        audit.look_at("guidance, with the code of a link").await?;
        app.open_link(&address).await?;
        audit.look_at("link, a view").await?;
        let theirs = Walk::quick_scan().answering_all(level(1));
        app.open_link(&link_of(&theirs, &known())).await?;
        app.select("#against", mine.id.as_str()).await?;
        app.wait_for("[data-differs]").await?;
        audit.look_at("link, compared").await?;
        app.open_link(&address[..address.len() - 1]).await?;
        audit.look_at("link, damaged").await?;
        open_what_stays_behind(app).await?;
        app.unfold_code().await?;
        audit.look_at("to leave behind, with the code of a link").await?;
        audit.assert_clean();
        Ok(())
    });
}
