//! Citizen's numbers and bank accounts.

use std::ops::Range;

use super::{is_after, run};
use crate::{Kind, list::List, reading::Reading, tokens::MadeOf};

/// What may stand between the parts of a number.
const BETWEEN: [&str; 5] = ["", " ", ".", "-", "\u{a0}"];

/// A citizen's number or a bank account that begins at a token.
pub fn at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    // Every such number has a digit in its first two parts.
    let with_digits = |at: usize| reading.token(at).is_some_and(|token| token.made_of != MadeOf::Letters);
    if !with_digits(at) && !with_digits(at + 1) {
        return None;
    }
    let named = is_after(reading, at, List::IdNumber);
    let account = is_after(reading, at, List::Account);
    let ordered = is_after(reading, at, List::Order);
    let runs = run(reading, at, 9, &BETWEEN);
    let is_one = |(text, tokens): &(String, Range<usize>)| {
        let single = tokens.len() == 1;
        named && (7..=12).contains(&digits(text)) && text.len() <= 12
            || account && digits(text) >= 6
            || is_insurance_number(text)
            || is_account(text) && !ordered && in_capitals(reading, tokens)
            || single && !ordered && is_bsn(text)
    };
    runs.into_iter().rev().find(is_one).map(|(_, tokens)| tokens)
}

/// Whether no letter of the words is a small one.
fn in_capitals(reading: &Reading, tokens: &Range<usize>) -> bool {
    let span = reading.span(Kind::Contact, tokens.clone());
    reading.note().get(span.start..span.end).is_some_and(|text| !text.contains(char::is_lowercase))
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A Dutch citizen's number: nine digits that stand the test of eleven.
fn is_bsn(text: &str) -> bool {
    let digits: Option<Vec<i64>> = text.chars().map(|digit| digit.to_digit(10).map(i64::from)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 9 && digits.iter().any(|digit| *digit > 0)) else {
        return false;
    };
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<i64>() % 11 == 0
}

/// A British National Insurance number: two letters, six digits, a letter from A to D.
fn is_insurance_number(text: &str) -> bool {
    text.len() == 9 && has_shape(text, "AA999999") && text.ends_with(['A', 'B', 'C', 'D'])
}

/// An international bank account: a country, two digits, and what that country's banks use.
fn is_account(text: &str) -> bool {
    (15..=34).contains(&text.len())
        && has_shape(text, "AA99")
        && text.bytes().all(|letter| letter.is_ascii_alphanumeric())
        && digits(text) >= 9
}

/// Whether a text begins so: `A` for a letter, `9` for a digit.
pub fn has_shape(text: &str, shape: &str) -> bool {
    text.len() >= shape.len()
        && text.bytes().zip(shape.bytes()).all(|(letter, wanted)| match wanted {
            b'A' => letter.is_ascii_alphabetic(),
            _ => letter.is_ascii_digit(),
        })
}
