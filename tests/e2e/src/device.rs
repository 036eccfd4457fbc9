//! The page 'On this device': backups, files, passphrases.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::By;

use crate::{
    App, Saving, Visitor, Window, evidence,
    window::{GLANCE, PATIENCE},
};

/// A file that came down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where files come down.
pub struct Downloads(TempDir);

impl Downloads {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Whether no file has come down, nor is on its way.
    pub fn is_empty(&self) -> Result<bool> {
        Ok(fs::read_dir(self.0.path())?.next().is_none())
    }

    /// Waits for the file that comes down, and takes it out.
    pub async fn take(&self) -> Result<Saved> {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if let Some(path) = self.complete()? {
                let name = path.file_name().and_then(|name| name.to_str()).context("a name in Unicode")?.to_owned();
                if let Some(bytes) = settled(&path).await? {
                    fs::remove_file(path)?;
                    return Ok(Saved { name, bytes });
                }
            }
            tokio::time::sleep(GLANCE).await;
        }
        bail!("no file came down within {} seconds", PATIENCE.as_secs())
    }

    fn complete(&self) -> Result<Option<PathBuf>> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.0.path())? {
            files.push(entry?.path());
        }
        // Until it is complete, the browser gives it another name, beside an empty file with its own.
        let begun = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            [".crdownload", ".part", ".wkdownload"].iter().any(|ending| name.ends_with(ending))
                || name.starts_with(".org.chromium")
        };
        ensure!(files.len() < 3, "more than one file came down: {files:?}");
        Ok(if files.iter().any(begun) { None } else { files.pop() })
    }
}

/// What is in a file once nothing more comes: WebKit writes into the file with the final name. Nothing if it is gone again:
/// Firefox takes the empty file with that name away before it puts the whole one there.
async fn settled(path: &Path) -> Result<Option<Vec<u8>>> {
    let begun = Instant::now();
    let Some(mut before) = read_if_there(path)? else { return Ok(None) };
    while begun.elapsed() < PATIENCE {
        tokio::time::sleep(SETTLED).await;
        let Some(now) = read_if_there(path)? else { return Ok(None) };
        if now == before && (!now.is_empty() || begun.elapsed() > EMPTY) {
            return Ok(Some(now));
        }
        before = now;
    }
    bail!("{} still grows", path.display())
}

fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// How long a file that came down stays empty when there is nothing in it: browsers take a name with an empty file first.
const EMPTY: Duration = Duration::from_secs(2);

/// How long a file that came down stands still when it is complete.
const SETTLED: Duration = Duration::from_millis(150);

/// What comes of a step on the page: something is said, shown, or asked.
const OUTCOME: &str = "[data-errand] [data-said], [data-errand] [data-preview], [data-errand] [data-doubts], \
    [data-errand] form";

impl Window {
    /// Presses a button of the page 'On this device', by its id in the markup.
    pub async fn do_it(&self, what: &str) -> Result<()> {
        self.press(&format!("[data-do=\"{what}\"]")).await
    }

    /// Picks a file in the file field, and waits for what the page makes of it.
    pub async fn open_file(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.give_file("input[data-open]", name, bytes).await?;
        self.wait_for_outcome().await
    }

    /// Picks a file in a file field.
    pub async fn give_file(&self, field: &str, name: &str, bytes: &[u8]) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(name);
        fs::write(&path, bytes)?;
        let field = self.driver().find(By::Css(field)).await?;
        field.send_keys(path.to_str().context("a path in Unicode")?).await?;
        // The browser reads it when it likes; the folder stays until the tests end.
        let _ = folder.keep();
        Ok(())
    }

    /// Waits until a step on the page has come to an end, or asks something.
    pub async fn wait_for_outcome(&self) -> Result<()> {
        self.wait_for(OUTCOME).await
    }

    /// What the page says about the last step. There is never more than one such message.
    pub async fn said(&self) -> Result<String> {
        self.wait_for("[data-said]").await?;
        ensure!(self.count("[data-said]").await? == 1, "one message at a time");
        self.text("[data-said]").await
    }

    /// Chooses in a list of choices, by the value of the choice.
    pub async fn select(&self, list: &str, value: &str) -> Result<()> {
        self.wait_for(list).await?;
        let choose = "const list = one(arguments[0]); list.value = arguments[1]; \
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        self.read(choose, [json!(list), json!(value)]).await
    }

    /// The value of a field.
    pub async fn value_of(&self, field: &str) -> Result<String> {
        self.wait_for(field).await?;
        self.read("return one(arguments[0]).value", [json!(field)]).await
    }
}

impl App {
    /// Opens the page 'On this device', and waits for its words.
    pub async fn open_device(&self) -> Result<()> {
        self.go("#/device").await?;
        self.wait_for(".device [data-do], [data-unlock]").await
    }

