//! The pages of plain HTML: what the others show, once a browser has drawn it.

use std::fs;

use anyhow::Result;
use host::Host;

use super::{Contestant, Phone};

/// What stands before the words of a page of plain HTML.
const HEAD: &str = "<!doctype html>\n<html lang=\"en\" data-reading=\"\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Plain HTML</title>\n\
    <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n";

/// Draws both pages of plain HTML.
pub async fn draw() -> Result<()> {
    let phone = Phone::start().await?;
    let start = "const [done] = arguments; drawn(() => done(one('#app').outerHTML));";
    draw_from(&phone, Contestant::Ours, start, Contestant::Static).await?;
    // Page by page, as someone goes through them.
    let all = "const [done] = arguments; const main = one('main'); const pages = [];
        for (let here = 0; main.querySelector(`[data-to='${here + 1}']`); here += 1) {
          pages.push(main.innerHTML);
          main.querySelector(`[data-to='${here + 1}']`).click();
        }
        done(one('header').outerHTML + '<main class=\"main\">' + pages.join('') + main.innerHTML + '</main>');";
    draw_from(&phone, Contestant::ByHand, all, Contestant::Static36).await?;
    phone.close().await;
    Ok(())
}

/// Writes what a script finds on the page of one as the page of another.
async fn draw_from(phone: &Phone, one: Contestant, script: &str, other: Contestant) -> Result<()> {
    let host = Host::start(&one.folder()?)?;
    phone.open("").await?;
    phone.window.driver().goto(host.url()).await?;
    if one == Contestant::Ours {
        phone.window.wait_until_ready().await?;
    } else {
        phone.window.wait_for("main h1").await?;
    }
    let body: String = phone.window.read_later(script, []).await?;
    fs::write(other.folder()?.join("index.html"), [HEAD, &body, "\n</body>\n</html>\n"].concat())?;
    Ok(())
}
