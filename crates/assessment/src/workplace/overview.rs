//! All workplaces at once, without their labels: where conditions stand, what nobody knows, and what moved.

use crate::{Answer, Assessment, ConditionId, Instrument, Level, Size, Stage};

/// Fewer workplaces than this are not broken down: one could guess which they are.
pub const FEWEST_TOGETHER: usize = 5;

/// Which workplaces are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// All.
    #[default]
    All,
    /// Those at a stage.
    Stage(Stage),
    /// Those of a size.
    Size(Size),
}

/// A table with a row for each condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How many workplaces are in it.
    pub workplaces: usize,
    /// The conditions, in the instrument's order.
    pub rows: Vec<OverviewRow>,
}

/// Where a condition stands at all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewRow {
    /// The condition.
    pub condition: ConditionId,
    /// At how many workplaces its weakest answered practice stands at each level, from low to high.
    pub lowest: [usize; Level::ALL.len()],
    /// How many practices nobody knew about.
    pub dont_know: usize,
    /// At how many workplaces it stands higher than in the round before.
    pub up: usize,
    /// At how many it stands lower.
    pub down: usize,
}

/// The latest round of each workplace, and the one before where there is one. `None` where a group is too small to be told
/// apart; all of them together may be few.
pub fn overview(
    instrument: &Instrument,
    rounds: &[(&Assessment, Option<&Assessment>)],
    group: Group,
) -> Option<Overview> {
    let counts = |round: &Assessment| match group {
        Group::All => true,
        Group::Stage(stage) => round.profile.stage == Some(stage),
        Group::Size(size) => round.profile.size == Some(size),
    };
    let counted: Vec<_> = rounds.iter().filter(|(latest, _)| counts(latest)).collect();
    if group != Group::All && counted.len() < FEWEST_TOGETHER {
        return None;
    }
    let rows = instrument.conditions.iter().map(|condition| {
        let mut row = OverviewRow {
            condition: condition.id.clone(),
            lowest: [0; Level::ALL.len()],
            dont_know: 0,
            up: 0,
            down: 0,
        };
        let sum = |round: &Assessment, of: &dyn Fn(&Assessment, &crate::Practice) -> bool| {
            condition.practices.iter().filter(|practice| of(round, practice)).count()
        };
        for (latest, before) in &counted {
            let levels = condition.practices.iter().filter_map(|practice| latest.answers.level(&practice.id));
            if let Some(lowest) = levels.min() {
                row.lowest[lowest.index()] += 1;
            }
            row.dont_know += sum(latest, &|round, practice| {
                matches!(round.answers.get(&practice.id), Some(Answer::DontKnow | Answer::NotSeen))
            });
            let Some(before) = before else { continue };
            // Only what both rounds say: more answers are no movement.
            let both = condition.practices.iter().filter_map(|practice| {
                Some((before.answers.level(&practice.id)?, latest.answers.level(&practice.id)?))
            });
            let both: Vec<(Level, Level)> = both.collect();
            let total = |side: fn(&(Level, Level)) -> Level| both.iter().map(|pair| side(pair).index()).sum::<usize>();
            match total(|pair| pair.1).cmp(&total(|pair| pair.0)) {
                std::cmp::Ordering::Greater => row.up += 1,
                std::cmp::Ordering::Less => row.down += 1,
                std::cmp::Ordering::Equal => {}
            }
        }
        row
    });
    Some(Overview { workplaces: counted.len(), rows: rows.collect() })
}
