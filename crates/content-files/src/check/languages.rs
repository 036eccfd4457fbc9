//! W1: every text in every language, with the same places and placeholders, and no text that nothing shows.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use content::{DeviceWord, GuidanceWord, HelpWord, Key, LearnWord, PlanWord, TakeWord, Word, WorkplaceWord};

use crate::{
    fault::Fault,
    files::{Content, REFERENCE},
    leaves::Leaf,
    own::PRODUCT,
};

/// The words of a frame within a file that holds others too.
const FRAME: &str = "frame.";

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    for (file, leaves) in &content.texts {
        for leaf in leaves.iter().filter(|leaf| leaf.text.trim().is_empty() && !optional(leaf)) {
            faults.push(fault(file, leaf.line, format!("'{}' is empty.", leaf.place), "Write it."));
        }
    }
    codes(content, faults);
    for (file, leaves) in &content.texts {
        leaves.iter().for_each(|leaf| known_placeholders(file, leaf, faults));
    }
    for language in content.languages().filter(|&code| code != REFERENCE) {
        for file in content.texts.keys().filter(|file| belongs_to(file, REFERENCE)) {
            compare(content, file, &in_language(file, language), faults);
        }
    }
    for language in content.languages() {
        keys::<Word>(content, &PathBuf::from(format!("{language}/interface.toml")), faults);
        keys::<GuidanceWord>(content, &PathBuf::from(format!("{language}/guidance.toml")), faults);
        keys::<DeviceWord>(content, &PathBuf::from(format!("{language}/device.toml")), faults);
        keys::<HelpWord>(content, &PathBuf::from(format!("{language}/help.toml")), faults);
        keys::<WorkplaceWord>(content, &PathBuf::from(format!("{language}/workplace.toml")), faults);
        keys::<PlanWord>(content, &PathBuf::from(format!("{language}/plan.toml")), faults);
        keys::<TakeWord>(content, &PathBuf::from(format!("{language}/take.toml")), faults);
        keys::<LearnWord>(content, &PathBuf::from(format!("{language}/learn.toml")), faults);
    }
}

/// The page chooses a language by the first part of the browser's code, so a folder has that part as its name.
fn codes(content: &Content, faults: &mut Vec<Fault>) {
    for code in content.languages() {
        if !(2..=3).contains(&code.len()) || !code.bytes().all(|letter| letter.is_ascii_lowercase()) {
            faults.push(fault(
                &Path::new(code).join("interface.toml"),
                1,
                format!("'{code}' is not the code of a language."),
                "Name the folder with two or three small letters, such as 'de'.",
            ));
        }
    }
}

/// What the app fills, and where. A placeholder anywhere else would be shown as it stands.
fn known_placeholders(file: &Path, leaf: &Leaf, faults: &mut Vec<Fault>) {
    const FRAME: [&str; 15] = [
        "all",
        "answer",
        "answered",
        "asked",
        "count",
        "date",
        "first",
        "high",
        "low",
        "number",
        "practitioner",
        "second",
        "source",
        "version",
        "weeks",
    ];
    const DEVICE: [&str; 12] =
        ["count", "date", "file", "here", "months", "name", "practice", "side", "size", "there", "version", "words"];
    const PLAN: [&str; 12] =
        ["count", "date", "dates", "days", "done", "file", "here", "practice", "rung", "there", "title", "who"];
    const WORKPLACE: [&str; 17] = [
        "after", "all", "answered", "asked", "before", "count", "date", "event", "file", "minutes", "number",
        "question", "site", "step", "topics", "version", "view",
    ];
    const LEARN: [&str; 5] = ["count", "date", "minutes", "number", "total"];
    const TAKE: [&str; 8] = ["answered", "asked", "date", "file", "number", "site", "version", "who"];
    const PRACTITIONER: [&str; 1] = ["practitioner"];
    const NAMES_PRODUCT: [&str; 9] = [
        "accessibility.toml",
        "about.toml",
        "device.toml",
        "guidance.toml",
        "help.toml",
        "interface.toml",
        "plan.toml",
        "take.toml",
        "workplace.toml",
    ];
    let named = |name: &str| file.file_name().is_some_and(|file| file == name);
    let asks = ["question", "levels", "steps", "find-out", "before", "views"];
    let known: &[&str] = if named("interface.toml") || named("guidance.toml") {
        &FRAME
    } else if named("device.toml") {
        &DEVICE
    } else if named("plan.toml") {
        &PLAN
    } else if named("workplace.toml") {
        &WORKPLACE
    } else if named("take.toml") {
        &TAKE
    } else if named("learn.toml") {
        &LEARN
    } else if leaf.place.starts_with("because.")
        || leaf.place.split(['.', '[']).nth(2).is_some_and(|part| asks.contains(&part))
    {
        &PRACTITIONER
    } else {
        &[]
    };
    // Filled when the packs are made, in these files alone.
    let names_product = NAMES_PRODUCT.iter().any(|file| named(file));
    let filled = |name: &str| known.contains(&name) || (name == PRODUCT && names_product);
    for name in placeholders(&leaf.text).into_iter().filter(|name| !filled(name)) {
        faults.push(fault(
            file,
            leaf.line,
            format!("Nothing fills {{{name}}} in '{}'.", leaf.place),
            "Write the words out, or correct the placeholder.",
        ));
    }
}

