//! Single keys, and what they do. None of them is needed: all of it can be reached with Tab, the arrows and Enter too.

/// What a single key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Chooses the answer at this place, counted from 0.
    Answer(usize),
    /// Goes to the next question.
    Next,
    /// Goes to the question before.
    Previous,
    /// Opens the help.
    Help,
    /// Goes to the search field.
    Search,
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// What it writes, as browsers name it.
    pub key: &'a str,
    /// Ctrl, Alt or the like is held. Shift is not among them: on many keyboards '?' and '/' need it.
    pub modified: bool,
    /// The key belongs to the field that has the focus: one in which something is typed, or a list.
    pub in_field: bool,
    /// A dialog is open, and asks something else.
    pub in_dialog: bool,
    /// The key is held down: the first time counted.
    pub held: bool,
}

/// The keys of the answers, in their order: a question has at most six.
const ANSWERS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// What a key does here, if anything.
pub fn shortcut(press: Press<'_>) -> Option<Shortcut> {
    if press.modified || press.in_field || press.in_dialog || press.held {
        return None;
    }
    match press.key {
        "?" => Some(Shortcut::Help),
        "/" => Some(Shortcut::Search),
        "n" | "N" => Some(Shortcut::Next),
        "p" | "P" => Some(Shortcut::Previous),
        digit => ANSWERS.iter().position(|answer| *answer == digit).map(Shortcut::Answer),
    }
}

/// Where the next question is, or the one before. `here` is the question in which the keyboard is, `seen` the first that can be
/// seen; `None` is past the last one.
pub fn turn(forward: bool, here: Option<usize>, seen: usize, questions: usize) -> Option<usize> {
    let to = match (here, forward) {
        (None, true) => seen,
        (None, false) => seen.saturating_sub(1),
        (Some(here), true) => here + 1,
        (Some(here), false) => here.saturating_sub(1),
    };
    (to < questions).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn pressed(key: &str) -> Press<'_> {
        Press { key, modified: false, in_field: false, in_dialog: false, held: false }
    }

    #[test]
    fn each_key_does_what_the_help_says() {
        assert_eq!(shortcut(pressed("1")), Some(Shortcut::Answer(0)));
        assert_eq!(shortcut(pressed("4")), Some(Shortcut::Answer(3)));
        assert_eq!(shortcut(pressed("6")), Some(Shortcut::Answer(5)));
        assert_eq!(shortcut(pressed("?")), Some(Shortcut::Help));
        assert_eq!(shortcut(pressed("/")), Some(Shortcut::Search));
        assert_eq!(shortcut(pressed("n")), Some(Shortcut::Next));
        assert_eq!(shortcut(pressed("P")), Some(Shortcut::Previous), "with capitals locked");
    }

    #[test]
    fn other_keys_do_nothing() {
        for key in ["0", "7", "12", "01", "+1", "-1", "", "F1", "Tab", "Enter", "é", "nn"] {
            assert_eq!(shortcut(pressed(key)), None, "{key}");
        }
    }

    #[test]
    fn a_key_that_is_meant_for_something_else_does_nothing() {
        for key in ["1", "?", "/", "n"] {
            for meant in [
                Press { modified: true, ..pressed(key) },
                Press { in_field: true, ..pressed(key) },
                Press { in_dialog: true, ..pressed(key) },
                Press { held: true, ..pressed(key) },
            ] {
                assert_eq!(shortcut(meant), None, "{meant:?}");
            }
        }
    }

    #[test]
    fn one_goes_from_question_to_question_and_past_the_last() {
        assert_eq!(turn(true, None, 1, 3), Some(1), "the first that can be seen");
        assert_eq!(turn(true, Some(1), 0, 3), Some(2));
        assert_eq!(turn(true, Some(2), 0, 3), None);
        assert_eq!(turn(false, Some(2), 0, 3), Some(1));
        assert_eq!(turn(false, Some(0), 0, 3), Some(0), "the first stays the first");
        assert_eq!(turn(false, None, 2, 3), Some(1));
    }
}
