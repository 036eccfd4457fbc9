//! The security headers, in one place.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};

/// What a page may load and do: its own files, and compiling its own WebAssembly; nothing else.
///
/// There is no `unsafe-inline` and no `unsafe-eval`. `img-src data:` is for pictures that the style
/// sheet draws. Nothing may frame the site, and no form leaves it.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data:; \
    font-src 'self'; \
    connect-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    frame-ancestors 'none'";

/// Every security header that each answer carries, as name (lower case) and value.
///
/// Hosts that take their headers from a file are configured from this table.
pub const SECURITY_HEADERS: [(&str, &str); 6] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
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

/// The policy for `<meta http-equiv="Content-Security-Policy">`: it protects the site also on a host
/// whose headers cannot be set. Browsers ignore `frame-ancestors` there and warn about it.
pub fn meta_policy() -> String {
    CONTENT_SECURITY_POLICY
        .split("; ")
        .filter(|directive| !directive.starts_with("frame-ancestors"))
        .collect::<Vec<_>>()
        .join("; ")
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

/// Puts [`SECURITY_HEADERS`] on an answer of whatever status.
pub(crate) async fn add_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in SECURITY_HEADERS {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_allows_neither_inline_code_nor_eval() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline"));
        assert!(!CONTENT_SECURITY_POLICY.contains("'unsafe-eval'"));
        assert!(!CONTENT_SECURITY_POLICY.contains("http"));
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
        assert_eq!(format!("{}; frame-ancestors 'none'", meta_policy()), CONTENT_SECURITY_POLICY);
    }
}
