//! The words of the app, by key, in sets: one set a file here and one content file. A key that has no text, or a text that has no key, fails the content check; a key
//! that does not exist fails the build.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::Text;

/// A set of keys, each with the place of its text in a content file.
pub trait Key: Copy + 'static {
    /// The keys and where their texts stand (`table.name`), in order.
    const ALL: &'static [(Self, &'static str)];
    /// Tells this set of keys from every other: a pack that was made for other keys would say the wrong things.
    const SET: u32;
    /// The key's place in the order.
    fn index(self) -> usize;
}

/// The texts of a set of keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, Vec<Text>)", into = "(u32, Vec<Text>)", bound = "K: Key")]
pub struct Words<K> {
    texts: Vec<Text>,
    keys: PhantomData<K>,
}

impl<K: Key> TryFrom<(u32, Vec<Text>)> for Words<K> {
    type Error = &'static str;

    fn try_from((set, texts): (u32, Vec<Text>)) -> Result<Self, Self::Error> {
        Some(texts).filter(|_| set == K::SET).and_then(Self::new).ok_or("made for another build")
    }
}

impl<K: Key> From<Words<K>> for (u32, Vec<Text>) {
    fn from(words: Words<K>) -> Self {
        (K::SET, words.texts)
    }
}

impl<K: Key> Words<K> {
    /// Takes the texts in the order of the keys; `None` if there are more or fewer.
    pub fn new(texts: Vec<Text>) -> Option<Self> {
        (texts.len() == K::ALL.len()).then_some(Self { texts, keys: PhantomData })
    }

    /// The text of a key.
    pub fn get(&self, key: K) -> Text {
        // `new` made sure that there is one for every key.
        self.texts.get(key.index()).cloned().unwrap_or_else(|| Text::from(""))
    }

    /// The text of a key with its placeholders filled.
    pub fn fill(&self, key: K, values: &[(&str, &str)]) -> String {
        crate::fill(&self.get(key), values)
    }
}

/// The sum of the places by FNV-1a, worked out while compiling.
const fn set_of(places: &[&str]) -> u32 {
    let mut sum: u32 = 0x811c_9dc5;
    let mut place = 0;
    while place < places.len() {
        let bytes = places[place].as_bytes();
        let mut byte = 0;
        while byte < bytes.len() {
            sum = (sum ^ bytes[byte] as u32).wrapping_mul(0x0100_0193);
            byte += 1;
        }
        sum = (sum ^ 0xff).wrapping_mul(0x0100_0193);
        place += 1;
    }
    sum
}

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $place:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the text in the content file says what each is")]
        pub enum $name { $($variant),+ }

        impl Key for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $place)),+];
            const SET: u32 = set_of(&[$($place),+]);
            fn index(self) -> usize { self as usize }
        }
    };
}

// After the macro, which they use.
mod device;
mod frame;
mod guidance;
mod help;
mod learn;
mod plan;
mod take;
mod workplace;

pub use device::DeviceWord;
pub use frame::Word;
pub use guidance::GuidanceWord;
pub use help::HelpWord;
pub use learn::LearnWord;
pub use plan::PlanWord;
pub use take::TakeWord;
pub use workplace::WorkplaceWord;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_other_keys_are_refused() {
        let texts = || vec![Text::from("x"); Word::ALL.len()];
        let packed =
            |set: u32, texts: Vec<Text>| crate::read::<Words<Word>>(&crate::write(&(set, texts)).expect("packed"));
        assert!(packed(Word::SET, texts()).is_ok());
        assert!(packed(GuidanceWord::SET, texts()).is_err());
        assert!(packed(Word::SET, texts()[1..].to_vec()).is_err());
    }
}
