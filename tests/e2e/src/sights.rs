//! Every page of the app, on a device on which there is something to see on each of them. A new page belongs in
//! [`sights`]: a test compares it with `src/route.rs`.
//!
//! What becomes of a page when something is done there (a dialog, a fault, a file that is looked at) is looked at where
//! that is tested.

use anyhow::Result;
use assessment::{
    Answer, Assessment, Date, Given, Involvement, Moment, PracticeId, Record, Region, Respondent, Rhythm, Round, Size,
    Stage, Workplace,
};
use exchange::{Known, Link, link};

use crate::{App, ROUND_DAY, Walk, bakery, instrument, level, seen_by};

/// A page.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Its address, from the `#` on.
    pub at: String,
    /// What is there once the page stands.
    pub shows: &'static str,
}

/// When all of it was given: November 2026, so that nothing is reminded of yet.
const AT: Moment = Moment(1_795_219_200_000);

/// Every page there is, by address.
pub fn sights() -> Vec<Sight> {
    let day = ROUND_DAY.0;
    [
        ("#/".to_owned(), "[data-assessment]"),
        ("#/topics".to_owned(), "button[data-topic]"),
        ("#/about".to_owned(), "main h2"),
        ("#/example".to_owned(), "[data-advice]"),
        ("#/help".to_owned(), "main h2"),
        ("#/learn".to_owned(), ".learn__list"),
        ("#/learn/conditions/buddy".to_owned(), ".ways-on"),
        ("#/learn/openness".to_owned(), ".ways-on"),
        ("#/learn/glossary".to_owned(), "main dl, main h2"),
        ("#/learn/training/ways".to_owned(), "fieldset"),
        ("#/learn/search".to_owned(), "#search"),
        ("#/learn/accessibility".to_owned(), "main h2"),
        ("#/device".to_owned(), ".device [data-do]"),
        ("#/nowhere".to_owned(), "main a"),
        ("#/w".to_owned(), "[data-workplace]"),
        ("#/w/wp-1".to_owned(), "[data-round]"),
        (format!("#/w/wp-1/{day}"), "[data-difference]"),
        (format!("#/w/wp-1/{day}/leave"), ".leaflet"),
        ("#/overview".to_owned(), "[data-condition]"),
        ("#/own".to_owned(), "[data-asked]"),
        ("#/form/candidate".to_owned(), "[data-form] [data-practice]"),
        ("#/form/employer/quick".to_owned(), "[data-form] [data-practice]"),
        ("#/l".to_owned(), "[data-link]"),
        (format!("#/l/{}", link_text()), "[data-keep]"),
        ("#/a/walk/situation".to_owned(), "[data-more]"),
        ("#/a/walk/questions/buddy".to_owned(), "fieldset[data-practice]"),
        ("#/a/walk/guidance".to_owned(), "a[data-to-take]"),
        ("#/a/walk/plan".to_owned(), "[data-plan]"),
        ("#/a/walk/visit/buddy-named".to_owned(), "[data-visit]"),
        ("#/a/walk/take/report".to_owned(), "[data-paper]"),
        ("#/a/walk/take/card".to_owned(), "[data-paper]"),
        ("#/a/walk/take/points".to_owned(), "[data-paper]"),
    ]
    .map(|(at, shows)| Sight { at, shows })
    .to_vec()
}

/// What is on the device: work with advice of every kind and a plan, and a workplace with two rounds and several views.
pub fn furniture() -> Vec<Record> {
    let earlier = Date(ROUND_DAY.0 - 90);
    let mut workplace = Workplace::begin(bakery(), "Bakery north".to_owned(), AT);
    workplace.rounds.insert(earlier, Round::default());
    workplace.rounds.insert(ROUND_DAY, Round { revealed: Given { at: AT, value: true }, ..Round::default() });
    vec![
        planned().into(),
        workplace.into(),
        seen_by("a", earlier, Respondent::Manager, level(1)),
        seen_by("b", ROUND_DAY, Respondent::Manager, level(3)),
        seen_by("c", ROUND_DAY, Respondent::Buddy, level(1)),
    ]
}

/// Something to put right, to start with, to find out, strong points, things that wait.
pub fn a_bit_of_everything() -> Walk {
    Walk::quick_scan()
        .situation(|it| {
            it.stage = Some(Stage::BeforeHiring);
            it.size = Some(Size::Micro);
            it.respondent = Some(Respondent::Owner);
            it.involvement = Some(Involvement::NotYet);
            it.region = Some(Region::Netherlands);
        })
        .answering(|n, _| {
            Some(match n % 9 {
                0 => level(0),
                3 => level(3),
                6 => Answer::DontKnow,
                n => level(n % 3),
            })
        })
        .but("open-no-questions", level(0))
}

fn planned() -> Assessment {
    let walk = a_bit_of_everything();
    let guidance = walk.guidance();
    let practices: Vec<&str> = guidance.advice.iter().take(4).map(|it| it.practice.as_str()).collect();
    let mut kept = walk.planning(&practices);
    kept.plan.first_day = Given { at: AT, value: Date::parse("2026-12-14") };
    kept.plan.rhythm = Given { at: AT, value: Some(Rhythm::Monthly) };
    kept.notes.give(PracticeId::new("buddy-named"), "an hour a week, on Tuesday".to_owned(), AT);
    kept
}

/// What a link brings.
fn link_text() -> String {
    let known = Known::from(&instrument());
    link::write(&Link::of(&a_bit_of_everything().assessment(), ROUND_DAY, &known), &known).unwrap_or_default()
}

impl App {
    /// Has something on the device for every page to show.
    pub async fn furnish(&self) -> Result<()> {
        self.have_records(&furniture()).await
    }

    /// Goes to a page, waits until it stands, and unfolds all that is folded there, as a curious person does.
    pub async fn go_to_sight(&self, sight: &Sight) -> Result<()> {
        self.go(&sight.at).await?;
        self.wait_for(sight.shows).await?;
        self.unfold_everything().await
    }

    /// Opens every folded part of the page.
    pub async fn unfold_everything(&self) -> Result<()> {
        let unfold = "all('main details:not([open]) > summary').forEach((summary) => summary.click())";
        self.read::<()>(unfold, []).await?;
        self.wait_until_drawn().await
    }
}
