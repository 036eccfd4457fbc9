//! Tools that are Rust programs.

use super::{find, install_once};
use crate::shell;
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// A program from crates.io.
pub struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: &'static str,
    /// What makes it tell its name and version.
    tells: &'static [&'static str],
    /// What is added to `cargo install`.
    arguments: &'static [&'static str],
    /// How long installing usually takes on two cores, for the line that announces it.
    usually: &'static str,
}

/// Its TLS and update check are left out: it never downloads anything for us.
pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    binary: "trunk",
    version: "0.21.14",
    tells: &["--version"],
    arguments: &["--no-default-features"],
    usually: "2 to 4 minutes",
};

/// Must equal the version of the `wasm-bindgen` crate in Cargo.lock (a test compares them). 0.2.129
/// is the newest that installs with `--locked`: the lock file of 0.2.130 names a crate version that
/// is gone from the registry.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    binary: "wasm-bindgen",
    version: "0.2.129",
    tells: &["--version"],
    arguments: &["--no-default-features", "--bin", "wasm-bindgen"],
    usually: "about a minute",
};

/// Takes the main module apart (xtask/src/finish/split.rs).
pub const WASM_SPLIT: CargoTool = CargoTool {
    package: "wasm_split_cli_support",
    binary: "wasm-split-cli",
    version: "0.2.4",
    tells: &["--version"],
    arguments: &["--features", "build-binary"],
    usually: "half a minute",
};

/// Drives Firefox in tests. Debian has no package of it.
pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    binary: "geckodriver",
    version: "0.37.1",
    tells: &["--version"],
    arguments: &[],
    usually: "a minute or two",
};

/// Tells which lines the tests reach.
pub const LLVM_COV: CargoTool = CargoTool {
    package: "cargo-llvm-cov",
    binary: "cargo-llvm-cov",
    version: "0.9.1",
    tells: &["llvm-cov", "--version"],
    arguments: &[],
    usually: "half a minute",
};

/// Puts faults into the code, one at a time, to see whether a test notices.
pub const MUTANTS: CargoTool = CargoTool {
    package: "cargo-mutants",
    binary: "cargo-mutants",
    version: "27.1.0",
    tells: &["mutants", "--version"],
    arguments: &[],
    usually: "a minute or two",
};

/// Looks at licences, sources, doubles and known faults of crates.
pub const DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    binary: "cargo-deny",
    version: "0.20.2",
    tells: &["--version"],
    arguments: &[],
    usually: "2 to 4 minutes",
};

impl CargoTool {
    /// Finds the program or installs it.
    pub fn program(&self, cache: &Path) -> Result<PathBuf> {
        let folder = self.ensure(cache)?;
        let path = folder.map(OsString::from).or_else(|| env::var_os("PATH")).unwrap_or_default();
        find(self.binary, &path).ok_or_else(|| {
            let what = format!("{} was set up and is not there", self.binary);
            shell::fault(what, format!("remove {}, and run the command again", cache.display()))
        })
    }

    /// Finds the tool or installs it; gives the folder to look for it in, or `None` if it is on the
    /// user's `PATH` already.
    pub fn ensure(&self, cache: &Path) -> Result<Option<PathBuf>> {
        let path = env::var_os("PATH").unwrap_or_default();
        if find(self.binary, &path).is_some_and(|program| self.is_right(&program)) {
            return Ok(None);
        }
        let name = format!("{}-{}", self.binary, self.version);
        let folder = install_once(cache, &name, |partial| self.install(partial))?;
        Ok(Some(folder.join("bin")))
    }

    fn is_right(&self, program: &Path) -> bool {
        let answer = shell::answer(program, self.tells);
        answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        if self.install_ready_made(folder) {
            return Ok(());
        }
        shell::say(&format!(
            "Setting up {} {} (once; usually {} on two cores)",
            self.package, self.version, self.usually
        ));
        // Not optimised: the tool runs for a second per build, and compiling it well takes minutes.
        let target = folder.join("target");
        let mut command = shell::cargo();
        command
            .args(["install", self.package, "--version", self.version, "--locked"])
            .args(self.arguments)
            .arg("--root")
            .arg(folder)
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            // Or cargo ends with the advice to put this folder there.
            .env("PATH", with_bin_of(folder)?)
            // Settings of this checkout's .cargo/config.toml are not meant for the tools.
            .current_dir(folder);
        let remedy = format!(
            "with a network that reaches crates.io and a C compiler, run the command again; \
             or install {} {} yourself so that it is on PATH",
            self.package, self.version
        );
        shell::run(&mut command, &remedy)?;
        fs::remove_dir_all(target)?;
        Ok(())
    }

    /// Tries `cargo binstall`, which fetches a compiled program. It is a short cut only: where it
    /// is missing or finds nothing, compiling still works.
    fn install_ready_made(&self, folder: &Path) -> bool {
        if shell::answer("cargo-binstall", &["-V"]).is_none() {
            return false;
        }
        shell::say(&format!("Fetching {} {} with cargo binstall", self.package, self.version));
        let mut command = shell::cargo();
        command
            .args(["binstall", "--no-confirm", "--force"])
            .args(["--disable-strategies", "compile", "--root"])
            .arg(folder)
            .arg(format!("{}@{}", self.package, self.version))
            .current_dir(folder);
        let fetched = shell::run(&mut command, "compile it instead").is_ok();
        let bin = folder.join("bin").into_os_string();
        fetched && find(self.binary, &bin).is_some_and(|program| self.is_right(&program))
    }
}

fn with_bin_of(folder: &Path) -> Result<OsString> {
    let users = env::var_os("PATH").unwrap_or_default();
    let all = env::split_paths(&users).chain([folder.join("bin")]);
    env::join_paths(all).context("a folder on PATH has a name that PATH cannot hold")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn wasm_bindgen_is_the_one_that_the_app_links() {
        let lock = fs::read_to_string(paths::root().join("Cargo.lock")).expect("Cargo.lock");
        let entry = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(
            lock.replace("\r\n", "\n").contains(&entry),
            "set WASM_BINDGEN in xtask/src/tools/cargo.rs to the version in Cargo.lock"
        );
    }

    #[test]
    fn trunk_is_one_that_the_site_allows() {
        let settings = fs::read_to_string(paths::root().join("Trunk.toml")).expect("Trunk.toml");
        assert!(settings.contains(&format!("trunk-version = \"={}\"", TRUNK.version)));
    }
}
