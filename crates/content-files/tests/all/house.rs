//! What the packs of another house hold: its languages, its name, its contact and its privacy text.

use std::path::Path;

use content::{Advise, Ask, Device, Key, Take, TakeWord, Word};
use content_files::PackFile;
use house::House;

use crate::support::{ours, real, unbroken};

fn municipality() -> House {
    let project = real().join("..");
    house::read(&project.join("tests/house/house.toml"), &project)
        .unwrap_or_else(|faults| panic!("tests/house has faults: {faults:#?}"))
}

fn packs(house: &House) -> Vec<PackFile> {
    unbroken().packs(house).expect("content without faults can be packed")
}

fn pack<T: serde::de::DeserializeOwned>(packs: &[PackFile], name: &str) -> T {
    let pack = packs.iter().find(|pack| pack.name == name).unwrap_or_else(|| panic!("there is no {name}"));
    content::read(&pack.bytes).unwrap_or_else(|_| panic!("{name} cannot be read"))
}

fn holds(pack: &PackFile, text: &str) -> bool {
    pack.bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn every_text_that_names_the_product_names_that_of_the_house() {
    let packs = packs(&municipality());
    for (language, ours, theirs) in
        [("en", "Room to Grow", "Work Room Oosterweide"), ("nl", "Groeiruimte", "Werkruimte Oosterweide")]
    {
        let of_language = packs.iter().filter(|pack| pack.name.ends_with(&format!(".{language}.pack")));
        assert!(of_language.clone().filter(|pack| holds(pack, theirs)).count() >= 4, "{language}");
        for pack in of_language {
            assert!(!holds(pack, ours), "{} still says {ours}", pack.name);
            assert!(!holds(pack, "{product}"), "{} has a placeholder that the app does not fill", pack.name);
        }
    }
    let ask: Ask = pack(&packs, "ask.nl.pack");
    assert_eq!(&*ask.words.get(Word::SiteName), "Werkruimte Oosterweide");
    assert_eq!(&*pack::<Ask>(&packs, "ask.en.pack").words.get(Word::SiteName), "Work Room Oosterweide");
}

#[test]
fn placeholders_of_the_app_stay_for_the_app() {
    let packs = packs(&municipality());
    let take: Take = pack(&packs, "take.nl.pack");
    let placeholders = |text: &str| text.contains("{site}") || text.contains("{date}");
    assert!(TakeWord::ALL.iter().any(|(word, _)| placeholders(&take.words.get(*word))));
}

#[test]
fn names_of_saved_files_are_no_matter_of_the_house() {
    let (before, after): (Device, Device) =
        (pack(&packs(&ours()), "device.en.pack"), pack(&packs(&municipality()), "device.en.pack"));
    let name = |device: &Device| device.words.get(content::DeviceWord::FileNameBackup);
    assert_eq!(name(&before), name(&after));
}

#[test]
fn contact_and_privacy_text_come_along_in_each_language_and_only_where_someone_gave_them() {
    let packs_of_house = packs(&municipality());
    let ask: Ask = pack(&packs_of_house, "ask.nl.pack");
    let contact = ask.contact.expect("the municipality can be reached");
    assert_eq!(&*contact.name, "Gemeente Oosterweide, werkgeversloket");
    assert_eq!(contact.mail.as_deref(), Some("werkgevers@oosterweide.example"));
    assert_eq!(contact.web.as_deref(), Some("https://oosterweide.example/werkgevers"));
    let advise: Advise = pack(&packs_of_house, "advise.en.pack");
    assert_eq!(advise.host_privacy.len(), 2);
    assert!(advise.host_privacy[0].contains("is responsible"));

    let packs_of_ours = packs(&ours());
    assert_eq!(pack::<Ask>(&packs_of_ours, "ask.nl.pack").contact, None);
    assert!(pack::<Advise>(&packs_of_ours, "advise.en.pack").host_privacy.is_empty());
}

#[test]
fn one_language_alone_ships_the_words_of_no_other() {
    let mut house = municipality();
    house.languages = vec!["nl".to_owned()];
    let packs = packs(&house);
    assert_eq!(packs.len(), 8);
    assert!(packs.iter().all(|pack| pack.name.ends_with(".nl.pack")));

    house.languages.push("xyz".to_owned());
    let content = unbroken();
    assert!(content.packs(&house).is_err(), "a language without words cannot be packed");
}

#[test]
fn a_region_is_read_from_its_own_folder() {
    let faults = content_files::read_with_region(&real(), "be").expect_err("there is no such region");
    assert!(faults.iter().any(|fault| fault.file == Path::new("regions/be/region.toml")), "{faults:#?}");
}
