//! Name, contact, privacy text and languages.

use crate::support::{Folder, municipality, ours};

#[test]
fn our_own_house_has_a_name_in_both_languages_and_nobody_to_write_to() {
    let ours = ours();
    assert_eq!(ours.languages, ["en", "nl"]);
    assert_eq!((ours.name("en"), ours.name("nl")), ("Room to Grow", "Groeiruimte"));
    assert_eq!(ours.short_name("nl"), "Groeiruimte");
    assert!(ours.contact("en").is_none() && ours.privacy("nl").is_empty());
    assert!(ours.frames.is_empty(), "nobody may frame it by default");
}

#[test]
fn a_house_speaks_each_language_in_its_own_words() {
    let house = municipality();
    assert_eq!(house.languages, ["nl", "en"], "in the order in which they stand");
    assert_eq!(house.short_name("en"), "Work Room");
    let contact = |language| house.contact(language).expect("it has a contact");
    assert_eq!(contact("nl").name, "Gemeente Oosterweide, werkgeversloket");
    assert_eq!(contact("en").mail, contact("nl").mail, "one for both");
    assert_ne!(contact("en").web, contact("nl").web);
    assert_eq!(house.privacy("nl").len(), 2);
    assert_eq!(house.frames, ["https://intranet.oosterweide.example"]);
}

#[test]
fn a_language_without_a_name_of_its_own_takes_the_first() {
    let mut house = Folder::with("").house();
    house.languages.push("xyz".to_owned());
    assert_eq!(house.name("xyz"), "Own");
}
