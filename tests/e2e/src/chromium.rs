//! Chromium and its driver: started for one visit, and gone with it, whatever happens.

use std::{
    fs,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::environment::Environment;

/// How long the app may take to do what it was told. No measure of its speed: a machine with two cores and a slow disk
/// may hold a page back for seconds while other tests run.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look whether it has.
pub(crate) const GLANCE: Duration = Duration::from_millis(15);
/// How long one command of the driver may take: a hanging browser must not hang the tests.
const COMMAND: Duration = Duration::from_secs(60);

/// How often a driver may end before it listens.
const STARTS: usize = 5;

/// A running driver with everything that it started.
pub(crate) struct Chromium {
    process: Child,
    /// Held open: a driver that cannot write ends.
    stdout: BufReader<ChildStdout>,
    port: u16,
    /// Chromium leaves folders behind even after a clean end, so it gets a place of its own for them.
    temporary: PathBuf,
    contained: bool,
}

impl Chromium {
    /// Starts a driver on a free port.
    ///
    /// The driver chooses the port and then listens on it twice, for IPv4 and for IPv6. With many of them starting at
    /// once another process may have taken the second in between; it ends then, and choosing again helps.
    pub fn start(environment: &Environment) -> Result<Self> {
        let contained = can_contain();
        let mut ended = anyhow!("no driver was started");
        for _ in 0..STARTS {
            match Self::start_once(environment, contained) {
                Ok(started) => return Ok(started),
                Err(error) => ended = error,
            }
        }
        Err(ended)
    }

    fn start_once(environment: &Environment, contained: bool) -> Result<Self> {
        let temporary = tempfile::Builder::new().prefix("room-e2e-").tempdir()?;
        let mut process = command(&environment.chromedriver, contained)
            .arg("--port=0")
            .env("TMPDIR", temporary.path())
            .env("LANG", "en_US.UTF-8")
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", environment.chromedriver.display()))?;
        let mut stdout = BufReader::new(process.stdout.take().context("the driver has no output")?);
        match read_port(&mut stdout) {
            Ok(port) => Ok(Self { process, stdout, port, temporary: temporary.keep(), contained }),
            Err(error) => {
                // Both fail only if the process is gone already, which is what is wanted.
                let _ = process.kill();
                let _ = process.wait();
                Err(error)
            }
        }
    }

    /// Opens a window whose user reads these languages, such as `nl-NL,nl`. What the user keeps goes into the profile,
    /// or else ends with the browser.
    pub async fn open(&self, environment: &Environment, languages: &str, profile: Option<&Path>) -> Result<WebDriver> {
        let driver = WebDriver::builder(
            format!("http://127.0.0.1:{}", self.port),
            Capabilities::from(capabilities(&environment.chromium, languages, profile)),
        )
        .request_timeout(COMMAND)
        .await
        .context("the driver does not open a window; remedy: a Chromium and a chromedriver of the same version")?;
        // Its Drop would talk to a driver that may be gone, and wait for the whole timeout.
        driver.clone().leak().ok();
        Ok(driver)
    }

    /// Kills the browser with everything that belongs to it, without a chance to write anything more, and waits until
    /// all of it is gone.
    pub fn kill(&mut self, driver: &WebDriver) -> Result<()> {
        if !self.contained {
            let id = driver.capabilities().get("goog:processID").and_then(Value::as_u64);
            let id = id.context("the driver does not name the browser's process")?;
            let killed = Command::new("kill").args(["-KILL", &id.to_string()]).status()?;
            ensure!(killed.success(), "the browser cannot be killed");
        }
        self.process.kill()?;
        self.process.wait()?;
        // Whatever the driver started shares its output: when that ends, nobody is left.
        io::copy(&mut self.stdout, &mut io::sink())?;
        Ok(())
    }

    /// Ends the browser where killing its driver would leave it running.
    pub async fn close(&self, driver: &WebDriver) {
        if !self.contained {
            // The driver may be the very thing that failed; the visit has its outcome already.
            let _ = tokio::time::timeout(Duration::from_secs(5), driver.close_window()).await;
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Both fail only if the process is gone already, which is what is wanted.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // What the kernel is still ending may write a last file into a folder that is being removed.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.temporary).is_ok() || !self.temporary.exists() {
                break;
            }
            std::thread::sleep(GLANCE);
        }
    }
}

/// The driver's command line.
///
/// Contained, it dies with the test's thread (setpriv), and every browser, crash handler and zygote with it, because
/// they live in a process space of their own (unshare). Killing the driver alone leaves them running.
fn command(driver: &Path, contained: bool) -> Command {
    if !contained {
        return Command::new(driver);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--pdeathsig", "KILL", "unshare", "--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--"])
        .arg(driver);
    command
}

/// A process space of one's own takes Linux and root.
fn can_contain() -> bool {
    cfg!(target_os = "linux")
        && Command::new("setpriv")
            .args(["unshare", "--pid", "--fork", "--mount-proc", "--", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
}

/// Reads `ChromeDriver was started successfully on port 41234.`
fn read_port(output: &mut impl BufRead) -> Result<u16> {
    let (mut line, mut said) = (String::new(), String::new());
    while output.read_line(&mut line)? > 0 {
        if let Some((_, port)) = line.trim_end().trim_end_matches('.').rsplit_once("successfully on port ") {
            return port.parse().with_context(|| format!("the driver named no port: {line}"));
        }
        said.push_str(&line);
        line.clear();
    }
    bail!("the driver ended without naming its port; remedy: run chromedriver by hand. It said: {said}")
}

fn capabilities(chromium: &Path, languages: &str, profile: Option<&Path>) -> serde_json::Map<String, Value> {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.extend(profile.map(|folder| format!("--user-data-dir={}", folder.display())));
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": chromium,
            "args": arguments,
            "prefs": { "intl.accept_languages": languages },
            // Every request from the very first on; nothing else.
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    match wanted {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    }
}
