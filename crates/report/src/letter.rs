//! The sentences of the guidance that are put together from more than one text. The page and every paper use these.

use assessment::{
    Advice, AdvicePlace, CautionId, Cell, Choice, ConditionPicture, Date, Doer, Guidance, LearningState, Level, Moment,
    PracticeId, Profile, Stage, Strength,
};
use content::{Advise, Ask, Category, GuidanceWord, RegionItem, Status, Text, Word};

use crate::{
    Mark, Picture, PictureRow,
    names::{capital, level_name, strength_word},
};

/// What the guidance is called at a stage.
pub fn title(stage: Option<Stage>) -> GuidanceWord {
    match stage {
        None => GuidanceWord::Title,
        Some(Stage::BeforeHiring) => GuidanceWord::TitleBefore,
        Some(Stage::FirstWeeks) => GuidanceWord::TitleWeeks,
        Some(Stage::FirstMonths) => GuidanceWord::TitleMonths,
        Some(Stage::Ongoing) => GuidanceWord::TitleOngoing,
    }
}

/// A practice's name; empty for one that is no more.
pub fn practice_title(ask: &Ask, practice: &PracticeId) -> Text {
    ask.practice(practice).map_or_else(|| Text::from(""), |(_, text)| text.title.clone())
}

/// Three sentences: what is strong, what comes first, and that the rest can wait or be asked.
pub fn summary(ask: &Ask, advise: &Advise, guidance: &Guidance) -> String {
    let sentences = [
        strong_sentence(ask, advise, guidance),
        first_sentence(ask, advise, guidance),
        last_sentence(advise, guidance),
    ];
    let said: Vec<&str> = sentences.iter().map(String::as_str).filter(|sentence| !sentence.is_empty()).collect();
    said.join(" ")
}

fn strong_sentence(ask: &Ask, advise: &Advise, guidance: &Guidance) -> String {
    let names: Vec<Text> = guidance.strengths.iter().take(2).map(|(id, _)| practice_title(ask, id)).collect();
    match names.as_slice() {
        // Without a level there is nothing to judge by: not knowing is no beginning, and no fault.
        [] if guidance.advice.is_empty() => advise.words.get(GuidanceWord::SummaryUnclear).to_string(),
        [] => advise.words.get(GuidanceWord::SummaryNoStrength).to_string(),
        [one] => advise.words.fill(GuidanceWord::SummaryOneStrength, &[("first", one)]),
        [first, second, ..] => {
            advise.words.fill(GuidanceWord::SummaryTwoStrengths, &[("first", first), ("second", second)])
        }
    }
}

fn first_sentence(ask: &Ask, advise: &Advise, guidance: &Guidance) -> String {
    let name = |place| guidance.at(place).next().map(|advice| practice_title(ask, &advice.practice));
    match (name(AdvicePlace::PutRight), name(AdvicePlace::Start)) {
        (Some(first), _) => advise.words.fill(GuidanceWord::SummaryPutRight, &[("first", &first)]),
        (None, Some(first)) => advise.words.fill(GuidanceWord::SummaryFirst, &[("first", &first)]),
        (None, None) if guidance.at(AdvicePlace::Aside).next().is_some() => {
            advise.words.get(GuidanceWord::SummaryAside).to_string()
        }
        (None, None) if guidance.strengths.is_empty() => String::new(),
        (None, None) => advise.words.get(GuidanceWord::SummaryNothing).to_string(),
    }
}

fn last_sentence(advise: &Advise, guidance: &Guidance) -> String {
    let below = [AdvicePlace::Next, AdvicePlace::Later, AdvicePlace::Waiting];
    match guidance.find_out.len() {
        0 if below.iter().any(|&place| guidance.at(place).next().is_some()) => {
            advise.words.get(GuidanceWord::SummaryKnown).to_string()
        }
        0 => String::new(),
        1 => advise.words.get(GuidanceWord::SummaryUnknownOne).to_string(),
        more => advise.words.fill(GuidanceWord::SummaryUnknown, &[("count", &number(advise, more))]),
    }
}

/// A number in words up to twelve.
fn number(advise: &Advise, number: usize) -> String {
    let words = advise.words.get(GuidanceWord::Numbers);
    words.split(", ").nth(number).map_or_else(|| number.to_string(), str::to_owned)
}

