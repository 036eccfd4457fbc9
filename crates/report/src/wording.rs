//! Which words a person gets: their view of the workplace, the time they are in, and who supports them.

use assessment::{Doer, Involvement, Level, Profile, Role, Stage, View};
use content::{Ask, PracticeText, PracticeViews, Text, Word, fill};

/// The wording for one profile, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    practitioner: Text,
    before: bool,
    view: View,
}

impl Wording {
    /// The wording that fits a profile.
    pub fn of(ask: &Ask, profile: &Profile) -> Self {
        let coach = profile.involvement == Some(Involvement::JobCoach);
        Self {
            practitioner: ask.words.get(if coach { Word::RoleJobCoach } else { Word::RolePractitioner }),
            before: profile.stage == Some(Stage::BeforeHiring),
            view: View::of(profile),
        }
    }

    /// The employer's wording, whoever filled it in.
    pub fn of_employer(ask: &Ask, profile: &Profile) -> Self {
        Self { view: View::Employer, ..Self::of(ask, profile) }
    }

    /// The wording of a blank form: nothing is known about the workplace.
    pub fn of_view(ask: &Ask, view: View) -> Self {
        Self { practitioner: ask.words.get(Word::RolePractitioner), before: false, view }
    }

    /// A text with the name of whoever supports: IPS practitioner or job coach.
    pub fn say(&self, text: &str) -> String {
        fill(text, &[("practitioner", &self.practitioner)])
    }

    /// Whose view it is.
    pub fn view(&self) -> View {
        self.view
    }

    /// A practice's question, in the words of whoever answers it.
    pub fn question(&self, practice: &PracticeText, views: Option<&PracticeViews>) -> String {
        let before = practice.question_before.as_ref().filter(|_| self.before);
        // What a buddy or practitioner sees is about work that has begun; before that, the one question fits all.
        let buddy = views.and_then(|views| views.buddy.as_ref()).map(|asked| &asked.question);
        let now = match self.view {
            View::Practitioner => &practice.question_practitioner,
            View::Buddy => buddy.unwrap_or(&practice.question),
            View::Employer | View::Candidate => &practice.question,
        };
        self.say(before.unwrap_or(now))
    }

    /// What a level of a practice looks like, in the words of whoever answers.
    pub fn level(&self, practice: &PracticeText, views: Option<&PracticeViews>, level: Level) -> String {
        let before = practice.levels_before[level.index()].as_ref().filter(|_| self.before);
        let seen = match (self.view, views) {
            (View::Practitioner, Some(views)) => Some(&views.practitioner),
            (View::Buddy, Some(views)) => views.buddy.as_ref().map(|asked| &asked.levels),
            _ => None,
        };
        self.say(before.unwrap_or(&seen.unwrap_or(&practice.levels)[level.index()]))
    }

    /// What each level of a practice looks like, from low to high.
    pub fn levels(&self, practice: &PracticeText, views: Option<&PracticeViews>) -> [String; 4] {
        Level::ALL.map(|level| self.level(practice, views, level))
    }

    /// Who does something, in words.
    pub fn doer(&self, ask: &Ask, doer: Doer) -> String {
        let word = match doer {
            Doer::You => Word::RoleYou,
            Doer::Role(Role::Owner) => Word::RoleOwner,
            Doer::Role(Role::Manager) => Word::RoleManager,
            Doer::Role(Role::Hr) => Word::RoleHr,
            Doer::Role(Role::Buddy) => Word::RoleBuddy,
            Doer::Role(Role::Colleague) => Word::RoleColleague,
            Doer::Role(Role::Practitioner) => Word::RoleThePractitioner,
            Doer::Role(Role::EmployerDesk) => Word::RoleEmployerDesk,
            Doer::Role(Role::Team) => Word::RoleTeam,
        };
        self.say(&ask.words.get(word))
    }
}
