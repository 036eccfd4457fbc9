//! The annex, a module of its own: files, also for a calendar, links, encryption, the check of notes, and search. Fetched when it is first
//! asked for.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use assessment::{AssessmentId, Date, Moment, Record, Shared, save};
use calendar::Event;
use exchange::{Code, Known, LinkOffer, Offer};
use guard::Finding;
use js_sys::Uint8Array;
use search::Entry;
use wasm_bindgen::prelude::*;

use super::{clock, packs};

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js` offers it: it knows where the modules are.
    #[wasm_bindgen(js_namespace = roomToGrow, catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;

    /// The loaded module. Each method is an export of `crates/annex` with the same name; adding one there is adding
    /// its line here.
    #[derive(Clone, Debug)]
    pub type Annex;

    #[wasm_bindgen(method, catch, js_name = newLock)]
    async fn new_lock_js(this: &Annex, passphrase: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = openLock)]
    async fn open_lock_js(this: &Annex, passphrase: &str, lock: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = sealRecord)]
    async fn seal_record_js(this: &Annex, key: &JsValue, name: &str, bytes: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = unsealRecord)]
    async fn unseal_record_js(this: &Annex, key: &JsValue, name: &str, bytes: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = writeFile)]
    fn write_file_js(this: &Annex, records: &[u8], made: f64) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = writeCalendar)]
    fn write_calendar_js(this: &Annex, name: &str, events: &[u8], made: f64) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = writeShared)]
    fn write_shared_js(this: &Annex, shared: &[u8]) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = openShared)]
    fn open_shared_js(this: &Annex, file: &[u8], known: &[u8]) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = writeLink)]
    fn write_link_js(this: &Annex, record: &[u8], made: u32, known: &[u8]) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch, js_name = readLink)]
    fn read_link_js(this: &Annex, text: &str, id: &str, at: f64, known: &[u8]) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = drawCode)]
    fn draw_code_js(this: &Annex, text: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = sealFile)]
    async fn seal_file_js(this: &Annex, passphrase: &str, file: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = openFile)]
    fn open_file_js(this: &Annex, file: &[u8], known: &[u8]) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = openSealed)]
    async fn open_sealed_js(this: &Annex, passphrase: &str, file: &[u8], known: &[u8]) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = learnWords)]
    fn learn_words_js(this: &Annex, words: &[u8]) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = checkNote)]
    fn check_note_js(this: &Annex, note: &str) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = learnTexts)]
    fn learn_texts_js(this: &Annex, entries: &[u8]) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = findTexts)]
    fn find_texts_js(this: &Annex, query: &str) -> Result<Vec<usize>, JsValue>;
}

/// The annex could not be fetched: there is no network, or its file is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnexFailed;

/// The annex.
///
/// # Errors
///
/// [`AnnexFailed`]; asking again tries again.
pub async fn annex() -> Result<Annex, AnnexFailed> {
    load("annex").await.map(JsCast::unchecked_into).map_err(|_| AnnexFailed)
}

/// The annex, with the words by which it checks notes.
///
/// # Errors
///
/// [`AnnexFailed`] if the module or the words could not be fetched; asking again tries again.
pub async fn with_guard() -> Result<Annex, AnnexFailed> {
    let annex = annex().await?;
    if !GUARDED.get() {
        let words = packs::guard().await.map_err(|_| AnnexFailed)?;
        annex.learn_words_js(&words).map_err(|_| AnnexFailed)?;
        GUARDED.set(true);
    }
    Ok(annex)
}

/// The same while someone types: after a failure it is not asked for again at once. A request at each letter would
/// be of no use, and would tell whoever runs the host how fast someone types.
///
/// # Errors
///
/// As for [`with_guard`], also for a while after it failed.
pub async fn with_guard_at_leisure() -> Result<Annex, AnnexFailed> {
    let now = clock::now();
    if AGAIN_FROM.get() > now {
        return Err(AnnexFailed);
    }
    let guarded = with_guard().await;
    if guarded.is_err() {
        AGAIN_FROM.set(Moment(now.0 + AGAIN_AFTER_MS));
    }
    guarded
}

/// The annex, with the texts that it searches. They are handed over once for each name, such as that of a language.
///
/// # Errors
///
/// [`AnnexFailed`] if the module could not be fetched; asking again tries again.
pub async fn with_texts(name: &str, texts: impl FnOnce() -> Vec<Entry>) -> Result<Annex, AnnexFailed> {
    let annex = annex().await?;
    if SEARCHED.with_borrow(|searched| searched != name) {
        let texts = save::seal(&texts()).map_err(|_| AnnexFailed)?;
        annex.learn_texts_js(&texts).map_err(|_| AnnexFailed)?;
        SEARCHED.set(name.to_owned());
    }
    Ok(annex)
}

/// How long the module is left alone after it could not be fetched while someone typed.
const AGAIN_AFTER_MS: u64 = 60_000;

thread_local! {
    /// From when on it may be asked for again while someone types.
    static AGAIN_FROM: Cell<Moment> = const { Cell::new(Moment(0)) };
    /// Whether the module has its words.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// The name of the texts that it searches.
    static SEARCHED: RefCell<String> = const { RefCell::new(String::new()) };
}

fn bytes(value: JsValue) -> Result<Vec<u8>, JsValue> {
    Ok(value.dyn_into::<Uint8Array>()?.to_vec())
}

impl Annex {
    /// Makes a lock: what is kept of it, and the key it gives.
    pub async fn new_lock(&self, passphrase: &str) -> Result<(Vec<u8>, JsValue), JsValue> {
        let made: js_sys::Array = self.new_lock_js(passphrase).await?.dyn_into()?;
        Ok((bytes(made.get(0))?, made.get(1)))
    }

    /// The key of a lock; `None` if the passphrase is another one.
    pub async fn open_lock(&self, passphrase: &str, lock: &[u8]) -> Result<Option<JsValue>, JsValue> {
        let key = self.open_lock_js(passphrase, lock).await?;
        Ok((!key.is_null()).then_some(key))
    }

    /// Encrypts a record that is kept under a name.
    pub async fn seal_record(&self, key: &JsValue, name: &str, record: &[u8]) -> Result<Vec<u8>, JsValue> {
        bytes(self.seal_record_js(key, name, record).await?)
    }

    /// Decrypts a record that is kept under a name.
    pub async fn unseal_record(&self, key: &JsValue, name: &str, record: &[u8]) -> Result<Vec<u8>, JsValue> {
        bytes(self.unseal_record_js(key, name, record).await?)
    }

    /// The JSON file with these records.
    pub fn write_file(&self, records: &[Rc<Record>], made: Moment) -> Option<Vec<u8>> {
        self.write_file_js(&save::seal(&records).ok()?, clock::milliseconds(made)).ok()
    }

    /// The calendar file with these events, and the name by which a calendar shows them.
    pub fn write_calendar(&self, name: &str, events: &[Event], made: Moment) -> Option<Vec<u8>> {
        self.write_calendar_js(name, &save::seal(&events).ok()?, clock::milliseconds(made)).ok()
    }

    /// The file with what a candidate hands over.
    pub fn write_shared(&self, shared: &Shared) -> Option<Vec<u8>> {
        self.write_shared_js(&save::seal(shared).ok()?).ok()
    }

    /// What a candidate handed over in a file; `None` if it holds nothing of that kind.
    pub fn open_shared(&self, file: &[u8], known: &Known) -> Option<Shared> {
        save::unseal(&self.open_shared_js(file, &save::seal(known).ok()?).ok()?).ok()?
    }

    /// The link of an assessment, as it stands in an address behind `#/l/`.
    pub fn write_link(&self, record: &Record, made: Date, known: &Known) -> Option<String> {
        self.write_link_js(&save::write(record).ok()?, made.0, &save::seal(known).ok()?).ok()
    }

    /// What a link offers, with an id and a time for what may be kept; `None` if the module failed.
    pub fn read_link(&self, text: &str, id: &AssessmentId, at: Moment, known: &Known) -> Option<LinkOffer> {
        let known = save::seal(known).ok()?;
        save::unseal(&self.read_link_js(text, id.as_str(), clock::milliseconds(at), &known).ok()?).ok()
    }

    /// The code by which a camera takes over an address; `None` if it would be too fine to be read.
    pub fn draw_code(&self, address: &str) -> Option<Code> {
        save::unseal(&self.draw_code_js(address).ok()?).ok()?
    }

    /// A file, encrypted with a passphrase.
    pub async fn seal_file(&self, passphrase: &str, file: &[u8]) -> Option<Vec<u8>> {
        bytes(self.seal_file_js(passphrase, file).await.ok()?).ok()
    }

    /// What a file offers; `None` if the module failed.
    pub fn open_file(&self, file: &[u8], known: &Known) -> Option<Offer> {
        save::unseal(&self.open_file_js(file, &save::seal(known).ok()?).ok()?).ok()
    }

    /// What a file offers to those who have the passphrase; `None` if the module failed.
    pub async fn open_sealed(&self, passphrase: &str, file: &[u8], known: &Known) -> Option<Offer> {
        let offer = self.open_sealed_js(passphrase, file, &save::seal(known).ok()?).await.ok()?;
        save::unseal(&bytes(offer).ok()?).ok()
    }

    /// What the privacy guard finds in a note; needs [`with_guard`].
    pub fn check_note(&self, note: &str) -> Vec<Finding> {
        self.check_note_js(note).ok().and_then(|found| save::unseal(&found).ok()).unwrap_or_default()
    }

    /// The places of the texts that a query means, the likeliest first; needs [`with_texts`].
    pub fn find(&self, query: &str) -> Vec<usize> {
        self.find_texts_js(query).unwrap_or_default()
    }
}
