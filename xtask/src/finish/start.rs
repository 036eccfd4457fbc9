//! The start page, drawn when the site is built: it can be read before the app runs, and where it never will.

use super::page::replace_once;
use crate::{paths, shell};
use anyhow::{Context, Result};
use house::House;
use std::{fs, path::Path};

/// What index.html has in the place of the start page.
const PLACE: &str = "<template data-start></template>";

/// The start page in a language.
pub struct Start {
    pub language: String,
    drawn: String,
}

/// Has the start page drawn in each language of the house, from the packs among what was generated.
pub fn draw(generated: &Path, house: &House) -> Result<Vec<Start>> {
    let to = generated.join("start");
    fs::create_dir_all(&to)?;
    let mut program = shell::cargo();
    program.args(["run", "--quiet", "--package", "start-page", "--"]).arg(generated.join("packs")).arg(&to);
    program.args(&house.languages).current_dir(paths::root());
    shell::run(&mut program, "mend what the message names")?;
    let read = |language: &String| {
        let file = to.join(format!("{language}.html"));
        let drawn = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        Ok(Start { language: language.clone(), drawn: unused(&drawn) })
    };
    house.languages.iter().map(read).collect()
}

/// Puts the start page into the page: that of the first language, and the others where no browser shows them, so that
/// boot.js may take one of them. Without any, a text takes its place.
pub fn place(page: &str, starts: &[&Start]) -> Result<String> {
    let other = |start: &&Start| format!("<template data-start=\"{}\">{}</template>", start.language, start.drawn);
    let (first, others) =
        starts.split_first().map_or(("", [].as_slice()), |(first, rest)| (first.drawn.as_str(), rest));
    let others: String = others.iter().map(other).collect();
    replace_once(page, PLACE, &format!("{first}{others}"), "index.html")
}

/// Nobody hears what is pressed until boot.js has run, and without JavaScript nobody will: so buttons are none, and links
/// that only the app can follow lead nowhere. boot.js makes them what they are.
fn unused(drawn: &str) -> String {
    drawn.replace("<button ", "<button disabled ").replace(" href=\"#/", " data-to=\"#/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(language: &str, drawn: &str) -> Start {
        Start { language: language.to_owned(), drawn: unused(drawn) }
    }

    #[test]
    fn the_first_language_is_shown_and_the_others_wait() {
        let starts = [start("nl", "<h1>Begin</h1>"), start("en", "<h1>Start</h1>")];
        let page = format!("<div id=\"app\">{PLACE}<p></div>");
        assert_eq!(
            place(&page, &starts.each_ref()).expect("there is a place"),
            "<div id=\"app\"><h1>Begin</h1><template data-start=\"en\"><h1>Start</h1></template><p></div>"
        );
        assert_eq!(place(&page, &[]).expect("there is a place"), "<div id=\"app\"><p></div>");
        assert!(place("<p>", &[]).is_err());
    }

    #[test]
    fn what_only_the_app_can_do_cannot_be_pressed_and_the_rest_can() {
        let drawn = "<a href=\"#main\">Skip</a><a href=\"#/help\">Help</a><a href=\"mailto:a@b.nl\">a</a><button type=\"button\">B</button>";
        assert_eq!(
            unused(drawn),
            "<a href=\"#main\">Skip</a><a data-to=\"#/help\">Help</a><a href=\"mailto:a@b.nl\">a</a>\
             <button disabled type=\"button\">B</button>"
        );
    }
}
