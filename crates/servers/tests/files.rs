//! Every file of the built site, on every server, at the root and in a folder: what a browser gets is what is documented.

use anyhow::Result;
use host::{ASK_EACH_TIME, FOR_GOOD, Frames, Host, is_content_hashed, mime_type, security_headers};
use servers::{Answer, Kind, Server, get};
use std::{
    env, fs,
    io::Read,
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// The built site, and the names of its files with slashes; the compressed ones stand beside them.
struct Site {
    folder: PathBuf,
    files: Vec<String>,
}

impl Site {
    fn built() -> Site {
        let named = env::var_os("ROOM_DIST").filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"));
        assert!(folder.join("index.html").is_file(), "there is no built site; remedy: cargo xtask build");
        let mut files = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).expect("a folder of the site") {
                let path = entry.expect("a file of the site").path();
                let kind = path.extension().unwrap_or_default();
                if path.is_dir() {
                    folders.push(path);
                } else if kind != "br" && kind != "gz" {
                    let name = path.strip_prefix(&folder).expect("inside").to_string_lossy().replace('\\', "/");
                    files.push(name);
                }
            }
        }
        files.sort();
        assert!(files.len() > 10, "this is no whole site: {files:?}");
        Site { folder, files }
    }

    fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.folder.join(file)).expect(file)
    }

    fn has(&self, file: &str) -> bool {
        self.folder.join(file).is_file()
    }
}

/// A server to be held to what is documented.
struct Served<'a> {
    name: String,
    site: &'a Site,
    address: SocketAddr,
    path: &'a str,
    brotli: bool,
}

impl Served<'_> {
    fn get(&self, file: &str, accept: &str) -> Answer {
        self.get_with(file, accept, "")
    }

    fn get_with(&self, file: &str, accept: &str, more: &str) -> Answer {
        let answer = get(self.address, &format!("{}{file}", self.path), accept, more);
        answer.unwrap_or_else(|error| panic!("'{file}' as {accept} of {}: {error:?}", self.name))
    }

    fn holds_what_is_documented(&self) {
        for file in &self.site.files {
            self.sends_in_the_smallest_form(file, file);
        }
        for folder in ["", "en/", "nl/"] {
            self.sends_in_the_smallest_form(folder, &format!("{folder}index.html"));
        }
        self.says_that_nothing_is_there();
        self.lists_no_folder();
        self.leads_to_the_slash();
        self.sends_nothing_twice();
    }

    fn sends_in_the_smallest_form(&self, asked: &str, file: &str) {
        let forms = [("gzip, deflate, br, zstd", self.brotli), ("gzip", false), ("identity", false)];
        for (accept, takes_brotli) in forms {
            let (encoding, form) = if takes_brotli && self.site.has(&format!("{file}.br")) {
                (Some("br"), format!("{file}.br"))
            } else if accept.contains("gzip") && self.site.has(&format!("{file}.gz")) {
                (Some("gzip"), format!("{file}.gz"))
            } else {
                (None, file.to_owned())
            };
            let (answer, what) = (self.get(asked, accept), format!("'{asked}' as {accept} of {}", self.name));
            assert_eq!(answer.status, 200, "{what}");
            assert_eq!(answer.header("content-encoding"), encoding, "{what}: {}", answer.head());
            assert!(answer.body == self.site.bytes(&form), "other bytes: {what}");
            assert_eq!(answer.header("content-type"), mime_type(file), "{what}");
            let keep = if is_content_hashed(file) { FOR_GOOD } else { ASK_EACH_TIME };
            assert_eq!(answer.header("cache-control"), Some(keep), "{what}");
            if self.site.has(&format!("{file}.gz")) {
                let vary = answer.header("vary").unwrap_or_default().to_lowercase();
                assert_eq!(vary, "accept-encoding", "{what}");
            }
            self.is_secured(&answer, &what);
        }
    }

    fn is_secured(&self, answer: &Answer, what: &str) {
        for (name, value) in security_headers(&Frames::nobody()) {
            assert_eq!(answer.all(name), [value.as_str()], "{name} of {what}");
        }
    }

    fn says_that_nothing_is_there(&self) {
        for missing in ["missing", "missing.js", "gone.0123456789abcdef.js", "packs/gone.en.0123456789abcdef.pack"] {
            let (answer, what) = (self.get(missing, "gzip, br"), format!("'{missing}' of {}", self.name));
            assert_eq!(answer.status, 404, "{what}");
            assert_eq!(answer.header("cache-control"), Some(ASK_EACH_TIME), "{what}");
            self.is_secured(&answer, &what);
        }
    }

    fn lists_no_folder(&self) {
        let answer = self.get("packs/", "identity");
        assert!(matches!(answer.status, 403 | 404), "packs/ of {} is {}", self.name, answer.status);
        assert!(!String::from_utf8_lossy(&answer.body).contains(".pack"), "packs/ of {} is listed", self.name);
        for outside in ["../Cargo.toml", "%2e%2e/%2e%2e/etc/passwd", ".htaccess"] {
            let status = self.get(outside, "identity").status;
            assert!(matches!(status, 400 | 403 | 404), "{outside} of {} is {status}", self.name);
        }
    }

    /// The addresses in the page are relative: `/a/b` would look for its files in `/a/`.
    fn leads_to_the_slash(&self) {
        let Some(path) = self.path.strip_suffix('/').filter(|path| !path.is_empty()) else { return };
        let answer = get(self.address, path, "identity", "").expect("an answer");
        assert!(matches!(answer.status, 301 | 308), "{path} of {} is {}", self.name, answer.status);
        let to = answer.header("location").unwrap_or_default();
        assert!(to.ends_with(self.path), "{path} of {} leads to '{to}'", self.name);
    }

    /// A browser that still has the page asks whether it changed.
    fn sends_nothing_twice(&self) {
        let first = self.get("index.html", "gzip");
        let known = match (first.header("etag"), first.header("last-modified")) {
            (Some(tag), _) => format!("if-none-match: {tag}\r\n"),
            (None, Some(time)) => format!("if-modified-since: {time}\r\n"),
            (None, None) => panic!("{} tells neither tag nor time: {}", self.name, first.head()),
        };
        let again = self.get_with("index.html", "gzip", &known);
        assert_eq!(again.status, 304, "{}: {}", self.name, again.head());
        assert!(again.body.is_empty(), "{}", self.name);
    }
}

