//! A note as it is read: its words, its sentences, and which entries of the lists stand where.

use std::ops::Range;

use crate::{
    Kind,
    findings::Span,
    lexicon::{Hit, Lexicon},
    list::List,
    tokens::{self, Token},
};

/// A note that has been read.
#[derive(Debug)]
pub struct Reading<'a> {
    note: &'a str,
    /// Its words and numbers.
    pub tokens: Vec<Token>,
    /// Its sentences, as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// The entries in it, by where they begin.
    pub hits: Vec<Hit>,
    /// Per token, as sets of lists: the entries that begin at it, that it is in, and that end with it.
    begins: Vec<u64>,
    inside: Vec<u64>,
    ends: Vec<u64>,
    /// Per token, whether it is the first of a sentence, or stands after a colon: its capital tells nothing.
    opens: Vec<bool>,
}

impl<'a> Reading<'a> {
    /// Reads a note.
    pub fn new(note: &'a str, lexicon: &Lexicon) -> Self {
        let tokens = tokens::of(note);
        let count = tokens.len();
        let mut reading = Self {
            note,
            tokens,
            sentences: Vec::new(),
            hits: Vec::new(),
            begins: vec![0; count],
            inside: vec![0; count],
            ends: vec![0; count],
            opens: vec![false; count],
        };
        reading.find_sentences(lexicon);
        let mut hits = Vec::new();
        for sentence in &reading.sentences {
            lexicon.find(reading.tokens.get(sentence.clone()).unwrap_or_default(), sentence.start, &mut hits);
        }
        for hit in &hits {
            let bit = hit.list.bit();
            reading.begins[hit.from] |= bit;
            reading.ends[hit.to - 1] |= bit;
            reading.inside[hit.from..hit.to].iter_mut().for_each(|set| *set |= bit);
        }
        reading.hits = hits;
        reading
    }

    fn find_sentences(&mut self, lexicon: &Lexicon) {
        let mut from = 0;
        for at in 0..self.tokens.len() {
            let ended = at > 0 && self.ends_before(at, lexicon);
            if ended {
                self.sentences.push(from..at);
                from = at;
            }
            self.opens[at] = at == from || self.gap(at).contains(':');
        }
        if from < self.tokens.len() {
            self.sentences.push(from..self.tokens.len());
        }
    }

    /// Whether a sentence ends between a word and the one before it. A full stop after a title, an initial or 'St' ends
    /// none, and neither does one before a small letter ('max. 25', 'evt. later').
    fn ends_before(&self, at: usize, lexicon: &Lexicon) -> bool {
        let gap = self.gap(at);
        if gap.contains(['\n', '\r', '!', '?', ';', '•', '…']) {
            return true;
        }
        let (Some(before), Some(after)) = (self.tokens.get(at - 1), self.tokens.get(at)) else { return true };
        let stop = gap.find('.').is_some_and(|dot| gap.get(dot + 1..).is_some_and(|rest| rest.contains(' ')));
        let short = before.capital && before.word.len() <= 2 || lexicon.has(List::Title, before);
        stop && !short && (after.capital || before.word.len() > 4)
    }

    /// What stands between a word and the one before it.
    pub fn gap(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before)).map_or(0, |token| token.end);
        let start = self.tokens.get(at).map_or(self.note.len(), |token| token.start);
        self.note.get(before..start).unwrap_or_default()
    }

    /// Whether a comma stands right before one of these words.
    pub fn has_comma(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.gap(at).contains(','))
    }

    /// Whether a word follows the one before it with no more than a space or a hyphen between.
    pub fn follows(&self, at: usize) -> bool {
        at > 0 && at < self.tokens.len() && matches!(self.gap(at), " " | "-" | "\u{a0}")
    }

    /// A word of the note.
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// Whether an entry of one of the lists begins at a word.
    pub fn begins(&self, at: usize, lists: &[List]) -> bool {
        is_in(&self.begins, at, lists)
    }

    /// Whether a word is part of an entry of one of the lists.
    pub fn inside(&self, at: usize, lists: &[List]) -> bool {
        is_in(&self.inside, at, lists)
    }

    /// Whether an entry of one of the lists ends right before a word, in the same sentence.
    pub fn ends_right_before(&self, at: usize, lists: &[List]) -> bool {
        at.checked_sub(1).is_some_and(|before| is_in(&self.ends, before, lists)) && !self.begins_sentence(at)
    }

    /// Whether an entry of one of the lists ends at most `reach` words before a word, in the same sentence.
    pub fn near_before(&self, at: usize, reach: usize, lists: &[List]) -> bool {
        let begin = self.sentence_of(at).start.max(at.saturating_sub(reach));
        (begin..at).any(|before| is_in(&self.ends, before, lists))
    }

    /// Whether an entry of one of the lists begins at most `reach` words after a word, in the same sentence.
    pub fn near_after(&self, at: usize, reach: usize, lists: &[List]) -> bool {
        let end = self.sentence_of(at).end.min(at.saturating_add(reach + 1));
        (at + 1..end).any(|after| is_in(&self.begins, after, lists))
    }

    /// Whether a word is the first of a sentence, or stands after a colon.
    pub fn opens(&self, at: usize) -> bool {
        self.opens.get(at).copied().unwrap_or(true)
    }

    /// Whether a word is the first of a sentence.
    pub fn begins_sentence(&self, at: usize) -> bool {
        self.sentence_of(at).start == at
    }

    /// The sentence of a word.
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.sentences.get(index).cloned().unwrap_or(at..at)
    }

    /// Whether the sentence of a word is a question.
    pub fn is_question(&self, sentence: &Range<usize>) -> bool {
        self.gap(sentence.end).contains('?')
    }

    /// The place of a range of words in the note.
    pub fn span(&self, kind: Kind, tokens: Range<usize>) -> Span {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        Span { start, end: end.max(start), kind }
    }

    /// The note itself.
    pub fn note(&self) -> &'a str {
        self.note
    }
}

fn is_in(sets: &[u64], at: usize, lists: &[List]) -> bool {
    let wanted = lists.iter().fold(0, |set, list| set | list.bit());
    sets.get(at).is_some_and(|set| set & wanted != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Words;

    fn read<T>(note: &str, with: impl FnOnce(&Reading) -> T) -> T {
        let words = Words::new([(List::Title, "mevr".to_owned()), (List::Role, "buddy".to_owned())]);
        with(&Reading::new(note, &Lexicon::new(&words)))
    }

    #[test]
    fn a_sentence_ends_where_a_reader_hears_it_end() {
        for (note, count) in [
            ("Een zin. Nog een.", 2),
            ("een zin\nnog een", 2),
            ("Goed? Ja", 2),
            ("Met mevr. De Vries en J. Jansen", 1),
            ("max. 25 kilo, nr. 7, 10.30 uur", 1),
            ("", 0),
        ] {
            assert_eq!(read(note, |reading| reading.sentences.len()), count, "{note}");
        }
    }

    #[test]
    fn a_word_is_near_within_its_sentence_only() {
        assert!(read("de buddy en Anna", |reading| reading.near_before(3, 2, &[List::Role])));
        assert!(!read("de buddy en ook Anna", |reading| reading.near_before(4, 2, &[List::Role])));
        assert!(!read("De buddy. Anna", |reading| reading.near_before(2, 2, &[List::Role])));
    }
}
