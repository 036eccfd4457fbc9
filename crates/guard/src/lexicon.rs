//! All lists as one index: which entries begin at a word of a note.

use crate::{
    list::{List, Words},
    pattern::{Form, Pattern},
    slips::Slips,
    tokens::Token,
};

/// A longer word is in no list, and looking for its ends would take long.
const LONGEST: usize = 48;

/// The lists in which a slip of the keys is forgiven: their words are like few others.
const FORGIVING: [List; 3] = [List::Diagnosis, List::Medicine, List::Health];

/// An entry with its list.
#[derive(Debug)]
pub struct Entry {
    /// The list.
    pub list: List,
    /// What it takes.
    pub pattern: Pattern,
}

/// An entry found in a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The list.
    pub list: List,
    /// The first of its words.
    pub from: usize,
    /// The word after its last.
    pub to: usize,
}

/// The index.
#[derive(Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// Entries by the letters of their first word, from its begin; for those with a star before it, from its end.
    forwards: Table,
    backwards: Table,
    slips: Slips,
}

impl Lexicon {
    /// Makes the index. Entries that cannot be read are left out.
    pub fn new(words: &Words) -> Self {
        let mut entries = Vec::new();
        for (list, _) in List::ALL {
            let patterns = words.of(*list).iter().filter_map(|entry| Pattern::read(entry).ok());
            entries.extend(patterns.map(|pattern| Entry { list: *list, pattern }));
        }
        entries.truncate(usize::from(u16::MAX));
        let mut forwards = Vec::new();
        let mut backwards = Vec::new();
        let mut slips = Slips::default();
        for (index, entry) in (0u16..).zip(&entries) {
            match entry.pattern.first() {
                Some(first) if first.form == Form::End => backwards.push((first.text.bytes().rev().collect(), index)),
                Some(first) => forwards.push((first.text.bytes().collect(), index)),
                None => {}
            }
            if let Some(only) = entry.pattern.only().filter(|_| FORGIVING.contains(&entry.list)) {
                slips.add(only, entry.list);
            }
        }
        slips.sort();
        Self { entries, forwards: Table::new(forwards), backwards: Table::new(backwards), slips }
    }

    /// Every entry in a sentence, by where it begins. `base` is the place of the sentence's first word in the note.
    pub fn find(&self, sentence: &[Token], base: usize, hits: &mut Vec<Hit>) {
        for (at, token) in sentence.iter().enumerate() {
            if token.word.len() > LONGEST {
                continue;
            }
            let ahead = sentence.get(at..).unwrap_or_default();
            let before = hits.len();
            self.at(token, |entry| {
                if let Some(length) = entry.pattern.length(ahead) {
                    hits.push(Hit { list: entry.list, from: base + at, to: base + at + length });
                }
            });
            let mut found = hits.iter().skip(before).map(|hit| hit.list);
            if !found.any(|list| list == List::NoSlip || FORGIVING.contains(&list))
                && let Some(list) = self.slips.list(&token.word)
            {
                hits.push(Hit { list, from: base + at, to: base + at + 1 });
            }
        }
    }

    /// Whether a word by itself is in a list.
    pub fn has(&self, list: List, token: &Token) -> bool {
        let mut found = false;
        self.at(token, |entry| {
            found |= entry.list == list && entry.pattern.only().is_some_and(|shape| shape.fits(token));
        });
        found
    }

    /// Every entry whose first word may be this one.
    fn at<'a>(&'a self, token: &Token, mut each: impl FnMut(&'a Entry)) {
        let mut found = |index: u16| {
            let entry = self.entries.get(usize::from(index));
            entry.into_iter().for_each(&mut each);
        };
        self.forwards.walk(token.word.bytes(), &mut found);
        self.backwards.walk(token.word.bytes().rev(), &mut found);
    }
}

/// Words with what they stand for, sorted, so that all words with the same begin lie side by side.
#[derive(Debug)]
struct Table(Vec<(Box<[u8]>, u16)>);

impl Table {
    fn new(mut rows: Vec<(Box<[u8]>, u16)>) -> Self {
        rows.sort_unstable();
        Self(rows)
    }

    /// Every row whose letters are the begin of these: with each letter fewer rows are left.
    fn walk(&self, letters: impl Iterator<Item = u8>, found: &mut impl FnMut(u16)) {
        let mut rows = self.0.as_slice();
        for (at, letter) in letters.enumerate() {
            let begin = rows.partition_point(|(text, _)| text.get(at).is_none_or(|other| *other < letter));
            let end = rows.partition_point(|(text, _)| text.get(at).is_none_or(|other| *other <= letter));
            rows = rows.get(begin..end).unwrap_or_default();
            let done = rows.iter().take_while(|(text, _)| text.len() == at + 1);
            done.for_each(|(_, index)| found(*index));
            if rows.is_empty() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    fn found(entries: &[(List, &str)], sentence: &str) -> Vec<(List, usize, usize)> {
        let words = Words::new(entries.iter().map(|(list, entry)| (*list, (*entry).to_owned())));
        let mut hits = Vec::new();
        Lexicon::new(&words).find(&tokens::of(sentence), 0, &mut hits);
        hits.into_iter().map(|hit| (hit.list, hit.from, hit.to)).collect()
    }

    #[test]
    fn every_form_of_entry_is_found_where_it_stands() {
        let entries = [
            (List::Diagnosis, "autis*"),
            (List::Diagnosis, "*stoornis"),
            (List::Health, "hoor* ~ stemmen"),
            (List::Role, "collega"),
        ];
        assert_eq!(found(&entries, "collega met autisme"), [(List::Role, 0, 1), (List::Diagnosis, 2, 3)]);
        assert_eq!(found(&entries, "een eetstoornis"), [(List::Diagnosis, 1, 2)]);
        assert_eq!(found(&entries, "hoort soms stemmen"), [(List::Health, 0, 3)]);
        assert_eq!(found(&entries, "de stemming is goed"), []);
    }

    #[test]
    fn a_slip_is_forgiven_in_words_about_health_only() {
        let entries =
            [(List::Diagnosis, "schizofrenie"), (List::FirstName, "wilhelmina"), (List::NoSlip, "schizofrenia")];
        assert_eq!(found(&entries, "schizofrnie"), [(List::Diagnosis, 0, 1)]);
        assert_eq!(found(&entries, "wilhelmna"), []);
        assert_eq!(found(&entries, "schizofrenia"), [(List::NoSlip, 0, 1)], "an entry that is no slip");
    }
}
