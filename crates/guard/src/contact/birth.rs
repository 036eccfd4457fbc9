//! Days of birth: a date with a word for birth beside it.

use std::ops::Range;

use super::{is_after, small_number};
use crate::{list::List, reading::Reading};

/// A day or a year of birth that begins at a token.
pub fn at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let date = in_numbers(reading, at).or_else(|| in_words(reading, at)).or_else(|| year_alone(reading, at))?;
    let beside = is_after(reading, at, List::Birth) || reading.near_after(date.end - 1, 2, &[List::Birth]);
    beside.then_some(date)
}

/// '14-03-1991', '23/11/99', '1991-03-14'.
fn in_numbers(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let parts = [at, at + 1, at + 2].map(|part| small_number(reading, part));
    let [Some(first), Some(month), Some(last)] = parts else { return None };
    let separated = [at + 1, at + 2].iter().all(|part| matches!(reading.gap(*part).trim(), "-" | "/" | "." | ""));
    let day = first.min(last);
    (separated && (1..=31).contains(&day) && (1..=31).contains(&month)).then(|| at..at + 3)
}

/// '2 september 1988', '1 jan '76', 'March 14, 1991', and without a year.
fn in_words(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let month = [at, at + 1].into_iter().find(|month| reading.inside(*month, &[List::Month]))?;
    let day = if month == at { at + 1 } else { at };
    let is_day = small_number(reading, day).is_some_and(|day| (1..=31).contains(&day)) || is_ordinal(reading, day);
    let year = small_number(reading, at + 2).is_some() && !reading.gap(at + 2).contains('.');
    is_day.then(|| at..at + 2 + usize::from(year))
}

/// '2nd', '14e'.
fn is_ordinal(reading: &Reading, at: usize) -> bool {
    let digits = |word: &str| word.chars().take_while(char::is_ascii_digit).count();
    reading.token(at).is_some_and(|token| {
        let count = digits(&token.word);
        (1..=2).contains(&count) && (count + 1..=count + 2).contains(&token.word.len())
    })
}

/// 'geboren in 1991', right after the word.
fn year_alone(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let year = small_number(reading, at).filter(|year| (1900..2100).contains(year))?;
    (year > 0 && reading.near_before(at, 2, &[List::Birth])).then(|| at..at + 1)
}
