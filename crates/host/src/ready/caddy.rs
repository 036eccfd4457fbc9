//! Caddy.

use super::{Listen, Place, lines, titled};
use crate::{
    MIME_TYPES,
    caching::{ASK_EACH_TIME, FOR_GOOD, HASHED_NAME},
    security_headers,
};

/// A Caddyfile for the site. With a host name, Caddy gets its certificate by itself.
pub fn caddyfile(place: &Place) -> String {
    let (address, bind) = match &place.listen {
        Listen::Everyone(name) => (name.clone(), String::new()),
        Listen::At(address) => (format!("http://{address}"), format!("\tbind {}\n", address.ip())),
    };
    let headers = security_headers(&place.frames).into_iter();
    let headers = headers.map(|(name, value)| format!("{} \"{value}\"", titled(name)));
    let types = MIME_TYPES.map(|(ending, kind)| {
        // A folder answers with its page.
        let folder = if ending == "html" { " */" } else { "" };
        format!("@{ending} path *.{ending}{folder}\n\t\theader @{ending} Content-Type \"{kind}\"")
    });
    let slash = place.without_slash().map_or(String::new(), |path| {
        format!(
            "\t# Addresses in the page are relative: without the slash they would lead elsewhere.\n\
             \tredir {path} {path}/ permanent\n\
             \t# Caddy answers an address that it knows nothing of with 200 and no content.\n\
             \thandle {{\n\
             \t\terror 404\n\
             \t}}\n\n"
        )
    });
    format!(
        "# Room to Grow on Caddy. Write your host name and folder into it. Caddy writes no log of visits unless it is told to.\n\
         {address} {{\n\
         {bind}\
         \theader {{\n\
         {headers}\
         \t}}\n\
         \t# On a line of its own: what is taken away is held back until the answer, and so is all that stands with it.\n\
         \theader -Server\n\
         \n\
         {slash}\
         \thandle_path {path}* {{\n\
         \t\troot * \"{folder}\"\n\
         \n\
         \t\t# How long a browser may keep an answer: for good if the name tells the content and the file is there.\n\
         \t\t@kept {{\n\
         \t\t\tfile\n\
         \t\t\tpath_regexp {HASHED_NAME}\n\
         \t\t}}\n\
         \t\theader @kept Cache-Control \"{FOR_GOOD}\"\n\
         \t\theader ?Cache-Control \"{ASK_EACH_TIME}\"\n\
         \n\
         {types}\
         \n\
         \t\t# Caddy leaves it out where the file goes out as it is, and caches in between have to know.\n\
         \t\theader {{\n\
         \t\t\tVary Accept-Encoding\n\
         \t\t\tdefer\n\
         \t\t}}\n\
         \t\tfile_server {{\n\
         \t\t\tprecompressed br gzip\n\
         \t\t}}\n\
         \t}}\n\
         \n\
         \thandle_errors {{\n\
         \t\theader Cache-Control \"{ASK_EACH_TIME}\"\n\
         \t\theader Content-Type \"text/plain; charset=utf-8\"\n\
         \t\trespond \"There is nothing at this address.\" {{http.error.status_code}}\n\
         \t}}\n\
         }}\n",
        headers = lines("\t\t", headers),
        types = lines("\t\t", types),
        path = place.path,
        folder = place.folder,
    )
}
