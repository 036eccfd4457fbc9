//! How someone reads on this device: the size of the text, keys that answer, and explanations of words.
//!
//! It is kept as a few marks, which also stand on the page itself (`data-reading`): `static/boot.js` puts them there before
//! anything is drawn, and the style goes by them.

/// How someone reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How large the text is.
    pub size: TextSize,
    /// Whether single keys do nothing (WCAG 2.1.4): they get in the way of those who speak to their device, or whose hand slips.
    pub keys_off: bool,
    /// Whether the explanations of words are unfolded.
    pub easy_words: bool,
}

/// How large the text is, next to what the browser's own settings say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As it is designed.
    #[default]
    Normal,
    /// 115 %.
    Larger,
    /// 130 %.
    Large,
    /// 150 %.
    Largest,
}

const KEYS_OFF: &str = "no-keys";
const EASY_WORDS: &str = "easy-words";

impl TextSize {
    /// From small to large.
    pub const ALL: [Self; 4] = [Self::Normal, Self::Larger, Self::Large, Self::Largest];

    /// In percent.
    pub const fn percent(self) -> u32 {
        match self {
            Self::Normal => 100,
            Self::Larger => 115,
            Self::Large => 130,
            Self::Largest => 150,
        }
    }

    /// By which the style and what is kept know it.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Normal => "text-100",
            Self::Larger => "text-115",
            Self::Large => "text-130",
            Self::Largest => "text-150",
        }
    }
}

impl Reading {
    /// Reads the marks. What is not known is left out: it may be of another version.
    pub fn of(marks: &str) -> Self {
        let has = |mark: &str| marks.split(' ').any(|one| one == mark);
        Self {
            size: TextSize::ALL.into_iter().find(|size| has(size.mark())).unwrap_or_default(),
            keys_off: has(KEYS_OFF),
            easy_words: has(EASY_WORDS),
        }
    }

    /// The marks, with a space between them; none for who chose nothing.
    pub fn marks(self) -> String {
        let size = (self.size != TextSize::Normal).then(|| self.size.mark());
        let marks = [size, self.keys_off.then_some(KEYS_OFF), self.easy_words.then_some(EASY_WORDS)];
        marks.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_read_is_read_back_from_its_marks() {
        for size in TextSize::ALL {
            for keys_off in [false, true] {
                for easy_words in [false, true] {
                    let reading = Reading { size, keys_off, easy_words };
                    assert_eq!(Reading::of(&reading.marks()), reading);
                }
            }
        }
    }

    #[test]
    fn who_chose_nothing_leaves_nothing_behind() {
        assert_eq!(Reading::default().marks(), "");
    }

    #[test]
    fn marks_of_another_version_change_nothing() {
        assert_eq!(Reading::of("text-400 upside-down  no-keys2 "), Reading::default());
    }
}
