//! The texts as they are handed out, with the host name and the folder that people write over: each server understands
//! its own. That they also do what they should is held by `files.rs`, with other addresses.

use host::{Frames, ready};
use servers::check;

fn text(file: &str, path: &str) -> String {
    let frames = Frames::of(["https://intranet.example.org"]).expect("a site");
    let all = ready::all(path, &frames);
    all.into_iter().find(|ready| ready.file == file).unwrap_or_else(|| panic!("there is no {file}")).text
}

#[test]
fn nginx_understands_the_server_that_is_handed_out() {
    for path in ["/", "/a/b/"] {
        check::nginx(&text("nginx/room-to-grow.conf", path)).unwrap_or_else(|error| panic!("{error:?}"));
    }
}

#[test]
fn nginx_understands_the_one_of_the_container() {
    for path in ["/", "/a/b/"] {
        check::whole_nginx(&text("container/nginx.conf", path)).unwrap_or_else(|error| panic!("{error:?}"));
    }
}

#[test]
fn caddy_understands_the_file_that_is_handed_out() {
    for path in ["/", "/a/b/"] {
        check::caddy(&text("caddy/Caddyfile", path)).unwrap_or_else(|error| panic!("{error:?}"));
    }
}

#[test]
fn apache_understands_the_virtual_host_that_is_handed_out() {
    for path in ["/", "/a/b/"] {
        check::apache(&text("apache/room-to-grow.conf", path)).unwrap_or_else(|error| panic!("{error:?}"));
    }
}

#[test]
fn a_text_that_a_server_does_not_understand_is_told() {
    let refused = check::nginx("sever { listen 80; }").expect_err("no such word");
    assert!(format!("{refused:?}").contains("unknown directive \"sever\""), "{refused:?}");
    assert!(check::caddy("example.org {\n\tfile_sever\n}").is_err());
    assert!(check::apache("<VirtualHost *:80>\nHeadr set a b\n</VirtualHost>").is_err());
}
