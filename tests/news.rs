//! Several tabs, and a file that is opened: what each comes to know, without a browser.

use std::rc::Rc;

use assessment::{
    About, Answer, Assessment, AssessmentId, Chosen, Date, Given, Level, Moment, PartOf, PracticeId, Record, RecordId,
    Scope, Stands, Workplace, WorkplaceId,
};
use room_to_grow::{
    news::{news, note},
    preview::{Against, Arrival, Preview},
    records::Records,
    state::Heard,
};

/// Later than all that is given in these tests.
const NOW: Moment = Moment(1000);

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id)
}

fn level(index: usize) -> Answer {
    Answer::Level(Level::from_index(index).expect("levels are 0 to 3"))
}

fn begun(id: &str) -> Assessment {
    Assessment::begin(AssessmentId::new(id), 1, Scope::Quick, Moment(10))
}

fn answered(id: &str, answers: &[(&str, usize, u64)]) -> Assessment {
    let mut assessment = begun(id);
    for (id, index, at) in answers {
        assessment.answers.give(practice(id), level(*index), Moment(*at));
    }
    assessment
}

fn all(assessments: impl IntoIterator<Item = Assessment>) -> Records {
    let records = assessments.into_iter().map(Record::from);
    records.map(|record| (record.id(), Rc::new(record))).collect()
}

#[test]
fn a_new_answer_is_told_and_an_old_one_is_not_told_again() {
    let told = all([begun("a"), begun("b")]);
    let mut now = told.clone();
    now.insert(RecordId::new("a"), Rc::new(answered("a", &[("buddy-named", 2, 20)]).into()));
    assert!(matches!(&news(&told, &now)[..], [Heard::Changed(changed)] if changed.id().as_str() == "a"));
    assert!(news(&now, &now).is_empty());
}

#[test]
fn what_another_tab_said_is_not_said_back() {
    let mut told = all([begun("a")]);
    let theirs = answered("a", &[("buddy-named", 2, 20)]);
    note(&mut told, &Heard::Changed(Rc::new(theirs.clone().into())));
    // The state puts the two together in a value of its own.
    assert!(news(&told, &all([theirs])).is_empty());
}

#[test]
fn what_was_given_here_meanwhile_is_said_together_with_what_was_heard() {
    let mut told = all([begun("a")]);
    note(&mut told, &Heard::Changed(Rc::new(answered("a", &[("buddy-named", 2, 20)]).into())));
    let together = answered("a", &[("buddy-named", 2, 20), ("flex-hours", 1, 19)]);
    assert!(matches!(&news(&told, &all([together]))[..], [Heard::Changed(_)]));
}

#[test]
fn what_was_put_back_to_an_earlier_time_stands_in_the_other_tabs_too() {
    let told = all([answered("a", &[("buddy-named", 2, 20)])]);
    let earlier = all([answered("a", &[("buddy-named", 0, 12)])]);
    assert!(matches!(&news(&told, &earlier)[..], [Heard::Replaced(_)]));
}

#[test]
fn what_was_deleted_is_told() {
    assert_eq!(news(&all([begun("a")]), &all([])), [Heard::Deleted(RecordId::new("a"))]);
}

#[test]
fn what_became_of_an_earlier_state_is_found_wherever_it_stands() {
    let before = all(["b", "d", "e", "f", "h"].map(begun));
    let mut now = before.clone();
    assert_eq!(now.differences_from(&before), (vec![], vec![]), "a copy");
    for gone in ["b", "e", "h"] {
        now.remove(&RecordId::new(gone));
    }
    for came_or_changed in ["a", "c", "f", "i"] {
        now.insert(
            RecordId::new(came_or_changed),
            Rc::new(answered(came_or_changed, &[("buddy-named", 2, 20)]).into()),
        );
    }
    let ids = |(changed, gone): (Vec<Rc<Record>>, Vec<RecordId>)| {
        let changed: Vec<String> = changed.iter().map(|record| record.id().to_string()).collect();
        let gone: Vec<String> = gone.iter().map(RecordId::to_string).collect();
        (changed.concat(), gone.concat())
    };
    assert_eq!(ids(now.differences_from(&before)), ("acfi".to_owned(), "beh".to_owned()));
    assert_eq!(ids(before.differences_from(&now)), ("befh".to_owned(), "aci".to_owned()));
    assert_eq!(before.iter().count(), 5, "a copy that was changed leaves the other as it is");
}

fn preview(here: &Records, theirs: Vec<Assessment>) -> Preview {
    Preview::of("backup.json".to_owned(), None, theirs.into_iter().map(Record::from).collect(), 0, here)
}

#[test]
fn a_preview_tells_what_is_new_what_is_known_and_what_differs() {
    let here = all([answered("same", &[("buddy-named", 1, 12)]), answered("other", &[("buddy-named", 1, 12)])]);
    let file = vec![
        begun("new"),
        answered("same", &[("buddy-named", 1, 12)]),
        answered("other", &[("buddy-named", 3, 30), ("flex-hours", 0, 14)]),
    ];
    let preview = preview(&here, file);
    let told: Vec<_> = preview.arrivals.iter().map(|arrival| &arrival.against).collect();
    let [Against::New, Against::Same, Against::Differs(choosing)] = &told[..] else { panic!("{told:?}") };
    assert!(choosing.unfolded, "it is the only one that differs");
    assert_eq!(choosing.chosen, Chosen::default(), "nobody chose yet");
    assert_eq!(preview.changing(), 2);
    assert!(preview.differs() && !preview.is_known());
}

