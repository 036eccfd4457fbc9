//! Takes the main module apart: what the first answer needs, and what stands behind it (`src/parts.rs`).
//!
//! It has to happen between the compiler and wasm-bindgen, where Trunk has no place for it (trunk-rs/trunk#1022): the linker's notes
//! on what refers to what are gone afterwards. So what Trunk made of the main module gives way to what is made here.

use crate::{shell, tools, tools::Tools};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The name that Cargo gives the main module.
const MAIN: &str = "room-to-grow";

/// The second part, as static/parts.js asks for it.
const BEHIND: &str = "behind.wasm";

/// What the compiler uses: wasm-opt refuses a module with other features. index.html has the same for the other modules.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Puts both parts and their script into the folder where Trunk puts the site together.
pub fn split(root: &Path, staging: &Path, tools: &Tools) -> Result<()> {
    let (script, module) = made_by_trunk(staging)?;
    let name = super::file_name(&script.with_extension(""));
    let folder = root.join("target").join("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;

    let whole = target_folder(root)?.join(tools::WASM).join("release").join(format!("{MAIN}.wasm"));
    let remedy = "mend what the message names";
    let mut command = tools.wasm_split()?;
    shell::run(command.arg(&whole).arg(&folder).args(["--out-name", &name]), remedy)?;

    let mut command = tools.wasm_bindgen()?;
    // The second part needs the table of functions, which is kept only on request.
    command.args(["--target=web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--remove-name-section", "--remove-producers-section"]);
    command.arg("--out-dir").arg(&folder).args(["--out-name", &name]).arg(folder.join(format!("{name}.wasm")));
    shell::run(&mut command, remedy)?;

    for (from, to) in
        [(folder.join(format!("{name}_bg.wasm")), module), (folder.join("split_behind.wasm"), staging.join(BEHIND))]
    {
        let mut command = tools.wasm_opt()?;
        command.arg("-Oz").args(FEATURES).arg(&from).arg("-o").arg(to);
        shell::run(&mut command, remedy)?;
    }

    // One script for both: another request would cost a round trip.
    fs::copy(root.join("static").join("parts.js"), folder.join("__wasm_split.js"))?;
    let own = fs::read_to_string(folder.join("__wasm_split.js"))?.replace("room-to-grow.js", &format!("{name}.js"));
    fs::write(folder.join("__wasm_split.js"), own)?;
    let mut command = tools.esbuild()?;
    command.arg(folder.join(format!("{name}.js"))).args(["--bundle", "--format=esm", "--log-level=warning"]);
    shell::run(command.arg(format!("--outfile={}", script.display())), remedy)
}

/// The script and the module of the main part, under the names that Trunk gave them.
fn made_by_trunk(staging: &Path) -> Result<(PathBuf, PathBuf)> {
    let files = super::files(staging)?;
    let found = |ending: &str| {
        let fits =
            |file: &&PathBuf| super::file_name(file).starts_with(MAIN) && super::file_name(file).ends_with(ending);
        files.iter().find(fits).cloned().with_context(|| format!("Trunk made no {MAIN}…{ending}"))
    };
    Ok((found(".js")?, found("_bg.wasm")?))
}

/// Where Cargo compiles to.
fn target_folder(root: &Path) -> Result<PathBuf> {
    #[derive(serde::Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let mut command = shell::cargo();
    command.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root);
    let said = shell::pipe(&mut command, &[], "mend what the message names")?;
    Ok(serde_json::from_slice::<Metadata>(&said)?.target_directory)
}
