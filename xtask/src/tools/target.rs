//! The Rust standard library for WebAssembly.

use crate::shell;
use anyhow::Result;
use std::{path::Path, process::Command};

pub const WASM: &str = "wasm32-unknown-unknown";

pub fn ensure() -> Result<()> {
    // Asking the compiler, not rustup: distributions and other installers ship the target too.
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = shell::answer(compiler, &["--print", "sysroot"]).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if shell::answer("rustup", &["--version"]).is_none() {
        return Err(shell::fault(
            format!("this Rust cannot compile for {WASM}, and there is no rustup to add it"),
            "install Rust from https://rustup.rs, or your distribution's wasm32 standard library",
        ));
    }
    shell::say(&format!("Adding the Rust target {WASM}"));
    shell::run(Command::new("rustup").args(["target", "add", WASM]), "with a network, run the command again")
}
