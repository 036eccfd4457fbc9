//! Names by the words around them.

use std::ops::Range;

use super::family;
use crate::{list::List, reading::Reading};

/// A word, or two, with a capital that are in no list: 'met Xiuying Chen', 'Tjitske says'.
pub fn unlisted(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if !could_be(reading, at) {
        return None;
    }
    let whole = at..family::end_of_name(reading, at + 1);
    if super::is_thing(reading, &whole) {
        return None;
    }
    let beside = is_beside_person(reading, at) || minds(reading, whole.end);
    let full = whole.len() > 1
        && (beside
            || reading.begins_sentence(at) && does(reading, whole.end)
            || reading.inside(whole.end - 1, &[List::Surname]))
        && whole.clone().skip(1).all(|part| !reading.inside(part, &super::FIRST));
    // The capital of a sentence's first word tells nothing, unless another one follows.
    let single = whole.len() == 1 && beside && (!reading.opens(at) || is_beside_person(reading, at));
    let family = reading.inside(at, &[List::Surname]) && is_person(reading, &whole);
    (full || single || family).then_some(whole)
}

fn could_be(reading: &Reading, at: usize) -> bool {
    if reading.opens(at) && reading.inside(at, &[List::Before, List::Opening]) {
        return false;
    }
    let long = |at| reading.token(at).is_some_and(|token| token.looks_like_a_name() && token.word.len() > 2);
    long(at)
        && !family::is_no_name(reading, at)
        && !reading
            .inside(at, &[List::Role, List::Staff, List::Title, List::BesidePerson, List::Particle, List::ThingBefore])
}

/// Whether the words around a name go with a person.
pub fn is_person(reading: &Reading, name: &Range<usize>) -> bool {
    is_beside_person(reading, name.start) || minds(reading, name.end) || opens_and_does(reading, name)
}

/// 'Buddy Kevin', 'the buddy is Kevin', 'ask Kevin'.
pub fn is_beside_person(reading: &Reading, at: usize) -> bool {
    let beside = [List::Role, List::Staff, List::BesidePerson];
    let close = !reading.gap(at).contains(',');
    let is = at > 0 && reading.ends_right_before(at, &[List::Is]);
    close && reading.ends_right_before(at, &beside)
        || is && reading.ends_right_before(at - 1, &[List::Role, List::Staff])
}

/// 'Kevin says', 'Kevin wants'.
pub fn minds(reading: &Reading, end: usize) -> bool {
    reading.follows(end) && reading.begins(end, &[List::Minds])
}

/// A capital inside a sentence, or the first word of one, with what a person does right after it.
pub fn opens_and_does(reading: &Reading, name: &Range<usize>) -> bool {
    let capital = reading.token(name.start).is_some_and(|token| token.capital);
    (capital || reading.begins_sentence(name.start)) && does(reading, name.end)
}

/// 'Will's contract': what is owned stands right after, in small letters.
pub fn owns(reading: &Reading, at: usize) -> bool {
    let owner = reading.token(at).is_some_and(|token| token.ending && token.capital);
    owner && reading.follows(at + 1) && reading.token(at + 1).is_some_and(|token| !token.capital)
}

fn does(reading: &Reading, end: usize) -> bool {
    reading.follows(end) && reading.begins(end, &[List::Does, List::Minds])
}

/// Whether a word is 'and', with a word right before and after it.
pub fn is_and(reading: &Reading, at: usize) -> bool {
    reading.begins(at, &[List::And]) && reading.follows(at) && reading.follows(at + 1)
}
