//! The link: one view of a workplace in the part of an address that never leaves the browser.
//!
//! It carries the situation, how much is asked, the answers, and which practices were added back: what it takes to come
//! to the same guidance. It has no room for anything else: no note, no plan, no label, no id, and of time only the day on
//! which it was made.
//!
//! | part | bytes |
//! |---|---|
//! | version: 1 | 1 |
//! | version of the instrument, little end first | 2 |
//! | sum of the questions, little end first | 4 |
//! | day on which it was made, since 1970, little end first | 2 |
//! | scope | 1 |
//! | situation, answers and what was added back, in bits, filled up with zeros | 17 or more |
//! | checksum: CRC-32C of all before it, little end first | 4 |
//!
//! In the address it stands in base64url without padding. An answer is found by its place, so the sum tells whether the
//! reader has the same practices in the same order. If not, nothing is guessed: the link is refused as one of
//! [other questions](LinkRefusal::OtherQuestions).

use assessment::{
    Answer, Assessment, AssessmentId, Choice, Date, Event, Level, Moment, PracticeId, Profile, ProfileQuestion, Scope,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::{
    Known,
    bits::{Bits, Writing},
    layout,
};

const VERSION: u8 = 1;

/// The longest link that is read, in characters behind `#/l/`. A full check takes some forty.
pub const MOST_CHARACTERS: usize = 4_096;

/// How many bits a question about the situation, or an answer, takes.
const WIDTH: u32 = 3;

// The numbers of a scope. Events follow the first two; the places of conditions follow those.
const QUICK: u8 = 0;
const FULL: u8 = 1;
const EVENTS: u8 = 2;
const CONDITIONS: u8 = 16;

/// Why a link was not taken. It has no words of its own: those are content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkRefusal {
    /// A newer version of the app made it, or a newer version of the questions was answered.
    Newer,
    /// It is whole, but the questions were others: older ones, or those of another host.
    OtherQuestions,
    /// It was cut off or changed on its way, or was never ours.
    Damaged,
}

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The day on which the link was made, by the clock of the device that made it.
    pub made: Date,
    /// How much was asked.
    pub scope: Scope,
    /// The situation.
    pub profile: Profile,
    /// The answers, in the order of the instrument.
    pub answers: Vec<(PracticeId, Answer)>,
    /// Practices that the situation leaves out and that were added back, in the order of the instrument.
    pub added_back: Vec<PracticeId>,
}

impl Link {
    /// What a link carries of an assessment. Answers to practices that are no longer asked stay behind.
    pub fn of(assessment: &Assessment, made: Date, known: &Known) -> Self {
        let answer = |id: &PracticeId| Some((id.clone(), *assessment.answers.get(id)?));
        Self {
            made,
            scope: assessment.scope.value.clone(),
            profile: assessment.profile,
            answers: known.practices.iter().filter_map(answer).collect(),
            added_back: known.practices.iter().filter(|id| assessment.added_back.has(id)).cloned().collect(),
        }
    }

    /// An assessment of one's own with what the link carries, under a new id and as given at a moment.
    pub fn assessment(&self, id: AssessmentId, at: Moment, known: &Known) -> Assessment {
        let mut assessment = Assessment::begin(id, known.instrument, self.scope.clone(), at);
        for &question in ProfileQuestion::ALL {
            if let Some(option) = self.profile.chosen(question) {
                assessment.choose(question, Some(option), at);
            }
        }
        for (practice, answer) in &self.answers {
            assessment.answers.give(practice.clone(), *answer, at);
        }
        for practice in &self.added_back {
            assessment.added_back.give(practice.clone(), (), at);
        }
        assessment
    }
}

/// Writes a link: the characters behind `#/l/`.
///
/// `None` if the topic is not among the known conditions, or stands beyond the 240th.
pub fn write(link: &Link, known: &Known) -> Option<String> {
    let mut bits = Writing::default();
    for &question in ProfileQuestion::ALL {
        bits.put(link.profile.chosen(question).and_then(|option| u8::try_from(option + 1).ok()).unwrap_or(0), WIDTH);
    }
    for practice in &known.practices {
        let answer = link.answers.iter().find(|(id, _)| id == practice);
        bits.put(answer.map_or(0, |(_, answer)| number(*answer)), WIDTH);
    }
    let is_back = |practice: &PracticeId| link.added_back.contains(practice);
    let any = known.practices.iter().any(is_back);
    bits.put(u8::from(any), 1);
    if any {
        known.practices.iter().for_each(|practice| bits.put(u8::from(is_back(practice)), 1));
    }
    // A clock that is set beyond the year 2149 is wrong anyway.
    let made = u16::try_from(link.made.0).unwrap_or(u16::MAX);
    let mut bytes = vec![VERSION];
    bytes.extend(known.instrument.to_le_bytes());
    bytes.extend(sum(known).to_le_bytes());
    bytes.extend(made.to_le_bytes());
    bytes.push(scope_number(&link.scope, known)?);
    bytes.extend(bits.finish());
    Some(URL_SAFE_NO_PAD.encode(layout::close(bytes)))
}

