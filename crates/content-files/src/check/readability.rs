//! W3: sentences that can be read. At most 14 words on average and 25 in any, Flesch reading ease (English) and
//! Flesch-Douma (Dutch) at least 60 in every file, 50 in legal ones.
//!
//! Syllables are counted as groups of vowels, which is exact enough for an average over a file.

use std::path::{Path, PathBuf};

use crate::{fault::Fault, files::Content, leaves::Leaf};

const LONGEST_SENTENCE: usize = 25;
const LONGEST_AVERAGE: f64 = 14.0;
const EASE: f64 = 60.0;
const EASE_LEGAL: f64 = 50.0;
/// Shorter texts without a full stop are labels, not sentences.
const LABEL: usize = 6;

/// How a file reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The code of its language.
    pub language: String,
    /// The file, relative to the content folder.
    pub file: PathBuf,
    /// Words in a sentence, on average.
    pub sentence: f64,
    /// Reading ease, 0 to about 120; infinite in a language that has no measure here.
    pub ease: f64,
}

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    for (file, leaves, ..) in in_a_language(content) {
        for (leaf, words, sentence) in sentences_of(leaves).filter(|(_, words, _)| words.len() > LONGEST_SENTENCE) {
            faults.push(Fault {
                file: file.to_owned(),
                line: leaf.line,
                what: format!("A sentence of '{}' has {} words: \"{sentence}\"", leaf.place, words.len()),
                remedy: format!("Make two of it, or say it in at most {LONGEST_SENTENCE}."),
            });
        }
    }
    readings(content).iter().for_each(|reading| judge(reading, faults));
}

/// How every file with sentences reads, in the order of the files.
pub fn readings(content: &Content) -> Vec<Reading> {
    let measured = in_a_language(content).filter_map(|(file, leaves, code, language)| {
        let mut count = Count::default();
        sentences_of(leaves).for_each(|(_, words, _)| count.add(&words, language));
        let (sentence, ease) = count.measure(language)?;
        Some(Reading { language: code.to_owned(), file: file.to_owned(), sentence, ease })
    });
    measured.collect()
}

/// The files of the languages, with their texts.
fn in_a_language(content: &Content) -> impl Iterator<Item = (&Path, &[Leaf], &str, Language)> {
    content.texts.iter().filter_map(|(file, leaves)| {
        let (code, language) = content.languages().find_map(|code| Some((code, Language::of(file, code)?)))?;
        Some((file.as_path(), leaves.as_slice(), code, language))
    })
}

/// Every sentence with its words; labels are none, nor are lists of words to search by.
fn sentences_of(leaves: &[Leaf]) -> impl Iterator<Item = (&Leaf, Vec<&str>, &str)> {
    leaves
        .iter()
        .filter(|leaf| !leaf.place.ends_with(".also") && !leaf.place.ends_with(".forms"))
        .flat_map(|leaf| sentences(&leaf.text).map(move |sentence| (leaf, words(sentence), sentence)))
        .filter(|(_, words, sentence)| words.len() >= LABEL || sentence.ends_with(['.', '?']))
}

