//! What a server answers, read off a plain TCP connection: no client library can then hide a header or unpack an answer.

use anyhow::{Context, Result};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// An answer as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The number of the status, such as 200.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The bytes as they were sent: compressed ones stay so.
    pub body: Vec<u8>,
}

/// Asks for a path; `accept` says which encodings are taken, and `more` are whole lines of further headers.
///
/// # Errors
/// If nobody answers, or not in the form of HTTP.
pub fn get(address: SocketAddr, path: &str, accept: &str, more: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let headers = format!("host: {address}\r\naccept-encoding: {accept}\r\nconnection: close\r\n{more}");
    // At once: a server may refuse, and close, at the first line.
    stream.write_all(format!("GET {path} HTTP/1.1\r\n{headers}\r\n").as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    read(&bytes).with_context(|| format!("{path} is answered with no HTTP: {}", String::from_utf8_lossy(&bytes)))
}

fn read(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let (first, rest) = head.split_once("\r\n")?;
    let status = first.split(' ').nth(1)?.parse().ok()?;
    let headers = rest.lines().filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    let mut answer = Answer { status, headers, body: bytes[end + 4..].to_vec() };
    if answer.all("transfer-encoding") == ["chunked"] {
        answer.body = joined(&answer.body)?;
    }
    Some(answer)
}

/// The chunks of a body as one.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&body[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let chunk = body.get(end + 2..end + 2 + length)?;
        whole.extend_from_slice(chunk);
        body = body.get(end + 4 + length..)?;
    }
}

impl Answer {
    /// Everything before the body, for whoever reads why a test failed.
    pub fn head(&self) -> String {
        let headers = self.headers.iter().map(|(name, value)| format!("\n{name}: {value}"));
        format!("{}{}", self.status, headers.collect::<String>())
    }

    /// Every value of a header, whose name is in small letters.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let wanted = self.headers.iter().filter(|(known, _)| known == name);
        wanted.map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header, if it is there once.
    pub fn header(&self, name: &str) -> Option<&str> {
        match self.all(name)[..] {
            [value] => Some(value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_comes_twice_is_no_header() {
        let answer = read(b"HTTP/1.1 200 OK\r\nVary: a\r\nX: 1\r\nx: 2\r\n\r\nbody").expect("HTTP");
        assert_eq!((answer.status, answer.header("vary"), answer.header("x")), (200, Some("a"), None));
        assert_eq!(answer.all("x"), ["1", "2"]);
        assert_eq!(answer.body, b"body");
    }

    #[test]
    fn chunks_are_put_together() {
        let answer =
            b"HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";
        assert_eq!(read(answer).expect("HTTP").body, b"abc0123456789");
    }
}
