//! The site on the servers that people have: in a folder two levels down, and from one that does nothing but send files.

use std::io::Cursor;

use anyhow::{Result, ensure};
use calamine::{Reader as _, Xlsx};
use e2e::{App, Visitor, Walk, level, send_files, site, with_voice};
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
