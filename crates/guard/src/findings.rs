//! From spans to findings.

use crate::{Finding, Kind};

/// Part of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// What it seems to be.
    pub kind: Kind,
}

/// The findings, in the order of the note. Spans of one kind that overlap, or have nothing but space or a hyphen between
/// them, are one finding.
pub fn join(note: &str, mut spans: Vec<Span>) -> Vec<Finding> {
    spans.sort_unstable_by_key(|span| (span.kind, span.start, span.end));
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.kind == span.kind && touches(note, last.end, span.start) => {
                last.end = last.end.max(span.end)
            }
            _ => joined.push(span),
        }
    }
    joined.sort_unstable();
    let words = |span: Span| note.get(span.start..span.end).map(str::to_owned);
    joined
        .into_iter()
        .filter_map(|span| Some(Finding { kind: span.kind, words: words(span)?, start: span.start, end: span.end }))
        .collect()
}

fn touches(note: &str, end: usize, start: usize) -> bool {
    start <= end
        || note.get(end..start).is_some_and(|between| between.chars().all(|letter| matches!(letter, ' ' | '-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(note: &str, spans: &[(Kind, usize, usize)]) -> Vec<(Kind, String)> {
        let spans = spans.iter().map(|&(kind, start, end)| Span { start, end, kind }).collect();
        join(note, spans).into_iter().map(|finding| (finding.kind, finding.words)).collect()
    }

    #[test]
    fn what_touches_and_is_of_one_kind_is_one() {
        assert_eq!(
            joined("Jan de Vries, Els", &[(Kind::Name, 4, 12), (Kind::Name, 0, 3), (Kind::Name, 14, 17)]),
            [(Kind::Name, "Jan de Vries".to_owned()), (Kind::Name, "Els".to_owned())]
        );
    }

    #[test]
    fn kinds_are_kept_apart() {
        let found = joined("zijn psychiater Jansen", &[(Kind::Name, 16, 22), (Kind::Health, 5, 15)]);
        assert_eq!(found, [(Kind::Health, "psychiater".to_owned()), (Kind::Name, "Jansen".to_owned())]);
    }
}
