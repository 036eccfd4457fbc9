//! Parts of Rust itself that not every installation has: the standard library for WebAssembly, and the tools of LLVM.

use crate::shell;
use anyhow::Result;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for WebAssembly if it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    // Asking the compiler, not rustup: distributions and other installers ship the target too.
    if lib().join(WASM).is_dir() {
        return Ok(());
    }
    let remedy = "install Rust from https://rustup.rs, or your distribution's wasm32 standard library";
    add(&format!("Rust target {WASM}"), &["target", "add", WASM], remedy)
}

/// Adds the tools that read what instrumented tests write down, if they are missing. They have to be of the compiler's
/// own LLVM.
pub fn ensure_llvm_tools() -> Result<()> {
    // Someone who has them elsewhere names them, and cargo-llvm-cov takes those.
    let named = ["LLVM_COV", "LLVM_PROFDATA"].iter().all(|name| std::env::var_os(name).is_some());
    let host = shell::answer(compiler(), &["--print", "host-tuple"]).unwrap_or_default();
    let program = format!("llvm-profdata{}", std::env::consts::EXE_SUFFIX);
    if named || lib().join(host).join("bin").join(program).is_file() {
        return Ok(());
    }
    let remedy =
        "install Rust from https://rustup.rs, or name the tools of the same LLVM in LLVM_COV and LLVM_PROFDATA";
    add("part of Rust llvm-tools", &["component", "add", "llvm-tools"], remedy)
}

fn add(what: &str, arguments: &[&str], without_rustup: &str) -> Result<()> {
    if shell::answer("rustup", &["--version"]).is_none() {
        return Err(shell::fault(format!("the {what} is missing, and there is no rustup to add it"), without_rustup));
    }
    shell::say(&format!("Adding the {what}"));
    shell::run(Command::new("rustup").args(arguments), "with a network, run the command again")
}

fn compiler() -> std::ffi::OsString {
    std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Where the compiler keeps what belongs to each system.
fn lib() -> PathBuf {
    let sysroot = shell::answer(compiler(), &["--print", "sysroot"]).unwrap_or_default();
    Path::new(&sysroot).join("lib").join("rustlib")
}
