//! Made-up workplaces in any number, always the same.
//!
//! They are for measuring how the app does when it is full, and for looking at it then. A workplace has three rounds, 90
//! days apart, each with the employer's view; a tenth of the rounds have a practitioner's and a buddy's too. What is answered moves
//! up a little from round to round. Labels name no person, notes hold nothing about anyone.
#![warn(missing_docs)]

mod chance;
mod view;

use assessment::{Choice, Date, Event, Given, Instrument, Moment, PartOf, Record, Round, View, Workplace, WorkplaceId};

use chance::Chance;
use view::{Opinion, Sitting};

/// How many rounds each workplace has.
pub const ROUNDS: usize = 3;

/// How many days lie between two rounds.
pub const DAYS_BETWEEN: u32 = 90;

const KINDS: [&str; 10] = [
    "Bakery",
    "Warehouse",
    "Town hall",
    "Garden centre",
    "Garage",
    "Primary school",
    "Care home",
    "Print shop",
    "Canteen",
    "Web shop",
];
const PLACES: [&str; 8] = ["north", "south", "harbour", "market", "station", "old town", "business park", "riverside"];

/// So many workplaces with everything that belongs to them: first the workplace, then its views. The latest rounds are of
/// the 90 days up to `today`.
pub fn workplaces(instrument: &Instrument, count: usize, today: Date) -> Vec<Record> {
    (0..count).flat_map(|number| one(instrument, number, today)).collect()
}

/// The workplace of a number, with its views. It is the same however many others there are.
fn one(instrument: &Instrument, number: usize, today: Date) -> Vec<Record> {
    let mut chance = Chance::of(number);
    let latest = today.0.saturating_sub(chance.below(DAYS_BETWEEN));
    let days = [2, 1, 0].map(|before| Date(latest.saturating_sub(before * DAYS_BETWEEN)));
    // A millisecond for each workplace: so no two ids, which are made from the time, are the same.
    let at = |day: Date, minutes: u64| Moment(day.start().0 + (8 * 60 + minutes) * 60_000 + number as u64);
    let begun = at(days[0], 0);
    let label = format!("{} {}, {}", chance.one_of(&KINDS), chance.one_of(&PLACES), number + 1);
    let mut workplace = Workplace::begin(WorkplaceId::new(&id(begun)), label, begun);
    let mut opinion = Opinion::first(instrument, &mut chance);
    let mut views = Vec::new();
    for (place, day) in days.into_iter().enumerate() {
        let mut round = Round::default();
        if chance.one_in(8) {
            round.event = Given { at: at(day, 30), value: Some(*chance.one_of(Event::ALL)) };
        }
        let sides: &[View] = if (number + place).is_multiple_of(10) {
            &[View::Employer, View::Practitioner, View::Buddy]
        } else {
            &[View::Employer]
        };
        // Views are looked at together at the end of a visit; of the latest round, some still wait for that.
        let waits = sides.len() > 1 && place + 1 == ROUNDS && chance.one_in(4);
        if sides.len() > 1 && !waits {
            round.revealed = Given { at: at(day, 150), value: true };
        }
        if chance.one_in(3) {
            let agreed = "The roster is ready a week ahead. We look at it together on the first Monday.";
            round.agreements = Given { at: at(day, 160), value: agreed.to_owned() };
        }
        workplace.rounds.insert(day, round);
        for (minutes, side) in (60..).step_by(30).zip(sides) {
            let began = at(day, minutes);
            let part = PartOf { workplace: workplace.id.clone(), round: day };
            let sitting = Sitting { id: id(began), part, side: *side, began, first: days[0], put_away: waits };
            views.push(Record::from(opinion.view(instrument, sitting, &mut chance)));
        }
        opinion.grow(&mut chance);
    }
    if chance.one_in(2) {
        let next = today.plus_days(i64::from(chance.below(120)));
        workplace.next_visit = Given { at: at(days[ROUNDS - 1], 170), value: next };
    }
    if chance.one_in(20) {
        workplace.archived = Given { at: at(days[ROUNDS - 1], 180), value: true };
    }
    [workplace.into()].into_iter().chain(views).collect()
}

/// An id as the app makes them: the time in base 36, with what chance adds there.
fn id(at: Moment) -> String {
    let mut rest = at.0 * 1_296 + at.0 % 1_296;
    let mut digits = Vec::new();
    while rest > 0 {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
    }
    digits.into_iter().rev().collect()
}
