//! What can be found, by its words.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Entry,
    fit::{Fit, Typed},
    stop::is_stop,
    words::{self, Written},
};

/// More words than this in a query make no difference.
const MOST_WORDS: usize = 16;

/// Entries, ready to be searched.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every word that there is, and where.
    words: BTreeMap<String, Vec<Place>>,
    /// For each entry, how many words its title has.
    titles: Vec<usize>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    entry: usize,
    /// How much a word counts there.
    weight: u32,
}

/// A word of the title weighs most, one among the other words for it less, one of the text least.
const TITLE: u32 = 16;
const ALSO: u32 = 11;
const TEXT: u32 = 4;
/// Each time that it stands in the text again, up to so much.
const AGAIN: u32 = 1;
const TEXT_AT_MOST: u32 = 6;

/// How much a fit counts.
const fn worth(fit: Fit) -> u32 {
    match fit {
        Fit::Whole => 8,
        Fit::Begin => 5,
        Fit::Inside => 3,
        Fit::Slip => 2,
    }
}

/// How far an entry is what is sought.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// By how it fits, and by how rare the words are.
    score: u64,
    /// Of the words that are sought, those that fit, by how rare they are.
    covered: u32,
}

impl Index {
    /// Takes what can be found. [`find`](Self::find) speaks of the entries by their place here.
    pub fn of(entries: &[Entry]) -> Self {
        let mut index = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            index.titles.push(words::of(&entry.title).count());
            index.add(at, &entry.title, TITLE, 0);
            for also in &entry.also {
                index.add(at, also, ALSO, 0);
            }
            index.add(at, &entry.text, TEXT, AGAIN);
        }
        index
    }

    fn add(&mut self, entry: usize, text: &str, weight: u32, again: u32) {
        for Written { whole, parts } in words::of(text) {
            for word in parts.into_iter().chain([whole]) {
                let places = self.words.entry(word).or_default();
                match places.last_mut().filter(|last| last.entry == entry) {
                    None => places.push(Place { entry, weight }),
                    // It weighs as where it weighs most, and more where a text comes back to it.
                    Some(last) if last.weight < TEXT_AT_MOST => last.weight += again,
                    Some(_) => {}
                }
            }
        }
    }

    /// The places of the entries that are meant, the likeliest first.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let sought = self.sought(query);
        let mut found = vec![Found::default(); self.titles.len()];
        let mut all = 0;
        for typed in &sought {
            let fits = self.fits(typed.as_typed());
            let rarity = self.rarity(fits.iter().filter(|fit| **fit > 0).count());
            all += rarity;
            for (found, fit) in found.iter_mut().zip(fits).filter(|(_, fit)| *fit > 0) {
                found.score += u64::from(fit) * u64::from(rarity);
                found.covered += rarity;
            }
        }
        // With several words, one that has them all is meant; who has only the common half of them is not.
        let enough = if found.iter().any(|found| found.covered == all) { all.div_ceil(2) } else { 1 };
        let mut ranked: Vec<usize> =
            (0..found.len()).filter(|at| found[*at].score > 0 && found[*at].covered >= enough).collect();
        // Of two that fit as well, the one with the shorter title is more about it.
        ranked.sort_by_key(|at| {
            let Found { score, covered } = found[*at];
            (std::cmp::Reverse(score * u64::from(covered)), self.titles[*at])
        });
        ranked
    }

    /// The words that are sought: without those that say nothing, unless there are no others.
    fn sought(&self, query: &str) -> Vec<Sought> {
        let ends_a_word = query.chars().next_back().is_some_and(|last| !last.is_alphanumeric());
        let mut sought = Vec::new();
        for Written { whole, parts } in words::of(query).take(MOST_WORDS) {
            // Written with a hyphen where we write two words, or the other way round.
            if parts.is_empty() || self.holds(&whole) {
                sought.push(Sought { word: whole, half: false });
            } else {
                sought.extend(parts.into_iter().map(|word| Sought { word, half: false }));
            }
        }
        sought.truncate(MOST_WORDS);
        if let Some(last) = sought.last_mut() {
            last.half = !ends_a_word;
        }
        let mut seen = BTreeSet::new();
        sought.retain(|typed| seen.insert(typed.word.clone()));
        if sought.iter().any(|typed| !is_stop(&typed.word)) {
            sought.retain(|typed| !is_stop(&typed.word));
        }
        sought
    }

    fn holds(&self, begin: &str) -> bool {
        self.words.range(begin.to_owned()..).next().is_some_and(|(word, _)| word.starts_with(begin))
    }

    /// How well a word fits each entry; 0 where it does not. Only a word that is nowhere as it is written may be a slip.
    fn fits(&self, typed: Typed<'_>) -> Vec<u32> {
        let mut fits = vec![0; self.titles.len()];
        let mut best = |fit: Fit, places: &[Place]| {
            for Place { entry, weight } in places {
                if let Some(fits) = fits.get_mut(*entry) {
                    *fits = (*fits).max(worth(fit) * weight);
                }
            }
        };
        let mut is_known = false;
        for (word, places) in &self.words {
            if let Some(fit) = typed.as_written(word) {
                is_known |= fit < Fit::Inside;
                best(fit, places);
            }
        }
        if !is_known {
            for (_, places) in self.words.iter().filter(|(word, _)| typed.with_slips(word)) {
                best(Fit::Slip, places);
            }
        }
        fits
    }

    /// What stands in few entries tells more than what stands in most of them. A word that is nowhere weighs as the rarest: an entry
    /// without it does not have all that is sought.
    fn rarity(&self, entries: usize) -> u32 {
        1 + (self.titles.len().max(1) / entries.max(1)).checked_ilog2().unwrap_or(0)
    }
}

/// A word that is sought.
struct Sought {
    word: String,
    half: bool,
}

impl Sought {
    fn as_typed(&self) -> Typed<'_> {
        Typed { word: &self.word, half: self.half }
    }
}
