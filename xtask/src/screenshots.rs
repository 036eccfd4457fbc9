//! The pictures in docs/screenshots.

use crate::{browsers, build, own, paths, shell};
use anyhow::Result;
use std::{fs, path::Path};

/// How much of the repository they may take, in bytes.
const MOST: u64 = 2_000_000;

/// Builds the release and takes them anew.
pub fn screenshots(root: &Path) -> Result<()> {
    let programs = browsers::chromium()?;
    build::release(root, &own::file(root, None)?)?;
    let folder = paths::screenshots(root);
    shell::say("Taking the pictures of docs/screenshots");
    let mut command = shell::cargo();
    command
        .args(["run", "--quiet", "--package", "e2e", "--example", "screenshots"])
        .env("ROOM_DIST", paths::dist(root))
        .env("ROOM_PICTURES", &folder)
        .envs(programs)
        .current_dir(root);
    shell::run(&mut command, "mend what is named above")?;
    let mut all = 0;
    for entry in fs::read_dir(&folder)? {
        let entry = entry?;
        let bytes = entry.metadata()?.len();
        println!("    {:>8}  {}", bytes, entry.file_name().to_string_lossy());
        all += bytes;
    }
    if all > MOST {
        return Err(shell::fault(
            format!("the pictures take {all} bytes of at most {MOST}"),
            "take fewer of them: PICTURES in tests/e2e/examples/screenshots.rs",
        ));
    }
    Ok(())
}
