//! What is needed to speak about keeping: fetched behind the first page.

use serde::{Deserialize, Serialize};

use crate::{DeviceWord, HelpWord, Words};

/// The fourth pack: what is kept on this device, backups and other files, the lock, reminders, the check of notes, and the help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The words about keeping.
    pub words: Words<DeviceWord>,
    /// The words of the help, which come along: they are few.
    pub help: Words<HelpWord>,
}
