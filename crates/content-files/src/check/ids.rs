//! Ids, and W2: every practice, caution and scheme names its sources, and schemes a review date.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use assessment::{Because, Choice, Date, Event, InstrumentFault, Rung, Stage};

use super::learn;
use crate::{fault::Fault, files::Content, instrument, leaves::Leaf, packs, source};

const MODEL: &str = "model.toml";

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    model(content, faults);
    sources(content, faults);
    doubles(content, faults);
    practices(content, faults);
    cautions(content, faults);
    profile(content, faults);
    region(content, faults);
    named_practices(content, faults);
}

/// What a rung rests on, and what matters after an event, is a practice; and every event has some.
fn named_practices(content: &Content, faults: &mut Vec<Fault>) {
    let known = |id: &String| {
        content.model.conditions.iter().flat_map(|condition| &condition.practices).any(|practice| practice.id == *id)
    };
    let rungs = Rung::ALL.iter().map(|&rung| ("ladder", rung.id(), content.model.ladder.get(rung).clone()));
    let events = Event::ALL
        .iter()
        .map(|event| ("rechecks", event.id(), content.model.rechecks.get(event.id()).cloned().unwrap_or_default()));
    for (part, name, practices) in rungs.chain(events) {
        let place = format!("{part}.{name}");
        if practices.is_empty() {
            faults.push(fault(content, MODEL, &place, &format!("'{place}' names no practice."), "Name some."));
        }
        for id in practices.iter().filter(|id| !known(id)) {
            let what = format!("'{place}' names '{id}', and there is no such practice.");
            faults.push(fault(content, MODEL, &place, &what, "Correct the id."));
        }
    }
    for name in content.model.rechecks.keys().filter(|name| Event::ALL.iter().all(|event| event.id() != *name)) {
        let what = format!("The app knows no event '{name}'.");
        faults.push(fault(content, MODEL, &format!("rechecks.{name}"), &what, "Correct its name."));
    }
}

fn model(content: &Content, faults: &mut Vec<Fault>) {
    if Date::parse(&content.model.reviewed).is_none() {
        faults.push(fault(content, MODEL, "reviewed", "'reviewed' is not a day.", "Write it as 2026-11-21."));
    }
    match instrument::instrument(&content.model) {
        Err(found) => faults.extend(found),
        Ok(instrument) => {
            for wrong in instrument.faults() {
                let (id, what, remedy) = explain(&wrong);
                let line = line_of_id(content, MODEL, id);
                faults.push(Fault { file: MODEL.into(), line, what, remedy: remedy.to_owned() });
            }
        }
    }
}

fn explain(fault: &InstrumentFault) -> (&str, String, &'static str) {
    use InstrumentFault as F;
    match fault {
        F::TwicePractice(id) => (id.as_str(), format!("Two practices are called '{id}'."), "Rename the newer one."),
        F::UnknownPractice(id) => {
            (id.as_str(), format!("There is no practice '{id}'."), "Correct the id where it is named.")
        }
        F::NeededTooEarly(id) => (
            id.as_str(),
            format!("'{id}' needs something that matters later than itself."),
            "Give one of them another 'when', or take the prerequisite out.",
        ),
        F::GuardrailWaits(id) => (
            id.as_str(),
            format!("'{id}' is law or safety and is put right first, but it needs a practice that is not."),
            "Take that prerequisite out, or set guardrail = true on what it needs.",
        ),
        F::Circle(id) => {
            (id.as_str(), format!("'{id}' waits, in the end, for itself."), "Take out one prerequisite of the circle.")
        }
        F::OutOfRange(id) => {
            (id.as_str(), format!("Importance or effort of '{id}' is out of range."), "Use 1, 2 or 3.")
        }
        F::NoSource(id) => (id.as_str(), format!("'{id}' has no source or evidence."), "Name at least one of each."),
        F::Nobody(id) => (
            id.as_str(),
            format!("Nobody does a step of '{id}', or can be asked about it."),
            "Name at least one role in 'who' and in 'ask'.",
        ),
        F::QuickScan(id) => (
            id.as_str(),
            format!("The quick scan asks none or several practices of '{id}'."),
            "Set quick-scan = true on exactly one.",
        ),
    }
}

