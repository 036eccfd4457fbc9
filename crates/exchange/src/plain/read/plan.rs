//! Reading the plan of an assessment. What was never touched is left out of a file, and stands as it was at the beginning.

use assessment::{
    ActionId, Advised, BuddyCheck, ById, Choice, LONGEST_TITLE, Ladder, Level, MOST_ACTIONS, Plan, PlanAction, Rung,
    RungPart, RungStep, Status, When,
};

use super::values::{choice, day, line, note, one, or_nothing, touched, yes_or_no};
use crate::{
    Known,
    json::{Field, Json},
    known::is_id,
    plain::MOST_MINUTES,
    refusal::{Place, Refusal, fit},
};

pub(super) fn plan(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<Plan, Refusal> {
    let value = field.must(place, Some)?;
    let place = place.under(field.name);
    let names = ["first-day", "rhythm", "table", "buddy", "ladder", "actions"];
    let [first_day, rhythm, table, buddy, ladder, actions] = value.fields(names, &place)?;
    Ok(Plan {
        first_day: touched(first_day, &place, None, |is, place| or_nothing(is, place, day))?,
        rhythm: touched(rhythm, &place, None, |is, place| or_nothing(is, place, choice))?,
        table: touched(table, &place, Vec::new(), choices)?,
        buddy: self::buddy(buddy, &place)?,
        ladder: self::ladder(ladder, &place)?,
        actions: self::actions(actions, known, &place)?,
    })
}

fn buddy(field: Field<'_, '_>, place: &Place<'_>) -> Result<BuddyCheck, Refusal> {
    let Some(value) = field.value else { return Ok(BuddyCheck::default()) };
    let place = place.under(field.name);
    let [minutes, deputy, away, needs] = value.fields(["minutes", "deputy", "away", "needs"], &place)?;
    Ok(BuddyCheck {
        minutes: touched(minutes, &place, None, |is, place| or_nothing(is, place, self::minutes))?,
        deputy: touched(deputy, &place, None, |is, place| or_nothing(is, place, yes_or_no))?,
        away: touched(away, &place, Vec::new(), choices)?,
        needs: touched(needs, &place, Vec::new(), choices)?,
    })
}

fn ladder(field: Field<'_, '_>, place: &Place<'_>) -> Result<Ladder, Refusal> {
    let mut ladder = Ladder::default();
    let Some(value) = field.value else { return Ok(ladder) };
    let place = place.under(field.name);
    let [starter, next, wider, further] = Rung::ALL else { return Ok(ladder) };
    let names = ["wanted", "until", starter.id(), next.id(), wider.id(), further.id()];
    let [wanted, until, steps @ ..] = value.fields(names, &place)?;
    ladder.wanted = touched(wanted, &place, false, yes_or_no)?;
    ladder.until = touched(until, &place, None, |is, place| or_nothing(is, place, when))?;
    for (&rung, field) in Rung::ALL.iter().zip(steps) {
        if let Some(value) = field.value {
            *ladder.step_mut(rung) = step(value, &place.under(field.name))?;
        }
    }
    Ok(ladder)
}

fn step(value: &Json<'_>, place: &Place<'_>) -> Result<RungStep, Refusal> {
    let mut step = RungStep::default();
    let names = ["tasks", "ready", "support", "form", "left-out"];
    let [tasks, ready, support, form, left_out] = value.fields(names, place)?;
    for (&part, field) in RungPart::ALL.iter().zip([tasks, ready, support]) {
        *step.text_mut(part) = touched(field, place, String::new(), note)?;
    }
    step.form = touched(form, place, None, |is, place| or_nothing(is, place, choice))?;
    step.left_out = touched(left_out, place, false, yes_or_no)?;
    Ok(step)
}

fn actions(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<ById<ActionId, PlanAction>, Refusal> {
    let Some(value) = field.value else { return Ok(ById::default()) };
    let place = place.under(field.name);
    let values = value.object().filter(|values| values.len() <= MOST_ACTIONS).ok_or_else(|| place.refused())?;
    let mut actions = ById::default();
    for (id, value) in values {
        let within = place.under(id);
        if !is_id(id) {
            return Err(within.refused());
        }
        actions.insert(ActionId::new(id), action(value, known, &within)?);
    }
    Ok(actions)
}

fn action(value: &Json<'_>, known: &Known, place: &Place<'_>) -> Result<PlanAction, Refusal> {
    let names = ["from", "title", "taker", "when", "minutes", "note", "status", "reason", "answer-stays", "removed"];
    let [from, title, taker, when, minutes, note, status, reason, answer_stays, removed] =
        value.fields(names, place)?;
    let from_value = from.must(place, Some)?;
    Ok(PlanAction {
        from: or_nothing(from_value, &place.under(from.name), |value, place| advised(value, known, place))?,
        title: touched(title, place, String::new(), |is, place| line(is, LONGEST_TITLE, place))?,
        taker: touched(taker, place, None, |is, place| or_nothing(is, place, choice))?,
        when: one(when.must(place, Some)?, &place.under(when.name), self::when)?,
        minutes: touched(minutes, place, None, |is, place| or_nothing(is, place, self::minutes))?,
        note: touched(note, place, String::new(), self::note)?,
        status: touched(status, place, Status::ToDo, choice)?,
        reason: touched(reason, place, String::new(), self::note)?,
        answer_stays: touched(answer_stays, place, false, yes_or_no)?,
        removed: touched(removed, place, false, yes_or_no)?,
    })
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

/// Several options, none of them twice.
fn choices<C: Choice + PartialEq>(value: &Json<'_>, place: &Place<'_>) -> Result<Vec<C>, Refusal> {
    let mut chosen = Vec::new();
    for value in value.list().ok_or_else(|| place.refused())? {
        let option: C = choice(value, place)?;
        if chosen.contains(&option) {
            return Err(Refusal::Twice(option.id().to_owned()));
        }
        chosen.push(option);
    }
    Ok(chosen)
}

fn minutes(value: &Json<'_>, place: &Place<'_>) -> Result<u16, Refusal> {
    let minutes = value.whole().and_then(|minutes| u16::try_from(minutes).ok());
    minutes.filter(|minutes| *minutes <= MOST_MINUTES).ok_or_else(|| place.refused())
}
