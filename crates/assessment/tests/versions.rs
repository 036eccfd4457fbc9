//! Every version that was ever released stays readable: its records stay in `tests/saved/` for ever.

use assessment::{Answer, Assessment, AssessmentId, Given, Level, Moment, PracticeId, Region, Scope, Stage, save};

/// The example of docs/file-format.md.
fn example() -> Assessment {
    let mut assessment = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, Moment(1_795_219_200_000));
    assessment.changed = Moment(1_795_219_260_000);
    assessment.profile.stage = Some(Stage::FirstWeeks);
    assessment.profile.region = Some(Region::Elsewhere);
    assessment.answers.give(PracticeId::new("buddy-named"), Answer::Level(Level::Arranged), Moment(1_795_219_260_000));
    assessment.answers.give(PracticeId::new("flex-hours"), Answer::DontKnow, Moment(1_795_219_260_000));
    assessment.notes.insert(PracticeId::new("buddy-named"), Given { value: "é".to_owned(), at: Moment(300) });
    assessment.added_back.push(PracticeId::new("means-time"));
    assessment.set_aside.push(PracticeId::new("flex-hours"));
    assessment
}

#[test]
fn version_1_is_read() {
    assert_eq!(save::read(include_bytes!("saved/v1.bin")), Ok(example()));
}

#[test]
fn version_1_is_what_is_written() {
    assert_eq!(save::write(&example()).as_deref(), Ok(include_bytes!("saved/v1.bin").as_slice()));
}
