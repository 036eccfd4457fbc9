//! From profile to questions: which practices are asked, how far they should be by now, and how much they weigh.
//!
//! Everything the profile changes is decided here, and every change carries the reason that is shown beside it. A
//! profile question that was skipped changes nothing (section 9 of the domain report).

use crate::{
    Assessment, Condition, Instrument, Involvement, Level, Pattern, Place, Practice, Profile, Respondent, Role, Scope,
    Size, Stage, sorted_by_key,
};

/// What the profile makes of one practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tailored<'a> {
    /// The condition it belongs to.
    pub condition: &'a Condition,
    /// The practice.
    pub practice: &'a Practice,
    /// Whether it is asked.
    pub standing: Standing,
    /// The level that is useful to have reached at this stage.
    pub target: Level,
    /// Its weight for the order of advice, in hundredths: importance × stage weight × emphasis. Never shown.
    pub(crate) weight: u32,
    /// 1 to 3, after tailoring.
    pub effort: u8,
    /// What the user said that changed the weight, effort or target.
    pub because: Vec<Because>,
}

impl Tailored<'_> {
    /// Whether the question is put to the user.
    pub fn is_asked(&self) -> bool {
        self.standing == Standing::Asked
    }
}

/// Whether a practice is asked, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is asked.
    Asked,
    /// The user chose a smaller scope; deepening adds it.
    OutOfScope,
    /// The profile leaves it out; the user is told why and can add it back.
    LeftOut(LeftOut),
}

/// Why the profile leaves a practice out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// No practitioner is involved yet, so contact with one cannot be arranged yet.
    NoPractitionerYet,
    /// A buddy fills it in, and the practice is about contracts or means.
    NotForBuddy,
}

/// Something the user said that tailored a piece of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The stage set how far things should be.
    Stage(Stage),
    /// Work in shifts.
    Shifts,
    /// Often working alone.
    Alone,
    /// Fewer than ten people.
    Micro,
    /// 250 people or more.
    Large,
    /// Little contact with the practitioner.
    LittleContact,
    /// A trial placement.
    Trial,
    /// Volunteer work or a participation place.
    Volunteer,
}

impl Because {
    /// The id of its sentence in `profile.toml`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stage(stage) => crate::Choice::id(stage),
            Self::Shifts => "shifts",
            Self::Alone => "alone",
            Self::Micro => "micro",
            Self::Large => "large",
            Self::LittleContact => "little-contact",
            Self::Trial => "trial",
            Self::Volunteer => "volunteer",
        }
    }
}

/// How a profile effect raises a practice.
enum Emphasis {
    /// Importance becomes 3.
    Three,
    /// Importance rises by one.
    PlusOne,
}

/// Applies the profile and the scope of an assessment to the instrument: one entry for every practice, in the order of the instrument.
pub fn tailor<'a>(instrument: &'a Instrument, assessment: &Assessment) -> Vec<Tailored<'a>> {
    let profile = &assessment.profile;
    instrument
        .conditions
        .iter()
        .flat_map(|condition| condition.practices.iter().map(move |practice| (condition, practice)))
        .map(|(condition, practice)| {
            let (importance, emphasis, because) = weigh(practice, profile);
            Tailored {
                condition,
                practice,
                standing: standing(instrument, condition, practice, assessment),
                target: target(practice, profile.stage),
                weight: u32::from(importance) * stage_weight(practice.when, profile.stage) * emphasis,
                effort: effort(practice, profile),
                because,
            }
        })
        .collect()
}

fn standing(instrument: &Instrument, condition: &Condition, practice: &Practice, assessment: &Assessment) -> Standing {
    let in_scope = match &assessment.scope.value {
        Scope::Quick => practice.quick_scan,
        Scope::Full => true,
        Scope::Topic(topic) => condition.id == *topic,
        Scope::Recheck(event) => instrument.after(*event).contains(&practice.id),
    };
    let left_out =
        left_out(condition, practice, &assessment.profile).filter(|_| !assessment.added_back.has(&practice.id));
    match (in_scope, left_out) {
        (false, _) => Standing::OutOfScope,
        (true, Some(reason)) => Standing::LeftOut(reason),
        (true, None) => Standing::Asked,
    }
}

fn left_out(condition: &Condition, practice: &Practice, profile: &Profile) -> Option<LeftOut> {
    if profile.involvement == Some(Involvement::NotYet) && condition.id.as_str() == "three-way" {
        return Some(LeftOut::NoPractitionerYet);
    }
    if profile.respondent == Some(Respondent::Buddy) && practice.for_management {
        return Some(LeftOut::NotForBuddy);
    }
    None
}

/// How far a practice should be at a stage (first table of section 9). Before hiring nobody can have used it yet.
fn target(practice: &Practice, stage: Option<Stage>) -> Level {
    let target = match (practice.when, stage) {
        (_, None) | (Stage::BeforeHiring, Some(Stage::BeforeHiring | Stage::FirstWeeks)) => Level::Arranged,
        (_, Some(Stage::Ongoing)) | (Stage::BeforeHiring | Stage::FirstWeeks, Some(Stage::FirstMonths)) => {
            Level::PartOfTheWork
        }
        (Stage::FirstWeeks, Some(Stage::BeforeHiring)) => Level::Started,
        (Stage::FirstWeeks, Some(Stage::FirstWeeks)) => Level::Arranged,
        (Stage::FirstMonths | Stage::Ongoing, Some(Stage::BeforeHiring)) => Level::NotArranged,
        (Stage::FirstMonths | Stage::Ongoing, Some(Stage::FirstWeeks)) => Level::Started,
        (Stage::FirstMonths | Stage::Ongoing, Some(Stage::FirstMonths)) => Level::Arranged,
    };
    if practice.guardrail { target.max(Level::Arranged) } else { target }
}

