//! Reading the plan of an assessment. What was never touched is left out of a file, and stands as it was at the beginning.

use assessment::{
    ActionId, Advised, ById, Choice, Date, Given, LONGEST_NOTE, Level, Moment, Plan, PlanAction, Status, Taker, When,
};

use super::given;
use crate::{
    Known,
    json::{Field, Json},
    known::is_id,
    plain::{LONGEST_TITLE, MOST_ACTIONS, MOST_ACTIONS_EVER, MOST_MINUTES, one_line, without_controls},
    refusal::{Place, Refusal, fit},
    timestamp,
};

pub(super) fn plan(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<Plan, Refusal> {
    let value = field.must(place, Some)?;
    let place = place.under(field.name);
    let [first_day, rhythm, table, actions] = value.fields(["first-day", "rhythm", "table", "actions"], &place)?;
    Ok(Plan {
        first_day: touched(first_day, &place, None, |is, place| or_nothing(is, place, day))?,
        rhythm: touched(rhythm, &place, None, |is, place| or_nothing(is, place, choice))?,
        table: touched(table, &place, Vec::new(), self::table)?,
        actions: self::actions(actions, known, &place)?,
    })
}

fn actions(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<ById<ActionId, PlanAction>, Refusal> {
    let Some(value) = field.value else { return Ok(ById::default()) };
    let place = place.under(field.name);
    let values = value.object().filter(|values| values.len() <= MOST_ACTIONS_EVER).ok_or_else(|| place.refused())?;
    let mut actions = ById::default();
    let mut present = 0;
    for (id, value) in values {
        let within = place.under(id);
        if !is_id(id) {
            return Err(within.refused());
        }
        let action = action(value, known, &within)?;
        present += usize::from(!action.removed.value);
        actions.insert(ActionId::new(id), action);
    }
    if present > MOST_ACTIONS { Err(place.refused()) } else { Ok(actions) }
}

fn action(value: &Json<'_>, known: &Known, place: &Place<'_>) -> Result<PlanAction, Refusal> {
    let names = ["from", "title", "taker", "when", "minutes", "note", "status", "removed"];
    let [from, title, taker, when, minutes, note, status, removed] = value.fields(names, place)?;
    let from_value = from.must(place, Some)?;
    Ok(PlanAction {
        from: or_nothing(from_value, &place.under(from.name), |value, place| advised(value, known, place))?,
        title: touched(title, place, String::new(), self::title)?,
        taker: touched(taker, place, None, |is, place| or_nothing(is, place, choice))?,
        when: one(when.must(place, Some)?, &place.under(when.name), self::when)?,
        minutes: touched(minutes, place, None, |is, place| or_nothing(is, place, self::minutes))?,
        note: touched(note, place, String::new(), self::note)?,
        status: touched(status, place, Status::ToDo, choice)?,
        removed: touched(removed, place, false, self::removed)?,
    })
}

/// A value with its time, if it is there; else what stood in its place before anyone touched it.
fn touched<T>(
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
fn one<T>(
    value: &Json<'_>,
    place: &Place<'_>,
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<T, Refusal>,
) -> Result<Given<T>, Refusal> {
    let (is, at) = given(value, place)?;
    Ok(Given { at, value: take(is.must(place, Some)?, place)? })
}

fn or_nothing<T>(
    value: &Json<'_>,
    place: &Place<'_>,
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    if matches!(value, Json::Null) { Ok(None) } else { take(value, place).map(Some) }
}

fn choice<C: Choice>(value: &Json<'_>, place: &Place<'_>) -> Result<C, Refusal> {
    let id = value.text().ok_or_else(|| place.refused())?;
    C::ALL.iter().copied().find(|option| option.id() == id).ok_or_else(|| Refusal::Unknown(fit(id)))
}

fn day(value: &Json<'_>, place: &Place<'_>) -> Result<Date, Refusal> {
    value.text().and_then(timestamp::read_day).ok_or_else(|| place.refused())
}

fn table(value: &Json<'_>, place: &Place<'_>) -> Result<Vec<Taker>, Refusal> {
    let mut table = Vec::new();
    for value in value.list().ok_or_else(|| place.refused())? {
        let taker: Taker = choice(value, place)?;
        if table.contains(&taker) {
            return Err(Refusal::Twice(taker.id().to_owned()));
        }
        table.push(taker);
    }
    Ok(table)
}

fn advised(value: &Json<'_>, known: &Known, place: &Place<'_>) -> Result<Advised, Refusal> {
    let [practice, to] = value.fields(["practice", "to"], place)?;
    let practice = practice.must(place, Json::text)?;
    let practice = known.practice_once(practice).ok_or_else(|| Refusal::Unknown(fit(practice)))?;
    // No step leads to the lowest level.
    let level = |to: &Json<'_>| Level::from_index(usize::try_from(to.whole()?).ok()?).filter(|level| level.index() > 0);
    Ok(Advised { practice, to: to.must(place, level)? })
}

fn when(value: &Json<'_>, place: &Place<'_>) -> Result<When, Refusal> {
    let [period, by] = value.fields(["in", "by"], place)?;
    match (period.value, by.value) {
        (Some(period), None) => choice(period, place).map(When::In),
        (None, Some(by)) => day(by, place).map(When::By),
        _ => Err(place.refused()),
    }
}

/// Empty, or with words in it.
fn text(cleaned: String, given: &str, longest: usize, place: &Place<'_>) -> Result<String, Refusal> {
    let blank = cleaned.trim().is_empty() && !given.is_empty();
    if blank || cleaned.chars().count() > longest { Err(place.refused()) } else { Ok(cleaned) }
}

fn title(value: &Json<'_>, place: &Place<'_>) -> Result<String, Refusal> {
    let given = value.text().ok_or_else(|| place.refused())?;
    text(one_line(given), given, LONGEST_TITLE, place)
}

fn note(value: &Json<'_>, place: &Place<'_>) -> Result<String, Refusal> {
    let given = value.text().ok_or_else(|| place.refused())?;
    text(without_controls(given), given, LONGEST_NOTE, place)
}

fn minutes(value: &Json<'_>, place: &Place<'_>) -> Result<u16, Refusal> {
    let minutes = value.whole().and_then(|minutes| u16::try_from(minutes).ok());
    minutes.filter(|minutes| *minutes <= MOST_MINUTES).ok_or_else(|| place.refused())
}

fn removed(value: &Json<'_>, place: &Place<'_>) -> Result<bool, Refusal> {
    match value {
        Json::Bool(removed) => Ok(*removed),
        _ => Err(place.refused()),
    }
}
