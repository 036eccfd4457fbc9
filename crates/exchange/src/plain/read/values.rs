//! Values that stand in several places of a file.

use assessment::{Choice, Date, Given, LONGEST_NOTE, Moment};

use crate::{
    json::{Field, Json},
    plain::{one_line, without_controls},
    refusal::{Place, Refusal, fit},
    timestamp,
};

pub(super) fn moment(value: &Json<'_>) -> Option<Moment> {
    timestamp::read(value.text()?)
}

/// A value and its time: `{ "is": …, "at": … }`.
pub(super) fn given<'j, 'a>(value: &'j Json<'a>, place: &Place<'_>) -> Result<(Field<'j, 'a>, Moment), Refusal> {
    let [is, at] = value.fields(["is", "at"], place)?;
    Ok((is, at.must(place, moment)?))
}

/// A value with its time, if it is there; else what stood in its place before anyone touched it.
pub(super) fn touched<T>(
    field: Field<'_, '_>,
    place: &Place<'_>,
    before: T,
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<T, Refusal>,
) -> Result<Given<T>, Refusal> {
    match field.value {
        Some(value) => one(value, &place.under(field.name), take),
        None => Ok(Given { at: Moment(0), value: before }),
    }
}

/// A value with its time.
pub(super) fn one<T>(
    value: &Json<'_>,
    place: &Place<'_>,
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<T, Refusal>,
) -> Result<Given<T>, Refusal> {
    let (is, at) = given(value, place)?;
    Ok(Given { at, value: take(is.must(place, Some)?, place)? })
}

pub(super) fn or_nothing<T>(
    value: &Json<'_>,
    place: &Place<'_>,
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    if matches!(value, Json::Null) { Ok(None) } else { take(value, place).map(Some) }
}

pub(super) fn choice<C: Choice>(value: &Json<'_>, place: &Place<'_>) -> Result<C, Refusal> {
    let id = value.text().ok_or_else(|| place.refused())?;
    C::ALL.iter().copied().find(|option| option.id() == id).ok_or_else(|| Refusal::Unknown(fit(id)))
}

pub(super) fn day(value: &Json<'_>, place: &Place<'_>) -> Result<Date, Refusal> {
    value.text().and_then(timestamp::read_day).ok_or_else(|| place.refused())
}

pub(super) fn yes_or_no(value: &Json<'_>, place: &Place<'_>) -> Result<bool, Refusal> {
    match value {
        Json::Bool(yes) => Ok(*yes),
        _ => Err(place.refused()),
    }
}

/// Text on one line, empty or with words in it.
pub(super) fn line(value: &Json<'_>, longest: usize, place: &Place<'_>) -> Result<String, Refusal> {
    let given = value.text().ok_or_else(|| place.refused())?;
    text(one_line(given), given, longest, place)
}

/// A note, or none.
pub(super) fn note(value: &Json<'_>, place: &Place<'_>) -> Result<String, Refusal> {
    let given = value.text().ok_or_else(|| place.refused())?;
    text(without_controls(given), given, LONGEST_NOTE, place)
}

/// Empty, or with words in it.
fn text(cleaned: String, given: &str, longest: usize, place: &Place<'_>) -> Result<String, Refusal> {
    let blank = cleaned.trim().is_empty() && !given.is_empty();
    if blank || cleaned.chars().count() > longest { Err(place.refused()) } else { Ok(cleaned) }
}
