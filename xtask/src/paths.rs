//! Where things are.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The checkout.
pub fn root() -> PathBuf {
    // Cargo names the folder of this package when it runs it. The one from compile time is only for
    // a binary that is started by hand: a checkout may have been moved since.
    let package = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let package = PathBuf::from(package);
    package.parent().map_or(package.clone(), Path::to_owned)
}

/// The built site.
pub fn dist(root: &Path) -> PathBuf {
    root.join("dist")
}

/// What is handed out.
pub fn release(root: &Path) -> PathBuf {
    root.join("release")
}

/// The built site in other house styles, for tests.
pub fn houses(root: &Path) -> PathBuf {
    root.join("target").join("houses")
}

/// The whole app as one file.
pub fn single(root: &Path) -> PathBuf {
    root.join("dist-single").join("room-to-grow.html")
}

/// The pictures that the README shows.
pub fn screenshots(root: &Path) -> PathBuf {
    root.join("docs").join("screenshots")
}

/// What the bench makes: the pages that the app is set against, and what it found.
pub fn bench(root: &Path) -> PathBuf {
    root.join("target").join("bench")
}

/// What Lighthouse wrote down about a look.
pub fn lighthouse(root: &Path, name: &str, run: usize) -> PathBuf {
    root.join("target").join("lighthouse").join(format!("{name}-{run}.json"))
}

/// Generated input of the site (style, packs). It lies under `target` because a hook that writes
/// into a watched folder makes `trunk serve` build for ever (trunk-rs/trunk#590).
pub fn generated(root: &Path) -> PathBuf {
    root.join("target").join("site")
}

/// The folder with the tools that these commands set up: outside the checkout, so that `git clean`,
/// a second checkout or a new clone does not cost another set-up.
pub fn tools() -> Option<PathBuf> {
    tools_for(std::env::consts::OS, |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
}

/// `None` if the environment names no home folder at all.
fn tools_for(system: &str, variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if let Some(named) = variable("ROOM_TO_GROW_TOOLS") {
        return Some(named);
    }
    let cache = variable("XDG_CACHE_HOME").or_else(|| match system {
        "macos" => variable("HOME").map(|home| home.join("Library").join("Caches")),
        "windows" => variable("LOCALAPPDATA"),
        _ => variable("HOME").map(|home| home.join(".cache")),
    })?;
    Some(cache.join("room-to-grow").join("tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(system: &str, variables: &[(&str, &str)]) -> Option<PathBuf> {
        tools_for(system, |name| {
            let found = variables.iter().find(|(key, _)| *key == name)?;
            Some(PathBuf::from(found.1))
        })
    }

    #[test]
    fn tools_lie_where_the_system_keeps_caches() {
        assert_eq!(with("linux", &[("HOME", "/h")]), Some("/h/.cache/room-to-grow/tools".into()));
        assert_eq!(with("macos", &[("HOME", "/h")]), Some("/h/Library/Caches/room-to-grow/tools".into()));
        assert_eq!(with("windows", &[("LOCALAPPDATA", "/l"), ("HOME", "/h")]), Some("/l/room-to-grow/tools".into()));
        assert_eq!(with("linux", &[]), None);
    }

    #[test]
    fn the_more_particular_variable_wins() {
        let variables = [("HOME", "/h"), ("XDG_CACHE_HOME", "/x"), ("ROOM_TO_GROW_TOOLS", "/t")];
        assert_eq!(with("linux", &variables), Some("/t".into()));
        assert_eq!(with("linux", &variables[..2]), Some("/x/room-to-grow/tools".into()));
    }

    #[test]
    fn the_root_is_the_checkout() {
        assert!(root().join("Trunk.toml").is_file());
    }
}
