//! W4: words that put people down, promise or judge, and the words to use instead.

use crate::{fault::Fault, files::Content, leaves::Leaf};

pub fn check(content: &Content, faults: &mut Vec<Fault>) {
    for language in content.languages() {
        let Some(list) = content.word_lists.get(language) else {
            faults.push(Fault {
                file: "words.toml".into(),
                line: 1,
                what: format!("There is no word list for '{language}'."),
                remedy: format!("Add [{language}] with a 'banned' list; another language's shows how."),
            });
            continue;
        };
        let files = content
            .texts
            .iter()
            .filter(|(file, _)| file.starts_with(language) || file.file_stem().is_some_and(|stem| stem == language));
        for (file, leaf) in files.flat_map(|(file, leaves)| leaves.iter().map(move |leaf| (file, leaf))) {
            for banned in list.banned.iter().filter(|banned| says(leaf, &banned.word)) {
                faults.push(Fault {
                    file: file.clone(),
                    line: leaf.line,
                    what: format!("'{}' says \"{}\".", leaf.place, banned.word),
                    remedy: format!("Say instead: {}.", banned.instead.trim_end_matches('.')),
                });
            }
            if leaf.text.contains('!') {
                faults.push(Fault {
                    file: file.clone(),
                    line: leaf.line,
                    what: format!("'{}' has an exclamation mark.", leaf.place),
                    remedy: "Say it calmly: end with a full stop.".to_owned(),
                });
            }
        }
    }
}

/// Whether a text holds a word or phrase as a whole, whatever its capitals.
fn says(leaf: &Leaf, phrase: &str) -> bool {
    let text = leaf.text.to_lowercase();
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(&phrase.to_lowercase())
        .any(|(at, found)| !letter(text[..at].chars().next_back()) && !letter(text[at + found.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::{Leaf, says};

    #[test]
    fn whole_words_are_found_whatever_their_capitals() {
        let leaf = Leaf { place: "a".into(), line: 1, text: "Scores: underscore.".into() };
        assert!(says(&leaf, "scores"));
        assert!(!says(&leaf, "score"));
    }
}
