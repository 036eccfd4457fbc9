//! Apache.

use super::{Listen, Place, lines, titled};
use crate::{
    Frames, MIME_TYPES,
    caching::{ASK_EACH_TIME, FOR_GOOD, HASHED_NAME},
    security_headers,
};

/// The site as a virtual host.
pub fn virtual_host(place: &Place) -> String {
    let (listen, name) = match &place.listen {
        Listen::Everyone(name) => ("*:80".to_owned(), name.clone()),
        Listen::At(address) => (address.to_string(), address.ip().to_string()),
    };
    let folder = &place.folder;
    let whereabouts = match place.without_slash() {
        None => format!("DocumentRoot \"{folder}\""),
        Some(path) => format!("Alias \"{path}\" \"{folder}\""),
    };
    format!(
        r#"# Room to Grow on Apache, as a virtual host. Write your host name and folder into it, and put it into
# /etc/apache2/sites-available/. Then: a2enmod headers rewrite, a2ensite room-to-grow.
# It has no TLS yet: certbot adds it, for example. Then think of Strict-Transport-Security as well.
<VirtualHost {listen}>
    ServerName {name}
    {whereabouts}
    # Who opens this site may already say something about people. With a log, say so, and for how long it is kept.
    CustomLog "/dev/null" "%s"

    # On every answer, also where there is nothing.
{headers}
    <Directory "{folder}">
        Require all granted
        AllowOverride None
{rules}    </Directory>
</VirtualHost>
"#,
        headers = lines("    ", headers(&place.frames)),
        rules = lines("        ", rules()),
    )
}

/// The same for a host where one can only put files: it goes beside `index.html`.
pub fn htaccess(frames: &Frames) -> String {
    format!(
        "# Room to Grow on Apache, where you can only put files. Put this file beside index.html, under its name .htaccess.\n\
         # It needs the modules headers and rewrite, and a host that lets .htaccess set them (AllowOverride All).\n\
         {}{}",
        lines("", headers(frames)),
        lines("", rules())
    )
}

fn headers(frames: &Frames) -> Vec<String> {
    let headers = security_headers(frames).into_iter();
    headers.map(|(name, value)| format!("Header always set {} \"{value}\"", titled(name))).collect()
}

/// What holds inside the folder of the site, wherever it is told.
fn rules() -> Vec<String> {
    let mut rules: Vec<String> = [
        "Options -Indexes -MultiViews",
        "DirectoryIndex index.html",
        "ErrorDocument 404 \"There is nothing at this address.\"",
        "",
        "# How long a browser may keep an answer: for good if the name tells the content and the file is there.",
    ]
    .map(str::to_owned)
    .to_vec();
    rules.push(format!("Header set Cache-Control \"{ASK_EACH_TIME}\""));
    rules.push(format!("Header always set Cache-Control \"{ASK_EACH_TIME}\" \"expr=%{{REQUEST_STATUS}} -ge 400\""));
    rules.extend(for_files(HASHED_NAME, [format!("Header set Cache-Control \"{FOR_GOOD}\"")]));
    rules.push(String::new());
    rules.push("# The forms that the build made are sent as they are: nothing is compressed once more.".to_owned());
    rules.push("RewriteEngine On".to_owned());
    for (encoding, ending) in ENCODINGS {
        rules.push(format!("RewriteCond \"%{{HTTP:Accept-Encoding}}\" \"\\b{encoding}\\b\""));
        rules.push(format!("RewriteCond \"%{{REQUEST_FILENAME}}.{ending}\" -f"));
        rules.push(format!("RewriteRule \"^(.+)$\" \"$1.{ending}\" [L]"));
    }
    for (encoding, ending) in ENCODINGS {
        let set = format!("Header set Content-Encoding {encoding}");
        let leave = ["SetEnv no-gzip 1", "SetEnv no-brotli 1"].map(str::to_owned);
        rules.extend(for_files(&format!("\\.{ending}$"), [set].into_iter().chain(leave)));
    }
    rules.push("Header merge Vary Accept-Encoding".to_owned());
    rules.push(String::new());
    for (ending, kind) in MIME_TYPES {
        rules.extend(for_files(&format!("\\.{ending}(\\.br|\\.gz)?$"), [format!("ForceType \"{kind}\"")]));
    }
    rules
}

/// The encodings, the smallest first, and how their files end.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

fn for_files(pattern: &str, rules: impl IntoIterator<Item = String>) -> Vec<String> {
    // Apache holds the pattern against the name alone, which has no slash.
    let pattern = pattern.replace("[^/]", ".");
    let rules = rules.into_iter().map(|rule| format!("    {rule}"));
    let opened = std::iter::once(format!("<FilesMatch \"{pattern}\">"));
    opened.chain(rules).chain(["</FilesMatch>".to_owned()]).collect()
}
