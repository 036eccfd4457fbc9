//! The words and numbers of a note.

use crate::fold;

/// A word or a number of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The byte at which it begins.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Its letters, folded, and without an ending such as 's after an apostrophe.
    pub word: Box<str>,
    /// Letters, digits, or both.
    pub made_of: MadeOf,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has two letters or more, all of them capitals.
    pub capitals: bool,
    /// Whether an ending after an apostrophe was taken off: "Lieke's".
    pub ending: bool,
    /// Whether a hyphen ties it to the word before it.
    pub tied: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeOf {
    /// Letters, and apostrophes between them.
    Letters,
    /// Digits.
    Digits,
    /// Letters and digits: '8a', 'L1NDA'.
    Both,
}

/// Endings after an apostrophe that make no other word.
const ENDINGS: [&str; 11] = ["s", "er", "ers", "ll", "d", "re", "ve", "m", "tje", "tjes", "je"];

impl Token {
    /// Whether it is written like a name: a capital, and small letters after it.
    pub fn looks_like_a_name(&self) -> bool {
        self.made_of == MadeOf::Letters && self.capital && !self.capitals && self.word.chars().nth(1).is_some()
    }

    /// Whether it is one letter, in capitals.
    pub fn is_initial(&self) -> bool {
        self.made_of == MadeOf::Letters && self.capital && self.word.chars().nth(1).is_none()
    }
}

/// The tokens of a note, in their order.
pub fn of(note: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = note.char_indices().peekable();
    while let Some(&(start, first)) = letters.peek() {
        if !is_part(first) {
            letters.next();
            continue;
        }
        let mut end = start;
        while let Some(&(at, letter)) = letters.peek() {
            if !is_part(letter) && !is_apostrophe_within(note, at, letter) {
                break;
            }
            end = at + letter.len_utf8();
            letters.next();
        }
        let tied = tokens.last().is_some_and(|before: &Token| is_hyphen(note.get(before.end..start)));
        tokens.push(token(note, start, end, tied));
    }
    tokens
}

fn token(note: &str, start: usize, end: usize, tied: bool) -> Token {
    let written = note.get(start..end).unwrap_or_default();
    let mut word: String = written.chars().filter_map(fold::letter).collect();
    let ending = word.split_once('\'').is_some_and(|(_, ending)| ENDINGS.contains(&ending));
    if ending {
        word.truncate(word.find('\'').unwrap_or(word.len()));
    }
    let digits = written.chars().any(|letter| letter.is_ascii_digit());
    let letters = written.chars().any(|letter| !letter.is_ascii_digit());
    Token {
        start,
        end,
        word: word.into(),
        made_of: match (letters, digits) {
            (true, true) => MadeOf::Both,
            (false, true) => MadeOf::Digits,
            _ => MadeOf::Letters,
        },
        capital: written.chars().next().is_some_and(char::is_uppercase),
        capitals: fold::is_capitals(written.split(is_apostrophe).next().unwrap_or_default()),
        ending,
        tied,
    }
}

/// Letters and digits; a combining accent belongs to the letter before it.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || fold::letter(letter).is_none()
}

fn is_apostrophe(letter: char) -> bool {
    fold::letter(letter) == Some('\'')
}

/// An apostrophe with a letter right after it; what stands before it is a word.
fn is_apostrophe_within(note: &str, at: usize, letter: char) -> bool {
    let after = note.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
    is_apostrophe(letter) && after.is_some_and(char::is_alphabetic)
}

fn is_hyphen(between: Option<&str>) -> bool {
    matches!(between, Some("-" | "‐" | "‑"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(note: &str) -> Vec<Box<str>> {
        of(note).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn words_are_letters_with_apostrophes_between_them() {
        assert_eq!(&*words("Zoë's pas, O’Brien can't")[0], "zoe");
        assert_eq!(words("Zoë's pas, O’Brien can't").join(" "), "zoe pas o'brien can't");
        assert_eq!(words("'s ochtends adhd'er 'vol'").join(" "), "s ochtends adhd vol");
    }

    #[test]
    fn a_hyphen_ties_two_words() {
        let tokens = of("IPS-begeleider - nee");
        assert_eq!(tokens.iter().map(|token| token.tied).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn numbers_and_mixtures_are_told_apart() {
        let made: Vec<MadeOf> = of("8a 12 acht L1NDA").into_iter().map(|token| token.made_of).collect();
        assert_eq!(made, [MadeOf::Both, MadeOf::Digits, MadeOf::Letters, MadeOf::Both]);
    }

    #[test]
    fn capitals_are_seen_before_an_ending_too() {
        assert!(of("ADD'er")[0].capitals);
        assert!(of("Mo")[0].looks_like_a_name() && !of("UWV")[0].looks_like_a_name());
        assert!(of("J.")[0].is_initial());
    }

    #[test]
    fn every_token_is_cut_on_the_borders_of_characters() {
        let note = "é\u{301}ñ 漢字 🙂x\u{200d}y ‘t";
        for token in of(note) {
            assert!(note.get(token.start..token.end).is_some(), "{token:?}");
        }
    }
}
