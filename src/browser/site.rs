//! Where the site is.

use super::{document, window};
use crate::site;

/// The address of the site, if others can open it: the one that whoever hosts it wrote in `house.toml`, or else that of
/// the page.
pub fn address() -> Option<String> {
    let named = document()?.query_selector("meta[name='site-address']").ok().flatten();
    let named = named.and_then(|named| named.get_attribute("content")).unwrap_or_default();
    site::address(&named, &window()?.location().href().ok()?)
}

/// Whether the page is a file that was opened from a disk, and no site.
pub fn is_file() -> bool {
    window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
}