fn judge(reading: &Reading, faults: &mut Vec<Fault>) {
    let Reading { file, sentence, ease, .. } = reading;
    let legal = file.starts_with("regions") || file.file_name().is_some_and(|name| name == "cautions.toml");
    let wanted = if legal { EASE_LEGAL } else { EASE };
    if *sentence > LONGEST_AVERAGE {
        faults.push(Fault {
            file: file.clone(),
            line: 1,
            what: format!("Sentences have {sentence:.1} words on average."),
            remedy: format!("Shorten the longest until it is at most {LONGEST_AVERAGE:.0}."),
        });
    }
    if *ease < wanted {
        faults.push(Fault {
            file: file.clone(),
            line: 1,
            what: format!("The reading ease is {ease:.0}."),
            remedy: format!("Use shorter words and sentences until it is at least {wanted:.0}."),
        });
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Language {
    English,
    Dutch,
    /// A language whose reading ease we have no measure for: only the length of its sentences is checked.
    Other,
}

impl Language {
    /// The language of a file; `None` for files of no language.
    fn of(file: &Path, code: &str) -> Option<Self> {
        let here = file.starts_with(code) || file.file_stem().is_some_and(|stem| stem == code);
        match code {
            "en" if here => Some(Self::English),
            "nl" if here => Some(Self::Dutch),
            _ if here => Some(Self::Other),
            _ => None,
        }
    }

    fn syllables(self, word: &str) -> usize {
        let word = word.to_lowercase();
        let count = match self {
            Self::English => english(&word),
            Self::Dutch => dutch(&word),
            Self::Other => 1,
        };
        count.max(1)
    }
}

#[derive(Debug, Default)]
struct Count {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Count {
    fn add(&mut self, words: &[&str], language: Language) {
        self.sentences += 1;
        self.words += words.len();
        self.syllables += words
            .iter()
            .flat_map(|word| word.split('-'))
            .filter(|part| !part.is_empty())
            .map(|part| language.syllables(part))
            .sum::<usize>();
    }

    /// Words in a sentence, and reading ease; `None` without a sentence.
    #[expect(clippy::cast_precision_loss, reason = "a file has far fewer words than a float can count")]
    fn measure(&self, language: Language) -> Option<(f64, f64)> {
        if self.sentences == 0 {
            return None;
        }
        let length = self.words as f64 / self.sentences as f64;
        let syllables = self.syllables as f64 / self.words as f64;
        let ease = match language {
            Language::English => 206.835 - 1.015 * length - 84.6 * syllables,
            Language::Dutch => 206.84 - 0.93 * length - 77.0 * syllables,
            Language::Other => f64::INFINITY,
        };
        Some((length, ease))
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ends: Vec<usize> = text
        .match_indices(['.', '?', '!'])
        .map(|(at, mark)| at + mark.len())
        .filter(|&end| text[end..].is_empty() || text[end..].starts_with(char::is_whitespace))
        .collect();
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    let mut start = 0;
    ends.into_iter().map(move |end| {
        let sentence = text[start..end].trim();
        start = end;
        sentence
    })
}

fn words(sentence: &str) -> Vec<&str> {
    sentence
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '{' | '}')))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

fn english(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let word: String = letters.iter().collect();
    let mut groups = 0;
    let mut inside = false;
    for (place, letter) in letters.iter().enumerate() {
        // Before a vowel, y is a consonant: em-plo-yer.
        let consonant = *letter == 'y' && letters.get(place + 1).is_some_and(|next| "aeiou".contains(*next));
        let vowel = "aeiouy".contains(*letter) && !consonant;
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    let silent_e = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    let silent_es = word.ends_with("es")
        && !["ses", "xes", "zes", "ches", "shes", "ges", "ces", "ies"].iter().any(|end| word.ends_with(end));
    let silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    if groups > 1 && (silent_e || silent_es || silent_ed) { groups - 1 } else { groups }
}

/// Dutch writes one syllable's vowel in up to three letters; the longest match wins.
fn dutch(word: &str) -> usize {
    const TOGETHER: [&str; 20] = [
        "aai", "ooi", "oei", "eeu", "ieu", "aau", "ij", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au",
        "ei", "ai", "oi",
    ];
    let mut rest = word;
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let together = TOGETHER.iter().find(|group| rest.starts_with(**group));
        if together.is_some() || "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(first) {
            count += 1;
        }
        rest = &rest[together.map_or(first.len_utf8(), |group| group.len())..];
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{dutch, english, sentences, words};

    #[test]
    fn sentences_end_at_a_mark_before_a_space() {
        let found: Vec<&str> = sentences("See page 2.1. Is it so? Yes").collect();
        assert_eq!(found, ["See page 2.1.", "Is it so?", "Yes"]);
    }

    #[test]
    fn words_are_counted_without_marks() {
        assert_eq!(words("Ask: 'who, and when?' - now").len(), 5);
    }

    #[test]
    fn english_syllables() {
        for (word, count) in [("ask", 1), ("little", 2), ("employer", 3), ("time", 1), ("planned", 1), ("tested", 2)] {
            assert_eq!(english(word), count, "{word}");
        }
    }

    #[test]
    fn dutch_syllables() {
        for (word, count) in [("werk", 1), ("werkgever", 3), ("nieuwe", 2), ("begeleider", 4), ("ideeën", 3)] {
            assert_eq!(dutch(word), count, "{word}");
        }
    }
}
