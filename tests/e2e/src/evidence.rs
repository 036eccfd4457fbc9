//! What a failing test leaves behind, so that it can be understood without running it again.

use std::{fs, path::Path, thread};

use anyhow::Result;

use crate::{App, environment};

/// Keeps a picture of the page, its source and its console. A failure to do so must not hide the real one.
pub(crate) async fn keep(app: &App) {
    keep_as(app, test_name()).await;
}

/// The same for the other device in a test with two.
pub(crate) async fn keep_of_other_device(app: &App) {
    keep_as(app, test_name() + ".other").await;
}

async fn keep_as(app: &App, name: String) {
    let folder = environment::evidence_folder();
    match write(app, &folder, &name).await {
        Ok(()) => eprintln!("what was seen: {}/{name}.png, .html and .txt", folder.display()),
        Err(error) => eprintln!("what was seen could not be kept: {error:#}"),
    }
}

async fn write(app: &App, folder: &Path, name: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    let driver = app.driver();
    fs::write(folder.join(format!("{name}.html")), driver.source().await?)?;
    fs::write(folder.join(format!("{name}.png")), driver.screenshot_as_png().await?)?;
    let address = driver.current_url().await?;
    let complaints = app.complaints().await?.join("\n");
    fs::write(folder.join(format!("{name}.txt")), format!("{address}\n{complaints}\n"))?;
    Ok(())
}

/// Each test runs in a thread that bears its name.
fn test_name() -> String {
    thread::current().name().unwrap_or("unnamed").replace("::", ".")
}
