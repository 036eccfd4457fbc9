//! Names that tell the content.

use crate::hash;

/// A file that got another name.
#[derive(Debug, PartialEq, Eq)]
pub struct Renamed {
    pub before: String,
    pub after: String,
}

/// The name of a file with the hash of its content before the extension, in place of Trunk's.
///
/// `room-to-grow-a1b2c3d4e5f60718_bg.wasm` becomes `room-to-grow.<hash>.wasm`.
pub fn hashed(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let stem = match stem.rsplit_once('-') {
        Some((plain, end)) if is_trunk_hash(end) => plain,
        _ => stem,
    };
    format!("{stem}.{}.{extension}", hash::of(bytes))
}

/// Whether a file has the name that [`hashed`] gives.
pub fn is_hashed(name: &str) -> bool {
    host::is_content_hashed(name) && !name.ends_with(".br") && !name.ends_with(".gz")
}

fn is_trunk_hash(text: &str) -> bool {
    // Trunk writes a 64-bit number without leading zeros.
    (8..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `text` with the new names of files in place of the old ones.
pub fn apply(text: &str, renamed: &[Renamed]) -> String {
    renamed.iter().fold(text.to_owned(), |text, file| text.replace(&file.before, &file.after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_beginning_of_sha_256() {
        assert_eq!(hash::of(b"abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn the_hash_takes_the_place_of_trunks() {
        for (before, after) in [
            ("room-to-grow-a1b2c3d4e5f60718_bg.wasm", "room-to-grow.ba7816bf8f01cfea.wasm"),
            ("room-to-grow-a1b2c3d4e5f6071.js", "room-to-grow.ba7816bf8f01cfea.js"),
            ("style-a1b2c3d4e5f60718.css", "style.ba7816bf8f01cfea.css"),
            ("boot.js", "boot.ba7816bf8f01cfea.js"),
            // Trunk gives a module that the page does not load no hash of its own.
            ("annex.js", "annex.ba7816bf8f01cfea.js"),
            ("annex_bg.wasm", "annex.ba7816bf8f01cfea.wasm"),
            ("ask.en.pack", "ask.en.ba7816bf8f01cfea.pack"),
        ] {
            assert_eq!(hashed(before, b"abc"), after);
            assert!(is_hashed(after), "the host must know {after}");
        }
    }

    #[test]
    fn every_mention_of_a_file_changes() {
        let renamed = [Renamed { before: "a-1.js".to_owned(), after: "a.2.js".to_owned() }];
        assert_eq!(
            apply("<link href=\"./a-1.js\"><script data-js=\"./a-1.js\">", &renamed),
            "<link href=\"./a.2.js\"><script data-js=\"./a.2.js\">"
        );
    }
}
