//! Reading the JSON file. Every value is looked at; nothing is guessed, and nothing is left out silently.

mod plan;
mod values;
mod workplace;

use std::{borrow::Cow, collections::BTreeSet};

use assessment::{
    Answer, Assessment, AssessmentId, ByPractice, Given, LONGEST_NOTE, Level, PartOf, Plan, ProfileQuestion, Record,
    Scope, Shared, WorkplaceId,
};
use values::{choice, day, given, moment, or_nothing, touched, yes_or_no};

use super::{FORMAT, MOST_RECORDS, Opened, SHARED_FORMAT, SHARED_VERSION, VERSION, without_controls};
use crate::{
    Known, allow_version,
    json::{Field, Json},
    known::is_id,
    refusal::{Place, Refusal, fit},
};

/// Reads a JSON file, or what comes out of a sealed file when it is decrypted.
///
/// # Errors
///
/// [`Refusal`], with the reason. Then nothing of the file is taken over.
pub fn read(bytes: &[u8], known: &Known) -> Result<Opened, Refusal> {
    let document = crate::document(bytes)?;
    match document.format() {
        Some(FORMAT) => from_document(&document, known),
        _ => Err(Refusal::NotOurs),
    }
}

/// Reads what a candidate handed over; `None` if that is nothing.
///
/// # Errors
///
/// [`Refusal`], with the reason.
pub fn read_shared(bytes: &[u8], known: &Known) -> Result<Option<Shared>, Refusal> {
    let document = crate::document(bytes)?;
    if document.format() != Some(SHARED_FORMAT) {
        return Err(Refusal::NotOurs);
    }
    allow_version(&document, SHARED_VERSION)?;
    let [_, _, shared] = document.fields(["format", "version", "shared"], &Place::FILE)?;
    workplace::shared(shared, known, &Place::FILE)
}

/// Reads JSON that says it is such a file.
pub(crate) fn from_document(document: &Json<'_>, known: &Known) -> Result<Opened, Refusal> {
    let file = Place::FILE;
    let version = allow_version(document, VERSION)?;
    let names = ["format", "version", "made", "workplaces", "assessments"];
    let [_, _, made, workplaces, assessments] = document.fields(names, &file)?;
    let made = made.value.map(|_| made.must(&file, moment)).transpose()?;
    let workplaces = match since_2(workplaces, version)?.value {
        Some(_) => workplaces.must(&file, Json::list)?,
        None => &[],
    };
    let assessments = assessments.must(&file, Json::list)?;
    if workplaces.len() + assessments.len() > MOST_RECORDS {
        return Err(Refusal::TooMany { most: MOST_RECORDS });
    }
    // First, for the same reason as with the version of the file; a workplace may hold what only they tell to be newer.
    let newer = |value: &Json<'_>| value.get("instrument").and_then(Json::whole) > Some(u64::from(known.instrument));
    if assessments.iter().any(newer) {
        return Err(Refusal::Newer);
    }
    let mut ids = BTreeSet::new();
    let mut records = Vec::with_capacity(workplaces.len() + assessments.len());
    let one = |value: &Json<'_>, place: &Place<'_>| workplace::workplace(value, known, place).map(Record::from);
    take_all("workplaces", workplaces, one, &mut ids, &mut records)?;
    let one = |value: &Json<'_>, place: &Place<'_>| assessment(value, version, known, place).map(Record::from);
    take_all("assessments", assessments, one, &mut ids, &mut records)?;
    Ok(Opened { made, records })
}

/// Takes the records of a list. None may have an id that was there before, in this list or another.
fn take_all<'j>(
    name: &str,
    list: &'j [Json<'_>],
    take: impl Fn(&Json<'_>, &Place<'_>) -> Result<Record, Refusal>,
    ids: &mut BTreeSet<&'j str>,
    records: &mut Vec<Record>,
) -> Result<(), Refusal> {
    for (place, value) in list.iter().enumerate() {
        let id = value.get("id").and_then(Json::text).filter(|id| is_id(id));
        let name = id.map_or_else(|| Cow::from(format!("{name} › {}", place + 1)), Cow::from);
        records.push(take(value, &Place::FILE.under(&name))?);
        if let Some(twice) = id.filter(|id| !ids.insert(*id)) {
            return Err(Refusal::Twice(twice.to_owned()));
        }
    }
    Ok(())
}

/// A field that version 1 did not have: there it is as little known as any other.
fn since_2<'j, 'a>(field: Field<'j, 'a>, version: u64) -> Result<Field<'j, 'a>, Refusal> {
    if version == 1 && field.value.is_some() { Err(Refusal::Unknown(field.name.to_owned())) } else { Ok(field) }
}

