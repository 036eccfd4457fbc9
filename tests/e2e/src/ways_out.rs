//! Every way in which something of what is on the page can get out of it, or stay behind: files, the store, other tabs,
//! paper. What must leave no trace must be in none of them.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, anyhow, ensure};
use assessment::AssessmentId;
use exchange::sealed;
use report::Kind;
use serde_json::{Value, json};

use crate::{App, Light, Saved, Tab, holds};

/// With which the sealed backup is made and opened.
const PASSPHRASE: &str = "café on a rainy tuesday";

/// What came out, by the way on which it did. Text is UTF-8.
#[derive(Clone, Debug, Default)]
pub struct WaysOut(BTreeMap<&'static str, Vec<u8>>);

impl WaysOut {
    /// Adds what came out on a way.
    pub fn add(&mut self, way: &'static str, bytes: impl Into<Vec<u8>>) {
        self.0.entry(way).or_default().extend(bytes.into());
    }

    /// Takes over what came out on other ways.
    pub fn and(mut self, more: Self) -> Self {
        more.0.into_iter().for_each(|(way, bytes)| self.add(way, bytes));
        self
    }

    /// The ways on which a text came out.
    pub fn with(&self, text: &str) -> Vec<&'static str> {
        self.0.iter().filter(|(_, bytes)| holds(bytes, text)).map(|(way, _)| *way).collect()
    }

    /// Every way on which something came out.
    pub fn ways(&self) -> Vec<&'static str> {
        self.0.iter().filter(|(_, bytes)| !bytes.is_empty()).map(|(way, _)| *way).collect()
    }
}

impl App {
    /// What is there without going anywhere: in the store, in the rest of the browser, in the address and the name of the
    /// page, and on the paper on which this page would be printed.
    pub async fn ways_out_here(&self) -> Result<WaysOut> {
        let mut out = WaysOut::default();
        for (place, records) in self.records().await? {
            let way = match place.as_str() {
                "assessments" => "store",
                "before" => "store, from before a file was opened",
                "aside" => "store, set aside",
                _ => "store, settings",
            };
            out.add(
                way,
                records.into_iter().flat_map(|(key, bytes)| [key.into_bytes(), bytes].concat()).collect::<Vec<_>>(),
            );
        }
        out.add("browser", self.read_later::<String>(include_str!("scripts/around.js"), []).await?);
        out.add("address and name", self.read::<String>("return location.href + ' ' + document.title", []).await?);
        out.add("paper", self.paper_text().await?);
        Ok(out)
    }

    /// What stands on the paper, in the order in which it stands there.
    pub async fn paper_text(&self) -> Result<String> {
        self.look_at_paper().await?;
        let text = self.read("return document.body.innerText", []).await?;
        self.look_in(Light::Light, 1280).await?;
        Ok(text)
    }

    /// What the other pages make of what is kept: files of every kind, and printed pages. Needs an assessment with a plan,
    /// and a workplace.
    pub async fn ways_out_elsewhere(&self, assessment: &AssessmentId) -> Result<WaysOut> {
        let mut out = WaysOut::default();
        let mut file = |way, saved: Saved| out.add(way, [saved.name.as_bytes(), &saved.bytes].concat());
        self.open_device().await?;
        let backup = self.save_backup().await?;
        file("backup", backup.clone());
        let sealed = self.save_sealed_backup(PASSPHRASE).await?;
        file("backup with a passphrase", Saved { bytes: self.unsealed(&sealed.bytes).await?, ..sealed });
        let downloads = self.downloads().await?;
        self.go("#/overview").await?;
        self.press("[data-csv]").await?;
        file("overview", downloads.take().await?);
        self.open_plan(assessment).await?;
        self.open_part("talks").await?;
        let calendar = self.save_calendar().await?;
        out.add("calendar", [calendar.name, calendar.text].concat());
        for (way, place) in [
            ("plan on paper", format!("#/a/{assessment}/plan")),
            ("guidance on paper", format!("#/a/{assessment}/guidance")),
        ] {
            self.go(&place).await?;
            out.add(way, self.paper_text().await?);
        }
        // Word is written from the paper that Markdown shows. Sheets name every practice that is asked, whoever answered.
        self.open_take(assessment, Kind::Report).await?;
        out.add("report on paper", self.paper_text().await?);
        let text = self.save_way(&self.downloads().await?, "markdown").await?;
        out.add("report", text.bytes);
        self.open_device().await?;
        self.open_file(&backup.name, &backup.bytes).await?;
        out.add("preview of a file", self.text("main").await?);
        Ok(out.and(self.ways_out_here().await?))
    }

    /// Stops the app as a crash does, and reads the file that is offered then.
    pub async fn rescued(&self) -> Result<WaysOut> {
        let downloads = self.downloads().await?;
        self.read::<()>("dispatchEvent(new CustomEvent('room-to-grow:trouble'))", []).await?;
        self.press("#trouble [data-rescue]").await?;
        let file = downloads.take().await?;
        let mut out = WaysOut::default();
        out.add("rescue", file.bytes.clone());
        let file: Value = serde_json::from_slice(&file.bytes)?;
        let decode = "return Object.values(arguments[0]).flatMap(Object.values).map(atob).join(' ')";
        out.add("rescue", self.read::<String>(decode, [file["stores"].clone()]).await?);
        Ok(out)
    }

    /// Opens a second window of the app that listens to what this one tells the others.
    pub async fn overhear(&self) -> Result<Tab> {
        let here = self.tab().await?;
        let listener = self.open_tab().await?;
        self.go("#/about").await?;
        self.read::<()>(include_str!("scripts/overhear.js"), []).await?;
        self.turn_to(&here).await?;
        Ok(listener)
    }

    /// What was told to the other tabs since [`App::overhear`]; and goes back to the tab that is looked at now.
    pub async fn overheard(&self, listener: &Tab) -> Result<WaysOut> {
        let here = self.tab().await?;
        self.turn_to(listener).await?;
        let mut out = WaysOut::default();
        out.add("other tabs", self.read::<Vec<String>>("return overheard", []).await?.join("\n"));
        self.turn_to(&here).await?;
        Ok(out)
    }

    async fn unsealed(&self, file: &[u8]) -> Result<Vec<u8>> {
        let parts = sealed::parse(file).map_err(|why| anyhow!("{why:?}"))?;
        let parts = json!([{
            "header": parts.header.as_slice(),
            "iterations": parts.iterations,
            "salt": parts.salt,
            "iv": parts.iv,
            "ciphertext": parts.ciphertext,
            "passphrase": PASSPHRASE,
        }]);
        let parts = parts.as_array().cloned().context("a list")?;
        let plain: Vec<u8> = self.read_later(include_str!("scripts/unseal.js"), parts).await?;
        ensure!(!plain.is_empty(), "there is something in it");
        Ok(plain)
    }
}

impl App {
    /// The files of the browser's profile in which a text stands, in either of the ways in which browsers write text.
    ///
    /// # Errors
    ///
    /// If the profile is not on disk.
    pub fn on_disk(&self, text: &str) -> Result<Vec<String>> {
        let profile = self.profile.as_ref().context("a visitor with a profile")?;
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut found = Vec::new();
        let mut folders = vec![profile.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                // Locks, sockets and what the browser takes away meanwhile cannot be read.
                let Ok(bytes) = fs::read(&path) else { continue };
                if holds(&bytes, text) || bytes.windows(wide.len()).any(|window| window == wide) {
                    found.push(path.display().to_string());
                }
            }
        }
        Ok(found)
    }
}