/// How much a practice weighs at a stage, in tenths (second table of section 9).
fn stage_weight(when: Stage, stage: Option<Stage>) -> u32 {
    let Some(stage) = stage else { return 10 };
    let row = match when {
        Stage::BeforeHiring => [15, 13, 10, 9],
        Stage::FirstWeeks => [10, 15, 12, 10],
        Stage::FirstMonths => [6, 9, 15, 12],
        Stage::Ongoing => [6, 8, 11, 15],
    };
    row[stage as usize]
}

/// Importance, emphasis in tenths, and the reasons. What is already 3 gets weight × 1.2 instead.
fn weigh(practice: &Practice, profile: &Profile) -> (u8, u32, Vec<Because>) {
    let id = practice.id.as_str();
    // Said only where the stage makes the practice matter more: elsewhere it would argue against its own step.
    let now = |stage: &Stage| stage_weight(practice.when, Some(*stage)) > 10;
    let mut because: Vec<Because> = profile.stage.filter(now).map(Because::Stage).into_iter().collect();
    let mut importance = practice.importance;
    let mut emphasis = 10;
    let mut raise = |how: Emphasis, reason: Because| {
        if importance >= 3 {
            emphasis = 12;
        } else {
            importance = match how {
                Emphasis::Three => 3,
                Emphasis::PlusOne => importance + 1,
            };
        }
        because.push(reason);
    };
    match (profile.pattern, id) {
        (Some(Pattern::Shifts), "start-rhythm" | "flex-hours") => raise(Emphasis::Three, Because::Shifts),
        (Some(Pattern::Alone), "mistakes-ask") => raise(Emphasis::Three, Because::Alone),
        _ => {}
    }
    match (profile.place, id) {
        (Some(Place::Trial), "growth-next-step") => raise(Emphasis::Three, Because::Trial),
        (Some(Place::Volunteer), "growth-next-step") => raise(Emphasis::Three, Because::Volunteer),
        _ => {}
    }
    if profile.involvement == Some(Involvement::Little) && id == "three-way-contact" {
        raise(Emphasis::PlusOne, Because::LittleContact);
    }
    if profile.size == Some(Size::Large) && id == "means-who-decides" {
        raise(Emphasis::PlusOne, Because::Large);
    }
    let hr_has_a_part = practice.steps.iter().any(|step| step.who.contains(&Role::Hr));
    if profile.size == Some(Size::Large) && hr_has_a_part && !because.contains(&Because::Large) {
        because.push(Because::Large);
    }
    if profile.size == Some(Size::Micro) && id == "tasks-carve" {
        because.push(Because::Micro);
    }
    (importance, emphasis, because)
}

fn effort(practice: &Practice, profile: &Profile) -> u8 {
    match (profile.size, practice.id.as_str()) {
        (Some(Size::Micro), "tasks-carve") => practice.effort.min(2),
        _ => practice.effort,
    }
}

/// Who does something, seen from the person who reads the advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doer {
    /// The reader.
    You,
    /// Someone else.
    Role(Role),
}

/// Turns roles into people as the reader knows them: 'you' comes first, and nobody is named twice.
///
/// In an organisation of fewer than ten, owner and HR are the reader. Without a practitioner the employer desk takes
/// the practitioner's part.
pub fn doers(roles: &[Role], profile: &Profile) -> Vec<Doer> {
    let all = sorted_by_key(roles.iter().map(|&role| doer(role, profile)), |&doer| doer != Doer::You);
    all.into_iter().fold(Vec::new(), |mut doers, doer| {
        if !doers.contains(&doer) {
            doers.push(doer);
        }
        doers
    })
}

fn doer(role: Role, profile: &Profile) -> Doer {
    let mine = match profile.respondent {
        Some(Respondent::Owner) => role == Role::Owner,
        Some(Respondent::Manager) => role == Role::Manager,
        Some(Respondent::Hr) => role == Role::Hr,
        Some(Respondent::Buddy) => role == Role::Buddy,
        Some(Respondent::PractitionerWithEmployer) => matches!(role, Role::Owner | Role::Manager),
        Some(Respondent::PractitionerAlone) => role == Role::Practitioner,
        None => false,
    };
    // A buddy or practitioner in a small firm is still not its owner.
    let employer_reads = !matches!(profile.respondent, Some(Respondent::Buddy | Respondent::PractitionerAlone));
    let micro = profile.size == Some(Size::Micro) && employer_reads && matches!(role, Role::Owner | Role::Hr);
    // An owner without layers below is the manager too.
    let owner_manages =
        profile.respondent == Some(Respondent::Owner) && profile.size == Some(Size::Micro) && role == Role::Manager;
    if mine || micro || owner_manages {
        Doer::You
    } else if role == Role::Practitioner && profile.involvement == Some(Involvement::NotYet) {
        Doer::Role(Role::EmployerDesk)
    } else {
        Doer::Role(role)
    }
}
