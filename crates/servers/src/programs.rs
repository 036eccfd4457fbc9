//! Where the programs are.

use anyhow::{Context, Result};
use std::{
    env,
    path::{Path, PathBuf},
};

/// What to do about a server that is not here.
const REMEDY: &str = "remedy: cargo xtask test hosts, which says what to install (as root on Debian it installs it)";

/// Where programs lie that are not for everyone's `PATH`.
const SYSTEM: [&str; 2] = ["/usr/sbin", "/usr/local/sbin"];

/// The program with one of these names.
pub(crate) fn program(names: &[&str]) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).chain(SYSTEM.map(PathBuf::from)).collect();
    let files = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    first(files).with_context(|| format!("there is no {} here; {REMEDY}", names.join(" or ")))
}

/// A module of nginx.
pub(crate) fn nginx_module(file: &str) -> Result<PathBuf> {
    let folders = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/lib/nginx/modules"];
    first(folders.iter().map(|folder| Path::new(folder).join(file)))
        .with_context(|| format!("nginx has no {file} here; {REMEDY}"))
}

/// The folder with the modules of Apache.
pub(crate) fn apache_modules() -> Result<PathBuf> {
    let folders = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2"];
    let found = folders.iter().map(Path::new).find(|folder| folder.join("mod_rewrite.so").is_file());
    found.map(Path::to_owned).with_context(|| format!("the modules of Apache are not here; {REMEDY}"))
}

fn first(files: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
    files.into_iter().find(|file| file.is_file())
}
