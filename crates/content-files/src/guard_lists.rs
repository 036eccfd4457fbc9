//! The lists of the privacy guard, `content/guard/*.toml`: read, checked, and packed.
//!
//! A list is a text of entries with commas between them. The files are laid together, because a note may be in another
//! language than the page.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use guard::{List, Pattern, Unreadable, Words};

use crate::{Fault, PackFile, leaves};

/// An entry with the place where it stands.
struct Entry {
    list: List,
    text: String,
    file: PathBuf,
    line: usize,
}

/// Lists of which an entry stands in one at most: in the first it would make the other useless.
const APART: [&[List]; 4] = [
    &[List::Diagnosis, List::DiagnosisOfSomeone],
    &[List::Medicine, List::MedicineOfSomeone],
    &[List::Health, List::HealthOfSomeone],
    &[List::FirstName, List::RareWordName, List::WordName],
];

/// Reads and checks the lists of the privacy guard.
///
/// # Errors
///
/// All faults, sorted by file and line.
pub fn guard_words(folder: &Path) -> Result<Words, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut entries = Vec::new();
    for file in files(folder, &mut faults) {
        read(folder, &file, &mut entries, &mut faults);
    }
    for (list, place) in List::ALL {
        if !entries.iter().any(|entry| entry.list == *list) {
            faults.push(fault(
                Path::new("guard"),
                1,
                &format!("The list '{place}' is missing."),
                "Put it into a file.",
            ));
        }
    }
    entries.iter().filter_map(unreadable).for_each(|fault| faults.push(fault));
    twice(&entries, &mut faults);
    if faults.is_empty() {
        return Ok(Words::new(entries.into_iter().map(|entry| (entry.list, entry.text))));
    }
    faults.sort();
    Err(faults)
}

/// The pack of the privacy guard. It is of no language.
///
/// # Errors
///
/// As in [`guard_words`].
pub fn guard_pack(folder: &Path) -> Result<PackFile, Vec<Fault>> {
    let words = guard_words(folder)?;
    let damaged = |_| vec![fault(Path::new("guard"), 1, "The lists could not be packed.", "Run cargo xtask content.")];
    Ok(PackFile { name: "guard.pack".to_owned(), bytes: content::write(&words).map_err(damaged)? })
}

fn files(folder: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("guard")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|path| path.file_name().map(|name| Path::new("guard").join(name)))
        .collect();
    files.sort();
    if files.is_empty() {
        faults.push(fault(Path::new("guard"), 1, "There are no lists.", "Put the files of the privacy guard there."));
    }
    files
}

fn read(folder: &Path, file: &Path, entries: &mut Vec<Entry>, faults: &mut Vec<Fault>) {
    let text = match fs::read_to_string(folder.join(file)) {
        Ok(text) => text,
        Err(error) => {
            faults.push(fault(file, 1, &format!("The file cannot be read: {error}."), "Write it as UTF-8."));
            return;
        }
    };
    if let Err(error) = text.parse::<toml::Table>() {
        let line = error.span().map_or(1, |span| leaves::line(&text, span.start));
        let what = error.message().trim_end_matches('.').replace('\n', " ");
        faults.push(fault(file, line, &format!("{what}."), "Compare the line with the other files in the folder."));
        return;
    }
    for leaf in leaves::of(&text) {
        let Some(list) = List::at(&leaf.place) else {
            let what = format!("The guard knows no list '{}'.", leaf.place);
            faults.push(fault(file, leaf.line, &what, "Take the name that the other files of the folder use."));
            continue;
        };
        // A text over several lines begins on the line below its three quotes.
        let first = leaf.line + usize::from(leaf.text.contains('\n'));
        for (line, row) in (first..).zip(leaf.text.lines()) {
            let words = row.split(',').map(str::trim).filter(|entry| !entry.is_empty());
            let entry = |text: &str| Entry { list, text: text.to_owned(), file: file.to_owned(), line };
            entries.extend(words.map(entry));
        }
    }
}

fn unreadable(entry: &Entry) -> Option<Fault> {
    let remedy = match Pattern::read(&entry.text).err()? {
        Unreadable::Empty => "Write at least one letter.",
        Unreadable::Star => "Put a * before or after a word of two letters or more.",
        Unreadable::Gap => "Put a ~ between two words.",
    };
    Some(fault(&entry.file, entry.line, &format!("'{}' cannot be read.", entry.text), remedy))
}

fn twice(entries: &[Entry], faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<(usize, &str), &Entry> = BTreeMap::new();
    for entry in entries {
        let group = APART.iter().position(|lists| lists.contains(&entry.list));
        let Some(before) = group.and_then(|group| seen.insert((group, &entry.text), entry)) else { continue };
        if before.list != entry.list {
            let what = format!("'{}' also stands in {}:{}.", entry.text, before.file.display(), before.line);
            faults.push(fault(&entry.file, entry.line, &what, "Keep it in one of the two lists."));
        }
    }
}

fn fault(file: &Path, line: usize, what: &str, remedy: &str) -> Fault {
    Fault { file: file.to_owned(), line, what: what.to_owned(), remedy: remedy.to_owned() }
}
