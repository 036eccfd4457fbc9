//! Time, chance, and dates in words.

use assessment::{AssessmentId, Date, Moment};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Now, by the clock of the device. When the site is built there is no device yet, and nothing is begun.
pub fn now() -> Moment {
    if !cfg!(target_arch = "wasm32") {
        return Moment(0);
    }
    // A clock before 1970 counts as 1970; milliseconds fit far beyond any date.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped, and whole milliseconds")]
    let moment = js_sys::Date::now().max(0.0) as u64;
    Moment(moment)
}

/// The day of now, in UTC.
pub fn today() -> Date {
    Date::of(now())
}

/// A new id: the time, and chance for two that begin at once.
pub fn new_id() -> AssessmentId {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "random() is below 1")]
    let chance = (js_sys::Math::random() * 1_296.0) as u64;
    AssessmentId::new(&base36(now().0 * 1_296 + chance))
}

/// A day as `2026-11-22`.
pub fn iso(date: Date) -> String {
    let day = js_sys::Date::new(&JsValue::from_f64(milliseconds(date.start())));
    String::from(day.to_iso_string()).chars().take(10).collect()
}

/// The day of a moment as `2026-11-22`, where the device is.
pub fn iso_day(moment: Moment) -> String {
    let day = js_sys::Date::new(&JsValue::from_f64(milliseconds(moment)));
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&day.get_full_year().to_string(), "-", &two(day.get_month() + 1), "-", &two(day.get_date())].concat()
}

/// A moment as the browser counts it.
pub fn milliseconds(moment: Moment) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of any date are exact in a float")]
    let milliseconds = moment.0 as f64;
    milliseconds
}

/// Waits.
pub async fn wait(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Calls back again and again, until what it gives is dropped.
pub fn every(milliseconds: u32, glance: impl FnMut() + 'static) -> impl Sized {
    gloo_timers::callback::Interval::new(milliseconds, glance)
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        let digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[usize::try_from(number % 36).unwrap_or(0)];
        digits.push(char::from(digit));
        number /= 36;
    }
    digits.iter().rev().collect()
}

/// A day in words, such as '21 november 2026'.
pub fn day(date: Date, locale: &str) -> String {
    // A day has no time zone: it is written as it stands in UTC.
    written(date.start(), locale, Some("UTC"))
}

/// The day of a moment in words, where the device is.
pub fn day_of(moment: Moment, locale: &str) -> String {
    written(moment, locale, None)
}

fn written(moment: Moment, locale: &str, zone: Option<&str>) -> String {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    let _ = set("dateStyle", "long");
    if let Some(zone) = zone {
        let _ = set("timeZone", zone);
    }
    js_sys::Date::new(&JsValue::from_f64(milliseconds(moment))).to_locale_date_string(locale, &options).into()
}
