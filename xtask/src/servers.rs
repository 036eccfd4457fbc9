//! The web servers on which the site is tried.

use crate::{apt, shell, tools};
use anyhow::Result;
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// A server or a part of one, and the Debian package that it comes from.
struct Part {
    name: &'static str,
    package: &'static str,
    is_here: fn(&OsString) -> bool,
}

const PARTS: [Part; 4] = [
    Part { name: "nginx", package: "nginx-light", is_here: |path| has(path, &["nginx"]) },
    Part {
        name: "nginx's module for Brotli files",
        package: "libnginx-mod-http-brotli-static",
        is_here: |_| {
            let folders = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/local/lib/nginx/modules"];
            folders.iter().any(|folder| Path::new(folder).join("ngx_http_brotli_static_module.so").is_file())
        },
    },
    Part { name: "Caddy", package: "caddy", is_here: |path| has(path, &["caddy"]) },
    // The program and its modules, without the service and its settings.
    Part { name: "Apache", package: "apache2-bin", is_here: |path| has(path, &["apache2", "httpd"]) },
];

/// Finds the servers. As root on Debian it installs what is missing, unless services run there: that machine is
/// somebody's, and a web server would be started at its next start.
pub fn ensure() -> Result<()> {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|part| part.package).collect();
    if apt::is_root_on_debian() && !Path::new("/run/systemd/system").is_dir() {
        let names: Vec<&str> = missing.iter().map(|part| part.name).collect();
        shell::say(&format!("Setting up {} with apt (once; usually half a minute)", names.join(", ")));
        apt::install(&packages)?;
    }
    match self::missing().first() {
        None => Ok(()),
        Some(part) => Err(shell::fault(
            format!("the site is tried on nginx, Caddy and Apache, and {} is not here", part.name),
            format!("Debian and Ubuntu: sudo apt-get install --no-install-recommends {}", packages.join(" ")),
        )),
    }
}

fn missing() -> Vec<&'static Part> {
    let users = env::var_os("PATH").unwrap_or_default();
    // Servers lie where only root looks.
    let folders = env::split_paths(&users).chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
    let path = env::join_paths(folders).unwrap_or(users);
    PARTS.iter().filter(|part| !(part.is_here)(&path)).collect()
}

fn has(path: &OsString, names: &[&str]) -> bool {
    names.iter().any(|name| tools::find(name, path).is_some())
}
