//! Another house style on a site that is built: the wasm does not depend on it, and that is what takes minutes.

use crate::{
    build,
    finish::{self, Undressed},
    own, paths,
    shell::{self, fault},
};
use anyhow::{Context, Result};
use host::is_content_hashed;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Beside the copy, so that it is known again: only what this command made is ever removed.
const MARK: &str = ".restyled";

/// Copies the site in `from` to `to`, in the house style of a file.
pub fn restyle(root: &Path, house: &Path, from: Option<&Path>, to: &Path) -> Result<()> {
    let from = from.map_or_else(|| paths::dist(root), Path::to_owned);
    let undressed = undressed(root, &from)?;
    let house = own::read(root, &own::file(root, Some(house))?)?;
    own::warn(&house);
    shell::say(&format!(
        "Putting the house style of '{}' on it",
        house.name(house.languages.first().map_or("", String::as_str))
    ));
    // Not in the folder of the next build, which Trunk watches for being complete.
    let generated = paths::generated(root).join("restyled");
    fs::create_dir_all(&generated)?;
    build::pack_into(root, &house, &generated)?;
    empty(to)?;
    copy(&from, to)?;
    finish::dress(&house, &undressed, &generated, to)
}

/// What changes with a house, before anything of one was in it, after a look whether it is that of this site.
fn undressed(root: &Path, from: &Path) -> Result<Undressed> {
    let build = "run cargo xtask build in this checkout, and then this again";
    let undressed = Undressed::of_latest_build(root);
    let undressed = undressed.ok_or_else(|| fault("there is no built page to start from", build))?;
    let page = &undressed.page;
    // Between quotes stands a name, or else a text.
    let between = page.split(['"', '\'']).filter(|text| !text.contains(char::is_whitespace));
    let named = between.map(|name| name.trim_start_matches("./")).filter(|name| is_content_hashed(name));
    match named.into_iter().find(|name| !from.join(name).is_file()) {
        Some(name) => Err(fault(format!("{name} is not in {}: that is another build", from.display()), build)),
        None => Ok(undressed),
    }
}

/// Makes the folder, or makes it empty if this command made it before.
fn empty(to: &Path) -> Result<()> {
    if to.join(MARK).is_file() {
        fs::remove_dir_all(to)?;
    } else if to.exists() {
        let what = format!("{} is there already, and not from this command", to.display());
        return Err(fault(what, "name another folder with --to"));
    }
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    Ok(fs::write(to.join(MARK), "")?)
}

/// Copies all that does not belong to a house: scripts and modules, with their compressed forms.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let path: PathBuf = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A folder with a page is that of a language.
        if belongs_to_house(&name) || path.join("index.html").is_file() {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(&name))?;
        } else {
            fs::copy(&path, to.join(&name))?;
        }
    }
    Ok(())
}

fn belongs_to_house(name: &str) -> bool {
    const STARTS: [&str; 3] = ["icon", "index.html", "worker.js"];
    [MARK, "packs"].contains(&name)
        || name.contains(".css")
        || STARTS.iter().any(|start| name.starts_with(start))
        || name.contains(".webmanifest")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_house_is_made_anew_and_the_rest_is_copied() {
        for name in [
            "packs",
            "index.html",
            "index.html.br",
            "style.0123456789abcdef.css",
            "behind.0123456789abcdef.css.br",
            "icon.0123456789abcdef.svg.gz",
            "icon-192.0123456789abcdef.png",
            "nl.0123456789abcdef.webmanifest.br",
            "worker.js",
        ] {
            assert!(belongs_to_house(name), "{name}");
        }
        for name in ["boot.0123456789abcdef.js", "behind.0123456789abcdef.wasm.br", "robots.txt"] {
            assert!(!belongs_to_house(name), "{name}");
        }
    }

    #[test]
    fn a_folder_with_something_else_in_it_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("room-to-grow-restyle-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("temporary folder");
        fs::write(folder.join("mine.txt"), "").expect("file in the temporary folder");
        let error = empty(&folder).expect_err("it is not ours");
        assert!(error.to_string().contains("not from this command"), "{error}");
        assert!(folder.join("mine.txt").is_file());

        fs::write(folder.join(MARK), "").expect("file in the temporary folder");
        empty(&folder).expect("it is ours");
        assert!(!folder.join("mine.txt").exists());
        fs::remove_dir_all(folder).expect("temporary folder removed");
    }
}
