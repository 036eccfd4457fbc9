//! The app in three engines that have nothing to do with each other: the work itself. What goes out and comes in is in
//! `engines_files.rs`.

use anyhow::Result;
use assessment::{AdvicePlace, Date, PlanAction, PracticeId, Region, Respondent, Stage, Status};
use e2e::{Copies, Engine, Guest, ROUND_DAY as DAY, Saving, Walk, bakery_with, in_every_engine, level, seen_by};

in_every_engine! {
    what_is_answered_is_there_again_after_a_reload
    the_main_job_is_done
    two_windows_agree
    a_step_goes_into_the_plan_and_is_done
    what_is_locked_opens_with_its_passphrase_and_with_nothing_else
    two_views_of_a_workplace_wait_and_are_then_compared
    what_a_candidate_says_is_gone_when_the_page_is_left
}

fn what_is_answered_is_there_again_after_a_reload(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let walk = Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1));
        let condition = walk.conditions().remove(0);
        guest.begin(&walk).await?;
        guest.answer(&walk, &condition).await?;

        guest.load_again().await?;
        guest.assert_answered(&walk, &condition).await?;

        guest.next().await?;
        guest.wait_for_questions(&walk.conditions()[1]).await?;
        guest.back().await?;
        guest.assert_answered(&walk, &condition).await
    });
}

fn the_main_job_is_done(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let walk = Walk::quick_scan()
            .situation(|it| {
                it.stage = Some(Stage::BeforeHiring);
                it.region = Some(Region::Netherlands);
            })
            .answering_all(level(0));
        guest.walk(&walk).await?;
        let guidance = guest.assert_guides(&walk).await?;
        assert!(guidance.region, "the rules of the Netherlands are shown");

        guest.speak("nl").await?;
        guest.wait_for_guidance().await?;
        assert_eq!(guest.assert_guides(&walk).await?, guidance, "in another language it is the same guidance");
        guest.load_again().await?;
        assert_eq!(guest.language().await?, "nl", "the language stays");
        Ok(()) as Result<()>
    });
}

fn two_windows_agree(engine: Engine) {
    engine.visit_site(async |guest, host| {
        guest.begin_answered().await?;
        let address = format!("{}{}", host.url(), guest.place().await?);
        guest.open_window(&address).await?;
        guest.choose("buddy-named", "1").await?;
        guest.wait_until(Saving::Saved).await?;

        guest.turn_to_other_window().await?;
        let heard = "return one('[name=\"buddy-named\"]:checked')?.value === '1'";
        guest.until("the first window hears it", heard, []).await?;
        assert_eq!(guest.kept().await?.len(), 1);
        Ok(())
    });
}

fn a_step_goes_into_the_plan_and_is_done(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let walk = Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstWeeks)).answering_all(level(0));
        guest.have(&[walk.assessment()]).await?;
        guest.go("#/a/walk/guidance").await?;
        let guidance = walk.guidance();
        let advice = guidance.at(AdvicePlace::Start).next().expect("there is a first step");
        guest.take(advice.practice.as_str()).await?;
        guest.press(&format!("[data-advice=\"{}\"] a[data-taken]", advice.practice)).await?;

        let step = PlanAction::id_of(advice);
        let first_day = Date::parse("2026-12-14");
        guest.set_first_day(first_day).await?;
        guest.set_status(&step, Status::Done).await?;
        guest.do_it("offer-yes").await?;
        guest.wait_until_gone("[data-offer]").await?;
        guest.wait_until(Saving::Saved).await?;
        guest.load_again().await?;
        guest.wait_for("[data-plan]").await?;
        assert_eq!(guest.step(&step).await?.status, "done");
        assert_eq!(guest.value_of("#first-day").await?, "2026-12-14");
        let [kept] = &guest.kept().await?[..] else { panic!("one is kept") };
        assert_eq!(kept.plan.first_day.value, first_day);
        assert!(kept.answers.level(&advice.practice) > level(0).level(), "what was offered is the answer");
        Ok(())
    });
}

