//! Why a file was not taken.

use serde::{Deserialize, Serialize};

/// Why a file was not taken, with what the message about it needs. Nothing of the file was taken over.
///
/// It has no words of its own (no `Display`): those are content, in every language of the app. The texts in it come
/// from the file, and are fit to be shown: one line, at most 60 characters, and nothing that changes how the text
/// around it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is larger than what is read.
    TooLarge {
        /// The largest file that is read, in bytes.
        most: usize,
    },
    /// It holds more assessments and workplaces than are read at once.
    TooMany {
        /// The most that are read.
        most: usize,
    },
    /// There is nothing in it.
    Empty,
    /// It is of another program, or of another kind.
    NotOurs,
    /// It ends in the middle.
    CutOff,
    /// It was ours, and was changed or cut off on its way.
    Damaged,
    /// A newer version of the app wrote it, or answered another version of the questions.
    Newer,
    /// Something stands in it twice: a field, or what has this id.
    Twice(String),
    /// A field, practice, condition or question that is not known.
    Unknown(String),
    /// A value is missing or cannot be.
    Value {
        /// Where it stands, such as `k3x9 › answers › buddy-named › is`.
        at: String,
    },
}

/// The longest text in a refusal, in characters.
const LONGEST: usize = 60;

/// A text of the file, made fit to be shown in a message.
pub(crate) fn fit(text: &str) -> String {
    let mut fit: String = text.chars().filter(|&character| !misleads(character)).take(LONGEST + 1).collect();
    if let Some((last, _)) = fit.char_indices().nth(LONGEST) {
        fit.truncate(last);
        fit.pop();
        fit.push('…');
    }
    fit
}

/// Characters that cannot be seen and change what can: controls, line separators, changes of direction.
fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Where in a file something stands: the names above it, from the outside in.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    above: Option<&'p Place<'p>>,
    name: &'p str,
}

impl<'p> Place<'p> {
    /// The file itself, which has no name.
    pub(crate) const FILE: Self = Self { above: None, name: "" };

    pub(crate) fn under(&'p self, name: &'p str) -> Self {
        Self { above: Some(self), name }
    }

    /// The value here is missing or cannot be.
    pub(crate) fn refused(&self) -> Refusal {
        Refusal::Value { at: fit(&self.path()) }
    }

    fn path(&self) -> String {
        match self.above {
            None => String::new(),
            Some(above) if above.name.is_empty() => self.name.to_owned(),
            Some(above) => [&above.path(), " › ", self.name].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_what_is_above_it() {
        let id = Place::FILE.under("k3x9");
        let answers = id.under("answers");
        assert_eq!(
            answers.under("buddy-named").refused(),
            Refusal::Value { at: "k3x9 › answers › buddy-named".to_owned() }
        );
    }

    #[test]
    fn a_text_that_would_spoil_the_message_is_made_fit() {
        assert_eq!(fit("two\nlines\u{202E}turned\u{0}"), "twolinesturned");
        assert_eq!(fit(&"é".repeat(60)), "é".repeat(60));
        assert_eq!(fit(&"é".repeat(61)), "é".repeat(59) + "…");
    }
}
