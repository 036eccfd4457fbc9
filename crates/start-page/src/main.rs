//! Draws the start page in each language, from the same components as the app, so that it can be read before the app runs.
//!
//! `cargo xtask finish` runs it and puts what it writes into the site. It is a program of its own because it links the whole
//! app: the other commands stay quick to compile.

use std::{env, fs, path::PathBuf, rc::Rc};

use anyhow::{Context, Result, anyhow};
use content::{Ask, Word};
use room_to_grow::app::{StartPage, StartPageProps};
use tokio::{runtime, task::LocalSet};
use yew::LocalServerRenderer;

/// `start-page <packs> <to> <language>...`: reads the packs of a folder, and writes `<language>.html` into another one.
fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let mut folder =
        || arguments.next().map(PathBuf::from).context("name the folder of the packs, and one to write to");
    let (packs, to) = (folder()?, folder()?);
    let read = |code: String| -> Result<(String, Rc<Ask>)> {
        let file = packs.join(format!("ask.{code}.pack"));
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let ask = content::read(&bytes).map_err(|_| anyhow!("{} is not of this version", file.display()))?;
        Ok((code, Rc::new(ask)))
    };
    let words = arguments.map(read).collect::<Result<Vec<_>>>()?;
    let named = words.iter().map(|(code, ask)| (code.clone(), ask.words.get(Word::LanguageName).to_string()));
    let languages: Vec<_> = named.collect();
    let runtime = runtime::Builder::new_current_thread().build()?;
    for (code, ask) in words {
        let props = StartPageProps { ask, languages: languages.clone() };
        // The app replaces it, so it needs no marks by which Yew would take it over.
        let drawn = LocalServerRenderer::<StartPage>::with_props(props).hydratable(false).render();
        fs::write(to.join(format!("{code}.html")), LocalSet::new().block_on(&runtime, drawn))?;
    }
    Ok(())
}
