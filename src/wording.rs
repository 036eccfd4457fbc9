//! Which words a person gets: their view of the workplace, the time they are in, and who supports them.

use assessment::{Choice, Doer, Involvement, Level, Profile, Respondent, Role, Stage, Work};
use content::{Ask, PracticeText, Text, Word, fill};

/// The wording for one profile, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    practitioner: Text,
    before: bool,
    alone: bool,
}

impl Wording {
    /// The wording that fits a profile.
    pub fn of(ask: &Ask, profile: &Profile) -> Self {
        let coach = profile.involvement == Some(Involvement::JobCoach);
        Self {
            practitioner: ask.words.get(if coach { Word::RoleJobCoach } else { Word::RolePractitioner }),
            before: profile.stage == Some(Stage::BeforeHiring),
            alone: profile.respondent == Some(Respondent::PractitionerAlone),
        }
    }

    /// A text with the name of whoever supports: IPS practitioner or job coach.
    pub fn say(&self, text: &str) -> String {
        fill(text, &[("practitioner", &self.practitioner)])
    }

    /// A practice's question.
    pub fn question(&self, practice: &PracticeText) -> String {
        let before = practice.question_before.as_ref().filter(|_| self.before);
        // What the practitioner sees is about work that has begun; before that, the one question fits all.
        let now = if self.alone { &practice.question_practitioner } else { &practice.question };
        self.say(before.unwrap_or(now))
    }

    /// What a level of a practice looks like.
    pub fn level(&self, practice: &PracticeText, level: Level) -> String {
        let before = practice.levels_before[level.index()].as_ref().filter(|_| self.before);
        self.say(before.unwrap_or(&practice.levels[level.index()]))
    }

    /// What each level of a practice looks like, from low to high.
    pub fn levels(&self, practice: &PracticeText) -> [String; 4] {
        Level::ALL.map(|level| self.level(practice, level))
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

/// The name of a level on its own.
pub fn level_name(level: Level) -> Word {
    match level {
        Level::NotArranged => Word::LevelNotArranged,
        Level::Started => Word::LevelStarted,
        Level::Arranged => Word::LevelArranged,
        Level::PartOfTheWork => Word::LevelPartOfTheWork,
    }
}

/// The id of a doer, for the page's markup.
pub fn doer_id(doer: Doer) -> &'static str {
    match doer {
        Doer::You => "you",
        Doer::Role(Role::Owner) => "owner",
        Doer::Role(Role::Manager) => "manager",
        Doer::Role(Role::Hr) => "hr",
        Doer::Role(Role::Buddy) => "buddy",
        Doer::Role(Role::Colleague) => "colleague",
        Doer::Role(Role::Practitioner) => "practitioner",
        Doer::Role(Role::EmployerDesk) => "employer-desk",
        Doer::Role(Role::Team) => "team",
    }
}

/// The place of a kind of work among a practice's examples.
pub fn example_index(work: Work) -> usize {
    Work::ALL.iter().position(|&candidate| candidate == work).unwrap_or(0)
}
