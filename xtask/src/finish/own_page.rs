//! What of the house style stands in the page itself: its languages, the name of the product, colours and address.

use super::page::replace_once;
use anyhow::Result;
use house::{House, Role};

const MARK: &str = "data-language=\"";

/// The language that stays when the page has texts in none of the languages of the house.
const LAST_RESORT: &str = "en";

/// The page in the house style: texts in its languages alone, of which the first is shown until the boot script has chosen.
pub fn in_house(page: &str, house: &House) -> Result<String> {
    let spoken = spoken(page, &house.languages);
    let first = spoken.first().map_or(LAST_RESORT, String::as_str);
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(element) = next_element(rest) {
        let (before, whole, after) = element.parts(rest);
        text.push_str(before);
        let about = whole.starts_with("<meta");
        if spoken.contains(&element.language) && (!about || element.language == first) {
            let whole = whole.replace("{product}", &escaped(house.name(&element.language)));
            text.push_str(&if about {
                whole.replacen(&format!(" {MARK}{first}\""), "", 1)
            } else {
                let in_noscript = text.rfind("<noscript>") > text.rfind("</noscript>");
                shown(&whole, in_noscript || element.language == first)
            });
        }
        rest = after;
    }
    text.push_str(rest);
    let language = house.languages.first().map_or(LAST_RESORT, String::as_str);
    let text = text.replace("{product}", &escaped(house.name(language)));
    let text = replace_once(&text, "<html lang=\"en\">", &format!("<html lang=\"{language}\">"), "index.html")?;
    let address = |address: &str| format!("name=\"site-address\" content=\"{address}\"");
    let text = replace_once(&text, &address(""), &address(&escaped(&house.site_address)), "index.html")?;
    let day = format!("content=\"{}\"", house.light.get(Role::Paper).colour);
    let night = format!("content=\"{}\"", house.dark.get(Role::Paper).colour);
    let text = replace_once(&text, "content=\"#FAF7F2\"", &day, "index.html")?;
    replace_once(&text, "content=\"#14191B\"", &night, "index.html")
}

/// The languages of the house in which the page has texts.
fn spoken(page: &str, languages: &[String]) -> Vec<String> {
    let has = |code: &&String| page.contains(&format!("{MARK}{code}\""));
    let spoken: Vec<String> = languages.iter().filter(has).cloned().collect();
    if spoken.is_empty() { vec![LAST_RESORT.to_owned()] } else { spoken }
}

/// Where an element of one language stands.
struct Element {
    start: usize,
    end: usize,
    language: String,
}

impl Element {
    fn parts<'a>(&self, page: &'a str) -> (&'a str, &'a str, &'a str) {
        (&page[..self.start], &page[self.start..self.end], &page[self.end..])
    }
}

fn next_element(page: &str) -> Option<Element> {
    let mark = page.find(MARK)?;
    let start = page[..mark].rfind('<')?;
    let language = page[mark + MARK.len()..].split('"').next()?.to_owned();
    let name: String = page[start + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let opened = mark + page[mark..].find('>')? + 1;
    let end = if name == "meta" { opened } else { opened + length_to_end(&page[opened..], &name)? };
    Some(Element { start, end, language })
}

/// How far it is behind the end of an element that is open, with others of its kind in it.
fn length_to_end(inside: &str, name: &str) -> Option<usize> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut depth, mut at) = (1_usize, 0);
    while depth > 0 {
        let next_close = at + inside[at..].find(&close)?;
        match inside[at..next_close].find(&open) {
            Some(next_open) => {
                depth += 1;
                at += next_open + open.len();
            }
            None => {
                depth -= 1;
                at = next_close + close.len();
            }
        }
    }
    Some(at)
}

fn shown(whole: &str, shown: bool) -> String {
    let (start, inside) = whole.split_once('>').unwrap_or((whole, ""));
    let start = start.trim_end_matches(" hidden");
    format!("{start}{}>{inside}", if shown { "" } else { " hidden" })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    fn page() -> String {
        std::fs::read_to_string(paths::root().join("index.html")).expect("index.html")
    }

    fn house(languages: &[&str]) -> House {
        let file = paths::root().join("tests/house/house.toml");
        let mut house = house::read(&file, &paths::root()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        house.languages = languages.iter().map(|&code| code.to_owned()).collect();
        house
    }

    /// The start tags with a language: the language, and whether it is shown.
    fn told(page: &str) -> Vec<(&str, bool)> {
        let tags = page.split('<').filter(|tag| tag.contains(MARK));
        tags.map(|tag| {
            let tag = tag.split('>').next().unwrap_or(tag);
            let language = tag.split(MARK).nth(1).and_then(|rest| rest.split('"').next());
            (language.unwrap_or_default(), !tag.ends_with(" hidden"))
        })
        .collect()
    }

    #[test]
    fn a_house_speaks_its_first_language_until_one_is_chosen() {
        let page = in_house(&page(), &house(&["nl", "en"])).expect("the page has all its marks");
        // Without JavaScript, where both are to be read; starting, stopped, and in a frame.
        assert_eq!(
            told(&page),
            [
                ("en", true),
                ("nl", true),
                ("en", false),
                ("nl", true),
                ("en", false),
                ("nl", true),
                ("en", false),
                ("nl", true),
            ],
            "{page}"
        );
        assert!(page.contains("<html lang=\"nl\">") && page.contains("<title>Werkruimte Oosterweide</title>"));
        assert!(page.contains("Werkruimte Oosterweide start.") && page.contains("Work Room Oosterweide is starting."));
        assert!(page.contains("Open Work Room Oosterweide"), "in a frame it is refused under its own name");
        assert!(!page.contains("Room to Grow") && !page.contains("Groeiruimte"), "{page}");
        assert_eq!(page.matches("name=\"description\"").count(), 1);
        assert!(page.contains("<meta name=\"description\" content=\"Een check"), "{page}");
        assert!(page.contains("name=\"site-address\" content=\"https://werkruimte.oosterweide.example/\""));
        assert!(page.contains("(prefers-color-scheme: light)\" content=\"#ffffff\""), "{page}");
        assert!(page.contains("(prefers-color-scheme: dark)\" content=\"#14191b\""), "{page}");
    }

    #[test]
    fn one_language_alone_leaves_no_text_in_another() {
        let page = in_house(&page(), &house(&["nl"])).expect("the page has all its marks");
        assert_eq!(told(&page), [("nl", true); 4], "{page}");
        // The comment at the top speaks of the mark.
        let body = page.split("-->").last().unwrap_or_default();
        assert!(!page.contains("lang=\"en\"") && !body.contains("{product}") && !body.contains("Without JavaScript"));
        assert_eq!(page.matches("<div").count(), page.matches("</div>").count(), "{page}");
    }

    #[test]
    fn a_language_without_texts_in_the_page_leaves_those_of_another() {
        let page_of = |languages: &[&str]| in_house(&page(), &house(languages)).expect("the page has all its marks");
        assert_eq!(told(&page_of(&["xyz", "nl"]))[0], ("nl", true));
        let page = page_of(&["xyz"]);
        assert_eq!(told(&page)[0], ("en", true));
        assert!(page.contains("<html lang=\"xyz\">"));
    }

    #[test]
    fn a_name_cannot_end_a_text() {
        assert_eq!(escaped("R&D <b> \"x\""), "R&amp;D &lt;b&gt; &quot;x&quot;");
    }
}
