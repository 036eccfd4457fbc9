//! The guard on sentences that were written before its rules, and on all that the instrument itself says.
//!
//! `harmless.txt` and `risky.txt` were there to write the rules by. The `unseen` ones were not: whoever changes the rules
//! does not read them, and these tests tell no more about them than counts.

use std::{collections::BTreeSet, fs, path::Path};

use crate::support::{content_folder, guard};
use content::{Advise, Ask, Examples};
use content_files::Content;
use guard::{Finding, Guard, Kind};

const LANGUAGES: [&str; 2] = ["en", "nl"];
const KINDS: [(&str, Kind); 5] = [
    ("diagnosis", Kind::Diagnosis),
    ("medicine", Kind::Medicine),
    ("health", Kind::Health),
    ("name", Kind::Name),
    ("contact", Kind::Contact),
];

fn lines(language: &str, list: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/sentences/{language}/{list}.txt"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// Everything that the instrument asks, says and advises in a language.
fn instrument(content: &Content, language: &str) -> Vec<String> {
    let house = house::ours(&content_folder().join("..")).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let packs = content.packs(&house).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let bytes = |name: &str| {
        let name = format!("{name}.{language}.pack");
        packs.iter().find(|pack| pack.name == name).map(|pack| pack.bytes.clone()).unwrap_or_default()
    };
    let ask: Ask = content::read(&bytes("ask")).expect("what is asked");
    let advise: Advise = content::read(&bytes("advise")).expect("the advice");
    let examples: Examples = content::read(&bytes("examples")).expect("the examples");
    let mut texts = BTreeSet::new();
    for condition in &ask.conditions {
        texts.insert(condition.meaning.to_string());
        for practice in &condition.practices {
            let levels = practice.levels.iter().chain(practice.levels_before.iter().flatten());
            let questions =
                [&practice.question, &practice.question_practitioner].into_iter().chain(&practice.question_before);
            texts.extend(levels.chain(questions).map(|text| text.to_string()));
        }
    }
    for practice in &advise.practices {
        texts.extend(practice.steps.iter().chain([&practice.why, &practice.find_out]).map(|text| text.to_string()));
    }
    texts.extend(advise.conditions.iter().flat_map(|condition| &condition.prompts).map(|text| text.to_string()));
    texts.extend(examples.practices.iter().flat_map(|(_, texts)| texts).map(|text| text.to_string()));
    texts.into_iter().collect()
}

/// How many of the harmless notes are warned about, and which.
fn warned(guard: &Guard, notes: &[String]) -> Vec<(String, Vec<Finding>)> {
    let findings = notes.iter().map(|note| (note.clone(), guard.check(note)));
    findings.filter(|(_, findings)| !findings.is_empty()).collect()
}

/// Per kind: how many risky notes there are, and which ones lack a finding of their kind.
fn missed(guard: &Guard, notes: &[String]) -> Vec<(Kind, usize, Vec<String>)> {
    let mut counts: Vec<(Kind, usize, Vec<String>)> = KINDS.iter().map(|(_, kind)| (*kind, 0, Vec::new())).collect();
    for line in notes {
        let (category, note) = line.split_once('\t').expect("a category before a tab");
        let kind = KINDS.iter().find(|(name, _)| *name == category).expect("a category").1;
        let count = counts.iter_mut().find(|(other, ..)| *other == kind).expect("every kind is counted");
        count.1 += 1;
        if !guard.check(note).iter().any(|finding| finding.kind == kind) {
            count.2.push(note.to_owned());
        }
    }
    counts
}

/// How many of the warned notes have a finding of each kind.
fn kinds(warned: &[(String, Vec<Finding>)]) -> String {
    let count = |kind| warned.iter().filter(|(_, findings)| findings.iter().any(|found| found.kind == kind)).count();
    KINDS.iter().map(|(name, kind)| format!("{name} {}", count(*kind))).collect::<Vec<_>>().join(", ")
}

fn percent(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of as f64
}

fn tell(list: &str, counts: &[(Kind, usize, Vec<String>)]) -> f64 {
    let (all, lost) = counts.iter().fold((0, 0), |(all, lost), (_, count, missed)| (all + count, lost + missed.len()));
    let found = percent(all - lost, all);
    println!("{list}: {} of {all} risky notes warned, {found:.1} %", all - lost);
    for (kind, count, missed) in counts {
        println!("    {kind:?}: {} of {count}", count - missed.len());
    }
    found
}

#[test]
fn harmless_notes_are_left_alone() {
    let guard = guard();
    let content = content_files::read(&content_folder()).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut worst: f64 = 0.0;
    for language in LANGUAGES {
        let notes = lines(language, "harmless");
        let texts = instrument(&content, language);
        assert!(notes.len() >= 150 && texts.len() >= 500, "too little to judge by");
        let (in_notes, in_texts) = (warned(guard, &notes), warned(guard, &texts));
        for (note, findings) in in_notes.iter().chain(&in_texts) {
            let words: Vec<_> = findings.iter().map(|finding| (finding.kind, finding.words.as_str())).collect();
            println!("    warned: {note}\n        {words:?}");
        }
        let of_notes = percent(in_notes.len(), notes.len());
        let of_texts = percent(in_texts.len(), texts.len());
        println!("{language}: {} of {} harmless notes warned, {of_notes:.1} %", in_notes.len(), notes.len());
        println!("    {}", kinds(&in_notes));
        println!("{language}: {} of {} texts of the instrument warned, {of_texts:.1} %", in_texts.len(), texts.len());
        println!("    {}", kinds(&in_texts));
        worst = worst.max(of_notes).max(of_texts);
    }
    assert!(worst <= 2.0, "too many false alarms: {worst:.1} %");
}

#[test]
fn risky_notes_are_warned_about() {
    let guard = guard();
    for language in LANGUAGES {
        let notes = lines(language, "risky");
        assert!(notes.len() >= 150, "too little to judge by");
        let counts = missed(guard, &notes);
        counts.iter().flat_map(|(_, _, missed)| missed).for_each(|note| println!("    missed: {note}"));
        assert!(tell(language, &counts) >= 90.0, "{language}: too few are warned about");
    }
}

#[test]
fn sentences_that_no_rule_was_written_by_go_well_too() {
    let guard = guard();
    for language in LANGUAGES {
        let harmless = lines(language, "harmless-unseen");
        let alarms = warned(guard, &harmless);
        let of = percent(alarms.len(), harmless.len());
        println!("{language} unseen: {} of {} harmless notes warned, {of:.1} %", alarms.len(), harmless.len());
        println!("    {}", kinds(&alarms));
        let found = tell(&format!("{language} unseen"), &missed(guard, &lines(language, "risky-unseen")));
        // Measured when the rules were done: en 3.1 % and 92.5 %, nl 2.1 % and 94.3 %. Before any tuning: en 8.3 % and
        // 84.9 %, nl 6.2 % and 89.8 %.
        assert!(of <= 5.0, "{language}: too many false alarms");
        assert!(found >= 88.0, "{language}: too few are warned about");
    }
}
