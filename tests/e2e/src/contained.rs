//! Programs that end with the test, and with them everything that they started, whatever happens.

use std::{
    fs,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};

/// A running program with a place of its own for what it leaves behind.
pub(crate) struct Contained {
    process: Child,
    /// Held open: a program that cannot write ends.
    stdout: BufReader<ChildStdout>,
    /// Browsers leave folders behind even after a clean end.
    temporary: PathBuf,
    alone: bool,
}

impl Contained {
    /// Starts a program; `prepare` gets its command, and the folder for what it leaves behind.
    pub fn start(program: &Path, prepare: impl FnOnce(&mut Command, &Path) -> Result<()>) -> Result<Self> {
        let alone = can_be_alone();
        let temporary = tempfile::Builder::new().prefix("room-e2e-").tempdir()?;
        let mut command = command(program, alone);
        command
            .env("TMPDIR", temporary.path())
            .env("LANG", "en_US.UTF-8")
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        prepare(&mut command, temporary.path())?;
        let mut process = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let stdout = BufReader::new(process.stdout.take().context("the program has no output")?);
        Ok(Self { process, stdout, temporary: temporary.keep(), alone })
    }

    /// Reads what the program writes until `find` finds something in a line.
    pub fn read_until<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Result<T> {
        let (mut line, mut said) = (String::new(), String::new());
        while self.stdout.read_line(&mut line)? > 0 {
            if let Some(found) = find(line.trim_end()) {
                return Ok(found);
            }
            said.push_str(&line);
            line.clear();
        }
        bail!("the program ended too early; remedy: run it by hand. It said: {said}")
    }

    /// Whether what the program starts ends with it. Else a browser has to be told to end before its driver does.
    pub fn ends_whole(&self) -> bool {
        self.alone
    }

    /// Whether it runs no more.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.process.try_wait(), Ok(None))
    }

    /// Kills it, without a chance to write anything more, and waits until nobody is left of what it started.
    pub fn kill(&mut self) -> Result<()> {
        self.process.kill()?;
        self.process.wait()?;
        // Whatever the program started shares its output: when that ends, nobody is left.
        io::copy(&mut self.stdout, &mut io::sink())?;
        Ok(())
    }
}

impl Drop for Contained {
    fn drop(&mut self) {
        // Both fail only if the process is gone already, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // What the kernel is still ending may write a last file into a folder that is being removed.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.temporary).is_ok() || !self.temporary.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(15));
        }
    }
}

/// The command line of a program.
///
/// Alone, it dies with the test's thread (setpriv), and every browser, crash handler and zygote with it, because they live
/// in a process space of their own (unshare). Killing a driver only leaves them running.
fn command(program: &Path, alone: bool) -> Command {
    if !alone {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--pdeathsig", "KILL", "unshare", "--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--"])
        .arg(program);
    command
}

/// A process space of one's own takes Linux and root.
fn can_be_alone() -> bool {
    cfg!(target_os = "linux")
        && Command::new("setpriv")
            .args(["unshare", "--pid", "--fork", "--mount-proc", "--", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
}
