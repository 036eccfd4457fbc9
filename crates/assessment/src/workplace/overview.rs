//! All workplaces at once, without their labels: where conditions stand, what nobody knows, and what moved.

use crate::{Answer, Assessment, Condition, ConditionId, Instrument, Level, Size, Stage};

/// Fewer workplaces than this are not broken down: one could guess which they are.
pub const FEWEST_TOGETHER: usize = 5;

/// Which workplaces are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OverviewGroup {
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
    group: OverviewGroup,
) -> Option<Overview> {
    let counts = |round: &Assessment| match group {
        OverviewGroup::All => true,
        OverviewGroup::Stage(stage) => round.profile.stage == Some(stage),
        OverviewGroup::Size(size) => round.profile.size == Some(size),
    };
    let counted: Vec<_> = rounds.iter().filter(|(latest, _)| counts(latest)).collect();
    if group != OverviewGroup::All && counted.len() < FEWEST_TOGETHER {
        return None;
    }
    let row = |condition: &Condition| OverviewRow {
        condition: condition.id.clone(),
        lowest: [0; Level::ALL.len()],
        dont_know: 0,
        up: 0,
        down: 0,
    };
    let mut rows: Vec<OverviewRow> = instrument.conditions.iter().map(row).collect();
    // Round by round, and each answer is looked up once: there can be thousands of rounds.
    for (latest, before) in &counted {
        for (row, condition) in rows.iter_mut().zip(&instrument.conditions) {
            row.count(condition, latest, *before);
        }
    }
    Some(Overview { workplaces: counted.len(), rows })
}

impl OverviewRow {
    /// Counts a workplace in.
    fn count(&mut self, condition: &Condition, latest: &Assessment, before: Option<&Assessment>) {
        let (mut lowest, mut now, mut then) = (None::<Level>, 0, 0);
        for practice in &condition.practices {
            let level = match latest.answers.get(&practice.id) {
                Some(Answer::Level(level)) => *level,
                Some(Answer::DontKnow | Answer::NotSeen) => {
                    self.dont_know += 1;
                    continue;
                }
                Some(Answer::NotApplicable) | None => continue,
            };
            lowest = Some(lowest.map_or(level, |lowest| lowest.min(level)));
            // Only what both rounds say: more answers are no movement.
            if let Some(earlier) = before.and_then(|before| before.answers.level(&practice.id)) {
                now += level.index();
                then += earlier.index();
            }
        }
        if let Some(lowest) = lowest {
            self.lowest[lowest.index()] += 1;
        }
        self.up += usize::from(now > then);
        self.down += usize::from(now < then);
    }
}
