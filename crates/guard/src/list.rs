//! The lists of words, as they come out of the content.

use serde::{Deserialize, Serialize};

use crate::{fold, packing};

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $key:literal,)*) => {
        /// A list of words, by what it does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum List {
            $($(#[$doc])* $list,)*
        }

        impl List {
            /// All lists with their place in the files, in the order in which they are packed.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$list, $key),)*];
        }
    };
}

lists! {
    /// Diagnoses that count in every sentence.
    Diagnosis = "diagnosis.sure",
    /// Diagnoses that count when the sentence is about one person.
    DiagnosisOfSomeone = "diagnosis.about-someone",
    /// Medicines that count in every sentence.
    Medicine = "medicine.sure",
    /// Medicines that count when the sentence is about one person.
    MedicineOfSomeone = "medicine.about-someone",
    /// Other words about health that count in every sentence.
    Health = "health.sure",
    /// Other words about health that count when the sentence is about one person.
    HealthOfSomeone = "health.about-someone",
    /// Phrases in which words of the lists above mean something else.
    Harmless = "talk.harmless",
    /// Words of talk in general.
    General = "talk.general",
    /// Words for one person.
    Person = "talk.person",
    /// Nouns for someone who comes to work here.
    Role = "talk.role",
    /// Words with which a note begins that leaves out 'he' or 'she'.
    Opening = "talk.opening",
    /// Words right after such a verb that say who does it: no 'he' or 'she' was left out.
    Subject = "talk.subject",
    /// Everyday words that look like a misspelt word of the lists.
    NoSlip = "talk.no-slip",
    /// Titles before a family name.
    Title = "names.title",
    /// First names that are no everyday word.
    FirstName = "names.first",
    /// First names that are now and then a word.
    RareWordName = "names.first-capital",
    /// First names that are everyday words.
    WordName = "names.first-word",
    /// Family names.
    Surname = "names.surnames",
    /// Small words inside a family name.
    Particle = "names.particles",
    /// Nouns for who works here already.
    Staff = "names.staff",
    /// What only stands before a person.
    BesidePerson = "names.beside-person",
    /// What may stand before a person.
    Before = "names.before",
    /// What a person does, and now and then a thing.
    Does = "names.does",
    /// What only a person does.
    Minds = "names.minds",
    /// What stands between two names in a row.
    And = "names.and",
    /// What stands between a role and the name of who has it.
    Is = "names.is",
    /// Words that are never a name.
    Small = "names.small",
    /// Firms, places and sayings.
    NotAPerson = "names.not-a-person",
    /// Articles: what has one is a thing.
    Article = "names.article",
    /// What stands between a thing and its name.
    Called = "names.called",
    /// What stands before the name of a thing.
    ThingBefore = "names.thing-before",
    /// What stands after the name of a thing.
    ThingAfter = "names.thing-after",
    /// Words beside a telephone number.
    Phone = "contact.phone",
    /// Words before the number of an order or an article.
    Order = "contact.order",
    /// Words beside a day of birth.
    Birth = "contact.birth",
    /// Words beside a citizen's number.
    IdNumber = "contact.id-number",
    /// Words beside the number of a bank account.
    Account = "contact.account",
    /// Words beside an address.
    Address = "contact.address",
    /// Ends of the names of streets.
    StreetEnd = "contact.street-end",
    /// Words that end like a street and are none.
    NoStreet = "contact.no-street",
    /// Words after the name of a street.
    StreetWord = "contact.street-word",
    /// What a number counts when it is no house number.
    Unit = "contact.unit",
    /// Months.
    Month = "contact.month",
    /// The sign in a mail address, spelt out.
    AtSign = "contact.at-sign",
    /// The full stop in a mail address, spelt out.
    DotSign = "contact.dot-sign",
    /// Networks on which people go by a name.
    Network = "contact.network",
    /// What stands between a network and someone's name on it.
    NetworkName = "contact.network-name",
    /// Words before the number of a flat.
    Flat = "contact.flat",
    /// Sites with pages about one person.
    Profile = "contact.profile",
    /// What follows an @ and is no one's name.
    NoHandle = "contact.no-handle",
}

impl List {
    /// The list that stands at a place of the files, such as `talk.role`.
    pub fn at(place: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, key)| *key == place).map(|(list, _)| *list)
    }

    /// The list as one bit of a set.
    pub(crate) fn bit(self) -> u64 {
        1 << (self as u32)
    }
}

/// The words of all lists and languages together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Words {
    /// Per list, in the order of [`List::ALL`]: its entries, folded, sorted, each once.
    lists: Vec<Vec<String>>,
}

impl Words {
    /// Puts entries into their lists. Two entries that differ only in accents, or in capitals that carry no meaning, are
    /// one.
    pub fn new(entries: impl IntoIterator<Item = (List, String)>) -> Self {
        let mut lists = vec![Vec::new(); List::ALL.len()];
        for (list, entry) in entries {
            if let Some(words) = lists.get_mut(list as usize) {
                words.push(fold::entry(&entry));
            }
        }
        for words in &mut lists {
            words.sort_unstable();
            words.dedup();
        }
        Self { lists }
    }

    /// The entries of a list.
    pub fn of(&self, list: List) -> &[String] {
        self.lists.get(list as usize).map_or(&[], Vec::as_slice)
    }
}

impl From<Words> for Vec<String> {
    fn from(words: Words) -> Self {
        words.lists.iter().map(|list| packing::pack(list)).collect()
    }
}

impl From<Vec<String>> for Words {
    fn from(packed: Vec<String>) -> Self {
        Self { lists: packed.iter().map(|list| packing::unpack(list)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_no_more_lists_than_a_set_of_bits_can_hold() {
        assert!(List::ALL.len() <= 64);
        assert!(List::ALL.iter().enumerate().all(|(index, (list, _))| *list as usize == index));
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        let words = Words::new(
            [(List::FirstName, "Zoë"), (List::FirstName, "Zoe"), (List::FirstName, "Anna"), (List::Diagnosis, "ADD")]
                .map(|(list, word)| (list, word.to_owned())),
        );
        assert_eq!(words.of(List::FirstName), ["anna", "zoe"]);
        assert_eq!(words.of(List::Diagnosis), ["ADD"]);
        assert_eq!(Words::from(Vec::from(words.clone())), words);
    }
}
