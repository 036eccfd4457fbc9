//! Mail addresses, names behind an @, and pages about one person.

use std::ops::Range;

use crate::{Kind, findings::Span, list::List, reading::Reading, tokens::MadeOf};

/// The longest part of an address on either side of the @ (RFC 5321); more is no address, and is not looked at.
const LONGEST: usize = 254;
/// The fewest letters of a name behind an @.
const HANDLE: usize = 3;
/// The most parts of a mail address on either side of the sign.
const PARTS: usize = 6;
/// The most parts of the address of a page.
const PAGE: usize = 20;

/// Mail addresses, and names such as '@bakker_bram', wherever an @ stands.
pub fn find(reading: &Reading) -> Vec<Span> {
    let note = reading.note();
    note.match_indices('@').filter_map(|(at, _)| around(reading, note.get(..at)?, note.get(at + 1..)?)).collect()
}

fn around(reading: &Reading, before: &str, after: &str) -> Option<Span> {
    let local: usize = before.chars().rev().take(LONGEST).take_while(is_local).map(char::len_utf8).sum();
    let domain = start_of(after, is_domain).trim_end_matches(['.', '-']);
    let name = start_of(after, is_local);
    let (begin, sign) = (before.len() - local, before.len());
    let is_mail = local > 0 && domain.split_once('.').is_some_and(|(name, end)| !name.is_empty() && end.len() > 1);
    if is_mail {
        return Some(Span { start: begin, end: sign + 1 + domain.len(), kind: Kind::Contact });
    }
    let token = reading.tokens.partition_point(|token| token.start <= sign);
    let is_name = reading.token(token).is_some_and(|token| token.start == sign + 1 && token.made_of != MadeOf::Digits);
    let is_handle =
        local == 0 && is_name && name.chars().count() >= HANDLE && !reading.inside(token, &[List::NoHandle]);
    is_handle.then(|| Span { start: sign, end: sign + 1 + name.trim_end_matches('.').len(), kind: Kind::Contact })
}

fn start_of(text: &str, is_part: impl Fn(&char) -> bool) -> &str {
    let length: usize = text.chars().take(LONGEST).take_while(is_part).map(char::len_utf8).sum();
    text.get(..length).unwrap_or_default()
}

fn is_local(letter: &char) -> bool {
    letter.is_alphanumeric() || "._%+-".contains(*letter)
}

fn is_domain(letter: &char) -> bool {
    letter.is_alphanumeric() || ".-".contains(*letter)
}

/// 'i.jansen(at)example.org', 'f.smit apenstaartje example punt nl'.
pub fn spelt_at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if reading.inside(at, &[List::AtSign, List::DotSign]) {
        return None;
    }
    let sign = at + parts(reading, at);
    let is_at = reading.token(sign).is_some_and(|token| &*token.word == "at");
    let bracketed = is_at && reading.gap(sign).contains(['(', '[', '{', '<']);
    let domain = parts(reading, sign + 1);
    let spelt = (sign + 1..sign + 1 + domain).any(|part| reading.inside(part, &[List::DotSign]));
    let is_sign = reading.inside(sign, &[List::AtSign]) || bracketed || is_at && spelt;
    (is_sign && domain > 1 && !reading.opens(sign)).then(|| at..sign + 1 + domain)
}

/// How many words from one on are tied by full stops, hyphens and underscores, or by a full stop that is spelt out.
fn parts(reading: &Reading, at: usize) -> usize {
    let is_dot = |at: usize| reading.inside(at, &[List::DotSign]) && at + 1 < reading.tokens.len();
    let goes_on = |next: &usize| is_dotted(reading, *next) || is_dot(*next) || is_dot(next - 1);
    1 + (at + 1..at + PARTS).take_while(goes_on).count()
}

/// Whether a token is tied to the one before by a full stop, a hyphen or an underscore.
fn is_dotted(reading: &Reading, at: usize) -> bool {
    at < reading.tokens.len() && matches!(reading.gap(at), "." | "-" | "_")
}

/// 'linkedin.com/in/...': a site of the list, and what follows it without a space.
pub fn page_at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if !reading.begins(at, &[List::Profile]) {
        return None;
    }
    let tight = |at: &usize| *at < reading.tokens.len() && !reading.gap(*at).contains(char::is_whitespace);
    let end = (at + 1..at + PAGE).take_while(tight).last()?;
    let site = (at + 1..=end).find(|end| reading.ends_right_before(*end, &[List::Profile]))?;
    reading.gap(site).starts_with('/').then(|| at..end + 1)
}

/// 'on insta as tom_bakes', 'snapchat: lizzy': a network, and someone's name on it.
pub fn name_at(reading: &Reading, at: usize) -> Option<Range<usize>> {
    if !reading.begins(at, &[List::Network]) {
        return None;
    }
    let named = |at: &usize| reading.inside(*at, &[List::NetworkName]);
    let name = at + 1 + (at + 1..at + 3).take_while(named).count();
    let shown = name > at + 1 || reading.gap(name).starts_with(':');
    let is_name = reading.token(name).is_some() && !reading.begins_sentence(name);
    (shown && is_name && !reading.inside(name, &[List::Small, List::Subject])).then(|| at..name + parts(reading, name))
}
