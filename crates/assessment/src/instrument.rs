//! The instrument without its words: conditions, practices, and what is known about each.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{CautionId, ConditionId, Event, Level, PracticeId, SourceId, Stage};

/// Everything that is asked, in the order in which it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Rises when an id is renamed or removed; saved with every assessment.
    pub version: u16,
    /// The conditions, in order.
    pub conditions: Vec<Condition>,
    /// The cautions, in order of weight.
    pub cautions: Vec<Caution>,
    /// What matters after each event, in the order of [`Event::ALL`](crate::Choice::ALL).
    pub rechecks: Vec<Vec<PracticeId>>,
}

/// One of the conditions under which people learn and grow at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its id.
    pub id: ConditionId,
    /// The way of learning it opens, if it is tied to one (section 5 of the domain report, after Eraut).
    pub learning: Option<LearningForm>,
    /// Its practices, in order.
    pub practices: Vec<Practice>,
}

/// One thing that can be seen at a workplace, asked in one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Its id.
    pub id: PracticeId,
    /// Whether the quick scan asks it: exactly one practice of each condition.
    pub quick_scan: bool,
    /// 1 to 3.
    pub importance: u8,
    /// 1: up to half an hour a step; 2: up to a few hours; 3: a project.
    pub effort: u8,
    /// When it matters most.
    pub when: Stage,
    /// Law or safety: put right first when nothing is arranged (rule 1). So all that it needs is a guardrail too.
    pub guardrail: bool,
    /// About contracts or means: not asked of a buddy.
    #[serde(default)]
    pub for_management: bool,
    /// What must be in place first.
    #[serde(default)]
    pub needs: Vec<Prerequisite>,
    /// Where the practice comes from, strongest last.
    pub evidence: Vec<Strength>,
    /// The sources behind it.
    pub sources: Vec<SourceId>,
    /// Whom to ask when nobody at the table knows.
    pub ask: Vec<Role>,
    /// The steps to level 1, 2 and 3.
    pub steps: [Step; 3],
}

impl Practice {
    /// The step that leads up from a level; `None` at the top.
    pub fn step_from(&self, level: Level) -> Option<&Step> {
        self.steps.get(level.index())
    }
}

/// A practice that has to stand at a level before another can be taken up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prerequisite {
    /// The practice that comes first.
    pub practice: PracticeId,
    /// The lowest level that is enough.
    pub at_least: Level,
}

/// One step up, from a level to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Who does it.
    pub who: Vec<Role>,
    /// How long it takes, in minutes; a rule of thumb.
    pub minutes: u16,
    /// Whether the new colleague takes part, so that it waits until it is known who comes.
    #[serde(default)]
    pub needs_person: bool,
}

/// Someone who does a step or can answer a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The owner or director.
    Owner,
    /// The manager of the new colleague.
    Manager,
    /// HR.
    Hr,
    /// The buddy.
    Buddy,
    /// The new colleague.
    Colleague,
    /// The IPS practitioner, or the job coach in their place.
    Practitioner,
    /// The regional employer desk, in place of a practitioner who is not there yet.
    EmployerDesk,
    /// The team.
    Team,
}

impl Role {
    /// All roles, in the order of their names in content.
    pub const ALL: [Self; 8] = [
        Self::Owner,
        Self::Manager,
        Self::Hr,
        Self::Buddy,
        Self::Colleague,
        Self::Practitioner,
        Self::EmployerDesk,
        Self::Team,
    ];
}

/// What kind of knowledge stands behind a practice. Most of it is what practitioners see, not proven effects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// What practitioners see.
    PractitionerOpinion,
    /// Interviews with more than one party.
    Qualitative,
    /// An established way of working without an effect study.
    PracticeMethod,
    /// Counts of what happened, without a comparison.
    Descriptive,
    /// Things that go together.
    Correlational,
    /// Followed over time, without a control group.
    Longitudinal,
    /// Compared with a matched group, not by lot.
    QuasiExperiment,
    /// A summary of research on workers in general.
    Review,
    /// A calculation over many studies of workers in general.
    MetaAnalysis,
    /// A trial with drawing of lots.
    Trial,
    /// The law asks it.
    Legal,
}

choice! {
    /// The four ways of learning at work, from least to most planned (Eraut 2000; Tannenbaum and Wolfson 2022, through
    /// van Galen 2024).
    LearningForm {
        /// Without noticing, by being there.
        Implicit = "implicit",
        /// On the spot, because something happens.
        Reactive = "reactive",
        /// By making time to look back and plan.
        Deliberative = "deliberative",
        /// By planned training.
        Formal = "formal",
    }
}

