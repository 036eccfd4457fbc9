//! Letters without capitals and accents, so that 'Zoë', 'zoe' and 'ZOË' are the same word.

/// The letter as it is compared; `None` for what carries no meaning by itself, such as a combining accent.
pub fn letter(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    if matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
        return None;
    }
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    Some(match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'æ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'œ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '‘' | '’' | 'ʼ' | '´' => '\'',
        other => other,
    })
}

/// An entry of a list, folded. A word of two letters or more that is all capitals keeps them: it counts in capitals
/// only ('ADD' is a diagnosis, 'add' is not).
pub fn entry(entry: &str) -> String {
    let words: Vec<String> = entry
        .split(|letter: char| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .map(|word| if is_capitals(word) { word.to_owned() } else { word.chars().filter_map(letter).collect() })
        .collect();
    words.join(" ")
}

/// Two letters or more, and all of them capitals.
pub fn is_capitals(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
        && word.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_make_no_other_word() {
        assert_eq!(entry("Zoë  Łukasz"), "zoe lukasz");
        assert_eq!(entry("Zoe\u{308}"), "zoe", "an accent that is a character of its own");
        assert_eq!(entry("İpek"), "ipek");
    }

    #[test]
    fn an_entry_in_capitals_keeps_them() {
        assert_eq!(entry("ADD"), "ADD");
        assert_eq!(entry("NI number"), "NI number");
        assert_eq!(entry("A"), "a");
    }
}
