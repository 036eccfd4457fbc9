//! One person's way through the app, told once: it is clicked through, and the core reasons about it.

use anyhow::{Result, ensure};
use assessment::{
    Answer, Answers, Assessment, AssessmentId, Choice, ConditionId, Guidance, Instrument, Involvement, Level, Moment,
    Practice, PracticeId, Profile, Respondent, Scope, Stage, guide, tailor,
};
use content::{Ask, Filled, Word};

use crate::{Window, ask, environment::examples, instrument, pages::Saving, views};

/// Who fills in what.
#[derive(Clone, Debug)]
pub struct Walk {
    instrument: Instrument,
    /// How much is asked.
    pub scope: Scope,
    /// The situation.
    pub profile: Profile,
    /// What the profile leaves out and is answered all the same.
    pub added_back: Vec<PracticeId>,
    /// What is answered; also what is not asked may stand here, and then it is not clicked.
    pub answers: Answers,
}

/// The level 0, 1, 2 or 3 as an answer.
pub fn level(index: usize) -> Answer {
    Answer::Level(Level::from_index(index).expect("levels are 0 to 3"))
}

/// The name of an answer on its own.
pub fn answer_word(answer: Answer) -> Word {
    match answer {
        Answer::Level(Level::NotArranged) => Word::LevelNotArranged,
        Answer::Level(Level::Started) => Word::LevelStarted,
        Answer::Level(Level::Arranged) => Word::LevelArranged,
        Answer::Level(Level::PartOfTheWork) => Word::LevelPartOfTheWork,
        Answer::DontKnow => Word::AnswerUnknown,
        Answer::NotApplicable => Word::AnswerNotApplicable,
        Answer::NotSeen => Word::AnswerNotSeen,
    }
}

impl Walk {
    /// The quick scan, with nothing told and nothing answered.
    pub fn quick_scan() -> Self {
        Self::with_scope(Scope::Quick)
    }

    /// The full check, with nothing told and nothing answered.
    pub fn full_check() -> Self {
        Self::with_scope(Scope::Full)
    }

    /// One topic, with nothing told and nothing answered.
    pub fn topic(condition: &str) -> Self {
        Self::with_scope(Scope::Topic(ConditionId::new(condition)))
    }

    /// What the made-up employer of the example answered.
    pub fn the_example() -> Self {
        let Filled { profile, answers } = examples().filled;
        Self { profile, ..Self::full_check() }.answering(|number, _| answers.get(number).copied())
    }

    fn with_scope(scope: Scope) -> Self {
        Self {
            instrument: instrument(),
            scope,
            profile: Profile::default(),
            added_back: Vec::new(),
            answers: Answers::default(),
        }
    }

    /// Tells the situation.
    pub fn situation(mut self, tell: impl FnOnce(&mut Profile)) -> Self {
        tell(&mut self.profile);
        self
    }

    /// Gives every practice the answer that a rule says, by its number and itself; `None` leaves it open.
    pub fn answering(mut self, rule: impl Fn(usize, &Practice) -> Option<Answer>) -> Self {
        let practices = self.instrument.practices().enumerate();
        let given: Vec<_> = practices.filter_map(|(n, it)| Some((it.id.clone(), rule(n, it)?))).collect();
        given.into_iter().for_each(|(practice, answer)| self.answers.give(practice, answer, Moment(0)));
        self
    }

    /// Gives every practice the same answer.
    pub fn answering_all(self, answer: Answer) -> Self {
        self.answering(|_, _| Some(answer))
    }

    /// Gives one practice another answer.
    pub fn but(mut self, practice: &str, answer: Answer) -> Self {
        let id = PracticeId::new(practice);
        assert!(self.instrument.practice(&id).is_some(), "there is no practice {practice}");
        self.answers.give(id, answer, Moment(0));
        self
    }

    /// The same, asked in another scope.
    pub fn asked_as(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// The walk as the app keeps it.
    pub fn assessment(&self) -> Assessment {
        let mut assessment =
            Assessment::begin(AssessmentId::new("walk"), self.instrument.version, self.scope.clone(), Moment(0));
        assessment.profile = self.profile;
        assessment.answers = self.answers.clone();
        self.added_back.iter().for_each(|id| assessment.added_back.give(id.clone(), (), Moment(0)));
        assessment
    }

    /// What the core makes of it.
    pub fn guidance(&self) -> Guidance {
        guide(&self.instrument, &self.assessment())
    }

    /// The conditions of which something is asked or left out, in order: those are the pages of questions.
    pub fn conditions(&self) -> Vec<ConditionId> {
        let mut conditions: Vec<ConditionId> = tailor(&self.instrument, &self.assessment())
            .iter()
            .filter(|entry| entry.standing != assessment::Standing::OutOfScope)
            .map(|entry| entry.condition.id.clone())
            .collect();
        conditions.dedup();
        conditions
    }

    /// A practice's question, in the words that fit the person: the practitioner's or the buddy's own, or those of before
    /// the start.
    pub fn question(&self, ask: &Ask, practice: &PracticeId) -> String {
        let (_, texts) = ask.practice(practice).expect("every practice has its words");
        let before = texts.question_before.as_ref().filter(|_| self.profile.stage == Some(Stage::BeforeHiring));
        let now = match self.profile.respondent {
            Some(Respondent::PractitionerAlone) => texts.question_practitioner.clone(),
            Some(Respondent::Buddy) => {
                let views = views(&ask.language);
                let asked = views.practice(&ask.instrument, practice).and_then(|views| views.buddy.as_ref());
                asked.map_or_else(|| texts.question.clone(), |asked| asked.question.clone())
            }
            _ => texts.question.clone(),
        };
        let question = before.unwrap_or(&now);
        let coached = self.profile.involvement == Some(Involvement::JobCoach);
        let practitioner = ask.words.get(if coached { Word::RoleJobCoach } else { Word::RolePractitioner });
        content::fill(question, &[("practitioner", &practitioner)])
    }

    /// What is asked on a page of questions, in order.
    pub fn asked_in(&self, condition: &ConditionId) -> Vec<PracticeId> {
        tailor(&self.instrument, &self.assessment())
            .iter()
            .filter(|entry| entry.is_asked() && entry.condition.id == *condition)
            .map(|entry| entry.practice.id.clone())
            .collect()
    }
}

/// The value of the radio that stands for an answer.
pub fn value(answer: Answer) -> &'static str {
    match answer {
        Answer::Level(level) => ["0", "1", "2", "3"][level.index()],
        Answer::DontKnow => "unknown",
        Answer::NotApplicable => "not-applicable",
        Answer::NotSeen => "not-seen",
    }
}

