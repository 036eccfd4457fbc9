//! What is kept here while other tabs, files and the store change it, and when everything is wiped.

use std::rc::Rc;

use assessment::{
    Answer, Assessment, AssessmentId, ConditionId, Date, Level, Moment, PracticeId, Round, Shared, Workplace,
    WorkplaceId,
};
use room_to_grow::{
    kept::{Kept, Lock},
    records::Records,
    route::{Page, Route},
    state::{Action, Change, Heard, Saving, State, Undo},
};
use yew::Reducible;

use super::{after, answered, assessment, begun, id, practice};

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

#[test]
fn what_the_store_says_a_second_time_draws_nothing() {
    let busy =
        begun().reduce(Action::Change(id(), Change::Answer(practice("buddy-named"), Answer::DontKnow), Moment(2)));
    assert_eq!(busy.saving, Saving::Busy, "'saved' must not stand beside an answer that is not kept yet");
    assert!(Rc::ptr_eq(&busy, &busy.clone().reduce(Action::Stored(Saving::Busy))));
    assert!(!Rc::ptr_eq(&busy, &busy.clone().reduce(Action::Stored(Saving::Saved))));
}
