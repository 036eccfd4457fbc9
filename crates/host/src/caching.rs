//! How long browsers may keep a file without asking again.

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header::CACHE_CONTROL},
    middleware::Next,
    response::Response,
};

/// Hex digits of a content hash in a file name: 64 bits, so two contents never meet by chance.
pub const HASH_LENGTH: usize = 16;

/// `Cache-Control` of a file that is named by its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` of everything else, of what a worker or a page is found under, and of errors.
pub const ASK_EACH_TIME: &str = "no-cache";

/// The same rule as [`is_content_hashed`] for servers, which take it as a regular expression.
pub(crate) const HASHED_NAME: &str = r"[^/]\.[0-9a-f]{16}\.[^/]+$";

/// Whether a path names a file by its content, as in `packs/ask.en.0123456789abcdef.pack`.
///
/// Such a file never changes under its name, so it may be kept for good.
pub fn is_content_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    // The first part is the plain name and the last the extension: neither is a hash.
    let parts: Vec<&str> = name.split('.').collect();
    parts.len() > 2 && parts[1..parts.len() - 1].iter().any(|part| is_hash(part))
}

fn is_hash(part: &str) -> bool {
    part.len() == HASH_LENGTH && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// Sets `Cache-Control`: for good where the name tells the content, else 'ask every time'.
///
/// An error is never kept: the file may be there a moment later.
pub(crate) async fn add_header(request: Request, next: Next) -> Response {
    let hashed = is_content_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let value = if hashed && found { FOR_GOOD } else { ASK_EACH_TIME };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_told_the_same_length() {
        assert!(HASHED_NAME.contains(&format!("{{{HASH_LENGTH}}}")));
    }

    #[test]
    fn a_name_with_a_hash_is_told_from_one_without() {
        assert!(is_content_hashed("/room-to-grow.0123456789abcdef.wasm"));
        assert!(is_content_hashed("/packs/ask.en.0123456789abcdef.pack"));
        assert!(!is_content_hashed("/index.html"));
        assert!(!is_content_hashed("/"));
        assert!(!is_content_hashed("/0123456789abcdef.js"));
        assert!(!is_content_hashed("/boot.0123456789ABCDEF.js"));
        assert!(!is_content_hashed("/0123.0123456789abcdef/boot.js"));
    }
}
