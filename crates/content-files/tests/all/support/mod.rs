//! The real content, and copies of it that are about to be broken.

use std::{
    fs,
    path::{Path, PathBuf},
};

use content_files::{Content, Fault};
use house::House;
use tempfile::TempDir;

pub fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

pub fn unbroken() -> Content {
    content_files::read(&real()).unwrap_or_else(|faults| panic!("the content itself has faults: {faults:#?}"))
}

pub fn ours() -> House {
    house::ours(&real().join("..")).unwrap_or_else(|faults| panic!("house.toml has faults: {faults:#?}"))
}

/// A copy of the content that is about to be broken; of all languages it has these two, so that a third changes no test.
pub struct Edited {
    pub folder: TempDir,
    /// The file and line of each edit.
    places: Vec<(String, usize)>,
}

impl Edited {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for part in ["model.toml", "sources.toml", "example.toml", "learn.toml", "words.toml", "regions", "en", "nl"] {
            copy(&real().join(part), &folder.path().join(part));
        }
        Self { folder, places: Vec::new() }
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Replaces the first `from` of a file.
    pub fn replace(mut self, file: &str, from: &str, to: &str) -> Self {
        let before = self.text(file);
        assert!(before.contains(from), "{file} does not hold {from:?}: let this test edit another place");
        let after = before.replacen(from, to, 1);
        let same = before.lines().zip(after.lines()).take_while(|(before, after)| before == after).count();
        fs::write(self.path(file), after).expect("the copy can be written");
        self.places.push((file.to_owned(), same + 1));
        self
    }

    /// Replaces the same in both languages, so that neither differs from the other.
    pub fn replace_in_both(self, file: &str, from: &str, to: &str) -> Self {
        self.replace(&format!("en/{file}"), from, to).replace(&format!("nl/{file}"), from, to)
    }

    pub fn remove(self, file: &str) -> Self {
        fs::remove_file(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        self
    }

    pub fn copy(self, from: &str, to: &str) -> Self {
        copy(&self.path(from), &self.path(to));
        self
    }

    /// Adds a language by files alone.
    pub fn language(self, code: &str) -> Self {
        let list = format!("[{code}]\nbanned = []\n\n[en]\n");
        self.copy("en", code).copy("regions/nl/en.toml", &format!("regions/nl/{code}.toml")).replace(
            "words.toml",
            "\n[en]\n",
            &format!("\n{list}"),
        )
    }

    /// The first line that starts so.
    pub fn line(&self, file: &str, start: &str) -> usize {
        let text = self.text(file);
        let found = text.lines().position(|line| line.starts_with(start));
        found.unwrap_or_else(|| panic!("{file} has no line {start:?}")) + 1
    }

    pub fn faults(&self) -> Vec<Fault> {
        content_files::read(self.folder.path()).err().unwrap_or_default()
    }

    /// Each edit is told, on its own line, and nothing else.
    #[track_caller]
    pub fn tells(&self, what: &str) {
        let mut places: Vec<(&str, usize)> = self.places.iter().map(|(file, line)| (file.as_str(), *line)).collect();
        places.sort_by_key(|(file, line)| (Path::new(*file), *line));
        self.tells_at(&places, what);
    }

    /// Exactly these places are told, in order.
    #[track_caller]
    pub fn tells_at(&self, places: &[(&str, usize)], what: &str) {
        let faults = self.faults();
        let told: Vec<(&Path, usize)> = faults.iter().map(|fault| (fault.file.as_path(), fault.line)).collect();
        let places: Vec<(&Path, usize)> = places.iter().map(|(file, line)| (Path::new(*file), *line)).collect();
        assert_eq!(told, places, "{faults:#?}");
        for fault in &faults {
            assert!(fault.what.contains(what), "{what:?} is not what is told: {fault}");
            assert!(!fault.remedy.trim().is_empty(), "nothing says what to do: {fault}");
        }
    }

    /// The one edit is told, and nothing else: on its own line or above it in its `[[block]]`.
    #[track_caller]
    pub fn tells_in_block(mut self, what: &str) {
        let (file, edited) = self.places.pop().expect("an edit");
        let text = self.text(&file);
        let block = text.lines().take(edited).enumerate().filter(|(_, line)| line.starts_with("[[")).last();
        let head = block.expect("a block above the edit").0 + 1;
        let told = self.faults().first().map_or(0, |fault| fault.line);
        assert!((head..=edited).contains(&told), "told at line {told}, not in {head} to {edited}");
        self.tells_at(&[(&file, told)], what);
    }
}

/// Copies a file, or a folder with all in it.
pub fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).expect("a file of the content can be copied");
        return;
    }
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("the folder can be read");
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}
