//! From a text to its words, as they are compared.

use guard::letter;

/// A word has no more letters than this; what comes after them makes no difference. The longest word of a dictionary has fewer.
const LONGEST: usize = 48;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The word as one: small letters, without accents, hyphens and apostrophes.
    pub whole: String,
    /// What stands between its hyphens, where it has any: 're-integration' is two words as well as one.
    pub parts: Vec<String>,
}

/// The words of a text, in order.
pub fn of(text: &str) -> impl Iterator<Item = Written> {
    text.split(|part: char| !(part.is_alphanumeric() || is_tie(part) || letter(part).is_none()))
        .map(written)
        .filter(|word| !word.whole.is_empty())
}

fn written(word: &str) -> Written {
    let mut parts: Vec<String> = word.split(is_hyphen).map(folded).filter(|part| !part.is_empty()).collect();
    let whole = parts.concat().chars().take(LONGEST).collect();
    if parts.len() < 2 {
        parts.clear();
    }
    Written { whole, parts }
}

/// The letters as they are compared. An apostrophe goes: 'collega's' is written 'collegas' just as often.
fn folded(word: &str) -> String {
    word.chars().filter_map(letter).filter(|letter| letter.is_alphanumeric()).take(LONGEST).collect()
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn is_tie(letter: char) -> bool {
    is_hyphen(letter) || matches!(letter, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(text: &str) -> Vec<String> {
        of(text).map(|word| word.whole).collect()
    }

    #[test]
    fn capitals_accents_and_apostrophes_make_no_other_word() {
        assert_eq!(wholes("Één COÖRDINATOR, twee collega's."), ["een", "coordinator", "twee", "collegas"]);
        assert_eq!(wholes("cafe\u{301}"), wholes("café"), "an accent that is a character of its own");
        assert_eq!(wholes("Œuvre"), wholes("ouvre"), "one letter is compared with one letter");
    }

    #[test]
    fn a_hyphen_makes_one_word_and_two() {
        let words: Vec<Written> = of("re-integratie - nu").collect();
        assert_eq!(words.iter().map(|word| word.whole.as_str()).collect::<Vec<_>>(), ["reintegratie", "nu"]);
        assert_eq!(words[0].parts, ["re", "integratie"]);
        assert_eq!(words[1].parts, [""; 0]);
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(wholes(&"ab-".repeat(10_000))[0].chars().count(), LONGEST);
    }
}
