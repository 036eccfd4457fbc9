//! All lists as one index: which entries begin at a word of a note.

use crate::{
    list::{List, Words},
    pattern::{Form, Pattern, Shape},
    slips::Slips,
    tokens::Token,
};

/// A longer word is in no list, and looking for its ends would take long.
const LONGEST: usize = 48;

/// The lists in which a slip of the keys is forgiven.
const FORGIVING: [List; 6] = [
    List::Diagnosis,
    List::DiagnosisOfSomeone,
    List::Medicine,
    List::MedicineOfSomeone,
    List::Health,
    List::HealthOfSomeone,
];

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
    /// Entries by the form of their first word, sorted by its letters.
    tables: [Vec<u16>; 3],
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
        let mut tables = [Vec::new(), Vec::new(), Vec::new()];
        let mut slips = Slips::default();
        for (index, entry) in (0u16..).zip(&entries) {
            if let Some(first) = entry.pattern.first() {
                tables[first.form as usize].push(index);
            }
            if let Some(only) = entry.pattern.only().filter(|_| FORGIVING.contains(&entry.list)) {
                slips.add(only, entry.list);
            }
        }
        for table in &mut tables {
            table.sort_by_key(|index| text(&entries, *index));
        }
        slips.sort();
        Self { entries, tables, slips }
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
        let word = &*token.word;
        let borders = || (1..word.len()).filter(|at| word.is_char_boundary(*at));
        self.same(Form::Whole, word, &mut each);
        for part in borders().filter_map(|at| word.get(..at)).chain([word]) {
            self.same(Form::Begin, part, &mut each);
        }
        for part in borders().filter_map(|at| word.get(at..)).chain([word]) {
            self.same(Form::End, part, &mut each);
        }
    }

    fn same<'a>(&'a self, form: Form, part: &str, each: &mut impl FnMut(&'a Entry)) {
        let table = &self.tables[form as usize];
        let begin = table.partition_point(|index| text(&self.entries, *index) < part);
        let rest = table.get(begin..).unwrap_or_default();
        let alike = rest.iter().take_while(|index| text(&self.entries, **index) == part);
        alike.filter_map(|index| self.entries.get(usize::from(*index))).for_each(each);
    }
}

fn text(entries: &[Entry], index: u16) -> &str {
    let first: Option<&Shape> = entries.get(usize::from(index)).and_then(|entry| entry.pattern.first());
    first.map_or("", |shape| &shape.text)
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
        let entries = [(List::Diagnosis, "schizofrenie"), (List::FirstName, "wilhelmina"), (List::NoSlip, "schizofrenia")];
        assert_eq!(found(&entries, "schizofrnie"), [(List::Diagnosis, 0, 1)]);
        assert_eq!(found(&entries, "wilhelmna"), []);
        assert_eq!(found(&entries, "schizofrenia"), [(List::NoSlip, 0, 1)], "an entry that is no slip");
    }
}
