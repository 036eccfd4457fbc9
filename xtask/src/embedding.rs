//! Who may show the site in a frame.

use crate::shell;
use anyhow::Result;
use host::Frames;

/// The sites that may: none. An origin such as `https://intranet.example.org` goes in here.
const ALLOWED: [&str; 0] = [];

/// What is served, written into the page, and written down for other hosts.
pub fn frames() -> Result<Frames> {
    Frames::of(ALLOWED)
        .map_err(|error| shell::fault(format!("the site cannot be embedded there: {error}"), "mend the name"))
}
