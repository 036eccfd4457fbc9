//! From `model.toml` to the instrument: what is asked, without words.

use assessment::{
    Caution, CautionId, Choice, Condition, ConditionId, Event, Instrument, Level, Practice, PracticeId, Prerequisite,
    SourceId, Step, Trigger,
};

use crate::{fault::Fault, source::Model};

/// The instrument of a model.
///
/// # Errors
///
/// Levels that there are not. What else is wrong with it, [`Instrument::faults`] tells.
pub fn instrument(model: &Model) -> Result<Instrument, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut level = |index: usize, owner: &str| {
        Level::from_index(index).unwrap_or_else(|| {
            faults.push(Fault {
                file: "model.toml".into(),
                line: 1,
                what: format!("'{owner}' names level {index}."),
                remedy: "Levels are 0, 1, 2 and 3.".to_owned(),
            });
            Level::PartOfTheWork
        })
    };
    let conditions = model
        .conditions
        .iter()
        .map(|condition| Condition {
            id: ConditionId::new(&condition.id),
            learning: condition.learning,
            practices: condition
                .practices
                .iter()
                .map(|practice| Practice {
                    id: PracticeId::new(&practice.id),
                    quick_scan: practice.quick_scan,
                    importance: practice.importance,
                    effort: practice.effort,
                    when: practice.when,
                    guardrail: practice.guardrail,
                    for_management: practice.for_management,
                    needs: practice
                        .needs
                        .iter()
                        .map(|need| Prerequisite {
                            practice: PracticeId::new(&need.practice),
                            at_least: level(need.at_least, &practice.id),
                        })
                        .collect(),
                    evidence: practice.evidence.clone(),
                    sources: sources(&practice.sources),
                    ask: practice.ask.clone(),
                    steps: practice.steps.each_ref().map(|step| Step {
                        who: step.who.clone(),
                        minutes: step.minutes,
                        needs_person: step.needs_person,
                    }),
                })
                .collect(),
        })
        .collect();
    let cautions = model
        .cautions
        .iter()
        .map(|caution| Caution {
            id: CautionId::new(&caution.id),
            trigger: caution.practice.as_ref().map(|practice| Trigger {
                practice: PracticeId::new(practice),
                at_most: level(caution.at_most.unwrap_or(0), &caution.id),
            }),
            sources: sources(&caution.sources),
        })
        .collect();
    let after = |event: &Event| {
        let practices = model.rechecks.get(event.id()).map(Vec::as_slice).unwrap_or_default();
        practices.iter().map(|id| PracticeId::new(id)).collect()
    };
    let rechecks = Event::ALL.iter().map(after).collect();
    if faults.is_empty() {
        Ok(Instrument { version: model.version, conditions, cautions, rechecks })
    } else {
        Err(faults)
    }
}

/// Each source once, whatever its parts.
pub fn sources(named: &[String]) -> Vec<SourceId> {
    named.iter().map(|source| SourceId::new(source_id(source))).fold(Vec::new(), |mut sources, id| {
        if !sources.contains(&id) {
            sources.push(id);
        }
        sources
    })
}

/// `VG24:T2` is source VG24, part T2; the part is for editors.
pub fn source_id(source: &str) -> &str {
    source.split_once(':').map_or(source, |(id, _)| id)
}
