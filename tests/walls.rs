//! The walls of docs/architecture.md that no crate boundary holds.

use content::{DeviceWord, GuidanceWord, HelpWord, Key, LearnWord, PlanWord, TakeWord, Word, WorkplaceWord};
use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .flatten()
        .flat_map(|entry| if entry.path().is_dir() { sources(&entry.path()) } else { vec![entry.path()] })
        .collect()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn only_src_browser_knows_the_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outside = sources(&root.join("src")).into_iter().filter(|file| !file.starts_with(root.join("src/browser")));
    for file in outside {
        let source = read(&file);
        for name in ["web_sys", "js_sys", "wasm_bindgen::", "gloo"] {
            assert!(!source.contains(name), "{} uses {name}: that belongs in src/browser/", file.display());
        }
    }
}

/// Bar W1: no text that nothing shows.
#[test]
fn every_word_of_the_frame_is_shown_somewhere() {
    fn unused<K: Key + std::fmt::Debug>(set: &str, shell: &str) -> Vec<String> {
        let names = K::ALL.iter().map(|(key, _)| format!("{set}::{key:?}"));
        let whole = |found: &str| found.chars().next().is_none_or(|next| !next.is_alphanumeric());
        names
            .filter(|name| !shell.match_indices(name.as_str()).any(|(at, _)| whole(&shell[at + name.len()..])))
            .collect()
    }
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // The sentences of the guidance and the papers are put together in a crate of their own, and so is the page in which the app
    // starts.
    let others =
        ["crates/report/src", "crates/start-page/src"].map(|crate_| Path::new(env!("CARGO_MANIFEST_DIR")).join(crate_));
    let shell: String = sources(&src)
        .into_iter()
        .chain(others.iter().flat_map(|folder| sources(folder)))
        .map(|file| read(&file))
        .collect();
    assert_eq!(unused::<Word>("Word", &shell), Vec::<String>::new());
    assert_eq!(unused::<GuidanceWord>("GuidanceWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<DeviceWord>("DeviceWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<HelpWord>("HelpWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<LearnWord>("LearnWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<PlanWord>("PlanWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<TakeWord>("TakeWord", &shell), Vec::<String>::new());
    assert_eq!(unused::<WorkplaceWord>("WorkplaceWord", &shell), Vec::<String>::new());
}

/// A condition without one would leave a hole in each list that shows them.
#[test]
fn every_condition_has_a_drawing_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let drawings = read(&root.join("src/components/icon.rs"));
    let conditions = sources(&root.join("content/en/conditions"));
    assert!(!conditions.is_empty());
    for file in conditions {
        let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let named = drawings.lines().any(|line| line.trim_start_matches([' ', '(']).starts_with(&format!("\"{id}\",")));
        assert!(named, "src/components/icon.rs has no drawing for {id}");
    }
}
