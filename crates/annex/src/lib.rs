//! The annex: what few visits need, in a wasm module of its own.
//!
//! The main module travels on every first visit, so what is heavy and rare stands here and is fetched when it is asked
//! for (`static/boot.js`, `src/browser/annex.rs`). The exports are thin: what they do is in crates that know no browser
//! and are tested natively. Only the encryption itself is the browser's (WebCrypto).
//!
//! Values of our own types cross the border as sealed bytes (`assessment::save::seal`).
#![warn(missing_docs)]

pub mod code;
mod crypto;
mod files;
mod link;
mod lock;
mod notes;
mod texts;
