//! Time comes into the core as a value; it never asks for it.

use serde::{Deserialize, Serialize};

/// A moment, in milliseconds since the start of 1970, UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub u64);

/// A calendar day, in days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub u32);

impl Date {
    /// The day of a moment, in UTC.
    pub fn of(moment: Moment) -> Self {
        Self(u32::try_from(moment.0 / 86_400_000).unwrap_or(u32::MAX))
    }

    /// Reads `2026-11-21`.
    ///
    /// Returns `None` for anything that is not a day of the (Gregorian) calendar from 1970 on.
    pub fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-').map(str::parse::<u32>);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        if parts.next().is_some() || !(1970..=9999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if day == 0 || day > days_in(year, month) {
            return None;
        }
        let before = (1970..year).map(|y| if leap(y) { 366 } else { 365 }).sum::<u32>();
        let months = (1..month).map(|m| days_in(year, m)).sum::<u32>();
        Some(Self(before + months + day - 1))
    }

    /// The first moment of the day, in UTC.
    pub fn start(self) -> Moment {
        Moment(u64::from(self.0) * 86_400_000)
    }

    /// The day so many days later, or earlier; `None` before 1970 and after the last day that can be counted.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        u32::try_from(i64::from(self.0).checked_add(days)?).ok().map(Self)
    }

    /// How many days it lies after another one; negative if before.
    pub fn days_since(self, other: Self) -> i64 {
        i64::from(self.0) - i64::from(other.0)
    }

    /// The day so many weeks later.
    pub fn plus_weeks(self, weeks: u32) -> Self {
        Self(self.0.saturating_add(weeks.saturating_mul(7)))
    }
}

fn leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_counted_from_1970() {
        assert_eq!(Date::parse("1970-01-01"), Some(Date(0)));
        assert_eq!(Date::parse("2000-03-01"), Some(Date(11_017)));
        assert_eq!(Date::parse("2026-11-21").map(Date::start), Some(Moment(1_795_219_200_000)));
    }

    #[test]
    fn a_moment_belongs_to_its_day_until_the_last_thousandth_of_a_second() {
        let day = Date(20_778);
        assert_eq!(Date::of(day.start()), day);
        assert_eq!(Date::of(Moment(day.start().0 + 86_399_999)), day);
        assert_eq!(Date::of(Moment(day.start().0 + 86_400_000)), Date(20_779));
    }

    #[test]
    fn what_is_not_a_day_is_refused() {
        for text in ["2026-02-29", "2026-13-01", "1969-12-31", "2026-11", "2026-11-21-1", "soon"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some());
    }
}
