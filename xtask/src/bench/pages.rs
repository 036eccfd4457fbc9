//! The pages that the app is set against, made from what the site ships: the same words, and for the one by hand the same style.

use crate::{
    finish::{compress, files},
    paths, shell,
    tools::{self, Tools},
};
use anyhow::Result;
use content::{Ask, Word};
use serde_json::{Value, json};
use std::{fs, path::Path};

/// Written by hand: no framework, no wasm.
pub const BY_HAND: &str = "by-hand";

/// In SurveyJS.
pub const SURVEY: &str = "survey";

/// Makes a page in a folder of its own, with everything that it needs, in its smallest form.
pub fn make(root: &Path, name: &str, tools: &Tools) -> Result<()> {
    let (source, folder) = (root.join("tools").join("bench").join(name), paths::bench(root).join(name));
    empty(&folder)?;
    // The script is bundled with the questions, as one does with what is always needed.
    let bundled = folder.join("bundled");
    fs::create_dir(&bundled)?;
    fs::write(bundled.join("questions.json"), serde_json::to_string(&questions(&ask(root)?))?)?;
    let script = format!("{name}.js");
    fs::copy(source.join(&script), bundled.join(&script))?;
    fs::copy(source.join("index.html"), folder.join("index.html"))?;
    let mut esbuild = tools.esbuild()?;
    esbuild
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"])
        .arg("--legal-comments=none")
        .arg(format!("--outdir={}", folder.display()))
        .arg(bundled.join(&script));
    if name == SURVEY {
        esbuild.env("NODE_PATH", tools::survey(root)?);
    } else {
        fs::copy(style(root)?, folder.join("style.css"))?;
    }
    shell::run(&mut esbuild, "mend the script that the message names")?;
    fs::remove_dir_all(bundled)?;
    compress::folder(&folder)
}

/// Gives the pages that were drawn in a browser the style, and compresses them.
pub fn dress(root: &Path, name: &str) -> Result<()> {
    let folder = paths::bench(root).join(name);
    fs::copy(style(root)?, folder.join("style.css"))?;
    compress::folder(&folder)
}

/// Empties a folder, which may not be there yet.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

/// The style of the site.
fn style(root: &Path) -> Result<std::path::PathBuf> {
    shipped(&paths::dist(root), "style.", ".css")
}

/// The words of the questions that the site ships, in English.
fn ask(root: &Path) -> Result<Ask> {
    let file = shipped(&paths::dist(root).join("packs"), "ask.en.", ".pack")?;
    content::read(&fs::read(file)?)
        .map_err(|_| shell::fault("the packs in dist/ are of another version than this checkout", "cargo xtask build"))
}

fn shipped(folder: &Path, start: &str, end: &str) -> Result<std::path::PathBuf> {
    let wanted = |file: &std::path::PathBuf| {
        file.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
    };
    files(folder)?
        .into_iter()
        .find(wanted)
        .ok_or_else(|| shell::fault(format!("there is no {start}*{end} in {}", folder.display()), "cargo xtask build"))
}

/// All questions, as a page needs them that knows nothing of packs.
fn questions(ask: &Ask) -> Value {
    let word = |word| ask.words.get(word).to_string();
    let conditions = ask.instrument.conditions.iter().zip(&ask.conditions).map(|(condition, text)| {
        let practices = condition.practices.iter().zip(&text.practices).map(|(practice, text)| {
            let levels: Vec<&str> = text.levels.iter().map(|level| &**level).collect();
            json!({ "id": practice.id.as_str(), "question": &*text.question, "levels": levels })
        });
        json!({
            "id": condition.id.as_str(),
            "name": &*text.name,
            "meaning": &*text.meaning,
            "practices": practices.collect::<Vec<_>>(),
        })
    });
    json!({
        "words": {
            "site": word(Word::SiteName),
            "saving": word(Word::SavingBusy),
            "saved": word(Word::SavingSaved),
            "unknown": word(Word::AnswerUnknown),
            "notApplicable": word(Word::AnswerNotApplicable),
            "over": word(Word::ConditionOver),
            "progress": word(Word::Progress),
            "next": word(Word::Next),
            "back": word(Word::Back),
        },
        "conditions": conditions.collect::<Vec<_>>(),
    })
}
