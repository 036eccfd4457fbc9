//! The words of the frame, by key. A key that has no text, or a text that has no key, fails the content check; a key
//! that does not exist fails the build.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::Text;

/// A set of keys, each with the place of its text in a content file.
pub trait Key: Copy + 'static {
    /// The keys and where their texts stand (`table.name`), in order.
    const ALL: &'static [(Self, &'static str)];
    /// Tells this set of keys from every other: a pack that was made for other keys would say the wrong things.
    const SET: u32;
    /// The key's place in the order.
    fn index(self) -> usize;
}

/// The texts of a set of keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, Vec<Text>)", into = "(u32, Vec<Text>)", bound = "K: Key")]
pub struct Words<K> {
    texts: Vec<Text>,
    keys: PhantomData<K>,
}

impl<K: Key> TryFrom<(u32, Vec<Text>)> for Words<K> {
    type Error = &'static str;

    fn try_from((set, texts): (u32, Vec<Text>)) -> Result<Self, Self::Error> {
        Some(texts).filter(|_| set == K::SET).and_then(Self::new).ok_or("made for another build")
    }
}

impl<K: Key> From<Words<K>> for (u32, Vec<Text>) {
    fn from(words: Words<K>) -> Self {
        (K::SET, words.texts)
    }
}

impl<K: Key> Words<K> {
    /// Takes the texts in the order of the keys; `None` if there are more or fewer.
    pub fn new(texts: Vec<Text>) -> Option<Self> {
        (texts.len() == K::ALL.len()).then_some(Self { texts, keys: PhantomData })
    }

    /// The text of a key.
    pub fn get(&self, key: K) -> Text {
        // `new` made sure that there is one for every key.
        self.texts.get(key.index()).cloned().unwrap_or_else(|| Text::from(""))
    }

    /// The text of a key with its placeholders filled.
    pub fn fill(&self, key: K, values: &[(&str, &str)]) -> String {
        crate::fill(&self.get(key), values)
    }
}

/// The sum of the places by FNV-1a, worked out while compiling.
const fn set_of(places: &[&str]) -> u32 {
    let mut sum: u32 = 0x811c_9dc5;
    let mut place = 0;
    while place < places.len() {
        let bytes = places[place].as_bytes();
        let mut byte = 0;
        while byte < bytes.len() {
            sum = (sum ^ bytes[byte] as u32).wrapping_mul(0x0100_0193);
            byte += 1;
        }
        sum = (sum ^ 0xff).wrapping_mul(0x0100_0193);
        place += 1;
    }
    sum
}

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $place:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the text in the content file says what each is")]
        pub enum $name { $($variant),+ }

        impl Key for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $place)),+];
            const SET: u32 = set_of(&[$($place),+]);
            fn index(self) -> usize { self as usize }
        }
    };
}

