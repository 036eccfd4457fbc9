//! What the page asks of the office. Values of our own types cross the border as sealed bytes.

use std::cell::RefCell;

use assessment::{Date, save};
use content::{Advise, Ask, Planning, Take, Visit, Word};
use report::{DataForm, Form, Order, Paper, Reader, Sheets, Voice, Written, csv, markdown, sheets};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The words of one language.
struct Words {
    ask: Ask,
    advise: Advise,
    plan: Planning,
    visit: Visit,
    take: Take,
}

thread_local! {
    static WORDS: RefCell<Option<Words>> = const { RefCell::new(None) };
}

fn received<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, JsValue> {
    save::unseal(bytes).map_err(|_| JsValue::NULL)
}

fn sent<T: Serialize>(value: &T) -> Result<Vec<u8>, JsValue> {
    save::seal(value).map_err(|_| JsValue::NULL)
}

/// Learns the words of a language, from its packs.
#[wasm_bindgen]
pub fn learn(ask: &[u8], advise: &[u8], plan: &[u8], visit: &[u8], take: &[u8]) -> Result<(), JsValue> {
    let words = Words {
        ask: received(ask)?,
        advise: received(advise)?,
        plan: received(plan)?,
        visit: received(visit)?,
        take: received(take)?,
    };
    WORDS.set(Some(words));
    Ok(())
}

/// The paper that an [`Order`] asks for, of an assessment, a saved record: an option of [`Paper`].
#[wasm_bindgen]
pub fn paper(order: &[u8], record: &[u8]) -> Result<Vec<u8>, JsValue> {
    let order: Order = received(order)?;
    let record = save::read(record).map_err(|_| JsValue::NULL)?;
    let assessment = record.assessment().ok_or(JsValue::NULL)?;
    speak(|voice| sent(&order.paper(voice, assessment)))
}

/// A [`Paper`] in a [`Form`], as [`Written`].
#[wasm_bindgen]
pub fn write(form: &[u8], paper: &[u8]) -> Result<Vec<u8>, JsValue> {
    let (form, paper): (Form, Paper) = (received(form)?, received(paper)?);
    let (ending, media, bytes) = match form {
        Form::Word => (".docx", Form::DOCX, crate::docx(&paper).ok_or(JsValue::NULL)?),
        Form::Markdown => (".md", "text/markdown;charset=utf-8", markdown(&paper).into_bytes()),
    };
    sent(&Written { name: [&paper.file, ending].concat(), media: media.to_owned(), bytes })
}

/// The answers of an assessment, a saved record, in a [`DataForm`], as [`Written`]. `order` is an [`Order`]: its day, and
/// whether notes go with it.
#[wasm_bindgen]
pub fn data(form: &[u8], order: &[u8], record: &[u8]) -> Result<Vec<u8>, JsValue> {
    let (form, order): (DataForm, Order) = (received(form)?, received(order)?);
    let record = save::read(record).map_err(|_| JsValue::NULL)?;
    let assessment = record.assessment().ok_or(JsValue::NULL)?;
    let sheets = speak(|voice| Ok(sheets(voice, assessment, order.made, order.notes)))?;
    sent(&in_form(form, &sheets).ok_or(JsValue::NULL)?)
}

fn in_form(form: DataForm, sheets: &Sheets) -> Option<Written> {
    const CSV: &str = "text/csv;charset=utf-8";
    let [workbook, answers, codebook] = &sheets.files;
    let (name, media, bytes) = match form {
        DataForm::Excel => (
            [workbook, ".xlsx"].concat(),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            crate::xlsx(sheets)?,
        ),
        DataForm::Answers(reader) => ([answers, ".csv"].concat(), CSV, csv(&sheets.answers, reader)),
        DataForm::Codebook => ([codebook, ".csv"].concat(), CSV, csv(&sheets.codebook, Reader::Program)),
    };
    Some(Written { name, media: media.to_owned(), bytes })
}

/// Speaks with the words that were learnt; fails if there are none.
fn speak<T>(say: impl FnOnce(&Voice<'_>) -> Result<T, JsValue>) -> Result<T, JsValue> {
    WORDS.with_borrow(|words| {
        let words = words.as_ref().ok_or(JsValue::NULL)?;
        let locale = words.ask.words.get(Word::Locale);
        let day = |date| in_words(date, &locale);
        say(&Voice {
            ask: &words.ask,
            advise: &words.advise,
            plan: &words.plan,
            visit: &words.visit,
            take: &words.take,
            day: &day,
        })
    })
}

/// A day in words, such as '21 november 2026'. It has no time zone: it is written as it stands in UTC.
fn in_words(date: Date, locale: &str) -> String {
    let options = js_sys::Object::new();
    for (key, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        // Setting a property of an object of our own cannot go wrong.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any date are exact in a float")]
    let start = date.start().0 as f64;
    js_sys::Date::new(&start.into()).to_locale_date_string(locale, &options).into()
}
