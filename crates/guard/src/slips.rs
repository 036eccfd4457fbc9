//! Slips of the keys in long words: one letter too many, too few, another one, or two that changed places.
//!
//! One slip touches at most two letters that stand side by side. So of a word of eight letters either the first three or
//! the last three are as they should be, and only the few entries that share those are compared.

use crate::{
    list::List,
    pattern::{Form, Shape},
};

/// Shorter words are too close to others.
const SHORTEST: usize = 8;
/// How many letters at either end are looked up.
const END: usize = 3;

/// The words in which a slip is forgiven.
#[derive(Debug, Default)]
pub struct Slips {
    words: Vec<(Box<str>, List)>,
    /// By the first letters, and by the last; each sorted.
    begins: Vec<([char; END], u16)>,
    ends: Vec<([char; END], u16)>,
}

impl Slips {
    /// Adds a word, if it is long enough. Half a word, such as `autis*`, is too close to others.
    pub fn add(&mut self, shape: &Shape, list: List) {
        let letters: Vec<char> = shape.text.chars().collect();
        if letters.len() < SHORTEST || shape.form != Form::Whole || shape.capitals {
            return;
        }
        let index = u16::try_from(self.words.len()).unwrap_or(u16::MAX);
        self.words.push((shape.text.clone(), list));
        self.begins.extend(begin(&letters).map(|key| (key, index)));
        self.ends.extend(end(&letters).map(|key| (key, index)));
    }

    /// To be called when all words are added.
    pub fn sort(&mut self) {
        self.begins.sort_unstable();
        self.ends.sort_unstable();
    }

    /// The list of the word that this seems to be.
    pub fn list(&self, word: &str) -> Option<List> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() + 1 < SHORTEST {
            return None;
        }
        let near = |index: u16| {
            let (meant, list) = self.words.get(usize::from(index))?;
            one_slip(&meant.chars().collect::<Vec<_>>(), &letters).then_some(*list)
        };
        let begins = begin(&letters).into_iter().flat_map(|key| range(&self.begins, key));
        let ends = end(&letters).into_iter().flat_map(|key| range(&self.ends, key));
        begins.chain(ends).find_map(near)
    }
}

fn begin(letters: &[char]) -> Option<[char; END]> {
    letters.first_chunk().copied()
}

fn end(letters: &[char]) -> Option<[char; END]> {
    letters.last_chunk().copied()
}

fn range(table: &[([char; END], u16)], key: [char; END]) -> impl Iterator<Item = u16> {
    let first = table.partition_point(|(other, _)| *other < key);
    table.get(first..).unwrap_or_default().iter().take_while(move |(other, _)| *other == key).map(|(_, index)| *index)
}

/// Whether two words differ by one slip. A letter more or less at the end is no slip but a plural, or another word.
fn one_slip(meant: &[char], typed: &[char]) -> bool {
    let same = meant.iter().zip(typed).take_while(|(meant, typed)| meant == typed).count();
    let (meant, typed) = (meant.get(same..).unwrap_or_default(), typed.get(same..).unwrap_or_default());
    let ([meant_first, meant_rest @ ..], [typed_first, typed_rest @ ..]) = (meant, typed) else { return false };
    let swapped = meant_rest.first() == Some(typed_first) && typed_rest.first() == Some(meant_first);
    meant_rest == typed_rest
        || meant_rest == typed
        || meant == typed_rest
        || swapped && meant_rest.get(1..) == typed_rest.get(1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_meant(word: &str) -> bool {
        let mut slips = Slips::default();
        for (text, form) in [("depressie", Form::Whole), ("schizophrenia", Form::Whole), ("asperger", Form::Begin)] {
            slips.add(&Shape { text: text.into(), form, capitals: false }, List::Diagnosis);
        }
        slips.sort();
        slips.list(word).is_some()
    }

    #[test]
    fn one_slip_is_forgiven_wherever_it_is() {
        for word in ["depresie", "deprressie", "depressei", "depressue", "edpressie", "scizophrenia", "schizophrenai"] {
            assert!(is_meant(word), "{word}");
        }
    }

    #[test]
    fn two_slips_are_another_word() {
        for word in ["depreie", "expressie", "impressie", "depressure", "deprressei"] {
            assert!(!is_meant(word), "{word}");
        }
    }

    #[test]
    fn another_ending_is_another_word_and_so_is_what_is_like_half_a_word() {
        for word in ["depressi", "depressies", "asperges", "aspergerr"] {
            assert!(!is_meant(word), "{word}");
        }
    }
}
