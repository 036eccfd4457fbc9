//! The link that carries a view of a workplace to another device.

use assessment::{AssessmentId, Date, Record, save};
use exchange::{Known, Link, LinkOffer, link};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::files::{moment, received, sent};

/// The link of an assessment, a saved record; `made` is the day on which it is made, since 1970.
#[wasm_bindgen(js_name = writeLink)]
pub fn write_link(record: &[u8], made: u32, known: &[u8]) -> Result<String, JsValue> {
    let known: Known = received(known)?;
    let record = save::read(record).map_err(|_| JsValue::NULL)?;
    let assessment = record.assessment().ok_or(JsValue::NULL)?;
    link::write(&Link::of(assessment, Date(made), &known), &known).ok_or(JsValue::NULL)
}

/// What a link offers, as [`LinkOffer`]; the id and the time (milliseconds since 1970) are those of this device.
#[wasm_bindgen(js_name = readLink)]
pub fn read_link(text: &str, id: &str, at: f64, known: &[u8]) -> Result<Vec<u8>, JsValue> {
    let known: Known = received(known)?;
    sent(&match link::read(text, &known) {
        Ok(link) => {
            let view = Record::from(link.assessment(AssessmentId::new(id), moment(at), &known));
            LinkOffer::View { made: link.made, view: view.into() }
        }
        Err(refusal) => LinkOffer::Refused(refusal),
    })
}
