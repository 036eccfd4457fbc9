//! What someone says about a workplace, and how that changes.

use assessment::{
    ActionId, Advised, Answer, Assessment, AssessmentId, Choice, Date, Given, Instrument, Level, Moment, PartOf,
    Period, PlanAction, ProfileQuestion, Respondent, Scope, Status, Taker, View, When,
};

use crate::chance::Chance;

const NOTES: [&str; 4] = [
    "Agreed with the team: every Monday at ten, in the small room.",
    "The form is in the shared folder, under 'First week'.",
    "Not before the new roster starts. We ask again in March.",
    "A quiet desk by the window can be used from now on.",
];

/// Where a workplace stands, practice by practice.
pub(crate) struct Opinion {
    scope: Scope,
    options: Vec<Option<usize>>,
    answers: Vec<Option<Answer>>,
}

/// Someone who fills in a view.
pub(crate) struct Sitting {
    pub id: String,
    pub part: PartOf,
    pub side: View,
    pub began: Moment,
    /// The day of the first round: what is planned counts from there.
    pub first: Date,
    pub put_away: bool,
}

impl Opinion {
    /// What is said in the first round. Half of the workplaces keep to the quick scan.
    pub fn first(instrument: &Instrument, chance: &mut Chance) -> Self {
        let scope = if chance.one_in(2) { Scope::Quick } else { Scope::Full };
        let options = ProfileQuestion::ALL.iter().map(|question| {
            let count = question.options().len() as u32;
            (!chance.one_in(5)).then(|| chance.below(count) as usize)
        });
        let options = options.collect();
        let answers = instrument.practices().map(|practice| {
            let asked = scope == Scope::Full || practice.quick_scan;
            asked.then(|| match chance.below(24) {
                0 | 1 => Answer::DontKnow,
                2 => Answer::NotApplicable,
                3..12 => Answer::Level(Level::NotArranged),
                12..19 => Answer::Level(Level::Started),
                _ => Answer::Level(Level::Arranged),
            })
        });
        let answers = answers.collect();
        Self { scope, options, answers }
    }

    /// Three months on: some of it moved up, little of it down, and some of what nobody knew is known.
    pub fn grow(&mut self, chance: &mut Chance) {
        for answer in self.answers.iter_mut().flatten() {
            *answer = match *answer {
                Answer::Level(level) if chance.one_in(4) => moved(level, 1),
                Answer::Level(level) if chance.one_in(30) => moved(level, -1),
                Answer::DontKnow if chance.one_in(2) => Answer::Level(Level::Started),
                same => same,
            };
        }
    }

    /// It as one of them fills it in.
    pub fn view(&self, instrument: &Instrument, sitting: Sitting, chance: &mut Chance) -> Assessment {
        let Sitting { id, part, side, began, first, put_away } = sitting;
        let mut view = Assessment::begin(AssessmentId::new(&id), instrument.version, self.scope.clone(), began);
        for (&question, &option) in ProfileQuestion::ALL.iter().zip(&self.options) {
            view.choose(question, option, began);
        }
        view.profile.respondent = Some(match side {
            View::Buddy => Respondent::Buddy,
            View::Practitioner => Respondent::PractitionerAlone,
            View::Employer | View::Candidate => {
                *chance.one_of(&[Respondent::Owner, Respondent::Manager, Respondent::Hr])
            }
        });
        for (number, (practice, answer)) in instrument.practices().zip(&self.answers).enumerate() {
            let Some(answer) = self.seen_by(side, *answer, chance) else { continue };
            // Half a minute each.
            let at = Moment(began.0 + 30_000 * (number as u64 + 1));
            view.answers.give(practice.id.clone(), answer, at);
            if chance.one_in(12) {
                view.notes.give(practice.id.clone(), (*chance.one_of(&NOTES)).to_owned(), at);
            }
        }
        // Of half of the visits comes a plan.
        if side == View::Employer && chance.one_in(2) {
            plan(&mut view, first, chance);
        }
        view.part_of = Given { at: began, value: Some(part) };
        view.put_away = Given { at: began, value: put_away };
        view
    }

    /// Others see most of it alike, some of it a level lower or higher; a practitioner does not see all of it.
    fn seen_by(&self, side: View, answer: Option<Answer>, chance: &mut Chance) -> Option<Answer> {
        match answer? {
            answer if side == View::Employer => Some(answer),
            _ if side == View::Practitioner && chance.one_in(6) => Some(Answer::NotSeen),
            Answer::Level(level) if chance.one_in(4) => Some(moved(level, -1)),
            Answer::Level(level) if chance.one_in(8) => Some(moved(level, 1)),
            answer => Some(answer),
        }
    }
}

fn moved(level: Level, by: isize) -> Answer {
    let index = level.index().saturating_add_signed(by);
    Answer::Level(Level::from_index(index).unwrap_or(level))
}

/// A few steps for what stands low, and now and then an own one.
fn plan(view: &mut Assessment, first: Date, chance: &mut Chance) {
    let at = view.changed();
    let low = view.answers.iter().filter_map(|(practice, answer)| {
        let to = Level::from_index(answer.level().filter(|level| *level < Level::Arranged)?.index() + 1)?;
        Some((practice.clone(), to))
    });
    // Nobody takes all of it on at once.
    let taken: Vec<_> = low.filter(|_| chance.one_in(3)).take(4).collect();
    for (practice, to) in taken {
        let id = ActionId::new(&format!("{practice}-{}", to.index()));
        let mut action = PlanAction::own(String::new(), When::In(*chance.one_of(Period::ALL)), at);
        action.from = Some(Advised { practice, to });
        action.taker.value = Some(*chance.one_of(Taker::ALL));
        action.minutes.value = Some(15 * (1 + chance.below(8)) as u16);
        action.status.value = *chance.one_of(Status::ALL);
        view.plan.actions.insert(id, action);
    }
    if chance.one_in(3) {
        let day = first.plus_weeks(chance.below(12));
        let action = PlanAction::own("Order a second badge for the side door".to_owned(), When::By(day), at);
        view.plan.actions.insert(ActionId::new("own-badge"), action);
    }
}