/// A low result is never a reason not to hire, or to wait. Only what is put right first comes before the first
/// conversation.
pub fn never_a_reason(advise: &Advise, guidance: &Guidance, stage: Option<Stage>) -> String {
    if !matches!(stage, Some(Stage::BeforeHiring) | None) {
        return advise.words.get(GuidanceWord::NeverAReasonStarted).to_string();
    }
    let never = advise.words.get(GuidanceWord::NeverAReason);
    if guidance.at(AdvicePlace::PutRight).next().is_none() {
        return never.to_string();
    }
    [&never, " ", &advise.words.get(GuidanceWord::PutRightBefore)].concat()
}

/// The day on which to look again, counted from the last change; `None` when the stage is not known.
pub fn look_again_on(guidance: &Guidance, changed: Moment) -> Option<Date> {
    guidance.look_again_weeks.map(|weeks| Date::of(changed).plus_weeks(weeks))
}

/// When to look again, in words; `day` writes a day.
pub fn look_again(
    advise: &Advise,
    guidance: &Guidance,
    changed: Moment,
    day: impl Fn(Date) -> String,
) -> Option<String> {
    let date = day(look_again_on(guidance, changed)?);
    let weeks = number(advise, guidance.look_again_weeks? as usize);
    Some(advise.words.fill(GuidanceWord::LookAgain, &[("date", &date), ("weeks", &weeks)]))
}

/// Where the steps of an advice lead, not the half-way house that the first one reaches: by this one sees that it works.
pub fn works(advice: &Advice) -> Level {
    advice.leads_to().max(advice.target).max(Level::Arranged)
}

/// What stands before those who do a step: what the reader cannot do, the reader can ask for (P3).
pub fn who_word(profile: &Profile, advice: &Advice) -> GuidanceWord {
    let asks = profile.respondent.is_some() && !advice.who.contains(&Doer::You);
    if asks { GuidanceWord::CardAsk } else { GuidanceWord::CardWho }
}

/// What is left after the first steps, by the time at which it is best done.
pub fn left_by_time(guidance: &Guidance) -> Vec<(Stage, Vec<&Advice>)> {
    let left =
        |advice: &&Advice| !matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start | AdvicePlace::Aside);
    let of_time = |&time: &Stage| (time, guidance.by_time(time).into_iter().filter(left).collect::<Vec<_>>());
    Stage::ALL.iter().map(of_time).filter(|(_, advice)| !advice.is_empty()).collect()
}

/// The cautions that the answers call for, and those that always stand.
pub fn cautions<'a>(ask: &Ask, guidance: &'a Guidance) -> (Vec<&'a CautionId>, Vec<&'a CautionId>) {
    let called_for = |id: &&CautionId| ask.instrument.caution(id).is_none_or(|caution| caution.trigger.is_some());
    guidance.cautions.iter().partition(called_for)
}

/// A rule of thumb in words: minutes, or hours from an hour on.
pub fn minutes(minutes: u16, advise: &Advise) -> String {
    let (text, count) = match minutes {
        0..60 => (GuidanceWord::Minutes, minutes),
        60..120 => (GuidanceWord::OneHour, 1),
        _ => (GuidanceWord::Hours, minutes / 60),
    };
    advise.words.fill(text, &[("count", &count.to_string())])
}

/// The numbers behind the order stay inside; this is what they mean.
pub fn importance(advice: &Advice, advise: &Advise) -> String {
    let mut parts = Vec::new();
    let mut say = |word| parts.push(advise.words.get(word).to_string());
    if advice.importance >= 3 {
        say(GuidanceWord::ImportanceHigh);
    }
    if advice.place == AdvicePlace::PutRight {
        say(GuidanceWord::ImportanceGuardrail);
    }
    if advice.effort == 1 {
        say(GuidanceWord::ImportanceQuick);
    }
    match advice.opens {
        0 => {}
        1 => say(GuidanceWord::OpensOne),
        more => parts.push(advise.words.fill(GuidanceWord::OpensMore, &[("count", &more.to_string())])),
    }
    parts.join(" ")
}

