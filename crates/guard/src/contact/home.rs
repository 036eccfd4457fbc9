//! Where someone lives: a street with a number, or a postcode.

use std::ops::Range;

use super::{REACH, is_after, number::has_shape, run, small_number};
use crate::{
    fold,
    list::List,
    reading::Reading,
    tokens::{MadeOf, Token},
};

/// The shortest name of a street without its end: 'Ooweg'.
const STREET: usize = 3;
/// The highest house number.
const HIGHEST: u32 = 9999;

/// An address or a postcode that begins at a token.
pub fn at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    dutch_street(reading, at)
        .or_else(|| english_street(reading, at))
        .or_else(|| flat(reading, at))
        .or_else(|| dutch_postcode(reading, at))
        .or_else(|| british_postcode(reading, at))
}

/// 'Flat 3', 'apartment 12'.
fn flat(reading: &Reading, at: usize) -> Option<Range<usize>> {
    (reading.inside(at, &[List::Flat]) && is_house_number(reading, at + 1) && reading.follows(at + 1))
        .then(|| at..at + 2)
}

/// 'Lindelaan 14', 'Jansstraat 203-B', and 'woont in de Havikstraat'.
fn dutch_street(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let street = reading.token(at).filter(|token| token.made_of == MadeOf::Letters)?;
    let is_street = reading.inside(at, &[List::StreetEnd]) && !reading.inside(at, &[List::NoStreet]);
    if !is_street {
        return None;
    }
    let counts = reading.inside(at + 2, &[List::Unit]) && reading.follows(at + 2);
    let number = is_house_number(reading, at + 1) && reading.follows(at + 1) && !counts;
    let lives = is_after(reading, at, List::Address);
    ((number || lives) && street.word.len() > STREET).then(|| at..at + 1 + usize::from(number))
}

/// '14 Orchard Lane', 'Flat 3, 22 Mill Street'.
fn english_street(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if !is_house_number(reading, at) {
        return None;
    }
    let lives = is_after(reading, at, List::Address);
    let named = |at: usize| reading.token(at).is_some_and(|token| token.capital || lives) && reading.follows(at);
    let end =
        (at + 2..at + 5).take_while(|end| named(end - 1)).find(|end| named(*end) && is_street_word(reading, *end))?;
    Some(at..end + 1)
}

fn is_street_word(reading: &Reading, at: usize) -> bool {
    reading.inside(at, &[List::StreetWord])
}

fn is_house_number(reading: &Reading, at: usize) -> bool {
    small_number(reading, at).is_some_and(|number| (1..=HIGHEST).contains(&number))
        || reading.token(at).is_some_and(|token| {
            let digits = token.word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
            token.word.len() == digits.len() + 1 && (1..=4).contains(&digits.len()) && has_shape(digits, "9")
        })
}

/// '3812 XK', '1055ab'. A year and a word of two letters look the same, so it needs an address beside it, or capitals
/// that are no abbreviation.
fn dutch_postcode(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let (code, tokens) = run(reading, at, 2, &["", " ", "\u{a0}"]).into_iter().find(|(text, _)| text.len() == 6)?;
    let last = reading.token(tokens.end - 1)?;
    if !has_shape(&code, "9999AA") || code.starts_with('0') {
        return None;
    }
    let beside = is_beside_home(reading, at);
    let year = code.starts_with("19") || code.starts_with("20");
    let capitals = is_written_in_capitals(reading, last);
    let plain = reading.inside(tokens.end - 1, &[List::Unit, List::NotAPerson, List::Small]) || year;
    (beside || capitals && !plain && !is_after(reading, at, List::Order)).then_some(tokens)
}

/// Whether a word for an address, or a street, stands shortly before a token.
fn is_beside_home(reading: &Reading, at: usize) -> bool {
    let street = |at| dutch_street(reading, at).is_some() || english_street(reading, at).is_some();
    is_after(reading, at, List::Address) || (at.saturating_sub(REACH)..at).any(street)
}

fn is_written_in_capitals(reading: &Reading, token: &Token) -> bool {
    reading
        .note()
        .get(token.start..token.end)
        .is_some_and(|text| fold::is_capitals(text.trim_start_matches(|letter: char| letter.is_ascii_digit())))
}

/// 'NW99 2AB'. Without capitals it may be many a thing, so then it needs an address beside it.
fn british_postcode(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let outward = reading.token(at).filter(|token| token.made_of == MadeOf::Both)?;
    let inward = reading.token(at + 1).filter(|token| token.word.len() == 3 && reading.follows(at + 1))?;
    let begins = ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"]
        .iter()
        .any(|shape| shape.len() == outward.word.len() && has_shape(&outward.word, shape));
    let is_code = begins && has_shape(&inward.word, "9AA") && (outward.capital || is_beside_home(reading, at));
    is_code.then(|| at..at + 2)
}
