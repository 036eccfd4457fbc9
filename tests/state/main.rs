//! What the user does, and what the state makes of it: on the real content, without a browser.

mod answering;
mod candidate;
mod kept;
mod link;
mod plan;

use std::{path::Path, rc::Rc, sync::LazyLock};

use assessment::{Answer, Assessment, AssessmentId, CandidateView, Keeping, Level, Moment, PracticeId, Scope};
use content::Ask;
use room_to_grow::{
    brought::Brought,
    kept::Lock,
    offline::Offline,
    reading::Reading,
    records::Records,
    route::Route,
    speech::Voices,
    state::{Action, Change, Library, Look, Saving, State},
};
use yew::Reducible;

static PACKS: LazyLock<Vec<content_files::PackFile>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = content_files::read(&folder).unwrap_or_else(|faults| panic!("content has faults: {faults:#?}"));
    let house = house::ours(env!("CARGO_MANIFEST_DIR").as_ref())
        .unwrap_or_else(|faults| panic!("house.toml has faults: {faults:#?}"));
    content.packs(&house).unwrap_or_else(|faults| panic!("packs have faults: {faults:#?}"))
});

fn library(language: &str) -> Library {
    let name = format!("ask.{language}.pack");
    let pack = PACKS.iter().find(|pack| pack.name == name).expect("every language has an ask pack");
    let ask: Ask = content::read(&pack.bytes).expect("a pack that was just written can be read");
    Library { ask: Rc::new(ask), rest: None, learn: None }
}

fn id() -> AssessmentId {
    AssessmentId::new("k3x9")
}

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

/// One quick scan, just begun.
fn begun() -> Rc<State> {
    let state = State {
        route: Route::Start,
        behind: Some(&room_to_grow::behind::BEHIND),
        library: library("en"),
        records: Records::default(),
        own: CandidateView::default(),
        newer: 0,
        aside: Vec::new(),
        before: None,
        keeping: Keeping::default(),
        promised: None,
        offline: Offline::default(),
        lock: Lock::None,
        saving: Saving::Rest,
        undo: None,
        begun: None,
        gone: false,
        brought: Brought::Nothing,
        reading: Reading::default(),
        voices: Voices::default(),
        aloud: None,
        look: Look::default(),
        talking_since: None,
        silent: false,
        unfolded: false,
    };
    Rc::new(state).reduce(Action::Begin(id(), Scope::Quick, Moment(1)))
}

fn after(state: Rc<State>, changes: impl IntoIterator<Item = Change>) -> Rc<State> {
    changes.into_iter().fold(state, |state, change| state.reduce(Action::Change(id(), change, Moment(2))))
}

fn assessment(state: &State) -> &Assessment {
    state.assessment(&id()).expect("it was begun")
}

fn answered(level: Level) -> Change {
    Change::Answer(practice("buddy-named"), Answer::Level(level))
}
