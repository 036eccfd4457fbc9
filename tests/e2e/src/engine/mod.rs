//! Browsers with different engines, each driven by its own driver, and all used in the same words.

mod capabilities;
mod display;
mod guest;
mod one_file;

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, anyhow, bail};
use thirtyfour::{Capabilities, WebDriver};

pub use guest::Guest;
pub use one_file::OneFile;

use crate::{
    chromium::{self, COMMAND, STARTS},
    contained::Contained,
    environment::program,
    window::{GLANCE, PATIENCE},
};
use display::Display;

/// What reads and draws a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari, and every browser on an iPhone; here as GTK has it.
    WebKit,
}

/// Makes a test in each engine of functions that take an [`Engine`]: `the_main_job_is_done::in_firefox`.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident)*) => {$(
        mod $test {
            #[test]
            fn in_chromium() {
                super::$test($crate::Engine::Chromium);
            }

            #[test]
            fn in_firefox() {
                super::$test($crate::Engine::Firefox);
            }

            #[test]
            fn in_webkit() {
                super::$test($crate::Engine::WebKit);
            }
        }
    )*};
}

/// A running driver, and the display on which its browser draws.
pub(crate) struct Driven {
    engine: Engine,
    /// Before the display: a browser whose display is gone complains.
    driver: Contained,
    port: u16,
    _display: Option<Display>,
}

impl Engine {
    /// Starts its driver on a free port. What comes down goes to `downloads`.
    ///
    /// With many of them starting at once, the port may be taken in between; the driver ends then, and trying again helps.
    pub(crate) fn start(self, downloads: &Path) -> Result<Driven> {
        let mut ended = anyhow!("no driver was started");
        for _ in 0..STARTS {
            match self.start_once(downloads) {
                Ok(started) => return Ok(started),
                Err(error) => ended = error,
            }
        }
        Err(ended.context(format!("the driver of {self:?} does not start")))
    }

    fn start_once(self, downloads: &Path) -> Result<Driven> {
        match self {
            Self::Chromium => {
                let driver = program("ROOM_CHROMEDRIVER", "chromedriver")?;
                self.that_names_its_port(&driver, &["--port=0"], chromium::port_in)
            }
            Self::Firefox => {
                let driver = program("ROOM_GECKODRIVER", "geckodriver")?;
                // The port of the other protocol that it knows is a fixed one, unless it is told otherwise.
                self.that_names_its_port(&driver, &["--port=0", "--websocket-port=0"], |line| {
                    line.rsplit_once("Listening on 127.0.0.1:")?.1.parse().ok()
                })
            }
            Self::WebKit => webkit(downloads),
        }
    }

    fn that_names_its_port(
        self,
        driver: &Path,
        arguments: &[&str],
        port_in: impl Fn(&str) -> Option<u16>,
    ) -> Result<Driven> {
        let mut driver = Contained::start(driver, |command, _| {
            command.args(arguments);
            Ok(())
        })?;
        let port = driver.read_until(port_in)?;
        Ok(Driven { engine: self, driver, port, _display: None })
    }
}

/// WebKit needs a display, or it hangs; and its driver a port that is chosen for it.
fn webkit(downloads: &Path) -> Result<Driven> {
    let display = Display::start()?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let mut driver = Contained::start(&program("ROOM_WEBKITDRIVER", "WebKitWebDriver")?, |command, folder| {
        command.arg(format!("--port={port}")).env("DISPLAY", display.name());
        capabilities::webkit_at_home(command, folder, downloads)
    })?;
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if driver.has_ended() || started.elapsed() > PATIENCE {
            bail!("WebKitWebDriver does not listen on port {port}");
        }
        std::thread::sleep(GLANCE);
    }
    Ok(Driven { engine: Engine::WebKit, driver, port, _display: Some(display) })
}

impl Driven {
    /// Opens a window. What the user keeps goes into the profile if the engine can be given one, or else
    /// ends with the browser.
    pub async fn open(&self, downloads: &Path, profile: &Path) -> Result<WebDriver> {
        let wanted = match self.engine {
            Engine::Chromium => capabilities::chromium(&program("ROOM_CHROMIUM", "chromium")?, downloads, profile),
            Engine::Firefox => capabilities::firefox(&program("ROOM_FIREFOX", "firefox-esr")?, downloads, profile),
            Engine::WebKit => capabilities::webkit(&mini_browser()?),
        };
        let address = format!("http://127.0.0.1:{}", self.port);
        let opening = WebDriver::builder(address, Capabilities::from(wanted)).request_timeout(COMMAND);
        let driver =
            opening.await.with_context(|| format!("the driver of {:?} does not open a window", self.engine))?;
        // Its Drop would talk to a driver that may be gone, and wait for the whole timeout.
        driver.clone().leak().ok();
        Ok(driver)
    }

    /// Whether the browser ends with its driver, whatever happens.
    pub fn ends_whole(&self) -> bool {
        self.driver.ends_whole()
    }

    /// Ends the browser with everything that belongs to it, and gives it time to write down what it keeps.
    pub async fn quit(&mut self, driver: &WebDriver) -> Result<()> {
        // It may be the very thing that failed; what is left of it is killed.
        let _ = tokio::time::timeout(PATIENCE, driver.clone().quit()).await;
        self.driver.kill()
    }
}

/// It is on no `PATH`, so its place has to be known.
fn mini_browser() -> Result<PathBuf> {
    program("ROOM_WEBKIT", "MiniBrowser").or_else(|missing| {
        let usual = Path::new("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
        if usual.is_file() { Ok(usual.to_owned()) } else { Err(missing) }
    })
}
