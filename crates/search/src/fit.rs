//! How well a typed word fits a word of a text.

use strsim::osa_distance;

/// A typed word; `half` if it may still be typed on.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    pub word: &'a str,
    pub half: bool,
}

/// How well it fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the word.
    Whole,
    /// The word begins so.
    Begin,
    /// A part of a compound.
    Inside,
    /// It is the word, but for a slip of the keys, or begins so.
    Slip,
}

/// A shorter word begins, or is inside, too many others.
const SHORTEST_BEGIN: usize = 3;
/// The same for the last word, which may be half typed.
const SHORTEST_HALF: usize = 2;
const SHORTEST_INSIDE: usize = 4;

impl Typed<'_> {
    /// How it fits as it is written; `None` if it does not.
    pub fn as_written(self, word: &str) -> Option<Fit> {
        let letters = self.word.chars().count();
        let begin = if self.half { SHORTEST_HALF } else { SHORTEST_BEGIN };
        if self.word == word {
            Some(Fit::Whole)
        } else if letters >= begin && word.starts_with(self.word) {
            Some(Fit::Begin)
        } else if letters >= SHORTEST_INSIDE && word.contains(self.word) {
            Some(Fit::Inside)
        } else {
            None
        }
    }

    /// Whether it fits but for slips of the keys: a letter too many, too few, another one, or two that changed places.
    pub fn with_slips(self, word: &str) -> bool {
        let (typed, letters) = (self.word.chars().count(), word.chars().count());
        let slips = slips(typed);
        if slips == 0 || letters + slips < typed {
            return false;
        }
        if letters <= typed + slips && osa_distance(self.word, word) <= slips {
            return true;
        }
        // What was typed of it so far may have one letter more or less than what was meant.
        self.half && (typed - slips..=typed + slips).any(|so_far| osa_distance(self.word, begin(word, so_far)) <= slips)
    }
}

/// How many slips are forgiven in a word: in a short one, each makes another word.
fn slips(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

fn begin(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn whole(word: &str) -> Typed<'_> {
        Typed { word, half: false }
    }

    const fn half(word: &str) -> Typed<'_> {
        Typed { word, half: true }
    }

    #[test]
    fn a_word_fits_whole_at_its_beginning_and_inside_a_compound() {
        assert_eq!(whole("buddy").as_written("buddy"), Some(Fit::Whole));
        assert_eq!(whole("collega").as_written("collegas"), Some(Fit::Begin));
        assert_eq!(whole("gesprek").as_written("evaluatiegesprekken"), Some(Fit::Inside));
        assert_eq!(whole("art").as_written("start"), None, "three letters are inside too many words");
        assert_eq!(whole("ev").as_written("evaluatie"), None);
        assert_eq!(half("ev").as_written("evaluatie"), Some(Fit::Begin), "the last word may be half typed");
    }

    #[test]
    fn one_slip_is_forgiven_in_four_letters_and_two_in_eight() {
        for (typed, meant) in [("budy", "buddy"), ("buddi", "buddy"), ("tkaen", "taken"), ("evalautei", "evaluatie")] {
            assert!(whole(typed).with_slips(meant), "{typed} is {meant}");
        }
        for (typed, meant) in [("dog", "dag"), ("baddi", "buddy"), ("aluatie", "evaluatie")] {
            assert!(!whole(typed).with_slips(meant), "{typed} is not {meant}");
        }
    }

    #[test]
    fn a_slip_in_a_half_typed_word_is_forgiven_too() {
        assert!(half("begelied").with_slips("begeleiding"));
        assert!(!whole("begelied").with_slips("begeleidingsplan"));
    }
}
