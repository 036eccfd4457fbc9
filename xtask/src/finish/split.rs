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

/// What the first part imports to fetch the second. The tool gives it this name, and writes one of its own.
const LOADER: &str = "__wasm_split.js";

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

    fs::copy(folder.join(format!("{name}_bg.wasm")), module)?;
    fs::copy(folder.join("split_behind.wasm"), staging.join(BEHIND))?;

    // One script for both: another request would cost a round trip.
    let loader = super::read(&root.join("static").join("parts.js"))?;
    fs::write(folder.join(LOADER), loader.replace(&format!("{MAIN}.js"), &format!("{name}.js")))?;
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
pub fn target_folder(root: &Path) -> Result<PathBuf> {
    #[derive(serde::Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let mut command = shell::cargo();
    command.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root);
    let said = shell::pipe(&mut command, &[], "mend what the message names")?;
    Ok(serde_json::from_slice::<Metadata>(&said)?.target_directory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn the_loader_names_the_files_as_they_are_called_here() {
        let loader = super::super::read(&paths::root().join("static").join("parts.js")).expect("is there");
        for name in [format!("\"./{MAIN}.js\""), format!("\"{BEHIND}\"")] {
            assert_eq!(loader.matches(&name).count(), 1, "{name} gets its final name when the site is finished");
        }
    }

    #[test]
    fn what_gives_way_is_what_trunk_made_of_the_main_module() {
        let staging = std::env::temp_dir().join(format!("room-to-grow-split-{}", std::process::id()));
        fs::create_dir_all(&staging).expect("temporary folder");
        for file in ["annex.js", "annex_bg.wasm", "room-to-grow-0123456789abcdef.js"] {
            fs::write(staging.join(file), "").expect("file in the temporary folder");
        }
        let error = made_by_trunk(&staging).expect_err("the module is not there");
        assert_eq!(error.to_string(), "Trunk made no room-to-grow…_bg.wasm");

        let module = staging.join("room-to-grow-0123456789abcdef_bg.wasm");
        fs::write(&module, "").expect("file in the temporary folder");
        let made = made_by_trunk(&staging).expect("both are there");
        assert_eq!(made, (staging.join("room-to-grow-0123456789abcdef.js"), module));
        fs::remove_dir_all(staging).expect("temporary folder removed");
    }
}