fn sources(content: &Content, faults: &mut Vec<Fault>) {
    let file = "sources.toml";
    let known: BTreeSet<&str> = content.sources.sources.iter().map(|source| source.id.as_str()).collect();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let practices = content.model.conditions.iter().flat_map(|condition| &condition.practices);
    let owners = practices.map(|practice| (MODEL, practice.id.as_str(), &practice.sources));
    let cautions = content.model.cautions.iter();
    let owners = owners.chain(cautions.map(|caution| (MODEL, caution.id.as_str(), &caution.sources)));
    let of_pages = learn::every_source(content);
    let owners = owners.chain(of_pages.iter().map(|(owner, sources)| (learn::MODEL, owner.as_str(), sources)));
    for (model, owner, sources) in owners {
        for source in sources {
            let id = instrument::source_id(source);
            named.insert(id);
            if !known.contains(id) {
                faults.push(Fault {
                    file: model.into(),
                    line: line_of_id(content, model, source),
                    what: format!("'{owner}' names the source '{id}', which is not in {file}."),
                    remedy: "Add the source, with how it was read, or correct the id.".to_owned(),
                });
            }
        }
    }
    for source in &content.sources.sources {
        if !named.contains(source.id.as_str()) && source.used_for.is_none() {
            faults.push(Fault {
                file: file.into(),
                line: line_of_id(content, file, &source.id),
                what: format!("Nothing names the source '{}'.", source.id),
                remedy: "Take it out, or say with used-for where else it is used.".to_owned(),
            });
        }
    }
}

fn practices(content: &Content, faults: &mut Vec<Fault>) {
    for language in &content.languages {
        for condition in &content.model.conditions {
            let file = PathBuf::from(format!("{}/conditions/{}.toml", language.code, condition.id));
            let wanted = condition.practices.iter().map(|practice| practice.id.as_str());
            let found = language.conditions.get(&condition.id).into_iter().flat_map(|words| words.practices.keys());
            same_ids(content, &file, "practices.", wanted, found.map(String::as_str), faults);
        }
    }
}

/// An id that stands twice would hide one of the two.
fn doubles(content: &Content, faults: &mut Vec<Fault>) {
    let region = format!("regions/{}/region.toml", content.region.id);
    let lists: [(&str, Vec<&str>); 4] = [
        (MODEL, content.model.conditions.iter().map(|condition| condition.id.as_str()).collect()),
        (MODEL, content.model.cautions.iter().map(|caution| caution.id.as_str()).collect()),
        ("sources.toml", content.sources.sources.iter().map(|source| source.id.as_str()).collect()),
        (&region, content.region.items.iter().map(|item| item.id.as_str()).collect()),
    ];
    for (file, ids) in lists {
        for (place, id) in ids.iter().enumerate().filter(|(place, id)| ids[..*place].contains(id)) {
            let line = content.leaves(Path::new(file)).iter().filter(|leaf| leaf.text == **id).nth(1);
            faults.push(Fault {
                file: file.into(),
                line: line.map_or(place, |leaf| leaf.line),
                what: format!("'{id}' stands twice."),
                remedy: "Rename one of them, or take it out.".to_owned(),
            });
        }
    }
}

fn cautions(content: &Content, faults: &mut Vec<Fault>) {
    for caution in content.model.cautions.iter().filter(|it| it.practice.is_some() != it.at_most.is_some()) {
        faults.push(Fault {
            file: MODEL.into(),
            line: line_of_id(content, MODEL, &caution.id),
            what: format!("The caution '{}' has only one of 'practice' and 'at-most'.", caution.id),
            remedy: "Give both, or neither if it always stands.".to_owned(),
        });
    }
    for language in &content.languages {
        let file = PathBuf::from(format!("{}/cautions.toml", language.code));
        let wanted = content.model.cautions.iter().map(|caution| caution.id.as_str());
        same_ids(content, &file, "", wanted, language.cautions.keys().map(String::as_str), faults);
    }
}