/// Editors' notes may be empty, and so may the forms of a word that means other things too.
fn optional(leaf: &Leaf) -> bool {
    [".note", ".not-verified", ".forms"].iter().any(|end| leaf.place.ends_with(end))
}

fn compare(content: &Content, reference: &Path, other: &Path, faults: &mut Vec<Fault>) {
    let by_place = |file: &Path| {
        content.leaves(file).iter().map(|leaf| (leaf.place.clone(), leaf.clone())).collect::<BTreeMap<_, _>>()
    };
    let (wanted, found) = (by_place(reference), by_place(other));
    let mut told = BTreeSet::new();
    for leaf in content.leaves(reference) {
        let place = &leaf.place;
        match found.get(place) {
            None if told.insert(whole(place, &found)) => faults.push(fault(
                other,
                1,
                format!("'{}' is missing.", whole(place, &found)),
                &format!("content/{}:{} has it: write it here too.", reference.display(), leaf.line),
            )),
            Some(twin) if placeholders(&twin.text) != placeholders(&leaf.text) => faults.push(fault(
                other,
                twin.line,
                format!("'{place}' has other placeholders than content/{}:{}.", reference.display(), leaf.line),
                "Use the same {placeholders} in every language.",
            )),
            _ => {}
        }
    }
    for leaf in content.leaves(other).iter().filter(|leaf| !wanted.contains_key(&leaf.place)) {
        let whole = whole(&leaf.place, &wanted);
        if told.insert(whole) {
            faults.push(fault(
                other,
                leaf.line,
                format!("'{whole}' is not in content/{}.", reference.display()),
                "Write it there too, or take it out here.",
            ));
        }
    }
}

/// What to tell of a text that another file lacks: all of a practice where the other has nothing of it, and else the text alone. An
/// editor who has forgotten a practice is told so once, and not for each of its twenty texts.
fn whole<'a>(place: &'a str, others: &BTreeMap<String, Leaf>) -> &'a str {
    match place.match_indices('.').nth(1) {
        Some((end, _)) if !others.keys().any(|other| other.starts_with(&place[..=end])) => &place[..end],
        _ => place,
    }
}

/// A key without a text, and a text without a key. A file may hold more than the words of a frame; then these stand in
/// `[frame]`.
fn keys<K: Key>(content: &Content, file: &Path, faults: &mut Vec<Fault>) {
    let wanted: BTreeSet<&str> = K::ALL.iter().map(|(_, place)| *place).collect();
    let framed = |leaf: &&Leaf| !wanted.iter().all(|place| place.starts_with(FRAME)) || leaf.place.starts_with(FRAME);
    let found: BTreeMap<&str, usize> =
        content.leaves(file).iter().filter(framed).map(|leaf| (leaf.place.as_str(), leaf.line)).collect();
    for place in wanted.iter().filter(|place| !found.contains_key(*place)) {
        faults.push(fault(file, 1, format!("'{place}' is missing."), "The app shows this text: write it."));
    }
    for (place, line) in found.iter().filter(|(place, _)| !wanted.contains(*place)) {
        faults.push(fault(
            file,
            *line,
            format!("Nothing shows '{place}'."),
            "Take it out, or correct its name (crates/content/src/phrases/ lists the names).",
        ));
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

fn belongs_to(file: &Path, language: &str) -> bool {
    file.starts_with(language) || file.file_stem().is_some_and(|stem| stem == language)
}

fn in_language(file: &Path, language: &str) -> PathBuf {
    match file.strip_prefix(REFERENCE) {
        Ok(rest) => Path::new(language).join(rest),
        Err(_) => file.with_file_name(format!("{language}.toml")),
    }
}

fn fault(file: &Path, line: usize, what: String, remedy: &str) -> Fault {
    Fault { file: file.to_owned(), line, what, remedy: remedy.to_owned() }
}
