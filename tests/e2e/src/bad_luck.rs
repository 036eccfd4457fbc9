//! Browsers that let people down.

use anyhow::Result;
use assessment::AssessmentId;
use serde_json::{Value, json};

use crate::{App, Visitor};

/// What a store does instead of keeping something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadStore {
    /// There is no room: putting something throws.
    Full,
    /// Putting something fails a moment later, and takes the transaction with it.
    FailsRequests,
    /// A transaction is aborted before it has done anything.
    AbortsAtOnce,
    /// A transaction is aborted when everything in it is done.
    AbortsAtTheEnd,
}

impl BadStore {
    fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::FailsRequests => "request",
            Self::AbortsAtOnce => "at-once",
            Self::AbortsAtTheEnd => "at-end",
        }
    }
}

impl Visitor {
    /// The browser says that it has kept something, and has not: from the third time on, each time.
    pub fn whose_store_forgets(self) -> Self {
        self.before_load(
            "{ const { put } = IDBObjectStore.prototype; let times = 0; \
             IDBObjectStore.prototype.put = function (value, key) { \
               times += 1; return times < 3 ? put.call(this, value, key) : this.get(key); }; }",
        )
    }

    /// The store can be made bad, and good again, with [`App::make_store`].
    pub fn whose_store_can_fail(self) -> Self {
        self.before_load(include_str!("scripts/bad_store.js"))
    }

    /// The browser counts what was written, so that [`App::early_promises`] can tell a promise from the truth.
    pub fn whose_store_is_counted(self) -> Self {
        self.before_load(
            "{ const { transaction } = IDBDatabase.prototype; globalThis.completedWrites = 0; \
             IDBDatabase.prototype.transaction = function (places, mode, options) { \
               const begun = transaction.call(this, places, mode, options); \
               if (mode === 'readwrite') begun.addEventListener('complete', () => (completedWrites += 1)); \
               return begun; }; }",
        )
    }

    /// The tabs of this browser do not hear each other.
    pub fn without_a_line_between_tabs(self) -> Self {
        self.before_load("delete globalThis.BroadcastChannel;")
    }
}

impl App {
    /// Makes the device so many times slower.
    pub async fn slow_down(&self, times: u32) -> Result<()> {
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await?;
        Ok(())
    }

    /// Answers a question with one value after the other, and tells how often the page said 'saved' too early; for a
    /// visitor whose store is counted.
    pub async fn early_promises(&self, practice: &str, values: &[&str]) -> Result<usize> {
        self.read_later(include_str!("scripts/early.js"), [json!(practice), json!(values)]).await
    }

    /// Makes the store bad, or good again; for a visitor whose store can fail.
    pub async fn make_store(&self, bad: Option<BadStore>) -> Result<()> {
        self.read("badStore = arguments[0]", [json!(bad.map(BadStore::id))]).await
    }

    /// Makes the store bad on every page that is loaded from now on, from its start.
    pub async fn make_store_bad_from_the_start(&self, bad: BadStore) -> Result<()> {
        let source = format!("badStore = '{}';", bad.id());
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// Puts something into a place of the store, past the app. What it is, is an expression in JavaScript.
    pub async fn put_by_hand(&self, place: &str, key: &str, what: &str) -> Result<()> {
        self.put_into_version(None, place, key, what).await
    }

    /// Puts an assessment into a store of another version than the app's, as another version of the app would.
    pub async fn put_into_store_of_version(&self, version: u32, id: &AssessmentId, record: &[u8]) -> Result<()> {
        let what = format!("Uint8Array.from({})", json!(record));
        self.put_into_version(Some(version), "assessments", id.as_str(), &what).await
    }

    async fn put_into_version(&self, version: Option<u32>, place: &str, key: &str, what: &str) -> Result<()> {
        let script = format!("const value = {what};\n{}", include_str!("scripts/by_hand.js"));
        self.read_later(&script, [json!(version), json!(place), json!(key)]).await
    }

    /// What lies under a key in `assessments`, or was set aside from there, written out as far as it can be.
    pub async fn find_by_hand(&self, key: &str) -> Result<Vec<String>> {
        self.read_later(include_str!("scripts/find.js"), [json!(key)]).await
    }

    /// Holds the store open in this tab, as an old version of the app without good manners does.
    pub async fn hold_store_of_version(&self, version: u32) -> Result<()> {
        let hold = "const [version, done] = arguments; const request = indexedDB.open('room-to-grow', version); \
            request.onsuccess = () => { globalThis.held = request.result; done(null); };";
        self.read_later(hold, [json!(version)]).await
    }

    /// The version of the store; 0 if there is none.
    pub async fn version_of_store(&self) -> Result<u32> {
        let ask = "const [done] = arguments; indexedDB.databases().then((all) => \
            done(all.find(({ name }) => name === 'room-to-grow')?.version ?? 0));";
        self.read_later(ask, []).await
    }

    /// Deletes everything that this site has stored, as the settings of the browser offer.
    pub async fn clear_data_of_site(&self) -> Result<()> {
        let origin = self.host.url();
        let what = json!({ "origin": origin.trim_end_matches('/'), "storageTypes": "all" });
        self.command("Storage.clearDataForOrigin", what).await.map(|_: Value| ())
    }
}
