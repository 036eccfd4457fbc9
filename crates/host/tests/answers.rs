//! What a browser gets from the host, read off a plain TCP connection: no client library can then
//! hide a header, unpack an answer or reconnect behind the test's back.

use host::{Fault, Frames, Host, security_headers};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    time::{Duration, Instant},
};

const SCRIPT: &str = "boot.0123456789abcdef.js";

/// A folder with one file of each kind, and the host that serves it.
struct Site {
    host: Host,
    folder: PathBuf,
}

impl Site {
    fn start(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("room-to-grow-host-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("packs")).expect("temporary folder");
        for (file, bytes) in [
            ("index.html", "<!doctype html><title>page</title>"),
            (SCRIPT, "plain script"),
            ("boot.0123456789abcdef.js.br", "brotli form"),
            ("boot.0123456789abcdef.js.gz", "gzip form"),
            ("app.wasm", "wasm"),
            ("site.webmanifest", "{}"),
            ("packs/ask.en.0123456789abcdef.pack", "pack"),
        ] {
            fs::write(folder.join(file), bytes).expect("file in the temporary folder");
        }
        let host = Host::start(&folder).expect("a free port");
        Site { host, folder }
    }

    fn address(&self) -> String {
        let url = self.host.url();
        url.trim_start_matches("http://").trim_end_matches('/').to_owned()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address()).expect("host listens");
        stream.set_read_timeout(Some(Duration::from_secs(5))).expect("timeout above zero");
        stream
    }

    fn get(&self, path: &str, accept_encoding: &str) -> Answer {
        let mut stream = self.connect();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nhost: test\r\naccept-encoding: {accept_encoding}\r\nconnection: close\r\n\r\n"
        )
        .expect("request sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("answer in UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
        Answer { head: head.to_owned(), body: body.to_owned() }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.host.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = Site::start("security");
    for path in ["/", "/app.wasm", "/missing", "/packs/"] {
        let answer = site.get(path, "identity");
        for (name, value) in security_headers(&Frames::nobody()) {
            assert_eq!(answer.header(name), Some(value.as_str()), "{name} of {path}");
        }
    }
}

#[test]
fn the_smallest_form_that_the_browser_takes_is_sent() {
    let site = Site::start("encoding");
    let path = format!("/{SCRIPT}");
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", Some("br"), "brotli form"),
        ("gzip", Some("gzip"), "gzip form"),
        ("identity", None, "plain script"),
    ] {
        let answer = site.get(&path, accepted);
        assert_eq!(answer.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(answer.body, body, "{accepted}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"), "{accepted}");
        assert_eq!(answer.header("content-type"), Some("text/javascript; charset=utf-8"));
    }
    let never_packed = site.get("/app.wasm", "br");
    assert_eq!(never_packed.header("content-encoding"), None);
}

#[test]
fn each_kind_of_file_has_its_mime_type() {
    let site = Site::start("types");
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/app.wasm", "application/wasm"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/packs/ask.en.0123456789abcdef.pack", "application/octet-stream"),
    ] {
        assert_eq!(site.get(path, "identity").header("content-type"), Some(kind));
    }
}

#[test]
fn only_files_named_by_content_are_kept() {
    let site = Site::start("caching");
    let cache_control = |path: &str| {
        let answer = site.get(path, "identity");
        answer.header("cache-control").map(str::to_owned)
    };
    let kept = Some("public, max-age=31536000, immutable".to_owned());
    let asked = Some("no-cache".to_owned());
    assert_eq!(cache_control("/packs/ask.en.0123456789abcdef.pack"), kept);
    assert_eq!(cache_control("/"), asked);
    assert_eq!(cache_control("/app.wasm"), asked);
    assert_eq!(cache_control("/gone.0123456789abcdef.js"), asked);
}

#[test]
fn folders_are_not_listed_and_nothing_outside_is_served() {
    let site = Site::start("folders");
    for path in ["/packs/", "/missing", "/../Cargo.toml", "/%2e%2e/%2e%2e/etc/passwd"] {
        assert_eq!(site.get(path, "identity").status(), "404", "{path}");
    }
}

#[test]
fn a_broken_path_fails_as_told_and_can_be_mended() {
    let site = Site::start("faults");
    let path = "/packs/ask.en.0123456789abcdef.pack";
    site.host.break_paths("/packs/ask.en.", Fault::Missing);
    assert_eq!(site.get(path, "br").status(), "404");

    site.host.break_paths("/packs/ask.", Fault::Garbage(b"rubbish".to_vec()));
    let answer = site.get(path, "br");
    assert_eq!((answer.status(), answer.body.as_str()), ("200", "rubbish"));
    assert_eq!(answer.header("content-type"), Some("application/octet-stream"));

    site.host.break_paths("/packs/", Fault::Slow(Duration::from_millis(80)));
    let asked = Instant::now();
    assert_eq!(site.get(path, "br").body, "pack");
    assert!(asked.elapsed() >= Duration::from_millis(80));

    assert_eq!(site.get("/app.wasm", "br").status(), "200");
    site.host.mend_paths();
    assert_eq!(site.get(path, "br").body, "pack");
}

#[test]
fn stopping_closes_open_connections_and_the_address_can_be_served_again() {
    let mut site = Site::start("stop");
    site.host.break_paths("/silent", Fault::Silent);
    let url = site.host.url();

    let mut kept_alive = site.connect();
    write!(kept_alive, "GET /app.wasm HTTP/1.1\r\nhost: test\r\n\r\n").expect("request sent");
    let mut buffer = [0; 4096];
    assert!(kept_alive.read(&mut buffer).expect("answer") > 0);
    let mut waiting = site.connect();
    write!(waiting, "GET /silent HTTP/1.1\r\nhost: test\r\n\r\n").expect("request sent");

    site.host.stop();
    for mut connection in [kept_alive, waiting] {
        // The end of an answer that was on its way may still come; then it is over.
        let ended = match connection.read_to_end(&mut Vec::new()) {
            Ok(_) => true,
            Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
        };
        assert!(ended, "the connection is still open");
    }
    assert!(TcpStream::connect(site.address()).is_err());

    site.host.restart().expect("the port is still free");
    assert_eq!(site.host.url(), url);
    assert_eq!(site.get("/app.wasm", "br").status(), "200");
}

#[test]
fn the_host_tells_each_path_that_reached_it_once() {
    let site = Site::start("asked");
    site.get("/app.wasm", "br");
    site.get("/nothing", "br");
    assert_eq!(site.host.take_asked(), ["/app.wasm", "/nothing"]);
    assert!(site.host.take_asked().is_empty());
}
