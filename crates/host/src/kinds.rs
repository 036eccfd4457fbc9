//! Which kind of file has which MIME type.

/// The endings of the files that the site may hold, and their types.
///
/// One list for this host and for the ready configurations: what servers know by themselves differs from version to
/// version, and with `nosniff` a browser runs no script whose type is wrong. Text says that it is UTF-8, as a browser
/// may otherwise guess from the first bytes.
pub const MIME_TYPES: [(&str, &str); 11] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("pack", "application/octet-stream"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The type of what a path names, if the list knows its ending. A folder answers with its page.
pub fn mime_type(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = if name.is_empty() { "html" } else { name.rsplit_once('.')?.1 };
    MIME_TYPES.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_type_of_its_ending_and_a_folder_that_of_its_page() {
        assert_eq!(mime_type("/packs/ask.en.0123456789abcdef.pack"), Some("application/octet-stream"));
        assert_eq!(mime_type("/a/b/"), Some("text/html; charset=utf-8"));
        assert_eq!(mime_type("worker.js"), Some("text/javascript; charset=utf-8"));
        assert_eq!(mime_type("/a.b/none"), None);
        assert_eq!(mime_type("/strange.exe"), None);
    }
}
