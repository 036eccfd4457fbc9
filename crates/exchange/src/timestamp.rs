//! Times as they stand in a file: RFC 3339 in UTC, always with milliseconds, such as `2026-11-22T10:00:00.000Z`.
//!
//! One fixed form: the text of a moment is always the same, and so is the file of an assessment.

use assessment::Moment;
use time::{Date, Month, OffsetDateTime};

/// The last moment that the form can say: the end of the year 9999.
pub(crate) const LATEST: Moment = Moment(253_402_300_799_999);

/// The text of a moment. One after [`LATEST`], which no clock shows, is written as that.
pub(crate) fn write(moment: Moment) -> String {
    let moment = moment.min(LATEST);
    let seconds = i64::try_from(moment.0 / 1_000).unwrap_or_default();
    // It knows every second up to LATEST.
    let time = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (year, month, day) = time.to_calendar_date();
    let (hour, minute, second) = time.to_hms();
    format!("{year:04}-{:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", u8::from(month), moment.0 % 1_000)
}

/// The moment of a text; `None` if it has another form, or is no moment from 1970 on.
pub(crate) fn read(text: &str) -> Option<Moment> {
    const FORM: &[u8] = b"0000-00-00T00:00:00.000Z";
    let fits = |(given, form): (&u8, &u8)| if *form == b'0' { given.is_ascii_digit() } else { given == form };
    if text.len() != FORM.len() || !text.as_bytes().iter().zip(FORM).all(fits) {
        return None;
    }
    let day = Date::from_calendar_date(
        number(text, 0, 4)?,
        Month::try_from(number::<u8>(text, 5, 7)?).ok()?,
        number(text, 8, 10)?,
    )
    .ok()?;
    let time = day.with_hms(number(text, 11, 13)?, number(text, 14, 16)?, number(text, 17, 19)?).ok()?;
    let seconds = u64::try_from(time.assume_utc().unix_timestamp()).ok()?;
    Some(Moment(seconds * 1_000 + number::<u64>(text, 20, 23)?))
}

/// The text of a day, such as `2026-11-22`. One after the year 9999 is written as the last one in it.
pub(crate) fn write_day(day: assessment::Date) -> String {
    let mut text = write(day.start());
    text.truncate("2026-11-22".len());
    text
}

/// The day of a text; `None` if it has another form, or is no day from 1970 on.
pub(crate) fn read_day(text: &str) -> Option<assessment::Date> {
    read(&[text, "T00:00:00.000Z"].concat()).map(assessment::Date::of)
}

fn number<N: std::str::FromStr>(text: &str, from: usize, to: usize) -> Option<N> {
    text.get(from..to)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_one_text() {
        for (moment, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_795_219_200_007, "2026-11-21T00:00:00.007Z"),
            (1_709_210_096_120, "2024-02-29T12:34:56.120Z"),
            (LATEST.0, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(write(Moment(moment)), text);
            assert_eq!(read(text), Some(Moment(moment)), "{text}");
        }
    }

    #[test]
    fn a_day_has_one_text() {
        for (day, text) in
            [(0, "1970-01-01"), (20_800, "2026-12-13"), (19_782, "2024-02-29"), (2_932_896, "9999-12-31")]
        {
            assert_eq!(write_day(assessment::Date(day)), text);
            assert_eq!(read_day(text), Some(assessment::Date(day)), "{text}");
        }
        assert_eq!(write_day(assessment::Date(u32::MAX)), "9999-12-31");
    }

    #[test]
    fn what_is_not_a_day_or_not_in_the_form_is_refused() {
        for text in
            ["", "1969-12-31", "2026-02-29", "2026-1-5", "+026-11-21", "10000-01-01", "2026-11-21T", "21-11-2026"]
        {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_clock_beyond_every_calendar_does_no_harm() {
        assert_eq!(write(Moment(u64::MAX)), write(LATEST));
    }

    #[test]
    fn what_is_not_a_moment_or_not_in_the_form_is_refused() {
        for text in [
            "",
            "1969-12-31T23:59:59.999Z",
            "2026-02-29T00:00:00.000Z",
            "2026-13-01T00:00:00.000Z",
            "2026-11-00T00:00:00.000Z",
            "2026-11-21T24:00:00.000Z",
            "2026-11-21T00:00:60.000Z",
            "2026-11-21T00:00:00Z",
            "2026-11-21T00:00:00.000+01:00",
            "2026-11-21 00:00:00.000Z",
            "+026-11-21T00:00:00.000Z",
            "10000-01-01T00:00:00.000",
            "2026-11-21T00:00:00.00é",
            "2026-11-21T00:00:00.000Z ",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