const PASSPHRASE: &str = "seven quiet herons wade";

fn what_is_locked_opens_with_its_passphrase_and_with_nothing_else(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        guest.have(&Copies::default().here).await?;
        guest.go("#/device").await?;
        guest.do_it("lock-on").await?;
        guest.choose_passphrase(PASSPHRASE).await?;
        guest.wait_for("[data-locked]").await?;
        assert!(guest.kept().await.is_err(), "nothing in the store can be read");

        guest.load_again().await?;
        guest.wait_for("[data-unlock]").await?;
        guest.give_passphrase("another passphrase").await?;
        guest.wait_for("#passphrase[aria-invalid=\"true\"]").await?;
        guest.give_passphrase(PASSPHRASE).await?;
        guest.wait_until_gone("[data-unlock]").await?;
        guest.go("#/a/differs/questions/buddy").await?;
        guest.choose("buddy-named", "3").await?;
        guest.wait_until(Saving::Saved).await?;
        assert!(guest.kept().await.is_err(), "what is saved now is locked too");

        guest.go("#/device").await?;
        guest.do_it("lock-off").await?;
        guest.wait_until_gone("[data-locked]").await?;
        let kept = guest.kept().await?;
        let changed = kept.iter().find(|it| it.id.as_str() == "differs").expect("it is kept");
        assert_eq!(changed.answers.get(&PracticeId::new("buddy-named")), Some(&level(3)));
        Ok(())
    });
}

fn two_views_of_a_workplace_wait_and_are_then_compared(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let views = [
            bakery_with(&[DAY]),
            seen_by("a", DAY, Respondent::Manager, level(3)),
            seen_by("b", DAY, Respondent::Buddy, level(1)),
        ];
        guest.have_records(&views).await?;
        open_bakery(guest).await?;
        guest.press("[data-view=\"a\"] [data-put-away]").await?;
        guest.wait_until(Saving::Saved).await?;
        guest.go("#/a/a/guidance").await?;
        guest.wait_for("[data-put-away-page]").await?;
        open_bakery(guest).await?;
        guest.press("[data-reveal]").await?;
        guest.press("[data-compare]").await?;
        guest.wait_for("[data-difference]").await?;
        guest.press("[data-take=\"talk-buddy\"]").await?;
        guest.wait_for("[data-talk=\"buddy\"] [data-taken]").await?;
        guest.wait_until(Saving::Saved).await?;

        guest.go("#/w").await?;
        guest.type_into("#new-workplace", "Warehouse").await?;
        guest.do_it("add").await?;
        guest.press("[data-begin-round]").await?;
        guest.press("[data-add-view=\"practitioner\"]").await?;
        guest.wait_for("input[name=\"stage\"]").await?;
        guest.next().await?;
        guest.choose("buddy-named", "not-seen").await?;
        guest.wait_until(Saving::Saved).await?;
        assert_eq!(guest.kept().await?.len(), 3);
        Ok(())
    });
}

async fn open_bakery(guest: &Guest) -> Result<()> {
    guest.go("#/w/wp-1").await?;
    guest.wait_for("[data-round]").await
}

/// Some engines keep a page as it is and show it again to whoever goes back.
fn what_a_candidate_says_is_gone_when_the_page_is_left(engine: Engine) {
    let said = "return all('[data-own] input:checked').length";
    engine.visit_site(async |guest, host| {
        for leave in ["another page", "another site"] {
            guest.go("#/own").await?;
            guest.wait_for("[data-asked]").await?;
            guest.choose("own-buddy-named", "1").await?;
            assert_eq!(guest.read::<usize>(said, []).await?, 1);
            if leave == "another page" {
                guest.go("#/about").await?;
            } else {
                guest.driver().goto("about:blank").await?;
            }
            guest.back().await?;
            guest.wait_for("[data-asked]").await?;
            assert_eq!(guest.read::<usize>(said, []).await?, 0, "after {leave}");
            guest.go_to(&host.url()).await?;
        }
        assert!(guest.kept().await?.is_empty(), "it was never kept");
        Ok(())
    });
}
