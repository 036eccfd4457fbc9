//! How to reach or look up someone: telephone numbers, mail addresses, homes, days of birth, citizen's numbers, pages.
//!
//! Numbers are told apart by their shape, and by the words beside them: the number of an order may look like a
//! telephone number, and a day in the diary like a day of birth.

mod birth;
mod home;
mod mail;
mod number;
mod phone;

use std::ops::Range;

use crate::{Kind, findings::Span, list::List, reading::Reading, tokens::MadeOf};

/// How many words before a number a word for an order, a telephone, a birth is looked for.
const REACH: usize = 4;

/// Everything in a note that is a way to reach or look up someone.
pub fn find(reading: &Reading) -> Vec<Span> {
    let finders = [phone::at, number::at, home::at, birth::at, mail::page_at, mail::spelt_at, mail::name_at];
    let mut spans = mail::find(reading);
    let mut at = 0;
    while at < reading.tokens.len() {
        match finders.iter().find_map(|find| find(reading, at)) {
            Some(tokens) => {
                at = tokens.end.max(at + 1);
                spans.push(reading.span(Kind::Contact, tokens));
            }
            None => at += 1,
        }
    }
    spans
}

/// Whether a word of the list stands shortly before a token.
fn is_after(reading: &Reading, at: usize, list: List) -> bool {
    reading.near_before(at, REACH, &[list])
}

/// The number that a token of digits is, if it has no more digits than a year.
fn small_number(reading: &Reading, at: usize) -> Option<u32> {
    let token = reading.token(at).filter(|token| token.made_of == MadeOf::Digits && token.word.len() <= 4)?;
    token.word.parse().ok()
}

/// The letters and digits from a token on, in capitals, over at most `most` tokens with no more than one of `between`
/// between them; with the tokens that they were taken from.
fn run(reading: &Reading, at: usize, most: usize, between: &[&str]) -> Vec<(String, Range<usize>)> {
    let mut text = String::new();
    let mut runs = Vec::new();
    for end in at..at + most {
        let Some(token) = reading.token(end) else { break };
        let joined = end == at || between.contains(&reading.gap(end));
        if !joined || token.word.len() > 34 {
            break;
        }
        text.push_str(&token.word.to_ascii_uppercase());
        runs.push((text.clone(), at..end + 1));
    }
    runs
}
