//! The tools that a build needs, at exactly the versions that are known to work together.
//!
//! `ensure` sets up what is missing. An install is complete or absent, never half: it is made in a
//! folder of its own that gets its real name as the last step, under a lock that other commands of
//! ours wait for.

mod cargo;
mod npm;
mod rust;

pub use rust::{WASM, ensure_wasm_target};

use crate::{paths, shell};
use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    process::Command,
};

/// The tools, found or set up.
pub struct Tools {
    /// Folders to look for programs in, before those of the user's own `PATH`.
    folders: Vec<PathBuf>,
    node_modules: PathBuf,
}

/// Finds every tool, and sets up those that are missing.
pub fn ensure(root: &Path) -> Result<Tools> {
    let cache = folder()?;
    rust::ensure_wasm_target()?;
    let node_modules = npm::ensure(&cache, &root.join("tools"), "wasm-opt, esbuild and axe")?;
    let mut folders = vec![node_modules.join(".bin")];
    for tool in [&cargo::TRUNK, &cargo::WASM_BINDGEN, &cargo::WASM_SPLIT] {
        folders.extend(tool.ensure(&cache)?);
    }
    Ok(Tools { folders, node_modules })
}

/// The driver of Firefox. No build needs it, so it is set up by itself.
pub fn geckodriver() -> Result<PathBuf> {
    cargo::GECKODRIVER.program(&folder()?)
}

/// Tells which lines the tests reach, with what it needs of the compiler. No build needs it, so it is set up by itself.
pub fn llvm_cov() -> Result<Command> {
    rust::ensure_llvm_tools()?;
    let mut command = Command::new(cargo::LLVM_COV.program(&folder()?)?);
    command.arg("llvm-cov");
    Ok(command)
}

/// Puts faults into the code, to see whether a test notices. No build needs it, so it is set up by itself.
pub fn mutants() -> Result<Command> {
    let mut command = Command::new(cargo::MUTANTS.program(&folder()?)?);
    command.arg("mutants");
    Ok(command)
}

/// Looks at the crates that are linked. No build needs it, so it is set up by itself.
pub fn deny() -> Result<Command> {
    Ok(Command::new(cargo::DENY.program(&folder()?)?))
}

/// Lighthouse. It is larger than all other tools from npm together and no build needs it, so it is set up by itself.
pub fn lighthouse(root: &Path) -> Result<PathBuf> {
    let node_modules = npm::ensure(&folder()?, &root.join("tools").join("lighthouse"), "Lighthouse")?;
    Ok(node_modules.join("lighthouse").join("cli").join("index.js"))
}

/// SurveyJS, which the app is set against. No build needs it, so it is set up by itself. Gives its `node_modules`.
pub fn survey(root: &Path) -> Result<PathBuf> {
    npm::ensure(&folder()?, &root.join("tools").join("bench"), "SurveyJS")
}

/// The folder in which the tools are kept.
pub fn folder() -> Result<PathBuf> {
    paths::tools().ok_or_else(|| {
        shell::fault(
            "there is no folder to keep the tools in: no home folder is known",
            "name one in ROOM_TO_GROW_TOOLS",
        )
    })
}

impl Tools {
    /// Trunk, with every other tool on its `PATH`.
    pub fn trunk(&self) -> Result<Command> {
        let mut command = self.command("trunk")?;
        // Trunk reads NO_COLOR as `true` or `false` and stops on the usual `1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }

    pub fn wasm_bindgen(&self) -> Result<Command> {
        self.command("wasm-bindgen")
    }

    pub fn wasm_split(&self) -> Result<Command> {
        self.command("wasm-split-cli")
    }

    pub fn wasm_opt(&self) -> Result<Command> {
        self.command("wasm-opt")
    }

    pub fn esbuild(&self) -> Result<Command> {
        self.command("esbuild")
    }

    /// The script that browser tests put into a page to check its accessibility.
    pub fn axe(&self) -> PathBuf {
        self.node_modules.join("axe-core").join("axe.min.js")
    }

    fn command(&self, name: &str) -> Result<Command> {
        let path = self.path()?;
        let program = find(name, &path).unwrap_or_else(|| name.into());
        let mut command = Command::new(program);
        command.env("PATH", path);
        Ok(command)
    }

    fn path(&self) -> Result<OsString> {
        let users = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&users));
        env::join_paths(all).context("a folder of the tools has a name that PATH cannot hold")
    }
}

/// The program `name` in the folders of `path`.
pub fn find(name: &str, path: &OsString) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(path)
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{name}{end}"))))
        .find(|file| file.is_file())
}

/// Makes the folder `cache/name` with `make`, which gets an empty folder to fill; does nothing if it
/// is there already.
fn install_once(cache: &Path, name: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let complete = cache.join(name);
    if complete.is_dir() {
        return Ok(complete);
    }
    let cannot_write = |error| {
        shell::fault(
            format!("{} cannot be written: {error}", cache.display()),
            "name another folder in ROOM_TO_GROW_TOOLS",
        )
    };
    fs::create_dir_all(cache).map_err(cannot_write)?;
    // The lock ends with the process, however it ends.
    let lock = File::create(cache.join(format!("{name}.lock"))).map_err(cannot_write)?;
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        shell::say(&format!("Waiting for another command that sets up {name}"));
        lock.lock()?;
    }
    if complete.is_dir() {
        return Ok(complete);
    }
    let partial = cache.join(format!("{name}.partial"));
    if partial.exists() {
        // Left over from a command that was interrupted.
        fs::remove_dir_all(&partial)?;
    }
    fs::create_dir(&partial).map_err(cannot_write)?;
    let made = make(&partial).and_then(|()| Ok(fs::rename(&partial, &complete)?));
    if made.is_err() {
        // What is left is of no use and may be large; the failure itself is what matters.
        let _ = fs::remove_dir_all(&partial);
    }
    made.map(|()| complete)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_install_is_made_again_and_a_complete_one_is_kept() {
        let cache = env::temp_dir().join(format!("room-to-grow-install-{}", std::process::id()));
        let leftover = cache.join("tool-1.partial").join("half");
        fs::create_dir_all(&leftover).expect("temporary folder");

        let failed = install_once(&cache, "tool-1", |_| anyhow::bail!("no network"));
        assert!(failed.is_err());
        assert!(!cache.join("tool-1").exists());

        let folder = install_once(&cache, "tool-1", |partial| {
            assert!(!partial.join("half").exists());
            Ok(fs::write(partial.join("program"), "")?)
        });
        let folder = folder.expect("installs");
        assert!(folder.join("program").is_file());

        let again = install_once(&cache, "tool-1", |_| panic!("it is complete"));
        assert_eq!(again.expect("found"), folder);
        fs::remove_dir_all(cache).expect("temporary folder removed");
    }
}