#[test]
fn put_together_every_answer_of_either_side_survives() {
    let here = all([answered("a", &[("buddy-named", 1, 12), ("growth-next", 2, 50)])]);
    let file = vec![answered("a", &[("buddy-named", 3, 30), ("flex-hours", 0, 14)]), begun("b")];
    let together = preview(&here, file).merged(&here, NOW);
    let merged = together.get(&RecordId::new("a")).and_then(|it| it.assessment()).expect("it is here");
    let expected = answered("a", &[("buddy-named", 3, 30), ("flex-hours", 0, 14), ("growth-next", 2, 50)]);
    assert_eq!(*merged, expected);
    assert!(together.get(&RecordId::new("b")).is_some());
}

/// What was chosen holds for the one assessment of the file in which it was chosen, and against the time.
#[test]
fn put_together_what_was_chosen_stands() {
    let file = |at| ["a", "b"].map(|id| answered(id, &[("buddy-named", 3, at), ("flex-hours", 0, at)]));
    let here = all(["a", "b"].map(|id| answered(id, &[("buddy-named", 1, 12)])));
    let before = preview(&here, file(30).to_vec());
    let unfolded = |arrival: &Arrival| matches!(&arrival.against, Against::Differs(choosing) if choosing.unfolded);
    assert!(!before.arrivals.iter().any(unfolded), "of two, neither is unfolded");
    let about = About::Answer(practice("buddy-named"));
    let after = before.after(0, |choosing| choosing.chosen.choose(about, Stands::Here));
    assert!(before != after, "what is drawn follows");

    let together = after.merged(&here, NOW);
    let answers = |id| together.get(&RecordId::new(id)).and_then(|it| it.assessment()).map(|it| it.answers.clone());
    let [chosen, other] = ["a", "b"].map(|id| answers(id).expect("it is here"));
    assert_eq!(chosen.level(&practice("buddy-named")), Some(Level::Started), "as chosen");
    assert_eq!(chosen.time(&practice("buddy-named")), Some(NOW));
    assert_eq!(chosen.level(&practice("flex-hours")), Some(Level::NotArranged), "by time");
    assert_eq!(other.level(&practice("buddy-named")), Some(Level::PartOfTheWork), "by time");
    // The same file comes once more, and then a tab with what was here before.
    let mut again = preview(&together, file(30).to_vec()).merged(&together, NOW);
    assert!(again == together);
    for (id, record) in here.iter() {
        Rc::make_mut(again.get_mut(id).expect("it is here")).merge(record);
    }
    assert!(again == together);
}

#[test]
fn only_added_what_differs_comes_beside_and_what_is_here_stays() {
    let here = all([answered("a", &[("buddy-named", 1, 12)])]);
    let file = vec![answered("a", &[("buddy-named", 3, 30)]), begun("b")];
    let ids = std::cell::RefCell::new(vec!["c", "a"]);
    let new_id = || AssessmentId::new(ids.borrow_mut().pop().expect("two are enough"));
    let together = preview(&here, file).added(&here, new_id);
    let level = |id| together.get(&RecordId::new(id))?.assessment()?.answers.level(&practice("buddy-named"));
    assert_eq!(level("a"), Some(Level::Started));
    // The first new id was taken already.
    assert_eq!(level("c"), Some(Level::PartOfTheWork));
    assert_eq!(together.iter().count(), 3);
}

#[test]
fn only_added_a_workplace_that_differs_comes_beside_with_what_belongs_to_it() {
    let workplace = |label: &str, at| Workplace::begin(WorkplaceId::new("w"), label.to_owned(), Moment(at));
    let here: Records = {
        let here = Record::from(workplace("Bakery", 1));
        [(here.id(), Rc::new(here))].into_iter().collect()
    };
    let mut view = begun("v");
    let part = PartOf { workplace: WorkplaceId::new("w"), round: Date(20_800) };
    view.part_of = Given { at: Moment(2), value: Some(part) };
    let file = vec![workplace("Bakery north", 2).into(), view.into()];
    let preview = Preview::of("backup.json".to_owned(), None, file, 0, &here);
    assert!(preview.differs());
    let together = preview.added(&here, || AssessmentId::new("copy"));
    let label = |id| together.get(&RecordId::new(id))?.workplace().map(|it| it.label.value.clone());
    assert_eq!((label("w"), label("copy")), (Some("Bakery".to_owned()), Some("Bakery north".to_owned())));
    let view = together.get(&RecordId::new("v")).and_then(|it| it.assessment()).expect("it came along");
    assert_eq!(view.part_of.value.as_ref().map(|part| part.workplace.as_str()), Some("copy"));
    // Put together, there is one workplace, under its latest label.
    let merged = preview.merged(&here, NOW);
    assert_eq!(merged.iter().filter(|(_, record)| record.workplace().is_some()).count(), 1);
}
