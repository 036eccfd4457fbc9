//! Serves a built site folder the way the production host does.
//!
//! `cargo xtask serve` shows the site with it and the browser tests run against it, so that what is
//! seen and tested carries the headers, the compression and the caching that visitors get. A site
//! that only works without its Content-Security-Policy would otherwise be found out too late.
//!
//! * [`serve`] answers on a listener until the future is dropped.
//! * [`Host`] is the same in a thread of its own, for tests: it can be stopped, started again on the
//!   same address, and told to break single paths ([`Fault`]).
//! * [`security_headers`] is the one place where the security headers are written down, [`Frames`] what may vary in them.
//! * [`ready`] writes the same down for nginx, Caddy, Apache and others, so that what is handed out is what is tested.
#![warn(missing_docs)]

mod caching;
mod faults;
mod frames;
mod kinds;
pub mod ready;
mod security;
mod site;
mod thread;

pub use caching::{ASK_EACH_TIME, FOR_GOOD, HASH_LENGTH, is_content_hashed};
pub use faults::Fault;
pub use frames::{Frames, NotASite};
pub use kinds::{MIME_TYPES, mime_type};
pub use security::{content_security_policy, meta_policy, security_headers, single_file_policy};
pub use thread::Host;

use std::{io, path::Path};
use tokio::net::TcpListener;

/// Serves the folder `dist` on `listener` until the returned future is dropped; `frames` may show it in a frame.
///
/// # Errors
/// Those of accepting connections; a fault in a single request or connection is not one of them.
pub async fn serve(listener: TcpListener, dist: &Path, frames: &Frames) -> io::Result<()> {
    let site = site::router(dist, faults::Faults::default(), frames);
    axum::serve(listener, site).await
}
