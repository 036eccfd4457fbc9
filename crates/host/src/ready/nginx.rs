//! nginx.

use super::{Listen, Place, lines, titled};
use crate::{
    MIME_TYPES,
    caching::{ASK_EACH_TIME, FOR_GOOD, HASHED_NAME},
    security_headers,
};

/// Whether nginx has the module that sends `.br` files. Without it, the line that asks for it stops nginx.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brotli {
    /// The line is there.
    With,
    /// The line is a comment.
    Without,
}

/// What goes into the `http` block: the site as a server of its own.
pub fn server(place: &Place, brotli: Brotli) -> String {
    let (listen, name) = match &place.listen {
        Listen::Everyone(name) => ("80".to_owned(), name.clone()),
        Listen::At(address) => (address.to_string(), "_".to_owned()),
    };
    let headers = security_headers(&place.frames).into_iter();
    let headers = headers.map(|(name, value)| format!("add_header {} \"{value}\" always;", titled(name)));
    let types = MIME_TYPES.map(|(ending, kind)| format!("\"{kind}\" {ending};"));
    let brotli = match brotli {
        Brotli::With => "brotli_static on;",
        Brotli::Without => "# brotli_static on;",
    };
    let elsewhere = place.without_slash().map_or(String::new(), |path| {
        format!(
            "    # Addresses in the page are relative: without the slash they would lead elsewhere.\n    \
             location = {path} {{ return 301 {path}/; }}\n    location / {{ return 404; }}\n\n"
        )
    });
    format!(
        r#"# Room to Grow on nginx. Put this file into /etc/nginx/conf.d/, and write your host name and folder into it.
# It has no TLS yet: certbot adds it, for example. Then think of Strict-Transport-Security as well.

# How long a browser may keep an answer: for good if the name tells the content and the file is there.
map "$status $uri" $room_to_grow_keep {{
    default "{ASK_EACH_TIME}";
    "~^(200|206|304) .*{HASHED_NAME}" "{FOR_GOOD}";
}}

server {{
    listen {listen};
    server_name {name};
    server_tokens off;
    absolute_redirect off;
    # Who opens this site may already say something about people. With a log, say so, and for how long it is kept.
    access_log off;

    # A `location` with an `add_header` of its own takes over none of these.
{headers}    add_header Cache-Control $room_to_grow_keep always;

{elsewhere}    location {path} {{
        alias "{folder}/";
        index index.html;
        types {{
{types}        }}
        default_type application/octet-stream;
        gzip_static on;
        # The smallest form. It needs a module (Debian: libnginx-mod-http-brotli-static).
        {brotli}
        gzip_proxied any;
        gzip_vary on;
    }}
}}
"#,
        headers = lines("    ", headers),
        types = lines("            ", types),
        path = place.path,
        folder = place.folder,
    )
}

/// The whole configuration of an nginx that does nothing else and needs no rights: what it writes goes into the folder
/// `scratch`. `modules` are the files of modules to load.
pub fn server_alone(place: &Place, scratch: &str, modules: &[&str]) -> String {
    let brotli = if modules.iter().any(|module| module.contains("brotli")) { Brotli::With } else { Brotli::Without };
    let modules = lines("", modules.iter().map(|module| format!("load_module \"{module}\";")));
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let folders = folders.map(|name| format!("{name}_temp_path \"{scratch}/{name}\";"));
    format!(
        "{modules}pid \"{scratch}/nginx.pid\";\nerror_log stderr warn;\nevents {{}}\nhttp {{\n{}\n{}}}\n",
        lines("    ", folders),
        lines("    ", server(place, brotli).lines().map(str::to_owned)),
    )
}
