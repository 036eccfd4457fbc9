//! Family names: after a title, after initials, after a first name.

use std::ops::Range;

use crate::{list::List, reading::Reading};

/// The most small words inside a family name ('van der').
const PARTICLES: usize = 3;
/// The most initials.
const INITIALS: usize = 5;

/// 'Mevr. De Vries', 'Mr Patel', 'ms. o'brien'.
pub fn after_title(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if !reading.begins(at, &[List::Title]) {
        return None;
    }
    let begin = (at + 1..at + 3).find(|next| reading.ends_right_before(*next, &[List::Title]))?;
    let last = after_particles(reading, begin);
    let token = reading.token(last).filter(|_| is_beside(reading, last))?;
    let shown = reading.gap(begin).contains('.') || is_doing(reading, last + 1);
    let is_name = token.looks_like_a_name() || token.is_initial() || shown && token.word.len() > 1;
    (is_name && !is_no_name(reading, last)).then(|| at..end_of_name(reading, last + 1))
}

/// 'J. Jansen', 'A.M. de Wit'.
pub fn after_initials(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let is_initial =
        |at: usize| reading.token(at).is_some_and(|token| token.is_initial()) && reading.gap(at + 1).starts_with('.');
    let begin = (at..at + INITIALS).find(|at| !is_initial(*at)).filter(|begin| *begin > at)?;
    let last = after_particles(reading, begin);
    let token = reading.token(last)?;
    let is_name = token.looks_like_a_name() && reading.gap(begin).len() <= 2 && is_beside(reading, last);
    let lettered = reading.ends_right_before(at, &[List::ThingBefore, List::Unit]);
    (is_name && !lettered && !is_no_name(reading, last)).then(|| at..end_of_name(reading, last + 1))
}

/// Where a name ends that goes on, perhaps, with a second first name or a family name at `from`.
pub fn end_of_name(reading: &Reading, from: usize) -> usize {
    let begins_small = reading.token(from.wrapping_sub(1)).is_some_and(|token| !token.capital);
    let mut end = from;
    // A name has no more than a handful of parts.
    for _ in 0..3 {
        let last = after_particles(reading, end);
        let Some(token) = reading.token(last).filter(|_| reading.follows(end) && is_beside(reading, last)) else {
            break;
        };
        let fits = token.looks_like_a_name() && !is_no_name(reading, last)
            || begins_small && reading.inside(last, &[List::Surname])
            || token.is_initial() && reading.gap(last + 1).starts_with('.');
        if !fits || reading.token(end.wrapping_sub(1)).is_some_and(|before| before.ending) {
            break;
        }
        end = last + 1;
    }
    end
}

/// The word after the small words of a family name.
fn after_particles(reading: &Reading, from: usize) -> usize {
    let particle = |at: &usize| reading.inside(*at, &[List::Particle]) && reading.follows(at + 1);
    from + (from..from + PARTICLES).take_while(particle).count()
}

/// Whether a word stands in the same name as the one before: no more between them than a space, a hyphen or a full stop.
fn is_beside(reading: &Reading, at: usize) -> bool {
    matches!(reading.gap(at), " " | "-" | "\u{a0}" | "." | ". ")
}

/// Words that have a capital for another reason.
pub fn is_no_name(reading: &Reading, at: usize) -> bool {
    reading.inside(at, &[List::Small, List::NotAPerson, List::Month, List::General])
}

fn is_doing(reading: &Reading, at: usize) -> bool {
    reading.begins(at, &[List::Does, List::Minds]) && reading.follows(at)
}
