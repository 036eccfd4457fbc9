//! Names of people.
//!
//! A name is found by a list of first names, by a title or initials before it, or by the words around a capital. What
//! looks like a name and is a firm, a place or a room is left alone.

mod cues;
mod family;

use std::ops::Range;

use crate::{list::List, reading::Reading};

/// The lists of first names.
const FIRST: [List; 3] = [List::FirstName, List::RareWordName, List::WordName];

/// The longest word in capitals that is rather an abbreviation than a name.
const ABBREVIATION: usize = 4;

/// The names in a note, as ranges of its words, in their order.
pub fn find(reading: &Reading) -> Vec<Range<usize>> {
    let things = Things::of(reading);
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let found = family::after_title(reading, at)
            .or_else(|| family::after_initials(reading, at))
            .or_else(|| listed(reading, &things, at))
            .or_else(|| cues::unlisted(reading, at));
        match found {
            Some(name) => {
                at = name.end.max(at + 1);
                names.push(name);
            }
            None => at += 1,
        }
    }
    beside_others(reading, names)
}

/// A first name of the lists, with the family name after it.
fn listed(reading: &Reading, things: &Things, at: usize) -> Option<Range<usize>> {
    let token = reading.token(at)?;
    if !reading.inside(at, &FIRST) || things.has(&token.word) {
        return None;
    }
    let whole = at..family::end_of_name(reading, at + 1);
    if is_thing(reading, &whole) {
        return None;
    }
    let certain = cues::is_beside_person(reading, at) || cues::minds(reading, whole.end);
    let written = token.capital && !(token.capitals && token.word.len() <= ABBREVIATION);
    let full = whole.len() > 1 && written;
    let tells = written && !reading.opens(at);
    let is_name = if reading.inside(at, &[List::NotAPerson]) {
        // A place or a month that is a name as well needs more than a capital.
        written && certain
    } else if reading.inside(at, &[List::FirstName]) {
        written || !token.capital
    } else if reading.inside(at, &[List::RareWordName]) {
        full || tells || certain || cues::opens_and_does(reading, &whole)
    } else {
        let cue = certain || cues::opens_and_does(reading, &whole) || cues::owns(reading, at);
        full && tells || cue && (written || reading.begins_sentence(at)) || tells && reading.ends_right_before(at, &[List::Before])
    };
    is_name.then_some(whole)
}

/// Whether the words around a name make it the name of a room, a firm, a street.
fn is_thing(reading: &Reading, name: &Range<usize>) -> bool {
    let last = name.end - 1;
    let next = reading.token(name.end).filter(|_| reading.follows(name.end));
    let compound = next.is_some_and(|next| next.tied && !next.capital);
    let firm = next.is_some_and(|next| next.capital) && reading.token(last).is_some_and(|token| token.ending);
    let saying = name.clone().any(|at| reading.inside(at, &[List::NotAPerson]) && !is_single(reading, at));
    compound
        || firm
        || saying
        || reading.ends_right_before(name.start, &[List::ThingBefore, List::Article])
        || is_called(reading, name.start)
        || name.clone().any(|at| is_street(reading, at))
        || name.len() > 1 && reading.inside(last, &[List::ThingAfter])
        || next.is_some() && reading.begins(name.end, &[List::ThingAfter])
}

/// 'The machine is called Betty': a thing shortly before the word for its name.
fn is_called(reading: &Reading, at: usize) -> bool {
    reading.ends_right_before(at, &[List::Called]) && reading.near_before(at, 4, &[List::ThingBefore])
}

fn is_street(reading: &Reading, at: usize) -> bool {
    reading.inside(at, &[List::StreetEnd]) && !reading.inside(at, &[List::NoStreet])
}

/// Whether an entry of [`List::NotAPerson`] is this word alone, and not a saying around it.
fn is_single(reading: &Reading, at: usize) -> bool {
    reading.begins(at, &[List::NotAPerson]) && reading.ends_right_before(at + 1, &[List::NotAPerson])
}

/// Words that are the name of a thing somewhere in the note: they are so everywhere in it.
struct Things<'a>(Vec<&'a str>);

impl<'a> Things<'a> {
    /// More than so many are not looked for, so that a note of nothing else takes no longer.
    const MOST: usize = 32;

    fn of(reading: &'a Reading) -> Self {
        let is_one = |at: &usize| {
            reading.inside(*at, &FIRST) && is_thing(reading, &(*at..family::end_of_name(reading, at + 1)))
        };
        let words = (0..reading.tokens.len()).filter(is_one).filter_map(|at| reading.token(at));
        Self(words.map(|token| &*token.word).take(Self::MOST).collect())
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&word)
    }
}

/// Adds the names that stand in a row with a name that was found: 'Fatima, Bas en Roos'.
fn beside_others(reading: &Reading, names: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for name in names {
        if let Some(at) = before_in_row(reading, name.start).filter(|at| all.last().is_none_or(|last| last.end <= *at)) {
            all.push(at..at + 1);
        }
        let mut end = name.end;
        all.push(name);
        while let Some(at) = after_in_row(reading, end) {
            all.push(at..at + 1);
            end = at + 1;
        }
    }
    all.sort_unstable_by_key(|name| (name.start, name.end));
    all.dedup();
    all
}

fn before_in_row(reading: &Reading, start: usize) -> Option<usize> {
    let at = if reading.gap(start).trim() == "," {
        start.checked_sub(1)?
    } else if cues::is_and(reading, start.checked_sub(1)?) {
        start.checked_sub(2)?
    } else {
        return None;
    };
    could_be_name(reading, at).then_some(at)
}

fn after_in_row(reading: &Reading, end: usize) -> Option<usize> {
    let at = if reading.gap(end).trim() == "," {
        end
    } else if cues::is_and(reading, end) {
        end + 1
    } else {
        return None;
    };
    could_be_name(reading, at).then_some(at)
}

fn could_be_name(reading: &Reading, at: usize) -> bool {
    reading.token(at).is_some_and(|token| token.looks_like_a_name())
        && reading.inside(at, &[List::RareWordName, List::WordName, List::FirstName])
        && !is_thing(reading, &(at..at + 1))
        && !reading.inside(at, &[List::NotAPerson])
}
