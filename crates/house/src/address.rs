//! Addresses that whoever hosts the site writes down.

/// A whole web address, such as `https://example.org/contact`.
pub fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| is_host(rest.split(['/', '?', '#']).next().unwrap_or_default())) && is_plain(text)
}

/// An address for `site-address`: whole, and without what comes behind `?` or `#`.
pub fn is_site(text: &str) -> bool {
    is_web(text) && !text.contains(['?', '#'])
}

/// An origin that may show the app in a frame: `https`, a host, perhaps a port, and nothing behind it.
pub fn is_origin(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(is_host)
}

/// An e-mail address, as far as one can tell without writing to it.
pub fn is_mail(text: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || ".-_+".contains(letter);
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && name.chars().all(fits) && host.contains('.') && !host.contains(':') && is_host(host)
    })
}

fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    name.split('.').all(part) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// Nothing that ends an attribute or hides where it leads.
fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_graphic() && !"\"'<>\\`{}".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_what_only_looks_like_one() {
        for good in ["https://example.org", "https://example.org/a/b?c=d#e", "http://127.0.0.1:8080/"] {
            assert!(is_web(good), "{good}");
        }
        for bad in
            ["", "example.org", "javascript:alert(1)", "https://", "https://a b/", "https://x/\"onclick", "ftp://x"]
        {
            assert!(!is_web(bad), "{bad}");
        }
        assert!(is_site("https://example.org/room/") && !is_site("https://example.org/#/about"));
    }

    #[test]
    fn only_a_bare_https_origin_may_frame() {
        for good in ["https://intranet.example.org", "https://example.org:8443", "https://intranet"] {
            assert!(is_origin(good), "{good}");
        }
        for bad in
            ["http://example.org", "https://example.org/", "https://*.example.org", "*", "example.org", "https://a;b"]
        {
            assert!(!is_origin(bad), "{bad}");
        }
    }

    #[test]
    fn a_mail_address_has_a_name_and_a_host() {
        assert!(is_mail("hr.desk+grow@noord.example.org"));
        for bad in ["", "hr", "hr@", "@example.org", "hr@example", "hr@example.org?subject=x", "hr @example.org"] {
            assert!(!is_mail(bad), "{bad}");
        }
    }
}
