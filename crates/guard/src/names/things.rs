//! What looks like a name of a person and is the name of a thing.

use std::ops::Range;

use super::{FIRST, family};
use crate::{list::List, reading::Reading};

/// How many words before the word for its name a thing is looked for.
const CALLED: usize = 4;

/// Whether the words around a name make it the name of a room, a firm, a street, or a saying.
pub fn is_thing(reading: &Reading, name: &Range<usize>) -> bool {
    let last = name.end - 1;
    let next = reading.token(name.end).filter(|_| reading.follows(name.end));
    // 'Peter-principe'; 'Harry's Fish Bar'.
    let compound = next.is_some_and(|next| next.tied && !next.capital);
    let firm = next.is_some_and(|next| next.capital) && reading.token(last).is_some_and(|token| token.ending);
    compound
        || firm
        || name.clone().any(|at| is_in_saying(reading, at) || is_street(reading, at))
        || reading.ends_right_before(name.start, &[List::ThingBefore, List::Article])
        || is_called(reading, name.start)
        || name.len() > 1 && reading.inside(last, &[List::ThingAfter])
        || next.is_some() && reading.begins(name.end, &[List::ThingAfter])
}

/// Whether a word is part of a longer entry of [`List::NotAPerson`], such as 'Albert Heijn'.
fn is_in_saying(reading: &Reading, at: usize) -> bool {
    let alone = reading.begins(at, &[List::NotAPerson]) && reading.ends_right_before(at + 1, &[List::NotAPerson]);
    reading.inside(at, &[List::NotAPerson]) && !alone
}

/// 'The machine is called Betty': a thing shortly before the word for its name.
fn is_called(reading: &Reading, at: usize) -> bool {
    reading.ends_right_before(at, &[List::Called]) && reading.near_before(at, CALLED, &[List::ThingBefore])
}

fn is_street(reading: &Reading, at: usize) -> bool {
    reading.inside(at, &[List::StreetEnd]) && !reading.inside(at, &[List::NoStreet])
}

/// First names that are the name of a thing somewhere in the note: they are so everywhere in it.
pub struct Things<'a>(Vec<&'a str>);

impl<'a> Things<'a> {
    /// More than so many are not looked for, so that a note of nothing else takes no longer.
    const MOST: usize = 32;

    /// Those of a note.
    pub fn of(reading: &'a Reading) -> Self {
        let whole = |at: usize| at..family::end_of_name(reading, at + 1);
        let is_one = |at: &usize| reading.inside(*at, &FIRST) && is_thing(reading, &whole(*at));
        let words = (0..reading.tokens.len()).filter(is_one).filter_map(|at| reading.token(at));
        Self(words.map(|token| &*token.word).take(Self::MOST).collect())
    }

    /// Whether a word is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(&word)
    }
}
