//! How to tell where one is, and what the frame around the pages says.

use anyhow::{Context, Result, ensure};
use assessment::{AssessmentId, ConditionId, PracticeId};
use content::DeviceWord;
use serde_json::json;

use crate::{Window, device, instrument};

/// What the app says about keeping the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Everything is kept on this device.
    Saved,
    /// The store refused: what changed is in memory only.
    Failed,
    /// Nothing can be kept here: the answers are gone when the page closes.
    InMemory,
    /// Another tab with an older version has to be closed first.
    Blocked,
    /// Another tab has a newer version: this one can keep nothing any more.
    Outdated,
}

impl Saving {
    fn name(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Failed => "failed",
            Self::InMemory => "memory",
            Self::Blocked => "blocked",
            Self::Outdated => "outdated",
        }
    }
}

/// The name of the assessment whose page an address shows, such as `k3x9` of `#/a/k3x9/guidance`.
pub fn name_of(place: &str) -> Result<AssessmentId> {
    let mut parts = place.trim_start_matches("#/").split('/');
    ensure!(parts.next() == Some("a"), "{place} is no page of an assessment");
    Ok(AssessmentId::new(parts.next().context("the address names no assessment")?))
}

fn practices_of(condition: &ConditionId) -> Vec<String> {
    let instrument = instrument();
    let condition = instrument.condition(condition).expect("there is such a condition");
    condition.practices.iter().map(|practice| practice.id.to_string()).collect()
}

impl Window {
    /// Waits until the app says how it keeps the answers.
    pub async fn wait_until(&self, saving: Saving) -> Result<()> {
        self.wait_for(&format!("[data-saving=\"{}\"]", saving.name())).await
    }

    /// Waits until the alert at the top of the page says this.
    pub async fn wait_until_told(&self, word: DeviceWord) -> Result<()> {
        let words = device(&self.language().await?).words.get(word);
        let told = "return one('header [role=\"alert\"]').innerText.includes(arguments[0])";
        self.until(&format!("'{words}' is told"), told, [json!(&*words)]).await
    }

    /// Waits for the page with the questions of a condition.
    pub async fn wait_for_questions(&self, condition: &ConditionId) -> Result<()> {
        // The address is there before the page is, and a page of questions looks like the one before it.
        let there = "const ids = all('fieldset[data-practice]').map((question) => question.dataset.practice) \
                .concat(all('[data-left-out]').map((notice) => notice.dataset.leftOut)); \
            return ids.length > 0 && ids.every((id) => arguments[0].includes(id))";
        let practices = practices_of(condition);
        self.until(&format!("the page of {condition}"), there, [json!(practices)]).await
    }

    /// Waits for the guidance.
    pub async fn wait_for_guidance(&self) -> Result<()> {
        self.wait_for("a[data-to-take], [data-nothing-yet], [data-example] [data-advice]").await
    }

    /// Waits for the start page.
    pub async fn wait_for_start(&self) -> Result<()> {
        self.wait_for("button[data-scope=\"quick\"]").await
    }

    /// Waits until everything that is fetched behind the first page is here and drawn.
    pub async fn wait_for_the_words(&self) -> Result<()> {
        let language = self.language().await?;
        for pack in ["ask", "advise", "examples"] {
            self.wait_for_file(&format!("/{pack}.{language}.")).await?;
        }
        Ok(())
    }

    /// The practices whose questions are on the page, in order.
    pub async fn practices_on_page(&self) -> Result<Vec<PracticeId>> {
        let script = "return all('fieldset[data-practice]').map((set) => set.dataset.practice)";
        let ids: Vec<String> = self.read(script, []).await?;
        Ok(ids.iter().map(|id| PracticeId::new(id)).collect())
    }

    /// The name of the assessment whose page is shown.
    pub async fn assessment(&self) -> Result<AssessmentId> {
        name_of(&self.place().await?)
    }

    /// How many questions are answered, and how many are asked, as the progress says.
    pub async fn progress(&self) -> Result<(usize, usize)> {
        let script = "const { answered, asked } = one('#progress').dataset; \
            return [Number(answered), Number(asked)]";
        self.read(script, []).await
    }

    /// The language of the page.
    pub async fn language(&self) -> Result<String> {
        self.read("return document.documentElement.lang", []).await
    }

    /// Switches the language, unless the page speaks it already: then nothing offers it.
    pub async fn speak(&self, language: &str) -> Result<()> {
        if self.language().await? == language {
            return Ok(());
        }
        self.press(&format!("button[data-speak=\"{language}\"]")).await?;
        let spoken = "return document.documentElement.lang === arguments[0]";
        self.until(&format!("the page speaks {language}"), spoken, [json!(language)]).await
    }

    /// Takes back what was cleared or deleted.
    pub async fn undo(&self) -> Result<()> {
        self.press("#toast button[data-undo]").await
    }

    /// The title of the page, as tabs and screen readers say it.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver().title().await?)
    }

    /// Waits until what is wrong in a form has the focus; the tab says that something is.
    pub async fn assert_told_of_a_fault(&self, fault: &str) -> Result<()> {
        let told = "return one('[data-faults] a')?.innerText === arguments[0]";
        self.until("the fault is told", told, [json!(fault)]).await?;
        self.wait_for_focus("[data-faults]").await?;
        let tab = device(&self.language().await?).words.get(DeviceWord::FaultsTab);
        let (title, first) = (self.title().await?, format!("{tab}: "));
        ensure!(title.starts_with(&first), "the tab is called {title:?}");
        Ok(())
    }

    /// The page's heading.
    pub async fn heading(&self) -> Result<String> {
        self.text("main h1").await
    }

    /// Goes back, as with the browser's button.
    pub async fn back(&self) -> Result<()> {
        Ok(self.driver().back().await?)
    }

    /// Goes forward, as with the browser's button.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.driver().forward().await?)
    }
}
