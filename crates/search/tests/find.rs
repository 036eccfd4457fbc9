//! What is found, and in which order.

use search::{Entry, Index};

fn entry(title: &str, also: &[&str], text: &str) -> Entry {
    Entry { title: title.into(), text: text.into(), also: also.iter().map(ToString::to_string).collect() }
}

fn dutch() -> Vec<Entry> {
    vec![
        entry("Een buddy op de werkvloer", &["maatje"], "Een vaste collega bij wie iemand terecht kan met vragen."),
        entry(
            "Wat u mag vragen over gezondheid",
            &["privacy", "diagnose"],
            "U vraagt niet naar een ziekte. U mag wel vragen wat iemand nodig heeft om het werk te doen.",
        ),
        entry(
            "Evaluatiegesprekken",
            &["voortgang"],
            "Bespreek elke maand hoe het gaat. Neem de buddy mee in het gesprek, als iemand dat wil.",
        ),
        entry("Re-integratie", &["re-integratiebureau"], "Terug naar werk na een ziekte."),
        entry("Leren tijdens het werk", &["opleiding"], "Eén nieuwe taak tegelijk, en een collega die het voordoet."),
    ]
}

fn english() -> Vec<Entry> {
    vec![
        entry("A buddy at work", &["mentor"], "A colleague whom someone can always ask."),
        entry("What you may ask about health", &["disclosure"], "Ask what someone needs. Do not ask for a diagnosis."),
        entry("Regular talks", &["evaluation"], "Sit down together each month, with the buddy if that is wanted."),
        entry("Learning at work", &["training"], "One new task at a time."),
    ]
}

fn titles(entries: &[Entry], query: &str) -> Vec<String> {
    Index::of(entries).find(query).into_iter().map(|at| entries[at].title.clone()).collect()
}

fn first(entries: &[Entry], query: &str) -> String {
    titles(entries, query).into_iter().next().unwrap_or_else(|| panic!("nothing is found for '{query}'"))
}

#[test]
fn a_word_of_the_title_goes_before_another_word_for_it_and_that_before_the_text() {
    let entries =
        [entry("Plannen", &[], "De buddy."), entry("Rooster", &["buddy"], "Het werk."), entry("Buddy", &[], "Wie.")];
    assert_eq!(Index::of(&entries).find("buddy"), [2, 1, 0]);
}

#[test]
fn a_whole_word_goes_before_the_beginning_of_one_and_that_before_a_part_of_one() {
    let entries = [
        entry("Vergadertaken", &[], "Samen."),
        entry("Takenpakket", &[], "Het werk."),
        entry("Taken", &[], "Wat iemand doet."),
    ];
    assert_eq!(Index::of(&entries).find("taken "), [2, 1, 0]);
}

#[test]
fn what_stands_there_as_it_was_typed_leaves_no_room_for_slips() {
    let entries = [entry("Taken", &[], "Het werk."), entry("Talen", &[], "Nederlands en Engels.")];
    assert_eq!(Index::of(&entries).find("talen"), [1], "'taken' is one slip away");
    assert_eq!(Index::of(&entries).find("tazen").len(), 2, "both are one slip away");
}

#[test]
fn every_word_counts_and_a_rare_one_more() {
    let mut entries: Vec<Entry> = (0..12).map(|page| entry(&format!("Pagina {page}"), &[], "Het werk.")).collect();
    entries.push(entry("Loon", &[], "Loonkosten en het werk."));
    entries.push(entry("Subsidie", &[], "Voor loonkosten."));
    assert_eq!(titles(&entries, "werk loonkosten"), ["Loon", "Subsidie"], "what has only the common word is not meant");
}

#[test]
fn a_rare_word_in_a_text_tells_more_than_a_common_one_in_a_title() {
    let mut entries: Vec<Entry> = (0..13).map(|page| entry(&format!("Werk {page}"), &[], "Taken.")).collect();
    entries.push(entry("Wie dat alles betaalt", &[], "De subsidie."));
    assert_eq!(first(&entries, "werk subsidie"), "Wie dat alles betaalt");
}

#[test]
fn without_a_text_that_has_all_the_words_those_with_some_of_them_are_shown() {
    assert_eq!(first(&dutch(), "buddy olifant"), "Een buddy op de werkvloer");
}

#[test]
fn words_that_say_nothing_do_not_decide() {
    assert_eq!(first(&dutch(), "wat doet een buddy op het werk"), "Een buddy op de werkvloer");
    assert_eq!(first(&english(), "what can you ask about someone's health"), "What you may ask about health");
    let entries = [entry("Wat doet u voor een collega", &[], ""), entry("Buddy", &[], "")];
    assert_eq!(Index::of(&entries).find("wat doet u voor een buddy"), [1]);
    assert_eq!(Index::of(&entries).find("wat"), [0], "unless there is nothing else");
}

#[test]
fn slips_of_the_keys_are_forgiven_in_both_languages() {
    for (typed, meant) in [
        ("budy", "Een buddy op de werkvloer"),
        ("evalautie", "Evaluatiegesprekken"),
        ("gezonheid", "Wat u mag vragen over gezondheid"),
        ("opleidnig", "Leren tijdens het werk"),
    ] {
        assert_eq!(first(&dutch(), typed), meant, "{typed}");
    }
    for (typed, meant) in
        [("buddi", "A buddy at work"), ("helth", "What you may ask about health"), ("lerning", "Learning at work")]
    {
        assert_eq!(first(&english(), typed), meant, "{typed}");
    }
}

#[test]
fn the_last_word_may_be_half_typed() {
    assert_eq!(first(&dutch(), "mag ik vragen naar de diag"), "Wat u mag vragen over gezondheid");
    assert_eq!(first(&english(), "regular ta"), "Regular talks");
    assert_eq!(first(&dutch(), "evla"), "Evaluatiegesprekken", "with a slip in it");
}

#[test]
fn other_words_for_it_parts_of_compounds_and_hyphens_find_it() {
    assert_eq!(first(&dutch(), "maatje"), "Een buddy op de werkvloer");
    assert_eq!(
        titles(&dutch(), "gesprek")[0],
        "Evaluatiegesprekken",
        "in the title, although only as a part of a word"
    );
    for written in ["reintegratie", "re-integratie", "Re Integratie", "RE\u{2011}INTEGRATIE"] {
        assert_eq!(first(&dutch(), written), "Re-integratie", "{written}");
    }
    assert_eq!(first(&dutch(), "werkvloer-buddy"), "Een buddy op de werkvloer");
}

#[test]
fn accents_and_capitals_make_no_difference() {
    assert_eq!(first(&dutch(), "EEN NIEUWE TAAK"), "Leren tijdens het werk");
    assert_eq!(first(&[entry("Coördinator", &[], "")], "coordinator"), "Coördinator");
    assert_eq!(first(&[entry("Coordinator", &[], "")], "coördinator"), "Coordinator");
}

#[test]
fn nothing_is_found_for_nothing() {
    for query in ["", " ", "-", "?!", "xyzzy"] {
        assert_eq!(titles(&dutch(), query), [""; 0], "'{query}'");
    }
    assert_eq!(Index::of(&[]).find("buddy"), [0; 0]);
}
