//! The site in a frame of another site: refused unless the host allows it, and whole where it does.

use anyhow::Result;
use e2e::{App, Audit, Visitor, Walk, framing_page, level, send_files, site, site_framed_by};
use host::{Frames, Host};

/// The address of a page that shows `address` in a frame: another site, and so another name.
fn intranet(address: &str) -> Result<String> {
    let folder = framing_page(address)?;
    let port = send_files(folder.path())?.port();
    // Served until the test ends, so it stays.
    let _ = folder.keep();
    Ok(format!("http://localhost:{port}/"))
}

fn visit_intranet(intranet: &str, framed: &str, test: impl AsyncFnOnce(&mut App) -> Result<()>) {
    Visitor::default().at_the_door().at(intranet).visit(async |app| {
        app.expect_neighbour(framed);
        app.type_address("").await?;
        app.wait_for("iframe").await?;
        test(app).await
    });
}

/// A topic is answered and kept, and a file comes out.
async fn works_in_the_frame(app: &mut App) -> Result<()> {
    app.enter_frame().await?;
    app.wait_until_ready().await?;
    app.leave_frame().await?;
    assert_eq!(app.scrolled().await?, 0.0, "arriving in the frame scrolled the page around it");
    let downloads = app.downloads().await?;

    app.enter_frame().await?;
    let walk = Walk::topic("buddy").answering_all(level(1));
    app.walk(&walk).await?;
    app.press("a[href=\"#/device\"]").await?;
    app.wait_for(".device [data-do]").await?;
    app.do_it("backup").await?;
    let backup = downloads.take().await?;
    assert!(!backup.bytes.is_empty());

    // What is kept belongs to this frame on this site, and is there the next time.
    app.leave_frame().await?;
    app.type_address("").await?;
    app.enter_frame().await?;
    app.wait_until_ready().await?;
    app.press("a[href=\"#/device\"]").await?;
    app.wait_for(".device [data-do]").await?;
    app.do_it("backup").await?;
    assert_eq!(downloads.take().await?.bytes.len(), backup.bytes.len(), "the same is kept");
    app.leave_frame().await
}

async fn shows_a_way_out_and_starts_nothing(app: &mut App) -> Result<()> {
    app.enter_frame().await?;
    app.wait_for("#framed [data-language=\"en\"] a").await?;
    assert!(!app.shows("#app *").await?, "nothing of the app is there");
    assert!(!app.shows("#framed [data-language=\"nl\"]").await?, "one language at a time");
    let mut audit = Audit::of(app)?;
    audit.check_as_it_stands("the way out of a frame").await?;
    audit.assert_clean();
    app.press("#framed [data-language=\"en\"] a").await?;
    app.turn_to_new_window().await?;
    app.wait_for("button[data-scope=\"quick\"]").await?;
    assert!(!app.shows("#framed").await?, "in a tab of its own it works");
    Ok(())
}

#[test]
fn the_headers_keep_it_out_of_every_frame_unless_it_is_allowed() {
    let host = Host::start(&site().expect("a site")).expect("a free port");
    visit_intranet(&intranet(&host.url()).expect("a free port"), &host.url(), async |app| {
        // The browser says that it refuses.
        app.expect_complaint("frame-ancestors");
        app.enter_frame().await?;
        app.until("the browser shows its own page", "return location.protocol === 'chrome-error:'", []).await
    });
}

#[test]
fn where_no_header_can_be_set_the_page_itself_refuses() {
    let address = format!("http://{}/", send_files(&site().expect("a site")).expect("a free port"));
    visit_intranet(&intranet(&address).expect("a free port"), &address, shows_a_way_out_and_starts_nothing);
}

#[test]
fn where_no_header_can_be_set_an_allowed_site_does_not_open_it_to_others() {
    let frames = Frames::of(["self", "https://intranet.example.org"]).expect("sites");
    let folder = site_framed_by(&frames).expect("a copy");
    let address = format!("http://{}/", send_files(folder.path()).expect("a free port"));
    visit_intranet(&intranet(&address).expect("a free port"), &address, shows_a_way_out_and_starts_nothing);
}

#[test]
fn an_allowed_site_shows_it_and_everything_works_there() {
    // The page names the address of the host, and the host the one of the page: so the port is chosen first.
    let around = framing_page("").expect("a folder");
    let port = send_files(around.path()).expect("a free port").port();
    let intranet = format!("http://localhost:{port}");
    let frames = Frames::of([&intranet]).expect("a site");
    let folder = site_framed_by(&frames).expect("a copy");
    let host = Host::framed_by(folder.path(), frames).expect("a free port");
    let page = framing_page(&host.url()).expect("a folder");
    std::fs::copy(page.path().join("index.html"), around.path().join("index.html")).expect("a page");
    visit_intranet(&format!("{intranet}/"), &host.url(), works_in_the_frame);
}
