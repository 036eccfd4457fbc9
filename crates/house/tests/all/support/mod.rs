//! A house file in a folder of its own, to be broken.

use std::{
    fs,
    path::{Path, PathBuf},
};

use house::{Fault, House};
use tempfile::TempDir;

/// The checkout.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The house style as it comes.
pub fn ours() -> House {
    house::ours(&project()).unwrap_or_else(|faults| panic!("house.toml has faults: {faults:#?}"))
}

/// The made-up municipality of tests/house.
pub fn municipality() -> House {
    let file = project().join("tests/house/house.toml");
    house::read(&file, &project()).unwrap_or_else(|faults| panic!("tests/house has faults: {faults:#?}"))
}

/// A house file, and what lies beside it.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    /// The least that a house file may hold, with something behind it.
    pub fn with(more: &str) -> Self {
        let least = "languages = [\"en\", \"nl\"]\nregion = \"nl\"\nname = { en = \"Own\", nl = \"Eigen\" }\n";
        Self::of(&format!("{least}{more}"))
    }

    pub fn of(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("house.toml"), text).expect("the house file can be written");
        Self { folder }
    }

    pub fn file(self, name: &str, text: &str) -> Self {
        fs::write(self.folder.path().join(name), text).expect("a file can be written");
        self
    }

    pub fn read(&self) -> Result<House, Vec<Fault>> {
        house::read(&self.folder.path().join("house.toml"), &project())
    }

    pub fn house(&self) -> House {
        self.read().unwrap_or_else(|faults| panic!("nothing is wrong with it, and yet: {faults:#?}"))
    }

    /// Exactly one fault is told: in this file, on this line, with these words.
    #[track_caller]
    pub fn tells(&self, file: &str, line: usize, what: &str, remedy: &str) {
        let faults = self.read().err().unwrap_or_default();
        let [fault] = faults.as_slice() else { panic!("one fault was to be told, and there are: {faults:#?}") };
        assert_eq!((fault.file.file_name(), fault.line), (Some(file.as_ref()), line), "{fault}");
        assert!(fault.what.contains(what), "{what:?} is not what is told: {fault}");
        assert!(fault.remedy.contains(remedy), "{remedy:?} is not the remedy: {fault}");
    }
}
