//! What a failing test leaves behind, so that it can be understood without running it again.

use std::{fs, thread};

use anyhow::Result;

use crate::{App, Window, environment};

/// Keeps a picture of the page, its source and its console. A failure to do so must not hide the real one.
pub(crate) async fn keep(app: &App) {
    keep_as(app, test_name()).await;
}

/// The same for the other device in a test with two.
pub(crate) async fn keep_of_other_device(app: &App) {
    keep_as(app, test_name() + ".other").await;
}

/// The same of a window in any browser, whose console cannot be read.
pub(crate) async fn keep_window(window: &Window, browser: &str) {
    let name = format!("{}.{browser}", test_name());
    tell(&name, write(window, &name, "").await);
}

async fn keep_as(app: &App, name: String) {
    let written = match app.complaints().await {
        Ok(complaints) => write(app, &name, &complaints.join("\n")).await,
        Err(error) => Err(error),
    };
    tell(&name, written);
}

fn tell(name: &str, written: Result<()>) {
    let folder = environment::evidence_folder();
    match written {
        Ok(()) => eprintln!("what was seen: {}/{name}.png, .html and .txt", folder.display()),
        Err(error) => eprintln!("what was seen could not be kept: {error:#}"),
    }
}

async fn write(window: &Window, name: &str, console: &str) -> Result<()> {
    let folder = environment::evidence_folder();
    fs::create_dir_all(&folder)?;
    let driver = window.driver();
    fs::write(folder.join(format!("{name}.html")), driver.source().await?)?;
    fs::write(folder.join(format!("{name}.png")), driver.screenshot_as_png().await?)?;
    let address = driver.current_url().await?;
    fs::write(folder.join(format!("{name}.txt")), format!("{address}\n{console}\n"))?;
    Ok(())
}

/// Each test runs in a thread that bears its name.
fn test_name() -> String {
    thread::current().name().unwrap_or("unnamed").replace("::", ".")
}
