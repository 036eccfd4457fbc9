//! The page in each language: one for all of them at the root, and one of its own for each in a folder.

use super::{own_page, page::replace_once, start, start::Start};
use anyhow::Result;
use content::{Ask, Word};
use house::House;

/// A page of the site.
pub struct Page {
    /// Where it stands: nothing for the root, else a folder such as `nl/`.
    pub folder: String,
    pub text: String,
}

/// A language of the site and its own name, such as 'Nederlands'.
pub struct Spoken {
    pub code: String,
    pub name: String,
}

impl Spoken {
    pub fn by(ask: &Ask, code: &str) -> Self {
        Self { code: code.to_owned(), name: ask.words.get(Word::LanguageName).to_string() }
    }
}

/// Makes every page of the site from one in which only languages are open. `files` are those that it may name.
pub fn pages(page: &str, house: &House, spoken: &[Spoken], starts: &[Start], files: &[String]) -> Result<Vec<Page>> {
    let page = with_links(page, spoken)?;
    let all = start::place(&own_page::in_house(&page, house)?, &starts.iter().collect::<Vec<_>>())?;
    let mut pages = vec![Page { folder: String::new(), text: with_addresses(&all, house, spoken, "")? }];
    for start in starts {
        let mut alone = house.clone();
        alone.languages = vec![start.language.clone()];
        let text = start::place(&own_page::in_house(&page, &alone)?, &[start])?;
        let text = text.replacen("<html lang", "<html data-one-language lang", 1);
        let folder = format!("{}/", start.language);
        let text = from_folder(&with_addresses(&text, house, spoken, &folder)?, spoken, files);
        pages.push(Page { folder, text });
    }
    Ok(pages)
}

/// Names the pages of all languages, for who has no JavaScript.
fn with_links(page: &str, spoken: &[Spoken]) -> Result<String> {
    let link =
        |Spoken { code, name }: &Spoken| format!("<a href=\"{code}/\" hreflang=\"{code}\" lang=\"{code}\">{name}</a>");
    let links = spoken.iter().map(link).collect::<Vec<_>>().join(" · ");
    replace_once(page, "<p data-languages></p>", &format!("<p>{links}</p>"), "index.html")
}

/// Names the pages of all languages, for who searches. That takes whole addresses, so without the one of the site nothing is said.
fn with_addresses(page: &str, house: &House, spoken: &[Spoken], folder: &str) -> Result<String> {
    let root = house.site_address.trim_end_matches('/');
    let mut links = Vec::new();
    if !root.is_empty() {
        let alternate =
            |code: &str, to: &str| format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{root}/{to}\">");
        links.push(format!("<link rel=\"canonical\" href=\"{root}/{folder}\">"));
        links.extend(spoken.iter().map(|Spoken { code, .. }| alternate(code, &format!("{code}/"))));
        links.push(alternate("x-default", ""));
    }
    replace_once(page, "<link rel=\"alternate\">", &links.join("\n"), "index.html")
}

/// The page as it stands in a folder: what it names lies one folder up.
fn from_folder(page: &str, spoken: &[Spoken], files: &[String]) -> String {
    let page = page.replace("\"./", "\"../");
    let pages = spoken.iter().map(|spoken| format!("{}/\"", spoken.code));
    let names = pages.chain(files.iter().cloned());
    names.fold(page, |page, name| page.replace(&format!("\"{name}"), &format!("\"../{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    const PAGE: &str = "<html lang=\"en\">\n<link rel=\"alternate\">\n";

    fn spoken() -> [Spoken; 2] {
        [("en", "English"), ("nl", "Nederlands")].map(|(code, name)| Spoken { code: code.into(), name: name.into() })
    }

    #[test]
    fn what_lies_at_the_root_is_found_from_a_folder() {
        let page = "<link href=\"./style.css\"><a href=\"./\">x</a><a href=\"nl/\">y</a><a href=\"#main\">z</a>\
             <script src=\"./boot.js\" data-packs='{\"ask.en\":\"packs/a.pack\"}' data-worker=\"worker.js\"></script>";
        let files = ["style.css", "boot.js", "packs/a.pack", "worker.js"].map(str::to_owned);
        assert_eq!(
            from_folder(page, &spoken(), &files),
            "<link href=\"../style.css\"><a href=\"../\">x</a><a href=\"../nl/\">y</a><a href=\"#main\">z</a>\
             <script src=\"../boot.js\" data-packs='{\"ask.en\":\"../packs/a.pack\"}' data-worker=\"../worker.js\"></script>"
        );
    }

    #[test]
    fn whole_addresses_are_told_only_where_one_is_known() {
        let file = paths::root().join("tests/house/house.toml");
        let mut house = house::read(&file, &paths::root()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        house.languages = vec!["en".to_owned(), "nl".to_owned()];
        let page = with_links(&format!("{PAGE}<p data-languages></p>"), &spoken()).expect("has the marks");
        assert!(page.contains("<a href=\"nl/\" hreflang=\"nl\" lang=\"nl\">Nederlands</a>"), "{page}");

        let told = with_addresses(&page, &house, &spoken(), "nl/").expect("an address");
        let address = "https://werkruimte.oosterweide.example/";
        for link in [
            format!("rel=\"canonical\" href=\"{address}nl/\""),
            format!("hreflang=\"en\" href=\"{address}en/\""),
            format!("hreflang=\"nl\" href=\"{address}nl/\""),
            format!("hreflang=\"x-default\" href=\"{address}\""),
        ] {
            assert!(told.contains(&link), "{link} in {told}");
        }
        house.site_address = String::new();
        // Half an address helps nobody: who searches takes only whole ones.
        let untold = with_addresses(&page, &house, &spoken(), "nl/").expect("none");
        assert!(!untold.contains("rel="), "{untold}");
    }
}
