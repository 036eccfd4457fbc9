//! Under which address others can open the site.

/// The address that others can open, without what comes behind a `#` or `?`; `None` if there is none.
///
/// What whoever hosts the site named counts first. Else it is the address of the page, unless that is a file or this
/// device itself.
pub fn address(named: &str, page: &str) -> Option<String> {
    let named = named.trim();
    let address = if named.is_empty() { page } else { named };
    let (scheme, rest) = address.split_once("://")?;
    let whole = address.split(['#', '?']).next()?;
    let host = rest.split(['/', '#', '?']).next()?;
    let is_web = matches!(scheme, "http" | "https") && !host.is_empty();
    (is_web && (!named.is_empty() || !is_this_device(host))).then(|| whole.to_owned())
}

/// Whether an address (host and port) leads to the device on which it is opened.
fn is_this_device(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.trim_end_matches('.');
    name == "localhost"
        || name.ends_with(".localhost")
        || name.starts_with("127.")
        || matches!(name, "0.0.0.0" | "::1" | "::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_page_is_given_where_others_can_open_it() {
        for (page, expected) in [
            ("https://example.org/", "https://example.org/"),
            ("https://example.org/room/index.html?from=mail#/a/k3x9/guidance", "https://example.org/room/index.html"),
            ("http://192.168.1.20:8080/#/", "http://192.168.1.20:8080/"),
            ("https://localhost.example.org/", "https://localhost.example.org/"),
            ("https://12.7.0.1/", "https://12.7.0.1/"),
        ] {
            assert_eq!(address("", page).as_deref(), Some(expected), "{page}");
        }
    }

    #[test]
    fn a_file_or_this_device_is_no_address_for_others() {
        for page in [
            "file:///home/someone/room-to-grow.html#/",
            "http://localhost:8080/#/",
            "http://room.localhost/",
            "http://localhost./",
            "http://127.0.0.1:8080/",
            "http://127.1.2.3/",
            "http://[::1]:8080/",
            "http://0.0.0.0:8080/",
            "about:blank",
            "",
        ] {
            assert_eq!(address("", page), None, "{page}");
        }
    }

    #[test]
    fn what_whoever_hosts_it_named_counts_first() {
        let named = |named| address(named, "http://127.0.0.1:8080/#/");
        assert_eq!(named(" https://example.org/room/ ").as_deref(), Some("https://example.org/room/"));
        assert_eq!(named("http://localhost:9000/").as_deref(), Some("http://localhost:9000/"), "who names it means it");
        assert_eq!(named("example.org"), None, "it is not whole");
        assert_eq!(named("javascript://example.org"), None);
        assert_eq!(named("https://"), None);
    }
}
