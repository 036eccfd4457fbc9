//! Looks at pages the way people with other eyes, hands and screens meet them, and gathers every fault.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use crate::{App, Light, Look, environment};

/// What the rules of axe-core are taken from: the levels that the law asks, and what is known to be wise.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The faults that were found on some pages, so that one run tells them all.
pub struct Audit<'a> {
    app: &'a App,
    axe: String,
    /// Each fault once, with the looks in which it was seen.
    faults: BTreeMap<String, Vec<String>>,
    pages: usize,
}

/// One rule of axe-core that a page breaks.
#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    targets: Vec<String>,
}

impl<'a> Audit<'a> {
    /// Begins with nothing found.
    pub fn of(app: &'a App) -> Result<Self> {
        Ok(Self { app, axe: environment::axe()?, faults: BTreeMap::new(), pages: 0 })
    }

    /// Looks at the page that is shown, in every pair of language, colours, width and size of text. Afterwards it is as
    /// most people see it.
    pub async fn look_at(&mut self, page: &str) -> Result<()> {
        for look in Look::pairwise() {
            self.app.take_look(look).await?;
            let seen = format!("{} {:?} {} px {} %", look.language, look.light, look.width, look.text);
            self.check(page, &seen).await?;
            self.keep_picture(page, &seen).await?;
        }
        self.pages += 1;
        self.app.look_in(Light::Light, 1280).await?;
        self.app.have_text_at(100).await
    }

    /// Looks at the page in one light and width, in the language that it speaks.
    pub async fn look_so(&mut self, page: &str, light: Light, width: u32) -> Result<()> {
        self.pages += 1;
        self.app.look_in(light, width).await?;
        let seen = format!("{light:?} {width} px");
        self.check(page, &seen).await?;
        self.keep_picture(page, &seen).await
    }

    /// Looks at the page just as it is shown now.
    pub async fn check_as_it_stands(&mut self, page: &str) -> Result<()> {
        self.pages += 1;
        self.check(page, "as it stands").await
    }

    async fn check(&mut self, page: &str, seen: &str) -> Result<()> {
        for violation in self.violations().await? {
            let Violation { id, help, targets } = violation;
            for target in targets {
                self.note(format!("{page}: {id} ({help}) at {target}"), seen);
            }
        }
        for fault in self.app.layout_faults().await? {
            self.note(format!("{page}: {fault}"), seen);
        }
        Ok(())
    }

    fn note(&mut self, fault: String, seen: &str) {
        self.faults.entry(fault).or_default().push(seen.to_owned());
    }

    async fn violations(&self) -> Result<Vec<Violation>> {
        if !self.app.read::<bool>("return 'axe' in window", []).await? {
            self.app.driver().execute(self.axe.as_str(), vec![]).await?;
        }
        self.app.read_later(include_str!("scripts/axe.js"), [json!(RULES)]).await
    }

    /// For people who want to look themselves: `ROOM_SCREENSHOTS=folder`.
    async fn keep_picture(&self, page: &str, seen: &str) -> Result<()> {
        let Some(folder) = env::var_os("ROOM_SCREENSHOTS").map(PathBuf::from) else {
            return Ok(());
        };
        fs::create_dir_all(&folder)?;
        let words = format!("{page} {seen}").to_lowercase();
        let words: Vec<&str> = words.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        fs::write(folder.join(words.join("-") + ".png"), self.app.whole_page().await?)?;
        Ok(())
    }

    /// What was found so far.
    pub fn faults(&self) -> Vec<&str> {
        self.faults.keys().map(String::as_str).collect()
    }

    /// Fails with the list of everything that was found.
    pub fn assert_clean(self) {
        let list: Vec<String> =
            self.faults.iter().map(|(fault, seen)| format!("- {fault}\n    [{}]", seen.join(", "))).collect();
        assert!(list.is_empty(), "{} faults on {} pages:\n{}", list.len(), self.pages, list.join("\n"));
    }
}

impl App {
    /// What does not fit: the page scrolls sideways, a target is smaller than 44 px, a text is cut off.
    pub async fn layout_faults(&self) -> Result<Vec<String>> {
        self.read(include_str!("scripts/layout.js"), []).await
    }
}
