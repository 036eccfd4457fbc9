//! Fetches the words.

use std::rc::Rc;

use content::{Ask, Learn};
use futures_util::future::{join, join5};
use js_sys::{JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlScriptElement, RequestCache, RequestInit, Response};

use super::{document, window};
use crate::{behind::BEHIND, state::Rest};

/// The words could not be fetched, or are damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWords;

/// The codes of the languages that there are, in the order of their packs.
pub fn languages() -> Vec<String> {
    let names = addresses().map(|addresses| Object::keys(&addresses)).unwrap_or_default();
    names.iter().filter_map(|name| name.as_string()?.strip_prefix("ask.").map(str::to_owned)).collect()
}

/// What the first page needs.
///
/// # Errors
///
/// [`NoWords`] without network, or when the file is damaged.
pub async fn ask(language: &str) -> Result<Rc<Ask>, NoWords> {
    fetch(&["ask.", language].concat()).await.map(Rc::new)
}

/// What the pages behind it need.
///
/// # Errors
///
/// As for [`ask`].
pub async fn rest(language: &str) -> Result<Rest, NoWords> {
    let names = ["advise.", "examples.", "device.", "plan.", "visit.", "take."].map(|name| [name, language].concat());
    let [advise, examples, device, plan, visit, take] = names.each_ref().map(String::as_str);
    let packs = join5(fetch(advise), fetch(examples), fetch(device), fetch(plan), fetch(visit));
    let (packs, take) = join(packs, fetch(take)).await;
    Ok(Rest {
        behind: &BEHIND,
        advise: Rc::new(packs.0?),
        examples: Rc::new(packs.1?),
        device: Rc::new(packs.2?),
        plan: Rc::new(packs.3?),
        visit: Rc::new(packs.4?),
        take: Rc::new(take?),
    })
}

/// The pages under 'Learn', and the words explained.
///
/// # Errors
///
/// As for [`ask`].
pub async fn learn(language: &str) -> Result<Rc<Learn>, NoWords> {
    fetch(&["learn.", language].concat()).await.map(Rc::new)
}

/// The words of the privacy guard, as the annex reads them.
///
/// # Errors
///
/// [`NoWords`] without network.
pub async fn guard() -> Result<Vec<u8>, NoWords> {
    bytes("guard", RequestCache::Default).await.map_err(|_| NoWords)
}

/// The packs of a language, as the office reads them: those of questions, advice, plan, workplaces and papers.
///
/// # Errors
///
/// [`NoWords`] without network.
pub async fn for_papers(language: &str) -> Result<Vec<Vec<u8>>, NoWords> {
    let mut packs = Vec::new();
    for name in ["ask.", "advise.", "plan.", "visit.", "take."] {
        // They are in the browser's cache: the page has read them itself.
        packs.push(bytes(&[name, language].concat(), RequestCache::Default).await.map_err(|_| NoWords)?);
    }
    Ok(packs)
}

/// Fetches a pack, and once more past the browser's cache if it is not right: a damaged file under a name that is
/// kept for ever would otherwise stay damaged.
async fn fetch<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, NoWords> {
    for cache in [RequestCache::Default, RequestCache::Reload] {
        if let Some(pack) = bytes(name, cache).await.ok().and_then(|bytes| content::read(&bytes).ok()) {
            return Ok(pack);
        }
    }
    Err(NoWords)
}

async fn bytes(name: &str, cache: RequestCache) -> Result<Vec<u8>, JsValue> {
    let address = addresses()
        .and_then(|addresses| Reflect::get(&addresses, &JsValue::from_str(name)).ok())
        .and_then(|address| address.as_string())
        .ok_or(JsValue::NULL)?;
    let window = window().ok_or(JsValue::NULL)?;
    let request = RequestInit::new();
    request.set_cache(cache);
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(&address, &request)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The names of the packs and where they are: `cargo xtask finish` writes it on the boot script.
fn addresses() -> Option<Object> {
    let script: HtmlScriptElement = document()?.query_selector("script[data-packs]").ok()??.dyn_into().ok()?;
    JSON::parse(&script.dataset().get("packs")?).ok()?.dyn_into().ok()
}