/// Something risky or unlawful (a red flag, section 4 of the domain report), explained calmly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// Its id.
    pub id: CautionId,
    /// The practice whose low level shows it; `None` when it stands on every guidance page.
    pub trigger: Option<Trigger>,
    /// The sources behind it; empty where it is our own advice, from practice, and is shown as such.
    pub sources: Vec<SourceId>,
}

/// When a caution is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// The practice.
    pub practice: PracticeId,
    /// The highest level at which it is shown.
    pub at_most: Level,
}

impl Instrument {
    /// Every practice, in the order in which it is asked.
    pub fn practices(&self) -> impl Iterator<Item = &Practice> {
        self.conditions.iter().flat_map(|condition| &condition.practices)
    }

    /// The practices that matter after an event.
    pub fn after(&self, event: Event) -> &[PracticeId] {
        self.rechecks.get(event as usize).map_or(&[], Vec::as_slice)
    }

    /// A practice by id.
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.practices().find(|practice| practice.id == *id)
    }

    /// A caution by id.
    pub fn caution(&self, id: &CautionId) -> Option<&Caution> {
        self.cautions.iter().find(|caution| caution.id == *id)
    }

    /// A condition by id.
    pub fn condition(&self, id: &ConditionId) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.id == *id)
    }

    /// What is wrong with the model: double or unknown ids, prerequisites that go round or come too late, values out of range.
    ///
    /// An instrument without faults keeps the promise that every rule of [`crate::guide`] relies on. The
    /// content check runs it at build time.
    pub fn faults(&self) -> Vec<InstrumentFault> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        for practice in self.practices() {
            if !seen.insert(practice.id.clone()) {
                faults.push(InstrumentFault::TwicePractice(practice.id.clone()));
            }
            if !(1..=3).contains(&practice.importance) || !(1..=3).contains(&practice.effort) {
                faults.push(InstrumentFault::OutOfRange(practice.id.clone()));
            }
            if practice.sources.is_empty() || practice.evidence.is_empty() {
                faults.push(InstrumentFault::NoSource(practice.id.clone()));
            }
            if practice.ask.is_empty() || practice.steps.iter().any(|step| step.who.is_empty()) {
                faults.push(InstrumentFault::Nobody(practice.id.clone()));
            }
        }
        let known = |id: &PracticeId| seen.contains(id);
        for practice in self.practices() {
            for need in &practice.needs {
                match self.practice(&need.practice) {
                    None => faults.push(InstrumentFault::UnknownPractice(need.practice.clone())),
                    Some(first) => {
                        if first.when > practice.when {
                            faults.push(InstrumentFault::NeededTooEarly(practice.id.clone()));
                        }
                        if practice.guardrail && !first.guardrail {
                            faults.push(InstrumentFault::GuardrailWaits(practice.id.clone()));
                        }
                    }
                }
            }
            if self.needs_itself(&practice.id) {
                faults.push(InstrumentFault::Circle(practice.id.clone()));
            }
        }
        for caution in &self.cautions {
            if let Some(trigger) = caution.trigger.as_ref().filter(|trigger| !known(&trigger.practice)) {
                faults.push(InstrumentFault::UnknownPractice(trigger.practice.clone()));
            }
        }
        for condition in &self.conditions {
            if condition.practices.iter().filter(|practice| practice.quick_scan).count() != 1 {
                faults.push(InstrumentFault::QuickScan(condition.id.clone()));
            }
        }
        faults
    }

    fn needs_itself(&self, id: &PracticeId) -> bool {
        let mut open: Vec<&PracticeId> = vec![id];
        let mut seen = BTreeSet::new();
        while let Some(next) = open.pop() {
            for need in self.practice(next).into_iter().flat_map(|practice| &practice.needs) {
                if need.practice == *id {
                    return true;
                }
                if seen.insert(&need.practice) {
                    open.push(&need.practice);
                }
            }
        }
        false
    }
}

/// One thing that is wrong with an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstrumentFault {
    /// Two practices have this id.
    TwicePractice(PracticeId),
    /// A prerequisite or caution names a practice that does not exist.
    UnknownPractice(PracticeId),
    /// The practice matters earlier than something it needs.
    NeededTooEarly(PracticeId),
    /// A guardrail needs a practice that is none. At level 0 it would stand before what it needs: rule 1 puts it above all
    /// advice, and hides it only while what it needs is put right first as well.
    GuardrailWaits(PracticeId),
    /// The practice waits, in the end, for itself.
    Circle(PracticeId),
    /// Importance or effort is not 1, 2 or 3.
    OutOfRange(PracticeId),
    /// The practice has no source, or no strength of evidence.
    NoSource(PracticeId),
    /// Nobody does a step, or nobody can be asked.
    Nobody(PracticeId),
    /// The condition does not have exactly one practice in the quick scan.
    QuickScan(ConditionId),
}