keys! {
    /// The words of the frame, from `interface.toml`.
    Word {
        SiteName = "site.name",
        Locale = "site.locale",
        SiteLinks = "site.links",
        SkipToContent = "site.skip",
        AboutLink = "site.about",
        AboutTitle = "site.about-long",
        AboutSources = "site.sources",
        FooterPromise = "site.promise",
        StillLoading = "site.loading",
        WordsFailed = "site.words-failed",
        SavingBusy = "saving.busy",
        SavingSaved = "saving.saved",
        SavingFailed = "saving.failed",
        SavingMemoryOnly = "saving.memory-only",
        StartTitle = "start.title",
        StartLead = "start.lead",
        StartHow = "start.how",
        StartAnew = "start.anew",
        StartContinue = "start.continue",
        StartEarlier = "start.earlier",
        StartBegunAbout = "start.begun-about",
        StartUnreadable = "start.unreadable",
        StartGetTitle = "start.get-title",
        StartGet1 = "start.get-1",
        StartGet2 = "start.get-2",
        StartGet3 = "start.get-3",
        StartPrivacy = "start.privacy",
        ScopeQuick = "scope.quick",
        ScopeQuickText = "scope.quick-text",
        ScopeQuickTime = "scope.quick-time",
        ScopeFull = "scope.full",
        ScopeFullText = "scope.full-text",
        ScopeFullTime = "scope.full-time",
        ScopeTopic = "scope.topic",
        ScopeTopicText = "scope.topic-text",
        ScopeTopicTime = "scope.topic-time",
        TopicsTitle = "topics.title",
        TopicsLead = "topics.lead",
        Continue = "do.continue",
        Delete = "do.delete",
        Undo = "do.undo",
        Reload = "do.reload",
        UndoCleared = "do.cleared",
        UndoDeleted = "do.deleted",
        UndoAside = "do.aside",
        Next = "do.next",
        Back = "do.back",
        SituationTitle = "situation.title",
        SituationLead = "situation.lead",
        SituationMore = "situation.more",
        SituationSkip = "situation.skip",
        SituationNext = "situation.next",
        SuggestQuick = "situation.suggest-quick",
        SuggestQuickAction = "situation.suggest-quick-action",
        SuggestFull = "situation.suggest-full",
        SuggestFullAction = "situation.suggest-full-action",
        RailLabel = "rail.label",
        RailAll = "rail.all",
        Progress = "rail.progress",
        ProgressShort = "rail.progress-short",
        RailLeftOut = "rail.left-out",
        GuidanceLink = "rail.guidance",
        ConditionOver = "question.over",
        ConditionNotAsked = "question.not-asked",
        ConditionEvidence = "question.evidence",
        PractitionerAnswers = "question.practitioner",
        PromptsTitle = "question.prompts",
        AnswerUnknown = "question.unknown",
        AnswerNotApplicable = "question.not-applicable",
        AnswerClear = "question.clear",
        AnswerLater = "question.later",
        WhyItMatters = "question.why",
        WhereFrom = "question.where-from",
        ForExample = "question.example",
        NoteAdd = "note.add",
        NoteOwn = "note.own",
        NoteLabel = "note.label",
        NoteHint = "note.hint",
        NoteLeft = "note.left",
        NoteTooLong = "note.too-long",
        LeftOutNoPractitioner = "left-out.no-practitioner",
        LeftOutBuddy = "left-out.buddy",
        LeftOutAddBack = "left-out.add-back",
        NothingYet = "nothing-yet.text",
        UnknownTitle = "unknown.title",
        UnknownText = "unknown.text",
        UnknownBack = "unknown.back",
        LevelNotArranged = "level.0",
        LevelStarted = "level.1",
        LevelArranged = "level.2",
        LevelPartOfTheWork = "level.3",
        RoleYou = "role.you",
        RoleOwner = "role.owner",
        RoleManager = "role.manager",
        RoleHr = "role.hr",
        RoleBuddy = "role.buddy",
        RoleColleague = "role.colleague",
        RolePractitioner = "role.practitioner",
        RoleJobCoach = "role.job-coach",
        RoleEmployerDesk = "role.employer-desk",
        RoleTeam = "role.team",
        RoleThePractitioner = "role.the-practitioner",
    }
}

