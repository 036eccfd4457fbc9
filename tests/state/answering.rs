//! Going through the questions, and what is written on the way.

use assessment::{ConditionId, Involvement, LONGEST_NOTE, Level, Moment, ProfileQuestion, Scope, Stage};
use report::Wording;
use room_to_grow::{
    journey::Journey,
    reading::Reading,
    route::{Page, Route},
    state::{Action, Change, Look, State, Undo},
};
use yew::Reducible;

use super::{after, answered, assessment, begun, id, library, practice};

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
fn words_are_explained_where_they_are_unfolded_or_everywhere() {
    let state = begun();
    assert!(!state.looks_up());
    let unfolded = state.clone().reduce(Action::Look(Look { words: true, ..Look::default() }));
    assert!(unfolded.looks_up() && unfolded.reads());
    assert!(!unfolded.reduce(Action::Go(Route::About)).looks_up(), "another page begins folded");
    let easy = state.reduce(Action::ReadAs(Reading { easy_words: true, ..Reading::default() }));
    assert!(easy.reduce(Action::Go(Route::About)).looks_up());
}
