//! Sums by which whoever got a release checks that it is whole and ours: `sha256sum --check SHA256SUMS`.

use super::{files_below, relative};
use crate::hash;
use anyhow::Result;
use std::{fs, path::Path};

pub const FILE: &str = "SHA256SUMS";

/// A line for every file in a folder, sorted by name.
pub fn of_folder(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for file in files_below(folder)? {
        let name = relative(folder, &file);
        if name != FILE {
            lines += &format!("{}  {name}\n", hash::whole(&fs::read(&file)?));
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_list_itself_has_a_line_in_the_form_of_sha256sum() {
        let folder = std::env::temp_dir().join(format!("room-to-grow-sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).expect("temporary folder");
        for (name, text) in [("b/c", "abc"), ("a", ""), (FILE, "old")] {
            fs::write(folder.join(name), text).expect("file in the temporary folder");
        }
        let sums = of_folder(&folder).expect("can be read");
        fs::remove_dir_all(&folder).expect("temporary folder removed");
        assert_eq!(
            sums,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b/c\n"
        );
    }
}
