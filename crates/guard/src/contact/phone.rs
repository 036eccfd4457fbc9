//! Telephone numbers, Dutch, British and with a country's code.

use std::ops::Range;

use super::is_after;
use crate::{list::List, reading::Reading, tokens::MadeOf};

/// The most digits of a telephone number (E.164), and with the two zeros in place of the plus.
const MOST: usize = 17;

/// A telephone number that begins at a token.
pub fn at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let groups = groups(reading, at);
    if groups.is_empty() {
        return None;
    }
    let called = is_after(reading, at, List::Phone);
    let ordered = is_after(reading, at, List::Order);
    let plus = reading.gap(at).trim_end_matches([' ', '(']).ends_with('+');
    if ordered && !called || is_date(&groups) || is_times(&groups) || follows_digits(reading, at) {
        return None;
    }
    let mut digits = String::new();
    let mut found = None;
    for (index, group) in groups.iter().enumerate() {
        digits.push_str(group.digits);
        if is_number(&digits, plus, called) {
            found = Some(at..at + index + 1);
        }
    }
    found
}

/// Digits, and what stands between them and the ones before.
struct Group<'a> {
    digits: &'a str,
    gap: &'a str,
}

/// The digits from a token on, as long as they may belong to one number.
fn groups<'a>(reading: &'a Reading, at: usize) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut count = 0;
    while let Some(token) = reading.token(at + groups.len()) {
        let gap = reading.gap(at + groups.len());
        count += token.word.len();
        let joined = groups.is_empty() || gap.len() <= 3 && gap.chars().all(|letter| " -–./()\u{a0}".contains(letter));
        if token.made_of != MadeOf::Digits || count > MOST || !joined {
            break;
        }
        groups.push(Group { digits: &token.word, gap });
    }
    groups
}

/// Whether so many digits, with a plus before them or not, are a telephone number. Beside a word such as 'bel' fewer
/// will do.
fn is_number(digits: &str, plus: bool, called: bool) -> bool {
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    match digits.len() {
        7..=12 if called => true,
        10..=15 if plus => true,
        10 => digits.starts_with('0') && second != b'0',
        11 => digits.starts_with('0') && b"12378".contains(&second),
        13..=MOST => digits.starts_with("00"),
        _ => false,
    }
}

/// '01-09-2026' or '2026-09-01', and what may stand behind it.
fn is_date(groups: &[Group]) -> bool {
    let [first, month, last, ..] = groups else { return false };
    let year =
        |group: &Group| group.digits.len() == 4 && ["19", "20"].iter().any(|century| group.digits.starts_with(century));
    let day = |group: &Group| group.digits.len() <= 2;
    day(month) && (day(first) && year(last) || year(first) && day(last))
}

/// '08.30-10.00, 13.00-15.00': hours and minutes, with a full stop between them and another sign between the times.
fn is_times(groups: &[Group]) -> bool {
    let pairs = groups.len() >= 4 && groups.iter().all(|group| group.digits.len() <= 2);
    let dots = groups.iter().skip(1).step_by(2).all(|group| group.gap == ".");
    pairs && dots && groups.iter().skip(2).step_by(2).all(|group| group.gap != ".")
}

/// Whether the token is the middle of a longer row of digits: '12-0612345678'.
fn follows_digits(reading: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.token(before));
    before.is_some_and(|token| token.made_of != MadeOf::Letters) && matches!(reading.gap(at), "-" | "." | "/")
}
