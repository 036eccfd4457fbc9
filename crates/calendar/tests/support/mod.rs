//! Events, and what another program reads in a calendar file.

use assessment::{Date, Moment};
use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameterName, ICalendarParameterValue,
        ICalendarProperty, ICalendarTransparency, ICalendarValue, ICalendarValueType,
    },
};
use calendar::Event;

/// 22 November 2026, 10:00 UTC.
pub const MADE: Moment = Moment(1_795_341_600_000);

/// 21 November 2026, 00:01 UTC.
pub const CHANGED: Moment = Moment(1_795_219_260_000);

/// 13 December 2026.
pub const DAY: Date = Date(20_800);

pub fn event(uid: &str, title: &str, description: &str) -> Event {
    Event {
        uid: uid.to_owned(),
        day: DAY,
        changed: CHANGED,
        title: title.to_owned(),
        description: description.to_owned(),
    }
}

/// An event, as another program reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub uid: String,
    pub title: String,
    pub description: Option<String>,
    pub day: (u16, u8, u8),
    pub stamp: String,
    pub changed: String,
    pub sequence: i64,
}

/// A calendar, as another program reads it. Nothing may stand in it that is not looked at here.
pub fn seen(text: &str) -> (Option<String>, Vec<Seen>) {
    let calendar = ICalendar::parse(text).unwrap_or_else(|entry| panic!("it is no calendar: {entry:?}\n{text}"));
    let root = &calendar.components[0];
    assert_eq!(root.component_type, ICalendarComponentType::VCalendar);
    assert_eq!(one(root, &ICalendarProperty::Version), "2.0");
    assert!(!one(root, &ICalendarProperty::Prodid).is_empty());
    let name = ICalendarProperty::Other("X-WR-CALNAME".to_owned());
    let name = root.entries.iter().any(|entry| entry.name == name).then(|| one(root, &name));
    assert_eq!(root.entries.len(), 2 + usize::from(name.is_some()));
    assert_eq!(root.component_ids.len() + 1, calendar.components.len(), "events stand in the calendar, one by one");
    let events = root.component_ids.iter().map(|place| &calendar.components[*place as usize]);
    (name, events.map(seen_event).collect())
}

fn seen_event(event: &ICalendarComponent) -> Seen {
    assert_eq!((&event.component_type, event.component_ids.len()), (&ICalendarComponentType::VEvent, 0));
    let description = event.entries.iter().any(|entry| entry.name == ICalendarProperty::Description);
    assert_eq!(event.entries.len(), 7 + usize::from(description), "{event:?}");
    let transparent = ICalendarValue::Transparency(ICalendarTransparency::Transparent);
    assert_eq!(*value(event, &ICalendarProperty::Transp), transparent);
    let ICalendarValue::Integer(sequence) = *value(event, &ICalendarProperty::Sequence) else { panic!("no number") };
    Seen {
        uid: one(event, &ICalendarProperty::Uid),
        title: one(event, &ICalendarProperty::Summary),
        description: description.then(|| one(event, &ICalendarProperty::Description)),
        day: day(event),
        stamp: utc(event, &ICalendarProperty::Dtstamp),
        changed: utc(event, &ICalendarProperty::LastModified),
        sequence,
    }
}

fn entry<'a>(component: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a calcard::icalendar::ICalendarEntry {
    let mut entries = component.entries.iter().filter(|entry| entry.name == *name);
    let entry = entries.next().unwrap_or_else(|| panic!("there is no {name:?}: {component:?}"));
    assert!(entries.next().is_none(), "{name:?} stands twice");
    entry
}

fn value<'a>(component: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a ICalendarValue {
    match entry(component, name).values.as_slice() {
        [value] => value,
        values => panic!("{name:?} has one value: {values:?}"),
    }
}

/// The text of a property; the other program gives an empty one as none.
fn one(component: &ICalendarComponent, name: &ICalendarProperty) -> String {
    match entry(component, name).values.as_slice() {
        [] => String::new(),
        [ICalendarValue::Text(text)] => text.clone(),
        other => panic!("{name:?} is a text: {other:?}"),
    }
}

fn time<'a>(component: &'a ICalendarComponent, name: &ICalendarProperty) -> &'a PartialDateTime {
    match value(component, name) {
        ICalendarValue::PartialDateTime(time) => time,
        other => panic!("{name:?} is a time: {other:?}"),
    }
}

/// The day of an event that lasts the whole day.
fn day(event: &ICalendarComponent) -> (u16, u8, u8) {
    let start = entry(event, &ICalendarProperty::Dtstart);
    let is_date = start.params.iter().any(|parameter| {
        parameter.name == ICalendarParameterName::Value
            && parameter.value == ICalendarParameterValue::Value(ICalendarValueType::Date)
    });
    let time = time(event, &ICalendarProperty::Dtstart);
    assert!(is_date && time.hour.is_none(), "{start:?}");
    (time.year.expect("a year"), time.month.expect("a month"), time.day.expect("a day"))
}

fn utc(event: &ICalendarComponent, name: &ICalendarProperty) -> String {
    let time = time(event, name);
    assert_eq!((time.tz_hour, time.tz_minute, time.tz_minus), (Some(0), Some(0), false), "{name:?} is in UTC");
    let number = |part: Option<u8>| part.expect("it is whole");
    let (month, day) = (number(time.month), number(time.day));
    let (hour, minute, second) = (number(time.hour), number(time.minute), number(time.second));
    format!("{:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}", time.year.expect("a year"))
}
