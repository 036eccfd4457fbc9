//! Writing a workplace with its rounds, without what was never touched.

use assessment::{Date, Given, Round, Shared, Workplace};

use super::{block, chosen, field, or_null, quoted, touched, worded};
use crate::{
    plain::{one_line, without_controls},
    timestamp,
};

pub(super) fn workplace(workplace: &Workplace) -> String {
    let label = Given { at: workplace.label.at, value: worded(one_line(&workplace.label.value)) };
    let day = |day: &Option<Date>| or_null(day.map(|day| quoted(&timestamp::write_day(day))));
    let rounds = || field("rounds", block(3, ['{', '}'], workplace.rounds.iter().map(round)));
    let fields = [
        Some(field("id", quoted(workplace.id.as_str()))),
        touched("label", &label, &String::new(), |label| quoted(label)),
        touched("archived", &workplace.archived, &false, |archived| archived.to_string()),
        touched("next-visit", &workplace.next_visit, &None, day),
        (!workplace.rounds.is_empty()).then(rounds),
    ];
    block(2, ['{', '}'], fields.into_iter().flatten())
}

fn round((day, round): (&Date, &Round)) -> String {
    let agreements = Given { at: round.agreements.at, value: worded(without_controls(&round.agreements.value)) };
    // That a candidate handed over nothing is nobody's business.
    let shared = round.shared.as_ref().filter(|shared| !shared.is_empty());
    let fields = [
        touched("event", &round.event, &None, |event| chosen(*event)),
        touched("revealed", &round.revealed, &false, |revealed| revealed.to_string()),
        touched("agreements", &agreements, &String::new(), |agreements| quoted(agreements)),
        shared.map(|shared| field("shared", self::shared(5, shared))),
    ];
    field(&timestamp::write_day(*day), block(4, ['{', '}'], fields.into_iter().flatten()))
}

/// Levels by topic, without any time: an answer of a candidate has neither a date nor a history.
pub(super) fn shared(depth: usize, Shared(topics): &Shared) -> String {
    let topics = topics.iter().map(|(condition, levels)| {
        let levels = levels.iter().map(|(practice, level)| field(practice.as_str(), level.index().to_string()));
        field(condition.as_str(), block(depth + 1, ['{', '}'], levels))
    });
    block(depth, ['{', '}'], topics)
}