fn holds_on(kind: Kind) {
    let site = Site::built();
    for path in ["/", "/a/b/"] {
        let server = Server::start(kind, &site.folder, path).unwrap_or_else(|error| panic!("{error:?}"));
        let (name, brotli) = (format!("{kind:?} under {path}"), kind.sends_brotli());
        Served { name, site: &site, address: server.address(), path, brotli }.holds_what_is_documented();
    }
}

#[test]
fn nginx_sends_what_is_documented() {
    holds_on(Kind::Nginx);
}

#[test]
fn nginx_with_the_module_for_brotli_sends_what_is_documented() {
    holds_on(Kind::NginxWithBrotli);
}

#[test]
fn caddy_sends_what_is_documented() {
    holds_on(Kind::Caddy);
}

#[test]
fn apache_sends_what_is_documented() {
    holds_on(Kind::Apache);
}

#[test]
fn apache_with_nothing_but_files_sends_what_is_documented() {
    holds_on(Kind::ApacheByHtaccess);
}

#[test]
fn our_own_host_sends_what_is_documented() {
    let site = Site::built();
    let host = Host::start(&site.folder).expect("a free port");
    let address = host.url().trim_start_matches("http://").trim_end_matches('/').parse().expect("an address");
    Served { name: "our host".to_owned(), site: &site, address, path: "/", brotli: true }.holds_what_is_documented();
}

/// The folders of this machine that a build could leave in what it makes.
fn folders_of_this_machine() -> Vec<PathBuf> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().ok();
    let home = env::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home.as_ref()?.join(".cargo")));
    // A home that is the root of everything would be found everywhere.
    [checkout, home, cargo].into_iter().flatten().filter(|folder| folder.components().count() > 1).collect()
}

#[test]
fn the_site_tells_nothing_of_the_machine_on_which_it_was_built() {
    let site = Site::built();
    let folders: Vec<String> =
        folders_of_this_machine().iter().map(|folder| format!("{}/", folder.display())).collect();
    assert!(folders.len() >= 2, "{folders:?}");
    for file in &site.files {
        let bytes = site.bytes(file);
        for folder in &folders {
            let found = bytes.windows(folder.len()).any(|part| part == folder.as_bytes());
            assert!(!found, "{file} names {folder}; remedy: see xtask/src/reproducible.rs");
        }
    }
}

#[test]
fn compressed_files_unpack_to_what_stands_beside_them() -> Result<()> {
    let site = Site::built();
    for file in &site.files {
        let plain = site.bytes(file);
        if site.has(&format!("{file}.gz")) {
            let mut unpacked = Vec::new();
            flate2::read::GzDecoder::new(&*site.bytes(&format!("{file}.gz"))).read_to_end(&mut unpacked)?;
            assert!(unpacked == plain, "{file}.gz");
        }
        if site.has(&format!("{file}.br")) {
            let mut unpacked = Vec::new();
            let small = site.bytes(&format!("{file}.br"));
            brotli_decompressor::Decompressor::new(&*small, 4096).read_to_end(&mut unpacked)?;
            assert!(unpacked == plain, "{file}.br");
        }
    }
    Ok(())
}