keys! {
    /// The words of the guidance, from `guidance.toml`.
    GuidanceWord {
        Title = "page.title",
        TitleBefore = "page.title-before",
        TitleWeeks = "page.title-weeks",
        TitleMonths = "page.title-months",
        TitleOngoing = "page.title-ongoing",
        ViewPractitioner = "page.view-practitioner",
        GoOn = "page.go-on",
        Deepen = "page.deepen",
        Print = "page.print",
        SummaryTitle = "summary.title",
        SummaryTwoStrengths = "summary.two-strengths",
        SummaryOneStrength = "summary.one-strength",
        SummaryNoStrength = "summary.no-strength",
        SummaryPutRight = "summary.put-right",
        SummaryFirst = "summary.first",
        SummaryNothing = "summary.nothing",
        SummaryUnclear = "summary.unclear",
        SummaryAside = "summary.aside",
        SummaryUnknownOne = "summary.unknown-one",
        SummaryUnknown = "summary.unknown",
        SummaryKnown = "summary.known",
        NeverAReason = "summary.never-a-reason",
        PutRightBefore = "summary.put-right-before",
        NeverAReasonStarted = "summary.never-a-reason-started",
        Numbers = "summary.numbers",
        PictureTitle = "picture.title",
        PictureLead = "picture.lead",
        PictureCaption = "picture.caption",
        PictureCondition = "picture.condition",
        PictureFilled = "picture.filled",
        PictureWanted = "picture.wanted",
        PicturePossible = "picture.possible",
        PictureFromTo = "picture.from-to",
        PictureUnknown = "picture.unknown",
        PictureUnanswered = "picture.unanswered",
        PutRightTitle = "put-right.title",
        PutRightLead = "put-right.lead",
        StrongTitle = "strong.title",
        StartTitle = "start.title",
        StartNothing = "start.nothing",
        TimeTitle = "time.title",
        TimeLead = "time.lead",
        TimeBefore = "time.before",
        TimeWeeks = "time.weeks",
        TimeMonths = "time.months",
        TimeOngoing = "time.ongoing",
        CardWho = "card.who",
        CardAsk = "card.ask",
        CardTime = "card.time",
        CardSee = "card.see",
        CardWhy = "card.why",
        CardMore = "card.more",
        CardAfter = "card.after",
        CardNext = "card.next",
        CardAside = "card.aside",
        CardTakeUp = "card.take-up",
        AsideTitle = "aside.title",
        CardOnceKnown = "card.once-known",
        CardNextPerson = "card.next-person",
        CardYourAnswer = "card.your-answer",
        Minutes = "card.minutes",
        OneHour = "card.one-hour",
        Hours = "card.hours",
        ImportanceHigh = "card.importance-high",
        ImportanceGuardrail = "card.importance-guardrail",
        ImportanceQuick = "card.importance-quick",
        OpensOne = "card.opens-one",
        OpensMore = "card.opens-more",
        KnowledgeLabel = "knowledge.label",
        Reviewed = "knowledge.reviewed",
        StrengthPractitioners = "knowledge.practitioners",
        StrengthInterviews = "knowledge.interviews",
        StrengthMethod = "knowledge.method",
        StrengthDescription = "knowledge.description",
        StrengthTogether = "knowledge.together",
        StrengthOverTime = "knowledge.over-time",
        StrengthMatched = "knowledge.matched",
        StrengthReview = "knowledge.review",
        StrengthMetaAnalysis = "knowledge.meta-analysis",
        StrengthTrial = "knowledge.trial",
        StrengthLaw = "knowledge.law",
        FindOutTitle = "find-out.title",
        FindOutLead = "find-out.lead",
        FindOutAsk = "find-out.ask",
        FindOutYourself = "find-out.yourself",
        LearningTitle = "learning.title",
        LearningOpen = "learning.open",
        LearningNotYet = "learning.not-yet",
        LearningUnknown = "learning.unknown",
        CautionsTitle = "cautions.title",
        CautionsAlways = "cautions.always",
        CautionSources = "cautions.sources",
        CautionOwn = "cautions.own",
        SchemesTitle = "schemes.title",
        SchemesHelp = "schemes.help",
        SchemesMoney = "schemes.money",
        SchemesDuty = "schemes.duty",
        SchemesInfo = "schemes.info",
        SchemesStale = "schemes.stale",
        SchemeStale = "schemes.stale-item",
        StatusVerified = "schemes.verified",
        StatusSecondary = "schemes.secondary",
        StatusPartly = "schemes.partly",
        StatusUnverified = "schemes.unverified",
        LeftOutTitle = "left-out.title",
        ClosingTitle = "closing.title",
        LookAgain = "closing.look-again",
        ClosingLimits = "closing.limits",
        ClosingVersion = "closing.version",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_other_keys_are_refused() {
        let texts = || vec![Text::from("x"); Word::ALL.len()];
        let packed =
            |set: u32, texts: Vec<Text>| crate::read::<Words<Word>>(&crate::write(&(set, texts)).expect("packed"));
        assert!(packed(Word::SET, texts()).is_ok());
        assert!(packed(GuidanceWord::SET, texts()).is_err());
        assert!(packed(Word::SET, texts()[1..].to_vec()).is_err());
    }
}
