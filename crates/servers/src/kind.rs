//! The servers, and what stands around the configuration that is handed out.

use crate::programs;
use anyhow::Result;
use host::ready::{self, Listen, Place};
use std::{fs, path::Path, process::Command};

/// A server, in a form in which people run it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// nginx as it comes: it sends `.gz`.
    Nginx,
    /// nginx with the module that sends `.br` as well.
    NginxWithBrotli,
    /// Caddy.
    Caddy,
    /// Apache with a virtual host.
    Apache,
    /// Apache that knows nothing of the site, which brings a `.htaccess` along.
    ApacheByHtaccess,
}

/// The modules of Apache that Debian switches on by itself, among them those that could get in the way. Which of them are
/// built in differs.
const APACHE_MODULES: [&str; 13] = [
    "mpm_event",
    "unixd",
    "log_config",
    "authz_core",
    "dir",
    "alias",
    "mime",
    "negotiation",
    "autoindex",
    "deflate",
    "filter",
    "env",
    "setenvif",
];
/// Those that the configuration asks people to switch on.
const ASKED_FOR: [&str; 2] = ["headers", "rewrite"];

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Nginx, Self::NginxWithBrotli, Self::Caddy, Self::Apache, Self::ApacheByHtaccess];

    /// Whether it sends the files that are compressed with Brotli.
    pub fn sends_brotli(self) -> bool {
        self != Self::Nginx
    }

    /// The command that runs it, in the foreground and as one process. Its configuration goes into `scratch`.
    pub(crate) fn command(self, place: &Place, scratch: &Path) -> Result<Command> {
        let settings = scratch.join("settings");
        let mut command;
        match self {
            Self::Nginx | Self::NginxWithBrotli => {
                let module = match self {
                    Self::NginxWithBrotli => Some(programs::nginx_module("ngx_http_brotli_static_module.so")?),
                    _ => None,
                };
                let modules: Vec<String> = module.iter().map(|file| file.display().to_string()).collect();
                let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
                fs::write(&settings, ready::server_alone(place, &scratch.display().to_string(), &modules))?;
                command = Command::new(programs::program(&["nginx"])?);
                command.args(["-g", "daemon off; master_process off;", "-e", "stderr", "-p"]).arg(scratch);
                command.arg("-c").arg(settings);
            }
            Self::Caddy => {
                let alone = "{\n\tadmin off\n\tauto_https off\n}\n\n";
                fs::write(&settings, alone.to_owned() + &ready::caddyfile(place))?;
                command = Command::new(programs::program(&["caddy"])?);
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(settings);
                for home in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                    command.env(home, scratch);
                }
            }
            Self::Apache | Self::ApacheByHtaccess => {
                let site = match self {
                    Self::Apache => ready::virtual_host(place),
                    _ => host_that_knows_nothing(place)?,
                };
                fs::write(&settings, apache_around(place, scratch, &programs::apache_modules()?) + &site)?;
                command = Command::new(programs::program(&["apache2", "httpd"])?);
                // -X: one process, that stays in the foreground.
                command.args(["-X", "-f"]).arg(settings);
            }
        }
        Ok(command)
    }
}

/// What Debian's Apache has around a site, as far as it could change what is sent.
pub(crate) fn apache_around(place: &Place, scratch: &Path, modules: &Path) -> String {
    let listen = match &place.listen {
        Listen::At(address) => address.to_string(),
        Listen::Everyone(_) => "80".to_owned(),
    };
    let there = APACHE_MODULES.iter().chain(&ASKED_FOR).filter_map(|name| {
        let file = modules.join(format!("mod_{name}.so"));
        file.is_file().then(|| format!("LoadModule {name}_module \"{}\"\n", file.display()))
    });
    let modules: String = there.collect();
    let scratch = scratch.display();
    format!(
        "ServerRoot \"{scratch}\"\nPidFile \"{scratch}/pid\"\nDefaultRuntimeDir \"{scratch}\"\nErrorLog \"{scratch}/said\"\n\
         ServerName localhost\nListen {listen}\n{modules}\
         TypesConfig /etc/mime.types\nAddEncoding x-gzip .gz .tgz\nAddLanguage en .en\nAddLanguage nl .nl\n\
         AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/wasm\n\
         <Directory />\n    Options Indexes FollowSymLinks\n    AllowOverride None\n    Require all denied\n</Directory>\n\
         <FilesMatch \"^\\.ht\">\n    Require all denied\n</FilesMatch>\n"
    )
}

/// A host on which one can only put files: the folder brings its own rules along.
fn host_that_knows_nothing(place: &Place) -> Result<String> {
    let folder = &place.folder;
    fs::write(Path::new(folder).join(".htaccess"), ready::htaccess(&place.frames))?;
    let path = place.path.trim_end_matches('/');
    let whereabouts = match path {
        "" => format!("DocumentRoot \"{folder}\""),
        path => format!("Alias \"{path}\" \"{folder}\""),
    };
    Ok(format!(
        "{whereabouts}\n<Directory \"{folder}\">\n    AllowOverride All\n    Require all granted\n</Directory>\n"
    ))
}
