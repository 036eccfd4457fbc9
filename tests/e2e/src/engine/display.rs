//! A display of one's own: a screen that nobody looks at.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{contained::Contained, environment::program};

/// A running X server.
pub(crate) struct Display {
    /// Ends with this.
    _server: Contained,
    name: String,
}

impl Display {
    /// Starts one under a free number, which the server chooses by itself.
    pub fn start() -> Result<Self> {
        let xvfb = program("ROOM_XVFB", "Xvfb")?;
        let mut server = Contained::start(Path::new(&xvfb), |command, _| {
            command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
            Ok(())
        })?;
        let number: u32 = server.read_until(|line| line.trim().parse().ok()).context("Xvfb names no display")?;
        Ok(Self { _server: server, name: format!(":{number}") })
    }

    /// As programs are told it.
    pub fn name(&self) -> &str {
        &self.name
    }
}
