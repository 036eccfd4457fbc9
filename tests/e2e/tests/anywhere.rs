//! The site on the servers that people have: in a folder two levels down, and from one that does nothing but send files.

use std::{
    fs,
    io::{BufRead, BufReader, Cursor, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Result, ensure};
use calamine::{Reader as _, Xlsx};
use e2e::{App, Visitor, Walk, level, site, with_voice};
use report::{Kind, sheets};
use servers::Server;

/// The main job in short: the answers are given, kept, and come out as a file that the third module makes in a worker.
async fn answer_and_take_along(app: &mut App) -> Result<()> {
    let walk = Walk::topic("buddy").answering_all(level(1));
    app.walk(&walk).await?;
    app.reload().await?;
    app.wait_for_guidance().await?;
    let id = app.assessment().await?;

    app.open_take(&id, Kind::Report).await?;
    let downloads = app.downloads().await?;
    app.unfold("details.take__data").await?;
    let excel = app.save_way(&downloads, "excel").await?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(excel.bytes))?;
    let today = app.today().await?;
    let expected = with_voice("en", |voice| sheets(voice, &walk.assessment(), today, false));
    let answers = book.worksheet_range(&expected.answers.name)?;
    ensure!(answers.height() == expected.answers.rows.len() + 1, "{} rows of answers", answers.height());

    // Another language is fetched, and so is the second module.
    app.speak("nl").await?;
    app.open_device().await?;
    let backup = app.save_backup().await?;
    ensure!(!backup.bytes.is_empty(), "there is something in the backup");
    Ok(())
}

fn works_in_a_folder_of(kind: servers::Kind) {
    let site = site().unwrap_or_else(|error| panic!("{error:?}"));
    let server = Server::start(kind, &site, "/a/b/").unwrap_or_else(|error| panic!("{error:?}"));
    Visitor::default().at(server.url()).visit(answer_and_take_along);
}

#[test]
fn it_works_in_a_folder_of_nginx() {
    works_in_a_folder_of(servers::Kind::Nginx);
}

#[test]
fn it_works_in_a_folder_of_caddy() {
    works_in_a_folder_of(servers::Kind::Caddy);
}

#[test]
fn it_works_in_a_folder_of_apache() {
    works_in_a_folder_of(servers::Kind::ApacheByHtaccess);
}

#[test]
fn it_works_from_a_server_that_does_nothing_but_send_files() {
    let site = site().unwrap_or_else(|error| panic!("{error:?}"));
    let address = send_files(&site).expect("a free port");
    Visitor::default().at(format!("http://{address}/")).visit(answer_and_take_along);
}

/// A server that sends files with a type, and nothing else: no header, nothing compressed, nothing kept. It ends with the test.
fn send_files(folder: &Path) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // What a browser gives up halfway is no failure of this test.
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
    let file: PathBuf = folder.join(if name.is_empty() { "index.html" } else { name });
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
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)?;
    Ok(())
}
