//! Names of people.
//!
//! A name is found by a list of first names, by a title or initials before it, or by the words around a capital. What
//! looks like a name and is a firm, a place or a room is left alone.

mod cues;
mod family;
mod things;

use std::ops::Range;

use crate::{list::List, reading::Reading};
use things::{Things, is_thing};

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
    let abbreviation = token.capitals && token.word.len() <= ABBREVIATION;
    if !reading.inside(at, &FIRST) || abbreviation || things.has(&token.word) {
        return None;
    }
    let whole = at..family::end_of_name(reading, at + 1);
    (!is_thing(reading, &whole) && counts(reading, &whole)).then_some(whole)
}

/// Whether a first name of the lists is a name here. The more it is like an everyday word, the more has to point to it.
fn counts(reading: &Reading, name: &Range<usize>) -> bool {
    let at = name.start;
    let capital = reading.token(at).is_some_and(|token| token.capital);
    let inside_sentence = capital && !reading.opens(at);
    let with_family = capital && name.len() > 1;
    let sure = cues::is_beside_person(reading, at) || cues::minds(reading, name.end);
    let likely = sure || cues::opens_and_does(reading, name);
    if reading.inside(at, &[List::NotAPerson]) {
        // A place or a month that is a name as well.
        capital && sure
    } else if reading.inside(at, &[List::FirstName]) {
        true
    } else if reading.inside(at, &[List::RareWordName]) {
        with_family || inside_sentence || likely
    } else {
        let cue = likely || cues::owns(reading, at);
        inside_sentence && (with_family || reading.ends_right_before(at, &[List::Before]))
            || cue && (capital || reading.begins_sentence(at))
    }
}

/// Adds the names that stand in a row with a name that was found: 'Fatima, Bas en Roos'.
fn beside_others(reading: &Reading, names: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    // How far the rows have been followed: each part of a note once, however many names are in it.
    let mut reached = 0;
    for name in names {
        if let Some(at) = before_in_row(reading, name.start).filter(|at| *at >= reached) {
            all.push(at..at + 1);
        }
        let mut end = name.end;
        let followed = end <= reached;
        all.push(name);
        while !followed && let Some(at) = after_in_row(reading, end) {
            all.push(at..at + 1);
            end = at + 1;
        }
        reached = reached.max(end);
    }
    all.sort_unstable_by_key(|name| (name.start, name.end));
    all
}

fn before_in_row(reading: &Reading, start: usize) -> Option<usize> {
    let comma = reading.gap(start).trim() == ",";
    let and = start.checked_sub(1).is_some_and(|and| cues::is_and(reading, and));
    let at = start.checked_sub(1 + usize::from(and)).filter(|_| comma || and)?;
    is_word_name(reading, at).then_some(at)
}

fn after_in_row(reading: &Reading, end: usize) -> Option<usize> {
    let comma = reading.gap(end).trim() == ",";
    let and = cues::is_and(reading, end);
    let at = (comma || and).then(|| end + usize::from(and))?;
    is_word_name(reading, at).then_some(at)
}

/// A name that is a word as well, with a capital; the others are found without a row.
fn is_word_name(reading: &Reading, at: usize) -> bool {
    reading.token(at).is_some_and(|token| token.looks_like_a_name())
        && reading.inside(at, &[List::RareWordName, List::WordName])
        && !reading.inside(at, &[List::NotAPerson])
        && !is_thing(reading, &(at..at + 1))
}
