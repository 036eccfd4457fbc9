//! The rhythm of the talks: often at first, then less (practice feedback-rhythm of the domain report).

use crate::Date;

choice! {
    /// How often people sit down together.
    Rhythm {
        /// Each week for six weeks, then every two weeks up to month three, then each month up to month six.
        WeeklyFirst = "weekly-first",
        /// Every two weeks up to month three, then each month up to month six.
        FortnightlyFirst = "fortnightly-first",
        /// Each month up to month six.
        Monthly = "monthly",
    }
}

impl Rhythm {
    /// In which weeks after the first working day there is a talk.
    pub fn weeks(self) -> Vec<u32> {
        let weekly = 1..=6;
        let fortnightly = |from: u32| (from..=12).step_by(2);
        let monthly = [16, 20, 24];
        match self {
            Self::WeeklyFirst => weekly.chain(fortnightly(8)).chain(monthly).collect(),
            Self::FortnightlyFirst => fortnightly(2).chain(monthly).collect(),
            Self::Monthly => [4, 8, 12].into_iter().chain(monthly).collect(),
        }
    }
}

/// The days of the talks, counted from the first working day.
pub fn talks(first_day: Date, rhythm: Rhythm) -> Vec<Date> {
    rhythm.weeks().into_iter().map(|week| first_day.plus_weeks(week)).collect()
}
