//! What stands outside a condition's own file and belongs to it all the same: the levels as a buddy and a practitioner see them,
//! and the cards and steps for a talk. Without one of them no pack can be made, or a buddy is not asked without anybody noticing.

use std::path::PathBuf;

use assessment::{Choice, Event};

use super::ids::same_ids;
use crate::{
    fault::Fault,
    files::{Content, Language},
};

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    for language in &content.languages {
        of_practices(content, language, faults);
        talks(content, language, faults);
    }
}

fn of_practices(content: &Content, language: &Language, faults: &mut Vec<Fault>) {
    for condition in &content.model.conditions {
        for (view, words) in [("buddy", &language.buddy), ("practitioner", &language.practitioner)] {
            let file = PathBuf::from(format!("{}/views/{view}/{}.toml", language.code, condition.id));
            let found = words.get(&condition.id).map(|words| &words.practices);
            let of_buddy = view == "buddy";
            let wanted = condition.practices.iter().filter(|practice| !(of_buddy && practice.for_management));
            let wanted = wanted.map(|practice| practice.id.as_str());
            same_ids(
                content,
                &file,
                "practices.",
                wanted,
                found.into_iter().flatten().map(|(id, _)| id.as_str()),
                faults,
            );
            for (id, words) in found.into_iter().flatten() {
                let place = format!("practices.{id}");
                let (what, remedy) = match &words.question {
                    None if of_buddy => {
                        (format!("'{place}.question' is missing."), "Write it as a buddy would be asked.")
                    }
                    Some(_) if !of_buddy => (
                        format!("Nothing shows '{place}.question'."),
                        "Take it out: the practitioner's question stands in conditions/, under 'views'.",
                    ),
                    _ => continue,
                };
                let line = content.line(&file, &place);
                faults.push(Fault { file: file.clone(), line, what, remedy: remedy.to_owned() });
            }
        }
    }
}

fn talks(content: &Content, language: &Language, faults: &mut Vec<Fault>) {
    let file = PathBuf::from(format!("{}/visit.toml", language.code));
    let conditions = || content.model.conditions.iter().map(|condition| condition.id.as_str());
    let words = &language.visit;
    let events = Event::ALL.iter().map(|event| event.id());
    same_ids(content, &file, "events.", events, words.events.keys().map(String::as_str), faults);
    same_ids(content, &file, "cards.", conditions(), words.cards.keys().map(String::as_str), faults);
    same_ids(content, &file, "steps.", conditions(), words.steps.keys().map(String::as_str), faults);
}
