//! The lists of the privacy guard: what goes wrong while editing them, and how it is told.

use std::{fs, path::Path};

use content_files::{Fault, guard_pack, guard_words};
use guard::{List, Words};
use tempfile::TempDir;

use crate::support::real;

/// A folder with every list, one entry each, and then this file.
fn folder(file: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("guard")).expect("the folder can be made");
    let lists: String =
        List::ALL.iter().map(|(_, place)| format!("{place} = 'oak{}'\n", place.replace('.', ""))).collect();
    fs::write(folder.path().join("guard/a.toml"), lists).expect("the file can be written");
    fs::write(folder.path().join("guard/b.toml"), file).expect("the file can be written");
    folder
}

fn faults(file: &str) -> Vec<Fault> {
    guard_words(folder(file).path()).expect_err("there is a fault")
}

fn tells(file: &str, line: usize, what: &str) {
    let faults = faults(file);
    let [fault] = faults.as_slice() else { panic!("one fault: {faults:#?}") };
    assert_eq!((fault.file.as_path(), fault.line), (Path::new("guard/b.toml"), line), "{fault}");
    assert!(fault.what.contains(what), "{fault}");
}

#[test]
fn the_lists_that_are_shipped_are_in_order_and_come_out_of_their_pack_as_they_went_in() {
    let words = guard_words(&real()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let pack = guard_pack(&real()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(pack.name, "guard.pack");
    assert_eq!(content::read::<Words>(&pack.bytes), Ok(words));
}

#[test]
fn the_files_are_laid_together_and_entries_stand_between_commas() {
    let folder = folder("[names]\nfirst = \"\"\"\nAnna, Zoë,\n  Jan Willem\n\"\"\"\n");
    let words = guard_words(folder.path()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(words.of(List::FirstName), ["anna", "jan willem", "oaknamesfirst", "zoe"]);
}

#[test]
fn a_list_that_the_guard_does_not_know_is_told() {
    tells("[names]\nfrist = 'Anna'\n", 2, "'names.frist'");
}

#[test]
fn an_entry_that_cannot_be_read_is_told_with_its_line() {
    tells("[health]\nsure = \"\"\"\nziek, moe,\nde*pressie\n\"\"\"\n", 4, "'de*pressie'");
    tells("[health]\nsure = '~ stemmen'\n", 2, "'~ stemmen'");
}

#[test]
fn an_entry_in_two_lists_of_which_one_makes_the_other_useless_is_told() {
    tells("[health]\nsure = 'oakhealthabout-someone'\n", 2, "guard/a.toml");
    assert!(
        guard_words(folder("[health]\nsure = 'oakdiagnosissure'\n").path()).is_ok(),
        "of another kind it is another"
    );
}

#[test]
fn a_file_that_is_no_toml_is_told_with_its_line() {
    tells("[health]\nsure 'ziek'\n", 2, "");
}

#[test]
fn a_list_or_a_folder_that_is_missing_is_told() {
    let folder = folder("");
    fs::write(folder.path().join("guard/a.toml"), "").expect("the file can be written");
    let faults = guard_words(folder.path()).expect_err("nothing is there");
    assert_eq!(faults.len(), List::ALL.len());
    assert!(guard_words(&folder.path().join("nowhere")).is_err());
}
