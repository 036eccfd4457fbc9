//! Reading a workplace with its rounds. What was never touched is left out of a file.

use std::{borrow::Borrow, collections::BTreeSet};

use assessment::{ById, Date, LONGEST_LABEL, Level, MOST_ROUNDS, Round, Shared, Workplace, WorkplaceId};

use super::{
    id,
    values::{choice, day, line, note, or_nothing, touched, yes_or_no},
};
use crate::{
    Known,
    json::{Field, Json},
    refusal::{Place, Refusal, fit},
    timestamp,
};

pub(super) fn workplace(value: &Json<'_>, known: &Known, place: &Place<'_>) -> Result<Workplace, Refusal> {
    let names = ["id", "label", "archived", "next-visit", "rounds"];
    let [own, label, archived, next_visit, rounds] = value.fields(names, place)?;
    Ok(Workplace {
        id: WorkplaceId::new(own.must(place, id)?),
        label: touched(label, place, String::new(), |is, place| line(is, LONGEST_LABEL, place))?,
        archived: touched(archived, place, false, yes_or_no)?,
        next_visit: touched(next_visit, place, None, |is, place| or_nothing(is, place, day))?,
        rounds: self::rounds(rounds, known, place)?,
    })
}

fn rounds(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<ById<Date, Round>, Refusal> {
    let Some(value) = field.value else { return Ok(ById::default()) };
    let place = place.under(field.name);
    let values = value.object().filter(|values| values.len() <= MOST_ROUNDS).ok_or_else(|| place.refused())?;
    let mut rounds = ById::default();
    for (day, value) in values {
        let within = place.under(day);
        let day = timestamp::read_day(day).ok_or_else(|| within.refused())?;
        rounds.insert(day, round(value, known, &within)?);
    }
    Ok(rounds)
}

fn round(value: &Json<'_>, known: &Known, place: &Place<'_>) -> Result<Round, Refusal> {
    let [event, revealed, agreements, shared] = value.fields(["event", "revealed", "agreements", "shared"], place)?;
    Ok(Round {
        event: touched(event, place, None, |is, place| or_nothing(is, place, choice))?,
        revealed: touched(revealed, place, false, yes_or_no)?,
        agreements: touched(agreements, place, String::new(), note)?,
        shared: self::shared(shared, known, place)?,
    })
}

/// What a candidate handed over. If that was nothing, it is as if nobody had been asked.
pub(super) fn shared(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<Option<Shared>, Refusal> {
    let Some(value) = field.value else { return Ok(None) };
    let place = place.under(field.name);
    let mut topics = Vec::new();
    let mut said = BTreeSet::new();
    for (condition, value) in in_order(value, &known.conditions, &place)? {
        let place = place.under(condition.as_str());
        let mut levels = Vec::new();
        for (practice, value) in in_order(value, &known.practices, &place)? {
            let level = value.whole().and_then(|level| Level::from_index(usize::try_from(level).ok()?));
            levels.push((practice.clone(), level.ok_or_else(|| place.under(practice.as_str()).refused())?));
            // Under two conditions it could say two things.
            if !said.insert(practice.as_str()) {
                return Err(Refusal::Twice(fit(practice.as_str())));
            }
        }
        // A topic of which nothing is said must look like one that is not shared.
        if levels.is_empty() {
            return Err(place.refused());
        }
        topics.push((condition.clone(), levels));
    }
    Ok((!topics.is_empty()).then_some(Shared(topics)))
}

/// The values of an object whose names are known, in the order in which the instrument has them: an object of JSON has
/// none of its own, and two copies must come out alike.
fn in_order<'j, 'a, 'k, I: Borrow<str>>(
    value: &'j Json<'a>,
    known: &'k [I],
    place: &Place<'_>,
) -> Result<impl Iterator<Item = (&'k I, &'j Json<'a>)>, Refusal> {
    let values = value.object().ok_or_else(|| place.refused())?;
    let is_known = |name: &str| known.iter().any(|id| id.borrow() == name);
    if let Some((unknown, _)) = values.iter().find(|(name, _)| !is_known(name)) {
        return Err(Refusal::Unknown(fit(unknown)));
    }
    Ok(known.iter().filter_map(|id| Some((id, value.get(id.borrow())?))))
}
