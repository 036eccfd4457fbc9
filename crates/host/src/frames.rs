//! Who may show the site in a frame: a page of another site, such as an intranet.

use std::fmt::{self, Display, Formatter};

/// The sites that may show this one in a frame; nobody, unless someone names them.
///
/// Whoever frames a page can lay something over it and catch what people press. So this is a decision of the host,
/// one site at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frames(Vec<Frame>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Frame {
    /// Pages under the host name of the site itself.
    Own,
    /// Pages of another site, as `https://intranet.example.org`.
    Of(String),
}

/// A name that is none of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotASite(String);

impl Display for NotASite {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "'{}' is no site that can be allowed: write 'self', or https:// and a host name alone", self.0)
    }
}

impl std::error::Error for NotASite {}

impl Frames {
    /// No site at all.
    pub fn nobody() -> Self {
        Self::default()
    }

    /// These sites: each `self`, or an origin such as `https://intranet.example.org` (scheme, host name, port if
    /// there is one). `http` goes for this machine alone, to try it out.
    ///
    /// # Errors
    /// At the first name that is neither: with a path, a space or a wildcard the header would say something else.
    pub fn of<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> Result<Self, NotASite> {
        let frames = names.into_iter().map(|name| Frame::read(name.as_ref()));
        frames.collect::<Result<_, _>>().map(Self)
    }

    /// Whether any site may.
    pub fn are_allowed(&self) -> bool {
        !self.0.is_empty()
    }

    /// The directive of the Content-Security-Policy.
    pub(crate) fn directive(&self) -> String {
        if self.0.is_empty() {
            return "frame-ancestors 'none'".to_owned();
        }
        let sites: Vec<&str> = self.0.iter().map(|frame| frame.word("'self'")).collect();
        format!("frame-ancestors {}", sites.join(" "))
    }

    /// The same for the boot script, which refuses by itself where a host sends no headers: the sites with a space
    /// between, `self` for the own one, and nothing for nobody.
    pub fn for_the_page(&self) -> String {
        let sites: Vec<&str> = self.0.iter().map(|frame| frame.word("self")).collect();
        sites.join(" ")
    }
}

impl Frame {
    fn read(name: &str) -> Result<Self, NotASite> {
        if matches!(name, "self" | "'self'") {
            return Ok(Self::Own);
        }
        let wrong = || NotASite(name.to_owned());
        let (scheme, site) = name.split_once("://").ok_or_else(wrong)?;
        let (host, port) = site.split_once(':').map_or((site, None), |(host, port)| (host, Some(port)));
        let here = matches!(host, "localhost" | "127.0.0.1");
        let told = !host.is_empty() && host.bytes().all(is_of_a_host_name);
        let numbered = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if (scheme == "https" || (scheme == "http" && here)) && told && numbered {
            Ok(Self::Of(name.to_owned()))
        } else {
            Err(wrong())
        }
    }

    fn word<'a>(&'a self, own: &'a str) -> &'a str {
        match self {
            Self::Own => own,
            Self::Of(origin) => origin,
        }
    }
}

/// Small letters only: browsers write origins so, and the boot script compares them letter by letter.
fn is_of_a_host_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_may_unless_someone_is_named() {
        assert_eq!(Frames::nobody().directive(), "frame-ancestors 'none'");
        assert_eq!(Frames::nobody().for_the_page(), "");
        assert!(!Frames::nobody().are_allowed());
        assert_eq!(Frames::of::<&str>([]), Ok(Frames::nobody()));
    }

    #[test]
    fn sites_are_named_one_by_one() {
        let frames =
            Frames::of(["self", "https://intranet.example.org", "http://127.0.0.1:8081"]).expect("all are sites");
        assert_eq!(frames.directive(), "frame-ancestors 'self' https://intranet.example.org http://127.0.0.1:8081");
        assert_eq!(frames.for_the_page(), "self https://intranet.example.org http://127.0.0.1:8081");
        assert!(frames.are_allowed());
    }

    #[test]
    fn what_would_allow_more_or_break_the_header_is_refused() {
        for name in [
            "",
            "*",
            "none",
            "https:",
            "https://",
            "intranet.example.org",
            "http://intranet.example.org",
            "https://*.example.org",
            "https://intranet.example.org/",
            "https://intranet.example.org/page",
            "https://intranet.example.org:port",
            "https://Intranet.example.org",
            "https://a.example https://b.example",
            "https://a.example; script-src *",
            "https://a.example\"",
        ] {
            let refused = Frames::of(["self", name]).expect_err(name);
            assert!(refused.to_string().starts_with(&format!("'{name}' is no site")), "{refused}");
        }
    }
}
