//! The mark that something is kept on this device, for those who have to know it before the store is open: the first page waits
//! for the store only where it is set. It holds nothing else, and a wrong one does no harm.

use super::window;

const NAME: &str = "room-to-grow.kept";

/// Whether something was kept here when the page was last used.
pub fn is_set() -> bool {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    storage.and_then(|storage| storage.get_item(NAME).ok().flatten()).is_some()
}

/// Sets or removes it.
pub fn set(kept: bool) {
    let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) else { return };
    // Where it cannot be set, what is kept shows a moment later.
    let _ = if kept { storage.set_item(NAME, "yes") } else { storage.remove_item(NAME) };
}
