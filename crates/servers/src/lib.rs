//! Real web servers with the configuration that is handed out ([`host::ready`]), for tests.
//!
//! Each runs as a child process with a folder of its own, at a free port of this machine, without the rights of root,
//! and is gone when it is dropped. Whatever is missing is a failure with a remedy, never a skipped test.
#![warn(missing_docs)]

mod answer;
pub mod check;
mod kind;
mod programs;
mod rights;

pub use answer::{Answer, get};
pub use kind::Kind;

use anyhow::{Context, Result, bail};
use host::{
    Frames,
    ready::{Listen, Place},
};
use std::{
    fs::{self, File},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::{Child, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often another process may take the port that was just free.
const STARTS: usize = 5;

/// A server that is running.
pub struct Server {
    process: Child,
    address: SocketAddr,
    path: String,
    /// The files and what the server writes; after the process, so that it is gone when this is removed.
    _folder: TempDir,
}

impl Server {
    /// Starts a server that serves a copy of `dist` under `path`, which has a slash at both ends.
    ///
    /// # Errors
    /// If the program or one of its modules is not here, or it does not listen in the end; it says so itself then.
    pub fn start(kind: Kind, dist: &Path, path: &str) -> Result<Self> {
        let mut ended = anyhow::anyhow!("no server was started");
        for _ in 0..STARTS {
            match Self::start_once(kind, dist, path) {
                Ok(started) => return Ok(started),
                Err(error) => ended = error,
            }
        }
        Err(ended)
    }

    fn start_once(kind: Kind, dist: &Path, path: &str) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("room-server-").tempdir()?;
        let (site, scratch) = (folder.path().join("site"), folder.path().join("scratch"));
        copy(dist, &site).with_context(|| format!("{} cannot be copied", dist.display()))?;
        fs::create_dir(&scratch)?;
        // A copy, because a checkout in a home folder is closed to a server without rights.
        rights::open(folder.path())?;
        let said = scratch.join("said");
        let output = File::options().create(true).append(true).open(&said)?;
        for its_own in [&scratch, &said] {
            rights::give_away(its_own)?;
        }

        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let place = Place {
            listen: Listen::At(address),
            folder: site.display().to_string(),
            path: path.to_owned(),
            frames: Frames::nobody(),
        };
        let mut command = kind.command(&place, &scratch)?;
        rights::lower(&mut command);
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output).current_dir(&scratch);
        let process = command.spawn().with_context(|| format!("{kind:?} cannot be started"))?;
        let mut server = Self { process, address, path: path.to_owned(), _folder: folder };
        server.wait().with_context(|| {
            let said = fs::read_to_string(&said).unwrap_or_default();
            format!("{kind:?} does not serve the site. It said:\n{said}")
        })?;
        Ok(server)
    }

    fn wait(&mut self) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            if let Some(status) = self.process.try_wait()? {
                bail!("it ended with {status}");
            }
            // Apache listens before it is ready, and drops who comes too early: only an answer counts.
            if get(self.address, &self.path, "identity", "").is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("it does not answer at {}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the start page, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.path)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the process is gone already, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Copies a folder, readable for everyone.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    rights::open(to)?;
    for entry in fs::read_dir(from)? {
        let from = entry?.path();
        let to = to.join(from.file_name().unwrap_or_default());
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
            rights::open(&to)?;
        }
    }
    Ok(())
}
