//! Which word names which value.

use assessment::{
    Answer, Choice, Doer, LeftOut, Level, Period, Rhythm, Role, Rung, Scope, Stage, Status, Strength, Taker, View, Work,
};
use content::{Ask, GuidanceWord, PlanWord, Text, Visit, Word, WorkplaceWord};

/// The name of a level on its own.
pub fn level_name(level: Level) -> Word {
    match level {
        Level::NotArranged => Word::LevelNotArranged,
        Level::Started => Word::LevelStarted,
        Level::Arranged => Word::LevelArranged,
        Level::PartOfTheWork => Word::LevelPartOfTheWork,
    }
}

/// The name of an answer on its own.
pub fn answer_name(answer: Answer) -> Word {
    match answer {
        Answer::Level(level) => level_name(level),
        Answer::DontKnow => Word::AnswerUnknown,
        Answer::NotApplicable => Word::AnswerNotApplicable,
        Answer::NotSeen => Word::AnswerNotSeen,
    }
}

/// The name of a side from which a workplace is seen.
pub fn side_name(side: View) -> WorkplaceWord {
    match side {
        View::Employer => WorkplaceWord::ViewEmployer,
        View::Buddy => WorkplaceWord::ViewBuddy,
        View::Practitioner => WorkplaceWord::ViewPractitioner,
        View::Candidate => WorkplaceWord::ViewCandidate,
    }
}

/// A text with a capital in front: names of levels are written small, to stand within a sentence.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What was chosen to fill in: the name of the scope, of the one topic, or of the event. Empty while the words of events
/// are on their way.
pub fn scope_name(ask: &Ask, visit: Option<&Visit>, scope: &Scope) -> Text {
    let named = match scope {
        Scope::Quick => Some(ask.words.get(Word::ScopeQuick)),
        Scope::Full => Some(ask.words.get(Word::ScopeFull)),
        Scope::Recheck(event) => visit.and_then(|visit| Some(visit.event(*event)?.name.clone())),
        Scope::Topic(topic) => ask.condition(topic).map(|text| text.name.clone()),
    };
    named.unwrap_or_else(|| Text::from(""))
}

/// Why a practice is left out.
pub fn left_out_word(reason: LeftOut) -> Word {
    match reason {
        LeftOut::NoPractitionerYet => Word::LeftOutNoPractitioner,
        LeftOut::NotForBuddy => Word::LeftOutBuddy,
    }
}

/// The name of a time in the guidance.
pub fn time_word(time: Stage) -> GuidanceWord {
    match time {
        Stage::BeforeHiring => GuidanceWord::TimeBefore,
        Stage::FirstWeeks => GuidanceWord::TimeWeeks,
        Stage::FirstMonths => GuidanceWord::TimeMonths,
        Stage::Ongoing => GuidanceWord::TimeOngoing,
    }
}

/// A kind of knowledge in words.
pub fn strength_word(strength: Strength) -> GuidanceWord {
    match strength {
        Strength::PractitionerOpinion => GuidanceWord::StrengthPractitioners,
        Strength::Qualitative => GuidanceWord::StrengthInterviews,
        Strength::PracticeMethod => GuidanceWord::StrengthMethod,
        Strength::Descriptive => GuidanceWord::StrengthDescription,
        Strength::Correlational => GuidanceWord::StrengthTogether,
        Strength::Longitudinal => GuidanceWord::StrengthOverTime,
        Strength::QuasiExperiment => GuidanceWord::StrengthMatched,
        Strength::Review => GuidanceWord::StrengthReview,
        Strength::MetaAnalysis => GuidanceWord::StrengthMetaAnalysis,
        Strength::Trial => GuidanceWord::StrengthTrial,
        Strength::Legal => GuidanceWord::StrengthLaw,
    }
}

/// A part of the first ninety days, in words.
pub fn period_word(period: Period) -> PlanWord {
    match period {
        Period::BeforeDayOne => PlanWord::PeriodBefore,
        Period::WeekOne => PlanWord::PeriodWeek,
        Period::MonthOne => PlanWord::PeriodMonth,
        Period::MonthThree => PlanWord::PeriodThree,
        Period::Later => PlanWord::PeriodLater,
    }
}

/// Who takes an action on, in words.
pub fn taker_word(taker: Taker) -> PlanWord {
    match taker {
        Taker::Owner => PlanWord::TakerOwner,
        Taker::Manager => PlanWord::TakerManager,
        Taker::Hr => PlanWord::TakerHr,
        Taker::Buddy => PlanWord::TakerBuddy,
        Taker::Colleague => PlanWord::TakerColleague,
        Taker::Practitioner => PlanWord::TakerPractitioner,
        Taker::Other => PlanWord::TakerOther,
    }
}

/// How far an action is, in words.
pub fn status_word(status: Status) -> PlanWord {
    match status {
        Status::ToDo => PlanWord::StatusToDo,
        Status::Doing => PlanWord::StatusDoing,
        Status::Done => PlanWord::StatusDone,
        Status::Dropped => PlanWord::StatusDropped,
    }
}

/// How often people sit down together, in words.
pub fn rhythm_word(rhythm: Rhythm) -> PlanWord {
    match rhythm {
        Rhythm::WeeklyFirst => PlanWord::RhythmWeekly,
        Rhythm::FortnightlyFirst => PlanWord::RhythmFortnightly,
        Rhythm::Monthly => PlanWord::RhythmMonthly,
    }
}

/// The name of a rung of the growth ladder.
pub fn rung_word(rung: Rung) -> PlanWord {
    match rung {
        Rung::Starter => PlanWord::RungStarter,
        Rung::Next => PlanWord::RungNext,
        Rung::Wider => PlanWord::RungWider,
        Rung::Further => PlanWord::RungFurther,
    }
}

/// The id of a doer, for the page's markup.
pub fn doer_id(doer: Doer) -> &'static str {
    match doer {
        Doer::You => "you",
        Doer::Role(Role::Owner) => "owner",
        Doer::Role(Role::Manager) => "manager",
        Doer::Role(Role::Hr) => "hr",
        Doer::Role(Role::Buddy) => "buddy",
        Doer::Role(Role::Colleague) => "colleague",
        Doer::Role(Role::Practitioner) => "practitioner",
        Doer::Role(Role::EmployerDesk) => "employer-desk",
        Doer::Role(Role::Team) => "team",
    }
}

/// The place of a kind of work among a practice's examples.
pub fn example_index(work: Work) -> usize {
    Work::ALL.iter().position(|&candidate| candidate == work).unwrap_or(0)
}
