//! One entry of a list: words, with `*` for any letters at the begin or end of a word, and `~` for up to three words in
//! between.

use crate::{fold, tokens::Token};

/// The most words that a `~` stands for.
pub const GAP: usize = 3;

/// An entry that can be held against the words of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

/// One word of an entry, or the gap before the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A word.
    Word(Shape),
    /// Up to [`GAP`] words of any kind.
    Gap,
}

/// How a word has to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The letters, folded.
    pub text: Box<str>,
    /// Where other letters may stand.
    pub form: Form,
    /// Whether it counts in capitals only.
    pub capitals: bool,
}

/// Where a word may have other letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Nowhere.
    Whole,
    /// After it: `autis*`.
    Begin,
    /// Before it: `*stoornis`.
    End,
}

/// Why an entry cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no word in it.
    Empty,
    /// A `*` stands elsewhere than at one end of a word of two letters or more.
    Star,
    /// A `~` stands elsewhere than between two words.
    Gap,
}

impl Pattern {
    /// Reads an entry.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(entry: &str) -> Result<Self, Unreadable> {
        let mut pieces = Vec::new();
        for word in entry.split(|letter: char| letter.is_whitespace() || letter == '-') {
            match word {
                "" => {}
                "~" => pieces.push(Piece::Gap),
                word => pieces.push(Piece::Word(shape(word)?)),
            }
        }
        let ends = [pieces.first(), pieces.last()];
        if ends.contains(&None) {
            return Err(Unreadable::Empty);
        }
        let twice = pieces.windows(2).any(|pair| matches!(pair, [Piece::Gap, Piece::Gap]));
        if twice || ends.contains(&Some(&Piece::Gap)) {
            return Err(Unreadable::Gap);
        }
        Ok(Self { pieces })
    }

    /// The first word.
    pub(crate) fn first(&self) -> Option<&Shape> {
        match self.pieces.first() {
            Some(Piece::Word(shape)) => Some(shape),
            _ => None,
        }
    }

    /// The only word, if there is no other.
    pub(crate) fn only(&self) -> Option<&Shape> {
        self.first().filter(|_| self.pieces.len() == 1)
    }

    /// How many words of the sentence the entry takes, when its first word is the first of these.
    pub(crate) fn length(&self, sentence: &[Token]) -> Option<usize> {
        let mut at = 0;
        let mut reach = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Gap => reach = GAP,
                Piece::Word(shape) => {
                    let ahead = sentence.get(at..)?.iter().take(reach + 1);
                    at += 1 + ahead.into_iter().position(|token| shape.fits(token))?;
                    reach = 0;
                }
            }
        }
        Some(at)
    }
}

impl Shape {
    /// Whether a word of the note looks so.
    pub fn fits(&self, token: &Token) -> bool {
        let word = &*token.word;
        (!self.capitals || token.capitals)
            && match self.form {
                Form::Whole => word == &*self.text,
                Form::Begin => word.starts_with(&*self.text),
                Form::End => word.ends_with(&*self.text),
            }
    }
}

fn shape(word: &str) -> Result<Shape, Unreadable> {
    let (form, text) = match (word.strip_prefix('*'), word.strip_suffix('*')) {
        (None, None) => (Form::Whole, word),
        (None, Some(text)) => (Form::Begin, text),
        (Some(text), None) => (Form::End, text),
        (Some(_), Some(_)) => return Err(Unreadable::Star),
    };
    if text.contains('*') || (form != Form::Whole && text.chars().count() < 2) {
        return Err(Unreadable::Star);
    }
    let capitals = fold::is_capitals(text);
    let text: String = text.chars().filter_map(fold::letter).collect();
    if text.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(Shape { text: text.into(), form, capitals })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens;

    fn length(entry: &str, note: &str) -> Option<usize> {
        Pattern::read(entry).expect("an entry").length(&tokens::of(note))
    }

    #[test]
    fn a_star_stands_for_any_letters() {
        assert_eq!(length("autis*", "autistisch"), Some(1));
        assert_eq!(length("*stoornis", "angststoornis"), Some(1));
        assert_eq!(length("*stoornis", "stoornissen"), None);
    }

    #[test]
    fn capitals_count_only_where_the_entry_has_them() {
        assert_eq!(length("ADD", "ADD"), Some(1));
        assert_eq!(length("ADD", "add"), None);
        assert_eq!(length("adhd", "ADHD"), Some(1));
    }

    #[test]
    fn a_gap_is_up_to_three_words() {
        assert_eq!(length("hoor* ~ stemmen", "hoort stemmen"), Some(2));
        assert_eq!(length("hoor* ~ stemmen", "hoort nu en dan stemmen"), Some(5));
        assert_eq!(length("hoor* ~ stemmen", "hoort nu en dan weer stemmen"), None);
    }

    #[test]
    fn a_hyphen_is_like_a_space() {
        assert_eq!(length("burn-out", "burn out"), Some(2));
        assert_eq!(length("burn out", "Burn-out"), Some(2));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for (entry, why) in [
            ("", Unreadable::Empty),
            (" - ", Unreadable::Empty),
            ("au*tis", Unreadable::Star),
            ("*a*", Unreadable::Star),
            ("*", Unreadable::Star),
            ("~ stemmen", Unreadable::Gap),
            ("hoort ~ ~ stemmen", Unreadable::Gap),
        ] {
            assert_eq!(Pattern::read(entry), Err(why), "{entry:?}");
        }
    }
}
