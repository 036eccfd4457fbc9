//! The office works beside the page: it puts papers together and writes files for Word and Excel. A third module, fetched when
//! it is first asked for.

use std::cell::RefCell;

use assessment::{Assessment, Record, save};
use js_sys::Uint8Array;
use report::{DataForm, Form, Order, Paper, Written};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use super::packs;

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js` offers it: it knows where the modules are.
    #[wasm_bindgen(js_namespace = roomToGrow, catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;

    /// `static/papers.js`, which hands everything on to the worker.
    type Office;

    #[wasm_bindgen(method, js_name = isOpen)]
    fn is_open(this: &Office) -> bool;

    #[wasm_bindgen(method, catch, variadic)]
    async fn ask(this: &Office, name: &str, given: &JsValue) -> Result<JsValue, JsValue>;
}

/// The office or its words could not be fetched, or it ran into a fault. Asking again tries again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeFailed;

impl<T> From<T> for OfficeFailed
where
    T: Into<JsValue>,
{
    fn from(_: T) -> Self {
        Self
    }
}

thread_local! {
    /// The language in which the office speaks by now.
    static LEARNT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The paper that is asked for, in a language; `None` if there is nothing yet that could stand on it.
///
/// # Errors
///
/// [`OfficeFailed`]
pub async fn paper(language: &str, order: Order, assessment: &Assessment) -> Result<Option<Paper>, OfficeFailed> {
    ask(language, "paper", &[sealed(&order)?, record(assessment)?]).await
}

/// A paper as a file.
///
/// # Errors
///
/// [`OfficeFailed`]
pub async fn write(language: &str, form: Form, paper: &Paper) -> Result<Written, OfficeFailed> {
    ask(language, "write", &[sealed(&form)?, sealed(paper)?]).await
}

/// The answers as a file of data.
///
/// # Errors
///
/// [`OfficeFailed`]
pub async fn data(
    language: &str,
    form: DataForm,
    order: Order,
    assessment: &Assessment,
) -> Result<Written, OfficeFailed> {
    ask(language, "data", &[sealed(&form)?, sealed(&order)?, record(assessment)?]).await
}

async fn ask<T: DeserializeOwned>(language: &str, name: &str, given: &[Vec<u8>]) -> Result<T, OfficeFailed> {
    let office: Office = load("papers").await?.unchecked_into();
    if !office.is_open() || LEARNT.with_borrow(|learnt| learnt != language) {
        LEARNT.take();
        let packs = packs::for_papers(language).await.map_err(|_| OfficeFailed)?;
        office.ask("learn", &listed(&packs)).await?;
        LEARNT.set(language.to_owned());
    }
    let answer: Uint8Array = office.ask(name, &listed(given)).await?.dyn_into()?;
    save::unseal(&answer.to_vec()).map_err(|_| OfficeFailed)
}

fn listed(given: &[Vec<u8>]) -> JsValue {
    given.iter().map(|bytes| JsValue::from(Uint8Array::from(bytes.as_slice()))).collect::<js_sys::Array>().into()
}

fn sealed<T: Serialize>(value: &T) -> Result<Vec<u8>, OfficeFailed> {
    save::seal(value).map_err(|_| OfficeFailed)
}

fn record(assessment: &Assessment) -> Result<Vec<u8>, OfficeFailed> {
    save::write(&Record::from(assessment.clone())).map_err(|_| OfficeFailed)
}
