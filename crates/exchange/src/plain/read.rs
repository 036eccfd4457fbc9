//! Reading the JSON file. Every value is looked at; nothing is guessed, and nothing is left out silently.

mod plan;

use std::{borrow::Cow, collections::BTreeSet};

use assessment::{
    Answer, Assessment, AssessmentId, ByPractice, Given, LONGEST_NOTE, Level, Moment, Plan, ProfileQuestion, Scope,
};

use super::{FORMAT, MOST_ASSESSMENTS, Opened, VERSION, without_controls};
use crate::{
    Known, allow_version,
    json::{Field, Json},
    known::is_id,
    refusal::{Place, Refusal, fit},
    timestamp,
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

/// Reads JSON that says it is such a file.
pub(crate) fn from_document(document: &Json<'_>, known: &Known) -> Result<Opened, Refusal> {
    let file = Place::FILE;
    let version = allow_version(document, VERSION)?;
    let [_, _, made, assessments] = document.fields(["format", "version", "made", "assessments"], &file)?;
    let made = made.value.map(|_| made.must(&file, moment)).transpose()?;
    let list = assessments.must(&file, Json::list)?;
    if list.len() > MOST_ASSESSMENTS {
        return Err(Refusal::TooMany { most: MOST_ASSESSMENTS });
    }
    let mut ids = BTreeSet::new();
    let mut opened = Opened { made, assessments: Vec::with_capacity(list.len()) };
    for (place, value) in list.iter().enumerate() {
        let id = value.get("id").and_then(Json::text).filter(|id| is_id(id));
        let name = id.map_or_else(|| Cow::from(format!("assessments › {}", place + 1)), Cow::from);
        opened.assessments.push(assessment(value, version, known, &file.under(&name))?);
        if let Some(twice) = id.filter(|id| !ids.insert(*id)) {
            return Err(Refusal::Twice(twice.to_owned()));
        }
    }
    Ok(opened)
}

fn assessment(value: &Json<'_>, version: u64, known: &Known, place: &Place<'_>) -> Result<Assessment, Refusal> {
    // First, for the same reason as with the version of the file.
    if value.get("instrument").and_then(Json::whole).is_some_and(|instrument| instrument > u64::from(known.instrument))
    {
        return Err(Refusal::Newer);
    }
    let [id, instrument, started, scope, profile, answers, notes, added_back, set_aside, plan] = value.fields(
        ["id", "instrument", "started", "scope", "profile", "answers", "notes", "added-back", "set-aside", "plan"],
        place,
    )?;
    let id = id.must(place, |value| value.text().filter(|id| is_id(id)))?;
    let instrument = instrument.must(place, |value| u16::try_from(value.whole()?).ok())?;
    let started = started.must(place, moment)?;
    let scope = self::scope(scope, known, place)?;
    let mut assessment = Assessment::begin(AssessmentId::new(id), instrument, scope.value, started);
    assessment.scope.at = scope.at;
    self::profile(profile, &mut assessment, place)?;
    assessment.answers = by_practice(answers, known, place, answer)?;
    assessment.notes = by_practice(notes, known, place, note)?;
    assessment.added_back = by_practice(added_back, known, place, mark)?;
    assessment.set_aside = by_practice(set_aside, known, place, mark)?;
    assessment.plan = match (version, plan.value) {
        (1, None) => Plan::default(),
        (1, Some(_)) => return Err(Refusal::Unknown(plan.name.to_owned())),
        _ => plan::plan(plan, known, place)?,
    };
    Ok(assessment)
}

fn moment(value: &Json<'_>) -> Option<Moment> {
    timestamp::read(value.text()?)
}

/// A value and its time: `{ "is": …, "at": … }`.
fn given<'j, 'a>(value: &'j Json<'a>, place: &Place<'_>) -> Result<(Field<'j, 'a>, Moment), Refusal> {
    let [is, at] = value.fields(["is", "at"], place)?;
    Ok((is, at.must(place, moment)?))
}

fn scope(field: Field<'_, '_>, known: &Known, place: &Place<'_>) -> Result<Given<Scope>, Refusal> {
    let value = field.must(place, Some)?;
    let place = place.under(field.name);
    let (is, at) = given(value, &place)?;
    let is = is.must(&place, Some)?;
    let value = match is.text() {
        Some("quick") => Scope::Quick,
        Some("full") => Scope::Full,
        Some(_) => return Err(place.refused()),
        None => {
            let [topic] = is.fields(["topic"], &place)?;
            let topic = topic.must(&place, Json::text)?;
            Scope::Topic(known.condition(topic).ok_or_else(|| Refusal::Unknown(fit(topic)))?)
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

fn answer(value: &Json<'_>) -> Option<Option<Answer>> {
    match value {
        Json::Null => Some(None),
        Json::Text(text) if text == "dont-know" => Some(Some(Answer::DontKnow)),
        Json::Text(text) if text == "not-applicable" => Some(Some(Answer::NotApplicable)),
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
