//! The security headers, in one place.

use crate::Frames;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// What a page may load and do, but for frames: its own files, and compiling its own WebAssembly; nothing else.
///
/// There is no `unsafe-inline` and no `unsafe-eval`. `img-src data:` is for pictures that the style
/// sheet draws. No form leaves the site.
const PAGE_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    font-src 'self'; \
    connect-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    base-uri 'none'; \
    form-action 'none'";

/// The headers that are the same everywhere, as name (lower case) and value.
const FIXED: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    // Only names that browsers know: an unknown one is a warning in every visitor's console.
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The Content-Security-Policy as a header. What a page may do is the same in a frame; who may frame it differs.
pub fn content_security_policy(frames: &Frames) -> String {
    format!("{PAGE_POLICY}; {}", frames.directive())
}

/// Every security header that each answer carries, as name (lower case) and value.
///
/// This host sends them, and the ready configurations ([`crate::ready`]) are written from them.
pub fn security_headers(frames: &Frames) -> Vec<(&'static str, String)> {
    let policy = ("content-security-policy", content_security_policy(frames));
    std::iter::once(policy).chain(FIXED.map(|(name, value)| (name, value.to_owned()))).collect()
}

/// The policy for `<meta http-equiv="Content-Security-Policy">`: it protects the site also on a host
/// whose headers cannot be set. It says nothing about frames: browsers ignore that there, and warn about it.
pub fn meta_policy() -> &'static str {
    PAGE_POLICY
}

/// The policy of the one-file build: its script and its style by their hashes, as `'sha256-…'`, and nothing from outside.
///
/// `blob:` stands for what the file itself holds: its script unpacks the other files in memory and gives each an address
/// that begins so. Only a script of the page can make such an address, and only those with the hash run.
pub fn single_file_policy(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; \
         script-src {script} blob: 'wasm-unsafe-eval'; \
         style-src {style}; \
         img-src data:; \
         connect-src blob:; \
         worker-src blob:; \
         base-uri 'none'; \
         form-action 'none'"
    )
}

/// The headers as they are sent, made once.
pub(crate) type Sent = Arc<[(HeaderName, HeaderValue)]>;

/// The security headers, ready to be sent. A value that no header can hold is left out; [`Frames`] lets none in.
pub(crate) fn sent(frames: &Frames) -> Sent {
    let headers = security_headers(frames).into_iter();
    headers.filter_map(|(name, value)| Some((HeaderName::from_static(name), value.parse().ok()?))).collect()
}

/// Puts the security headers on an answer of whatever status.
pub(crate) async fn add_headers(State(headers): State<Sent>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in headers.iter() {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_allows_neither_inline_code_nor_eval_nor_another_site() {
        let policy = content_security_policy(&Frames::nobody());
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
        assert!(!policy.contains("http"));
        assert!(policy.ends_with("; frame-ancestors 'none'"));
    }

    #[test]
    fn policy_of_the_one_file_allows_nothing_from_outside() {
        let policy = single_file_policy("'sha256-a'", "'sha256-b'");
        for part in ["'unsafe-inline'", "'unsafe-eval'", "'self'", "http", "*"] {
            assert!(!policy.contains(part), "{part} in {policy}");
        }
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-a' blob: "), "{policy}");
    }

    #[test]
    fn meta_policy_is_the_header_without_what_browsers_ignore_there() {
        assert_eq!(format!("{}; frame-ancestors 'none'", meta_policy()), content_security_policy(&Frames::nobody()));
        assert!(!meta_policy().contains("frame-ancestors"));
    }

    #[test]
    fn a_site_that_may_frame_changes_that_one_line_alone() {
        let frames = Frames::of(["https://intranet.example.org"]).expect("a site");
        let (alone, framed) = (security_headers(&Frames::nobody()), security_headers(&frames));
        let differ: Vec<_> = alone.iter().zip(&framed).filter(|(one, other)| one != other).collect();
        assert_eq!(differ.len(), 1);
        let named = differ[0].0.1.replace("ancestors 'none'", "ancestors https://intranet.example.org");
        assert_eq!(differ[0].1.1, named);
        assert_eq!(sent(&frames).len(), framed.len());
    }
}
