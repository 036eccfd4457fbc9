//! A web server that does nothing but send files: no header, nothing compressed, nothing kept. Hosts are like that where
//! one can only put files.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    thread,
};

use anyhow::Result;

/// Sends the files of a folder until the test ends, and gives the address.
///
/// # Errors
///
/// If this machine gives no port.
pub fn send_files(folder: &Path) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // What a browser gives up halfway is no failure of a test.
            thread::spawn(move || send_file(stream, &folder));
        }
    });
    Ok(address)
}

fn send_file(mut stream: TcpStream, folder: &Path) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // A connection may only be closed once the whole request is read.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or("/");
    let name = path.trim_start_matches('/').split('?').next().unwrap_or_default();
    let page = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    let file = folder.join([name, page].concat());
    let (status, body) = match fs::read(&file) {
        Ok(bytes) if !name.contains("..") => ("200 OK", bytes),
        _ => ("404 Not Found", Vec::new()),
    };
    let kind = match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)?;
    Ok(())
}
