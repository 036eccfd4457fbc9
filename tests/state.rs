//! What the user does, and what the state makes of it: on the real content, without a browser.

use std::{path::Path, rc::Rc, sync::LazyLock};

use assessment::{
    ActionId, Answer, Assessment, AssessmentId, CandidateAnswer, CandidateView, ConditionId, Date, Involvement,
    Keeping, LONGEST_NOTE, Level, Moment, Period, PlanAction, PlanChange, PracticeId, ProfileQuestion, Round, Scope,
    Shared, Stage, View, When, Workplace, WorkplaceId,
};
use content::Ask;
use report::Wording;
use room_to_grow::{
    brought::Brought,
    journey::Journey,
    kept::{Kept, Lock},
    offline::Offline,
    reading::Reading,
    records::Records,
    route::{Extent, Page, Route},
    speech::Voices,
    state::{Action, Change, Heard, Library, Look, Saving, State, Undo},
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

#[test]
fn an_answer_is_kept_with_the_moment_of_the_change() {
    let state = after(begun(), [answered(Level::Started), answered(Level::Arranged)]);
    assert_eq!(assessment(&state).answers.level(&practice("buddy-named")), Some(Level::Arranged));
    // The second change of the same millisecond counts as later than the first.
    assert_eq!(assessment(&state).changed(), Moment(3));
}

#[test]
fn a_cleared_answer_can_be_put_back_until_the_user_moves_on() {
    let cleared = after(begun(), [answered(Level::Started), Change::Clear(practice("buddy-named"))]);
    assert!(assessment(&cleared).answers.is_empty());
    let back = cleared.clone().reduce(Action::Undo(Moment(3)));
    assert_eq!(assessment(&back).answers.level(&practice("buddy-named")), Some(Level::Started));
    assert_eq!(back.undo, None);

    let moved_on = cleared.reduce(Action::Go(Route::Topics)).reduce(Action::Undo(Moment(3)));
    assert!(assessment(&moved_on).answers.is_empty());
}

#[test]
fn a_deleted_assessment_comes_back_whole() {
    let before = after(begun(), [answered(Level::Started)]);
    let deleted = before.clone().reduce(Action::Delete(vec![(&id()).into()]));
    assert!(deleted.records.is_empty());
    assert!(matches!(deleted.undo, Some(Undo::Deleted(_))));
    assert_eq!(deleted.reduce(Action::Undo(Moment(3))).records, before.records);
}

#[test]
fn another_language_and_another_scope_lose_no_answer() {
    let state = after(begun(), [answered(Level::Started), Change::Scope(Scope::Full)]);
    let dutch = state.clone().reduce(Action::Speak(library("nl")));
    assert_eq!(dutch.records, state.records);
    assert_eq!(dutch.route, state.route);
    assert_eq!(Journey::of(&dutch.library.ask.instrument, assessment(&dutch)).progress(), (1, 36));
}

#[test]
fn an_empty_note_is_no_note() {
    let note = |text: &str| Change::Note(practice("buddy-time"), text.to_owned());
    let written = after(begun(), [note("Two hours on Monday")]);
    assert_eq!(
        assessment(&written).notes.get(&practice("buddy-time")).map(String::as_str),
        Some("Two hours on Monday")
    );
    assert!(assessment(&after(written, [note("  ")])).notes.is_empty());
    // The text field keeps what is longer to itself; the number is the promise.
    assert_eq!(LONGEST_NOTE, 2000);
}

#[test]
fn the_way_leads_on_at_the_first_open_question() {
    let state = begun();
    let instrument = &state.library.ask.instrument;
    let journey = Journey::of(instrument, assessment(&state));
    assert_eq!((journey.stops.len(), journey.progress()), (12, (0, 12)));
    assert_eq!(journey.resume(), Some(&ConditionId::new("buddy")));

    let further = after(state.clone(), [answered(Level::Started)]);
    assert_eq!(Journey::of(instrument, assessment(&further)).resume(), Some(&ConditionId::new("feedback")));
}

#[test]
fn what_the_profile_leaves_out_stays_on_the_way_with_its_reason() {
    let not_yet = Involvement::NotYet as usize;
    let state = after(begun(), [Change::Profile(ProfileQuestion::Involvement, Some(not_yet))]);
    let instrument = &state.library.ask.instrument;
    let three_way = ConditionId::new("three-way");
    let stop = |state: &State| {
        let journey = Journey::of(instrument, assessment(state));
        journey.stops.into_iter().find(|stop| stop.condition == three_way).expect("on the way")
    };
    assert_eq!((stop(&state).asked, stop(&state).left_out.len()), (0, 1));

    let back = Change::AddBack(practice("three-way-contact"));
    let added = after(state.clone(), [back.clone(), back]);
    assert_eq!((stop(&added).asked, stop(&added).left_out.len()), (1, 0));
    assert_eq!(assessment(&added).added_back.iter().count(), 1);
}

#[test]
fn before_the_first_day_a_question_speaks_of_what_will_be() {
    let state = begun();
    let ask = &state.library.ask;
    let (_, text) = ask
        .instrument
        .practices()
        .filter_map(|practice| ask.practice(&practice.id))
        .find(|(_, text)| text.question_before.is_some())
        .expect("some questions differ before the start");
    let question = |stage: Option<Stage>| {
        let profile = assessment::Profile { stage, ..assessment::Profile::default() };
        Wording::of(ask, &profile).question(text, None)
    };
    assert_ne!(question(Some(Stage::BeforeHiring)), question(Some(Stage::Ongoing)));
    assert_eq!(question(None), question(Some(Stage::Ongoing)));
}

#[test]
fn with_a_job_coach_no_text_speaks_of_a_practitioner_to_call() {
    let state = begun();
    let ask = &state.library.ask;
    let (_, text) = ask.practice(&practice("three-way-contact")).expect("known");
    let said = |involvement: Option<Involvement>| {
        let profile = assessment::Profile { involvement, ..assessment::Profile::default() };
        let wording = Wording::of(ask, &profile);
        [vec![wording.question(text, None)], wording.levels(text, None).to_vec()].concat().join(" ")
    };
    assert!(said(None).contains("IPS practitioner"));
    assert!(said(Some(Involvement::JobCoach)).contains("job coach"));
    assert!(!said(Some(Involvement::JobCoach)).contains("practitioner"));
}

#[test]
fn going_to_the_same_page_keeps_the_way_back() {
    let cleared = after(begun(), [answered(Level::Started), Change::Clear(practice("buddy-named"))]);
    let here = Route::Assessment(id(), Page::Guidance);
    let there = cleared.reduce(Action::Go(here.clone()));
    assert_eq!(there.undo, None);
    let again =
        after(there, [answered(Level::Started), Change::Clear(practice("buddy-named"))]).reduce(Action::Go(here));
    assert!(again.undo.is_some());
}

#[test]
fn advice_that_is_put_aside_can_be_taken_up_again() {
    let aside = after(begun(), [Change::SetAside(practice("buddy-time"))]);
    assert!(assessment(&aside).set_aside.has(&practice("buddy-time")));
    assert!(assessment(&after(aside.clone(), [Change::TakeUp(practice("buddy-time"))])).set_aside.is_empty());
    assert!(assessment(&aside.reduce(Action::Undo(Moment(3)))).set_aside.is_empty());
}

#[test]
fn an_answer_from_another_tab_comes_beside_the_own_ones() {
    let here = after(begun(), [answered(Level::Started)]);
    let mut theirs = assessment(&begun()).clone();
    theirs.answers.give(practice("flex-hours"), Answer::DontKnow, Moment(9));
    let both = here.reduce(Action::Heard(Heard::Changed(Rc::new(theirs.into()))));
    assert_eq!(assessment(&both).answers.level(&practice("buddy-named")), Some(Level::Started));
    assert!(assessment(&both).answers.has(&practice("flex-hours")));
}

#[test]
fn what_another_tab_deleted_is_gone_and_the_page_can_say_so() {
    let on_it = begun().reduce(Action::Go(Route::Assessment(id(), Page::Situation)));
    let gone = on_it.reduce(Action::Heard(Heard::Deleted((&id()).into())));
    assert!(gone.records.is_empty() && gone.gone);
    assert!(!gone.reduce(Action::Go(Route::Start)).gone, "elsewhere it is not said");
}

#[test]
fn behind_a_closed_lock_nothing_is_taken_in_from_other_tabs() {
    let theirs = Rc::new(assessment(&begun()).clone().into());
    let locked = begun().reduce(Action::Delete(vec![(&id()).into()])).reduce(Action::Lock(Lock::Closed));
    assert!(locked.reduce(Action::Heard(Heard::Changed(theirs))).records.is_empty());
}

#[test]
fn opening_a_file_can_be_taken_back() {
    let before = after(begun(), [answered(Level::Started)]);
    let opened = before.clone().reduce(Action::Replace(before.records.clone(), Records::default()));
    assert!(opened.records.is_empty());
    let back = opened.reduce(Action::Undo(Moment(5)));
    assert_eq!(assessment(&back), assessment(&before));
}

#[test]
fn taking_back_what_a_file_brought_takes_nothing_from_another_tab() {
    let before = after(begun(), [answered(Level::Started)]);
    let mut brought = before.records.clone();
    let added = Assessment { id: AssessmentId::new("added"), ..assessment(&before).clone() };
    brought.insert((&added.id).into(), Rc::new(added.clone().into()));
    let opened = before.clone().reduce(Action::Replace(before.records.clone(), brought));
    let mut theirs = assessment(&opened).clone();
    theirs.notes.give(PracticeId::new("buddy-named"), "from another tab".to_owned(), Moment(9));
    let back =
        opened.reduce(Action::Heard(Heard::Changed(Rc::new(theirs.clone().into())))).reduce(Action::Undo(Moment(10)));
    assert_eq!(*assessment(&back), theirs, "what came from the other tab stays");
    assert!(back.assessment(&added.id).is_none(), "and what the file brought is gone");
}

#[test]
fn after_wiping_nothing_is_left_and_a_late_store_says_nothing() {
    let wiped = after(begun(), [answered(Level::Started)]).reduce(Action::Wiped);
    assert!(wiped.records.is_empty() && wiped.undo.is_none());
    assert_eq!(wiped.reduce(Action::Stored(Saving::Outdated)).saving, Saving::Wiped);
}

#[test]
fn what_was_done_before_the_store_opened_is_put_together_with_what_it_held() {
    let in_memory = after(begun(), [answered(Level::Started)]);
    let mut kept = assessment(&begun()).clone();
    kept.answers.give(practice("flex-hours"), Answer::DontKnow, Moment(1));
    let kept = Kept { records: vec![Rc::new(kept.into())], ..Kept::default() };
    let opened = in_memory.reduce(Action::Opened(Rc::new(kept)));
    assert!(assessment(&opened).answers.has(&practice("flex-hours")));
    assert!(assessment(&opened).answers.has(&practice("buddy-named")));
}

/// An own step of the plan.
fn step(name: &str) -> (ActionId, PlanAction) {
    (ActionId::new(name), PlanAction::own(name.to_owned(), When::In(Period::WeekOne), Moment(2)))
}

fn plan(change: PlanChange) -> Change {
    Change::Plan(change)
}

fn steps(state: &State) -> Vec<&str> {
    assessment(state).plan.texts().collect()
}

#[test]
fn steps_that_were_taken_together_are_taken_back_together() {
    let state = after(begun(), [plan(PlanChange::Put(vec![step("first")]))]);
    let state = after(state, [plan(PlanChange::Put(vec![step("first"), step("second"), step("third")]))]);
    assert_eq!(steps(&state), ["first", "second", "third"]);
    let state = state.reduce(Action::Undo(Moment(3)));
    assert_eq!(steps(&state), ["first"], "what was there before stays");
    assert_eq!(state.undo, None);
}

#[test]
fn a_step_that_is_taken_out_comes_back_with_its_words_until_the_user_moves_on() {
    let name = ActionId::new("first");
    let there = after(
        begun(),
        [
            plan(PlanChange::Put(vec![step("first")])),
            plan(PlanChange::Note(name.clone(), "At ten".to_owned())),
            plan(PlanChange::Remove(name)),
        ],
    );
    assert!(steps(&there).is_empty());
    assert_eq!(steps(&there.clone().reduce(Action::Undo(Moment(3)))), ["first", "At ten"]);
    let moved_on = there.reduce(Action::Go(Route::About)).reduce(Action::Undo(Moment(3)));
    assert!(steps(&moved_on).is_empty());
}

#[test]
fn how_long_one_talks_goes_on_through_a_visit_and_begins_anew_with_the_next() {
    let question = |name| Route::Assessment(id(), Page::Visit(practice(name)));
    let talking = begun().reduce(Action::Go(question("buddy-named"))).reduce(Action::Talking(Some(Moment(5))));
    let next = talking.reduce(Action::Go(question("buddy-time")));
    assert_eq!(next.talking_since, Some(Moment(5)));
    let left = next.reduce(Action::Go(Route::Workplaces)).reduce(Action::Go(question("buddy-named")));
    assert_eq!(left.talking_since, None);
}

/// A candidate on the own page, who said something and shares it.
fn candidate() -> Rc<State> {
    let mut own = CandidateView::default();
    own.answer(practice("buddy-named"), Some(CandidateAnswer::Level(Level::Started)));
    own.share(&ConditionId::new("buddy"), true);
    begun().reduce(Action::Go(Route::Own)).reduce(Action::Own(own))
}

#[test]
fn what_a_candidate_said_is_gone_once_the_page_is_left() {
    let elsewhere = [
        Route::Start,
        Route::Device,
        Route::Workplaces,
        Route::Unknown,
        Route::Form(View::Candidate, Extent::Full),
        Route::Assessment(id(), Page::Situation),
    ];
    for place in elsewhere {
        let left = candidate().reduce(Action::Go(place.clone()));
        assert_eq!(left.own, CandidateView::default(), "{place:?}");
        let back = left.reduce(Action::Undo(Moment(3))).reduce(Action::Go(Route::Own));
        assert_eq!(back.own, CandidateView::default(), "back from {place:?}");
    }
}

#[test]
fn what_a_candidate_said_stays_while_the_page_is_open() {
    let said = candidate();
    let spoken = said.clone().reduce(Action::Speak(library("nl")));
    assert_eq!(spoken.own, said.own, "in another language");
    assert_eq!(spoken.reduce(Action::Go(Route::Own)).own, said.own, "the same address again");
}

#[test]
fn what_a_candidate_said_is_gone_behind_a_lock_and_after_wiping() {
    for action in [Action::Lock(Lock::Closed), Action::Wiped] {
        assert_eq!(candidate().reduce(action).own, CandidateView::default());
    }
}

#[test]
fn nothing_of_what_a_candidate_says_can_be_undone_or_kept() {
    let before = begun();
    let after = candidate();
    assert_eq!((&after.records, &after.undo, after.saving), (&before.records, &None, before.saving));
}

/// Two tabs: a file was opened in this one, and in the other one what a candidate shared is removed.
#[test]
fn what_was_removed_in_another_tab_does_not_come_back_by_undo() {
    let shared = Some(Shared(vec![(ConditionId::new("buddy"), vec![(practice("buddy-named"), Level::Started)])]));
    let mut with = Workplace::begin(WorkplaceId::new("w"), "Bakery".to_owned(), Moment(1));
    with.rounds.insert(Date(1), Round { shared, ..Round::default() });
    let mut without = with.clone();
    without.rounds.insert(Date(1), Round::default());
    let records =
        |workplace: &Workplace| Records::from_iter([((&workplace.id).into(), Rc::new(workplace.clone().into()))]);
    let mut opened = with.clone();
    opened.label.at = Moment(2);
    let here = Rc::unwrap_or_clone(begun());
    let here = Rc::new(State { records: records(&with), ..here });
    let here = here.reduce(Action::Replace(records(&with), records(&opened)));
    assert!(matches!(here.undo, Some(Undo::Opened(..))));
    let heard = here.reduce(Action::Heard(Heard::Replaced(Rc::new(without.into()))));
    let undone = heard.reduce(Action::Undo(Moment(3)));
    let round = undone.workplace(&WorkplaceId::new("w")).and_then(|it| it.rounds.get(&Date(1)));
    assert_eq!(round.map(|round| round.shared.clone()), Some(None));
}

/// A view as a link brings it, ready to be kept.
fn brought() -> Brought {
    let mut view = assessment(&begun()).clone();
    view.id = AssessmentId::new("brought");
    view.answers.give(practice("buddy-named"), Answer::Level(Level::Arranged), Moment(2));
    Brought::View { made: Date(20_779), view: Rc::new(view.into()) }
}

/// Someone who opened a link.
fn with_link() -> Rc<State> {
    begun().reduce(Action::Stored(Saving::Saved)).reduce(Action::Go(Route::Link(Some("AQEA".into()))))
}

#[test]
fn what_a_link_brings_is_out_of_the_address_and_nothing_of_it_is_kept() {
    let before = begun();
    let opened = with_link();
    assert_eq!(opened.route, Route::Link(None));
    assert_eq!(opened.brought, Brought::Unread("AQEA".into()));
    let read = opened.reduce(Action::Read("AQEA".into(), brought()));
    assert_eq!(read.brought, brought());
    assert_eq!(read.records, before.records);
    assert_eq!(read.saving, Saving::Saved, "there is nothing to save");
}

#[test]
fn what_a_link_brought_is_kept_beside_what_is_here() {
    let kept = with_link().reduce(Action::Read("AQEA".into(), brought())).reduce(Action::KeepBrought);
    assert_eq!(kept.assessments().count(), 2);
    assert_eq!(kept.assessment(&AssessmentId::new("brought")), brought().view());
    assert_eq!(kept.assessment(&id()), begun().assessment(&id()), "what was here has not changed");
    assert_eq!(kept.brought, Brought::Nothing);
    assert_eq!(kept.saving, Saving::Busy);
    let again = kept.clone().reduce(Action::KeepBrought);
    assert_eq!(again.records, kept.records, "only once");
}

#[test]
fn who_leaves_the_page_of_a_link_leaves_what_it_brought() {
    let read = with_link().reduce(Action::Read("AQEA".into(), brought()));
    let spoken = read.clone().reduce(Action::Speak(library("nl")));
    assert_eq!(spoken.brought, brought(), "another language is no other page");
    let left = read.clone().reduce(Action::Go(Route::About)).reduce(Action::Go(Route::Link(None)));
    assert_eq!(left.brought, Brought::Nothing);
    assert_eq!(read.reduce(Action::Wiped).brought, Brought::Nothing);
}

/// Reading takes a moment. What comes of it belongs to the link that is open then.
#[test]
fn what_comes_of_a_link_that_was_left_is_not_shown() {
    let elsewhere = with_link().reduce(Action::Go(Route::Start)).reduce(Action::Read("AQEA".into(), brought()));
    assert_eq!(elsewhere.brought, Brought::Nothing);
    let other = with_link().reduce(Action::Go(Route::Link(Some("BQEA".into()))));
    assert_eq!(other.reduce(Action::Read("AQEA".into(), brought())).brought, Brought::Unread("BQEA".into()));
    let failed = with_link().reduce(Action::Read("AQEA".into(), Brought::Unfetched("AQEA".into())));
    let again = failed.reduce(Action::Read("AQEA".into(), Brought::Unread("AQEA".into())));
    assert_eq!(again.brought, Brought::Unread("AQEA".into()), "it can be tried again");
}

#[test]
fn whoever_goes_elsewhere_is_read_nothing_more() {
    let part: Rc<str> = "main".into();
    let reads = |state: &Rc<State>| state.aloud.clone();
    let state = begun().reduce(Action::Aloud(Some(part.clone())));
    assert_eq!(reads(&state), Some(part.clone()));
    assert_eq!(
        reads(&state.clone().reduce(Action::ReadOut("footer".into()))),
        Some(part.clone()),
        "another part ended"
    );
    assert_eq!(reads(&state.clone().reduce(Action::Go(Route::Start))), Some(part.clone()), "the same page");
    assert_eq!(reads(&state.clone().reduce(Action::ReadOut(part))), None);
    assert_eq!(reads(&state.clone().reduce(Action::Go(Route::About))), None);
    assert_eq!(reads(&state.reduce(Action::Aloud(None))), None);
}

#[test]
fn words_are_explained_where_they_are_unfolded_or_everywhere() {
    let state = begun();
    assert!(!state.looks_up());
    let unfolded = state.clone().reduce(Action::Look(Look { words: true, ..Look::default() }));
    assert!(unfolded.looks_up() && unfolded.reads());
    assert!(!unfolded.reduce(Action::Go(Route::About)).looks_up(), "another page begins folded");
    let easy = state.reduce(Action::ReadAs(Reading { easy_words: true, ..Reading::default() }));
    assert!(easy.reduce(Action::Go(Route::About)).looks_up());
}

#[test]
fn what_the_store_says_a_second_time_draws_nothing() {
    let busy =
        begun().reduce(Action::Change(id(), Change::Answer(practice("buddy-named"), Answer::DontKnow), Moment(2)));
    assert_eq!(busy.saving, Saving::Busy, "'saved' must not stand beside an answer that is not kept yet");
    assert!(Rc::ptr_eq(&busy, &busy.clone().reduce(Action::Stored(Saving::Busy))));
    assert!(!Rc::ptr_eq(&busy, &busy.clone().reduce(Action::Stored(Saving::Saved))));
}