    /// Lets files come down into a folder of their own.
    pub async fn downloads(&self) -> Result<Downloads> {
        let downloads = Downloads::new()?;
        let allow = json!({ "behavior": "allow", "downloadPath": downloads.folder() });
        self.command("Browser.setDownloadBehavior", allow).await?;
        Ok(downloads)
    }

    /// Saves everything as a plain file.
    pub async fn save_backup(&self) -> Result<Saved> {
        let downloads = self.downloads().await?;
        self.do_it("backup").await?;
        downloads.take().await
    }

    /// Saves everything as a file with a passphrase.
    pub async fn save_sealed_backup(&self, passphrase: &str) -> Result<Saved> {
        let downloads = self.downloads().await?;
        self.do_it("backup-sealed").await?;
        self.choose_passphrase(passphrase, passphrase).await?;
        downloads.take().await
    }

    /// Types a new passphrase and the same again, and goes on.
    pub async fn choose_passphrase(&self, passphrase: &str, again: &str) -> Result<()> {
        self.type_into("#passphrase", passphrase).await?;
        self.type_into("#passphrase-again", again).await?;
        self.do_it("submit").await
    }

    /// Gives a passphrase that is asked for, and goes on.
    pub async fn give_passphrase(&self, passphrase: &str) -> Result<()> {
        self.type_into("#passphrase", passphrase).await?;
        self.do_it("submit").await
    }

    /// Puts a lock on everything, on the page 'On this device'.
    pub async fn put_lock_on(&self, passphrase: &str) -> Result<()> {
        self.open_device().await?;
        self.do_it("lock-on").await?;
        self.choose_passphrase(passphrase, passphrase).await?;
        self.wait_for("[data-locked]").await
    }

    /// Takes the lock off, on the page 'On this device'.
    pub async fn take_lock_off(&self) -> Result<()> {
        self.do_it("lock-off").await?;
        self.wait_until_gone("[data-locked]").await
    }

    /// Opens the lock, and waits until it is gone.
    pub async fn unlock(&self, passphrase: &str) -> Result<()> {
        self.give_passphrase(passphrase).await?;
        self.wait_until_gone("[data-unlock]").await
    }

    /// Types into a field, in place of what stands in it.
    pub async fn type_into(&self, field: &str, text: &str) -> Result<()> {
        self.press(field).await?;
        self.read::<()>("one(arguments[0]).select(); document.execCommand('delete')", [json!(field)]).await?;
        self.insert(text).await
    }

    /// Gives the passphrase of a file that holds something new, and adds what is in it.
    pub async fn add_with(&self, passphrase: &str) -> Result<()> {
        self.give_passphrase(passphrase).await?;
        self.wait_for("[data-arrival=\"new\"]").await?;
        self.do_it("add").await?;
        self.said().await?;
        self.wait_until(Saving::Saved).await
    }

    /// Turns the wheel of the mouse over the middle of the page.
    pub async fn turn_the_wheel(&self) -> Result<()> {
        let turn = json!({ "type": "mouseWheel", "x": 400, "y": 400, "deltaX": 0, "deltaY": 200 });
        self.command("Input.dispatchMouseEvent", turn).await?;
        Ok(())
    }
}

impl Visitor {
    /// A browser that has not promised to keep anything, and that says this when it is asked to.
    pub fn whose_browser_promises(self, promises: bool) -> Self {
        let answer = if promises { "globalThis.promise = true;" } else { "globalThis.promise = false;" };
        self.before_load(answer).before_load(
            "StorageManager.prototype.persisted = async () => false; globalThis.askedForPromise = 0; \
             StorageManager.prototype.persist = async () => { askedForPromise += 1; return promise; };",
        )
    }

    /// The page came over plain http, so the browser offers no encryption.
    pub fn without_encryption(self) -> Self {
        self.before_load("Object.defineProperty(globalThis, 'isSecureContext', { get: () => false });")
            .before_load("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });")
    }

    /// The browser says that it is Safari.
    pub fn in_safari(self) -> Self {
        self.before_load("Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });")
    }

    /// Opens the app on another device, while a visit is going on, and gives back what the test there found.
    ///
    /// # Errors
    ///
    /// Those of the test; or the visit there was not quiet.
    pub async fn meanwhile<T>(self, test: impl AsyncFnOnce(&mut App) -> Result<T>) -> Result<T> {
        let mut app = App::open(self).await?;
        let outcome = async {
            let found = test(&mut app).await?;
            app.assert_quiet().await.map(|()| found)
        }
        .await;
        if outcome.is_err() {
            evidence::keep_of_other_device(&app).await;
        }
        app.close().await;
        outcome.context("on the other device")
    }
}
