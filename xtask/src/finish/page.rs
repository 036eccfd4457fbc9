//! What is written into the page when everything else is known.

use crate::shell;
use anyhow::Result;
use std::collections::BTreeMap;

const CHARSET: &str = "<meta charset=\"utf-8\">";
const NO_PACKS_YET: &str = "data-packs=\"\"";

/// Tells the boot script and the app where each pack is: JSON in the attribute `data-packs`.
pub fn with_packs(page: &str, addresses: &BTreeMap<String, String>) -> Result<String> {
    let json = serde_json::to_string(addresses)?;
    // In single quotes, as JSON is full of double ones.
    let json = json.replace('&', "&amp;").replace('\'', "&#39;").replace('<', "&lt;");
    replace_once(page, NO_PACKS_YET, &format!("data-packs='{json}'"), "Trunk.toml (pattern_script)")
}

/// Writes the content security policy into the page, so that it holds on every host.
pub fn with_policy(page: &str, policy: &str) -> Result<String> {
    // Before anything that it is about: a policy binds only what comes after it.
    let meta = format!("{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    replace_once(page, CHARSET, &meta, "index.html")
}

fn replace_once(page: &str, mark: &str, by: &str, file: &str) -> Result<String> {
    if page.matches(mark).count() != 1 {
        return Err(shell::fault(format!("the page must hold exactly one `{mark}`"), format!("mend {file}")));
    }
    Ok(page.replace(mark, by))
}

/// The page without comments, indentation and empty lines. It must hold no `<pre>`.
pub fn squeezed(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_are_told_as_json_that_html_reads_back() {
        let addresses = BTreeMap::from([
            ("advise.nl".to_owned(), "packs/advise.nl.1.pack".to_owned()),
            ("ask.nl".to_owned(), "packs/it's.pack".to_owned()),
        ]);
        let page = with_packs("<script data-packs=\"\"></script>", &addresses);
        assert_eq!(
            page.expect("has the mark"),
            "<script data-packs='{\"advise.nl\":\"packs/advise.nl.1.pack\",\
             \"ask.nl\":\"packs/it&#39;s.pack\"}'></script>"
        );
        assert!(with_packs("<script></script>", &addresses).is_err());
    }

    #[test]
    fn the_policy_comes_before_everything_that_loads() {
        let page = "<head><meta charset=\"utf-8\"><link href=\"a.css\"></head>";
        assert_eq!(
            with_policy(page, "default-src 'none'").expect("has a charset"),
            "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'\"><link href=\"a.css\"></head>"
        );
    }

    #[test]
    fn comments_and_indentation_go_and_text_stays() {
        let page = "<p>\n  <!-- why,\n  at length -->\n\n    one <!-- x -->two\n</p>\n";
        assert_eq!(squeezed(page), "<p>\none two\n</p>\n");
    }
}
