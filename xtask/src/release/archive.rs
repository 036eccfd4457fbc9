//! One archive that every system opens by itself, and that is the same whoever makes it.

use anyhow::Result;
use std::io::{Cursor, Write};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file in the archive.
pub struct Entry {
    /// Its name from the archive's own folder on.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// An archive that unpacks to one folder. Names are sorted, times are the oldest that the format knows, and everyone
/// may read.
pub fn zip(folder: &str, entries: &[Entry]) -> Result<Vec<u8>> {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by(|one, other| one.name.cmp(&other.name));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in sorted {
        archive.start_file(format!("{folder}/{}", entry.name), options)?;
        archive.write_all(&entry.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn the_same_files_in_another_order_give_the_same_archive() {
        let entry = |name: &str, text: &str| Entry { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let one = zip("it-1", &[entry("site/b.js", "two"), entry("site/a.js", "one")]).expect("in memory");
        let other = zip("it-1", &[entry("site/a.js", "one"), entry("site/b.js", "two")]).expect("in memory");
        assert_eq!(one, other);

        let mut archive = ZipArchive::new(Cursor::new(one)).expect("a zip file");
        let names: Vec<String> = archive.file_names().map(|name| name.expect("text").into_owned()).collect();
        assert_eq!(names, ["it-1/site/a.js", "it-1/site/b.js"]);
        let mut file = archive.by_name("it-1/site/b.js").expect("in it");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        assert_eq!(text, "two");
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        assert_eq!(file.last_modified(), Some(DateTime::default()));
    }
}
