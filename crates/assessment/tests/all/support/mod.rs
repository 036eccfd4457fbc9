//! A workplace in a few words: who fills it in, how much is asked, and where each practice stands.

use std::{
    fmt,
    ops::{Deref, DerefMut},
    path::Path,
    sync::OnceLock,
};

use assessment::{
    Advice, AdvicePlace, Answer, Assessment, AssessmentId, Guidance, Instrument, Level, Moment, PracticeId, Profile,
    Scope, Stage, guide,
};

/// The instrument that is shipped.
///
/// Reading its files takes longer than most tests, each test has a thread of its own, and an instrument cannot go from one
/// to the other. So it is read once and kept as bytes.
pub fn instrument() -> Instrument {
    static SHIPPED: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes =
        SHIPPED.get_or_init(|| postcard::to_allocvec(&read_instrument()).expect("an instrument can be written"));
    postcard::from_bytes(bytes).expect("what was written can be read")
}

fn read_instrument() -> Instrument {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    content.instrument().unwrap_or_else(|faults| panic!("model has faults: {faults:#?}"))
}

pub fn id(id: &str) -> PracticeId {
    PracticeId::new(id)
}

pub fn level(index: usize) -> Answer {
    Answer::Level(Level::from_index(index).expect("levels are 0 to 3"))
}

/// What is asked of whom, and what was answered.
pub struct Workplace {
    pub instrument: Instrument,
    pub assessment: Assessment,
}

/// What differs from one to the other; the instrument does not.
impl fmt::Debug for Workplace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.assessment.fmt(f)
    }
}

impl Deref for Workplace {
    type Target = Assessment;

    fn deref(&self) -> &Assessment {
        &self.assessment
    }
}

impl DerefMut for Workplace {
    fn deref_mut(&mut self) -> &mut Assessment {
        &mut self.assessment
    }
}

impl Workplace {
    /// The full check, with nothing known and nothing answered.
    pub fn new() -> Self {
        let instrument = instrument();
        let assessment = Assessment::begin(AssessmentId::new("a"), instrument.version, Scope::Full, Moment(0));
        Self { instrument, assessment }
    }

    pub fn at(stage: Stage) -> Self {
        let mut workplace = Self::new();
        workplace.profile.stage = Some(stage);
        workplace
    }

    pub fn scope(mut self, scope: Scope) -> Self {
        self.scope.value = scope;
        self
    }

    pub fn profile(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.profile);
        self
    }

    /// The same answer to every practice.
    pub fn all(mut self, answer: Answer) -> Self {
        let ids: Vec<PracticeId> = self.instrument.practices().map(|practice| practice.id.clone()).collect();
        ids.into_iter().for_each(|practice| self.answers.give(practice, answer, Moment(0)));
        self
    }

    pub fn with(mut self, practice: &str, answer: Answer) -> Self {
        assert!(self.instrument.practice(&id(practice)).is_some(), "no practice {practice}");
        self.answers.give(id(practice), answer, Moment(0));
        self
    }

    pub fn guidance(&self) -> Guidance {
        guide(&self.instrument, &self.assessment)
    }
}

/// The practices at a place, in order.
pub fn names(guidance: &Guidance, place: AdvicePlace) -> Vec<String> {
    guidance.at(place).map(|advice| advice.practice.to_string()).collect()
}

pub fn find<'g>(guidance: &'g Guidance, practice: &str) -> Option<&'g Advice> {
    guidance.advice.iter().find(|advice| advice.practice.as_str() == practice)
}