fn assessment(value: &Json<'_>, version: u64, known: &Known, place: &Place<'_>) -> Result<Assessment, Refusal> {
    let names = [
        "id",
        "instrument",
        "started",
        "scope",
        "profile",
        "answers",
        "notes",
        "added-back",
        "set-aside",
        "plan",
        "part-of",
        "put-away",
    ];
    let [id, instrument, started, scope, profile, answers, notes, added_back, set_aside, plan, part_of, put_away] =
        value.fields(names, place)?;
    let id = id.must(place, self::id)?;
    let instrument = instrument.must(place, |value| u16::try_from(value.whole()?).ok())?;
    let started = started.must(place, moment)?;
    let scope = self::scope(scope, version, known, place)?;
    let mut assessment = Assessment::begin(AssessmentId::new(id), instrument, scope.value, started);
    assessment.scope.at = scope.at;
    self::profile(profile, &mut assessment, place)?;
    assessment.answers = by_practice(answers, known, place, |value| answer(value, version))?;
    assessment.notes = by_practice(notes, known, place, note)?;
    assessment.added_back = by_practice(added_back, known, place, mark)?;
    assessment.set_aside = by_practice(set_aside, known, place, mark)?;
    let plan = since_2(plan, version)?;
    assessment.plan = if version == 1 { Plan::default() } else { plan::plan(plan, known, place)? };
    assessment.part_of =
        touched(since_2(part_of, version)?, place, None, |is, place| or_nothing(is, place, self::part_of))?;
    assessment.put_away = touched(since_2(put_away, version)?, place, false, yes_or_no)?;
    Ok(assessment)
}

/// The id of an assessment or a workplace.
fn id<'j>(value: &'j Json<'_>) -> Option<&'j str> {
    value.text().filter(|id| is_id(id))
}

fn part_of(value: &Json<'_>, place: &Place<'_>) -> Result<PartOf, Refusal> {
    let [workplace, round] = value.fields(["workplace", "round"], place)?;
    Ok(PartOf {
        workplace: WorkplaceId::new(workplace.must(place, id)?),
        round: day(round.must(place, Some)?, &place.under(round.name))?,
    })
}

fn scope(field: Field<'_, '_>, version: u64, known: &Known, place: &Place<'_>) -> Result<Given<Scope>, Refusal> {
    let value = field.must(place, Some)?;
    let place = place.under(field.name);
    let (is, at) = given(value, &place)?;
    let is = is.must(&place, Some)?;
    let value = match is.text() {
        Some("quick") => Scope::Quick,
        Some("full") => Scope::Full,
        Some(_) => return Err(place.refused()),
        None => {
            let [topic, recheck] = is.fields(["topic", "recheck"], &place)?;
            match (topic.value, since_2(recheck, version)?.value) {
                (Some(_), None) => {
                    let topic = topic.must(&place, Json::text)?;
                    Scope::Topic(known.condition(topic).ok_or_else(|| Refusal::Unknown(fit(topic)))?)
                }
                (None, Some(event)) => Scope::Recheck(choice(event, &place.under(recheck.name))?),
                _ => return Err(place.refused()),
            }
        }
    };
    Ok(Given { at, value })
}

fn profile(field: Field<'_, '_>, assessment: &mut Assessment, place: &Place<'_>) -> Result<(), Refusal> {
    let values = field.must(place, Json::object)?;
    let place = place.under(field.name);
    for (name, value) in values {
        let question = ProfileQuestion::ALL.iter().copied().find(|question| question.id() == name);
        let question = question.ok_or_else(|| Refusal::Unknown(fit(name)))?;
        let place = place.under(question.id());
        let (is, at) = given(value, &place)?;
        let option = match is.must(&place, Some)? {
            Json::Null => None,
            Json::Text(option) => {
                let known = question.options().iter().position(|id| id == option);
                Some(known.ok_or_else(|| Refusal::Unknown(fit(option)))?)
            }
            _ => return Err(place.refused()),
        };
        assessment.choose(question, option, at);
    }
    Ok(())
}

/// Values by practice. `take` says what stands there: `Some(None)` for what was taken back, `None` for what cannot be.
fn by_practice<T>(
    field: Field<'_, '_>,
    known: &Known,
    place: &Place<'_>,
    take: impl Fn(&Json<'_>) -> Option<Option<T>>,
) -> Result<ByPractice<T>, Refusal> {
    let values = field.must(place, Json::object)?;
    let place = place.under(field.name);
    let one = |(name, value): &(Cow<'_, str>, Json<'_>)| {
        let practice = known.practice(name).ok_or_else(|| Refusal::Unknown(fit(name)))?;
        let place = place.under(name);
        let (is, at) = given(value, &place)?;
        let value = is.value.and_then(&take).ok_or_else(|| place.refused())?;
        Ok((practice, Given { at, value }))
    };
    values.iter().map(one).collect()
}

fn answer(value: &Json<'_>, version: u64) -> Option<Option<Answer>> {
    match value {
        Json::Null => Some(None),
        Json::Text(text) if text == "dont-know" => Some(Some(Answer::DontKnow)),
        Json::Text(text) if text == "not-applicable" => Some(Some(Answer::NotApplicable)),
        Json::Text(text) if text == "not-seen" && version > 1 => Some(Some(Answer::NotSeen)),
        Json::Whole(level) => {
            let level = Level::from_index(usize::try_from(*level).ok()?)?;
            Some(Some(Answer::Level(level)))
        }
        _ => None,
    }
}

fn note(value: &Json<'_>) -> Option<Option<String>> {
    if matches!(value, Json::Null) {
        return Some(None);
    }
    let note = without_controls(value.text()?);
    (!note.trim().is_empty() && note.chars().count() <= LONGEST_NOTE).then_some(Some(note))
}

/// Whether something was added back or put aside; `false` says that this was taken back.
fn mark(value: &Json<'_>) -> Option<Option<()>> {
    match value {
        Json::Bool(marked) => Some(marked.then_some(())),
        _ => None,
    }
}
