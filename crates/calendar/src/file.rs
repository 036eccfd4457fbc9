//! The file, line by line.

use assessment::{Date, Moment};
use icalendar::Property;
use time::OffsetDateTime;

use crate::Event;

/// Who wrote the file, as a 'formal public identifier'.
const PRODUCT: &str = "-//Room to Grow//Plan//EN";

/// The most bytes of a line (RFC 5545, section 3.1), without its end.
const LONGEST_LINE: usize = 75;

const END_OF_LINE: &str = "\r\n";

/// The last moment of the year 9999: the forms of a calendar have four digits for the year.
const LATEST: Moment = Moment(253_402_300_799_999);

/// Writes a calendar file with these events, and a name by which the calendar is shown; `made` is when that is.
///
/// Control characters, of which nobody sees what they do, are left out of all texts; tabs and ends of lines are kept. An
/// event after the year 9999 is left out.
pub fn calendar(name: &str, events: &[Event], made: Moment) -> String {
    let name = without_controls(name);
    let beginning = [
        Some(Property::new("BEGIN", "VCALENDAR")),
        Some(Property::new("VERSION", "2.0")),
        Some(Property::new("PRODID", PRODUCT)),
        // RFC 7986 calls it NAME, but the calendars in use look for this.
        (!name.is_empty()).then(|| Property::new("X-WR-CALNAME", name)),
    ];
    let shown = events.iter().filter(|event| event.day.start() <= LATEST);
    let lines = beginning.into_iter().flatten().chain(shown.flat_map(|shown| event(shown, made)));
    lines.chain([Property::new("END", "VCALENDAR")]).map(line).collect()
}

fn event(event: &Event, made: Moment) -> impl Iterator<Item = Property> {
    let mut day = Property::new("DTSTART", date(event.day));
    day.add_parameter("VALUE", "DATE");
    let description = without_controls(&event.description);
    let properties = [
        Some(Property::new("BEGIN", "VEVENT")),
        Some(Property::new("UID", without_controls(&event.uid))),
        Some(Property::new("DTSTAMP", utc(made))),
        Some(Property::new("LAST-MODIFIED", utc(event.changed))),
        Some(Property::new("SEQUENCE", sequence(event.changed))),
        // Without an end it lasts the day.
        Some(day),
        Some(Property::new("SUMMARY", without_controls(&event.title))),
        (!description.is_empty()).then(|| Property::new("DESCRIPTION", description)),
        // Else the whole day would show as busy.
        Some(Property::new("TRANSP", "TRANSPARENT")),
        Some(Property::new("END", "VEVENT")),
    ];
    properties.into_iter().flatten()
}

/// Of two events with one id, a calendar takes the one with the greater number. Minutes, because seconds leave the range
/// of the number in 2038; of what changed within one minute, the file that was made last wins.
fn sequence(changed: Moment) -> String {
    i32::try_from(changed.0 / 60_000).unwrap_or(i32::MAX).to_string()
}

/// A day, such as `20261122`.
fn date(day: Date) -> String {
    let mut text = utc(day.start());
    text.truncate("20261122".len());
    text
}

/// A moment, such as `20261122T100000Z`.
fn utc(moment: Moment) -> String {
    let seconds = i64::try_from(moment.min(LATEST).0 / 1_000).unwrap_or_default();
    // It knows every second up to LATEST.
    let time = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (year, month, day) = time.to_calendar_date();
    let (hour, minute, second) = time.to_hms();
    format!("{year:04}{:02}{day:02}T{hour:02}{minute:02}{second:02}Z", u8::from(month))
}

fn without_controls(text: &str) -> String {
    text.chars().filter(|&character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}

/// A property, escaped and folded, with its end of line.
fn line(property: Property) -> String {
    // Writing into a text does not fail.
    let folded: String = property.try_into().unwrap_or_default();
    folded.split_inclusive(END_OF_LINE).map(short).collect()
}

/// icalendar does not count the space at the front of the last of several lines, which so comes to 76 bytes. A line may be
/// folded anywhere between two characters, so this is done once more.
fn short(line: &str) -> String {
    if line.len() <= LONGEST_LINE + END_OF_LINE.len() {
        return line.to_owned();
    }
    let (front, back) = line.split_at(line.floor_char_boundary(line.len() / 2));
    [front, END_OF_LINE, " ", back].concat()
}
