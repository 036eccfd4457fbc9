//! The pages under 'Learn': the ids of facts and words agree, what is named exists, and the minutes add up.

use std::path::PathBuf;

use assessment::{Date, Strength};

use super::ids::{fault, line_of_id, same_ids};
use crate::{
    fault::Fault,
    files::Content,
    learn::{Basis, KINDS},
};

pub const MODEL: &str = "learn.toml";

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    let model = &content.learn;
    if Date::parse(&model.reviewed).is_none() {
        faults.push(fault(content, MODEL, "reviewed", "'reviewed' is not a day.", "Write it as 2026-11-22."));
    }
    words(content, faults);
    named(content, faults);
    bases(content, faults);
    terms(content, faults);
    let minutes: u16 = model.training.parts.iter().map(|part| part.minutes).sum();
    if minutes != model.training.minutes {
        let what =
            format!("The parts of the training take {minutes} minutes, and 'minutes' says {}.", model.training.minutes);
        let remedy = "Change 'minutes' under [training], and what the lead of training.toml says, in each language.";
        faults.push(fault(content, MODEL, "training", &what, remedy));
    }
}

/// Each language has the words of all that the model names, and no others.
fn words(content: &Content, faults: &mut Vec<Fault>) {
    let model = &content.learn;
    let conditions = || content.model.conditions.iter().map(|condition| condition.id.as_str());
    let of_model = model.conditions.iter().map(|basis| basis.id.as_str());
    same_ids(content, &PathBuf::from(MODEL), "conditions.", conditions(), of_model, faults);
    for language in &content.languages {
        let file = |name: &str| PathBuf::from(format!("{}/{name}", language.code));
        let (pages, glossary, training) = (file("learn.toml"), file("glossary.toml"), file("training.toml"));
        let learn = &language.learn;
        let parts = |parts: &'static str| format!("{parts}.parts.");
        same_ids(content, &pages, "conditions.", conditions(), learn.conditions.keys().map(String::as_str), faults);
        for (name, wanted, found) in
            [("openness", &model.openness, &learn.openness.parts), ("schemes", &model.schemes, &learn.schemes.parts)]
        {
            let wanted = wanted.iter().map(|part| part.id.as_str());
            same_ids(content, &pages, &parts(name), wanted, found.keys().map(String::as_str), faults);
        }
        let wanted = model.terms.iter().map(|term| term.id.as_str());
        let found = language.glossary.terms.keys().map(String::as_str);
        same_ids(content, &glossary, "terms.", wanted, found, faults);
        let wanted = model.training.parts.iter().map(|part| part.id.as_str());
        let found = language.training.parts.keys().map(String::as_str);
        same_ids(content, &training, "parts.", wanted, found, faults);
        let kinds = KINDS.iter().filter(|kind| !learn.sources.kinds.contains_key(kind)).count();
        let reads = content.sources.sources.iter().filter(|source| !learn.sources.read.contains_key(&source.read));
        if kinds + reads.count() > 0 {
            let what = "'sources' lacks a kind of knowledge, or a way of reading.";
            let remedy = "Write it under [sources.kinds] or [sources.read]; 'en' has them all.";
            faults.push(Fault { file: pages, line: 1, what: what.to_owned(), remedy: remedy.to_owned() });
        }
    }
}

/// Practices, cautions, conditions and entries of the region that are named here exist.
fn named(content: &Content, faults: &mut Vec<Fault>) {
    let model = &content.learn;
    let conditions = || content.model.conditions.iter();
    let practice = |id: &str| conditions().flat_map(|condition| &condition.practices).any(|practice| practice.id == id);
    let condition = |id: &str| conditions().any(|condition| condition.id == id);
    let caution = |id: &str| content.model.cautions.iter().any(|caution| caution.id == id);
    // With the rules of another country, no entry that is named here is shown.
    let item = |id: &str| content.region.id != model.region || content.region.items.iter().any(|item| item.id == id);
    let mut missing = |what: &str, ids: &[String], known: &dyn Fn(&str) -> bool| {
        for id in ids.iter().filter(|id| !known(id)) {
            faults.push(Fault {
                file: MODEL.into(),
                line: line_of_id(content, MODEL, id),
                what: format!("There is no {what} '{id}'."),
                remedy: "Correct the id, or take it out.".to_owned(),
            });
        }
    };
    for part in model.openness.iter().chain(&model.schemes) {
        missing("practice", &part.practices, &practice);
        missing("caution", &part.cautions, &caution);
        missing("entry of the region", &part.items, &item);
    }
    for term in &model.terms {
        missing("condition", &term.see, &condition);
        missing("entry of the region", &term.items, &item);
    }
}

/// Every basis here, with its place in the file. Ids will not do: a condition, a part and a word may share one.
pub fn every_basis(content: &Content) -> Vec<(String, Basis)> {
    let model = &content.learn;
    let mut all = vec![
        ("ways.each".to_owned(), model.ways.each.clone()),
        ("ways.not-rated".to_owned(), model.ways.not_rated.clone()),
    ];
    for (index, basis) in model.conditions.iter().enumerate() {
        all.push((format!("conditions[{index}]"), basis.why.clone()));
        all.push((format!("conditions[{index}]"), basis.misunderstanding.clone()));
    }
    let basis =
        |sources: &[String], evidence: &[Strength]| Basis { sources: sources.into(), evidence: evidence.into() };
    for (name, parts) in [("openness", &model.openness), ("schemes", &model.schemes)] {
        for (index, part) in parts.iter().enumerate() {
            all.push((format!("{name}[{index}]"), basis(&part.sources, &part.evidence)));
        }
    }
    for (index, part) in model.training.parts.iter().enumerate() {
        all.push((format!("training.parts[{index}]"), basis(&part.sources, &part.evidence)));
    }
    all
}

/// A source says how strong it is, and no strength stands without a source.
fn bases(content: &Content, faults: &mut Vec<Fault>) {
    for (place, basis) in every_basis(content) {
        if basis.sources.is_empty() != basis.evidence.is_empty() {
            let what = format!("'{place}' has only one of 'sources' and 'evidence'.");
            let remedy = "Give both, or leave both out: then the page calls it our own advice.";
            faults.push(fault(content, MODEL, &place, &what, remedy));
        }
    }
}

/// An explanation rests on a source, on an entry of the region, or is said to be ours.
fn terms(content: &Content, faults: &mut Vec<Fault>) {
    for (index, term) in content.learn.terms.iter().enumerate() {
        let rests_on_something = !term.sources.is_empty() || !term.items.is_empty();
        if (term.own && !term.sources.is_empty()) || !(term.own || rests_on_something) {
            let what = format!("It is not clear whether '{}' is explained in our own words.", term.id);
            let remedy = "Name its sources or items, or write own = true; not both sources and own.";
            faults.push(fault(content, MODEL, &format!("terms[{index}]"), &what, remedy));
        }
    }
}

/// The sources that are named here, with the name of what rests on them.
pub fn every_source(content: &Content) -> Vec<(String, Vec<String>)> {
    let bases = every_basis(content).into_iter().map(|(owner, basis)| (owner, basis.sources));
    let terms = content.learn.terms.iter().map(|term| (format!("the word {}", term.id), term.sources.clone()));
    bases.chain(terms).collect()
}