/// Reads a link: the characters behind `#/l/`.
///
/// # Errors
///
/// [`LinkRefusal`], with the reason. Then nothing of it is taken over.
pub fn read(text: &str, known: &Known) -> Result<Link, LinkRefusal> {
    if text.len() > MOST_CHARACTERS {
        return Err(LinkRefusal::Damaged);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| LinkRefusal::Damaged)?;
    // The checksum comes first: it has its place in every version, and a version that was altered is damage.
    match layout::unclose(&bytes).and_then(<[u8]>::split_first) {
        Some((&VERSION, parts)) => from_parts(parts, known),
        Some((&version, _)) if version > VERSION => Err(LinkRefusal::Newer),
        _ => Err(LinkRefusal::Damaged),
    }
}

fn from_parts(mut parts: &[u8], known: &Known) -> Result<Link, LinkRefusal> {
    let instrument = layout::take(&mut parts).map(|bytes| u16::from_le_bytes(*bytes)).ok_or(LinkRefusal::Damaged)?;
    let questions = layout::take_number(&mut parts).ok_or(LinkRefusal::Damaged)?;
    if instrument > known.instrument {
        return Err(LinkRefusal::Newer);
    }
    if instrument != known.instrument || questions != sum(known) {
        return Err(LinkRefusal::OtherQuestions);
    }
    what_it_says(parts, known).ok_or(LinkRefusal::Damaged)
}

/// What stands behind the sum of the questions; `None` if it cannot be.
fn what_it_says(mut parts: &[u8], known: &Known) -> Option<Link> {
    let made = layout::take(&mut parts).map(|bytes| Date(u16::from_le_bytes(*bytes).into()))?;
    let &[scope] = layout::take(&mut parts)?;
    let scope = scope_of(scope, known)?;
    let mut bits = Bits::of(parts);
    let mut profile = Profile::default();
    for &question in ProfileQuestion::ALL {
        if let Some(option) = bits.take(WIDTH)?.checked_sub(1) {
            profile.choose(question, Some(option.into()));
            // An option that there is not would have been passed over.
            profile.chosen(question)?;
        }
    }
    let mut answers = Vec::new();
    for practice in &known.practices {
        if let Some(number) = bits.take(WIDTH)?.checked_sub(1) {
            answers.push((practice.clone(), answer_of(number)?));
        }
    }
    let mut added_back = Vec::new();
    if bits.take(1)? == 1 {
        for practice in &known.practices {
            if bits.take(1)? == 1 {
                added_back.push(practice.clone());
            }
        }
        if added_back.is_empty() {
            return None;
        }
    }
    bits.end_here().then_some(Link { made, scope, profile, answers, added_back })
}

/// What the places of the answers depend on: the practices and conditions, in their order.
fn sum(known: &Known) -> u32 {
    let practices = known.practices.iter().map(PracticeId::as_str);
    let ids = practices.chain(known.conditions.iter().map(assessment::ConditionId::as_str));
    let text: String = ids.flat_map(|id| [id, "\n"]).collect();
    layout::checksum(text.as_bytes())
}

/// 1 to 7; 0 is 'not answered'.
fn number(answer: Answer) -> u8 {
    match answer {
        Answer::Level(Level::NotArranged) => 1,
        Answer::Level(Level::Started) => 2,
        Answer::Level(Level::Arranged) => 3,
        Answer::Level(Level::PartOfTheWork) => 4,
        Answer::DontKnow => 5,
        Answer::NotApplicable => 6,
        Answer::NotSeen => 7,
    }
}

/// The answer whose number is one more.
fn answer_of(place: u8) -> Option<Answer> {
    Some(match place {
        0..=3 => Answer::Level(Level::from_index(place.into())?),
        4 => Answer::DontKnow,
        5 => Answer::NotApplicable,
        6 => Answer::NotSeen,
        _ => return None,
    })
}

fn scope_number(scope: &Scope, known: &Known) -> Option<u8> {
    match scope {
        Scope::Quick => Some(QUICK),
        Scope::Full => Some(FULL),
        Scope::Recheck(event) => {
            let place = Event::ALL.iter().position(|candidate| candidate == event)?;
            Some(EVENTS + u8::try_from(place).ok()?).filter(|number| *number < CONDITIONS)
        }
        Scope::Topic(condition) => {
            let place = known.conditions.iter().position(|candidate| candidate == condition)?;
            CONDITIONS.checked_add(u8::try_from(place).ok()?)
        }
    }
}

fn scope_of(number: u8, known: &Known) -> Option<Scope> {
    match number {
        QUICK => Some(Scope::Quick),
        FULL => Some(Scope::Full),
        EVENTS..CONDITIONS => Event::ALL.get(usize::from(number - EVENTS)).copied().map(Scope::Recheck),
        CONDITIONS.. => known.conditions.get(usize::from(number - CONDITIONS)).cloned().map(Scope::Topic),
    }
}
