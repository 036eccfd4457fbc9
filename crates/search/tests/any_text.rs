//! Whatever is typed, and whatever there is to find.

use proptest::prelude::*;
use search::{Entry, Index};

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = (any::<String>(), any::<String>(), prop::collection::vec(any::<String>(), 0..3))
        .prop_map(|(title, text, also)| Entry { title, text, also });
    prop::collection::vec(entry, 0..8)
}

proptest! {
    #[test]
    fn no_text_and_no_query_is_too_strange(entries in entries(), query in any::<String>()) {
        let found = Index::of(&entries).find(&query);
        let mut places = found.clone();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), found.len(), "each is found once");
        prop_assert!(found.iter().all(|at| *at < entries.len()));
    }

    #[test]
    fn a_title_finds_its_own_entry(titles in prop::collection::vec("[a-zéïö]{4,9}( [a-zéïö]{4,9}){0,2}", 1..8), at in any::<prop::sample::Index>()) {
        let entries: Vec<Entry> =
            titles.iter().map(|title| Entry { title: title.clone(), ..Entry::default() }).collect();
        let at = at.index(entries.len());
        prop_assert!(Index::of(&entries).find(&titles[at]).contains(&at));
    }

    #[test]
    fn one_slip_in_a_long_word_still_finds_it(word in "[a-z]{8,14}", slip in 0_usize..8, letter in "[a-z]") {
        let index = Index::of(&[Entry { title: word.clone(), ..Entry::default() }]);
        let mut typed = word.clone();
        typed.replace_range(slip..=slip, &letter);
        prop_assert_eq!(index.find(&typed), [0], "{} for {}", typed, word);
    }

}

/// As fast as a few words, however much is pasted into the field.
#[test]
fn much_text_in_the_field_takes_no_time() {
    let entries: Vec<Entry> =
        (0..2_000_u32).map(|page| Entry { title: format!("evaluatiegesprek{page}"), ..Entry::default() }).collect();
    let index = Index::of(&entries);
    for query in ["evaluatie".repeat(20_000), "evaluatei ".repeat(20_000), "evaluatei-".repeat(20_000)] {
        index.find(&query);
    }
}
