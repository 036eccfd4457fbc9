//! The app in three engines that have nothing to do with each other.

use anyhow::Result;
use assessment::{Region, Stage};
use e2e::{Engine, Walk, in_every_engine, level};

in_every_engine! {
    what_is_answered_is_there_again_after_a_reload
    the_main_job_is_done
}

fn what_is_answered_is_there_again_after_a_reload(engine: Engine) {
    engine.visit_site(async |guest, _host| {
        let walk = Walk::quick_scan().situation(|it| it.stage = Some(Stage::FirstMonths)).answering_all(level(1));
        let condition = walk.conditions().remove(0);
        guest.begin(&walk).await?;
        guest.answer(&walk, &condition).await?;

        guest.load_again().await?;
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
        Ok(()) as Result<()>
    });
}
