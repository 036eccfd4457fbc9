//! The walls of docs/architecture.md that no crate boundary holds.

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

#[test]
fn only_src_browser_knows_the_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let outside = sources(&root.join("src")).into_iter().filter(|file| !file.starts_with(root.join("src/browser")));
    for file in outside {
        let source = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for name in ["web_sys", "js_sys", "wasm_bindgen::", "gloo"] {
            assert!(!source.contains(name), "{} uses {name}: that belongs in src/browser/", file.display());
        }
    }
}
