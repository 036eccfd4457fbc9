//! The filled example: every practice has an answer, and nothing is named that does not exist.

use std::path::Path;

use assessment::ProfileQuestion;

use crate::{fault::Fault, files::Content};

const EXAMPLE: &str = "example.toml";

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    let mut tell = |place: &str, what: String, remedy: &str| {
        let line = content.line(Path::new(EXAMPLE), place);
        faults.push(Fault { file: EXAMPLE.into(), line, what, remedy: remedy.to_owned() });
    };
    for (id, option) in &content.example.profile {
        let place = format!("profile.{id}");
        match ProfileQuestion::ALL.iter().find(|question| question.id() == id) {
            None => tell(&place, format!("There is no question '{id}'."), "Correct the id, as in profile.toml."),
            Some(question) if !question.options().contains(&option.as_str()) => {
                let remedy = format!("Choose one of: {}.", question.options().join(", "));
                tell(&place, format!("'{id}' has no option '{option}'."), &remedy);
            }
            Some(_) => {}
        }
    }
    let practices = || content.model.conditions.iter().flat_map(|condition| &condition.practices);
    for (id, answer) in &content.example.answers {
        let place = format!("answers.{id}");
        if practices().all(|practice| practice.id != *id) {
            tell(&place, format!("There is no practice '{id}'."), "Correct the id, as in model.toml.");
        } else if content.example.answer(id).is_none() {
            tell(
                &place,
                format!("Nobody can answer '{answer}'."),
                "Write \"0\", \"1\", \"2\", \"3\", \"dont-know\" or \"not-applicable\".",
            );
        }
    }
    for practice in practices().filter(|practice| !content.example.answers.contains_key(&practice.id)) {
        tell("answers", format!("The example does not answer '{}'.", practice.id), "Add an answer, or \"dont-know\".");
    }
}
