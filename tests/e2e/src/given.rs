//! What was given on a page of questions, as it stands there.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use assessment::{Answer, Assessment, AssessmentId, PracticeId};
use exchange::Known;
use serde::Deserialize;
use serde_json::json;

use crate::{App, Saving, Walk, Window, assessments_in, instrument};

/// A page of questions at one instant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SeenGiven {
    /// Whether the page says that all of it is kept.
    pub saved: bool,
    /// The answers by practice, and the notes that are not empty by `note on ` and the practice.
    pub given: BTreeMap<String, String>,
}

impl App {
    /// What was given on the page that is shown.
    pub async fn given(&self) -> Result<SeenGiven> {
        self.read(include_str!("scripts/given.js"), []).await
    }
}

impl Window {
    /// Begins with the topic 'buddy', and says that there is a named buddy (level 2). Its questions stay open.
    pub async fn begin_answered(&self) -> Result<AssessmentId> {
        self.begin(&Walk::topic("buddy")).await?;
        self.choose("buddy-named", "2").await?;
        self.wait_until(Saving::Saved).await?;
        self.assessment().await
    }
}

impl App {
    /// Opens the questions of the topic 'buddy' of an assessment.
    pub async fn go_to_buddy(&self, id: &AssessmentId) -> Result<()> {
        self.go(&format!("#/a/{id}/questions/buddy")).await
    }

    /// Saves the file to which the alert at the top shows the way, and reads what is in it.
    pub async fn take_offered_file(&self) -> Result<Vec<Assessment>> {
        self.press("header [role=\"alert\"] a[href=\"#/device\"]").await?;
        let downloads = self.downloads().await?;
        self.do_it("backup").await?;
        self.wait_for_outcome().await?;
        if self.shows("[data-doubts]").await? {
            self.do_it("go-on").await?;
        }
        assessments_in_file(&downloads.take().await?.bytes)
    }

    /// The time by the clock of this machine, in milliseconds since 1970, whatever the page believes.
    pub async fn time(&self) -> Result<f64> {
        self.read("return performance.timeOrigin + performance.now()", []).await
    }

    /// Has answers given to a question in a hurry, by the page itself: the first at a moment (see [`App::time`]), the
    /// others some milliseconds apart. Does not wait for it, so that other tabs can do the same at the same time.
    pub async fn answer_in_a_hurry(&self, practice: &str, values: &[&str], from: f64, every: u32) -> Result<()> {
        let arguments = [json!(practice), json!(values), json!(from), json!(every)];
        self.read_later(include_str!("scripts/hurry.js"), arguments).await
    }

    /// Waits until a question has this answer; `None` for not answered.
    pub async fn wait_for_answer(&self, practice: &str, value: Option<&str>) -> Result<()> {
        let there = "return (one(`[name='${arguments[0]}']:checked`)?.value ?? null) === arguments[1]";
        self.until(&format!("{practice} is answered with {value:?}"), there, [json!(practice), json!(value)]).await
    }
}

/// The answer of one practice of one among several assessments.
pub fn answer_in(assessments: &[Assessment], id: &AssessmentId, practice: &str) -> Option<Answer> {
    let assessment = assessments.iter().find(|assessment| assessment.id == *id)?;
    assessment.answers.get(&PracticeId::new(practice)).copied()
}

/// The assessments in a plain backup.
///
/// # Errors
///
/// If it is none.
pub fn assessments_in_file(file: &[u8]) -> Result<Vec<Assessment>> {
    let read = exchange::read(file, &Known::from(&instrument()));
    Ok(assessments_in(&read.map_err(|refusal| anyhow!("{refusal:?}"))?))
}
