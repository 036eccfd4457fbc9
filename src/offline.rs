//! How far this device has all that the site is made of, and whether there is a newer version of it.

/// Whether every page opens without the internet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Files {
    /// They are being fetched, or nobody has looked yet.
    #[default]
    Coming,
    /// All of them are here.
    Here,
    /// Some could not be fetched.
    Failed,
    /// There is no room for them.
    Full,
    /// This browser keeps none, or not at this address.
    Never,
}

/// What the service worker and the browser say about the site on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offline {
    /// How far the files are here.
    pub files: Files,
    /// There is a newer version than the one that runs here. It is used once the user agrees.
    pub renewable: bool,
    /// The browser offers to install the site as an app.
    pub installable: bool,
}
