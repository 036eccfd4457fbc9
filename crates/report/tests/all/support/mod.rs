//! The words that are shipped, and an assessment that has a bit of everything.

use std::{path::Path, sync::OnceLock};

use assessment::{
    ActionId, Answer, Assessment, AssessmentId, Choice, Date, Involvement, Level, Moment, Period, PlanAction,
    PracticeId, Region, Respondent, Rhythm, Scope, Size, Stage, Status, Taker, When, guide,
};
use content::{Advise, Ask, Planning, Take, Visit};
use report::Voice;

pub const AT: Moment = Moment(1_795_219_200_000);
pub const MADE: Date = Date(20_779);

pub struct Words {
    pub ask: Ask,
    advise: Advise,
    plan: Planning,
    visit: Visit,
    take: Take,
}

static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();

fn pack<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let files = FILES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
        let house =
            house::ours(&folder.join("..")).unwrap_or_else(|faults| panic!("house.toml has faults: {faults:#?}"));
        let packs = content.packs(&house).unwrap_or_else(|faults| panic!("packs have faults: {faults:#?}"));
        packs.into_iter().map(|pack| (pack.name, pack.bytes)).collect()
    });
    let (_, bytes) = files.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name} is missing"));
    content::read(bytes).unwrap_or_else(|_| panic!("{name} cannot be read"))
}

pub fn words(language: &str) -> Words {
    let name = |kind: &str| format!("{kind}.{language}.pack");
    Words {
        ask: pack(&name("ask")),
        advise: pack(&name("advise")),
        plan: pack(&name("plan")),
        visit: pack(&name("visit")),
        take: pack(&name("take")),
    }
}

impl Words {
    pub fn voice(&self) -> Voice<'_> {
        Voice {
            ask: &self.ask,
            advise: &self.advise,
            plan: &self.plan,
            visit: &self.visit,
            take: &self.take,
            day: &|date| format!("day {}", date.0),
        }
    }
}

pub fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

/// A manager's full check: every kind of answer, notes, and a plan with steps of its own.
pub fn manager(words: &Words) -> Assessment {
    let instrument = &words.ask.instrument;
    let mut it = Assessment::begin(AssessmentId::new("report"), instrument.version, Scope::Full, AT);
    it.profile.stage = Some(Stage::FirstWeeks);
    it.profile.size = Some(Size::ALL[1]);
    it.profile.respondent = Some(Respondent::Manager);
    it.profile.involvement = Some(Involvement::ALL[0]);
    it.profile.region = Some(Region::Netherlands);
    for (number, practice) in instrument.practices().enumerate() {
        let answer = match number % 7 {
            5 => Answer::DontKnow,
            6 => Answer::NotApplicable,
            n => Answer::Level(Level::ALL[n % 4]),
        };
        if number % 11 != 10 {
            it.answers.give(practice.id.clone(), answer, AT);
        }
    }
    it.notes.give(practice("buddy-named"), "Agreed on Monday.\nThe form is in the blue folder.".to_owned(), AT);
    let guidance = guide(instrument, &it);
    for advice in guidance.advice.iter().take(2) {
        it.plan.actions.insert(PlanAction::id_of(advice), PlanAction::advised(advice, it.profile.stage, AT));
    }
    let mut own = PlanAction::own("Order a second badge".to_owned(), When::In(Period::WeekOne), AT);
    own.taker.value = Some(Taker::Hr);
    own.status.value = Status::Doing;
    own.note.value = "Ask at the front desk".to_owned();
    it.plan.actions.insert(ActionId::new("own"), own);
    it.plan.first_day.value = Some(Date(20_790));
    it.plan.rhythm.value = Some(Rhythm::WeeklyFirst);
    it.plan.table.value = vec![Taker::Manager, Taker::Colleague];
    it.plan.ladder.wanted.value = true;
    it
}

/// Compares a text with the file of that name; `UPDATE_GOLDEN=1` writes it anew.
pub fn golden(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, text).expect("the golden file is written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == text, "{name} has changed; look at it with UPDATE_GOLDEN=1 and git diff");
}