/// The kinds of knowledge behind a practice in words, as they stand in the model.
pub fn strengths(practice: &assessment::Practice, advise: &Advise) -> String {
    kinds_of_knowledge(&practice.evidence, advise)
}

/// Kinds of knowledge in words.
pub fn kinds_of_knowledge(kinds: &[Strength], advise: &Advise) -> String {
    let names: Vec<Text> = kinds.iter().map(|&strength| advise.words.get(strength_word(strength))).collect();
    [&names.join("; "), "."].concat()
}

/// Whether a way of learning is possible here, and thanks to what.
pub fn learning_state(ask: &Ask, advise: &Advise, state: &LearningState) -> String {
    let word = match (state.known, state.opened_by.is_empty()) {
        (_, false) => GuidanceWord::LearningOpen,
        (true, true) => GuidanceWord::LearningNotYet,
        (false, true) => GuidanceWord::LearningUnknown,
    };
    let said = advise.words.get(word);
    if state.opened_by.is_empty() {
        return said.to_string();
    }
    let names: Vec<Text> = state.opened_by.iter().map(|practice| practice_title(ask, practice)).collect();
    [&said, " ", &names.join(", "), "."].concat()
}

/// Where an entry of the region was read, when, and how well it was checked; `day` writes a day.
pub fn checked(advise: &Advise, item: &RegionItem, day: impl Fn(Date) -> String) -> String {
    let word = match item.status {
        Status::Verified => GuidanceWord::StatusVerified,
        Status::Secondary => GuidanceWord::StatusSecondary,
        Status::Partly => GuidanceWord::StatusPartly,
        Status::Unverified => GuidanceWord::StatusUnverified,
    };
    advise.words.fill(word, &[("source", &item.source), ("date", &day(advise.region.checked))])
}

/// The picture of growth, in words and marks.
pub fn picture(ask: &Ask, advise: &Advise, rows: &[ConditionPicture]) -> Picture {
    let row = |row: &ConditionPicture| PictureRow {
        name: ask.condition(&row.condition).map(|text| text.name.to_string()).unwrap_or_default(),
        words: capital(&picture_in_words(ask, advise, row)),
        steps: row.cells().map(|Cell { filled, wanted, possible }| Mark { filled, wanted, possible }),
    };
    let word = |word| advise.words.get(word).to_string();
    Picture {
        caption: word(GuidanceWord::PictureCaption),
        condition: word(GuidanceWord::PictureCondition),
        levels: Level::ALL.map(|level| capital(&ask.words.get(level_name(level)))),
        key: [GuidanceWord::PictureFilled, GuidanceWord::PictureWanted, GuidanceWord::PicturePossible].map(word),
        partly: word(GuidanceWord::PicturePartly),
        rows: rows.iter().map(row).collect(),
    }
}

/// A condition's row of the picture in one sentence: the lowest and the highest practice, and what is not known.
fn picture_in_words(ask: &Ask, advise: &Advise, row: &ConditionPicture) -> String {
    let name = |level: Level| ask.words.get(level_name(level));
    let mut parts = Vec::new();
    match row.span {
        Some((low, high)) if low == high => parts.push(name(low).to_string()),
        Some((low, high)) => {
            parts.push(advise.words.fill(GuidanceWord::PictureFromTo, &[("low", &name(low)), ("high", &name(high))]));
        }
        None if row.not_applicable == row.asked => {
            parts.push(ask.words.get(Word::AnswerNotApplicable).to_string());
        }
        None => {}
    }
    for (count, text) in
        [(row.unknown, GuidanceWord::PictureUnknown), (row.unanswered, GuidanceWord::PictureUnanswered)]
    {
        if count > 0 {
            parts.push(advise.words.fill(text, &[("count", &count.to_string())]));
        }
    }
    parts.join(" · ")
}

/// The region's entries in the order in which they are read: what each group is called, and what is in it.
pub const SCHEMES: [(GuidanceWord, &[Category]); 4] = [
    (GuidanceWord::SchemesHelp, &[Category::Contact, Category::Guidance, Category::Tool]),
    (GuidanceWord::SchemesMoney, &[Category::Money]),
    (GuidanceWord::SchemesDuty, &[Category::Duty]),
    (GuidanceWord::SchemesInfo, &[Category::Info]),
];
