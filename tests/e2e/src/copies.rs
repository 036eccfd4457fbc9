//! What lies on two devices: as far as it is the same, as far as it differs.

use assessment::{Assessment, AssessmentId, ConditionId, Moment, PracticeId, ProfileQuestion, Scope};

use crate::{as_records, instrument, level};

/// The 21st of November 2026, at midnight.
const THEN: Moment = Moment(1_795_219_200_000);

/// The assessments on this device and those in a file from another one: one on each side alone (`only-here`,
/// `only-there`), one that is the `same`, and one that `differs` in five places, in both directions.
#[derive(Clone, Debug)]
pub struct Copies {
    /// On this device, by id.
    pub here: Vec<Assessment>,
    /// In the file.
    pub there: Vec<Assessment>,
}

impl Default for Copies {
    fn default() -> Self {
        let (mut ours, mut theirs) = (Self::begun("differs"), Self::begun("differs"));
        answer(&mut ours, "buddy-named", 0, 1);
        answer(&mut theirs, "buddy-named", 3, 2);
        answer(&mut ours, "buddy-time", 2, 5);
        answer(&mut theirs, "buddy-time", 1, 4);
        theirs.answers.clear(&PracticeId::new("buddy-prepared"), Self::later(3));
        note(&mut ours, "an hour a week", 2);
        note(&mut theirs, "two hours a week", 6);
        theirs.choose(ProfileQuestion::Size, Some(1), Self::later(1));
        let [only_here, only_there, same] = ["only-here", "only-there", "same"].map(Self::begun);
        Self { here: vec![ours, only_here, same.clone()], there: vec![theirs, only_there, same] }
    }
}

impl Copies {
    /// Work on one topic with one answer, to `buddy-prepared`.
    pub fn begun(id: &str) -> Assessment {
        let scope = Scope::Topic(ConditionId::new("buddy"));
        let mut begun = Assessment::begin(AssessmentId::new(id), instrument().version, scope, THEN);
        answer(&mut begun, "buddy-prepared", 1, 0);
        begun
    }

    /// So many hours after everything was begun.
    pub fn later(hours: u64) -> Moment {
        Moment(THEN.0 + hours * 60 * 60 * 1000)
    }

    /// The file, made a day later.
    pub fn file(&self) -> Vec<u8> {
        exchange::write(&as_records(&self.there), Self::later(24)).into_bytes()
    }

    /// Everything, put together by the core; by id.
    pub fn merged(&self) -> Vec<Assessment> {
        let mut together = self.here.clone();
        for theirs in &self.there {
            match together.iter_mut().find(|ours| ours.id == theirs.id) {
                Some(ours) => ours.merge(theirs),
                None => together.push(theirs.clone()),
            }
        }
        together.sort_by(|one, other| one.id.cmp(&other.id));
        together
    }
}

fn answer(assessment: &mut Assessment, practice: &str, answer: usize, hours: u64) {
    assessment.answers.give(PracticeId::new(practice), level(answer), Copies::later(hours));
}

fn note(assessment: &mut Assessment, text: &str, hours: u64) {
    assessment.notes.give(PracticeId::new("buddy-time"), text.to_owned(), Copies::later(hours));
}
