//! Ready configuration for web servers and other hosts, written from the same values that this host sends.
//!
//! So what is handed out cannot differ from what is tested: the tests start nginx, Caddy and Apache with these very
//! texts, and only the address, the folder and the path are others.

mod apache;
mod caddy;
mod container;
mod nginx;
mod pages;

use crate::Frames;
use std::net::SocketAddr;

pub use apache::{htaccess, virtual_host};
pub use caddy::caddyfile;
pub use nginx::{Brotli, server, server_alone};

/// The host name that stands where people write their own.
const NAME: &str = "groeiruimte.example.org";

/// The folder that stands where people write their own.
const FOLDER: &str = "/srv/room-to-grow";

/// What a server is to serve, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The address at which it listens.
    pub listen: Listen,
    /// The folder with the files: absolute, without a slash at the end, and without quotes.
    pub folder: String,
    /// The path under which visitors find the site, with a slash at both ends; `/` for all of the host name.
    pub path: String,
    /// Who may show it in a frame.
    pub frames: Frames,
}

/// Where a server listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listen {
    /// For everyone, under a host name.
    Everyone(String),
    /// At one address of this machine, without TLS.
    At(SocketAddr),
}

/// A text that is handed out, and the file that it goes into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// The file, relative to the folder with all of them.
    pub file: &'static str,
    /// What stands in it.
    pub text: String,
}

impl Place {
    /// The place that is handed out: people write their own name and folder into it.
    fn to_hand_out(path: &str, frames: &Frames) -> Self {
        let listen = Listen::Everyone(NAME.to_owned());
        Self { listen, folder: FOLDER.to_owned(), path: path.to_owned(), frames: frames.clone() }
    }

    /// The path without the slash at the end; `None` where that is the host name itself.
    ///
    /// The addresses in the page are relative, so who leaves the slash out has to be led to it.
    fn without_slash(&self) -> Option<&str> {
        self.path.strip_suffix('/').filter(|path| !path.is_empty())
    }
}

/// Whether servers take this as the path of a site: a slash at both ends, and nothing that would mean something to them.
pub fn is_path(path: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~' | b'.');
    let Some(inside) = path.strip_prefix('/') else { return false };
    inside.is_empty()
        || inside.strip_suffix('/').is_some_and(|inside| {
            inside.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain))
        })
}

/// Everything that is handed out, for a site under `path` (see [`is_path`]).
pub fn all(path: &str, frames: &Frames) -> Vec<Ready> {
    let place = Place::to_hand_out(path, frames);
    let ready = |file, text| Ready { file, text };
    let mut all = vec![
        ready("apache/.htaccess", htaccess(frames)),
        ready("apache/room-to-grow.conf", virtual_host(&place)),
        ready("caddy/Caddyfile", caddyfile(&place)),
        ready("container/Containerfile", container::containerfile()),
        ready("container/nginx.conf", container::nginx(frames)),
        ready("github-pages/pages.yml", pages::github()),
        ready("gitlab-pages/.gitlab-ci.yml", pages::gitlab()),
        ready("nginx/room-to-grow.conf", server(&place, Brotli::Without)),
    ];
    all.iter_mut().for_each(|ready| ready.text = tidy(&ready.text));
    all
}

/// A header's name as people write it: `x-content-type-options` as `X-Content-Type-Options`.
fn titled(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect::<Vec<_>>().join("-")
}

/// Each of these lines on a line of its own, so far to the right.
fn lines(margin: &str, lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| format!("{margin}{line}\n")).collect()
}

/// No spaces at ends of lines, never two empty lines, and one end of the file.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.trim().lines().map(str::trim_end) {
        if !(line.is_empty() && tidy.ends_with("\n\n")) {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FOR_GOOD, MIME_TYPES, security_headers};

    #[test]
    fn whoever_sets_headers_sets_all_of_them_and_every_type() {
        let frames = Frames::of(["https://intranet.example.org"]).expect("a site");
        let all = all("/", &frames);
        for file in [
            "apache/.htaccess",
            "apache/room-to-grow.conf",
            "caddy/Caddyfile",
            "container/nginx.conf",
            "nginx/room-to-grow.conf",
        ] {
            let text = &all.iter().find(|ready| ready.file == file).expect(file).text;
            for (name, value) in security_headers(&frames) {
                assert!(text.contains(&format!("{} \"{value}\"", titled(name))), "{name} in {file}:\n{text}");
            }
            for (ending, kind) in MIME_TYPES {
                assert!(text.contains(ending) && text.contains(kind), "{kind} in {file}:\n{text}");
            }
            assert!(text.contains(FOR_GOOD), "{file}:\n{text}");
        }
    }

    #[test]
    fn nothing_is_left_over_from_writing_it() {
        for Ready { file, text } in all("/a/b/", &Frames::nobody()) {
            assert!(text.ends_with('\n') && !text.contains("\n\n\n"), "{file}:\n{text}");
            assert!(!text.lines().any(|line| line.ends_with(' ')), "{file}:\n{text}");
            assert!(text.starts_with('#'), "{file} says first what it is:\n{text}");
        }
    }

    #[test]
    fn only_a_plain_path_goes_into_the_text_of_a_server() {
        for path in ["/", "/a/", "/a/b-1.0/"] {
            assert!(is_path(path), "{path}");
        }
        for path in ["", "a/", "/a", "//", "/a//b/", "/../", "/a b/", "/a;/", "/{a}/", "/a\"/", "/*/"] {
            assert!(!is_path(path), "{path}");
        }
    }

    #[test]
    fn header_names_are_written_as_people_do() {
        assert_eq!(titled("x-content-type-options"), "X-Content-Type-Options");
    }
}