/// What is told of the situation, as name and value of radios; what is skipped is not clicked.
fn told(profile: &Profile) -> Vec<(&'static str, &'static str)> {
    [
        ("stage", profile.stage.map(Choice::id)),
        ("size", profile.size.map(Choice::id)),
        ("respondent", profile.respondent.map(Choice::id)),
        ("involvement", profile.involvement.map(Choice::id)),
        ("work", profile.work.map(Choice::id)),
        ("pattern", profile.pattern.map(Choice::id)),
        ("experience", profile.experience.map(Choice::id)),
        ("place", profile.place.map(Choice::id)),
        ("region", profile.region.map(Choice::id)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// The questions of the situation that are folded away at first.
const MORE: [&str; 5] = ["work", "pattern", "experience", "place", "region"];

impl Window {
    /// From the start page all the way to the guidance.
    pub async fn walk(&self, walk: &Walk) -> Result<()> {
        self.begin(walk).await?;
        for condition in walk.conditions() {
            self.answer(walk, &condition).await?;
            self.next().await?;
        }
        self.wait_for_guidance().await
    }

    /// From the start page to the first page of questions.
    pub async fn begin(&self, walk: &Walk) -> Result<()> {
        match &walk.scope {
            Scope::Quick => self.press("button[data-scope=\"quick\"]").await?,
            Scope::Full => self.press("button[data-scope=\"full\"]").await?,
            Scope::Topic(condition) => {
                self.press("a[href=\"#/topics\"]").await?;
                self.press(&format!("button[data-topic=\"{condition}\"]")).await?;
            }
            Scope::Recheck(event) => anyhow::bail!("{event:?} begins at a workplace"),
        }
        self.tell(&walk.profile).await?;
        self.next().await
    }

    /// Tells the situation, on the page that asks for it.
    pub async fn tell(&self, profile: &Profile) -> Result<()> {
        self.wait_for("[data-more]").await?;
        for (name, value) in told(profile) {
            if MORE.contains(&name) {
                self.unfold("details[data-more]").await?;
            }
            self.choose(name, value).await?;
        }
        self.wait_until(Saving::Saved).await
    }

    /// Checks that a page of questions asks what the core says, and answers it.
    pub async fn answer(&self, walk: &Walk, condition: &ConditionId) -> Result<()> {
        self.wait_for_questions(condition).await?;
        let asked = walk.asked_in(condition);
        let shown = self.practices_on_page().await?;
        ensure!(shown == asked, "the page of {condition} asks {shown:?} and not {asked:?}");
        self.assert_worded(walk, &asked).await?;
        let answers: Vec<_> = asked.iter().filter_map(|it| Some((it, walk.answers.get(it)?))).collect();
        for &(practice, answer) in &answers {
            self.choose(practice.as_str(), value(*answer)).await?;
        }
        if answers.is_empty() { Ok(()) } else { self.wait_until(Saving::Saved).await }
    }

    /// Checks that the questions are put in the words of the person, in the language of the page.
    async fn assert_worded(&self, walk: &Walk, asked: &[PracticeId]) -> Result<()> {
        let ask = ask(&self.language().await?);
        for practice in asked {
            let question = walk.question(&ask, practice);
            let shown = self.text(&format!("fieldset[data-practice=\"{practice}\"] legend")).await?;
            ensure!(shown == question, "{practice} is put as '{shown}' and not as '{question}'");
        }
        Ok(())
    }

    /// Checks that a page of questions shows the answers that were given.
    pub async fn assert_answered(&self, walk: &Walk, condition: &ConditionId) -> Result<()> {
        self.wait_for_questions(condition).await?;
        for practice in walk.asked_in(condition) {
            let given = walk.answers.get(&practice).copied().map(value);
            let shown = self.chosen(practice.as_str()).await?;
            ensure!(shown.as_deref() == given, "{practice} shows {shown:?} and not {given:?}");
        }
        Ok(())
    }

    /// Goes on by the link that leads on.
    pub async fn next(&self) -> Result<()> {
        self.press("a[data-next]").await
    }
}
