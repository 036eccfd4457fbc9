//! The guard with the lists that are shipped.

use std::{path::PathBuf, sync::LazyLock};

use guard::{Guard, Kind};

static GUARD: LazyLock<Guard> = LazyLock::new(|| {
    Guard::new(&content_files::guard_words(&content_folder()).unwrap_or_else(|faults| panic!("{faults:#?}")))
});

pub fn guard() -> &'static Guard {
    &GUARD
}

pub fn content_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// What the guard finds in a note: the kinds with the words.
pub fn found(note: &str) -> Vec<(Kind, String)> {
    guard().check(note).into_iter().map(|finding| (finding.kind, finding.words)).collect()
}
