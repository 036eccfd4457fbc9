//! What is needed to speak about keeping: fetched behind the first page.

use serde::{Deserialize, Serialize};

use crate::{DeviceWord, Words};

/// The fourth pack: what is kept on this device, backups and other files, the lock, reminders, and the check of notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The words about keeping.
    pub words: Words<DeviceWord>,
}
