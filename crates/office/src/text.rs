//! What holds for every text, in both kinds of files.

/// The text without the characters that XML 1.0 cannot hold, not even escaped ([2.2](https://www.w3.org/TR/xml/#charsets)).
/// A program that meets one of them refuses the whole file. Each kind of line break becomes `\n`.
pub(crate) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for character in text.chars() {
        match character {
            '\n' if after_return => {}
            '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'.. => clean.push(character),
            _ => {}
        }
        after_return = character == '\r';
    }
    clean
}

/// Whether the text is read from right to left: its first letter, or the mark before it, tells.
pub(crate) fn from_right(text: &str) -> bool {
    let tells =
        |character: &char| character.is_alphabetic() || matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}');
    text.chars().find(tells).is_some_and(|first| {
        matches!(
            first,
            // The blocks that Unicode keeps for such scripts, and its two marks.
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}' | '\u{200f}'
        )
    })
}

/// The text, cut to so many characters as the programs count them (a sign outside the basic plane counts for two). What was
/// cut ends in `…`.
pub(crate) fn shortened(text: String, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text;
    }
    let mut room = most.saturating_sub(1);
    let mut short = String::new();
    for character in text.chars() {
        let Some(left) = room.checked_sub(character.len_utf16()) else { break };
        room = left;
        short.push(character);
    }
    short.push('…');
    short
}