fn profile(content: &Content, faults: &mut Vec<Fault>) {
    let reasons: Vec<&str> = Stage::ALL
        .iter()
        .map(|&stage| Because::Stage(stage))
        .chain([
            Because::Shifts,
            Because::Alone,
            Because::Micro,
            Because::Large,
            Because::LittleContact,
            Because::Trial,
            Because::Volunteer,
        ])
        .map(Because::id)
        .collect();
    for language in &content.languages {
        let file = PathBuf::from(format!("{}/profile.toml", language.code));
        for (question, words, wanted) in packs::questions(&language.profile) {
            let place = format!("{question}.options.");
            let found = words.options.keys().map(String::as_str);
            same_ids(content, &file, &place, wanted.iter().copied(), found, faults);
        }
        let found = language.profile.because.keys().map(String::as_str);
        same_ids(content, &file, "because.", reasons.iter().copied(), found, faults);
    }
}

fn region(content: &Content, faults: &mut Vec<Fault>) {
    let folder = &content.region_folder;
    let file = format!("{folder}/region.toml");
    let name = folder.strip_prefix("regions/").unwrap_or(folder);
    if content.region.id != name {
        let what = format!("The region in {folder}/ calls itself '{}'.", content.region.id);
        faults.push(fault(content, &file, "id", &what, &format!("Call it '{name}', as its folder.")));
        return;
    }
    for (key, date) in [("checked", &content.region.checked), ("review-by", &content.region.review_by)] {
        if Date::parse(date).is_none() {
            faults.push(fault(content, &file, key, &format!("'{key}' is not a day."), "Write it as 2027-01-31."));
        }
    }
    let known: BTreeSet<&str> = content
        .model
        .conditions
        .iter()
        .flat_map(|condition| &condition.practices)
        .map(|practice| practice.id.as_str())
        .collect();
    for item in &content.region.items {
        for practice in item.beside.iter().filter(|practice| !known.contains(practice.as_str())) {
            faults.push(Fault {
                file: PathBuf::from(&file),
                line: line_of_id(content, &file, &item.id),
                what: format!("'{}' stands beside '{practice}', which is not a practice.", item.id),
                remedy: "Correct the id in 'for'.".to_owned(),
            });
        }
    }
    for language in &content.languages {
        let words = PathBuf::from(format!("regions/{}/{}.toml", content.region.id, language.code));
        let wanted = content.region.items.iter().map(|item: &source::RegionItem| item.id.as_str());
        same_ids(content, &words, "items.", wanted, language.region.items.keys().map(String::as_str), faults);
        for practice in language.region.practices.keys().filter(|practice| !known.contains(practice.as_str())) {
            faults.push(Fault {
                file: words.clone(),
                line: content.line(&words, &format!("practices.{practice}")),
                what: format!("There is no practice '{practice}'."),
                remedy: "Correct the id.".to_owned(),
            });
        }
    }
}

/// Tells what a file lacks, and what it has that nothing shows.
pub fn same_ids<'a>(
    content: &Content,
    file: &Path,
    place: &str,
    wanted: impl Iterator<Item = &'a str>,
    found: impl Iterator<Item = &'a str>,
    faults: &mut Vec<Fault>,
) {
    let (wanted, found): (BTreeSet<&str>, BTreeSet<&str>) = (wanted.collect(), found.collect());
    for id in wanted.difference(&found) {
        faults.push(Fault {
            file: file.to_owned(),
            line: 1,
            what: format!("'{place}{id}' is missing."),
            remedy: "Write it; the others in the file show its shape.".to_owned(),
        });
    }
    for id in found.difference(&wanted) {
        faults.push(Fault {
            file: file.to_owned(),
            line: content.line(file, &format!("{place}{id}")),
            what: format!("Nothing shows '{place}{id}'."),
            remedy: "Correct the id, or take it out.".to_owned(),
        });
    }
}

pub fn fault(content: &Content, file: &str, place: &str, what: &str, remedy: &str) -> Fault {
    Fault {
        file: file.into(),
        line: content.line(Path::new(file), place),
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    }
}

pub fn line_of_id(content: &Content, file: &str, id: &str) -> usize {
    let named: Vec<&Leaf> = content.leaves(Path::new(file)).iter().filter(|leaf| leaf.text == id).collect();
    // Where it is given its name, rather than where another one points at it.
    let own = named.iter().find(|leaf| leaf.place.ends_with(".id"));
    own.or(named.first()).map_or(1, |leaf| leaf.line)
}
