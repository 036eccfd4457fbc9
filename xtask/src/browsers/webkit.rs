//! WebKit as GTK has it: the engine of Safari in a browser that can be driven, and a display for it, without which it hangs.

use super::{Programs, on_path};
use crate::apt;
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
};

const PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];
/// Where distributions put what belongs to a library: Debian into a folder per kind of machine.
const LIBRARIES: [&str; 4] = ["/usr/lib", "/usr/lib64", "/usr/libexec", "/usr/local/libexec"];
const VERSIONS: [&str; 3] = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];

/// Finds them, or installs them.
pub fn programs() -> Result<Programs> {
    let elsewhere = "install WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb, on Linux; \
        without Linux, leave these suites out: cargo xtask test walks (and the others by name)";
    apt::find_or_install("WebKit, its driver and Xvfb", &PACKAGES, elsewhere, find)
}

fn find() -> Option<Programs> {
    Some(vec![
        ("ROOM_WEBKIT", browser()?),
        ("ROOM_WEBKITDRIVER", on_path(&["WebKitWebDriver"])?),
        ("ROOM_XVFB", on_path(&["Xvfb"])?),
    ])
}

/// It is on no `PATH`: it is meant for trying out the library.
fn browser() -> Option<PathBuf> {
    let libraries = LIBRARIES.iter().map(PathBuf::from);
    let folders: Vec<PathBuf> =
        libraries.flat_map(|library| [vec![library.clone()], folders_in(&library)].concat()).collect();
    let files = folders.iter().flat_map(|folder| VERSIONS.map(|version| folder.join(version).join("MiniBrowser")));
    files.into_iter().find(|file| file.is_file())
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}
